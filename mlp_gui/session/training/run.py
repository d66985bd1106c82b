"""The run: takes commands, asks the worker for slices, and tells what happened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import changed_params
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.state import State
from mlp_gui.export.project.run_past import LinePast
from mlp_gui.session.training.phase import Phase, RunCommand, disabled_reason
from mlp_gui.session.training.prediction_cache import PredictionCache
from mlp_gui.session.training.readable_run import ReadableRun
from mlp_gui.session.training.slice_scheduler import SliceScheduler
from mlp_gui.session.training.status_text import needs_reset_text
from mlp_gui.session.training.worker_messages import Job, RunFacts, SliceRequest, TrainingProgress
from mlp_gui.session.training.worker_thread import WorkerThread


class Run(ReadableRun):
    """A run that can be commanded. It always trains; `TimeMachine` steps over what was trained before.

    Attributes
    ----------
    scheduler : SliceScheduler
        How far the run is to go.
    worker : Worker
        For objects that live in its thread and look at its trainer.

    Signals
    -------
    leaving
        The run is about to be replaced by another one, or to begin anew.
    built
        A run stands at its beginning, or where a saved state was taken up; or there is none any more.
    changing
        Another setting or weight is on its way to the trainer.
    epochs_finished(list of EpochReport)
        After each epoch, in order, none left out. Declared as object: a Signal(list) would convert every report.
    checkpointed(State)
        A copy of the whole state, as `request_checkpoint` asked for.
    refused(UserError), crashed(str)
    """

    leaving = Signal()
    built = Signal()
    changing = Signal()
    epochs_finished = Signal(object)
    checkpointed = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._past: LinePast | None = None
        self._thread = WorkerThread(self)
        self.scheduler = SliceScheduler(self._thread)
        self.worker = worker = self._thread.worker
        worker.built.connect(self._on_built)
        worker.advanced.connect(self._on_advanced)
        worker.retuned.connect(self._on_retuned)
        worker.checkpointed.connect(self._on_checkpointed)
        worker.refused.connect(self._on_refused)
        worker.crashed.connect(self._on_crashed)

    @property
    def lacks_network(self) -> bool:
        """Whether there is data, and the network for it was refused or could not be made."""
        return self.phase is Phase.EMPTY and bool(self._cannot_go_on)

    # --- what a person can ask -------------------------------------------------------------------------------

    def why_not(self, command: RunCommand) -> str | None:
        """Return why a command is not legal now, in a sentence; None when it is."""
        reason = disabled_reason(command, self.phase)
        asks_to_train = command in (RunCommand.TRAIN, RunCommand.STEP)
        if asks_to_train and self._cannot_go_on and (reason is None or self.phase is Phase.EMPTY):
            return self._cannot_go_on
        return reason

    def is_ready_for(self, command: RunCommand) -> bool:
        """Return whether a command is legal and no slice is under way."""
        return self.scheduler.is_idle and self.why_not(command) is None

    def set_dataset(
        self,
        dataset: Dataset | None,
        config: RunConfig | None = None,
        state: State | None = None,
        past: LinePast | None = None,
    ) -> None:
        """Replace the run by one on another dataset.

        Parameters
        ----------
        dataset : Dataset or None
            None when there is none any more.
        config : RunConfig, optional
            Settings that suit it; the present ones stay when omitted.
        state : State, optional
            Where to go on from. A new run begins when omitted.
        past : LinePast, optional
            How it came there.
        """
        self.leaving.emit()
        self.dataset, self._state, self._past = dataset, state, past
        if config is not None:
            self.config = config
            self.config_changed.emit()
        self._rebuild()

    def set_config(self, config: RunConfig) -> None:
        """Change the settings: before the first step any of them, later only those declared live."""
        if config == self.config:
            return
        begins = self.phase in (Phase.EMPTY, Phase.READY)
        frozen = [p.label for p in changed_params(self.config, config) if not (p.live or begins)]
        refusal = self.lock_refusal(config) or (needs_reset_text(frozen) if frozen else None)
        if refusal is not None:
            # Nothing has changed, but a form that shows the refused value must hear of it and take it back.
            self.refused.emit(refusal)
            self.config_changed.emit()
            return
        self.config = config
        self.config_changed.emit()
        if begins:
            self._rebuild()
        else:
            self.announce_change()
            self._thread.retune.emit(config)

    def announce_change(self) -> None:
        """Tell that another setting or weight is on its way to the trainer, whoever sends it."""
        self.changing.emit()

    @Slot()
    def train(self) -> None:
        """Train until a rule or a person stops it."""
        if self.is_ready_for(RunCommand.TRAIN):
            self._set_phase(Phase.RUNNING)
            self._start(SliceRequest(self.job))

    @Slot()
    def stop(self) -> None:
        """Stop when the slice that is under way returns."""
        self.scheduler.goal = None

    @Slot(object)
    def step_epochs(self, count: int) -> None:
        """Train to the end of the epoch that is under way, or of the next one, and count - 1 more."""
        if self.is_ready_for(RunCommand.STEP):
            self._start(SliceRequest(self.job, until_epoch=self.epoch + count))

    @Slot()
    def step_batch(self) -> None:
        """Train one batch."""
        if self.is_ready_for(RunCommand.STEP):
            self._start(SliceRequest(self.job, one_batch=True))

    @Slot()
    def reset(self) -> None:
        """Reset to the same initial weights."""
        if self.why_not(RunCommand.RESET) is None:
            self.leaving.emit()
            self.scheduler.goal = None
            self.weights.show(best=False)
            self._thread.reset.emit()

    def request_checkpoint(self) -> None:
        """Ask for a copy of the whole state, which `checkpointed` brings; a run that is going on goes on."""
        if self.facts is not None:
            self._thread.checkpoint.emit()

    def close(self) -> None:
        """End the worker's thread; safe to call twice."""
        self.scheduler.goal = None
        self._thread.close()

    def final_state(self) -> tuple[State, int, int] | None:
        """Return the state, its epoch and its best epoch when the worker's thread has ended; None without a run."""
        trainer = self.worker.trainer
        if self.facts is None or trainer is None or self.worker.job != self.job:
            return None
        return trainer.state(), trainer.epoch, trainer.best_epoch

    # --- what the worker tells -------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        # Answers to the job before may still be on their way: their number tells them apart.
        self.job += 1
        self.scheduler.goal = None
        self.facts = None
        if self.dataset is None:
            self._empty()
        else:
            self._thread.build.emit(Job(self.job, self.config, self.dataset, self._state, self._past))
            self._state = self._past = None  # the worker has them; a later rebuild begins anew

    def _empty(self, problem: str = "") -> None:
        """Clear everything, as there is nothing to train on or no network to train."""
        self._clear()
        self._cannot_go_on = problem
        self._cache = None
        self._set_phase(Phase.EMPTY)
        self.built.emit()

    @Slot(object, object)
    def _on_built(self, facts: RunFacts, progress: TrainingProgress) -> None:
        if facts.job != self.job or self.dataset is None:
            return
        self._clear()
        self.facts, self._cache = facts, PredictionCache(self.config, self.dataset)
        self.history = facts.history
        self._take(progress)
        self.saved_epoch = self.epoch  # where a file or the list had it
        self._set_phase(self._resting_phase())
        self.built.emit()
        self.progressed.emit()

    @Slot(object, object)
    def _on_checkpointed(self, job: int, state: State) -> None:
        if job == self.job:
            self.checkpointed.emit(state)

    @Slot(object)
    def _on_advanced(self, progress: TrainingProgress) -> None:
        # First of all: the answer to an earlier job ends a slice, too.
        self.scheduler.slice_returned()
        if progress.job != self.job:
            return
        self.unsaved, self.saved_epoch = True, min(self.saved_epoch, self.epoch)  # what follows is another future
        self._take(progress)
        if progress.reports:
            self.throughput.count(len(progress.reports))
            self.epochs_finished.emit(progress.reports)
        if self.scheduler.is_goal_reached(progress):
            self.scheduler.goal = None
            if progress.snapshot is not None:
                self._rest()
            else:  # it rests when the weights of this very moment are here
                self._thread.report_weights.emit()
        elif self.phase is not Phase.RUNNING:
            self._set_phase(Phase.RUNNING)
        # Listeners paint in here, so the next slice is asked for only when they are done: worker and painter take
        # turns with the interpreter, and no queue can fill up.
        self.progressed.emit()
        self.scheduler.request_slice()

    @Slot(object)
    def _on_retuned(self, progress: TrainingProgress) -> None:
        """Take the state after a live change, a reset or a look, without a step."""
        if progress.job != self.job:
            return
        if progress.epoch == 0 and progress.batch == 0:
            self._clear()
            self._take(progress)
            self._set_phase(Phase.READY)
            self.built.emit()
        else:
            self._take(progress)
            # The weights that a run waits for before it rests, see `_on_advanced`.
            if self.phase is Phase.RUNNING and self.scheduler.is_idle:
                self._rest()
            elif self.phase is Phase.FINISHED and progress.stopped is None:
                self._set_phase(Phase.PAUSED)
        self.phase_changed.emit()
        self.status_changed.emit()
        self.progressed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.scheduler.abort()
        if self.facts is None:
            self._empty(str(error))
        elif self.phase is Phase.RUNNING:
            self._set_phase(Phase.PAUSED)
        self.refused.emit(error)

    @Slot(object, str)
    def _on_crashed(self, job: int, details: str) -> None:
        self.scheduler.abort()
        if self.facts is None and job == self.job:  # it was being built: there is nothing to go on with
            self._empty(tr("The network could not be made. Other settings may help."))
        elif self.phase is Phase.RUNNING:
            self._set_phase(Phase.PAUSED)
        self.crashed.emit(details)

    def _start(self, goal: SliceRequest) -> None:
        self.scheduler.goal = goal
        self.weights.show(best=False)
        self.throughput.start()
        self.scheduler.request_slice()
