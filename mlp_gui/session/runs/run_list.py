"""The runs of this session side by side: what each was like, how far it came, and its state to go back to.

A run is a path of its own through the epochs: it begins with the first epoch after a reset, or where the time machine
left an earlier run to go on otherwise. That is a fork: the run that was left keeps its number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.state import State
from mlp_gui.export.project.run_list import RunRecord, RunRecords
from mlp_gui.session.project.kept_runs import run_key
from mlp_gui.session.runs.ancestry import Ancestry
from mlp_gui.session.runs.row_comparison import RunComparer
from mlp_gui.session.runs.run_pasts import RunPasts, line_past, thin_others, without_empty_forks
from mlp_gui.session.runs.run_records import (
    dataset_digest,
    drop_oldest_states,
    last_epoch_of,
    make_record,
    position_of,
    run_name,
    with_run,
)
from mlp_gui.session.timeline.recorder import TimelineFacts
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

MOST = 30  # runs that are kept
MAX_BYTES = 400_000_000  # of their states; the oldest are given up first
LONGEST_NAME = 200


class RunList(QObject):
    """Keeps the runs of this session: each whenever it rests at the end of its line.

    Attributes
    ----------
    runs : list of RunRecord
    edit_count : int
    comparer : RunComparer
        Compares two of them row by row.

    Signals
    -------
    changed
    """

    changed = Signal()

    def __init__(self, run: Run, machine: TimeMachine, pasts: RunPasts | None = None) -> None:
        super().__init__(run)
        self._run, self._machine = run, machine
        self._pasts = pasts or RunPasts(run, machine)
        self.runs: list[RunRecord] = []
        self.comparer = RunComparer(run, self)
        self.edit_count, self._lineage = 0, Ancestry()
        self._dataset: Dataset | None = None
        self._coming: int | None = None  # the run whose state is being put in place
        self._was_unsaved = False
        self._facts: object = None  # of the run that was announced last
        self._asked: object = None  # where the run stood when its state was asked for
        self._kept_at: object = None  # ... and when it was kept
        self._scored: tuple[object, dict[str, dict[str, float]]] = (None, {})  # where, and the scores there
        self._is_carrying = False  # whether the list outlives the dataset, as the same table is read again
        run.leaving.connect(self._refresh)
        run.changing.connect(self._refresh)
        run.built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)
        run.checkpointed.connect(self._on_checkpoint)
        machine.recorder.facts_changed.connect(self._on_noted)

    @property
    def current(self) -> int:
        """The number of the run that stands in the window; 0 before its first epoch."""
        return self._lineage.current

    def find_run(self, number: int) -> RunRecord | None:
        """Return a run by its number; None when it is not kept."""
        return next((run for run in self.runs if run.number == number), None)

    def fork(self) -> tuple[int, str]:
        """Return after which epoch the run in the window branched off, and off which one in words; 0 and "" if none."""
        found = self.find_run(self.current)
        parent = self.find_run(found.parent) if found is not None else None
        if found is None or parent is None:
            return 0, ""
        return found.fork_epoch, tr("fork of {parent}", parent=run_name(parent))

    # --- what a person can ask -------------------------------------------------------------------------------

    def set_visible(self, number: int, shown: bool) -> None:
        """Choose whether a run's curve is among those laid over one another.

        Parameters
        ----------
        number : int
        shown : bool
        """
        self._put(number, shown=shown)
        self.edit_count += 1

    def rename(self, number: int, name: str) -> None:
        """Give a run a name; "" takes it away.

        Parameters
        ----------
        number : int
        name : str
        """
        self._put(number, name=name.strip()[:LONGEST_NAME])
        self.edit_count += 1

    def why_not_remove(self, number: int) -> str:
        """Return why a run has to stay in the list; "" when it may go."""
        return tr("This run stands in the window. Restore another one first.") if number == self.current else ""

    def remove(self, number: int) -> RunRecord | None:
        """Take a run off the list, and return it for `reinsert`."""
        found = self.find_run(number)
        if found is None or self.why_not_remove(number):
            return None
        self.runs = [run for run in self.runs if run.number != number]
        self.edit_count += 1
        self.changed.emit()
        return found

    def reinsert(self, run: RunRecord) -> None:
        """Put a run that was removed back into its place."""
        if self._dataset is self._run.dataset and self.find_run(run.number) is None:
            self.runs = sorted([*self.runs, run], key=lambda one: one.number)
            self.edit_count += 1
            self.changed.emit()

    def why_not_restore(self, number: int) -> str:
        """Return why a run cannot be put back where it stood; "" when it can."""
        found = self.find_run(number)
        if found is None or self._run.phase is Phase.RUNNING:
            return tr("Stop the run first.")
        if found.dataset_sha256 and found.dataset_sha256 != dataset_digest(self._dataset):
            return tr("It was trained on other numbers: the table was read again since.")
        if number == self.current and not self._machine.is_in_past:
            return tr("This is the run that stands in the window.")
        if found.state is None and self._lineage.branch_of(number) is None:
            return tr("Its weights are not kept any more: there are too many runs.")
        return ""

    def restore(self, number: int) -> bool:
        """Put the run back where that one stood, along the time line if that leads there."""
        found = self.find_run(number)
        if found is None or self.why_not_restore(number):
            return False
        branch = self._lineage.branch_of(number)
        if number == self.current:
            self._machine.go_to(*self._machine.facts.end)
        elif branch is not None:
            self._machine.take_branch(branch)
        else:
            self._coming, self._was_unsaved = number, self._run.unsaved
            self._run.set_dataset(self._run.dataset, found.config, found.state, line_past(self.runs, number))
        return True

    def saved_runs(self, state: State) -> RunRecords:
        """Return the list for a project that is saved with this state; a run that has never rested is in it as well."""
        self._on_checkpoint(state)
        runs, there = self.runs, self.find_run(self.current)
        if self.current and self._run.epoch and not (there is not None and self._machine.is_in_past):
            runs = with_run(runs, self._made(state))
        return RunRecords(tuple(runs), self.current, self._lineage.count)

    def held_keys(self) -> frozenset[tuple[int, int]]:
        """Return the keys of the runs that would go with the list; the one in the window is looked after by itself."""
        return frozenset(run_key(run) for run in self.runs if run.number != self.current)

    def load(self, runs: RunRecords) -> None:
        """Take over the list of a project whose run is being built."""
        self.runs, self._dataset = list(runs.runs), self._run.dataset
        self._lineage = Ancestry(runs.count)
        self._coming = runs.current
        self.changed.emit()

    def carry_over(self) -> None:
        """Keep the list although the dataset goes: the same table was read again, and may hold other numbers now."""
        run = self._run
        kept = self.find_run(self.current)
        if self.current and run.epoch and self._machine.is_settled and (kept is None or kept.last_epoch < run.epoch):
            self._insert(self._made(None))
        if self._dataset is not None and self.runs:
            digest = dataset_digest(self._dataset)
            self.runs = [a if a.dataset_sha256 else replace(a, dataset_sha256=digest) for a in self.runs]
        self._is_carrying = True

    def add_scores(self, scores: dict[str, dict[str, float]]) -> None:
        """Keep the scores of the run as it rests now. They may be here before its state is."""
        if self._run.phase.is_resting and not self._machine.is_in_past:
            self._scored = (self._place, scores)
            if self._kept_at == self._place:
                self._put(self.current, scores=scores)

    @Slot()
    def _on_built(self) -> None:
        """Take in a run that stands at its beginning, or where a state was taken up."""
        run, coming = self._run, self._coming
        self._coming = self._asked = self._kept_at = None
        if run.dataset is not self._dataset:
            self.runs, self._dataset = self.runs if self._is_carrying else [], run.dataset
            self._is_carrying = self._is_carrying and run.dataset is None
        if run.facts is not self._facts:
            self._lineage.forget_branches()
        self._facts = run.facts
        self._lineage.detach()
        found = self.find_run(coming) if coming else None
        if found is not None and (found.past is not None or run.epoch >= last_epoch_of(found)):
            self._lineage.resume_run(found.number)
            self._lineage.know_branches(line_past(self.runs, found.number))
            self._pasts.give_back(found)
        elif run.epoch + run.batch:
            self._lineage.start_run(self.runs, found.number if found is not None else 0, run.epoch)
        if self._was_unsaved:
            run.mark_unsaved()
        self._was_unsaved = False
        self._ask()
        self.changed.emit()

    @Slot(object)
    def _on_noted(self, facts: TimelineFacts) -> None:
        """Follow the branches of the timeline: the run has turned off, or gone back to one that was left."""
        run = self._run
        if run.facts is None or facts.job != run.facts.job:
            return
        if self._lineage.update_branches(facts.branches, self._machine.pending_branch, self.runs):
            self._pasts.give_back(self.find_run(self.current))  # a branch that was gone back to has its past
            self.runs = thin_others(without_empty_forks(self.runs, self.current), self.current)
            self._asked = None
            self._ask()
            self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        """Keep the marks and layers of the run in the window as long as they are all there."""
        found = self.find_run(self.current)
        if found is not None and found.past is not None and self._run.scheduler.is_idle:
            self._insert(replace(found, past=self._pasts.refreshed(found.past)))

    @Slot()
    def _on_phase(self) -> None:
        run = self._run
        if run.facts is None or run.facts is not self._facts:
            return  # not announced yet
        if run.phase is Phase.RUNNING:
            self._refresh()
        if run.epoch + run.batch and not self.current:
            self._lineage.start_run(self.runs)
        self._ask()

    @property
    def _place(self) -> tuple[object, int, int]:
        return self._run.facts, self._run.epoch, self._run.batch

    def _ask(self) -> None:
        """Ask for the state, at rest. By the time it is here, so is what the time machine has to say."""
        run, place = self._run, (*self._place, self._run.config, self._run.stopped)
        rests = run.phase.is_resting and self._machine.is_settled
        if rests and self.current and run.epoch and place != self._asked:
            self._asked = place
            run.request_checkpoint()

    @Slot(object)
    def _on_checkpoint(self, state: State) -> None:
        run = self._run
        if not (run.phase.is_resting and self.current and run.epoch and self._machine.is_settled):
            return
        if position_of(state) == (run.epoch, run.batch):  # else it went on after it was asked
            self._keep(state)

    def _made(self, state: State | None) -> RunRecord:
        """Return the run in the window as it is now."""
        past = None if state is None else self._pasts.collect()
        made = make_record(self._run, self.current, self._lineage.fork, self.find_run(self.current), state, past)
        return replace(made, scores=self._scored[1]) if self._scored[0] == self._place else made

    def _keep(self, state: State) -> None:
        self._kept_at = self._place
        self._insert(self._made(state))
        self.runs = drop_oldest_states(self.runs, self.current, MAX_BYTES)
        self.changed.emit()

    def _insert(self, made: RunRecord) -> None:
        self.runs = with_run(self.runs, made)[-MOST:]

    def _put(self, number: int, **changes: Any) -> None:
        self.runs = [replace(a, **changes) if a.number == number else a for a in self.runs]
        self.changed.emit()
