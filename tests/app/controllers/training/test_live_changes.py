"""What the list of runs says of settings that were changed while a run was going on."""

from __future__ import annotations

import numpy as np

from mlp_gui.app.controllers.training.runs import live_changes
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.timeline import Timeline
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.export.project.run_past import RunEvent, RunPast


def test_that_a_run_says_what_was_changed_in_it_and_a_fork_only_what_came_after() -> None:
    events = (
        RunEvent(20, "rate", (0.01, 0.02)),
        RunEvent(25, "pause"),
        RunEvent(30, "setting", ("Patience", 50, 77)),
    )
    curve = np.arange(1.0, 41)
    made = RunRecord(2, RunConfig(), curve, curve, curve, 0, 0.0, "", past=RunPast(Timeline(), events))
    assert live_changes(made) == "rate 0.01 → 0.02 at epoch 20, Patience 50 → 77 at epoch 30"
    fork = RunRecord(
        3, RunConfig(), curve, curve, curve, 0, 0.0, "", parent=2, fork_epoch=20, past=RunPast(Timeline(), events)
    )
    assert live_changes(fork) == "Patience 50 → 77 at epoch 30"
