"""The rows in the order in which a window looks at them: of the file or of a column, each group by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class RowSequence:
    """Rows of one group stand together, in order.

    Attributes
    ----------
    rows : ndarray of shape (n_ordered,), optional
        Positions in the table; None for all rows in file order.
    place : ndarray of shape (n_ordered,), optional
        How many rows of its group stand before each; None where that is its position.
    times : ndarray of shape (n_ordered,), optional
        Values of the column that orders them.
    n_rows : int
        Rows of the table. Those without a group or a time are in no sequence and get no value.
    """

    n_rows: int
    rows: Integers | None = None
    place: Integers | None = None
    times: Floats | None = None

    def gather(self, values: Floats) -> Floats:
        """Return the values of the table's rows in this order."""
        return values if self.rows is None else values[self.rows]

    def scatter(self, values: Floats) -> Floats:
        """Return values in this order as those of the table's rows, NaN for rows in no sequence."""
        if self.rows is None:
            return values
        found = np.full(self.n_rows, np.nan)
        found[self.rows] = values
        return found


def make_sequence(n_rows: int, groups: NDArray[Any] | None = None, times: Floats | None = None) -> RowSequence:
    """Put rows in order: by group, then by time, then as in the file.

    Parameters
    ----------
    n_rows : int
    groups : ndarray of shape (n_rows,), optional
        Integers; -1 for a row without one.
    times : ndarray of shape (n_rows,), optional
        NaN for a row without one.
    """
    if groups is None and times is None:
        return RowSequence(n_rows)
    known = np.ones(n_rows, bool)
    if groups is not None:
        known &= groups >= 0
    if times is not None:
        known &= ~np.isnan(times)
    rows = np.flatnonzero(known)
    keys = [values[rows] for values in (times, groups) if values is not None]
    rows = rows[np.lexsort(keys)]  # the last key counts first; equal ones keep the order of the file
    place = np.arange(len(rows))
    if groups is not None and len(rows):
        first = np.flatnonzero(np.diff(groups[rows], prepend=-2))
        place = place - np.repeat(first, np.diff(first, append=len(rows)))
    return RowSequence(n_rows, rows, place, None if times is None else times[rows])
