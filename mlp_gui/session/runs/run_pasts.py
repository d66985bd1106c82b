"""The past of the run in the window: collected from those that recorded it, and given back to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mlp_gui.engine.training.timeline import BUDGET, Position
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.export.project.run_past import LinePast, RunPast, TimelineBranch
from mlp_gui.session.evaluation.evaluation import Evaluation
from mlp_gui.session.timeline.event_log import EventLog
from mlp_gui.session.timeline.recorder import BRANCH_PART
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.run import Run

KEPT_BYTES = BUDGET // BRANCH_PART  # of the states of a run that does not stand in the window


class RunPasts:
    """Collects the past of the run in the window, and gives it back.

    Parameters
    ----------
    run : Run
    machine : TimeMachine
    event_log : EventLog, optional
    evaluation : Evaluation, optional
    """

    def __init__(
        self, run: Run, machine: TimeMachine, event_log: EventLog | None = None, evaluation: Evaluation | None = None
    ) -> None:
        self._run, self._machine, self._event_log, self._evaluation = run, machine, event_log, evaluation

    def collect(self) -> RunPast | None:
        """Return the past of the run in the window; None while its line is not known yet."""
        line = self._machine.known_line()
        return None if line is None else self.refreshed(RunPast(line))

    def refreshed(self, past: RunPast) -> RunPast:
        """Return a past with the marks and layers of this moment."""
        marks = past.events if self._event_log is None else self._event_log.marks
        layers = past.layers if self._evaluation is None else self._evaluation.layer_history.copy().all_records
        return replace(past, events=marks, layers=layers)

    def give_back(self, found: RunRecord | None) -> None:
        """Return the marks and layers of a run that stands in the window again to those that show them."""
        past = None if found is None else found.past
        if past is not None and self._event_log is not None and self._evaluation is not None:
            self._event_log.restore(past.events)
            self._evaluation.layer_history.restore(past.layers(), self._run.weights.last)


def thinned(past: RunPast) -> RunPast:
    """Return a past that takes less memory."""
    if past.line.budget <= KEPT_BYTES:
        return past
    line = past.line.copy()
    line.set_budget(KEPT_BYTES)
    return replace(past, line=line)


def thin_others(runs: Sequence[RunRecord], current: int) -> list[RunRecord]:
    """Return the runs, those that do not stand in the window with less of their past in memory.

    Parameters
    ----------
    runs : sequence of RunRecord
    current : int
    """
    return [a if a.past is None or a.number == current else replace(a, past=thinned(a.past)) for a in runs]


def without_empty_forks(runs: Sequence[RunRecord], current: int) -> list[RunRecord]:
    """Return the runs without forks that were left before their first epoch, as an edit that is undone leaves one.

    Parameters
    ----------
    runs : sequence of RunRecord
    current : int
    """
    return [a for a in runs if a.number == current or not a.parent or a.last_epoch > a.fork_epoch]


def line_past(runs: Sequence[RunRecord], number: int) -> LinePast | None:
    """Return what the time line of a run begins with: its past, and a branch to each run that shares a part of it.

    Parameters
    ----------
    runs : sequence of RunRecord
    number : int

    Returns
    -------
    LinePast or None
        Its branches have the numbers of their runs. None when its past is not known.
    """
    found = next((run for run in runs if run.number == number), None)
    if found is None or found.past is None:
        return None
    branches = []
    for other in runs:
        is_kept = other.past is not None and other.state is not None and not other.dataset_sha256
        left_at = other.fork_epoch if other.parent == number else found.fork_epoch * (found.parent == other.number)
        if is_kept and other.past is not None and left_at and other.number != number:
            line, at = other.past.line, min(Position(left_at), found.past.line.end)
            branches.append(TimelineBranch(other.number, at, line.end, other.config, line.history, line))
    return LinePast(found.past.line, tuple(branches))
