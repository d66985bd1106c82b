"""What each row adds to a measure, so that networks and references are compared row by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.engine.metrics.bootstrap import Estimate, estimate, percentile_interval, resampled_sums

SMALLEST = float(np.finfo(float).eps)  # probability, as scikit-learn clips it


def row_losses(task: Task, measure: str, true: Floats, predicted: Floats, spread: Floats) -> Floats:
    """Compute what each row adds to a measure; several targets are pooled in units of their spread.

    Parameters
    ----------
    task : Task
    measure : {"rmse", "mae", "log_loss"}
    true, predicted : ndarray, shape (n_rows, n_outputs)
    spread : ndarray, shape (n_outputs,)

    Returns
    -------
    ndarray, shape (n_rows,)
    """
    if task.is_classification:
        p = probability_of_truth(task, true, predicted)
        return np.asarray(-np.log(np.clip(p, SMALLEST, 1 - SMALLEST)))
    error = (np.asarray(predicted, float) - true) / spread
    return np.asarray((error**2 if measure == "rmse" else np.abs(error)).mean(axis=1))


def probability_of_truth(task: Task, true: Floats, predicted: Floats) -> Floats:
    """Return the probability of each row's true class, shape (n_rows,).

    Parameters
    ----------
    task : Task
    true, predicted : ndarray, shape (n_rows, n_outputs)
    """
    predicted = np.asarray(predicted, float)
    if task is Task.MULTICLASS:
        return np.asarray(predicted[np.arange(len(true)), true.argmax(axis=1)])
    return np.asarray(np.where(true[:, 0] >= 0.5, predicted[:, 0], 1 - predicted[:, 0]))


@dataclass(frozen=True)
class Skill:
    """How much smaller a measure is than that of a reference: 0 as good, 1 without error, below 0 worse."""

    measure: str

    def __call__(self, sums: Floats) -> Floats:
        """Return 1 - measure / measure of the reference; sums are (n_resamples, 2), of the network first."""
        quotient = sums[:, 0] / sums[:, 1]
        return np.asarray(1 - (np.sqrt(quotient) if self.measure == "rmse" else quotient))


def skill(measure: str, own: Floats, reference: Floats, block: int) -> Estimate:
    """Estimate the skill over a reference on the same rows.

    Parameters
    ----------
    measure : str
    own, reference : ndarray, shape (n_rows,)
        Of `row_losses`.
    block : int
        Length of the blocks that are drawn.
    """
    return estimate(np.column_stack([own, reference]), Skill(measure), block)


def drop_between(
    measure: str, first: tuple[Floats, Floats], second: tuple[Floats, Floats], block: int
) -> tuple[float, float, float]:
    """Compare the explained share of the errors in two subsets, whose rows are drawn independently.

    Parameters
    ----------
    measure : str
    first, second : tuple of ndarray
        Losses of the network and of a reference.
    block : int

    Returns
    -------
    difference, low, high : float
        Of the explained share, first minus second.
    """
    shares = []
    for seed, pair in enumerate((first, second)):
        terms = np.column_stack(pair)
        with np.errstate(all="ignore"):
            sums = np.vstack([terms.sum(axis=0), resampled_sums(terms, block, seed=seed)])
            shares.append(1 - sums[:, 0] / sums[:, 1])
    difference = shares[0] - shares[1]
    return (float(difference[0]), *percentile_interval(difference[1:]))


def r2_estimate(true: Floats, predicted: Floats, spread: Floats, block: int) -> Estimate:
    """Estimate R² with its interval; of several targets, of the sum of their errors in units of their spread.

    Parameters
    ----------
    true, predicted : ndarray, shape (n_rows, n_targets)
    spread : ndarray, shape (n_targets,)
    block : int
    """
    # Centred first: the square of a mean far from 0 would swallow the variance.
    y = (true - true.mean(axis=0)) / spread
    errors = (((np.asarray(predicted, float) - true) / spread) ** 2).sum(axis=1)
    terms = np.column_stack([np.ones(len(y)), errors, (y**2).sum(axis=1), y])

    def r2(sums: Floats) -> Floats:
        varied = sums[:, 2] - (sums[:, 3:] ** 2).sum(axis=1) / sums[:, 0]
        return np.asarray(1 - sums[:, 1] / np.where(varied > 0, varied, np.nan))

    return estimate(terms, r2, block)
