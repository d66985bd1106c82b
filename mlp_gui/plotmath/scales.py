"""How numbers are laid along an axis: as they are, by their logarithm, or by a logarithm that passes through zero."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_compact
from mlp_gui.plotmath.ticks import MAX_DECADES, log_labels, log_ticks, tick_labels, ticks


@dataclass(frozen=True)
class Scale:
    """How numbers are laid along an axis.

    Attributes
    ----------
    name : {"linear", "log", "symlog"}
    knee : float
        Below this magnitude a symlog axis is linear.
    """

    name: str = "linear"
    knee: float = 1.0

    def to(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return places on the axis; NaN where a value has none."""
        if self.name == "linear":
            return values
        with np.errstate(all="ignore"):
            if self.name == "log":
                return np.log10(np.where(values > 0, values, np.nan))
            placed: NDArray[Any] = np.sign(values) * np.log10(1 + np.abs(values) / self.knee)
            return placed

    def transform(self, value: float) -> float:
        """Return the place of one value; NaN where it has none."""
        return float(self.to(np.array([value], dtype=float))[0])

    def inverse(self, places: NDArray[Any]) -> NDArray[Any]:
        """Invert `to`: return the values at places."""
        if self.name == "linear":
            return places
        with np.errstate(over="ignore"):
            if self.name == "log":
                return 10.0**places
            values: NDArray[Any] = np.sign(places) * self.knee * (10.0 ** np.abs(places) - 1)
            return values

    def cannot_show(self, values: NDArray[Any]) -> NDArray[Any]:
        """Mark the finite values that have no place."""
        return values <= 0 if self.name == "log" else np.zeros(values.shape, bool)

    def ticks(self, low: float, high: float, most: int) -> list[float]:
        """Return places of round numbers.

        Parameters
        ----------
        low, high : float
            Ends of the axis, as places.
        most : int
            Number of intervals between them.
        """
        if self.name == "linear":
            return ticks(low, high, most)
        return log_ticks(low, high, most) if self.name == "log" else self._symlog_ticks(low, high, most)

    def _symlog_ticks(self, low: float, high: float, most: int) -> list[float]:
        first = math.ceil(math.log10(self.knee) - 1e-9)
        reach = max(abs(v) for v in self.inverse(np.array([low, high])).tolist()) or self.knee
        last = math.floor(min(math.log10(reach), MAX_DECADES))
        decades = [10.0**k for k in range(first, max(first, last) + 1)]
        step = max(1, -(-2 * len(decades) // max(2, most)))
        # Thinned from the largest decade, which keeps its number.
        wanted = [-v for v in decades[::-1][::step]] + [0.0] + decades[::-1][::step][::-1]
        return [p for p in (self.transform(v) for v in wanted) if low - 1e-9 <= p <= high + 1e-9]

    def labels(self, places: list[float]) -> list[str]:
        """Return the texts of the numbers at places."""
        if self.name == "linear":
            return tick_labels(places)
        if self.name == "log":
            return log_labels(places)
        return [
            format_compact(float(f"{v:.12g}")) if abs(v) > 1e-9 * self.knee else "0"
            for v in self.inverse(np.array(places))
        ]


LINEAR, LOG = Scale(), Scale("log")


def symlog_for(low: float, high: float, smallest: float) -> Scale:
    """Return a symlog scale whose knee is the decade of the smallest magnitude, bounded.

    Parameters
    ----------
    low, high : float
        Limits of the values.
    smallest : float
        Their smallest magnitude.
    """
    largest = max(abs(low), abs(high))
    if not (math.isfinite(largest) and largest > 0):
        return Scale("symlog")
    small = smallest if math.isfinite(smallest) and smallest > 0 else largest
    return Scale("symlog", 10.0 ** math.floor(math.log10(max(small, 1e-6 * largest))))
