"""A saved run is trained again from its seeds, by the log of its settings: it comes to the same weights, or not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from time import monotonic
from typing import NamedTuple

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.calibration.temperature import temperature_of, tempered
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import State, latest_theta
from mlp_gui.engine.training.timeline import START, Position, position_of
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.past_format import position_of_state
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.run_past import RunPast

TOLERANCE = 1e-6  # relative: other processors round otherwise, and training enlarges it
FIRST_EPOCHS = 5  # so few do not enlarge it: another loss there is another run
SLICE = 0.2  # seconds


class RepetitionOutcome(StrEnum):
    """How a repetition ended."""

    SAME = "same"
    OTHER = "other"  # from the first epochs on
    DRIFTED = "drifted"  # later, as rounding on another machine does
    EDITED = "edited"  # weights were imported or changed by hand: no seed leads there
    UNKNOWN = "unknown"  # nothing to go by
    TOO_LONG = "too_long"


class Repetition(NamedTuple):
    """The outcome, and the first epoch with another loss; 0 where there is none."""

    outcome: RepetitionOutcome
    epoch: int = 0


def past_of(project: Project) -> RunPast | None:
    """Return the past of the run that stands in the window of a project; None where it is not kept."""
    return next((run.past for run in project.runs.runs if run.number == project.runs.current), None)


def logged_configs(project: Project) -> list[tuple[Position, RunConfig]]:
    """Return which settings held from where on; from the start those of the end, where no log is kept."""
    past = past_of(project)
    if past is None or not past.line.checkpoints:
        return [(START, project.run.model.config)]
    first = past.line.checkpoints[0]
    return [(first.position, first.config), *past.line.changes]


def repeat_run(
    project: Project,
    dataset: Dataset,
    seconds: float,
    progress: Callable[[float], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Repetition:
    """Train a run again from its seeds.

    Parameters
    ----------
    project : Project
    dataset : Dataset
        That it was trained on.
    seconds : float
        After which it is given up.
    progress : callable, optional
        Called with the share that is done.
    cancelled : callable, optional
        Polled; `Cancelled` is raised when it returns True.
    """
    state, network = project.state, project.run.model.network
    if state is None or not isinstance(network, Network):
        return Repetition(RepetitionOutcome.UNKNOWN)
    log = logged_configs(project)
    if log[0][0] != START:
        return Repetition(RepetitionOutcome.UNKNOWN)
    trainer, end = Trainer(log[0][1], dataset), position_of_state(state)
    trainer.timed = False
    if _is_edited(past_of(project), trainer, end):
        return Repetition(RepetitionOutcome.EDITED)
    deadline = monotonic() + seconds
    for at, config in [*log[1:], (end, None)]:
        while position_of(trainer) < min(at, end):
            before = position_of(trainer)
            if cancelled is not None and cancelled():
                raise Cancelled
            if monotonic() > deadline:
                return Repetition(RepetitionOutcome.TOO_LONG)
            _advance(trainer, before, min(at, end))
            if position_of(trainer) == before:
                return Repetition(RepetitionOutcome.OTHER, before.epoch)
            if progress is not None:
                progress(trainer.epoch / max(end.epoch, 1))
        if config is not None:
            trainer.retune(config)
    found = _compared(project, state, trainer, dataset)
    # Without a log nobody knows whether a setting was changed on the way, which is no fraud.
    return (
        Repetition(RepetitionOutcome.UNKNOWN)
        if past_of(project) is None and found.outcome is not RepetitionOutcome.SAME
        else found
    )


def _advance(trainer: Trainer, before: Position, target: Position) -> None:
    if before.epoch < target.epoch:
        trainer.advance(SLICE, until_epoch=target.epoch, longest=SLICE)
    else:
        trainer.step_batch()


def _is_edited(past: RunPast | None, trainer: Trainer, end: Position) -> bool:
    """Tell whether weights came from elsewhere: at the start, or at a place that no log leads to."""
    if past is None or not past.line.checkpoints:
        return False
    first, *others = past.line.checkpoints
    if not np.array_equal(first.state["theta"], trainer.state()["theta"]):
        return True
    return any(moment.essential and moment.position < end for moment in others)


def _compared(project: Project, state: State, trainer: Trainer, dataset: Dataset) -> Repetition:
    ours, theirs = trainer.history.rows()[:, 1:3], project.run.history.rows()[:, 1:3]
    if ours.shape != theirs.shape:
        return Repetition(RepetitionOutcome.OTHER, min(len(ours), len(theirs)))
    other = np.flatnonzero(~np.isclose(ours, theirs, rtol=TOLERANCE, atol=0, equal_nan=True).all(axis=1))
    if len(other):
        epoch = int(other[0]) + 1
        return Repetition(RepetitionOutcome.OTHER if epoch <= FIRST_EPOCHS else RepetitionOutcome.DRIFTED, epoch)
    again = trainer.state()
    same = _alike(again["theta"], state["theta"]) and _alike(shown_weights(project, again, dataset), _weights(project))
    return Repetition(RepetitionOutcome.SAME if same else RepetitionOutcome.OTHER, 0 if same else trainer.epoch)


def shown_weights(project: Project, state: State, dataset: Dataset) -> Floats:
    """Return the weights that a project would show of a state: the best or the last, with its temperature.

    Parameters
    ----------
    project : Project
    state : State
    dataset : Dataset
    """
    model = project.run.model
    assert isinstance(model.network, Network)
    network = model.network.copy()
    network.theta[:] = state["best_theta"] if model.provenance.get("weights") == "best" else latest_theta(state)
    temperature = temperature_of(network, dataset, model.config.uncertainty)
    shown = network if temperature is None else tempered(network, temperature)
    assert isinstance(shown, Network)
    return np.asarray(shown.theta)


def _weights(project: Project) -> Floats:
    network = project.run.model.network
    assert isinstance(network, Network)
    return np.asarray(network.theta)


def _alike(a: Floats, b: Floats) -> bool:
    return a.shape == b.shape and bool(
        np.allclose(a, b, rtol=TOLERANCE, atol=TOLERANCE * float(np.abs(b).max(initial=0)))
    )
