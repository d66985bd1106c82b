"""A multi-layer perceptron: its weights, how it computes, and how its gradient is found. This file is the lesson.

Layer k computes zₖ = aₖ₋₁ Wₖ + bₖ and aₖ = f(zₖ). A row of ones below aₖ₋₁ makes the bias one more row of the weight
matrix, so that the whole layer is one matrix product. All matrices are views of one flat vector θ, and those of the
gradient are views of another one of the same layout.
"""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import DTypeLike

from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.config import NetworkConfig
from mlp_gui.engine.network.layer_buffers import LayerBuffers
from mlp_gui.engine.network.losses import Loss, Output, apply_output
from mlp_gui.engine.network.memory import zeros
from mlp_gui.engine.network.ops import (
    activate,
    activation_slopes,
    apply_dropout,
    backpropagate_delta,
    weight_gradient,
    weighted_sum,
)
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.engine.network.tape import Array, Op, ScratchArrays, product

PREDICT_ROWS = 4096


class Network:
    """A multi-layer perceptron: weights and activations.

    Parameters
    ----------
    sizes : tuple of int
        Units per layer, from the inputs to the outputs.
    activations : tuple of Activation
        One for each hidden layer.
    output : Output
        What the last z becomes.
    dtype : dtype

    Attributes
    ----------
    theta : ndarray, shape (n_parameters,)
        All parameters.
    matrices : list of ndarray, shape (fan_in + 1, fan_out)
        Views of theta, one for each layer; the last row is the bias.
    layout : ParameterLayout
        Where each weight is in theta.

    Raises
    ------
    ValueError
        If the activations do not fit the sizes.
    """

    def __init__(
        self,
        sizes: tuple[int, ...],
        activations: tuple[Activation, ...],
        output: Output = "identity",
        dtype: DTypeLike = "float64",
    ) -> None:
        if len(activations) != len(sizes) - 2:
            raise ValueError(f"{len(sizes) - 2} hidden layers need as many activations, not {len(activations)}")
        self.sizes, self.activations, self.output = tuple(sizes), tuple(activations), output
        self.layout = ParameterLayout(sizes)
        self.theta = zeros((self.layout.n_parameters,), dtype)
        self.matrices = self.layer_views(self.theta)

    @classmethod
    def from_config(cls, config: NetworkConfig, loss: Loss, n_in: int, n_out: int) -> Network:
        """Create a network with freshly drawn weights; the same seed draws the same weights.

        Parameters
        ----------
        config : NetworkConfig
        loss : Loss
            Decides what the last z becomes.
        n_in, n_out : int
            Number of inputs and outputs.
        """
        sizes = (n_in, *(layer.units for layer in config.hidden), n_out)
        network = cls(sizes, tuple(layer.activation for layer in config.hidden), loss.output, config.dtype)
        rng = np.random.default_rng(config.seed)
        for k, matrix in enumerate(network.matrices):
            if config.seed_each_layer:
                rng = np.random.default_rng(config.seed)
            fan_in, fan_out = sizes[k], sizes[k + 1]
            # Weights before biases, layer after layer: the order of the draws is part of what a seed means.
            matrix[:-1] = config.initializer.draw(rng, fan_in, fan_out, (fan_in, fan_out))
            matrix[-1] = config.bias_initializer.draw(rng, fan_in, fan_out, config.initializer)
        return network

    @property
    def n_parameters(self) -> int:
        """Number of weights and biases."""
        return int(self.theta.size)

    @property
    def n_layers(self) -> int:
        """Number of layers with weights: the hidden ones and the output."""
        return len(self.matrices)

    @property
    def members(self) -> tuple[Network, ...]:
        """The networks that are asked: this one. An ensemble has several."""
        return (self,)

    @property
    def shares(self) -> tuple[float, ...]:
        """What each of `members` counts."""
        return (1.0,)

    def weights(self, k: int) -> Array:
        """Return a view (fan_in, fan_out) of a layer's weights; layers count from 0."""
        view: Array = self.matrices[k][:-1]
        return view

    def biases(self, k: int) -> Array:
        """Return a view (fan_out,) of a layer's biases; layers count from 0."""
        view: Array = self.matrices[k][-1]
        return view

    def layer_views(self, flat: Array) -> list[Array]:
        """Return the matrices (fan_in + 1, fan_out) inside a flat vector of this layout, e.g. a gradient."""
        return self.layout.split(flat)

    def copy(self) -> Network:
        """Return a network with the same weights in memory of its own."""
        twin = Network(self.sizes, self.activations, self.output, self.theta.dtype)
        twin.theta[:] = self.theta
        return twin

    def logits(self, x: Array) -> Array:
        """Compute the last z (n_rows, n_outputs) for rows x (n_rows, n_inputs) by the plain equations."""
        a: Array = np.asarray(x, self.theta.dtype)
        for k, f in enumerate(self.activations):
            a = f(a @ self.weights(k) + self.biases(k))
        last: Array = a @ self.weights(-1) + self.biases(-1)
        return last

    def predict(self, x: Array) -> Array:
        """Compute the outputs (n_rows, n_outputs) for rows x (n_rows, n_inputs): values or probabilities."""
        with np.errstate(all="ignore"):
            # Without rows the one chunk is empty, so that the answer has the right number of columns.
            chunks = [x[i : i + PREDICT_ROWS] for i in range(0, len(x), PREDICT_ROWS)] or [x]
            return np.concatenate([apply_output(self.output, self.logits(chunk)) for chunk in chunks])


def forward(network: Network, x1: Array, z_out: Array, layers: LayerBuffers, work: ScratchArrays) -> list[Op]:
    """Return the operations from a batch to its logits.

    Layer by layer: zₖ = aₖ₋₁ Wₖ + bₖ, aₖ = f(zₖ), and with dropout aₖ ← rₖ ⊙ aₖ.

    Parameters
    ----------
    network : Network
    x1 : ndarray, shape (n_rows, n_inputs + 1)
        The batch; its last column is ones.
    z_out : ndarray, shape (n_rows, n_outputs)
        Receives the logits.
    layers : LayerBuffers
    work : ScratchArrays
    """
    # Inside the network arrays are (units, rows), so that a layer's row of ones continues its units without a gap.
    ops, inputs = [], x1.T
    for k, f in enumerate(network.activations, 1):
        a = layers.units(layers.a, k)
        z = layers.units(layers.z, k) if f.keeps_z else a
        ops.append(weighted_sum(k, product(network.matrices[k - 1].T, inputs, z), z))
        ops.append(activate(k, f, z, a, work))
        if layers.mask is not None:
            ops.append(apply_dropout(k, a, layers.units(layers.mask, k), layers.units(layers.kept, k)))
        inputs = layers.with_ones(layers.kept, k)
    # The logits are (rows, outputs) again, as the targets and the loss are.
    ops.append(weighted_sum(network.n_layers, product(inputs.T, network.matrices[-1], z_out), z_out))
    return ops


def backward(
    network: Network, x1: Array, d_out: Array, gradient: Array, layers: LayerBuffers, work: ScratchArrays
) -> list[Op]:
    """Return the operations from the loss's slope at the logits to the gradient (Rumelhart, Hinton & Williams 1986).

    With δₖ = ∂L/∂zₖ: ∂L/∂Wₖ = aₖ₋₁ᵀ δₖ, and the layer before gets δₖ₋₁ = δₖ Wₖᵀ ⊙ f′(zₖ₋₁).

    Parameters
    ----------
    network : Network
    x1 : ndarray, shape (n_rows, n_inputs + 1)
        The batch; its last column is ones.
    d_out : ndarray, shape (n_rows, n_outputs)
        The slope of the loss at the logits.
    gradient : ndarray, shape (n_parameters,)
        Receives the result.
    layers : LayerBuffers
    work : ScratchArrays
    """
    # Small stacks: all slopes first, in few calls. Large ones overwrite z layer by layer, see below.
    delta, matrices = d_out.T, network.layer_views(gradient)
    ops = (
        []
        if layers.in_place
        else [layer_slopes(network, numbers, layers, work) for numbers in activation_groups(network)]
    )
    for k in range(network.n_layers, 0, -1):
        inputs = layers.with_ones(layers.kept, k - 1) if k > 1 else x1.T
        # Before the slopes of layer k - 1: in place they overwrite z, which may be the very aₖ₋₁ that is needed here.
        ops.append(weight_gradient(k, inputs, delta, matrices[k - 1]))
        if k > 1:
            if layers.in_place:
                ops.append(layer_slopes(network, [k - 1], layers, work))
            slope = layers.units(layers.slope, k - 1)
            ops.append(backpropagate_delta(k, network.weights(k - 1), delta, layers.product(k - 1), slope))
            delta = slope
    return ops


def activation_groups(network: Network) -> list[list[int]]:
    """Return the hidden layers, counted from 1; neighbours with the same activation together."""
    groups = groupby(enumerate(network.activations, 1), key=lambda pair: pair[1])
    return [[k for k, _ in group] for _, group in groups]


def layer_slopes(network: Network, numbers: list[int], layers: LayerBuffers, work: ScratchArrays) -> Op:
    """Return the operation that computes f′(zₖ) of neighbouring hidden layers with the same activation in one go.

    Parameters
    ----------
    network : Network
    numbers : list of int
        The layers, counted from 1.
    layers : LayerBuffers
    work : ScratchArrays
    """
    z, a, s = (layers.span(stack, numbers[0], numbers[-1]) for stack in (layers.z, layers.a, layers.slope))
    mask = None if layers.mask is None else layers.span(layers.mask, numbers[0], numbers[-1])
    return activation_slopes(numbers, network.activations[numbers[0] - 1], z, a, s, mask, work)
