"""The proof lamp: backpropagation's slopes against plain finite differences of the loss, on the same batch.

The differences know nothing of the tape: they come from the textbook equations, rows first, with the batch's dropout
masks and noise held fixed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, OpKind
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.engine.training.regularization import penalty, weight_mask

MAX_WEIGHTS = 400  # of a layer; more are sampled evenly
LIMITS = {"float64": 1e-6, "float32": 1e-2}


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """Gradients by backpropagation beside numeric ones.

    Attributes
    ----------
    indices : ndarray of int, shape (n_weights,)
        Places in θ of the weights that were tried.
    analytic, numeric : ndarray, shape (n_weights,)
        By backpropagation, and by differences.
    error : float
        Length of the difference divided by the sum of both lengths.
    limit : float
        The largest error that is rounding.
    """

    indices: Array
    analytic: Array
    numeric: Array
    error: float
    limit: float

    @property
    def passed(self) -> bool:
        """Whether the difference is rounding."""
        return self.error <= self.limit


class BatchObjective:
    """The penalised loss of the trace's batch as a function of θ, in double precision."""

    def __init__(self, trace: Trace) -> None:
        training, layers = trace.config.training, trace.config.network.hidden
        self._network = Network(trace.names.sizes, tuple(f.activation for f in layers), training.loss.output)
        self._trace, self._training = trace, training
        self._x, self._y = np.asarray(trace.x.values, float), np.asarray(trace.y.values, float)
        # The masks of the trace, not new ones: with other units dropped it would be another function.
        self._masks = {k: np.asarray(mask.values, float) for k, mask in trace.masks.items()}
        self._mask = weight_mask(self._network)

    def __call__(self, theta: Array) -> float:
        network, training = self._network, self._training
        network.theta[:] = theta
        a = self._x
        for k, f in enumerate(network.activations):
            a = f(a @ network.weights(k) + network.biases(k))
            if k + 1 in self._masks:
                a = a * self._masks[k + 1]
        z = a @ network.weights(-1) + network.biases(-1)
        return training.loss(z, self._y, self._trace.weights) + penalty(training, network.theta, self._mask)


def weights_of_layer(trace: Trace, layer: int) -> Array:
    """Return the places in θ of a layer's weights and biases; evenly spaced ones when there are many.

    Parameters
    ----------
    trace : Trace
    layer : int
        Counted from 1.
    """
    start, count = trace.layout.index(layer, (0, 0)), trace.layout.layer_counts[layer - 1]
    return start + np.unique(np.linspace(0, count - 1, min(count, MAX_WEIGHTS)).round().astype(int))


def weight_name(trace: Trace, index: int) -> str:
    """Return the cell of a layer's matrix that is at a place in θ, in words.

    Parameters
    ----------
    trace : Trace
    index : int
        Place in θ.
    """
    layer, cell = trace.layout.locate(index)
    return trace.names.cell_label(trace.find(OpKind.SUM, layer).operands["W"], cell)


def check_gradient(trace: Trace, indices: Array, step: float = 1e-5) -> GradientCheck:
    """Compare gradients with central differences and one step of Richardson's extrapolation.

    Parameters
    ----------
    trace : Trace
    indices : ndarray of int, shape (n_weights,)
        Places in θ.
    step : float
        Change of a weight for the differences.
    """
    objective, theta = BatchObjective(trace), np.asarray(trace.theta, float).copy()
    numeric = np.empty(len(indices))
    with np.errstate(all="ignore"):
        for at, i in enumerate(indices):
            kept, slopes = theta[i], []
            # Two step lengths: Richardson's combination of them, below, cancels the error that grows with h².
            for h in (step, 2 * step):
                theta[i] = kept + h
                above = objective(theta)
                theta[i] = kept - h
                slopes.append((above - objective(theta)) / (2 * h))
            theta[i] = kept
            numeric[at] = (4 * slopes[0] - slopes[1]) / 3
    analytic = np.asarray(trace.penalised, float)[indices]
    limit = LIMITS[str(trace.theta.dtype)]
    return GradientCheck(
        indices, analytic, numeric, _error(analytic, numeric, float(np.abs(trace.penalised).max())), limit
    )


def _error(analytic: Array, numeric: Array, largest: float) -> float:
    """Return the error relative to both lengths, but never to less than the rounding of differences of a loss."""
    size = float(np.linalg.norm(analytic) + np.linalg.norm(numeric))
    floor = 1e-3 * max(largest, 1e-6)
    return float(np.linalg.norm(analytic - numeric)) / max(size, floor)
