"""Optimizers: how a gradient becomes a step.

Symbols: θ all parameters, g the gradient, η the learning rate, t the number of updates so far.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.params import param
from mlp_gui.core.translation import mark
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays, maximum
from mlp_gui.engine.optimizers.base import Optimizer, UpdateArrays, decay_weights, optimizers

__all__ = ["Optimizer", "UpdateArrays", "optimizers"]
MOMENTUM = "scikit-learn momentum, Keras momentum, PyTorch momentum"


def _beta(default: float, label: str, symbol: str, help_text: str) -> float:
    value: float = param(
        default, label, low=0, high=1, high_open=True, symbol=symbol, help=help_text, live=True, advanced=True
    )
    return value


def _epsilon(default: float) -> float:
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
        return [(np.multiply, (u.gradient, u.rate, step)), (np.subtract, (u.theta, step, u.theta))]


def _velocity(u: UpdateArrays, momentum: float) -> tuple[list[Call], Array, Array]:
    """v ← μ v − η g; returns the calls, v and the scratch vector that holds η g."""
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
    epsilon: float = _epsilon(1e-7)

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
    """average ← β average + (1 − β) new."""
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

    rho: float = _beta(0.9, mark("Decay"), "ρ", mark("Share of the old mean square kept. PyTorch: 0.99."))
    epsilon: float = _epsilon(1e-7)
    centered: bool = param(False, "Centred", advanced=True, help="Divide by the deviation of the gradient instead.")

    slots = 2
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


_MOMENTS = "m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g**2; "


def _adam_size(beta_1: float, beta_2: float) -> Callable[[float, float], float]:
    """The step size with both bias corrections, η √(1 − β₂ᵗ) / (1 − β₁ᵗ), as a function of η and t."""
    return lambda rate, t: rate * math.sqrt(1 - beta_2**t) / (1 - beta_1**t)


@optimizers.register("adam", "Adam")
@dataclass(frozen=True)
class Adam(Optimizer):
    """m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) m / (√v + ε).

    Kingma & Ba 2015, the form at the end of their section 2, as in scikit-learn and Keras. (PyTorch corrects v before
    it adds ε, which differs by about ε.)
    """

    beta_1: float = _beta(0.9, "Beta 1", "β₁", mark("Share of the old mean gradient kept at each update."))
    beta_2: float = _beta(0.999, "Beta 2", "β₂", mark("Share of the old mean squared gradient kept at each update."))
    epsilon: float = _epsilon(1e-8)

    slots = 2
    equation = "m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)"
    code = _MOMENTS + "theta -= rate * np.sqrt(1 - b2**t) / (1 - b1**t) * m / (np.sqrt(v) + eps)"

    def moments(self, u: UpdateArrays) -> list[Call]:
        """m and v, one below the other, in one go: [m, v] ← [β₁, β₂] [m, v] + [(1 − β₁) g, (1 − β₂) g²]."""
        both, new = u.state[:2], u.work.array("new moments", (2, u.theta.size))
        betas = np.array([[self.beta_1], [self.beta_2]], u.theta.dtype)
        return [
            (np.multiply, (u.gradient, u.work.number(1 - self.beta_1), new[0])),
            (np.multiply, (u.gradient, u.gradient, new[1])),
            (np.multiply, (new[1], u.work.number(1 - self.beta_2), new[1])),
            (np.multiply, (both, betas, both)),
            (np.add, (both, new, both)),
        ]

    def step(self, u: UpdateArrays, m: Array, v: Array) -> list[Call]:
        """θ ← θ − (size) m / (√v + ε)."""
        root, step = u.work.array("new moments", (2, u.theta.size))
        count, size = u.counted(_adam_size(self.beta_1, self.beta_2))
        return [
            *count,
            (np.sqrt, (v, root)),
            (np.add, (root, u.work.number(self.epsilon), root)),
            (np.multiply, (m, size, step)),
            (np.divide, (step, root, step)),
            (np.subtract, (u.theta, step, u.theta)),
        ]

    def update(self, u: UpdateArrays) -> list[Call]:
        return [*self.moments(u), *self.step(u, u.state[0], u.state[1])]


@optimizers.register("amsgrad", "AMSGrad")
@dataclass(frozen=True)
class AMSGrad(Adam):
    """Adam with v replaced by the largest v so far (Reddi et al. 2018)."""

    slots = 3
    equation = Adam.equation.replace("√v", "√v̂").replace("; θ", "; v̂ ← max(v̂, v); θ")
    code = Adam.code.replace("sqrt(v)", "sqrt(v_max)").replace("; theta", "; v_max = np.maximum(v_max, v); theta")

    def update(self, u: UpdateArrays) -> list[Call]:
        m, v, highest = u.state
        return [*self.moments(u), maximum(highest, v, out=highest), *self.step(u, m, highest)]


@optimizers.register("adamw", "AdamW")
@dataclass(frozen=True)
class AdamW(Adam):
    """Adam after θ ← θ − η λ θ for the weights, not the biases (Loshchilov & Hutter 2019)."""

    decay: float = param(
        0.01,
        "Weight decay",
        low=0,
        high=1,
        symbol="λ",
        live=True,
        help="Share of each weight, times the learning rate, taken off at each update. Biases are not decayed.",
    )

    decays = True
    equation = "θ ← θ − η λ θ; then Adam: " + Adam.equation
    code = "theta -= rate * decay * theta; " + Adam.code

    def decayed_weight(self, weight: float, rate: float) -> float:
        """Return θ − η λ θ; rate: η."""
        return weight - rate * self.decay * weight

    def update(self, u: UpdateArrays) -> list[Call]:
        return [*decay_weights(u, self.decay), *super().update(u)]


@optimizers.register("nadam", "Nadam")
@dataclass(frozen=True)
class Nadam(Adam):
    """Adam that looks ahead: m is replaced by β₁ m + (1 − β₁) g with corrections (Dozat 2016, constant β₁).

    θ ← θ − η (β₁ m / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε).
    """

    equation = "m, v as in Adam; θ ← θ − η (β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ)) / (√(v/(1 − β₂ᵗ)) + ε)"
    code = _MOMENTS + "theta -= rate * (b1 * m / (1 - b1**(t + 1)) + (1 - b1) * g / (1 - b1**t)) / "
    code += "(np.sqrt(v / (1 - b2**t)) + eps)"

    def update(self, u: UpdateArrays) -> list[Call]:
        b1, b2 = self.beta_1, self.beta_2
        (m, v), (root, step), ahead = u.state, u.work.array("new moments", (2, u.theta.size)), u.vector("ahead")
        count, new = u.counted(lambda rate, t: rate * (1 - b1) / (1 - b1**t))
        old, spread = u.work.number(0), u.work.number(0)

        def correct() -> None:
            t = float(u.count)
            old[...] = float(u.rate) * b1 / (1 - b1 ** (t + 1))
            spread[...] = 1 / (1 - b2**t)

        return [
            *self.moments(u),
            *count,
            (correct, ()),
            (np.multiply, (v, spread, root)),
            (np.sqrt, (root, root)),
            (np.add, (root, u.work.number(self.epsilon), root)),
            (np.multiply, (m, old, ahead)),
            (np.multiply, (u.gradient, new, step)),
            (np.add, (step, ahead, step)),
            (np.divide, (step, root, step)),
            (np.subtract, (u.theta, step, u.theta)),
        ]
