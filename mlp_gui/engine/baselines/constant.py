"""The constant answer that makes the loss smallest: mean, median, or the frequencies of the classes."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.network.losses import MAE, MSE, Loss
from mlp_gui.engine.network.tape import Array, ScratchArrays, run_calls

HALVINGS = 100  # of the interval that holds the answer: more than a double has bits


def constant_output(loss: Loss, y: Array, weights: Array | None = None) -> Array:
    """Find the answer that is best for all rows together.

    Parameters
    ----------
    loss : Loss
        The mean for squared errors, the median for absolute ones, the frequencies of classes for cross-entropies.
    y : ndarray, shape (n_rows, n_outputs)
        Scaled targets; 0 and 1, or one-hot, for classes.
    weights : ndarray, shape (n_rows, 1), or None
        Factors of the rows.

    Returns
    -------
    ndarray, shape (n_outputs,)
        Scaled like the targets, or probabilities.
    """
    y = np.asarray(y, float)
    factors = np.ones((len(y), 1)) if weights is None else np.asarray(weights, float)
    if loss.output != "identity" or isinstance(loss, MSE):
        mean: Array = (factors * y).sum(axis=0) / factors.sum()
        return mean
    if isinstance(loss, MAE):
        return np.array([_weighted_median(column, factors[:, 0]) for column in y.T])
    return _bisect(loss, y, factors)


def _weighted_median(values: Array, weights: Array) -> float:
    """Return the middle of the values between which the weights are halved."""
    order = np.argsort(values, kind="stable")
    values, reached = values[order], np.cumsum(weights[order])
    half = reached[-1] / 2
    # Rounding in the sums must not decide which of two values is the middle.
    near = 1e-12 * reached[-1]
    low = values[np.searchsorted(reached, half - near)]
    high = values[min(np.searchsorted(reached, half + near), len(values) - 1)]
    return float((low + high) / 2)


def _bisect(loss: Loss, y: Array, factors: Array) -> Array:
    """Find where the slope of a convex loss changes its sign."""
    low, high = y.min(axis=0), y.max(axis=0)
    work, e, d = ScratchArrays(y.dtype), np.empty_like(y), np.empty_like(y)
    z = np.empty_like(y)
    calls = [*loss.errors(z, y, e, work), *loss.delta(e, d, 1 / len(y), work)]
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        z[:] = middle
        run_calls(calls)
        rises = (d * factors).sum(axis=0) > 0
        low, high = np.where(rises, low, middle), np.where(rises, middle, high)
    middle_: Array = (low + high) / 2
    return middle_
