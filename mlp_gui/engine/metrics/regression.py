"""Metrics: how good predictions are, in the target's original units, each with its direction and its formula."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import mark

metrics: Registry[Metric] = Registry("metric")

Values = NDArray[np.floating]
NAN = float("nan")


class Metric:
    """A number for predictions p against targets y, nan where it is undefined.

    Regression: y and p are one target's values (rows,). Classification: y holds class numbers from 0 (rows,) and p
    probabilities (rows, classes). unit_power: 1 in the target's unit, 2 in its square, 0 without unit.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    equation: ClassVar[str] = ""
    higher_is_better: ClassVar[bool] = True
    unit_power: ClassVar[int] = 0
    classification: ClassVar[bool] = False
    two_classes_only: ClassVar[bool] = False

    def __call__(self, y: Values, p: Values) -> float:
        """Numbers beyond the range of floats give inf or nan, without a warning."""
        with np.errstate(all="ignore"):
            return float(self.compute(y, p))

    def compute(self, y: Values, p: Values) -> float:
        raise NotImplementedError


def metrics_for(task: Task) -> tuple[type[Metric], ...]:
    """The metrics that can be computed for a kind of target."""
    found = (m for m in metrics if m.classification == task.is_classification)
    return tuple(m for m in found if not (m.two_classes_only and task is Task.MULTICLASS))


def evaluate(task: Task, y_true: Values, y_pred: Values) -> dict[str, float]:
    """Every metric of the task by name; several targets are averaged.

    y_true, y_pred: (rows, outputs) in original units; for classes 0/1 or one-hot, and probabilities.
    ValueError when their shapes differ.
    """
    each = evaluate_each(task, y_true, y_pred)
    return {m.name: _mean([scores[m.name] for scores in each]) for m in metrics_for(task)}


def evaluate_each(task: Task, y_true: Values, y_pred: Values) -> list[dict[str, float]]:
    """Every metric of the task by name, for each target by itself."""
    return [{m.name: m()(y, p) for m in metrics_for(task)} for y, p in _targets(task, y_true, y_pred)]


def score(name: str, task: Task, y_true: Values, y_pred: Values) -> float:
    """One metric, averaged over the targets."""
    metric = metrics[name]()
    return _mean([metric(y, p) for y, p in _targets(task, y_true, y_pred)])


def _mean(scores: list[float]) -> float:
    with np.errstate(all="ignore"):
        return float(np.mean(scores))


def _targets(task: Task, y_true: Values, y_pred: Values) -> list[tuple[Values, Values]]:
    """One pair (y, p) per target, as `Metric` wants them."""
    if y_true.shape != y_pred.shape or y_true.ndim != 2:
        raise ValueError(f"predictions of shape {y_pred.shape} cannot be compared with targets of shape {y_true.shape}")
    y_true, y_pred = np.asarray(y_true, float), np.asarray(y_pred, float)
    if task is Task.MULTICLASS:
        return [(y_true.argmax(axis=1), y_pred)]
    columns = range(y_true.shape[1])
    if task is Task.BINARY:
        return [(y_true[:, j].round(), np.column_stack([1 - y_pred[:, j], y_pred[:, j]])) for j in columns]
    return [(y_true[:, j], y_pred[:, j]) for j in columns]


def ratio(top: float, bottom: float) -> float:
    """top / bottom, nan where that is undefined."""
    return float(top / bottom) if bottom != 0 and np.isfinite(bottom) else NAN


# --- regression -----------------------------------------------------------------------------------------------


@metrics.register("mse", "MSE")
class MeanSquaredError(Metric):
    """Mean of (p - y)^2."""

    equation, higher_is_better, unit_power = "mean (p − y)²", False, 2

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean((p - y) ** 2)) if len(y) else NAN


@metrics.register("rmse", "RMSE")
class RootMeanSquaredError(Metric):
    """Root of the mean of (p - y)^2."""

    equation, higher_is_better, unit_power = "√(mean (p − y)²)", False, 1

    def compute(self, y: Values, p: Values) -> float:
        return float(np.sqrt(MeanSquaredError()(y, p)))


@metrics.register("mae", "MAE")
class MeanAbsoluteError(Metric):
    """Mean of |p - y|."""

    equation, higher_is_better, unit_power = "mean |p − y|", False, 1

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean(np.abs(p - y))) if len(y) else NAN


@metrics.register("mape", "MAPE (%)")
class MeanAbsolutePercentageError(Metric):
    """100 mean of |p - y| / |y|; undefined (nan) as soon as one target is 0."""

    equation, higher_is_better = mark("100 mean |p − y| / |y|; undefined when a target is 0"), False

    def compute(self, y: Values, p: Values) -> float:
        return float(100 * np.mean(np.abs(p - y) / np.abs(y))) if len(y) and np.all(y) else NAN


@metrics.register("r2", "R²")
class R2(Metric):
    """1 - SSE / sum (y - mean y)^2: the coefficient of determination; undefined for a constant target."""

    equation = "1 − Σ (p − y)² / Σ (y − mean y)²"

    def compute(self, y: Values, p: Values) -> float:
        if len(y) < 2:
            return NAN
        return 1 - ratio(np.sum((p - y) ** 2), np.sum((y - y.mean()) ** 2))


@metrics.register("nse", "NSE")
class NashSutcliffe(R2):
    """The Nash-Sutcliffe efficiency: hydrology's name for R2 (Nash & Sutcliffe 1970)."""


@metrics.register("squared_correlation", "Squared correlation r²")
class SquaredCorrelation(Metric):
    """Square of Pearson's correlation of y and p. It ignores shift and scale, and so is never below R2."""

    equation = "corr(y, p)²"

    def compute(self, y: Values, p: Values) -> float:
        return _correlation(y, p) ** 2


def _correlation(y: Values, p: Values) -> float:
    if len(y) < 2:
        return NAN
    a, b = y - y.mean(), p - p.mean()
    return ratio(float(a @ b), float(np.sqrt(a @ a) * np.sqrt(b @ b)))


@metrics.register("kge", "KGE (2009)")
class KlingGupta(Metric):
    """1 - sqrt((r - 1)^2 + (std p / std y - 1)^2 + (mean p / mean y - 1)^2) (Gupta et al. 2009)."""

    equation = "1 − √((r − 1)² + (σₚ/σᵧ − 1)² + (μₚ/μᵧ − 1)²)"

    def compute(self, y: Values, p: Values) -> float:
        if len(y) < 2:
            return NAN
        spread, level = ratio(float(p.std()), float(y.std())), ratio(float(p.mean()), float(y.mean()))
        return 1 - math.hypot(_correlation(y, p) - 1, spread - 1, level - 1)


@metrics.register("pbias", "PBIAS (%)")
class PercentBias(Metric):
    """100 sum (p - y) / sum y: positive means that predictions are too high. Its best value is 0."""

    equation = mark("100 Σ (p − y) / Σ y; positive: too high")
    higher_is_better = False

    def compute(self, y: Values, p: Values) -> float:
        return 100 * ratio(float(np.sum(p - y)), float(np.sum(y)))


@metrics.register("max_error", "Largest error")
class MaxError(Metric):
    """Largest |p - y|."""

    equation, higher_is_better, unit_power = "max |p − y|", False, 1

    def compute(self, y: Values, p: Values) -> float:
        return float(np.max(np.abs(p - y))) if len(y) else NAN
