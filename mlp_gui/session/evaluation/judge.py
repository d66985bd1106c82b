"""The judge: fits the reference models of a run in the background, and says how good its network is beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.network.losses import Loss
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.shared_references import SharedReferences
from mlp_gui.session.training.shared_scores import SharedScores
from mlp_gui.verdict.advice import Advice, advise
from mlp_gui.verdict.assessment import Assessment, assess_answers
from mlp_gui.verdict.references import References
from mlp_gui.verdict.score_intervals import Intervals, ScoreIntervals, measure_intervals
from mlp_gui.verdict.subgroups import Subgroups, score_subgroups

MEASURE_DELAY = 200  # ms: who steps from epoch to epoch does not wait for the intervals of each


@dataclass(frozen=True, eq=False)
class ScoreDetails:
    """What is known of the judged scores beside their values.

    Attributes
    ----------
    intervals : ScoreIntervals
    subgroups : Subgroups or None
        Of the chosen column; None when there is none.
    """

    intervals: ScoreIntervals
    subgroups: Subgroups | None


class Judge(QObject):
    """Judges the weights that are displayed, whenever a run rests and has been scored.

    Attributes
    ----------
    references : References or None
        Of the dataset of the run; None until they are fitted.
    assessment : Assessment or None
        Of the weights that are displayed; None while a run is going on or nothing has been trained.
    column : str
        Whose groups are scored by themselves; "" for none.

    Signals
    -------
    fitted(References)
    judged(Assessment or None)
        None when what was said does not hold any more.
    measured(ScoreDetails)
        Intervals of the scores, and the groups of the chosen column, some time after `judged`.
    crashed(str)
    """

    fitted = Signal(object)
    judged = Signal(object)
    measured = Signal(object)
    crashed = Signal(str)

    def __init__(self, data: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data, self._run = data, run
        self._shared: SharedReferences | None = None
        self.references: References | None = None
        self.assessment: Assessment | None = None
        self.column = ""
        # The references do not change while a network learns: their intervals, with the length of the blocks.
        self._known: tuple[References, int, dict[str, Intervals]] | None = None
        self._fitting, self._judging, self._measuring = BackgroundTask(self), BackgroundTask(self), BackgroundTask(self)
        self._fitting.succeeded.connect(self._on_fitted)
        self._judging.succeeded.connect(self._on_judged)
        self._measuring.succeeded.connect(self._on_measured)
        for task in (self._fitting, self._judging, self._measuring):
            task.crashed.connect(self.crashed)
        run.built.connect(self._on_built)
        run.phase_changed.connect(self._on_phase)

    def close(self) -> None:
        """End the threads that may be at work."""
        self._fitting.close()
        self._judging.close()
        self._measuring.close()

    @property
    def prepared(self) -> Prepared | None:
        """What the run learns from; None when it came from no table, or from one that was prepared anew since."""
        prepared = self._data.prepared
        return prepared if prepared is not None and prepared.dataset is self._run.dataset else None

    def advice(self) -> Advice | None:
        """Return what to try next; None before the weights are judged, or when no button could do it."""
        run, prepared = self._run, self.prepared
        if self.assessment is None or run.dataset is None:
            return None
        spec, dates = (prepared.spec, prepared.table.date_column) if prepared is not None else (None, "")
        return advise(self.assessment.verdict, run.dataset, run.config, spec, dates)

    @Slot(object)
    def group_by(self, column: str) -> None:
        """Set the column whose groups are scored by themselves, now and whenever weights are judged; "" for none."""
        if column != self.column:
            self.column = column
            self._measure()

    @Slot()
    def judge_displayed(self) -> None:
        """Judge the weights that are displayed, which have just been scored; `judged` follows."""
        run, cache, shared = self._run, self._run.prediction_cache, self._shared
        if cache is None or shared is None or run.phase is Phase.RUNNING or not run.epoch + run.batch:
            return
        self._judging.start(partial(_judge, cache.dataset, run.config.training.loss, shared, cache.shared_scores()))

    @Slot()
    def _on_built(self) -> None:
        run, prepared, cache = self._run, self._data.prepared, self._run.prediction_cache
        self._judging.cancel()
        self._measuring.cancel()
        if prepared is None or not prepared.table.has(self.column):
            self.column = ""
        self._forget()
        if run.dataset is None or cache is None:
            self._fitting.cancel()
            self._shared = self.references = None
            return
        fitting, training = self.prepared, run.config.training
        if self._shared is None or not self._shared.fits(run.dataset, training, fitting):
            self._shared, self.references = SharedReferences(run.dataset, training, fitting), None
            self._fitting.start(partial(_fit, self._shared))
        cache.references = self._shared

    @Slot()
    def _on_phase(self) -> None:
        if self._run.phase is Phase.RUNNING:
            self._judging.cancel()
            self._measuring.cancel()
            self._forget()

    def _forget(self) -> None:
        if self.assessment is not None:
            self.assessment = None
            self.judged.emit(None)

    @Slot(object)
    def _on_fitted(self, references: References) -> None:
        self.references = references
        self.fitted.emit(references)

    @Slot(object)
    def _on_judged(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.judged.emit(assessment)
        self._measure()

    @Slot(object)
    def _on_measured(self, details: ScoreDetails) -> None:
        if self.assessment is not None:
            block = self.assessment.verdict.block
            self._known = self.assessment.references, block, details.intervals.references
        self.measured.emit(details)

    def _measure(self) -> None:
        """Find the intervals of what was judged, which takes longer than the verdict."""
        cache, prepared, assessment = self._run.prediction_cache, self._data.prepared, self.assessment
        if cache is None or assessment is None:
            return
        fits = prepared is not None and prepared.dataset is cache.dataset
        table = prepared.table if prepared is not None and fits and self.column else None
        scores, known = cache.shared_scores(), self._known_intervals(assessment)
        work = partial(_details, cache.dataset, table, self.column, assessment, scores, known)
        self._measuring.start(work, MEASURE_DELAY)

    def _known_intervals(self, assessment: Assessment) -> dict[str, Intervals] | None:
        if self._known is None:
            return None
        references, block, intervals = self._known
        fits = references is assessment.references and block == assessment.verdict.block
        return intervals if fits else None


def _details(
    dataset: Dataset,
    table: Table | None,
    column: str,
    assessment: Assessment,
    scores: SharedScores,
    known: dict[str, Intervals] | None,
    progress: object,
    cancelled: Callable[[], bool],
) -> ScoreDetails:
    pairs, verdict = scores.pairs(), assessment.verdict
    groups = None
    if table is not None:
        groups = score_subgroups(dataset, table, column, pairs, verdict.subset, verdict.block, cancelled)
    found = measure_intervals(dataset, pairs, verdict.block, assessment.references, cancelled, known)
    return ScoreDetails(found, groups)


def _fit(shared: SharedReferences, progress: object, cancelled: Callable[[], bool]) -> References:
    return shared(cancelled)


def _judge(
    dataset: Dataset,
    loss: Loss,
    shared: SharedReferences,
    scores: SharedScores,
    progress: object,
    cancelled: Callable[[], bool],
) -> Assessment:
    references = shared(cancelled)
    return assess_answers(dataset, loss, references, scores.pairs())
