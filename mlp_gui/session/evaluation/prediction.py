"""The predictor asks a trained model about another table, in the background, and keeps the answers to be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.dataset import Dataset, SubsetData
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.ledger import Ledger
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.preprocessing.transform_report import describe_extra_columns
from mlp_gui.export.common.atomic import cancellable
from mlp_gui.export.tables.predictions import write_predictions
from mlp_gui.export.tables.promised_text import promised_text
from mlp_gui.export.tables.scored_table import ScoredTable, TableScores
from mlp_gui.export.tables.table_intervals import score_table_with_intervals
from mlp_gui.model import CheckRows, TrainedModel
from mlp_gui.session.data.data_state import DataState
from mlp_gui.session.data.remembered_dialects import RememberedDialect, open_with_remembered_dialect
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.run import Run


@dataclass(frozen=True, eq=False)
class PredictionResult:
    """A table, how its columns fit the model's inputs, and the predictions beside them.

    Attributes
    ----------
    table : Table
    matched_inputs, missing_inputs, extra_columns : tuple of str
        Names of inputs that were found or not, and of columns that the model does not know.
    frame : DataFrame or None
        The table's columns and the predictions; None when inputs are missing.
    predictions : tuple of str
        Names of the columns with predictions.
    notes : tuple of str
        Sentences about the rows.
    scored : ScoredTable or None
        How good the predictions are, and how many there are.
    promised : str
        How many true values lie in their intervals, or why there are none; "" where no level is chosen.
    context : RunContext or None
        What plots ask of the table; None without true values.
    """

    table: Table
    matched_inputs: tuple[str, ...]
    missing_inputs: tuple[str, ...]
    extra_columns: tuple[str, ...]
    frame: pd.DataFrame | None = None
    predictions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    scored: ScoredTable | None = None
    context: RunContext | None = None
    promised: str = ""


class Predictor(QObject):
    """Predicts another table in the background, and keeps the predictions to be saved.

    Attributes
    ----------
    name : str
        Name of the file that was opened last.
    result : PredictionResult or None
    problem : UserError or None
        Why there is no result.

    Signals
    -------
    changed
        Result, problem or `busy` is new.
    saved(str)
        A sentence that says what was saved.
    progressed(float), refused(UserError), crashed(str)
    """

    changed = Signal()
    progressed = Signal(float)
    saved = Signal(str)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, desk: DataState, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._run = desk, run
        self.name = ""
        self.result: PredictionResult | None = None
        self.problem: UserError | None = None
        self._model: TrainedModel | None = None
        self._reader = BackgroundTask(self)
        self._saver = BackgroundTask(self, mark("Saving the predictions"), writes=True)
        self._reader.succeeded.connect(self._on_answers)
        self._reader.refused.connect(self._on_refused)
        self._reader.cancelled.connect(self.changed)
        self._reader.progressed.connect(self.progressed)
        self._saver.succeeded.connect(self._on_saved)
        self._saver.refused.connect(self.refused)
        self._reader.crashed.connect(self.crashed)
        self._saver.crashed.connect(self.crashed)

    @property
    def busy(self) -> bool:
        """Whether a table is being read and predicted."""
        return self._reader.busy

    def model(self) -> TrainedModel:
        """Return a model of its own with the weights that are shown.

        Raises
        ------
        UserError
            If nothing was trained yet.
        """
        run, prepared = self._run, self._desk.prepared
        if prepared is None or run.prediction_cache is None or run.displayed is None:
            raise UserError(tr("There is no trained network yet."), hint=tr("Open a table and train first."))
        network = run.prediction_cache.network.copy()
        found = run.prediction_cache.calibration(run.config.uncertainty.sets, 0, True)
        checks, pipeline = CheckRows((), (), np.zeros((0, 0))), prepared.pipeline_for(network.predict)  # only asked
        return TrainedModel(pipeline, network, run.config, prepared.spec, {}, checks, found)

    def open(self, source: str, reading: RememberedDialect | None = None) -> None:
        """Read a table and predict its rows with the weights that are shown now.

        Parameters
        ----------
        source : str
            A path or `sample:NAME`.
        reading : RememberedDialect, optional
            How the person had it read before.

        Raises
        ------
        UserError
            If nothing was trained yet.
        """
        model = self.model()
        self._model, self.name = model, Path(source).name
        self.result = self.problem = None
        own = self._desk.table.dialect if self._desk.table is not None else None
        example = own.of_other_rows() if own is not None else None
        formats = model.pipeline.formats

        def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> PredictionResult:
            table = open_with_remembered_dialect(source, reading, progress, cancelled, example, formats)
            found = predict_table(model, table)
            if found.missing_inputs and own is not None and found.table.dialect not in (None, own):
                return retry_with_training_dialect(found, model, source, own, progress, cancelled)
            return found

        self._reader.start(work)
        self.changed.emit()

    def save(self, path: str) -> None:
        """Write the table with its predictions as CSV."""
        model, answers = self._model, self.result
        if model is None or answers is None or answers.frame is None:
            return
        table = answers.table

        def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> tuple[int, int, str]:
            with cancellable(cancelled):
                scored = write_predictions(model, table, path)
            return scored.n_predicted, scored.n_rows - scored.n_predicted, path

        self._saver.start(work)

    def clear(self) -> None:
        """Forget the predictions: the weights are others now, or gone."""
        self._reader.cancel()
        self.result = self.problem = self._model = None
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop reading and predicting."""
        self._reader.cancel()

    def close(self) -> None:
        """End the threads that may be at work."""
        self._reader.close()
        self._saver.close()

    @Slot(object)
    def _on_answers(self, answers: PredictionResult) -> None:
        self.result = answers
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.problem = error
        self.changed.emit()

    @Slot(object)
    def _on_saved(self, result: tuple[int, int, str]) -> None:
        rows, without, path = result
        said = tr_n(
            "{n:,} row with its prediction is in {file}.",
            "{n:,} rows with their predictions are in {file}.",
            rows,
            file=Path(path).name,
        )
        if without:
            gone = tr_n("{n:,} more row has no prediction.", "{n:,} more rows have no prediction.", without)
            said = f"{said} {gone}"
        self.saved.emit(said)


def retry_with_training_dialect(
    found: PredictionResult,
    model: TrainedModel,
    source: str,
    own: Dialect,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> PredictionResult:
    """Read the file as the training's table was, and keep that if more inputs are found in it then.

    Parameters
    ----------
    found : PredictionResult
        What came of its own dialect.
    model : TrainedModel
    source : str
    own : Dialect
        How the training's table was read.
    progress, cancelled : callable
        As for `open_table`.

    Returns
    -------
    PredictionResult
        The better one of both.
    """
    try:
        again = predict_table(model, open_table(source, progress, cancelled, own, formats=model.pipeline.formats))
    except UserError:
        return found
    if len(again.matched_inputs) <= len(found.matched_inputs):
        return found
    said = tr("It was read in the same way as the table of the training.")
    return replace(again, notes=(said, *again.notes))


def predict_table(model: TrainedModel, table: Table) -> PredictionResult:
    """Predict the rows of a table when all inputs are there; its columns are matched by name.

    Parameters
    ----------
    model : TrainedModel
    table : Table
    """
    pipeline = model.pipeline
    found = tuple(n for n in pipeline.raw_names if table.has(n))
    absent = tuple(n for n in pipeline.raw_names if not table.has(n))
    known = {*found, *pipeline.derivation.sources_of(pipeline.target_names)}
    extra = tuple(n for n in table.column_names if n not in known)
    if absent:
        return PredictionResult(table, found, absent, extra)
    scored = score_table_with_intervals(model, table)
    notes = tuple(note for note in scored.notes if note not in describe_extra_columns(extra))  # named by themselves
    first = [*scored.answers, *(n for n in (*found, *extra) if n not in scored.answers)]
    context = None if scored.scores is None else scored_context(model, table, scored.scores)
    said, shown = promised_text(model, scored.coverage), scored.predictions
    return PredictionResult(table, found, (), extra, scored.shown_frame[first], shown, notes, scored, context, said)


def scored_context(model: TrainedModel, table: Table, scores: TableScores) -> RunContext:
    """Return what plots ask of a table that was predicted: its columns, its targets and its rows.

    Parameters
    ----------
    model : TrainedModel
    table : Table
    scores : TableScores
    """
    pipeline, true = model.pipeline, scores.true
    nothing = SubsetData(np.zeros((0, len(pipeline.feature_names))), true[:0], np.zeros(0, np.int64))
    rows = SubsetData(np.zeros((len(true), 0)), true, np.arange(len(true)))
    names = pipeline.feature_names, pipeline.target_names
    dataset = Dataset(nothing, nothing, rows, *names, pipeline.task, pipeline.class_names)
    prepared = Prepared(dataset, pipeline, Ledger(len(true), (), {}, ()), table, model.spec, "")
    context = RunContext(dataset, prepared, model.config, tuple(model.network.sizes))
    for name, kind in context.columns.items():
        if kind == "date":
            context.column(name)  # parsed here: of a large table that takes longer than a frame
    return context
