"""Adam and the optimizers made from it: moving means of the gradient and of its square.

Symbols: θ all parameters, g the gradient, η the learning rate, t the number of updates so far.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.params import param
from mlp_gui.core.search_range import SearchRange
from mlp_gui.core.translation import mark
from mlp_gui.engine.network.memory import constant
from mlp_gui.engine.network.tape import Array, Call, maximum
from mlp_gui.engine.optimizers.base import Optimizer, UpdateArrays, decay_weights, optimizers
from mlp_gui.engine.optimizers.first_order import beta_param, epsilon_param

_MOMENTS = "m = b1 * m + (1 - b1) * g; v = b2 * v + (1 - b2) * g**2; "


def _adam_size(beta_1: float, beta_2: float) -> Callable[[float, float], float]:
    """Return the step size with both bias corrections, η √(1 − β₂ᵗ) / (1 − β₁ᵗ), as a function of η and t."""
    return lambda rate, t: rate * math.sqrt(1 - beta_2**t) / (1 - beta_1**t)


@optimizers.register("adam", "Adam")
@dataclass(frozen=True)
class Adam(Optimizer):
    """m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) m / (√v + ε).

    Kingma & Ba 2015, the form at the end of their section 2, as in scikit-learn and Keras. (PyTorch corrects v before
    it adds ε, which differs by about ε.)
    """

    beta_1: float = beta_param(0.9, "Beta 1", "β₁", mark("Share of the old mean gradient kept at each update."))
    beta_2: float = beta_param(
        0.999, "Beta 2", "β₂", mark("Share of the old mean squared gradient kept at each update.")
    )
    epsilon: float = epsilon_param(1e-8)

    slots = 2
    equation = "m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)"
    code = _MOMENTS + "theta -= rate * np.sqrt(1 - b2**t) / (1 - b1**t) * m / (np.sqrt(v) + eps)"

    def moments(self, u: UpdateArrays) -> list[Call]:
        """Return the calls that update m and v in one go: [m, v] ← [β₁, β₂] [m, v] + [(1 − β₁) g, (1 − β₂) g²]."""
        # m and v lie side by side, so that one call decays both and another adds to both.
        both, new = u.state[:2], u.work.array("new moments", (2, u.theta.size), axis=1)
        betas = constant(np.array([[self.beta_1], [self.beta_2]], u.theta.dtype))
        return [
            (np.multiply, (u.gradient, u.work.number(1 - self.beta_1), new[0])),
            (np.multiply, (u.gradient, u.gradient, new[1])),
            (np.multiply, (new[1], u.work.number(1 - self.beta_2), new[1])),
            (np.multiply, (both, betas, both)),
            (np.add, (both, new, both)),
        ]

    def step(self, u: UpdateArrays, m: Array, v: Array) -> list[Call]:
        """Return the calls of θ ← θ − (size) m / (√v + ε).

        Parameters
        ----------
        u : UpdateArrays
        m, v : ndarray, shape (n_parameters,)
        """
        # The moments have been taken over: their scratch is free again.
        root, step = u.work.array("new moments", (2, u.theta.size), axis=1)
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
        search=SearchRange(1e-4, 0.3, is_log=True),
        help="Share of each weight, times the learning rate, taken off at each update. Biases are not decayed.",
    )

    decays = True
    equation = "θ ← θ − η λ θ; then Adam: " + Adam.equation
    code = "theta -= rate * decay * theta; " + Adam.code

    def decayed_weight(self, weight: float, rate: float) -> float:
        """Return θ − η λ θ.

        Parameters
        ----------
        weight : float
        rate : float
            η.
        """
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
        (m, v), (root, step) = u.state, u.work.array("new moments", (2, u.theta.size), axis=1)
        ahead = u.vector("ahead")
        count, new = u.counted(lambda rate, t: rate * (1 - b1) / (1 - b1**t))
        # The calls are bound to these two arrays; `correct` writes into them before each step.
        old, spread = u.work.array("old share", ()), u.work.array("spread", ())

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
