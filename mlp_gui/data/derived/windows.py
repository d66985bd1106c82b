"""What windows compute over rows in sequence: values of earlier rows, sums and means of the last ones.

Windows are put together from windows of half the length: log2(n) passes over the column, and no running sum, which
would carry each rounding error on to all later rows.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.data.derived.row_sequence import Floats, Integers

_NOTHING = 1e-300  # weights below it are nothing beside 1
Fold = Callable[[Floats, Floats], Floats]


def shift(values: Floats, n: int, place: Integers | None = None, beyond: float = np.nan) -> Floats:
    """Return the values of the row so many rows earlier.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    n : int
        Rows; negative for later rows.
    place : ndarray of shape (n_rows,), optional
        How many rows of its group stand before each row; its position when omitted.
    beyond : float
        What stands where there is no such row.
    """
    found = np.full(len(values), beyond)
    n_rows = len(values)
    if abs(n) >= n_rows:
        return found
    if n >= 0:
        found[n:] = values[: n_rows - n]
    else:
        found[:n] = values[-n:]
    if place is not None:
        if n >= 0:
            found[place < n] = beyond
        else:
            # the row so much later is of the same group if its place is as much later
            found[:n][place[-n:] != place[:n] - n] = beyond
    return found


def roll(values: Floats, n: int, place: Integers | None, fold: Fold) -> Floats:
    """Join this row and the n - 1 before it: NaN where one of them is missing or is not there.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    n : int
        At least 1.
    place : ndarray of shape (n_rows,), optional
        See `shift`.
    fold : callable
        Joins two windows that stand side by side, such as `numpy.add`.
    """
    found: Floats | None = None
    block, size, covered = values, 1, 0
    while True:
        if n & size:
            part = shift(block, covered, place) if covered else block
            found = part if found is None else fold(found, part)
            covered += size
        if size * 2 > n:
            break
        block, size = fold(block, shift(block, size, place)), size * 2
    assert found is not None
    return found


def exponential_mean(values: Floats, span: float, place: Integers | None = None) -> Floats:
    """Compute the mean of this row and all before it, weighted by powers of (span - 1) / (span + 1).

    Missing values have no weight, yet the others grow older by a row. Source: pandas, `ewm(span=..., adjust=True)`.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    span : float
        Greater than 1.
    place : ndarray of shape (n_rows,), optional
        See `shift`.
    """
    there = ~np.isnan(values)
    total, weight = np.where(there, values, 0.0), there.astype(np.float64)
    factor, step = (span - 1.0) / (span + 1.0), 1
    while step < len(values) and factor > _NOTHING:
        total = total + factor * shift(total, step, place, 0.0)
        weight = weight + factor * shift(weight, step, place, 0.0)
        factor, step = factor * factor, step * 2
    with np.errstate(all="ignore"):
        return np.where(weight > 0, total / weight, np.nan)


def since(events: Floats, place: Integers | None, times: Floats | None = None) -> Floats:
    """Return how long ago the last event was: 0 at an event, NaN before the first.

    Parameters
    ----------
    events : ndarray of shape (n_rows,)
        Not 0 where there is one; a missing value is none.
    place : ndarray of shape (n_rows,), optional
        See `shift`.
    times : ndarray of shape (n_rows,), optional
        Differences of them are taken; rows are counted when omitted.
    """
    position = np.arange(len(events))
    happened = np.nan_to_num(events, nan=0.0) != 0
    last = np.maximum.accumulate(np.where(happened, position, -1)) if len(events) else position
    known = last >= (0 if place is None else position - place)
    ago = (position if times is None else times) - (last if times is None else times[last])
    return np.where(known, ago, np.nan)
