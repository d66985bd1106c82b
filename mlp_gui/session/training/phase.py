"""Which command is legal in which phase, as one table; every button, menu entry and shortcut is enabled from it."""

from __future__ import annotations

from enum import StrEnum

from mlp_gui.core.translation import mark, tr


class Phase(StrEnum):
    """Where a run stands."""

    EMPTY = "empty"  # nothing to train on yet
    READY = "ready"  # data and network are there, no step taken
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"  # a stopping rule ended it
    FAILED = "failed"  # it diverged; the last finite weights are kept

    @property
    def is_resting(self) -> bool:
        """Steps were taken and none is under way."""
        return self in (Phase.PAUSED, Phase.FINISHED, Phase.FAILED)


class RunCommand(StrEnum):
    """What a person can ask of a run."""

    OPEN = "open"
    TRAIN = "train"
    STOP = "stop"
    STEP = "step"
    STUDY = "study"
    RESET = "reset"
    EDIT_DATA = "edit_data"
    EDIT_NETWORK = "edit_network"
    RETUNE = "retune"
    PREDICT = "predict"
    EXPORT = "export"
    SAVE = "save"
    IMPORT_WEIGHTS = "import_weights"


_NO_DATA = mark("Open a table and choose a target first.")
_RUNNING = mark("Stop the run first.")
_NO_STEP = mark("The network has not been trained yet.")
_STARTED = mark("Reset the run to change this: the epochs so far belong to the old setting.")

_REFUSALS: dict[RunCommand, dict[Phase, str]] = {
    RunCommand.OPEN: {Phase.RUNNING: _RUNNING},
    RunCommand.TRAIN: {Phase.EMPTY: _NO_DATA, Phase.RUNNING: mark("The run is going on already.")},
    RunCommand.STOP: {phase: mark("Nothing is running.") for phase in Phase if phase is not Phase.RUNNING},
    RunCommand.STEP: {Phase.EMPTY: _NO_DATA, Phase.RUNNING: _RUNNING},
    RunCommand.STUDY: {Phase.EMPTY: _NO_DATA, Phase.RUNNING: _RUNNING},
    RunCommand.RESET: {
        Phase.EMPTY: _NO_DATA,
        Phase.READY: mark("The network already has its initial weights."),
        Phase.RUNNING: _RUNNING,
    },
    RunCommand.EDIT_DATA: dict.fromkeys((Phase.RUNNING, Phase.PAUSED, Phase.FINISHED, Phase.FAILED), _STARTED),
    RunCommand.EDIT_NETWORK: dict.fromkeys((Phase.RUNNING, Phase.PAUSED, Phase.FINISHED, Phase.FAILED), _STARTED),
    RunCommand.RETUNE: {},
    RunCommand.PREDICT: {Phase.EMPTY: _NO_DATA, Phase.READY: _NO_STEP, Phase.RUNNING: _RUNNING},
    RunCommand.IMPORT_WEIGHTS: {
        Phase.EMPTY: _NO_DATA,
        **dict.fromkeys((Phase.RUNNING, Phase.PAUSED, Phase.FINISHED, Phase.FAILED), _STARTED),
    },
    RunCommand.SAVE: {Phase.EMPTY: _NO_DATA},
    RunCommand.EXPORT: {Phase.EMPTY: _NO_DATA, Phase.READY: _NO_STEP, Phase.RUNNING: _RUNNING},
}


def disabled_reason(command: RunCommand, phase: Phase) -> str | None:
    """Return why a command is not legal in a phase, as a sentence for the tooltip; None when it is.

    Parameters
    ----------
    command : RunCommand
    phase : Phase
    """
    reason = _REFUSALS[command].get(phase)
    return tr(reason) if reason else None
