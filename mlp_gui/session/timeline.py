"""The time machine of a run: where it stands on its line, moving along it, and the branches that were left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.history import History
from mlp_gui.engine.timeline import BUDGET, START, Position, Timeline
from mlp_gui.session.phase import Phase
from mlp_gui.session.run import Run
from mlp_gui.session.worker import Progress, Worker

MOST_BRANCHES = 8


@dataclass(frozen=True, eq=False)
class Branch:
    """A future that was left: where the run turned off it, and how it had gone on."""

    number: int
    left_at: Position
    end: Position
    config: RunConfig
    history: History
    line: Timeline


@dataclass(frozen=True)
class LineFacts:
    """What a person sees of the line. used, budget: bytes."""

    job: int
    start: Position
    end: Position
    used: int
    budget: int
    branches: tuple[Branch, ...]


class Recorder(QObject):
    """Lives in the worker's thread: records after each slice, and moves the trainer along the line."""

    noted = Signal(object)  # LineFacts
    moved = Signal(object, object)  # Progress, RunConfig
    refused = Signal(object)  # UserError

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker, self._line = worker, Timeline()
        self._config: RunConfig | None = None
        self._branches: list[Branch] = []
        self._numbered = 0
        self.moveToThread(worker.thread())
        worker.built.connect(self._on_built)
        worker.advanced.connect(self._on_advanced)
        worker.retuned.connect(self._on_retuned)

    # The worker's signals arrive here at once, before its next command: both live in the same thread.

    @Slot(object, object)
    def _on_built(self, facts: object, progress: Progress) -> None:
        self._branches = []
        self._begin()

    @Slot(object)
    def _on_advanced(self, progress: Progress) -> None:
        trainer = self._worker._trainer
        if trainer is not None:
            self._keep_branch()
            self._line.record(trainer, progress.reports)
            self._note()

    @Slot(object)
    def _on_retuned(self, progress: Progress) -> None:
        trainer = self._worker._trainer
        if trainer is None:
            return
        if progress.epoch == 0 and progress.batch == 0:
            self._line.here = START
            self._keep_branch()
            self._begin()
        elif trainer.config != self._config:
            self.change()

    @Slot()
    def change(self) -> None:
        """The run was changed where it stands."""
        trainer = self._worker._trainer
        if trainer is not None:
            self._keep_branch()
            self._config = trainer.config
            self._line.change(trainer)
            self._note()

    @Slot(object)
    def move(self, target: Position) -> None:
        trainer = self._worker._trainer
        if trainer is None:
            return
        try:
            self._line.reach(trainer, target)
        except UserError as error:
            self.refused.emit(error)
        self._config = trainer.config
        self.moved.emit(self._worker._progress(trainer, [], 0.0, look=True), trainer.config)

    @Slot(int)
    def take_branch(self, number: int) -> None:
        """Go on with a branch that was left; the present future becomes one."""
        trainer = self._worker._trainer
        branch = next((b for b in self._branches if b.number == number), None)
        if trainer is None or branch is None:
            return
        self._line.here = min(branch.left_at, self._line.end)
        self._keep_branch()
        self._branches.remove(branch)
        self._line = branch.line.copy()
        self._line.reach(trainer, self._line.end)
        self._config = trainer.config
        self._note()
        self.moved.emit(self._worker._progress(trainer, [], 0.0, look=True), trainer.config)

    @Slot(int)
    def set_budget(self, budget: int) -> None:
        self._line.set_budget(budget)
        self._note()

    def _begin(self) -> None:
        trainer = self._worker._trainer
        if trainer is not None:
            self._line.begin(trainer)
            self._config = trainer.config
            self._note()

    def _keep_branch(self) -> None:
        """The future that the next step leaves, unless there is none."""
        line, config = self._line, self._config
        if line.here >= line.end or config is None:
            return
        self._numbered += 1
        kept = line.copy()
        moments = [moment for moment in kept.moments if moment.position <= line.end]
        self._branches.append(
            Branch(self._numbered, line.here, line.end, moments[-1].config if moments else config, kept.history, kept)
        )
        del self._branches[:-MOST_BRANCHES]

    def _note(self) -> None:
        line = self._line
        facts = LineFacts(self._worker._job, line.start, line.end, line.used, line.budget, tuple(self._branches))
        self.noted.emit(facts)


class TimeMachine(QObject):
    """The GUI side. Moves are requested one at a time; of those that pile up only the last one counts."""

    changed = Signal()  # where the run stands, where the line begins and ends, memory, branches
    refused = Signal(object)  # UserError

    _move = Signal(object)
    _take_branch = Signal(int)
    _set_budget = Signal(int)

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self.facts = LineFacts(0, START, START, 0, BUDGET, ())
        self._busy = False
        self._wanted: Position | None = None
        run.along = self.along
        self.recorder = Recorder(run._thread.worker)
        self._move.connect(self.recorder.move)
        self._take_branch.connect(self.recorder.take_branch)
        self._set_budget.connect(self.recorder.set_budget)
        self.recorder.noted.connect(self._on_noted)
        self.recorder.moved.connect(self._on_moved)
        self.recorder.refused.connect(self.refused)
        run.progressed.connect(self.changed)
        run.was_built.connect(self.changed)
        run.phase_changed.connect(self._on_phase)

    # --- what a person can ask -------------------------------------------------------------------------------

    @property
    def here(self) -> Position:
        return Position(self._run.epoch, self._run.batch)

    @property
    def in_the_past(self) -> bool:
        """Whether the line goes on after where the run stands."""
        return self.facts.job == self._run._job and self._run.facts is not None and self.here < self.facts.end

    def why_not(self) -> str | None:
        """None when the run may be moved along its line, else the reason."""
        if self._run.facts is None:
            return "Open a table and choose a target first."
        if self._run.phase is Phase.RUNNING or not self._run._walk.is_over:
            return "Stop the run first."
        return None if self.facts.end > self.facts.start else "Nothing has been trained yet."

    def go_to(self, epoch: int, batch: int = 0) -> None:
        """Put the run where it was then."""
        if self.why_not() is not None:
            return
        target = min(max(Position(epoch, batch), self.facts.start), self.facts.end)
        if self._busy:
            self._wanted = target
        elif target != self.here:
            self._busy = True
            self._move.emit(target)

    def along(self, epochs: int, batches: int) -> bool:
        """Step over what was trained before instead of training it again; False at the end of the line."""
        if not self.in_the_past or self._busy:
            return self._busy
        epoch, batch = self.here
        count = self._run.facts.batches_per_epoch if self._run.facts is not None else 1
        border = (epoch + epochs, 0) if epochs else (epoch, batch + batches)
        self.go_to(*(border if border[1] < count else (epoch + 1, 0)))
        return True

    def back(self) -> None:
        """To the border of epochs before."""
        self.go_to(self.here.epoch if self.here.batch else self.here.epoch - 1)

    def back_batch(self) -> None:
        """One batch back."""
        epoch, batch = self.here
        count = self._run.facts.batches_per_epoch if self._run.facts is not None else 1
        self.go_to(*((epoch, batch - 1) if batch else (epoch - 1, count - 1)))

    def take_branch(self, number: int) -> None:
        """Go to the end of a branch that was left."""
        if self._run.phase is not Phase.RUNNING and not self._busy:
            self._busy = True
            self._take_branch.emit(number)

    def set_budget(self, budget: int) -> None:
        """Bytes that the line may take."""
        self._set_budget.emit(budget)

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot()
    def _on_phase(self) -> None:
        """A run that has just begun has no line yet, whatever the one before had; its own facts are on their way."""
        if self._run.phase is Phase.READY and self.facts.end > START:
            self.facts = replace(self.facts, start=START, end=START)

    @Slot(object)
    def _on_noted(self, facts: LineFacts) -> None:
        run = self._run
        if facts.job != run._job:
            return
        self.facts = facts
        if run.phase in (Phase.RUNNING, Phase.FAILED):
            return
        if len(run.history) and run.history[-1].epoch > facts.end.epoch:
            run.history.truncate(facts.end.epoch)
            run.progressed.emit()
        self.changed.emit()

    def _arrive(self, progress: Progress, config: RunConfig) -> None:
        """The run is elsewhere on its line. Its history keeps what comes after, for the curves."""
        run = self._run
        if config != run.config:
            run.config = config
            run.config_changed.emit()
        run._take(progress)
        run.weights.prefer_best = False
        run._set_phase(Phase.PAUSED if self.in_the_past else run._resting_phase())
        run._focus()
        run.progressed.emit()

    @Slot(object, object)
    def _on_moved(self, progress: Progress, config: RunConfig) -> None:
        run, self._busy = self._run, False
        if progress.job == run._job:
            self._arrive(progress, config)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.go_to(*wanted)
