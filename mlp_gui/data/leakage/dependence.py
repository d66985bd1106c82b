"""How far one column decides another: the same order, disjoint ranges, one class for each value."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]
CERTAIN = 9.0  # chance would bring it about less than once in 10 to this power
_DENSE = 6.0  # a gap between two classes that is so many usual steps wide is no threshold drawn through dense values
_FEW = 10  # values, below which a column has steps rather than an order
_NEAR = 12  # values on each side that say what a usual step is


def is_same_order(x: Numbers, y: Numbers) -> bool:
    """Return whether one column never falls where the other rises, and decides it at least in steps.

    That holds for monotone copies (exp, log, ranks, rounded values) and for copies in bins, in either direction.

    Parameters
    ----------
    x, y : ndarray of shape (n_rows,)
        Without gaps.
    """
    if len(x) < 2 or x.min() == x.max() or y.min() == y.max():
        return False
    steps_x, steps_y = _counts(x), _counts(y)
    if min(_surprise(steps_x), _surprise(steps_y)) < CERTAIN:
        return False
    if min(len(steps_x), len(steps_y)) >= _FEW:
        return _never_falls(x, y) or _never_falls(-x, y)
    coarse, fine = (x, y) if len(steps_x) <= len(steps_y) else (y, x)
    return is_cut_by(np.unique(coarse, return_inverse=True)[1].astype(np.int64), fine)


def is_cut_by(codes: Codes, y: Numbers) -> bool:
    """Return whether the categories are ranges of y that meet where values are dense, as thresholds leave them.

    Groups that lie apart by nature, with an empty stretch between them, are no bins of y.

    Parameters
    ----------
    codes : ndarray of shape (n_rows,)
        Categories, 0 to n_categories - 1.
    y : ndarray of shape (n_rows,)
    """
    counts = np.bincount(codes)
    k = int((counts > 0).sum())
    if k < 2 or _surprise(counts) - math.lgamma(k + 1) / math.log(10) < CERTAIN:
        return False
    if not is_in_ranges(codes, y):
        return False
    order = np.lexsort((codes, y))
    ordered, borders = y[order], np.flatnonzero(np.diff(codes[order])) + 1
    starts = np.concatenate(([0], borders))
    lengths = np.maximum.reduceat(ordered, starts) - np.minimum.reduceat(ordered, starts)
    # A category of one value, such as no payment where nothing was claimed, needs no dense border.
    return bool((lengths == 0).any()) or _are_dense(np.unique(y), ordered[borders])


def is_in_ranges(codes: Codes, y: Numbers) -> bool:
    """Return whether each category has a range of y to itself.

    Parameters
    ----------
    codes : ndarray of shape (n_rows,)
        Categories, 0 to n_categories - 1.
    y : ndarray of shape (n_rows,)
    """
    order = np.lexsort((codes, y))
    borders = np.flatnonzero(np.diff(codes[order])) + 1
    return len(borders) == len(np.unique(codes)) - 1 and not (y[order][borders] == y[order][borders - 1]).any()


def _are_dense(values: Numbers, borders: Numbers) -> bool:
    """Whether the step to each border, from the value before, is no wider than steps nearby are."""
    steps = np.diff(values)
    for border in borders.tolist():
        at = int(np.searchsorted(values, border)) - 1
        near = np.concatenate((steps[max(0, at - _NEAR) : at], steps[at + 1 : at + 1 + _NEAR]))
        if not len(near) or steps[at] > _DENSE * float(np.median(near)):
            return False
    return True


def decides_class(codes: Codes, classes: Codes) -> bool:
    """Return whether every category holds rows of one class only, beyond chance.

    Parameters
    ----------
    codes, classes : ndarray of shape (n_rows,)
        Categories and classes, each counted from 0.
    """
    k = int(codes.max()) + 1
    pairs = len(np.unique(codes * (int(classes.max()) + 1) + classes))
    counts = np.bincount(classes)
    ways = k * math.log10(max(int((counts > 0).sum()), 1))
    return k >= 2 and pairs == len(np.unique(codes)) and _surprise(counts) - ways >= CERTAIN


def _never_falls(x: Numbers, y: Numbers) -> bool:
    """Whether no pair of rows has the larger x where it has the smaller y."""
    order = np.lexsort((x, y))
    ordered = x[order]
    starts = np.concatenate(([0], np.flatnonzero(np.diff(y[order])) + 1))
    highest = np.maximum.reduceat(ordered, starts)
    return bool((highest[:-1] <= ordered[starts[1:]]).all())


def _counts(values: Numbers) -> Codes:
    return np.unique(values, return_counts=True)[1]


def _surprise(counts: Codes) -> float:
    """log10 of the number of ways in which rows with so many of each value can be ordered."""
    n = int(counts.sum())
    return (math.lgamma(n + 1) - sum(math.lgamma(c + 1) for c in counts.tolist())) / math.log(10)
