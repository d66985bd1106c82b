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
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.state import State, facts_of, latest_theta
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
        Polled between slices; `Cancelled` is raised when it returns True.
    """
    state, network = project.state, project.run.model.network
    if state is None or not isinstance(network, Network):
        return Repetition(RepetitionOutcome.UNKNOWN)
    log = logged_configs(project)
    if log[0][0] != START:
        return Repetition(RepetitionOutcome.UNKNOWN)
    trainer, end = Trainer(log[0][1], dataset), position_of_state(state)
    trainer.timed = False
    deadline = monotonic() + seconds

    def is_late() -> bool:
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(trainer.epoch / max(end.epoch, 1))
        return monotonic() > deadline

    for stop in _stops(project, log[1:], state):
        found = _walk(trainer, stop.at, is_late) or _compared_at(project, trainer, stop)
        if found is not None:
            return found
    found = _compared(project, state, trainer, dataset)
    # Without a log nobody knows whether a setting was changed on the way, which is no fraud.
    unknown = past_of(project) is None and found.outcome is not RepetitionOutcome.SAME
    return Repetition(RepetitionOutcome.UNKNOWN) if unknown else found


def _walk(trainer: Trainer, target: Position, is_late: Callable[[], bool]) -> Repetition | None:
    """Train on to a position; return how the repetition ended if it did not come there."""
    while (before := position_of(trainer)) < target:
        if is_late():
            return Repetition(RepetitionOutcome.TOO_LONG)
        if before.epoch < target.epoch:
            trainer.advance(SLICE, until_epoch=target.epoch, longest=SLICE)
        else:
            trainer.step_batch()
        if position_of(trainer) == before:
            return Repetition(RepetitionOutcome.OTHER, before.epoch)
    return None


class _Stop(NamedTuple):
    """Where a repetition stops: to compare weights, or to change settings. Weights are compared first."""

    at: Position
    order: int
    state: State | None = None
    config: RunConfig | None = None


def _stops(project: Project, changes: list[tuple[Position, RunConfig]], last: State) -> list[_Stop]:
    """Return where a repetition stops, in order.

    No log leads to weights that were imported or edited; of a run that was saved and taken up again, or that a clock
    has stopped, seeds lead there all the same.
    """
    past, end = past_of(project), position_of_state(last)
    kept = past.line.checkpoints if past is not None else []
    marked = [_Stop(one.position, 0, one.state) for one in kept if one.essential and one.position < end]
    marked += [_Stop(min(at, end), 1, None, config) for at, config in changes]
    return sorted([*marked, _Stop(end, 2, last)], key=lambda stop: stop[:2])


def _compared_at(project: Project, trainer: Trainer, stop: _Stop) -> Repetition | None:
    """Compare the weights of a stop, or change the settings there; return how the repetition ended if it did."""
    if stop.config is not None:
        trainer.retune(stop.config)
    if stop.state is None:
        return None
    ended = facts_of(stop.state)["stopped"]
    if ended is not None and ended["kind"] == StopKind.DIVERGED:
        trainer.step_epoch()  # the one that diverged, after which a run goes back to the epoch before it
    if stop.order == 2 or _alike(trainer.state()["theta"], stop.state["theta"]):
        return None
    return _first_difference(project, trainer) or Repetition(RepetitionOutcome.EDITED)


def _compared(project: Project, state: State, trainer: Trainer, dataset: Dataset) -> Repetition:
    found = _first_difference(project, trainer)
    if found is not None:
        return found
    if len(trainer.history) != len(project.run.history):
        return Repetition(RepetitionOutcome.OTHER, trainer.epoch)
    again = trainer.state()
    same = _alike(again["theta"], state["theta"]) and _alike(shown_weights(project, again, dataset), _weights(project))
    return Repetition(RepetitionOutcome.SAME if same else RepetitionOutcome.OTHER, 0 if same else trainer.epoch)


def _first_difference(project: Project, trainer: Trainer) -> Repetition | None:
    """Return what the losses of the epochs so far say; None when they are the same."""
    ours, theirs = trainer.history.rows()[:, 1:3], project.run.history.rows()[:, 1:3]
    shared = min(len(ours), len(theirs))
    same = np.isclose(ours[:shared], theirs[:shared], rtol=TOLERANCE, atol=0, equal_nan=True).all(axis=1)
    other = np.flatnonzero(~same)
    if not len(other):
        return None
    epoch = int(other[0]) + 1
    return Repetition(RepetitionOutcome.OTHER if epoch <= FIRST_EPOCHS else RepetitionOutcome.DRIFTED, epoch)


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
