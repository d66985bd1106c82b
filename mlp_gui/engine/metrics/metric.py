"""Metrics: how good predictions are, in the target's original units, each with its direction and its formula."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.registry import Registry

metrics: Registry[Metric] = Registry("metric")

Values = NDArray[np.floating]
NAN = math.nan


class Metric:
    """A number for predictions p against targets y, nan where it is undefined.

    Regression: y and p are one target's values (rows,). Classification: y holds class numbers from 0 (rows,) and p
    probabilities (rows, classes).
    """

    name: ClassVar[str]
    label: ClassVar[str]
    equation: ClassVar[str] = ""
    higher_is_better: ClassVar[bool] = True
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
        return [(y_true[:, j].round(), both_classes(y_pred[:, j])) for j in columns]
    return [(y_true[:, j], y_pred[:, j]) for j in columns]


def both_classes(p: Values) -> Values:
    """Return the probabilities of two classes from those of the second one.

    Parameters
    ----------
    p : ndarray, shape (n_rows,)

    Returns
    -------
    ndarray, shape (n_rows, 2)
    """
    return np.column_stack([1 - p, p])


def ratio(top: float, bottom: float) -> float:
    """top / bottom, nan where that is undefined."""
    return float(top / bottom) if bottom != 0 and np.isfinite(bottom) else NAN
