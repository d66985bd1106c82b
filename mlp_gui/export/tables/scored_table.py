"""Another table with its predictions and, where it holds true values, how good they are: in all and row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.number_format import format_level
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.prediction_interval import Coverage, Promise, measure_coverage
from mlp_gui.engine.calibration.promised_columns import interval_headings, set_heading
from mlp_gui.engine.metrics.metric import evaluate_each, metrics_for
from mlp_gui.engine.metrics.metric_intervals import Interval
from mlp_gui.export.tables.spread_columns import spread_columns
from mlp_gui.export.tables.target_truth import TargetTruth, read_truths, truth_notes
from mlp_gui.model import Predictions, TrainedModel

OUTSIDE = "outside the training range"
RIGHT, WRONG, UNKNOWN = mark("right"), mark("wrong"), mark("unknown class")


@dataclass(frozen=True, eq=False)
class TargetScores:
    """How good the predictions of one target are.

    Attributes
    ----------
    name : str
    rows : int
        Rows that count: with a true value and a prediction.
    without_truth : int
        Rows that have none, or a cell that cannot be compared.
    metrics : dict of str to float
        By the metric's name.
    intervals : dict of str to (float, float)
        Of the metrics; empty where nobody asked.
    """

    name: str
    rows: int
    without_truth: int
    metrics: dict[str, float]
    intervals: dict[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class TableScores:
    """How good the predictions of a table are.

    Attributes
    ----------
    targets : tuple of TargetScores
        One for each target of which the table holds true values.
    pooled : dict of str to float
        The mean over these targets, as on the score board.
    true, predicted : ndarray of shape (n_rows, n_outputs)
        In original units; for classes 0 and 1 (NaN without truth), and probabilities.
    pooled_intervals : dict of str to (float, float)
    """

    targets: tuple[TargetScores, ...]
    pooled: dict[str, float]
    true: Floats
    predicted: Floats
    pooled_intervals: dict[str, Interval] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows count for at least one target."""
        finite = np.isfinite(self.true) & np.isfinite(self.predicted)
        return int(finite.any(axis=1).sum())


@dataclass(frozen=True, eq=False)
class ScoredTable:
    """A table with what a model says about it.

    Attributes
    ----------
    frame : DataFrame
        The table's columns, then those that were added.
    added, predictions : tuple of str
        Names of the columns that were added, and of those among them that hold predictions.
    headings : dict of str to str
        Added column to its name in the reader's language.
    answers : tuple of str
        The added and the true columns, each target's beside one another.
    notes : tuple of str
        What is odd about the rows, in sentences.
    n_predicted : int
        Rows that have a prediction.
    n_outside : int
        Rows that lie outside of what the training rows held.
    scores : TableScores or None
        None when the table holds no true value.
    coverage : Coverage or None
        How many of the true values lie within their intervals; None where nothing is promised.
    words : dict of str to ndarray
        Added column to its cells in the reader's language, where they are words.
    """

    frame: pd.DataFrame
    added: tuple[str, ...]
    predictions: tuple[str, ...]
    headings: dict[str, str]
    answers: tuple[str, ...]
    notes: tuple[str, ...]
    n_predicted: int
    n_outside: int
    scores: TableScores | None
    coverage: Coverage | None = None
    words: dict[str, NDArray[Any]] = field(default_factory=dict)

    @property
    def shown_frame(self) -> pd.DataFrame:
        """The frame with the words of added columns in the reader's language; files have them in English."""
        return self.frame.assign(**self.words) if self.words else self.frame

    @property
    def n_rows(self) -> int:
        """Rows of the table."""
        return len(self.frame)


def score_table(model: TrainedModel, table: Table) -> ScoredTable:
    """Predict a table and compare with the true values that it holds.

    Parameters
    ----------
    model : TrainedModel
    table : Table

    Raises
    ------
    UserError
        If the table lacks input columns.
    """
    model.pipeline.check_columns(table)
    table = model.pipeline.derivation.table_with(table)
    found = model.predict(table)
    truths = read_truths(model.pipeline, table)
    scores = _scores(model, truths, found) if any(np.isfinite(t.values).any() for t in truths) else None
    builder = _FrameBuilder(table.frame.copy())
    builder.add_answers(model, found, truths, scores)
    if found.outside.inputs:
        builder.add(OUTSIDE, found.outside.words(), tr("outside the training range"), found.outside.words(tr))
    builder.add_probabilities(found, model.pipeline.class_names)
    builder.add_spreads(found, model)
    notes = (*found.notes, *truth_notes(truths, table, model.task.is_classification))
    if scores is not None and model.spec.weight:
        notes += (tr("The row weights of {name} enter the loss; scores count every row once.", name=model.spec.weight),)
    return ScoredTable(
        builder.frame, tuple(builder.headings), tuple(builder.predictions), builder.headings, tuple(builder.answers),
        notes, int(found.usable.sum()), found.outside.count, scores, _coverage(model, scores), builder.words,
    )  # fmt: skip


def _scores(model: TrainedModel, truths: Sequence[TargetTruth], found: Predictions) -> TableScores:
    true = _as_outputs(model, truths)
    scored = []
    for k, truth in enumerate(truths):
        if not np.isfinite(truth.values).any():
            continue
        # Several classes are one target with several outputs; else each output is a target of its own.
        at = slice(None) if model.task is Task.MULTICLASS else slice(k, k + 1)
        rows = np.isfinite(true[:, at]).all(axis=1) & np.isfinite(found.outputs[:, at]).all(axis=1)
        each = evaluate_each(model.task, true[rows][:, at], found.outputs[rows][:, at])[0] if rows.any() else {}
        without = int((~np.isfinite(truth.values)).sum())
        names = [metric.name for metric in metrics_for(model.task)]
        values = {name: each.get(name, float("nan")) for name in names}
        scored.append(TargetScores(truth.name, int(rows.sum()), without, values))
    with np.errstate(all="ignore"):
        pooled = {name: float(np.mean([t.metrics[name] for t in scored])) for name in scored[0].metrics}
    return TableScores(tuple(scored), pooled, true, found.outputs)


def _coverage(model: TrainedModel, scores: TableScores | None) -> Coverage | None:
    promised = model.promise()
    if scores is None or promised is None:
        return None
    return measure_coverage(promised, model.task, scores.true, scores.predicted, "")


def _as_outputs(model: TrainedModel, truths: Sequence[TargetTruth]) -> Floats:
    """Return true values in the shape of the network's outputs."""
    if model.task is not Task.MULTICLASS:
        return np.column_stack([truth.values for truth in truths])
    values = truths[0].values
    true = (values[:, None] == np.arange(len(model.pipeline.class_names))).astype(float)
    # nan equals no class: a missing one would otherwise be a row that belongs to none.
    true[np.isnan(values)] = np.nan
    return np.asarray(true)


def free_name(name: str, frame: pd.DataFrame) -> str:
    """Return the heading, or one with a number when the table has a column of that name already.

    Parameters
    ----------
    name : str
    frame : DataFrame
    """
    number, free = 2, name
    while free in frame.columns:
        free, number = f"{name} ({number})", number + 1
    return free


class _FrameBuilder:
    """Adds columns to a frame under free names, and remembers in which order they are read."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame, self.predictions, self.answers = frame, list[str](), list[str]()
        self.headings: dict[str, str] = {}  # of the columns that were added, in their order
        self.words: dict[str, NDArray[Any]] = {}

    def add(self, name: str, values: NDArray[Any], heading: str, words: NDArray[Any] | None = None) -> str:
        """Add a column, whose cells are these words in the reader's language, and return the name that it has got."""
        free = free_name(name, self.frame)
        self.frame[free] = values
        self.headings[free] = heading + free.removeprefix(name)
        self.answers.append(free)
        if words is not None:
            self.words[free] = words
        return free

    def add_answers(
        self, model: TrainedModel, found: Predictions, truths: Sequence[TargetTruth], scores: TableScores | None
    ) -> None:
        """Add for each target its prediction, with the true value and what tells them apart."""
        names, promised = list(found.columns), model.promise()
        for k, truth in enumerate(truths):
            heading = tr("predicted {name}", name=truth.name)
            self.predictions.append(self.add(names[k], found.columns[names[k]], heading))
            if promised is not None:
                self._add_promised(truth.name, found, promised)
            if truth.present:
                self.answers.append(truth.name)
            if scores is None or not np.isfinite(truth.values).any():
                continue
            if model.task is Task.REGRESSION:
                # True minus predicted, as wherever a person reads errors.
                error, heading = truth.values - found.outputs[:, k], tr("error of {name}", name=truth.name)
                self.add(f"error of {truth.name}", error, heading)
            else:
                self._add_result(truth, found, model)

    def _add_promised(self, target: str, found: Predictions, promised: Promise) -> None:
        """Add the ends of a target's intervals, or the classes that a row may belong to."""
        said = {"name": target, "level": format_level(promised.level)}
        if isinstance(promised, ClassSets):
            names = {set_heading(target, promised.level): tr("classes of {name} ({level})", **said)}
        else:
            low, high = interval_headings(target, promised.level)
            names = {
                low: tr("lower end of {name} ({level})", **said),
                high: tr("upper end of {name} ({level})", **said),
            }
        for name, heading in names.items():
            self.predictions.append(self.add(name, found.columns[name], heading))

    def add_probabilities(self, found: Predictions, class_names: Sequence[str]) -> None:
        """Add the probability of each class."""
        for word in class_names:
            name, heading = f"probability of {word}", tr("probability of {name}", name=word)
            self.predictions.append(self.add(name, found.columns[name], heading))

    def add_spreads(self, found: Predictions, model: TrainedModel) -> None:
        """Add how far the members of an ensemble lie apart, for each target or class."""
        for name, (heading, values) in spread_columns(model.pipeline, found).items():
            self.predictions.append(self.add(name, values, heading))

    def _add_result(self, truth: TargetTruth, found: Predictions, model: TrainedModel) -> None:
        classes = model.pipeline.class_names
        shares = np.column_stack([found.columns[f"probability of {name}"] for name in classes])
        known = np.flatnonzero(np.isfinite(truth.values) & found.usable)
        codes = truth.values[known].astype(int)
        predicted = np.asarray(found.columns[f"predicted {truth.name}"], dtype=object)[known]
        result = np.full(len(shares), "", dtype=object)
        result[known] = np.where(predicted == np.array(classes, dtype=object)[codes], RIGHT, WRONG)
        result[truth.strange & found.usable] = UNKNOWN
        probability = np.full(len(shares), np.nan)
        probability[known] = shares[known, codes]
        said = {word: tr(word) for word in (RIGHT, WRONG, UNKNOWN)} | {"": ""}
        words = np.array([said[word] for word in result.tolist()], dtype=object)
        self.add(f"result of {truth.name}", result, tr("result of {name}", name=truth.name), words)
        self.add("true class probability", probability, tr("true class probability"))
