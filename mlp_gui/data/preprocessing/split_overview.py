"""A split at a glance: the rows along time, their groups or the file, with the subset of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_integer
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.left_out import LeftOut, write_row_numbers
from mlp_gui.data.splits.row_times import write_moment
from mlp_gui.data.splits.split_config import BY_TIME

Axis = Literal["time", "groups", "rows"]
UNUSED = 3  # the code of a row that is in no subset
_IN_FILE_ORDER = ("blocked", "file_order")


@dataclass(frozen=True, eq=False)
class SplitOverview:
    """Rows along an axis, in its order.

    Attributes
    ----------
    axis : {"time", "groups", "rows"}
    column : str
        Of the dates or groups; "" for rows.
    places : ndarray of shape (n_rows,)
        Ascending: moments, or row numbers from 0; of groups the rank of the row among them.
    codes : ndarray of shape (n_rows,)
        0 training, 1 validation, 2 test, 3 in no subset.
    rows : ndarray of shape (n_rows,)
        Positions in the table.
    names : ndarray of str, shape (n_rows,), optional
        The group of each row.
    profile : FieldProfile, optional
        Of the column of dates.
    """

    axis: Axis
    column: str
    places: NDArray[np.float64]
    codes: NDArray[np.int8]
    rows: NDArray[np.int64]
    names: NDArray[np.object_] | None = None
    profile: FieldProfile | None = None

    def between(self, low: float, high: float) -> slice:
        """Return which rows lie from one place to another, both included; of groups always whole ones.

        Parameters
        ----------
        low, high : float
        """
        first, last = np.searchsorted(self.places, low, "left"), np.searchsorted(self.places, high, "right")
        if self.names is not None and last > first:
            change = np.flatnonzero(self.names[1:] != self.names[:-1]) + 1
            starts = np.concatenate([[0], change, [len(self.names)]])
            first = starts[np.searchsorted(starts, first, "right") - 1]
            last = starts[np.searchsorted(starts, last, "left")]
        return slice(int(first), int(last))

    def counts(self, part: slice) -> tuple[int, int, int, int]:
        """Return the rows of a part in training, validation, test and no subset."""
        found = np.bincount(self.codes[part], minlength=4)
        return int(found[0]), int(found[1]), int(found[2]), int(found[3])

    def describe(self, place: float) -> str:
        """Return a place as it is read: a date, a row number, or a group."""
        if self.axis == "time" and self.profile is not None:
            return write_moment(place, self.profile)
        if self.names is not None:
            at = min(max(int(place), 0), len(self.names) - 1)
            return str(self.names[at])
        return format_integer(int(place) + 1)

    def entry(self, part: slice) -> LeftOut:
        """Return what leaves the rows of a part out: a stretch of time where there is one, else their numbers."""
        if self.axis == "time" and self.profile is not None:
            ends = self.places[part.start], self.places[part.stop - 1]
            first, last = (write_moment(float(end), self.profile) for end in ends)
            return LeftOut(column=self.column, first=first, last=last)
        return LeftOut(rows=write_row_numbers(self.rows[part]))


def overview_of(table: Table, spec: DataSpec, parts: tuple[NDArray[np.int64], ...]) -> SplitOverview | None:
    """Return the rows along the axis that the split goes by; None where single rows are divided by chance.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    parts : tuple of ndarray
        The rows of training, validation and test.
    """
    codes = np.full(table.n_rows, UNUSED, np.int8)
    for code, part in enumerate(parts):
        codes[part] = code
    split = spec.split
    if split.method == "grouped":
        return _by_group(table, split.column, codes)
    column = split.column if split.method in BY_TIME else table.date_column
    if column and (split.method not in _IN_FILE_ORDER or _ascends(table.moments(column))):
        moments = table.moments(column)
        order = np.argsort(moments, kind="stable")
        order = order[: int(np.isfinite(moments).sum())]  # NaN comes last
        return SplitOverview("time", column, moments[order], codes[order], order, profile=table.field(column))
    if split.method in _IN_FILE_ORDER:
        rows = np.arange(table.n_rows)
        return SplitOverview("rows", "", rows.astype(float), codes, rows)
    return None


def _ascends(moments: NDArray[np.float64]) -> bool:
    """Return whether the order of the file is that of time."""
    return bool(np.isfinite(moments).all() and (np.diff(moments) >= 0).all())


def _by_group(table: Table, column: str, codes: NDArray[np.int8]) -> SplitOverview:
    """Order rows by the subset of their group, the larger groups first."""
    numbers, names = pd.factorize(table.frame[column])
    n = len(names)
    known = np.flatnonzero(numbers >= 0)
    subset = np.full(n, UNUSED, np.int8)
    np.minimum.at(subset, numbers[known], codes[known])  # rows of it that are left out do not count
    sizes = np.bincount(numbers[known], minlength=n)
    rank = np.empty(n, np.int64)
    rank[np.lexsort((np.arange(n), -sizes, subset))] = np.arange(n)
    order = known[np.argsort(rank[numbers[known]], kind="stable")]
    shown = names.astype(str).to_numpy(dtype=object)[numbers[order]]
    return SplitOverview("groups", column, np.arange(len(order), dtype=float), codes[order], order, names=shown)
