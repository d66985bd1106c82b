"""Thinning a long curve to what its pixels can show, without losing a single spike.

Every pixel column keeps the first, lowest, highest and last of its points, so that the line drawn through them covers
the same pixels as the line through all points (M4: Jugel et al. 2014, VLDB 7(10)).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAX_POINTS = 2000


def extreme_positions(curves: Sequence[NDArray[Any]], always: int = 0, most: int = MAX_POINTS) -> NDArray[np.intp]:
    """Return positions that represent several curves in a bounded number of points.

    Parameters
    ----------
    curves : sequence of ndarray of shape (n,)
        Curves over the same positions; values that are not finite are no extremes.
    always : int
        A position that is retained whatever it holds.
    most : int
        Bound on the number of positions, met approximately.

    Returns
    -------
    ndarray of int
        Ascending: both ends, each stretch's lowest and highest value of every curve, and `always`.
    """
    n = len(curves[0])
    if n <= most:
        return np.arange(n)
    stretch = -(-n // (most // 5))  # each leaves at most four extremes
    picked = [np.array([0, n - 1, always])]
    for curve in curves:
        for lowest, value in ((True, np.inf), (False, -np.inf)):
            whole = np.full(-(-n // stretch) * stretch, value)
            whole[:n] = np.where(np.isfinite(curve), curve, value)
            table = whole.reshape(-1, stretch)
            at = table.argmin(axis=1) if lowest else table.argmax(axis=1)
            picked.append(np.arange(len(table)) * stretch + at)
    positions = np.unique(np.concatenate(picked))
    return positions[positions < n]


Floats = NDArray[np.float64]
FAR = 1e4  # pixels: further outside the picture dashes are too many and places too large for the painter


def decimate(x: Floats, y: Floats, edges: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the points of a curve that matter on the columns of pixels that it is drawn on.

    Points outside the edges are left out, except the nearest one on each side, which keeps the line running out of
    the picture. With at most four points a column all of them are returned.

    Parameters
    ----------
    x, y : ndarray of shape (n_points,)
        The curve; x ascends.
    edges : ndarray of shape (n_columns + 1,)
        Ascending borders of the columns, in units of x.

    Returns
    -------
    x, y : ndarray
        The points that are kept; y is nan where the line has a gap.
    not_finite : ndarray
        The x of every column with a value that is not finite.
    """
    first = max(0, int(np.searchsorted(x, edges[0], "left")) - 1)
    last = min(len(x), int(np.searchsorted(x, edges[-1], "right")) + 1)
    x, y = x[first:last], y[first:last]
    if len(x) <= 4 * (len(edges) - 1):
        finite = np.isfinite(y)
        return x, np.where(finite, y, np.nan), x[~finite]
    starts = np.unique(np.searchsorted(x, edges[:-1], "left"))
    starts = np.unique(np.concatenate(([0], starts[starts < len(x)])))
    # minimum and maximum pass nan on, so the columns that need care are found without another pass.
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    ends = np.append(starts[1:], len(x)) - 1
    bad = ~(np.isfinite(low) & np.isfinite(high))
    kept_x = np.stack([x[starts], x[starts], x[ends], x[ends]], axis=1)
    kept_y = np.stack([y[starts], low, high, y[ends]], axis=1)
    if bad.any():
        gap = np.where(bad, np.nan, x[ends])
        kept_x = np.column_stack([kept_x, x[ends]])
        kept_y = np.column_stack([kept_y, np.where(np.isnan(gap), np.nan, y[ends])])
        for column in np.flatnonzero(bad):
            kept_y[column] = _finite_part(y[starts[column] : ends[column] + 1])
    return kept_x.ravel(), kept_y.ravel(), x[starts[bad]]


def _finite_part(y: Floats) -> list[float]:
    """Return first, lowest, highest and last finite value and the gap of a column that has others."""
    finite = y[np.isfinite(y)]
    if not len(finite):
        return [np.nan] * 5
    return [finite[0], finite.min(), finite.max(), finite[-1], np.nan]


def dash_segments(x: Floats, y: Floats, period: float, on: float, steep: float) -> tuple[Floats, Floats]:
    """Cut a line into dashes by its horizontal position, so that a line that is continued later continues its dashes.

    Parameters
    ----------
    x, y : ndarray of shape (n_points,)
        The line, in pixels.
    period, on : float
        A dash lies where `x % period < on`.
    steep : float
        Pieces in the gaps that rise or fall by more pixels are kept: a spike is never hidden by a gap.

    Returns
    -------
    x, y : ndarray of shape (n_segments, 2)
    """
    x, y = _cut(x, y, period, on)
    x0, x1, y0, y1 = x[:-1], x[1:], y[:-1], y[1:]
    middle = (x0 + x1) / 2
    keep = (np.mod(middle, period) < on) | (np.abs(y1 - y0) > steep)
    keep &= np.isfinite(y0) & np.isfinite(y1)
    return np.column_stack([x0[keep], x1[keep]]), np.column_stack([y0[keep], y1[keep]])


def _cut(x: Floats, y: Floats, period: float, on: float) -> tuple[Floats, Floats]:
    """Return the same line with extra points at the borders of its dashes."""
    if len(x) < 2:
        return x, y
    start, stop = np.floor(max(x[0], -FAR) / period), np.ceil(min(x[-1], FAR) / period) + 1
    marks = np.arange(start, stop) * period
    marks = np.sort(np.concatenate([marks, marks + on]))
    marks = marks[(marks > x[0]) & (marks < x[-1])]
    right = np.searchsorted(x, marks, "right")
    left = right - 1
    share = (marks - x[left]) / (x[right] - x[left])
    return np.insert(x, right, marks), np.insert(y, right, y[left] + share * (y[right] - y[left]))
