"""A transformation changes the shape of a column's distribution before it is scaled: its name and what was learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.smearing import NOT_FITTED, Points, smearing_points
from mlp_gui.core.transform_functions import BACK, defined_between, restored, transformed
from mlp_gui.core.translation import mark

Values = NDArray[np.float64]

TRANSFORMS = (
    ("none", mark("None")),
    ("log", mark("Logarithm: ln x")),
    ("log1p", mark("Logarithm of 1 + x")),
    ("log10", mark("Logarithm: log₁₀ x")),
    ("sqrt", mark("Square root")),
    ("cbrt", mark("Cube root")),
    ("asinh", mark("Inverse hyperbolic sine")),
    ("box_cox", mark("Box-Cox: a power that is learned, x > 0")),
    ("yeo_johnson", mark("Yeo-Johnson: a power that is learned")),
    ("logit", mark("Logit of a share: ln(x / (1 − x))")),
    ("rank_normal", mark("Rank to normal: normal scores")),
)
# Formulas are the same in every language; words are translated where they are shown.
SHORT_LABELS = {
    "log": "ln x", "log1p": "ln(1+x)", "log10": "log₁₀ x", "sqrt": "√x", "cbrt": "∛x", "asinh": "asinh x",
    "box_cox": "Box-Cox", "yeo_johnson": "Yeo-Johnson", "logit": "logit x",
    "rank_normal": mark("normal score"),
}  # fmt: skip
# Where each is defined: above the first number and below the second.
DOMAINS = {"log": (0.0, np.inf), "log10": (0.0, np.inf), "box_cox": (0.0, np.inf), "log1p": (-1.0, np.inf)}
DOMAINS |= {"logit": (0.0, 1.0), "sqrt": (0.0, np.inf)}
REACH = 1.0  # ranges of the training values that a prediction may lie beyond them
_NEAR_EDGE = 0.1  # share of the way to the edge of the domain that is left where it is nearer
_LAMBDAS = (-5.0, 5.0)
MOST_KNOTS = 200  # of the line that turns numbers into normal scores
_PLACES = 33  # predictions at which the smearing correction is compared with the mean over all residuals
_GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class Transformation:
    """A function that was fitted to a column.

    Attributes
    ----------
    name : str
        Of `TRANSFORMS`.
    parameter : float
        The power of Box-Cox and Yeo-Johnson, λ; 0 for the others.
    low, high : float, optional
        Limits of transformed predictions; None for inputs.
    knots : tuple of (float, float)
        Rising pairs of a number and its normal score, for the rank; empty for the others.
    smearing : tuple of (float, float)
        Residuals of the training rows and their weights, over which predictions are averaged; empty without the
        correction, `NOT_FITTED` before there is a network.
    """

    name: str = "none"
    parameter: float = 0.0
    low: float | None = None
    high: float | None = None
    knots: tuple[tuple[float, float], ...] = ()
    # Not in its text, by which data are compared: it depends on weights.
    smearing: Points = field(default=(), repr=False)

    @property
    def learned(self) -> float | tuple[tuple[float, float], ...]:
        """What its functions take besides the numbers: the knots, or the power."""
        return self.knots or self.parameter

    @property
    def is_none(self) -> bool:
        """Whether numbers stay as they are."""
        return self.name == "none"

    def forward(self, values: NDArray[Any]) -> Values:
        """Transform numbers in original units: NaN outside of the function's domain."""
        return np.asarray(values if self.is_none else transformed(self.name, values, self.learned))

    def inverse(self, values: NDArray[Any]) -> Values:
        """Return the original units of transformed numbers, exactly."""
        return np.asarray(values if self.is_none else restored(self.name, values, self.learned))

    def predicted(self, values: NDArray[Any]) -> Values:
        """Return the original units of transformed predictions, which are kept within the limits.

        Powers and exponentials make a small error far outside of the training rows a huge one.
        """
        low, high = self.low, self.high
        if self.is_none or low is None or high is None:
            return self.inverse(values)
        return restored(self.name, values, self.learned, low, high, self.smearing)

    def asking_for_smearing(self) -> Transformation:
        """Return the transformation with a correction that is still to be fitted; itself where nothing is changed."""
        return self if self.is_none else replace(self, smearing=NOT_FITTED)

    def smeared(self, true: Values, predicted: Values) -> Transformation:
        """Return the transformation with the smearing correction of a network.

        Parameters
        ----------
        true, predicted : ndarray of shape (n_rows,)
            Of the training rows, transformed. Predictions count as they are kept within the limits.
        """
        low, high = self.low, self.high
        kept = predicted if low is None or high is None else np.clip(predicted, low, high)
        known = np.asarray(kept, float).ravel()
        ends = [] if low is None or high is None else [np.linspace(low, high, _PLACES)]
        places = np.concatenate([np.quantile(known, np.linspace(0, 1, _PLACES)), *ends]) if len(known) else known
        return replace(self, smearing=smearing_points(true - kept, self._sum_restored, places))

    def _sum_restored(self, sums: Values) -> Values:
        """Return the original units of sums of a prediction and a residual, as `restored` does."""
        low, high = -np.inf if self.low is None else self.low, np.inf if self.high is None else self.high
        least, most = defined_between(self.name, self.learned, low, high)
        with np.errstate(all="ignore"):
            return np.asarray(BACK[self.name](np.clip(sums, least, most), self.learned))


@np.errstate(over="ignore", invalid="ignore")  # squares of numbers near the ends of the double range
def fit_transformation(name: str, values: Values) -> Transformation:
    """Fit a transformation to the rows to learn from.

    Parameters
    ----------
    name : str
        Of `TRANSFORMS`.
    values : ndarray of shape (n_rows,)
        In original units; NaN, infinite numbers and those outside of the domain do not count.

    Returns
    -------
    Transformation
        With the λ of largest likelihood [1]_ or the knots where there are some, and without limits.

    References
    ----------
    .. [1] I.-K. Yeo and R. A. Johnson, "A new family of power transformations to improve normality or symmetry",
       Biometrika 87 (2000), 954-959.
    """
    found = Transformation(name)
    if name == "rank_normal":
        return replace(found, knots=normal_scores(values[np.isfinite(values)]))
    if name not in ("box_cox", "yeo_johnson"):
        return found
    present = values[np.isfinite(values)]
    present = present[present > 0] if name == "box_cox" else present
    if len(present) < 2 or np.ptp(present) == 0:
        return replace(found, parameter=1.0)
    jacobian = np.log(present) if name == "box_cox" else np.sign(present) * np.log1p(np.abs(present))

    def loss(power: float) -> float:
        spread = float(np.var(transformed(name, present, power)))
        if not np.isfinite(spread) or spread <= 0:
            return np.inf
        return float(0.5 * np.log(spread) - (power - 1) * jacobian.mean())

    power = minimize_scalar(loss, *_LAMBDAS)
    # Very near the two logarithms, programs that lack expm1 would lose all digits.
    return replace(found, parameter=next((whole for whole in (0.0, 2.0) if abs(power - whole) < 1e-6), power))


def normal_scores(values: Values) -> tuple[tuple[float, float], ...]:
    """Return numbers with the quantile of the normal distribution that belongs to their rank.

    The score of rank r among n is Φ⁻¹((r - 1/2) / n) [1]_; equal numbers have the mean of their ranks. Of more than
    `MOST_KNOTS` different numbers evenly spaced ones are kept, the first and the last with them.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
        Finite.

    Returns
    -------
    tuple of (float, float)
        Rising in both; one pair of zeros without any number.

    References
    ----------
    .. [1] G. Blom, "Statistical Estimates and Transformed Beta-Variables" (1958), with α = 1/2; Hazen 1914.
    """
    if not len(values):
        return ((0.0, 0.0),)
    numbers, counts = np.unique(values, return_counts=True)
    mean_ranks = np.cumsum(counts) - (counts - 1) / 2
    kept = np.unique(np.linspace(0, len(numbers) - 1, min(MOST_KNOTS, len(numbers))).round().astype(int))
    score = NormalDist().inv_cdf
    return tuple((float(numbers[k]), score((float(mean_ranks[k]) - 0.5) / len(values))) for k in kept)


def with_limits(found: Transformation, values: Values) -> Transformation:
    """Return the transformation with limits for predictions.

    They lie `REACH` ranges of the given values beyond them; where the domain ends before, they go nine tenths of the
    way to its edge.

    Parameters
    ----------
    found : Transformation
    values : ndarray of shape (n_rows,)
        Of the training rows, in original units.
    """
    present = values[np.isfinite(values) & np.isfinite(found.forward(values))]
    if found.is_none or not len(present):
        return found
    low, high = float(present.min()), float(present.max())
    reach = REACH * (high - low) or max(1.0, abs(high))
    bottom, top = DOMAINS.get(found.name, (-np.inf, np.inf))
    least = max(low - reach, bottom + _NEAR_EDGE * (low - bottom)) if np.isfinite(bottom) else low - reach
    most = min(high + reach, top - _NEAR_EDGE * (top - high)) if np.isfinite(top) else high + reach
    limits = found.forward(np.array([least, most]))
    return replace(found, low=float(limits[0]), high=float(limits[1]))


def is_defined(name: str, values: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which numbers a transformation takes.

    Parameters
    ----------
    name : str
    values : ndarray of shape (n_rows,)
        NaN counts as taken: a gap is no mistake.
    """
    bottom, top = DOMAINS.get(name, (-np.inf, np.inf))
    above = values >= bottom if name == "sqrt" else values > bottom
    return np.asarray(np.isnan(values) | (above & (values < top)))


def minimize_scalar(function: Callable[[float], float], low: float, high: float, tolerance: float = 1e-9) -> float:
    """Find the least point of a function that falls and then rises, by the golden section.

    Parameters
    ----------
    function : callable
    low, high : float
        Where it is looked for.
    tolerance : float
        Width of the interval that is left.
    """
    inner, outer = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_inner, at_outer = function(inner), function(outer)
    while high - low > tolerance:
        if at_inner <= at_outer:
            high, outer, at_outer = outer, inner, at_inner
            inner = high - _GOLDEN * (high - low)
            at_inner = function(inner)
        else:
            low, inner, at_inner = inner, outer, at_outer
            outer = low + _GOLDEN * (high - low)
            at_outer = function(outer)
    return (low + high) / 2
