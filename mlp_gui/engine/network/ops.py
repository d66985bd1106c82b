"""The operations of a layer, each with its name, its equation and its numpy, as `network` strings them together.

In memory arrays are (units, rows), except the batch and what belongs to the outputs, which are (rows, columns).
Equations and lines of code are written rows first, as people read them everywhere: the same numbers, transposed.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.tape import Array, Call, Op, OpKind, ScratchArrays, product, sub


def weighted_sum(k: int, call: Call, z: Array) -> Op:
    """Return zₖ = aₖ₋₁ Wₖ + bₖ: one product, because a 1 stands beside each row of aₖ₋₁.

    Parameters
    ----------
    k : int
        The layer, counted from 1.
    call : Call
        The matrix product.
    z : ndarray
        Its result: (n_units, n_rows), or (n_rows, n_outputs) for the last layer.
    """
    equation = f"{sub('z', k)} = {sub('a', k - 1)} {sub('W', k)} + {sub('b', k)}"
    return Op(OpKind.SUM, sub("z", k), equation, f"z{k} = a{k - 1} @ W{k} + b{k}", (call,), z, k)


def activate(k: int, f: Activation, z: Array, a: Array, work: ScratchArrays) -> Op:
    """Return aₖ = f(zₖ).

    Parameters
    ----------
    k : int
        The layer, counted from 1.
    f : Activation
    z, a : ndarray, shape (n_units, n_rows)
    work : ScratchArrays
    """
    formula = f.equation.replace("z", sub("z", k)).replace("ᶻ", "^" + sub("z", k))
    code = f"a{k} = {f.code.format(z=f'z{k}')}"
    return Op(OpKind.ACTIVATION, sub("a", k), f"{sub('a', k)} = {formula}", code, tuple(f.forward(z, a, work)), a, k)


def apply_dropout(k: int, a: Array, mask: Array, kept: Array) -> Op:
    """Return aₖ ← rₖ ⊙ aₖ; the undropped aₖ stays where it was, because the slope needs it.

    Parameters
    ----------
    k : int
        The layer, counted from 1.
    a, mask, kept : ndarray, shape (n_units, n_rows)
        Activations, dropout factors, and what receives their product.
    """
    equation = f"{sub('a', k)} ← {sub('r', k)} ⊙ {sub('a', k)}"
    return Op(OpKind.DROP, sub("a", k), equation, f"a{k} = r{k} * a{k}", ((np.multiply, (a, mask, kept)),), kept, k)


def draw_masks(mask: Array, rate: float, work: ScratchArrays, rng: Generator) -> Op:
    """Return inverted dropout: with probability 1 − q a unit stays and counts 1 / (1 − q) (Srivastava et al. 2014).

    Parameters
    ----------
    mask : ndarray, shape (n_stacked, n_rows)
        Receives the factors of all hidden layers.
    rate : float
        q, the share of units to leave out.
    work : ScratchArrays
    rng : Generator
    """
    # One draw for all hidden layers. The rows of ones get numbers too, which nothing uses. In a stack a mask has gaps,
    # which a generator cannot fill.
    drawn = mask if mask.flags.c_contiguous else work.array("drawn", mask.shape)
    calls = (
        (rng.random, (None, mask.dtype, drawn)),  # by position: size, dtype, out
        (np.greater_equal, (drawn, work.number(rate), mask)),
        (np.multiply, (mask, work.number(1 / (1 - rate)), mask)),
    )
    code = "r = (rng.random(a.shape) >= rate) / (1 - rate)"
    return Op(OpKind.MASK, "r", "r = m / (1 − q), P(m = 1) = 1 − q, P(m = 0) = q", code, calls, mask)


def add_noise(x1: Array, noisy: Array, size: float, work: ScratchArrays, rng: Generator) -> Op:
    """Return a₀ ← a₀ + σ · noise.

    Parameters
    ----------
    x1, noisy : ndarray, shape (n_rows, n_inputs + 1)
        The batch, and what receives it with its noise; the last column is ones.
    size : float
        σ.
    work : ScratchArrays
    rng : Generator
    """
    noise = work.array("noise", (len(x1), x1.shape[1] - 1))
    calls = (
        (rng.standard_normal, (None, noise.dtype, noise)),
        (np.multiply, (noise, work.number(size), noise)),
        (np.add, (x1[:, :-1], noise, noisy[:, :-1])),
    )
    a0, code = sub("a", 0), "a0 = a0 + sigma * rng.standard_normal(a0.shape)"
    return Op(OpKind.NOISE, a0, f"{a0} ← {a0} + σ · noise", code, calls, noisy)


def activation_slopes(
    numbers: list[int], f: Activation, z: Array, a: Array, s: Array, mask: Array | None, work: ScratchArrays
) -> Op:
    """Return f′(z) of neighbouring layers with the same activation; 0 for dropped units.

    Parameters
    ----------
    numbers : list of int
        The layers, counted from 1.
    f : Activation
    z, a, s : ndarray, shape (n_stacked, n_rows)
        Sums, activations, and what receives the slopes.
    mask : ndarray, shape (n_stacked, n_rows), or None
        Dropout factors.
    work : ScratchArrays
    """
    calls = f.slope(z, a, s, work)
    names = ", ".join(f"f′({sub('z', k)})" for k in numbers)
    equation, code = f"f′(z) = {f.slope_equation}", f"s = {f.slope_code.format(z='z', a='a')}"
    if mask is not None:
        calls.append((np.multiply, (s, mask, s)))
        equation, code = f"f′(z) = ({f.slope_equation}) ⊙ r", f"{code} * r"
    return Op(OpKind.SLOPE, names, equation, code, tuple(calls), s, numbers[0])


def weight_gradient(k: int, inputs: Array, delta: Array, result: Array) -> Op:
    """Return ∂L/∂Wₖ = aₖ₋₁ᵀ δₖ; the ones beside aₖ₋₁ give ∂L/∂bₖ = Σ δₖ as the last row.

    Parameters
    ----------
    k : int
        The layer, counted from 1.
    inputs : ndarray, shape (fan_in + 1, n_rows)
        aₖ₋₁ with its row of ones.
    delta : ndarray, shape (fan_out, n_rows)
    result : ndarray, shape (fan_in + 1, fan_out)
    """
    equation = f"∂L/∂{sub('W', k)} = {sub('a', k - 1)}ᵀ {sub('δ', k)}, ∂L/∂{sub('b', k)} = Σ {sub('δ', k)}"
    # `result` is a view of the flat gradient: the product is written to where the optimizer reads it.
    call = product(inputs, delta.T, result)
    return Op(OpKind.GRADIENT, f"∂L/∂{sub('W', k)}", equation, f"G{k} = a{k - 1}.T @ d{k}", (call,), result, k)


def backpropagate_delta(k: int, weights: Array, delta: Array, scratch: Array, slope: Array) -> Op:
    """Return δₖ₋₁ = δₖ Wₖᵀ ⊙ f′(zₖ₋₁), which takes the place of the slopes.

    Parameters
    ----------
    k : int
        The layer above, counted from 1.
    weights : ndarray, shape (fan_in, fan_out)
    delta : ndarray, shape (fan_out, n_rows)
    scratch : ndarray, shape (fan_in, n_rows)
    slope : ndarray, shape (fan_in, n_rows)
        Holds f′(zₖ₋₁) before and δₖ₋₁ afterwards.
    """
    equation = f"{sub('δ', k - 1)} = {sub('δ', k)} {sub('W', k)}ᵀ ⊙ f′({sub('z', k - 1)})"
    calls = (product(weights, delta, scratch), (np.multiply, (scratch, slope, slope)))
    return Op(OpKind.DELTA, sub("δ", k - 1), equation, f"d{k - 1} = (d{k} @ W{k}.T) * s{k - 1}", calls, slope, k - 1)
