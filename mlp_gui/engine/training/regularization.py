"""Regularisation: penalties on the weights, limits on the gradient, and limits on the weights themselves.

Biases are never penalised, decayed or limited.
"""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, Call, Op, OpKind, maximum, minimum
from mlp_gui.engine.optimizers.base import PART, UpdateArrays, decay_weights
from mlp_gui.engine.training.config import TrainingConfig


def weight_mask(network: Network) -> Array:
    """Return a mask of the parameters, (n_parameters,): true for weights, false for biases."""
    mask = np.ones(network.theta.shape, bool)
    for matrix in network.layer_views(mask):
        matrix[-1] = False
    return mask


def decay_mask(config: TrainingConfig, network: Network) -> Array | None:
    """Return the mask of the weights if something decays or penalises them, else None.

    Parameters
    ----------
    config : TrainingConfig
    network : Network
    """
    counts = config.l1 or config.l2 or config.weight_decay or config.optimizer.decays
    return weight_mask(network) if counts else None


def penalty(config: TrainingConfig, theta: Array, mask: Array | None) -> float:
    """Compute what the penalties add to the loss: l1 * sum |W| + l2 / 2 * sum W^2.

    Parameters
    ----------
    config : TrainingConfig
    theta : ndarray, shape (n_parameters,)
    mask : ndarray of bool, shape (n_parameters,), or None
        Which parameters are weights; None without penalties.
    """
    if not (config.l1 or config.l2):
        return 0.0
    assert mask is not None
    total = 0.0
    # Weights of a run that diverges overflow here, which is reported as divergence and not as a warning.
    with np.errstate(all="ignore"):
        # In parts, so that no array of the length of θ is needed.
        for start in range(0, theta.size, PART):
            weights = theta[start : start + PART] * mask[start : start + PART]
            total += float(config.l1 * np.abs(weights).sum() + config.l2 / 2 * (weights @ weights))
    return total


def penalise(config: TrainingConfig, u: UpdateArrays) -> list[Op]:
    """Return the operations that add the penalties' slopes to the gradient: g ← g + λ₂ W and g ← g + λ₁ sign(W).

    Parameters
    ----------
    config : TrainingConfig
    u : UpdateArrays
    """
    ops: list[Op] = []
    if config.l2:
        calls = tuple(call for part in u.parts() for call in _l2_slope(part, config.l2))
        ops.append(Op(OpKind.L2, "g", "g ← g + λ₂ W", "g += l2 * W", calls, u.gradient))
    if config.l1:
        calls = tuple(call for part in u.parts() for call in _l1_slope(part, config.l1))
        ops.append(Op(OpKind.L1, "g", "g ← g + λ₁ sign(W)", "g += l1 * np.sign(W)", calls, u.gradient))
    return ops


def _l2_slope(u: UpdateArrays, l2: float) -> tuple[Call, ...]:
    slope, factors = u.vector("penalty"), u.for_weights(l2)
    return (np.multiply, (u.theta, factors, slope)), (np.add, (u.gradient, slope, u.gradient))


def _l1_slope(u: UpdateArrays, l1: float) -> tuple[Call, ...]:
    slope, factors = u.vector("penalty"), u.for_weights(l1)
    return (
        (np.sign, (u.theta, slope)),
        (np.multiply, (slope, factors, slope)),
        (np.add, (u.gradient, slope, u.gradient)),
    )


def clip(config: TrainingConfig, network: Network, u: UpdateArrays) -> list[Op]:
    """Return the operation that limits each number of the gradient, each layer's norm, or the norm of all.

    Norms are shortened as by Pascanu et al. 2013; the direction stays.

    Parameters
    ----------
    config : TrainingConfig
    network : Network
    u : UpdateArrays
    """
    limit, g = config.clip_limit, u.gradient
    if config.clip == "value":
        bound = u.work.number(limit)
        calls: list[Call] = [minimum(g, bound, out=g), maximum(g, u.work.number(-limit), out=g)]
        return [Op(OpKind.CLIP_VALUE, "g", "g ← clip(g, −c, c)", "g = np.clip(g, -c, c)", tuple(calls), g)]
    if config.clip == "none":
        return []
    # A norm needs the whole vector: this cannot go part by part, as the update does.
    parts = [g] if config.clip == "global_norm" else [m.reshape(-1) for m in network.layer_views(g)]
    calls = [(_shorten, (part, limit)) for part in parts]
    return [Op(OpKind.CLIP_NORM, "g", "g ← g · min(1, c / ‖g‖)", "g *= min(1, c / np.linalg.norm(g))", tuple(calls), g)]


def _shorten(vector: Array, limit: float) -> None:
    length = math.sqrt(vector.dot(vector))
    if length > limit:
        vector *= limit / length


def limit_weights(config: TrainingConfig, network: Network, u: UpdateArrays) -> list[Op]:
    """Return what follows the update: decoupled weight decay, and max-norm of each unit's weights.

    Loshchilov & Hutter 2019; Srivastava et al. 2014.

    Parameters
    ----------
    config : TrainingConfig
    network : Network
    u : UpdateArrays
    """
    ops = []
    if config.weight_decay:
        calls = tuple(call for part in u.parts() for call in decay_weights(part, config.weight_decay))
        ops.append(Op(OpKind.DECAY, "θ", "W ← W − η λ W", "W -= rate * decay * W", calls, u.theta))
    if config.max_norm is not None:
        calls = tuple((_limit_columns, (network.weights(k), config.max_norm)) for k in range(network.n_layers))
        code = "W *= np.minimum(1, c / np.linalg.norm(W, axis=0))"
        ops.append(Op(OpKind.MAX_NORM, "θ", "w ← w · min(1, c / ‖w‖) for each unit", code, calls, u.theta))
    return ops


def _limit_columns(weights: Array, limit: float) -> None:
    lengths = np.sqrt(np.einsum("ij,ij->j", weights, weights))
    # Exactly 1 for units within the limit.
    weights *= limit / np.maximum(lengths, limit)


def average_weights(config: TrainingConfig, u: UpdateArrays) -> list[Op]:
    """Return the moving average of θ, which starts at the weights after the first update (as Keras's use_ema).

    Parameters
    ----------
    config : TrainingConfig
    u : UpdateArrays
    """
    if u.average is None:
        return []
    calls = tuple(call for part in u.parts() for call in _follow(part, config.averaging))
    code = "average = share * average + (1 - share) * theta"
    return [Op(OpKind.AVERAGE, "θ̄", "θ̄ ← β θ̄ + (1 − β) θ", code, calls, u.average)]


def _follow(u: UpdateArrays, share: float) -> list[Call]:
    average, new = u.average, u.vector("average")
    assert average is not None

    def start() -> None:
        if np.isnan(average[0]):
            np.copyto(average, u.theta)

    return [
        (start, ()),
        (np.multiply, (u.theta, u.work.number(1 - share), new)),
        (np.multiply, (average, u.work.number(share), average)),
        (np.add, (average, new, average)),
    ]
