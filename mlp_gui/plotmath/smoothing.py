"""Smoothing: a debiased exponential moving average, weighted by the distance of epochs, followed as a series grows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 300.0  # time constants in a block: e^300 is far from overflow


class SmoothedSeries:
    """s(t) = sum y_i e^(-(t - t_i)/tau) / sum e^(-(t - t_i)/tau) over all finite y_i with t_i <= t.

    The sum of the weights below makes it unbiased from the first value on. Values that are not finite weigh nothing,
    and the average has a gap there.
    """

    def __init__(self) -> None:
        self._tau = 0.0
        self._y = np.zeros(0)
        self._count = 0
        self._top = self._weight = self._at = 0.0
        self._tail = np.nan

    def extend(self, x: NDArray[Any], y: NDArray[Any], tau: float) -> NDArray[Any]:
        """Return the average at every x; only what is new is computed.

        Parameters
        ----------
        x : ndarray of shape (n_points,)
            Ascending.
        y : ndarray of shape (n_points,)
            Values, which need not be finite.
        tau : float
            The time constant in units of x, greater than 0.
        """
        begun = self._count <= len(x) and (self._count == 0 or _same(float(y[self._count - 1]), self._tail))
        if tau != self._tau or not begun:
            self._tau, self._count, self._top, self._weight, self._at = tau, 0, 0.0, 0.0, 0.0
        if len(x) > len(self._y):
            grown = np.empty(max(len(x), 2 * len(self._y)))
            grown[: self._count] = self._y[: self._count]
            self._y = grown
        while self._count < len(x):
            self._advance(x, y)
        self._tail = float(y[-1]) if len(y) else np.nan
        return self._y[: len(x)]

    def _advance(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """Advance by one block, in which the powers of e stay finite."""
        start = self._count
        base = float(x[start])
        end = max(start + 1, int(np.searchsorted(x, base + BLOCK * self._tau, "right")))
        steps, values = (x[start:end] - base) / self._tau, y[start:end]
        fine = np.isfinite(values)
        fading = np.exp(-(base - self._at) / self._tau) if self._count else 0.0
        # Sums of weights that grow, divided by the growth afterwards: one cumulative sum instead of a loop.
        growth = np.exp(steps)
        top = self._top * fading + np.cumsum(np.where(fine, values, 0.0) * growth)
        weight = self._weight * fading + np.cumsum(np.where(fine, growth, 0.0))
        with np.errstate(all="ignore"):
            self._y[start:end] = np.where(fine, top / weight, np.nan)
        self._top, self._weight = float(top[-1] / growth[-1]), float(weight[-1] / growth[-1])
        self._at, self._count = float(x[end - 1]), end


def _same(a: float, b: float) -> bool:
    return a == b or (a != a and b != b)
