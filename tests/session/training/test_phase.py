"""The phase table: which command is legal when, and that every refusal is a sentence."""

from __future__ import annotations

import pytest

from mlp_gui.session.training.phase import Phase, RunCommand, disabled_reason

LEGAL = {
    Phase.EMPTY: {"open", "edit_data", "edit_network", "retune"},
    Phase.READY: {"open", "import_weights", "train", "step", "study", "edit_data", "edit_network", "retune", "save"},
    Phase.RUNNING: {"stop", "retune", "save"},
    Phase.PAUSED: {"open", "train", "step", "study", "reset", "retune", "predict", "export", "save"},
    Phase.FINISHED: {"open", "train", "step", "study", "reset", "retune", "predict", "export", "save"},
    Phase.FAILED: {"open", "train", "step", "study", "reset", "retune", "predict", "export", "save"},
}


@pytest.mark.parametrize("phase", list(Phase))
def test_that_exactly_these_commands_are_legal(phase: Phase) -> None:
    assert {c.value for c in RunCommand if disabled_reason(c, phase) is None} == LEGAL[phase]


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("command", list(RunCommand))
def test_that_a_refusal_is_a_whole_sentence(phase: Phase, command: RunCommand) -> None:
    reason = disabled_reason(command, phase)
    assert reason is None or (reason[0].isupper() and reason.endswith("."))
