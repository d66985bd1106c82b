"""The time machine of a run: where it stands on its line, and moving along it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.timeline import BUDGET, START, Position, Timeline
from mlp_gui.session.timeline.recorder import TimelineFacts, TimelineRecorder
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.worker_messages import TrainingProgress


class TimeMachine(QObject):
    """Moves a run along its recorded line. Of moves that pile up only the last one counts.

    Attributes
    ----------
    facts : TimelineFacts
        Where the line begins and ends, its memory and its branches.
    pending_branch : int or None
        Number of the branch that is being gone back to.
    recorder : TimelineRecorder
        Its counterpart in the worker's thread.

    Signals
    -------
    changed
        Where the run stands, or one of the facts.
    refused(UserError)
    """

    changed = Signal()
    refused = Signal(object)

    _move = Signal(object)
    _take_branch = Signal(object)
    _set_budget = Signal(object)

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run
        self.facts = TimelineFacts(0, START, START, 0, BUDGET, (), Timeline())
        self._busy = False
        self._wanted: Position | None = None
        self._target = START  # of the move that is under way
        self._changed = False  # since that move was asked for
        self._branching = False
        self.pending_branch: int | None = None
        self.recorder = TimelineRecorder(run.worker)
        self._move.connect(self.recorder.move_to)
        self._take_branch.connect(self.recorder.take_branch)
        self._set_budget.connect(self.recorder.set_budget)
        self.recorder.facts_changed.connect(self._on_noted)
        self.recorder.moved.connect(self._on_moved)
        self.recorder.refused.connect(self.refused)
        run.progressed.connect(self.changed)
        run.built.connect(self.changed)
        run.phase_changed.connect(self._on_phase)
        run.changing.connect(self._on_changing)

    # --- what a person can ask -------------------------------------------------------------------------------

    @property
    def position(self) -> Position:
        """Where the run stands."""
        return Position(self._run.epoch, self._run.batch)

    @property
    def is_in_past(self) -> bool:
        """Whether the line goes on after where the run stands."""
        return self._goes_on_after(self.position)

    @property
    def is_settled(self) -> bool:
        """Whether the run stands at the end of its line, and not where the worker still has to begin a branch.

        What was asked of the worker before it hears of a change belongs to neither: the line was left, the branch is
        not there yet.
        """
        return not (self.is_in_past or self._branching)

    @property
    def is_up_to_date(self) -> bool:
        """Whether the line is known as far as the run has come: the worker tells of it a moment after the epoch."""
        run = self._run
        if run.facts is None or run.phase is Phase.FAILED:  # a run that has diverged is an epoch ahead of its line
            return True
        return self.facts.job == run.job and self.facts.end >= self.position

    def known_line(self) -> Timeline | None:
        """Return the recorded line, which nobody may write to; None while the one of this run is not known yet."""
        if self._run.facts is None:
            return None
        thread = self.recorder.thread()
        if thread is None or not thread.isRunning():  # it has ended, and what it told last may not have arrived
            return self.recorder.line
        return self.facts.line if self.facts.job == self._run.job else None

    def why_not(self) -> str | None:
        """Return why the run cannot be moved along its line; None when it can."""
        if self._run.facts is None:
            return tr("Open a table and choose a target first.")
        if self._run.phase is Phase.RUNNING or not self._run.scheduler.is_idle:
            return tr("Stop the run first.")
        return None if self.facts.end > self.facts.start else tr("Nothing has been trained yet.")

    def go_to(self, epoch: int, batch: int = 0) -> None:
        """Put the run where it was then.

        Parameters
        ----------
        epoch : int
            Epochs completed; clipped to the line.
        batch : int
            Batches of the next epoch.
        """
        if self.why_not() is not None:
            return
        target = min(max(Position(epoch, batch), self.facts.start), self.facts.end)
        if self._busy:
            self._wanted = target
        elif target != self.position:
            self._busy, self._target, self._changed = True, target, False
            self._move.emit(target)

    @Slot(object)
    def step_epochs(self, count: int) -> None:
        """Step so many epochs forward: along the line as far as it goes, else by training."""
        if self._run.is_ready_for(RunCommand.STEP) and not self.replay_step(count, 0):
            self._run.step_epochs(count)

    @Slot()
    def step_batch(self) -> None:
        """Step one batch forward: along the line if it goes on, else by training."""
        if self._run.is_ready_for(RunCommand.STEP) and not self.replay_step(0, 1):
            self._run.step_batch()

    def replay_step(self, epochs: int, batches: int) -> bool:
        """Step through recorded training instead of training again.

        Parameters
        ----------
        epochs : int
            How many; 0 steps by batches.
        batches : int

        Returns
        -------
        bool
            False at the end of the recorded line, where the caller must train.
        """
        if self.pending_branch is not None:
            return True
        if not self._busy and not self.is_in_past:
            return False
        # Steps that pile up each go on from where the one before will lead.
        epoch, batch = (self._wanted or self._target) if self._busy else self.position
        count = self._run.facts.batches_per_epoch if self._run.facts is not None else 1
        border = (epoch + epochs, 0) if epochs else (epoch, batch + batches)
        self.go_to(*(border if border[1] < count else (epoch + 1, 0)))
        return True

    def step_back(self) -> None:
        """Move back to the border of epochs before."""
        self.go_to(self.position.epoch if self.position.batch else self.position.epoch - 1)

    def step_back_batch(self) -> None:
        """Move back one batch."""
        epoch, batch = self.position
        count = self._run.facts.batches_per_epoch if self._run.facts is not None else 1
        self.go_to(*((epoch, batch - 1) if batch else (epoch - 1, count - 1)))

    def take_branch(self, number: int) -> None:
        """Move to the end of a branch that was left."""
        if self._run.phase is not Phase.RUNNING and not self._busy:
            self._busy, self._changed, self.pending_branch = True, False, number
            self._take_branch.emit(number)

    def set_budget(self, budget: int) -> None:
        """Limit the memory of the line, in bytes."""
        self._set_budget.emit(budget)

    # --- what happened ---------------------------------------------------------------------------------------

    @Slot()
    def _on_phase(self) -> None:
        """Forget the line: a run that has just begun has none, and its own facts are on their way."""
        if self._run.phase in (Phase.READY, Phase.RUNNING):
            self._branching = False
        if self._run.phase is Phase.READY and self.facts.end > START:
            self.facts = replace(self.facts, start=START, end=START)

    @Slot()
    def _on_changing(self) -> None:
        """Leave the future at once: after a change the next step trains, even before the worker has heard of it."""
        self._changed = True
        if self.is_in_past and self.pending_branch is None:
            self.facts = replace(self.facts, end=self._target if self._busy else self.position)
            self._branching = True

    @Slot(object)
    def _on_noted(self, facts: TimelineFacts) -> None:
        run = self._run
        if facts.job != run.job:
            return
        self.facts, self._branching = facts, False
        # A running history grows by itself; that of a diverged run has an epoch more than the line, which is to stay.
        if run.phase in (Phase.RUNNING, Phase.FAILED):
            return
        run.truncate_history(facts.end.epoch)
        self.changed.emit()

    def _goes_on_after(self, position: Position) -> bool:
        return self.facts.job == self._run.job and self._run.facts is not None and position < self.facts.end

    @Slot(object, object)
    def _on_moved(self, progress: TrainingProgress, config: RunConfig) -> None:
        run, self._busy = self._run, False
        taken, self.pending_branch = self.pending_branch is not None, None
        if progress.job == run.job:
            if taken:
                run.history = progress.history  # of another line
            beyond = self._goes_on_after(Position(progress.epoch, progress.batch))
            # A change that was made during the move is on its way to the worker: older settings must not replace it.
            run.stand_at(progress, None if self._changed else config, beyond)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.go_to(*wanted)
