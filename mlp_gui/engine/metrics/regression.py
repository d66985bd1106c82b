"""Metrics of predicted numbers, in the target's original units."""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.core.translation import mark
from mlp_gui.engine.metrics.metric import NAN, Metric, Values, metrics, ratio


def weighted_means(values: Values, counts: Values) -> Values:
    """Return the mean of a number in each drawing of the rows, shape (n_resamples,).

    Parameters
    ----------
    values : ndarray, shape (n_rows,)
    counts : ndarray, shape (n_resamples, n_rows)
    """
    return np.asarray(counts @ values / counts.sum(axis=1))


def _varied(values: Values, counts: Values) -> Values:
    """Return the sum of the squares around the mean in each drawing; a rounding of 0 is 0."""
    centred = values - values.mean()
    sums, squares = counts @ centred, counts @ centred**2
    varied = squares - sums**2 / counts.sum(axis=1)
    return np.asarray(np.where(varied > 1e-12 * squares, varied, 0.0))


def _resampled_correlation(y: Values, p: Values, counts: Values) -> Values:
    a, b = y - y.mean(), p - p.mean()
    together = counts @ (a * b) - (counts @ a) * (counts @ b) / counts.sum(axis=1)
    spread = np.sqrt(_varied(y, counts) * _varied(p, counts))
    return np.asarray(together / np.where(spread > 0, spread, NAN))


@metrics.register("mse", "MSE")
class MeanSquaredError(Metric):
    """Mean of (p - y)^2."""

    equation, higher_is_better = "mean (p − y)²", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean((p - y) ** 2)) if len(y) else NAN

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means((p - y) ** 2, counts)


@metrics.register("rmse", "RMSE")
class RootMeanSquaredError(Metric):
    """Root of the mean of (p - y)^2."""

    equation, higher_is_better = "√(mean (p − y)²)", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.sqrt(MeanSquaredError()(y, p)))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return np.asarray(np.sqrt(MeanSquaredError().resampled(y, p, counts)))


@metrics.register("mae", "MAE")
class MeanAbsoluteError(Metric):
    """Mean of |p - y|."""

    equation, higher_is_better = "mean |p − y|", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean(np.abs(p - y))) if len(y) else NAN

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means(np.abs(p - y), counts)


@metrics.register("mape", "MAPE (%)")
class MeanAbsolutePercentageError(Metric):
    """100 mean of |p - y| / |y|; undefined (nan) as soon as one target is 0."""

    equation, higher_is_better = mark("100 mean |p − y| / |y|; undefined when a target is 0"), False

    def compute(self, y: Values, p: Values) -> float:
        return float(100 * np.mean(np.abs(p - y) / np.abs(y))) if len(y) and np.all(y) else NAN

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means(100 * np.abs(p - y) / np.abs(y), counts)


@metrics.register("r2", "R²")
class R2(Metric):
    """1 - SSE / sum (y - mean y)^2: the coefficient of determination; undefined for a constant target."""

    equation = "1 − Σ (p − y)² / Σ (y − mean y)²"

    def compute(self, y: Values, p: Values) -> float:
        if len(y) < 2:
            return NAN
        return 1 - ratio(np.sum((p - y) ** 2), np.sum((y - y.mean()) ** 2))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        varied = _varied(y, counts)
        return np.asarray(1 - counts @ (p - y) ** 2 / np.where(varied > 0, varied, NAN))


@metrics.register("nse", "NSE")
class NashSutcliffe(R2):
    """The Nash-Sutcliffe efficiency: hydrology's name for R2 (Nash & Sutcliffe 1970)."""


@metrics.register("squared_correlation", "Squared correlation r²")
class SquaredCorrelation(Metric):
    """Square of Pearson's correlation of y and p. It ignores shift and scale, and so is never below R2."""

    equation = "corr(y, p)²"

    def compute(self, y: Values, p: Values) -> float:
        return correlation(y, p) ** 2

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return _resampled_correlation(y, p, counts) ** 2


def correlation(y: Values, p: Values) -> float:
    """Compute Pearson's correlation; nan where one of the two is constant.

    Parameters
    ----------
    y, p : ndarray, shape (n_rows,)
    """
    # A constant varies with nothing; its distance from its mean is rounding.
    if len(y) < 2 or (p == p[0]).all() or (y == y[0]).all():
        return NAN
    a, b = y - y.mean(), p - p.mean()
    # Two roots, because the product of both sums of squares overflows earlier.
    return ratio(float(a @ b), float(np.sqrt(a @ a) * np.sqrt(b @ b)))


@metrics.register("kge", "KGE (2009)")
class KlingGupta(Metric):
    """1 - sqrt((r - 1)^2 + (std p / std y - 1)^2 + (mean p / mean y - 1)^2) (Gupta et al. 2009)."""

    equation = "1 − √((r − 1)² + (σₚ/σᵧ − 1)² + (μₚ/μᵧ − 1)²)"

    def compute(self, y: Values, p: Values) -> float:
        if len(y) < 2:
            return NAN
        spread, level = ratio(float(p.std()), float(y.std())), ratio(float(p.mean()), float(y.mean()))
        # hypot, because the squares of large Python floats raise OverflowError.
        return 1 - math.hypot(correlation(y, p) - 1, spread - 1, level - 1)

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        spread = np.sqrt(_varied(p, counts) / _varied(y, counts))
        level = weighted_means(p, counts) / weighted_means(y, counts)
        r = _resampled_correlation(y, p, counts)
        return np.asarray(1 - np.sqrt((r - 1) ** 2 + (spread - 1) ** 2 + (level - 1) ** 2))


@metrics.register("pbias", "PBIAS (%)")
class PercentBias(Metric):
    """100 sum (p - y) / sum y: positive means that predictions are too high. Its best value is 0."""

    equation = mark("100 Σ (p − y) / Σ y; positive: too high")
    higher_is_better = False

    def compute(self, y: Values, p: Values) -> float:
        return 100 * ratio(float(np.sum(p - y)), float(np.sum(y)))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return np.asarray(100 * (counts @ (p - y)) / (counts @ y))


@metrics.register("max_error", "Largest error")
class MaxError(Metric):
    """Largest |p - y|."""

    equation, higher_is_better = "max |p − y|", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.max(np.abs(p - y))) if len(y) else NAN

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return np.full(len(counts), NAN)  # how large that of other rows would be cannot be drawn from these
