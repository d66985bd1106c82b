"""The run: phase, history, weights to show. It asks the worker for slices and tells the views what happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import changed_params
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import Snapshot, StopReason
from mlp_gui.engine.training.state import State
from mlp_gui.session.training import status_text
from mlp_gui.session.training.displayed_weights import DisplayedWeights
from mlp_gui.session.training.phase import Phase, RunCommand, disabled_reason
from mlp_gui.session.training.prediction_cache import PredictionCache
from mlp_gui.session.training.slice_scheduler import SliceScheduler
from mlp_gui.session.training.throughput import Throughput
from mlp_gui.session.training.worker import Job, RunFacts, SliceRequest, TrainingProgress
from mlp_gui.session.training.worker_thread import WorkerThread


class Run(QObject):
    """Owns everything about a run that a person sees. All of it lives in the GUI thread."""

    phase_changed = Signal()
    config_changed = Signal()
    changing = Signal()  # another setting or weight is on its way to the trainer
    built = Signal()  # a new run stands at epoch 0
    epochs_finished = Signal(object)  # list of EpochReport, in order, none left out (a Signal(list) would convert each)
    progressed = Signal()  # after every slice; a direct connection may paint: the worker waits for its turn
    weights_changed = Signal()
    status_changed = Signal()
    refused = Signal(object)
    crashed = Signal(str)
    checkpointed = Signal(object)  # State, a copy

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.config = RunConfig()
        self.dataset: Dataset | None = None
        self.phase = Phase.EMPTY
        self.facts: RunFacts | None = None
        self.prediction_cache: PredictionCache | None = None
        self._clear()
        self.job = 0
        self._state: State | None = None
        self._thread = WorkerThread(self)
        self.scheduler = SliceScheduler(self._thread)
        self.replay_step: Callable[[int, int], bool] = lambda epochs, batches: False  # steps over what was trained
        self.worker = worker = self._thread.worker  # for those who look at its trainer, in its thread
        worker.built.connect(self._on_built)
        worker.advanced.connect(self._on_advanced)
        worker.retuned.connect(self._on_retuned)
        worker.checkpointed.connect(self._on_checkpointed)
        worker.refused.connect(self._on_refused)
        worker.crashed.connect(self._on_crashed)

    # --- what a person can ask -------------------------------------------------------------------------------

    def why_not(self, command: RunCommand) -> str | None:
        """None when the command is legal now, else the reason in a sentence."""
        reason = disabled_reason(command, self.phase)
        if reason is None and command in (RunCommand.TRAIN, RunCommand.STEP) and self._cannot_go_on:
            return self._cannot_go_on
        return reason

    def set_dataset(self, dataset: Dataset | None, config: RunConfig | None = None, state: State | None = None) -> None:
        """Take another dataset (None: there is none now), a configuration that suits it, a state to go on from."""
        self.dataset, self._state = dataset, state
        if config is not None:
            self.config = config
            self.config_changed.emit()
        self._rebuild()

    def set_config(self, config: RunConfig) -> None:
        """Before the first step anything may change; later only what is declared live."""
        if config == self.config:
            return
        if self.phase in (Phase.EMPTY, Phase.READY):
            self.config = config
            self.config_changed.emit()
            self._rebuild()
            return
        frozen = [p.label for p in changed_params(self.config, config) if not p.live]
        if frozen:
            self.refused.emit(status_text.needs_reset_text(frozen))
            self.config_changed.emit()
            return
        self.config = config
        self.config_changed.emit()
        self.changing.emit()
        self._thread.retune.emit(config)

    @Slot()
    def train(self) -> None:
        if self._may(RunCommand.TRAIN):
            self._set_phase(Phase.RUNNING)
            self._start(SliceRequest(self.job))

    @Slot()
    def stop(self) -> None:
        """Takes effect when the slice that is under way returns."""
        self.scheduler.goal = None

    @Slot(int)
    def step_epochs(self, count: int) -> None:
        """Complete the epoch that is under way, or the next one, and count - 1 more."""
        if self._may(RunCommand.STEP) and not self.replay_step(count, 0):
            self._start(SliceRequest(self.job, until_epoch=self.epoch + count))

    @Slot()
    def step_batch(self) -> None:
        if self._may(RunCommand.STEP) and not self.replay_step(0, 1):
            self._start(SliceRequest(self.job, one_batch=True))

    @Slot()
    def reset(self) -> None:
        """Back to the same initial weights."""
        if self.why_not(RunCommand.RESET) is None:
            self.scheduler.goal = None
            self.weights.prefer_best = False
            self._thread.reset.emit()

    def request_checkpoint(self) -> None:
        """`checkpointed` will bring a copy of the whole state; a run that is going on goes on."""
        if self.facts is not None:
            self._thread.checkpoint.emit()

    def close(self) -> None:
        """End the worker's thread; safe to call twice."""
        self.scheduler.goal = None
        self._thread.close()

    # --- what the views may read -----------------------------------------------------------------------------

    @property
    def status_text(self) -> str:
        return status_text.status_text(self)

    @property
    def displayed(self) -> Snapshot | None:
        """The weights that plots, scores and exports use."""
        return self.weights.displayed

    def display_best(self, best: bool) -> None:
        """Choose between the best weights so far and the last ones."""
        self.weights.prefer_best = best
        self._focus()

    # --- what the worker tells -------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        self.job += 1
        self.scheduler.goal = None
        self.facts = None
        if self.dataset is None:
            self._empty()
        else:
            self._thread.build.emit(Job(self.job, self.config, self.dataset, self._state))
            self._state = None

    def _empty(self) -> None:
        """There is nothing to train on."""
        self._clear()
        self.prediction_cache = None
        self._set_phase(Phase.EMPTY)
        self.built.emit()

    def _clear(self) -> None:
        """As before the first step of a run."""
        self.history, self.throughput, self.weights = History(), Throughput(), DisplayedWeights()
        self.snapshots: list[Snapshot] = []  # for whoever keeps a chronicle, to take away
        self.epoch = self.batch = self.best_epoch = 0
        self.best_value = float("nan")
        self.stopped: StopReason | None = None
        self.unsaved = False
        self._cannot_go_on = ""

    @Slot(object, object)
    def _on_built(self, facts: RunFacts, progress: TrainingProgress) -> None:
        if facts.job != self.job or self.dataset is None:
            return
        self._clear()
        self.facts, self.prediction_cache = facts, PredictionCache(self.config, self.dataset)
        self.history = facts.history
        self._take(progress)
        self._set_phase(self._resting_phase())
        self.built.emit()
        self._focus()
        self.progressed.emit()

    @Slot(int, object)
    def _on_checkpointed(self, job: int, state: State) -> None:
        if job == self.job:
            self.checkpointed.emit(state)

    @Slot(object)
    def _on_advanced(self, progress: TrainingProgress) -> None:
        self.scheduler.slice_returned()
        if progress.job != self.job:
            return
        self._take(progress)
        self.unsaved = True
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
        self.progressed.emit()
        self.scheduler.request_slice()

    @Slot(object)
    def _on_retuned(self, progress: TrainingProgress) -> None:
        """After a live change, a reset or a look: the state without a step."""
        if progress.job != self.job:
            return
        if progress.epoch == 0 and progress.batch == 0:
            self._clear()
            self._take(progress)
            self._set_phase(Phase.READY)
            self.built.emit()
        else:
            self._take(progress)
            if self.phase is Phase.RUNNING and self.scheduler.is_idle:
                self._rest()
            elif self.phase is Phase.FINISHED and progress.stopped is None:
                self._set_phase(Phase.PAUSED)
        self.phase_changed.emit()
        self.status_changed.emit()
        self._focus()
        self.progressed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.scheduler.abort()
        if self.facts is None:
            self._empty()
        elif self.phase is Phase.RUNNING:
            self._set_phase(Phase.PAUSED)
        self.refused.emit(error)

    @Slot(int, str)
    def _on_crashed(self, job: int, details: str) -> None:
        self.scheduler.abort()
        if self.phase is Phase.RUNNING:
            self._set_phase(Phase.PAUSED)
        self.crashed.emit(details)

    # --- inside ----------------------------------------------------------------------------------------------

    def _may(self, command: RunCommand) -> bool:
        return self.scheduler.is_idle and self.why_not(command) is None

    def _start(self, goal: SliceRequest) -> None:
        self.scheduler.goal = goal
        self.weights.prefer_best = False
        self.throughput.start()
        self.scheduler.request_slice()

    def _take(self, progress: TrainingProgress) -> None:
        if progress.reports:  # else it was moved along its line: the curves keep what comes later
            self.history = progress.history
        self.snapshots = [*self.snapshots, *progress.snapshots][-512:]
        self.epoch, self.batch, self.best_epoch = progress.epoch, progress.batch, progress.best_epoch
        self.best_value, self.stopped, self._cannot_go_on = progress.best_value, progress.stopped, progress.refusal
        if progress.snapshot is not None:
            self.weights.last, self.weights.best = progress.snapshot, progress.best
            self._focus()

    def _rest(self) -> None:
        self.throughput.pause()
        self._set_phase(self._resting_phase())
        self._focus()

    def _resting_phase(self) -> Phase:
        """Where a run that is not going on stands; one that a rule has ended shows the weights the rule asks for."""
        if self.stopped is not None:
            self.weights.prefer_best = self.config.training.stopping.restore_best and self.best_epoch > 0
            return Phase.FAILED if self.stopped.kind == "diverged" else Phase.FINISHED
        return Phase.PAUSED if self.epoch or self.batch else Phase.READY

    def _focus(self) -> None:
        if self.prediction_cache is not None and self.displayed is not None:
            self.prediction_cache.set_weights(self.displayed)
        self.weights_changed.emit()

    def _set_phase(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()
        self.status_changed.emit()
