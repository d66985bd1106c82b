"""Preparing is the way from a table to a dataset: roles, rows left out, split, fit on training rows, encode."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import fit_transformation, with_limits
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import rank_texts
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.missing_markers import with_markers
from mlp_gui.data.columns.number_parsing import with_decimal_points
from mlp_gui.data.columns.profile import FieldProfile, profile_column
from mlp_gui.data.columns.table import Table
from mlp_gui.data.dates.date_parsing import days_of
from mlp_gui.data.leakage.find_leaks import find_leaks
from mlp_gui.data.leakage.leak import Leak
from mlp_gui.data.leakage.row_copies import copies_of_earlier_rows
from mlp_gui.data.preprocessing.column_values import parse_numbers, sort_categories
from mlp_gui.data.preprocessing.encoders import FittedInput, refuse_undefined
from mlp_gui.data.preprocessing.input_fitting import fit_input
from mlp_gui.data.preprocessing.ledger import Ledger
from mlp_gui.data.preprocessing.notices import constant_in_training_notices, split_notices
from mlp_gui.data.preprocessing.pipeline import FittedTarget, Pipeline
from mlp_gui.data.preprocessing.refusals import check_roles, refuse_no_rows, refuse_no_training, refuse_one_row
from mlp_gui.data.preprocessing.sample_weight import Weights, sample_weights
from mlp_gui.data.preprocessing.scalers import fit_scaling
from mlp_gui.data.preprocessing.skewness import SkewedColumn, propose_transforms
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.preprocessing.target_type import infer_task
from mlp_gui.data.preprocessing.training_range import with_training_ranges
from mlp_gui.data.preprocessing.transform_report import TransformReport
from mlp_gui.data.splits.split import Rows, make_strata, split_rows
from mlp_gui.data.splits.split_config import WITH_COLUMN

__all__ = ["FittedTarget", "Pipeline", "Prepared", "TransformReport", "prepare"]

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

    task_reason: a sentence; notices: what stays visible; leaks: those with a cure; skewed: what may be transformed.
    """

    dataset: Dataset
    pipeline: Pipeline
    ledger: Ledger
    table: Table
    spec: DataSpec
    task_reason: str
    leaks: tuple[Leak, ...] = ()
    skewed: tuple[SkewedColumn, ...] = ()

    @property
    def task(self) -> Task:
        """The kind of question that the target asks."""
        return self.dataset.task

    @property
    def notices(self) -> tuple[str, ...]:
        """What stays visible: sentences of the ledger."""
        return self.ledger.notices


def prepare(table: Table, spec: DataSpec) -> Prepared:
    """Make a dataset of a table: roles, then rows left out, then the split, then fitting, then encoding.

    Parameters
    ----------
    table : Table
    spec : DataSpec

    Raises
    ------
    UserError
        If nothing can be learned so; the message says what is missing.
    """
    shown = with_markers(table, spec.markers)
    table = _with_ticks(shown, spec)
    refuse_one_row(table)
    check_roles(table, spec)
    rows, dropped = _used_rows(table, spec)
    refuse_no_rows(rows, dropped, table, spec)
    profiles = [table.field(t) for t in spec.targets]
    task, reason = infer_task(spec.task, profiles, [table.frame[t].iloc[rows] for t in spec.targets])
    words = column_texts(table.frame[spec.targets[0]].iloc[rows]) if task.is_classification else None
    classes = sort_categories(words) if words is not None else ()
    parts = _split(table, spec, rows, task)
    refuse_no_training(parts[0], rows)
    fit_rows = {"training": parts[0], "used_rows": rows, "all_rows": np.arange(table.n_rows)}[spec.fit_on]
    pipeline = Pipeline(_fit_inputs(table, spec, fit_rows), _fit_targets(table, spec, fit_rows, task), task, classes)
    dataset, unseen, filled = _dataset(table, pipeline, parts, sample_weights(table, spec.weight, parts))
    pipeline = with_training_ranges(pipeline, dataset.train.x)
    leaks = _leaks(table, spec, parts)
    notices = _notices(table, spec, pipeline, parts) + unseen + tuple(leak.sentence for leak in leaks)
    ledger = Ledger(
        table.n_rows + sum(n for _, n in table.left_out),
        table.left_out + dropped,
        dict(zip(Subset, map(len, parts), strict=True)),
        notices,
        dict(filled),
    )
    skewed = propose_transforms(table, spec, task, parts[0])
    return Prepared(dataset, pipeline, ledger, shown, spec, reason, leaks, skewed)


def _with_ticks(table: Table, spec: DataSpec) -> Table:
    """Return the table with a word in the empty cells of targets that are ticked or empty, where empty says no."""
    ticked = [n for n in spec.targets if spec.column(n).missing == "constant" and table.field(n).is_ticked]
    if not ticked:
        return table
    columns = {n: table.frame[n].fillna(0 if table.field(n).is_number else spec.column(n).fill) for n in ticked}
    fields = tuple(profile_column(f.name, columns[f.name]) if f.name in columns else f for f in table.fields)
    return replace(table, frame=table.frame.assign(**columns), fields=fields)


def _used_rows(table: Table, spec: DataSpec) -> tuple[Rows, tuple[tuple[str, int], ...]]:
    """Positions of the rows with a value wherever one is needed, and the others counted under their first reason."""
    keep = np.ones(table.n_rows, bool)
    dropped = []
    needed = [
        *spec.targets,
        *filter(None, (spec.weight,)),
        *(n for n in spec.inputs if spec.column(n).missing == "drop"),
        *((spec.split.column,) if spec.split.method in ("grouped", "time_order") else ()),
    ]
    for name in needed:
        if not table.field(name).missing:
            continue
        gone = keep & table.frame[name].isna().to_numpy()
        if gone.any():
            n = int(gone.sum())
            dropped.append((tr_n("has no value in {name}", "have no value in {name}", n, name=name), n))
            keep &= ~gone
    rows = np.flatnonzero(keep)
    if spec.copies == "left_out" and len(rows):
        copied = copies_of_earlier_rows(table, (*spec.inputs, *spec.targets), rows, spec.copies_within)
        if copied.any():
            n = int(copied.sum())
            dropped.append((tr_n("is a copy of an earlier row", "are copies of earlier rows", n), n))
            rows = rows[~copied]
    return rows, tuple(dropped)


def _leaks(table: Table, spec: DataSpec, parts: tuple[Rows, Rows, Rows]) -> tuple[Leak, ...]:
    left_out = {c.name for c in spec.columns if c.role == ColumnRole.IGNORED and c.reason}
    return find_leaks(table, spec.inputs, spec.targets, parts, spec.split.method in ("random", "stratified"), left_out)


def _split(table: Table, spec: DataSpec, rows: Rows, task: Task) -> tuple[Rows, Rows, Rows]:
    strata: NDArray[Any] | None = None
    words: pd.Series[Any] | None = None
    if spec.split.method == "stratified":
        target = table.frame[spec.targets[0]].iloc[rows]
        values = rank_texts(column_texts(target)) if task.is_classification else target.to_numpy()
        strata = make_strata(values, task.is_classification)
    elif spec.split.method == "grouped" and task.is_classification:
        strata = rank_texts(column_texts(table.frame[spec.targets[0]].iloc[rows]))
    if spec.split.method in WITH_COLUMN:
        words = table.frame[spec.split.column].iloc[rows]
    if spec.split.method == "time_order" and words is not None:
        words = _times(words, table.field(spec.split.column))
    return split_rows(rows, spec.split, strata, words)


def _times(cells: pd.Series[Any], profile: FieldProfile) -> pd.Series[Any]:
    return cells if profile.is_number else pd.Series(days_of(cells, profile.date_format, profile.century))


def _fit_inputs(table: Table, spec: DataSpec, fit_rows: Rows) -> tuple[FittedInput, ...]:
    numbers = [c.name for c in spec.columns_of(spec.inputs) if c.encoding == "number"]
    frame = with_decimal_points(table.frame, numbers, table.dialect.decimal) if table.dialect else table.frame
    return tuple(
        fit_input(
            spec.column(name), table.field(name), frame[name], fit_rows, spec.scaling, _format(table, spec.column(name))
        )
        for name in cancellable_loop(spec.inputs)
    )


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
        fitted.append(FittedTarget(name, *scaling, _format(table, spec.column(name)), with_limits(found, values)))
    return tuple(fitted)


def _dataset(
    table: Table, pipeline: Pipeline, parts: tuple[Rows, Rows, Rows], weights: list[Weights | None]
) -> tuple[Dataset, tuple[str, ...], Counter[str]]:
    """Return the dataset, a sentence for each column with categories that no fitted row has, and the cells filled."""
    frame = pipeline.input_frame(table)[[*pipeline.input_names, *pipeline.target_names]]
    subsets, said, filled = [], [], Counter[str]()
    for name, part, weight in zip(Subset, parts, weights, strict=True):
        rows = frame.iloc[part]
        x, report = pipeline.transform_frame(rows)
        for target in pipeline.targets:
            if not target.transformation.is_none:
                refuse_undefined(
                    target.name, target.transformation.name, parse_numbers(rows[target.name], target.name), rows.index
                )
        _refuse_unread(pipeline, rows, report)
        subsets.append(SubsetData(x, pipeline.transform_targets(rows), part.astype(np.int64), weight))
        said += [_unseen(column, n, name) for column, n in report.unseen.items()]
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
    )
    return dataset, tuple(said), filled


def _unseen(column: str, n: int, subset: str) -> str:
    return tr_n(
        "{column}: {n:,} row for {subset} with a category that no fitted row has.",
        "{column}: {n:,} rows for {subset} with a category that no fitted row has.",
        n,
        column=column,
        subset=tr(subset),
    )


def _refuse_unread(pipeline: Pipeline, rows: pd.DataFrame, report: TransformReport) -> None:
    """In a table to learn from, a cell that does not fit its column is no gap: the person has to decide."""
    for fitted in pipeline.inputs:
        if fitted.name in report.unread:
            fitted.refuse_unread(rows[fitted.name])


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
    masks: dict[str, NDArray[np.bool_]] | None = None
    if pipeline.class_names:
        words = column_texts(table.frame[spec.targets[0]]).to_numpy(dtype=object)
        masks = {c: words == c for c in pipeline.class_names[:50]}
    if spec.weight:
        said.append(tr("The row weights of {name} enter the loss; scores count every row once.", name=spec.weight))
    return (*said, *split_notices(parts, masks), *constant_in_training_notices(table, pipeline, parts))
