"""Which rows of a large table are drawn: a fixed random choice, and always the extremes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


def sample_rows(true: NDArray[Any], predicted: NDArray[Any], most: int) -> Indices:
    """Return the positions of the rows to draw, ascending, at most `most` + 6.

    The rows with the smallest and largest true value, prediction and error are always among them. The others are the
    same in every frame, so that the points move and do not jump.

    Parameters
    ----------
    true, predicted : ndarray of shape (n_rows,)
    most : int
        How many rows may be chosen beside the extremes.
    """
    rows = len(true)
    if rows <= most:
        return np.arange(rows)
    error = predicted - true
    extremes = [_extreme(values, pick) for values in (true, predicted, error) for pick in (np.nanargmin, np.nanargmax)]
    return np.union1d(_choice(rows, most), [at for at in extremes if at is not None])


def _extreme(values: NDArray[Any], pick: Callable[[NDArray[Any]], np.intp]) -> int | None:
    try:
        return int(pick(values))
    except ValueError:  # every value is nan
        return None


@lru_cache(maxsize=8)
def _choice(rows: int, most: int) -> Indices:
    return np.sort(np.random.default_rng(0).choice(rows, most, replace=False))


def allot_points(counts: list[int], most: int) -> list[int]:
    """Share points among subsets in proportion to their rows, at least one hundred each.

    Parameters
    ----------
    counts : list of int
        Rows of each subset.
    most : int
        Points of all subsets together.

    Returns
    -------
    list of int
        The most points that each subset may have; its rows when all of them fit.
    """
    total = sum(counts)
    return [count if total <= most else max(100, most * count // total) for count in counts]
