"""The points of a scatter plot: taken from predictions, thinned, and laid along linear or logarithmic axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mlp_gui.plotmath.sampling import sample_rows
from mlp_gui.plotmath.scales import Scale


class HasPredictions(Protocol):
    """Rows of one subset.

    Attributes
    ----------
    row_numbers : ndarray of shape (n_rows,)
        In the table, from 0.
    true, predicted : ndarray of shape (n_rows, n_outputs)
        In original units, or class probabilities.
    rows_in_subset : int
        More than there are here when only some were computed.
    """

    @property
    def row_numbers(self) -> NDArray: ...
    @property
    def true(self) -> NDArray: ...
    @property
    def predicted(self) -> NDArray: ...
    @property
    def rows_in_subset(self) -> int: ...


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class SubsetPoints:
    """Points of one subset, arrays of shape (n_rows,).

    Attributes
    ----------
    row_numbers : ndarray
        Rows in the table, from 0.
    true, predicted : ndarray
    """

    row_numbers: NDArray
    true: NDArray
    predicted: NDArray

    def thinned(self, most: int) -> SubsetPoints:
        """Return at most about so many of the points, the extremes among them."""
        if len(self.true) <= most:
            return self
        at = sample_rows(self.true, self.predicted, most)
        return SubsetPoints(self.row_numbers[at], self.true[at], self.predicted[at])

    def placed(self, scale: Scale) -> SubsetPoints:
        """Return the points in places on the axes: NaN where one has none."""
        if scale.name == "linear":
            return self
        return SubsetPoints(self.row_numbers, scale.to(self.true), scale.to(self.predicted))

    def hidden(self, scale: Scale) -> int:
        """Return how many points have no place on the axes."""
        return int((scale.cannot_show(self.true) | scale.cannot_show(self.predicted)).sum())


def points_of_target(rows: HasPredictions, at: int) -> SubsetPoints:
    """Return the rows of one target; those of another table may lack its true value.

    Parameters
    ----------
    rows : HasPredictions
    at : int
        Position of the target.
    """
    numbers, true, predicted = rows.row_numbers, rows.true[:, at], rows.predicted[:, at]
    gone = np.isnan(true)
    return (
        SubsetPoints(numbers[~gone], true[~gone], predicted[~gone])
        if gone.any()
        else SubsetPoints(numbers, true, predicted)
    )


def finite_limits(values: NDArray) -> tuple[float, float]:
    """Return the smallest and largest finite value; inf and -inf when there is none."""
    low, high = float(values.min()), float(values.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        finite = values[np.isfinite(values)]
        return (float(finite.min()), float(finite.max())) if len(finite) else (np.inf, -np.inf)
    return low, high
