"""Sentinels are numbers that stand for no value: -9999, 999.9, 32767 among lengths of a hand's breadth.

The rule, for both ends of a column:

1. A number is suspicious by its looks when it is written with nines only (from two on, or "-9"), when it is a limit of
   a type of numbers (32767, -2147483648, -3.4e38, the 9.97e36 of NetCDF), or a power of ten from 10,000 on. It is a
   sentinel when all others are nearer to zero than half of it, and farther from it than they reach. For negative ones
   from -90 on the first is enough; for powers of ten, a tenth counts in place of the half.
2. Any other number is one when it is alone at its end of the column and so far out that no tail explains it: its
   distance from the middle is thirty times that of the next, and more than that next one's, in units of the median
   distance, to the power of 1.5. In a heavy tail the numbers are spread evenly over the powers of ten, so that such a
   leap is rare there.
3. A number that is repeated and the only negative one is one when it lies below all others by more than they reach.
4. What is a sentinel in one column of a table is suspicious in all others.

"All others" are the numbers without those of the first kind, so that one does not hide the next.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NINES = frozenset(
    {round(sign * int("9" * n) / 10**d, d) for n in range(2, 9) for d in range(min(n, 4)) for sign in (1, -1)} | {-9.0}
)
_SINGLE = (float(np.finfo(np.float32).max), 9.969209968386869e36, 1e20, 1e30, 1e36)
_LIMITS = frozenset({32767.0, -32768.0, 65535.0, 2.0**31 - 1, -(2.0**31), 2.0**32 - 1, 2.0**63, -(2.0**63)})
_ROUND = frozenset(sign * 10.0**k for k in range(4, 16) for sign in (1, -1))
_FEWEST = 12  # cells; below, a column has no tail to speak of
_FEWEST_OTHERS = 8  # different ones, that a number without suspicious looks is compared with
_LEAP, _POWER = 30.0, 1.5
_ENDS = 8  # different numbers that are looked at from each end
_SAMPLE = 20_000


@dataclass(frozen=True)
class Sentinel:
    """A number far from all others of its column.

    Attributes
    ----------
    value : float
    count : int
        Cells that hold it.
    row : int
        The first of them, counted from 0.
    """

    value: float
    count: int
    row: int


def find_sentinels(
    values: NDArray[Any], low: float, high: float, known: frozenset[float] = frozenset()
) -> tuple[Sentinel, ...]:
    """Find the numbers of a column that may mean no value, in order.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
        NaN where a cell is empty.
    low, high : float
        The smallest and the largest of them.
    known : frozenset of float
        Sentinels of other columns of the table.
    """
    if low == high:
        return ()
    sample = np.sort(values if len(values) <= _SAMPLE else values[:: len(values) // _SAMPLE])
    if sample.dtype.kind == "f" and not (math.isfinite(sample[-1]) and math.isfinite(sample[0])):
        sample = sample[np.isfinite(sample)]
    if len(sample) < 3 or not _may_have_any(sample, low, high, known):
        return ()
    sample = sample.astype(np.float64)
    found = _among(*_ends_of(values, sample), sample, known)
    return tuple(_counted(values, value) for value in sorted(found))


def may_hold_sentinels(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Tell which columns `find_sentinels` is worth asking about, all at once: of ten thousand, nearly none are.

    Parameters
    ----------
    ordered : ndarray of shape (n_columns, n_rows)
        The numbers of each column in rising order, none of them missing.
    """
    rows = ordered.shape[1]
    low, high = ordered[:, 0].astype(np.float64), ordered[:, -1].astype(np.float64)
    ends = np.stack((low, high))
    size = np.abs(ends)
    looks = np.isin(ends, [*_NINES, *_LIMITS, *_ROUND]) | (size > 1e300)  # infinity, too
    for limit in _SINGLE:
        looks |= np.abs(size - limit) <= 1e-6 * limit
    first = ordered[:, rows // 10].astype(np.float64)
    last = ordered[:, -1 - rows // 10].astype(np.float64)
    far = (high - last > 2 * (last - first)) | (first - low > 2 * (last - first))
    between = ((ordered > ordered[:, :1]) & (ordered < 0)).any(axis=1)
    return np.asarray(looks.any(axis=0) | far | ((low <= -9) & ~between))


def looks_suspicious(value: float) -> bool:
    """Tell whether a number looks like one that programs write for "no value"."""
    size = abs(value)
    return (
        value in _NINES
        or value in _LIMITS
        or value in _ROUND
        or any(abs(size - limit) <= 1e-6 * limit for limit in _SINGLE)
        or size > 1e300
    )


def _may_have_any(sample: NDArray[Any], low: float, high: float, known: frozenset[float]) -> bool:
    """Look at the ends of a sorted sample, which is cheap: most columns have nothing out there."""
    if looks_suspicious(low) or looks_suspicious(high) or low in known or high in known:
        return True
    first, last = float(sample[len(sample) // 10]), float(sample[-1 - len(sample) // 10])
    reach = last - first
    if high - last > 2 * reach or first - low > 2 * reach:
        return True
    others = int(np.searchsorted(sample, low, "right"))
    return low <= -9 and others < len(sample) and bool(sample[others] >= 0)


def _ends_of(values: NDArray[Any], sample: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lowest and the highest different numbers, each in rising order; they overlap in a column of few."""
    if len(values) > 4 * _SAMPLE:
        first, last = sample[len(sample) // 100], sample[-1 - len(sample) // 100]
        values = values[(values <= first) | (values >= last)]
    different = np.unique(values[np.isfinite(values)]).astype(np.float64)
    return different[:_ENDS], different[-_ENDS:]


def _among(
    lowest: NDArray[np.float64], highest: NDArray[np.float64], sample: NDArray[np.float64], known: frozenset[float]
) -> set[float]:
    ends = {*lowest.tolist(), *highest.tolist()}
    suspects = {value for value in ends if looks_suspicious(value) or value in known}
    while suspects:  # those that lie among the others are of them
        others = _Others(ends - suspects, sample, suspects)
        cleared = {value for value in suspects if not others.are_far_from(value)}
        if not cleared:
            break
        suspects -= cleared
    others = _Others(ends - suspects, sample, suspects)
    return suspects | others.lonely() | others.negative()


class _Others:
    """The numbers that some values are compared with: those at the ends of the column, and a sample of all."""

    def __init__(self, ends: Iterable[float], sample: NDArray[np.float64], without: set[float]) -> None:
        self._ends = sorted(ends)
        self._sample = sample[~np.isin(sample, list(without))] if without else sample

    def are_far_from(self, value: float) -> bool:
        """Whether a number that looks suspicious lies far from all others."""
        if not self._ends or not len(self._sample):
            return False
        low, high = self._ends[0], self._ends[-1]
        if value > 0 and low == high:
            return False  # two codes, and which of them would be the odd one?
        share = 10.0 if value in _ROUND else 2.0
        if value < 0:
            return low > value / share and (value <= -90 or low - value > high - low)
        return high < value / share and value - high > high - low

    def lonely(self) -> set[float]:
        """Return the number at either end that no tail explains."""
        if len(self._ends) < _FEWEST_OTHERS:
            return set()
        found = set()
        for value, rest in ((self._ends[0], self._ends[1:]), (self._ends[-1], self._ends[:-1])):
            sample = self._sample[self._sample != value]
            if len(sample) < _FEWEST:
                continue
            middle = float(np.median(sample))
            distances = np.abs(sample - middle)
            usual = float(np.median(distances[distances > 0])) if distances.any() else 0.0
            following = max(abs(rest[0] - middle), abs(rest[-1] - middle))
            if not usual or not np.isfinite(following):
                continue
            leap = abs(value - middle) / following
            with np.errstate(over="ignore"):
                wide = float(np.power(following / usual, _POWER))
            if leap > max(_LEAP, wide):
                found.add(value)
        return found

    def negative(self) -> set[float]:
        """Return the only negative number, repeated and farther below zero than the others reach above."""
        if len(self._ends) < _FEWEST_OTHERS or len(self._sample) < _FEWEST or self._ends[0] > -9 or self._ends[1] < 0:
            return set()
        value, reach = self._ends[0], self._ends[-1] - self._ends[1]
        repeated = int((self._sample == value).sum()) > 1
        return {value} if repeated and self._ends[1] - value > reach else set()


def _counted(values: NDArray[Any], value: float) -> Sentinel:
    these = values == value
    return Sentinel(value, int(these.sum()), int(these.argmax()))
