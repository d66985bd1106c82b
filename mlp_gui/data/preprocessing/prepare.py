"""Preparing is the way from a table to a dataset: roles, rows left out, split, fit on training rows, encode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.dataset import Dataset, Floats, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import fit_transformation, with_limits
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.number_parsing import with_decimal_points
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared, derivation_of
from mlp_gui.data.derived.lag_proposal import LagProposal, propose_lags
from mlp_gui.data.leakage.find_leaks import find_leaks
from mlp_gui.data.leakage.leak import Leak
from mlp_gui.data.preprocessing.column_values import Matrix, parse_numbers, sort_categories
from mlp_gui.data.preprocessing.encoders import FittedInput, refuse_undefined
from mlp_gui.data.preprocessing.input_fitting import fit_input
from mlp_gui.data.preprocessing.ledger import Ledger
from mlp_gui.data.preprocessing.notices import constant_in_training_notices, limit_notices, split_notices
from mlp_gui.data.preprocessing.pipeline import FittedTarget, Pipeline
from mlp_gui.data.preprocessing.refusals import check_roles, refuse_no_rows, refuse_no_training, refuse_one_row
from mlp_gui.data.preprocessing.row_division import Parts, divide_rows, find_used_rows, with_ticks
from mlp_gui.data.preprocessing.sample_weight import Weights, sample_weights
from mlp_gui.data.preprocessing.scalers import fit_scaling
from mlp_gui.data.preprocessing.skewness import SkewedColumn, propose_transforms
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.preprocessing.split_overview import SplitOverview, overview_of
from mlp_gui.data.preprocessing.target_type import infer_task
from mlp_gui.data.preprocessing.training_range import with_training_ranges
from mlp_gui.data.preprocessing.transform_report import TransformReport, joined_reports
from mlp_gui.data.splits.split import Rows

__all__ = ["FittedTarget", "Pipeline", "Prepared", "TransformReport", "prepare"]

AT_ONCE, PIECE = 100_000, 20_000  # rows of all subsets together; rows that are encoded on the way
_LEAKS = {
    "used_rows": mark(
        "Scaling, fill values and categories are fitted on all used rows, so validation and test rows leak into the "
        "training. The default fits them on the training rows only."
    ),
    "all_rows": mark(
        "Scaling, fill values and categories are fitted on every row of the file, so validation and test rows leak "
        "into the training. The default fits them on the training rows only."
    ),
}


@dataclass(frozen=True, eq=False)
class Prepared:
    """A dataset ready for training and how it came about.

    task_reason: a sentence; notices: what stays visible; leaks: those with a cure; skewed: what may be transformed;
    overview: the split along time, groups or the file; lags: what may be derived.
    """

    dataset: Dataset
    pipeline: Pipeline
    ledger: Ledger
    table: Table
    spec: DataSpec
    task_reason: str
    leaks: tuple[Leak, ...] = ()
    skewed: tuple[SkewedColumn, ...] = ()
    overview: SplitOverview | None = None
    lags: LagProposal | None = None

    @property
    def task(self) -> Task:
        """The kind of question that the target asks."""
        return self.dataset.task

    def pipeline_for(self, predict: Callable[[Floats], Floats]) -> Pipeline:
        """Return the pipeline with what only a trained network tells: the smearing corrections of its targets.

        Parameters
        ----------
        predict : callable
            From x to scaled predictions.
        """
        smeared = self.dataset.smeared(predict)
        if smeared is self.dataset:
            return self.pipeline
        return self.pipeline.with_target_transforms(smeared.target_transforms)

    @property
    def notices(self) -> tuple[str, ...]:
        """What stays visible: sentences of the ledger."""
        return self.ledger.notices


@np.errstate(over="ignore", invalid="ignore")  # numbers near the ends of the double range
def prepare(table: Table, spec: DataSpec, parts: Parts | None = None) -> Prepared:
    """Make a dataset of a table: roles, then rows left out, then the split, then fitting, then encoding.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    parts : tuple of ndarray, optional
        Used rows for training, validation and test, instead of the split: the rows of a fold.

    Raises
    ------
    UserError
        If nothing can be learned so; the message says what is missing.
    """
    shown = as_declared(table, spec.markers, spec.derived)
    table = with_ticks(shown, spec)
    refuse_one_row(table)
    check_roles(table, spec)
    rows, dropped = find_used_rows(table, spec)
    refuse_no_rows(rows, dropped, table, spec)
    task, reason = _task(table, spec, rows)
    division = divide_rows(table, spec, rows, task)
    parts, rows = division.parts if parts is None else parts, rows[~division.removed[rows]]
    if division.removed.any() and len(rows):
        task, reason = _task(table, spec, rows)
    words = column_texts(table.frame[spec.targets[0]].iloc[rows]) if task.is_classification else None
    classes = sort_categories(words) if words is not None else ()
    refuse_no_training(parts[0], rows)
    fit_rows = {"training": parts[0], "used_rows": rows, "all_rows": np.flatnonzero(~division.removed)}[spec.fit_on]
    inputs, targets = _fit_inputs(table, spec, fit_rows), _fit_targets(table, spec, fit_rows, task)
    pipeline = Pipeline(inputs, targets, task, classes, derivation_of(table, (*spec.inputs, *spec.targets)))
    dataset, unseen, filled = _dataset(table, pipeline, parts, sample_weights(table, spec.weight, parts))
    pipeline = with_training_ranges(pipeline, dataset.train.x)
    leaks = _leaks(table, spec, parts)
    notices = _notices(table, spec, pipeline, parts) + division.notices + unseen
    notices += tuple(leak.sentence for leak in leaks)
    ledger = Ledger(
        table.n_rows + sum(n for _, n in table.left_out),
        table.left_out + dropped + division.dropped,
        dict(zip(Subset, map(len, parts), strict=True)),
        notices,
        dict(filled),
    )
    skewed = propose_transforms(table, spec, task, parts[0])
    overview, lags = overview_of(table, spec, parts), propose_lags(shown, spec.inputs, spec.targets)
    return Prepared(dataset, pipeline, ledger, shown, spec, reason, leaks, skewed, overview, lags)


def _task(table: Table, spec: DataSpec, rows: Rows) -> tuple[Task, str]:
    profiles = [table.field(t) for t in spec.targets]
    return infer_task(spec.task, profiles, [table.frame[t].iloc[rows] for t in spec.targets])


def _leaks(table: Table, spec: DataSpec, parts: tuple[Rows, Rows, Rows]) -> tuple[Leak, ...]:
    left_out = {c.name for c in spec.columns if c.role == ColumnRole.IGNORED and c.reason}
    return find_leaks(table, spec.inputs, spec.targets, parts, spec.split.method in ("random", "stratified"), left_out)


def _fit_inputs(table: Table, spec: DataSpec, fit_rows: Rows) -> tuple[FittedInput, ...]:
    numbers = [c.name for c in spec.columns_of(spec.inputs) if c.encoding == "number"]
    frame = with_decimal_points(table.frame, numbers, table.dialect.decimal) if table.dialect else table.frame
    fitted = []
    for column in cancellable_loop(spec.columns_of(spec.inputs)):
        profile = table.field(column.name)
        plain = profile.is_number and column.encoding in ("auto", "number")
        cells = table.values(column.name) if plain else frame[column.name]
        fitted.append(fit_input(column, profile, cells, fit_rows, spec.scaling, _format(table, column), spec.pieces))
    return tuple(fitted)


def _format(table: Table, column: ColumnSpec) -> ColumnFormat:
    """How the column was written; nothing is known of one that is used as something else than it was read as."""
    form = table.formats.get(column.name, ColumnFormat())
    other = column.encoding == "number" and form.kind != "number"
    return ColumnFormat(missing=form.missing) if other else form


def _fit_targets(table: Table, spec: DataSpec, fit_rows: Rows, task: Task) -> tuple[FittedTarget, ...]:
    if task.is_classification:
        return (FittedTarget(spec.targets[0], format=_format(table, spec.column(spec.targets[0]))),)
    fitted = []
    for name in spec.targets:
        own = spec.column(name).scaling
        values = parse_numbers(table.frame[name].iloc[fit_rows], name)
        found = fit_transformation(spec.column(name).transform, values)
        scaling = fit_scaling(spec.scale_target if own == "default" else own, found.forward(values))
        limited = with_limits(found, values)
        shape = limited.asking_for_smearing() if spec.column(name).smearing else limited
        fitted.append(FittedTarget(name, *scaling, _format(table, spec.column(name)), shape))
    return tuple(fitted)


def _dataset(
    table: Table, pipeline: Pipeline, parts: tuple[Rows, Rows, Rows], weights: list[Weights | None]
) -> tuple[Dataset, tuple[str, ...], Counter[str]]:
    """Return the dataset, a sentence for each column with categories that no fitted row has, and the cells filled."""
    read = pipeline.input_frame(table)
    # Not by a list of names, which would copy every column; derived ones are views of their sources.
    names = dict.fromkeys((*pipeline.input_names, *pipeline.target_names))
    frame = pd.DataFrame({name: read[name] for name in names}, copy=False)
    subsets, said, filled = [], [], Counter[str]()
    # Few rows are encoded in one go: what a column costs is then paid once. Many would be held twice.
    few = sum(map(len, parts)) <= AT_ONCE
    for begin, end in [(0, len(parts))] if few else [(k, k + 1) for k in range(len(parts))]:
        x, y, report = _encode(pipeline, frame, np.concatenate(parts[begin:end]))
        first = 0
        for name, part, weight in list(zip(Subset, parts, weights, strict=True))[begin:end]:
            own = slice(first, first + len(part))
            first = own.stop
            mine = (x[own].copy(), y[own].copy()) if few else (x, y)
            subsets.append(SubsetData(*mine, part.astype(np.int64), weight))
            counts = {column: int(unseen[own].sum()) for column, unseen in report.unseen_rows.items()}
            said += [_unseen(column, n, name) for column, n in counts.items() if n]
        filled.update(report.filled)
    _refuse_infinite(subsets, pipeline)
    train, validation, test = subsets
    dataset = Dataset(
        train,
        validation,
        test,
        pipeline.feature_names,
        pipeline.target_names,
        pipeline.task,
        pipeline.class_names,
        pipeline.target_shift,
        pipeline.target_scale,
        pipeline.gap_features,
        pipeline.target_transforms,
        pipeline.piecewise,
    )
    return dataset, tuple(said), filled


def _encode(pipeline: Pipeline, frame: pd.DataFrame, rows: Rows) -> tuple[Matrix, Matrix, TransformReport]:
    """Encode rows, `PIECE` at a time: their cells are copied on the way, and need not all be held twice."""
    for target in pipeline.targets:
        if not target.transformation.is_none:
            cells = frame[target.name].iloc[rows]
            refuse_undefined(target.name, target.transformation.name, parse_numbers(cells, target.name), cells.index)
    x, y = np.empty((len(rows), len(pipeline.feature_names))), np.empty((len(rows), pipeline.n_outputs))
    reports = []
    for start in range(0, max(1, len(rows)), PIECE):
        piece = frame.iloc[rows[start : start + PIECE]]
        x[start : start + PIECE], report = pipeline.transform_frame(piece)
        _refuse_unread(pipeline, frame, rows, report)
        y[start : start + PIECE] = pipeline.transform_targets(piece)
        reports.append(report)
    return x, y, joined_reports(reports)


def _unseen(column: str, n: int, subset: str) -> str:
    return tr_n(
        "{column}: {n:,} row for {subset} with a category that no fitted row has.",
        "{column}: {n:,} rows for {subset} with a category that no fitted row has.",
        n,
        column=column,
        subset=tr(subset),
    )


def _refuse_unread(pipeline: Pipeline, frame: pd.DataFrame, rows: Rows, report: TransformReport) -> None:
    """In a table to learn from, a cell that does not fit its column is no gap: the person has to decide."""
    for fitted in pipeline.inputs:
        if fitted.name in report.unread:
            fitted.refuse_unread(frame[fitted.name].iloc[rows])


def _refuse_infinite(subsets: list[SubsetData], pipeline: Pipeline) -> None:
    for subset in subsets:
        bad = ~np.isfinite(subset.x).all(axis=0)
        if bad.any():
            raise UserError(
                tr(
                    "The input {name} becomes infinite when it is scaled.",
                    name=pipeline.feature_names[int(bad.argmax())],
                ),
                tr("Its values differ too much for double precision."),
                tr("Ignore it or rescale it in the file."),
            )


def _notices(table: Table, spec: DataSpec, pipeline: Pipeline, parts: tuple[Rows, Rows, Rows]) -> tuple[str, ...]:
    said = [tr(_LEAKS[spec.fit_on])] if spec.fit_on in _LEAKS else []
    said += filter(None, (spec.split.reason,))
    masks: dict[str, NDArray[np.bool_]] | None = None
    if pipeline.class_names:
        words = column_texts(table.frame[spec.targets[0]]).to_numpy(dtype=object)
        masks = {c: words == c for c in pipeline.class_names[:50]}
    if spec.weight:
        said.append(tr("The row weights of {name} enter the loss; scores count every row once.", name=spec.weight))
    return (
        *said,
        *split_notices(parts, masks),
        *limit_notices(pipeline),
        *constant_in_training_notices(table, pipeline, parts),
    )
