"""The recorder lives in the worker's thread: it keeps the line of the run, and moves the trainer along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.timeline import BUDGET, START, Position, Timeline
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.run_past import LinePast, TimelineBranch
from mlp_gui.session.training.worker import Worker
from mlp_gui.session.training.worker_messages import TrainingProgress

MAX_BRANCHES = 8
BRANCH_PART = 16  # a branch may take this part of the memory
MAX_POINTS = 200  # of the path, for the loss surface
REPLAY_SECONDS = 2.0


@dataclass(frozen=True)
class TimelineFacts:
    """What a person sees of the recorded line.

    Attributes
    ----------
    job : int
        The run that it belongs to.
    start, end : Position
    used, budget : int
        Bytes.
    branches : tuple of TimelineBranch
    line : Timeline
        A copy, for those who keep it.
    """

    job: int
    start: Position
    end: Position
    used: int
    budget: int
    branches: tuple[TimelineBranch, ...]
    line: Timeline


class TimelineRecorder(QObject):
    """Lives in the worker's thread: records after each slice, and moves the trainer along the line.

    Attributes
    ----------
    line : Timeline
        Of the run under way.
    branches : list of TimelineBranch
        What the run has left, the latest last.

    Signals
    -------
    facts_changed(TimelineFacts)
    moved(TrainingProgress, RunConfig)
        The trainer as it stands after a move, and the settings of that time.
    trajectory_sent(int, ndarray, ndarray)
        Number of the job, epochs, weights of shape (n_epochs, n_parameters).
    refused(UserError)
    """

    facts_changed = Signal(object)  # TimelineFacts
    moved = Signal(object, object)  # Progress, RunConfig
    refused = Signal(object)  # UserError
    trajectory_sent = Signal(object, object, object)  # job number, epochs, thetas

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker, self.line = worker, Timeline()
        self._config: RunConfig | None = None
        self.branches: list[TimelineBranch] = []
        self._numbered, self._budget = 0, BUDGET
        self.moveToThread(worker.thread())
        worker.built.connect(self._on_built)
        worker.advanced.connect(self._on_advanced)
        worker.retuned.connect(self._on_retuned)

    # The worker's signals arrive here at once, before its next command: both live in the same thread.

    @Slot(object, object)
    def _on_built(self, facts: object, progress: TrainingProgress) -> None:
        self.branches = []
        if self._worker.past is None:
            self._begin()
        else:
            self._take_up(self._worker.past)

    def _take_up(self, past: LinePast) -> None:
        """Go on with the line of a run that was saved or kept, and with its branches."""
        trainer = self._worker.trainer
        if trainer is not None:
            self.line, self.branches = past.line.copy(), list(past.branches)
            self._numbered = max((branch.number for branch in past.branches), default=0)
            self.line.position = here = Position(trainer.epoch, trainer.batch)
            if here > self.line.end:
                self.line.record(trainer)
            self._config = trainer.config
            self._share()
            self._note()

    @Slot(object)
    def _on_advanced(self, progress: TrainingProgress) -> None:
        trainer = self._worker.trainer
        if trainer is not None:
            self._keep_branch()
            self.line.record(trainer)
            self._note()

    @Slot(object)
    def _on_retuned(self, progress: TrainingProgress) -> None:
        trainer = self._worker.trainer
        if trainer is None:
            return
        if progress.epoch == 0 and progress.batch == 0:
            # A reset leaves the whole line behind: all of it becomes a branch.
            self.line.position = START
            self._keep_branch()
            self._begin()
        elif trainer.config != self._config:
            self._note_change(by_settings=True)

    @Slot()
    def mark_changed(self) -> None:
        """Begin another future: the weights of the run were changed where it stands."""
        self._note_change(by_settings=False)

    def _note_change(self, by_settings: bool) -> None:
        trainer = self._worker.trainer
        if trainer is not None:
            self._keep_branch()
            self._config = trainer.config
            self.line.change(trainer, by_settings)
            self._note()

    @Slot(object)
    def move_to(self, target: Position) -> None:
        """Put the trainer where it was then."""
        trainer = self._worker.trainer
        if trainer is None:
            return
        try:
            self.line.reach(trainer, target)
        except UserError as error:
            self.refused.emit(error)
        self._config = trainer.config
        self.moved.emit(self._worker.current_progress(trainer), trainer.config)

    @Slot(object)
    def take_branch(self, number: int) -> None:
        """Continue a branch that was left; the present future becomes one."""
        trainer = self._worker.trainer
        branch = next((b for b in self.branches if b.number == number), None)
        if trainer is None or branch is None:
            return
        try:
            moment = branch.line.nearest(branch.end)
        except UserError as error:
            self.refused.emit(error)
            self.moved.emit(self._worker.current_progress(trainer), trainer.config)
            return
        # Taken off first: keeping the present future drops the oldest branch when there are too many.
        self.branches.remove(branch)
        self.line.position = min(branch.left_at, self.line.end)
        self._keep_branch()
        self.line = branch.line.copy()
        self.line.restore(trainer, moment)  # even where the trainer stands on the way to its end: that is another path
        self.line.reach(trainer, self.line.end)
        self._share()
        self._config = trainer.config
        self._note()
        self.moved.emit(self._worker.current_progress(trainer), trainer.config)

    @Slot()
    def send_trajectory(self) -> None:
        """Send the recorded weights up to here, and those of this moment at the end."""
        trainer = self._worker.trainer
        if trainer is None:
            return
        line = self.line
        points = self._replayed(trainer) if trainer.seconds <= REPLAY_SECONDS and line.checkpoints else []
        if not points:
            kept = [m for m in line.checkpoints if m.position < line.position]
            kept = kept[:: max(1, len(kept) // MAX_POINTS)]
            points = [(m.position.epoch, m.state["theta"]) for m in kept]
        points.append((trainer.epoch, trainer.network.theta))
        epochs, thetas = zip(*points, strict=True)
        self.trajectory_sent.emit(self._worker.job, np.array(epochs), np.array(thetas))

    def _replayed(self, trainer: Trainer) -> list[tuple[int, Array]]:
        """Return a short run's path in full: walked once more, by a trainer of its own."""
        line = self.line.copy()
        # Never the run's own trainer, which stays where it stands.
        twin = Trainer(line.checkpoints[0].config, trainer.dataset)
        line.restore(twin, line.checkpoints[0])
        epochs = np.unique(np.linspace(line.start.epoch, line.position.epoch, MAX_POINTS).astype(int))
        points = []
        for epoch in epochs[epochs < self.line.position.epoch].tolist():
            line.reach(twin, Position(epoch))
            points.append((epoch, twin.network.theta.copy()))
        return points

    @Slot(object)
    def set_budget(self, budget: int) -> None:
        """Limit the memory of the line and its branches, in bytes."""
        self._budget = budget
        for branch in self.branches:
            branch.line.set_budget(budget // BRANCH_PART)
        self._share()
        self._note()

    def _share(self) -> None:
        """Take what the branches use off the line's part of the memory."""
        self.line.set_budget(self._budget - sum(branch.line.used for branch in self.branches))

    def _begin(self) -> None:
        trainer = self._worker.trainer
        if trainer is not None:
            self.line.start_run(trainer)
            self._share()
            self._config = trainer.config
            self._note()

    def _keep_branch(self) -> None:
        """Keep the future that the next step leaves, unless there is none."""
        line, config = self.line, self._config
        if line.position >= line.end or config is None:
            return
        self._numbered += 1
        kept = line.copy()
        moments = [moment for moment in kept.checkpoints if moment.position <= line.end]
        self.branches.append(
            TimelineBranch(
                self._numbered, line.position, line.end, moments[-1].config if moments else config, kept.history, kept
            )
        )
        kept.set_budget(self._budget // BRANCH_PART)
        del self.branches[:-MAX_BRANCHES]
        self._share()

    def _note(self) -> None:
        line = self.line
        used = line.used + sum(branch.line.used for branch in self.branches)
        branches, kept = tuple(self.branches), line.copy()
        facts = TimelineFacts(self._worker.job, line.start, line.end, used, self._budget, branches, kept)
        self.facts_changed.emit(facts)
