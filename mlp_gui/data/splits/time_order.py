"""Splits along time: the latest rows for the test, repeated periods, and the gap between two subsets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.data.splits.row_times import Codes, Times

OUT = 3  # the code of a row that is in no subset


def divide_in_order(times: Times, cuts: tuple[int, int]) -> Codes:
    """Return the subset of each row, 0 to 2, of shape (n_rows,): the latest for the test, equal times together.

    Parameters
    ----------
    times : ndarray of shape (n_rows,)
    cuts : tuple of int
        Where training and validation end among the ordered rows; a cut between equal times moves to their nearer end.
    """
    order = np.argsort(times, kind="stable")
    ordered = times[order]
    subset = np.empty(len(times), np.int64)
    subset[order] = np.searchsorted([_moved(ordered, cut) for cut in cuts], np.arange(len(times)), side="right")
    return subset


def _moved(ordered: NDArray[np.float64], cut: int) -> int:
    if cut in (0, len(ordered)) or ordered[cut - 1] < ordered[cut]:
        return cut
    first, last = (int(np.searchsorted(ordered, ordered[cut], side=side)) for side in ("left", "right"))
    return first if first and cut - first <= last - cut else last


def divide_at(times: Times, borders: tuple[float, float], shares: tuple[float, float, float]) -> Codes:
    """Return the subset of each row, 0 to 2, of shape (n_rows,), with the moments where validation and test begin.

    Parameters
    ----------
    times : ndarray of shape (n_rows,)
    borders : tuple of float
        Where validation and where the test begins; NaN for one of them leaves it to the shares.
    shares : tuple of float
        Of training, validation and test.
    """
    validation_from, test_from = borders
    subset = np.zeros(len(times), np.int64)
    if np.isnan(validation_from):
        early = times < test_from
        subset[early] = _in_two(times[early], shares[0], shares[1])
        subset[~early] = 2
        return subset
    late = times >= validation_from
    subset[late] = 1
    if np.isnan(test_from):
        subset[late] += _in_two(times[late], shares[1], shares[2])
    else:
        subset[times >= test_from] = 2
    return subset


def _in_two(times: Times, first: float, second: float) -> Codes:
    share = first / (first + second) if first + second else 1.0
    cut = int(np.floor(share * len(times) + 1e-9))
    return divide_in_order(times, (cut, len(times)))


def divide_periods(periods: Codes, test_every: int, validation_every: int) -> Codes:
    """Return the subset of each row, 0 to 2, of shape (n_rows,): every n-th period for the test.

    Parameters
    ----------
    periods : ndarray of shape (n_rows,)
        The period of each row, counted from 0; a period without rows counts as well.
    test_every : int
        The last of so many periods is for the test; 0 for none.
    validation_every : int
        Of those that are left, the last of so many is for validation; 0 for none.
    """
    n = int(periods.max(initial=-1)) + 1
    subset = np.zeros(n, np.int64)
    if test_every:
        subset[test_every - 1 :: test_every] = 2
    if validation_every:
        left = np.flatnonzero(subset == 0)
        subset[left[validation_every - 1 :: validation_every]] = 1
    return subset[periods]


def with_gaps(subset: Codes, times: Times, gap: int) -> Codes:
    """Return the subset of each row with `OUT` for those just before another subset begins, of shape (n_rows,).

    Two rows of different subsets then have at least `gap` rows between them, as with `gap` in scikit-learn's
    TimeSeriesSplit; of rows at one moment all are in the gap or none.

    Parameters
    ----------
    subset : ndarray of shape (n_rows,)
    times : ndarray of shape (n_rows,)
    gap : int
        Rows that are left out before each border.
    """
    order = np.argsort(times, kind="stable")
    ordered, moments = subset[order].copy(), times[order]
    # A moment whose rows are in two subsets has no border in time; its rows are never in the gap of one another.
    borders = np.flatnonzero((np.diff(ordered) != 0) & (np.diff(moments) > 0)) + 1 if gap else np.zeros(0, np.int64)
    for border in borders.tolist():
        first = int(np.searchsorted(moments, moments[max(0, border - gap)], side="left"))
        ordered[first:border] = OUT
    found = np.empty_like(subset)
    found[order] = ordered
    return found
