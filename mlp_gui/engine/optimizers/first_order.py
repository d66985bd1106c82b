"""Gradient descent with and without momentum, and with a step size for each weight; `adam` has Adam and its kin.

Symbols: θ all parameters, g the gradient, η the learning rate, t the number of updates so far.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.params import param
from mlp_gui.core.translation import mark
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays
from mlp_gui.engine.optimizers.base import Optimizer, UpdateArrays, optimizers

MOMENTUM = "scikit-learn momentum, Keras momentum, PyTorch momentum"


def beta_param(default: float, label: str, symbol: str, help_text: str) -> float:
    """Declare a share of an old mean that is kept.

    Parameters
    ----------
    default : float
    label, symbol, help_text : str
    """
    value: float = param(
        default, label, low=0, high=1, high_open=True, symbol=symbol, help=help_text, live=True, advanced=True
    )
    return value


def epsilon_param(default: float) -> float:
    """Declare the small number that keeps a division finite."""
    help_text = mark("Keeps the division finite where the gradient has always been 0.")
    bounds = {"low": 0, "low_open": True, "high": 1, "scale": "log"}
    value: float = param(default, "Epsilon", **bounds, symbol="ε", live=True, advanced=True, help=help_text)
    return value


def _momentum(above_zero: bool = False) -> float:
    bounds = {"low": 0, "low_open": above_zero, "high": 1, "high_open": True}
    value: float = param(
        0.9, "Momentum", **bounds, symbol="μ", live=True, also_called=MOMENTUM, help="Share of the last step kept."
    )
    return value


@optimizers.register("sgd", "SGD (gradient descent)")
@dataclass(frozen=True)
class SGD(Optimizer):
    """θ ← θ − η g."""

    equation, code = "θ ← θ − η g", "theta -= rate * g"

    def update(self, u: UpdateArrays) -> list[Call]:
        step = u.vector("step")
        # `u.rate` is an array: a schedule writes into it, and these calls stay as they are.
        return [(np.multiply, (u.gradient, u.rate, step)), (np.subtract, (u.theta, step, u.theta))]


def _velocity(u: UpdateArrays, momentum: float) -> tuple[list[Call], Array, Array]:
    """Return the calls of v ← μ v − η g, v, and the scratch vector that holds η g."""
    v, step = u.state[0], u.vector("step")
    calls: list[Call] = [
        (np.multiply, (u.gradient, u.rate, step)),
        (np.multiply, (v, u.work.number(momentum), v)),
        (np.subtract, (v, step, v)),
    ]
    return calls, v, step


@optimizers.register("momentum", "SGD with momentum")
@dataclass(frozen=True)
class Momentum(Optimizer):
    """v ← μ v − η g; θ ← θ + v (Polyak 1964, as in scikit-learn and Keras)."""

    momentum: float = _momentum()

    slots = 1
    equation, code = "v ← μ v − η g; θ ← θ + v", "v = mu * v - rate * g; theta += v"

    def update(self, u: UpdateArrays) -> list[Call]:
        calls, v, _ = _velocity(u, self.momentum)
        return [*calls, (np.add, (u.theta, v, u.theta))]


@optimizers.register("nesterov", "Nesterov momentum")
@dataclass(frozen=True)
class Nesterov(Optimizer):
    """v ← μ v − η g; θ ← θ + μ v − η g (Nesterov 1983, as in scikit-learn and Keras)."""

    momentum: float = _momentum(above_zero=True)

    slots = 1
    equation, code = "v ← μ v − η g; θ ← θ + μ v − η g", "v = mu * v - rate * g; theta += mu * v - rate * g"

    def update(self, u: UpdateArrays) -> list[Call]:
        calls, v, step = _velocity(u, self.momentum)
        ahead = u.vector("ahead")
        return [
            *calls,
            (np.multiply, (v, u.work.number(self.momentum), ahead)),
            (np.subtract, (ahead, step, ahead)),
            (np.add, (u.theta, ahead, u.theta)),
        ]


@optimizers.register("adagrad", "Adagrad")
@dataclass(frozen=True)
class Adagrad(Optimizer):
    """s ← s + g²; θ ← θ − η g / √(s + ε) (Duchi et al. 2011, as in Keras: s starts at 0.1; PyTorch starts at 0)."""

    initial: float = param(
        0.1, "Initial sum", low=0, high=100, advanced=True, help="Where the sum of squares starts. PyTorch: 0."
    )
    epsilon: float = epsilon_param(1e-7)

    slots = 1
    equation, code = "s ← s + g²; θ ← θ − η g / √(s + ε)", "s += g**2; theta -= rate * g / np.sqrt(s + eps)"

    def start(self, state: Array) -> None:
        state[0] = self.initial

    def update(self, u: UpdateArrays) -> list[Call]:
        s, root, step = u.state[0], u.vector("root"), u.vector("step")
        return [
            (np.multiply, (u.gradient, u.gradient, root)),
            (np.add, (s, root, s)),
            (np.add, (s, u.work.number(self.epsilon), root)),
            (np.sqrt, (root, root)),
            (np.multiply, (u.gradient, u.rate, step)),
            (np.divide, (step, root, step)),
            (np.subtract, (u.theta, step, u.theta)),
        ]


def _blend(average: Array, new: Array, beta: float, scratch: Array, work: ScratchArrays) -> list[Call]:
    """Return the calls of average ← β average + (1 − β) new."""
    return [
        (np.multiply, (new, work.number(1 - beta), scratch)),
        (np.multiply, (average, work.number(beta), average)),
        (np.add, (average, scratch, average)),
    ]


@optimizers.register("rmsprop", "RMSprop")
@dataclass(frozen=True)
class RMSprop(Optimizer):
    """s ← ρ s + (1 − ρ) g²; θ ← θ − η g / √(s + ε) (Hinton 2012, as in Keras; PyTorch: ρ 0.99, ε outside the root).

    Centred: the squared mean gradient is taken off s first.
    """

    rho: float = beta_param(0.9, mark("Decay"), "ρ", mark("Share of the old mean square kept. PyTorch: 0.99."))
    epsilon: float = epsilon_param(1e-7)
    centered: bool = param(False, "Centred", advanced=True, help="Divide by the deviation of the gradient instead.")

    slots = 2  # the second is for the centred form alone
    equation = "s ← ρ s + (1 − ρ) g²; θ ← θ − η g / √(s + ε)"
    code = "s = rho * s + (1 - rho) * g**2; theta -= rate * g / np.sqrt(s + eps)"

    def code_lines(self) -> tuple[str, ...]:
        """Return the lines of `code`, one assignment each; the centred form has one more."""
        if not self.centered:
            return super().code_lines()
        return (
            "s = rho * s + (1 - rho) * g**2",
            "mean = rho * mean + (1 - rho) * g",
            "theta -= rate * g / np.sqrt(s - mean**2 + eps)",
        )

    def update(self, u: UpdateArrays) -> list[Call]:
        (s, mean), root, step, work = u.state, u.vector("root"), u.vector("step"), u.work
        calls: list[Call] = [(np.multiply, (u.gradient, u.gradient, root)), *_blend(s, root, self.rho, step, work)]
        if self.centered:
            calls += _blend(mean, u.gradient, self.rho, step, work)
            calls += [(np.multiply, (mean, mean, root)), (np.subtract, (s, root, root))]
        return [
            *calls,
            (np.add, (root if self.centered else s, work.number(self.epsilon), root)),
            (np.sqrt, (root, root)),
            (np.multiply, (u.gradient, u.rate, step)),
            (np.divide, (step, root, step)),
            (np.subtract, (u.theta, step, u.theta)),
        ]
