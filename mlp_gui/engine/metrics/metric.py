"""Metrics: how good predictions are, in the target's original units, each with its direction and its formula."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.registry import Registry

metrics: Registry[Metric] = Registry("metric")

Values = NDArray[np.floating]
Shared = dict[Callable[..., Any], Any]
T = TypeVar("T")
NAN = math.nan


class Metric:
    """A number for predictions p against targets y; nan where it is undefined.

    For numbers, y and p are the values of one target, shape (n_rows,). For classes, y holds class numbers from 0, shape
    (n_rows,), and p probabilities, shape (n_rows, n_classes).
    """

    name: ClassVar[str]
    label: ClassVar[str]
    equation: ClassVar[str] = ""
    higher_is_better: ClassVar[bool] = True
    classification: ClassVar[bool] = False
    two_classes_only: ClassVar[bool] = False

    def __init__(self, shared: Shared | None = None) -> None:
        """Make a metric.

        Parameters
        ----------
        shared : dict, optional
            What the metrics of one evaluation have computed of the same rows; empty at its beginning.
        """
        self._shared = shared

    def once(self, function: Callable[..., T], *arrays: Values) -> T:
        """Call a function, or take what another metric of the same evaluation got from it.

        Parameters
        ----------
        function : callable
        *arrays : ndarray
            Its arguments, the same in the whole evaluation.
        """
        if self._shared is None:
            return function(*arrays)
        if function not in self._shared:
            self._shared[function] = function(*arrays)
        found: T = self._shared[function]
        return found

    def __call__(self, y: Values, p: Values) -> float:
        """Numbers beyond the range of floats give inf or nan, without a warning."""
        with np.errstate(all="ignore"):
            return float(self.compute(y, p))

    def compute(self, y: Values, p: Values) -> float:
        """Compute the metric; numpy's warnings are off.

        Parameters
        ----------
        y : ndarray, shape (n_rows,)
            True values or class numbers.
        p : ndarray, shape (n_rows,) or (n_rows, n_classes)
            Predicted values or probabilities.
        """
        raise NotImplementedError

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        """Compute the metric of many drawings of the rows; numpy's warnings are off.

        This way suits every metric; those that are sums over rows have a faster one.

        Parameters
        ----------
        y, p : ndarray
            As `compute` takes them.
        counts : ndarray, shape (n_resamples, n_rows)
            How often each row was drawn.

        Returns
        -------
        ndarray, shape (n_resamples,)
        """
        drawn = (np.repeat(np.arange(len(y)), times) for times in counts.astype(np.int64))
        return np.array([type(self)()(y[rows], p[rows]) for rows in drawn])


def metrics_for(task: Task) -> tuple[type[Metric], ...]:
    """Return the metrics that can be computed for a kind of target."""
    found = (m for m in metrics if m.classification == task.is_classification)
    return tuple(m for m in found if not (m.two_classes_only and task is Task.MULTICLASS))


def evaluate(task: Task, y_true: Values, y_pred: Values) -> dict[str, float]:
    """Compute every metric of a task; several targets are averaged.

    Parameters
    ----------
    task : Task
    y_true : ndarray, shape (n_rows, n_outputs)
        In original units; for classes 0 and 1, or one-hot.
    y_pred : ndarray, shape (n_rows, n_outputs)
        In original units, or probabilities.

    Returns
    -------
    dict of str to float
        By the metric's name.

    Raises
    ------
    ValueError
        If the shapes differ.
    """
    each = evaluate_each(task, y_true, y_pred)
    if len(each) == 1:  # a run asks for this at each epoch that is recorded, and has one target nearly always
        return each[0]
    return {m.name: _mean([scores[m.name] for scores in each]) for m in metrics_for(task)}


def evaluate_each(task: Task, y_true: Values, y_pred: Values) -> list[dict[str, float]]:
    """Compute every metric of a task for each target by itself.

    Parameters
    ----------
    task : Task
    y_true, y_pred : ndarray, shape (n_rows, n_outputs)
        As in `evaluate`.

    Returns
    -------
    list of dict
        One for each target, by the metric's name.
    """
    return [_evaluate_target(metrics_for(task), *pair) for pair in target_pairs(task, y_true, y_pred)]


def _evaluate_target(kinds: tuple[type[Metric], ...], y: Values, p: Values) -> dict[str, float]:
    shared: Shared = {}
    return {kind.name: kind(shared)(y, p) for kind in kinds}


def score(name: str, task: Task, y_true: Values, y_pred: Values) -> float:
    """Compute one metric, averaged over the targets.

    Parameters
    ----------
    name : str
        The metric's name in the registry.
    task : Task
    y_true, y_pred : ndarray, shape (n_rows, n_outputs)
        As in `evaluate`.
    """
    metric = metrics[name]()
    return _mean([metric(y, p) for y, p in target_pairs(task, y_true, y_pred)])


def _mean(scores: list[float]) -> float:
    with np.errstate(all="ignore"):
        return float(np.mean(scores))


def target_pairs(task: Task, y_true: Values, y_pred: Values) -> list[tuple[Values, Values]]:
    """Return one pair (y, p) per target, as `Metric` takes them.

    Parameters
    ----------
    task : Task
    y_true, y_pred : ndarray, shape (n_rows, n_outputs)
        As in `evaluate`.

    Raises
    ------
    ValueError
        If the shapes differ.
    """
    if y_true.shape != y_pred.shape or y_true.ndim != 2:
        raise ValueError(f"predictions of shape {y_pred.shape} cannot be compared with targets of shape {y_true.shape}")
    # In double precision also for a network of 32 bit: scores are sums over all rows.
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
    """Divide; nan where the quotient is undefined.

    Parameters
    ----------
    top, bottom : float
    """
    # A number divided by inf would be a confident 0.
    return float(top / bottom) if bottom != 0 and np.isfinite(bottom) else NAN
