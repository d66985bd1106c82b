"""Limits of every 16 values of a series that grows, so that a million of them are drawn without being read again."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BLOCK = 16
DENSE = 2  # points for a column of pixels, from which on columns are filled
FEW = 4  # blocks: a column of pixels with fewer of them is worked out value by value


class Envelope(NamedTuple):
    """What lies in columns of pixels. Columns without values are left out.

    Attributes
    ----------
    column : ndarray of shape (n_columns,)
        Numbers of the columns.
    last : ndarray of shape (n_columns,)
        The value at the end of each.
    low, high : ndarray of shape (n_columns,)
        Limits of the values that can be shown, nan when there are none.
    bad : ndarray of shape (n_columns,)
        Whether there are values that cannot be shown.
    """

    column: NDArray[np.int64]
    last: Floats
    low: Floats
    high: Floats
    bad: NDArray[np.bool_]


class MinMaxBlocks:
    """Limits of a series, block by block. A series that begins otherwise than the one before is read anew."""

    def __init__(self) -> None:
        self._table = np.empty((5, 64))  # first x, lowest, lowest above zero, highest, whether one is not finite
        self._count = 0
        self._tail = (np.nan, np.nan)
        self._x = self._y = np.zeros(0)

    def extend(self, x: Floats, y: Floats) -> None:
        """Take the series as it is now; only what is new is read.

        Parameters
        ----------
        x : ndarray of shape (n_points,)
            Ascending.
        y : ndarray of shape (n_points,)
            Values, which need not be finite.
        """
        self._x, self._y = x, y
        whole, end = len(x) // BLOCK, self._count * BLOCK - 1
        if whole < self._count or (self._count and not np.array_equal((x[end], y[end]), self._tail, equal_nan=True)):
            self._count = 0
        if whole > self._table.shape[1]:
            # Twice as large: a series that grows value by value is copied only now and then.
            grown = np.empty((5, max(whole, 2 * self._table.shape[1])))
            grown[:, : self._count] = self._table[:, : self._count]
            self._table = grown
        if whole > self._count:
            part = slice(self._count * BLOCK, whole * BLOCK)
            self._table[:, self._count : whole] = _limits(x[part.start : part.stop : BLOCK], y[part].reshape(-1, BLOCK))
            self._count = whole
            self._tail = x[whole * BLOCK - 1], y[whole * BLOCK - 1]

    def search(self, value: float, side: Literal["left", "right"]) -> int:
        """Find the position of a value in x as `numpy.searchsorted` does, without reading x as a whole.

        Parameters
        ----------
        value : float
        side : {"left", "right"}
        """
        block = max(0, int(np.searchsorted(self._table[0, : self._count], value, side)) - 1)
        start = block * BLOCK
        stop = len(self._x) if block >= self._count - 1 else start + BLOCK
        return start + int(np.searchsorted(self._x[start:stop], value, side))

    def envelope(self, edges: Floats, positive: bool = False) -> Envelope:
        """Return what lies in columns of pixels.

        Parameters
        ----------
        edges : ndarray of shape (n_columns + 1,)
            Ascending borders of the columns, in units of x.
        positive : bool
            Whether only values above zero can be shown, as on a logarithmic axis.
        """
        start, stop = self.search(edges[0], "left"), self.search(edges[-1], "right")
        if stop - start <= FEW * BLOCK * (len(edges) - 1):
            return self._of_values(start, stop, edges, positive)
        first, last = start // BLOCK, min(self._count, -(-stop // BLOCK))
        x, low, low_positive, high, bad = self._table[:, first:last]
        low = low_positive if positive else low
        high = np.where(high > 0, high, np.nan) if positive else high
        cannot = (bad > 0) | (positive & (self._table[1, first:last] <= 0))
        starts, column = _groups(x, edges)
        ends = np.append(starts[1:], last - first)
        return Envelope(
            column,
            self._y[(first + ends) * BLOCK - 1],
            # fmin and fmax pass over nan, which minimum would spread.
            np.fmin.reduceat(low, starts),
            np.fmax.reduceat(high, starts),
            np.logical_or.reduceat(cannot, starts),
        )

    def _of_values(self, start: int, stop: int, edges: Floats, positive: bool) -> Envelope:
        x, y = np.ascontiguousarray(self._x[start:stop]), np.array(self._y[start:stop])
        shown = np.isfinite(y) & (y > 0) if positive else np.isfinite(y)
        y[~shown] = np.nan
        starts, column = _groups(x, edges)
        if not len(starts):
            return Envelope(column, np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0, bool))
        ends = np.append(starts[1:], len(x)) - 1
        low, high = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
        return Envelope(column, y[ends], low, high, np.logical_or.reduceat(~shown, starts))


def _limits(x: Floats, y: Floats) -> Floats:
    """Return the five lines of the table from x (blocks,), the first of each, and y (blocks, 16)."""
    finite = np.isfinite(y)
    if finite.all():
        low, high = y.min(axis=1), y.max(axis=1)
    else:
        y = np.where(finite, y, np.nan)
        low, high = np.fmin.reduce(y, axis=1), np.fmax.reduce(y, axis=1)
    above = low
    if not low.min(initial=1.0) > 0:
        above = np.fmin.reduce(np.where(y > 0, y, np.nan), axis=1)
    return np.stack([x, low, above, high, ~finite.all(axis=1)])


def _groups(x: Floats, edges: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each column begins in x, and which column that is; columns without values are left out."""
    if not len(x):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.searchsorted(x, edges[:-1], "left")
    # The first block may begin before the first edge: its values count for the first column.
    starts[0] = 0
    column = np.flatnonzero(np.diff(np.append(starts, len(x))) > 0)
    return starts[column], column
