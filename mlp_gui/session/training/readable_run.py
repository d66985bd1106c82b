"""What is known about a run: phase, configuration, history and weights to show. All of it lives in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.reports import Snapshot, StopKind, StopReason
from mlp_gui.session.training.displayed_weights import AverageNetwork, DisplayedWeights
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.prediction_cache import PredictionCache
from mlp_gui.session.training.status_text import RunStatus, status_text
from mlp_gui.session.training.throughput import Throughput
from mlp_gui.session.training.worker_messages import RunFacts, TrainingProgress

MAX_SNAPSHOTS = 512  # that wait to be taken


class ReadableRun(QObject):
    """State of a run, to be read by anyone and changed through its methods only.

    Attributes
    ----------
    config : RunConfig
    dataset : Dataset or None
    phase : Phase
    facts : RunFacts or None
        What is fixed for the run; None while no network is built.
    job : int
        Number of the run; what the worker says of an earlier one is ignored.
    epoch, batch : int
        Epochs completed, and batches of the one under way.
    best_epoch, best_value : int, float
        Where the monitored number was best so far.
    patience_start : int
        The epoch that patience is counted from.
    stopped : StopReason or None
        Which rule ended the run.
    history : History
        All epochs of the line, also those after the place that was gone back to.
    weights : DisplayedWeights
    prediction_cache : PredictionCache or None
        What the displayed weights predict.
    throughput : Throughput
    unsaved : bool
        Whether it was trained since a file last held it.
    config_lock : callable or None
        Returns why a configuration is refused, or None: a class file may lock settings.
    saved_epoch : int
        Up to which epoch a file holds it; 0 when none does.

    Signals
    -------
    phase_changed, config_changed, status_changed
    average_offered
        There is an average of several networks to look at, or none any more.
    progressed
        After every slice, move or change. A direct connection may paint: the worker waits for its turn.
    """

    phase_changed = Signal()
    config_changed = Signal()
    status_changed = Signal()
    average_offered = Signal()
    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.config = RunConfig()
        self.dataset: Dataset | None = None
        self.phase = Phase.EMPTY
        self.facts: RunFacts | None = None
        self.config_lock: Callable[[RunConfig], UserError | None] | None = None
        self._cache: PredictionCache | None = None
        self.job = 0
        self._snapshots: list[Snapshot] = []
        self._clear()

    # --- what anyone may read --------------------------------------------------------------------------------

    @property
    def status(self) -> RunStatus:
        """What the sentence about the run depends on."""
        data, facts = self.dataset, self.facts
        return RunStatus(
            phase=self.phase,
            rows=(len(data.train), len(data.validation), len(data.test)) if data is not None else None,
            epoch=self.epoch,
            batch=self.batch,
            batches_per_epoch=facts.batches_per_epoch if facts is not None else 0,
            stopped=self.stopped,
            best_epoch=self.best_epoch,
            best_value=self.best_value,
            monitor=self.config.training.stopping.monitor,
        )

    @property
    def status_text(self) -> str:
        """One sentence that says where the run stands."""
        return status_text(self.status)

    def lock_refusal(self, config: RunConfig) -> UserError | None:
        """Return why a configuration is refused that changes what a class file locks; None when it does not."""
        return None if self.config_lock is None else self.config_lock(config)

    @property
    def displayed(self) -> Snapshot | None:
        """The weights that plots, scores and exports use."""
        return self.weights.displayed

    @property
    def n_averaged(self) -> int:
        """How many networks the average that can be looked at has; 0 where there is none, or the run goes on."""
        average = self.weights.average if self.phase.is_resting else None
        return len(average.ensemble.members) if average is not None else 0

    @property
    def prediction_cache(self) -> PredictionCache | None:
        """What the displayed weights predict, whoever asks and whenever."""
        if self._cache is not None and self.displayed is not None:
            self._cache.set_weights(self.displayed)
            average = self.weights.average if self.weights.is_average else None
            self._cache.set_average(None if average is None else average.ensemble)
        return self._cache

    # --- what its companions in the session may change ---------------------------------------------------------

    def display_best(self, best: bool) -> None:
        """Choose between the best weights so far and the last ones."""
        self.weights.show(best)

    def offer_average(self, average: AverageNetwork | None) -> None:
        """Let the mean answer of several networks be looked at, or no longer.

        Parameters
        ----------
        average : AverageNetwork or None
            Of networks that have learned from the rows of the run.
        """
        self.weights.average = average
        self.weights.prefer_average = self.weights.prefer_average and average is not None
        self.average_offered.emit()

    def display_average(self) -> None:
        """Look at the average that is offered, until other weights are chosen or the run goes on."""
        self.weights.prefer_average = self.weights.average is not None

    def take_snapshots(self) -> list[Snapshot]:
        """Return the weights after some of the latest epochs, each once; what nobody takes is dropped in time."""
        taken = self._snapshots
        self._snapshots = []
        return taken

    def mark_saved(self) -> None:
        """Note that a file holds the run, or that it may be lost."""
        self.unsaved, self.saved_epoch = False, self.epoch

    def mark_unsaved(self) -> None:
        """Note that no file holds the run."""
        self.unsaved, self.saved_epoch = True, 0

    def stand_at(
        self, progress: TrainingProgress, config: RunConfig | None = None, recorded_beyond: bool = False
    ) -> None:
        """Take over where the trainer was moved along its recorded line.

        The history keeps what comes after, for the curves.

        Parameters
        ----------
        progress : TrainingProgress
            The trainer as it stands now.
        config : RunConfig, optional
            The settings of that time; the present ones stay when omitted.
        recorded_beyond : bool
            Whether the line goes on after this place: then no rule has ended the run here.
        """
        if config is not None and config != self.config:
            self.config = config
            self.config_changed.emit()
        self._take(progress)
        self.weights.show(best=False)
        self._set_phase(Phase.PAUSED if recorded_beyond else self._resting_phase())
        self.progressed.emit()

    def truncate_history(self, epoch: int) -> None:
        """Forget what the history holds after an epoch: that future was left."""
        if len(self.history) and self.history[-1].epoch > epoch:
            self.history.truncate(epoch)
            self.progressed.emit()

    # --- inside ----------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        """Go back to before the first step of a run."""
        self.history, self.throughput, self.weights = History(), Throughput(), DisplayedWeights()
        self._snapshots = []
        self.epoch = self.batch = self.best_epoch = self.patience_start = 0
        self.best_value = float("nan")
        self.stopped: StopReason | None = None
        self.unsaved, self.saved_epoch = False, 0
        self._cannot_go_on = ""

    def _take(self, progress: TrainingProgress) -> None:
        if progress.reports:  # else it was moved along its line: the curves keep what comes later
            self.history = progress.history
        self._snapshots = [*self._snapshots, *progress.snapshots][-MAX_SNAPSHOTS:]
        self.epoch, self.batch, self.best_epoch = progress.epoch, progress.batch, progress.best_epoch
        self.best_value, self.stopped, self._cannot_go_on = progress.best_value, progress.stopped, progress.refusal
        self.patience_start = progress.patience_start
        if progress.snapshot is not None:
            self.weights.last, self.weights.best = progress.snapshot, progress.best

    def _rest(self) -> None:
        self.throughput.pause()
        self._set_phase(self._resting_phase())

    def _resting_phase(self) -> Phase:
        """Return where a run at rest stands; one that a rule has ended shows the weights the rule asks for."""
        if self.stopped is not None:
            self.weights.show(self.config.training.stopping.restore_best and self.best_epoch > 0)
            return Phase.FAILED if self.stopped.kind is StopKind.DIVERGED else Phase.FINISHED
        return Phase.PAUSED if self.epoch or self.batch else Phase.READY

    def _set_phase(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()
        self.status_changed.emit()
