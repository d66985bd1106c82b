"""How a network's layers do: sizes of weights, gradients and steps, and units that no longer take part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array

SATURATED_SLOPE = 0.02  # of the steepest slope among the rows and units an activation can have


@dataclass(frozen=True, eq=False)
class LayerStatistics:
    """Numbers about each layer, from the inputs to the outputs.

    Attributes
    ----------
    weight_norm, gradient_norm : ndarray, shape (n_layers,)
        Euclidean norms, biases included.
    step_ratio : ndarray, shape (n_layers,)
        Norm of the change of the weights since the last record, divided by their norm and by the updates in between.
    dead : ndarray, shape (n_layers,)
        Share of the hidden units that give 0 for every row; nan for the output layer.
    saturated : ndarray, shape (n_layers,)
        Share of the pairs of row and unit whose slope is below 2 % of the steepest; nan for the output layer.
    alike : ndarray of bool, shape (n_layers,)
        Whether all units of a hidden layer have the same weights.
    """

    weight_norm: Array
    gradient_norm: Array
    step_ratio: Array
    dead: Array
    saturated: Array
    alike: Array


def layer_statistics(
    network: Network, theta: Array, gradient: Array, before: Array | None, updates: int, x: Array
) -> LayerStatistics:
    """Measure every layer of a network.

    Parameters
    ----------
    network : Network
        Its sizes and activations count, not its weights.
    theta, gradient : ndarray, shape (n_parameters,)
    before : ndarray, shape (n_parameters,), or None
        The weights of the last record.
    updates : int
        Updates since `before`.
    x : ndarray, shape (n_rows, n_features)
        Some training rows.
    """
    weights, slopes = network.layer_views(theta), network.layer_views(gradient)
    with np.errstate(all="ignore"):
        norms = np.array([np.linalg.norm(w) for w in weights])
        steps = np.full(len(weights), np.nan)
        if before is not None and updates > 0:
            moved = network.layer_views(theta - before)
            # A layer that starts at 0 has no norm to divide by.
            steps = np.array([np.linalg.norm(m) for m in moved]) / np.maximum(norms, 1e-300) / updates
        dead, saturated = hidden_layer_statistics(network, theta, x)
        alike = np.array([k < len(weights) - 1 and _all_alike(w) for k, w in enumerate(weights)])
        return LayerStatistics(norms, np.array([np.linalg.norm(g) for g in slopes]), steps, dead, saturated, alike)


def _all_alike(matrix: Array) -> bool:
    """Return whether a layer's units, of which there are several, cannot be told apart."""
    return bool(matrix.shape[1] > 1 and np.ptp(matrix, axis=1).max() <= 1e-9 * np.abs(matrix).max())


def hidden_layer_statistics(network: Network, theta: Array, x: Array) -> tuple[Array, Array]:
    """Measure which hidden units no longer take part.

    Parameters
    ----------
    network : Network
    theta : ndarray, shape (n_parameters,)
    x : ndarray, shape (n_rows, n_features)

    Returns
    -------
    dead, saturated : ndarray, shape (n_layers,)
        Shares as in `LayerStatistics`; nan for the output layer.
    """
    weights = network.layer_views(theta)
    dead, saturated = np.full(len(weights), np.nan), np.full(len(weights), np.nan)
    a = np.asarray(x, theta.dtype)
    for k, f in enumerate(network.activations):
        if not len(a):
            break
        z = a @ weights[k][:-1] + weights[k][-1]
        a, slope = f(z), np.abs(f.derivative(z))
        # A slope of 0 is not enough: units that are saturated at both ends still tell rows apart.
        dead[k] = float(np.mean((slope == 0).all(axis=0) & (np.ptp(a, axis=0) == 0)))
        saturated[k] = float(np.mean(slope < SATURATED_SLOPE * _steepest(f)))
    return dead, saturated


@lru_cache(maxsize=64)
def _steepest(f: Activation) -> float:
    """Return the steepest slope of an activation near 0."""
    # The grid contains 0, where sigmoid and tanh are steepest.
    return float(np.abs(f.derivative(np.linspace(-3, 3, 61))).max())
