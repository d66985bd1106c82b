"""Which rows of a table are used, and in which subset: each that is not is counted under one reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.factorize import rank_texts
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.profile import profile_column
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.row_copies import copies_of_earlier_rows
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.row_times import RowTimes, periods_of, read_moment
from mlp_gui.data.splits.split import Rows, make_strata, split_rows
from mlp_gui.data.splits.split_config import BY_TIME, SplitConfig

Dropped = tuple[tuple[str, int], ...]
Parts = tuple[Rows, Rows, Rows]


@dataclass(frozen=True, eq=False)
class Division:
    """The rows of each subset, and why others are in none.

    Attributes
    ----------
    parts : tuple of ndarray
        Positions in the table of training, validation and test rows, ascending.
    dropped : tuple of (str, int)
        Reason and rows that the split and the person have left out.
    removed : ndarray of bool, shape (n_rows,)
        Which rows of the table the person has left out.
    notices : tuple of str
        What was asked for in vain.
    """

    parts: Parts
    dropped: Dropped
    removed: NDArray[np.bool_]
    notices: tuple[str, ...]


def with_ticks(table: Table, spec: DataSpec) -> Table:
    """Return the table with a word in the empty cells of targets that are ticked or empty, where empty says no.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    """
    ticked = [n for n in spec.targets if spec.column(n).missing == "constant" and table.field(n).is_ticked]
    if not ticked:
        return table
    columns = {n: table.frame[n].fillna(0 if table.field(n).is_number else spec.column(n).fill) for n in ticked}
    fields = tuple(profile_column(f.name, columns[f.name]) if f.name in columns else f for f in table.fields)
    return replace(table, frame=table.frame.assign(**columns), fields=fields)


def find_used_rows(table: Table, spec: DataSpec) -> tuple[Rows, Dropped]:
    """Return the positions of rows with a value wherever one is needed, and the others counted by their first reason.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    """
    keep = np.ones(table.n_rows, bool)
    dropped = []
    needed = [
        *spec.targets,
        *filter(None, (spec.weight,)),
        *(n for n in spec.inputs if spec.column(n).missing == "drop"),
        *((spec.split.column,) if spec.split.method in ("grouped", *BY_TIME) else ()),
    ]
    # Of derived columns the one that lacks most rows counts them: the first rows, which each lag lacks more of.
    derived = {name: table.field(name).missing for name in needed if name in spec.derived_names}
    needed.sort(key=lambda name: -derived.get(name, table.n_rows + 1))
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


def divide_rows(table: Table, spec: DataSpec, rows: Rows, task: Task) -> Division:
    """Divide the used rows, and only then take out those that a person leaves out: the others stay where they are.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    rows : ndarray of shape (n_used,)
    task : Task
        Decides what a stratified split keeps in proportion.
    """
    times = table.moments(spec.split.column)[rows] if spec.split.method in BY_TIME else None
    known = np.isfinite(times) if times is not None else np.ones(len(rows), bool)
    n_unknown = int((~known).sum())
    dropped = [(tr_n("has no date that can be read", "have no date that can be read", n_unknown), n_unknown)]
    rows, times = rows[known], times[known] if times is not None else None
    parts = _split(table, spec, rows, task, times)
    n_gap = len(rows) - sum(map(len, parts))
    dropped.append((tr_n("is in the gap between two subsets", "are in the gaps between two subsets", n_gap), n_gap))
    removed, taken, notices = np.zeros(table.n_rows, bool), np.zeros(table.n_rows, bool), []
    taken[np.concatenate(parts)] = True
    for entry in spec.left_out:
        asked = entry.matches(table)
        n = int((asked & taken & ~removed).sum())
        what = entry.describe()
        dropped.append((tr_n("is left out by hand ({what})", "are left out by hand ({what})", n, what=what), n))
        if not n:
            notices.append(tr("Nothing is left out by {what}: no such row is used anyway.", what=what))
        removed |= asked
    first, second, third = (part[~removed[part]] for part in parts)
    return Division((first, second, third), tuple(d for d in dropped if d[1]), removed, tuple(notices))


def _split(table: Table, spec: DataSpec, rows: Rows, task: Task, times: NDArray[np.float64] | None) -> Parts:
    split = spec.split
    words: pd.Series[Any] | None = None
    if split.method in ("grouped", "column"):
        words = table.frame[split.column].iloc[rows]
    return split_rows(rows, split, _strata(table, spec, rows, task), words, _row_times(table, split, times))


def _strata(table: Table, spec: DataSpec, rows: Rows, task: Task) -> NDArray[Any] | None:
    split, target = spec.split, table.frame[spec.targets[0]].iloc[rows]
    grouped = split.method == "grouped" and (task.is_classification or split.stratify)
    if not grouped and split.method != "stratified":
        return None
    values = rank_texts(column_texts(target)) if task.is_classification else target.to_numpy()
    return make_strata(values, task.is_classification)


def _row_times(table: Table, split: SplitConfig, moments: NDArray[np.float64] | None) -> RowTimes | None:
    if moments is None:
        return None
    profile = table.field(split.column)
    if split.method == "periods":
        return RowTimes(moments, periods=periods_of(moments, split.period, not profile.is_number))
    borders = read_moment(split.validation_from, profile), read_moment(split.test_from, profile)
    if borders[0] > borders[1]:
        raise UserError(
            tr("The test begins before the validation."),
            tr(
                "Validation begins with {first}, the test with {second}.",
                first=split.validation_from,
                second=split.test_from,
            ),
            tr("The training rows are the earliest, the test rows the latest."),
        )
    return RowTimes(moments, borders)
