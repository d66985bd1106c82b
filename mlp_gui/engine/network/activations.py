"""Activation functions: what a unit makes of its weighted sum z, and the slope that backpropagation needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from mlp_gui.core.params import Config, param
from mlp_gui.core.registry import Registry
from mlp_gui.engine.network.erf import erf
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays, maximum, minimum, pieces_in_cache, run_calls

activations: Registry[Activation] = Registry("activation")

# Klambauer et al. 2017: the values that keep mean 0 and variance 1 from layer to layer.
SELU_ALPHA = 1.6732632423543772848170429916717
SELU_SCALE = 1.0507009873554804934193349852946


class Activation(Config):
    """An elementwise function a = f(z) and its slope.

    `code` is the equation in numpy; in it, the names in `constants` and those of the settings stand for their values.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    equation: ClassVar[str] = ""
    slope_equation: ClassVar[str] = ""
    code: ClassVar[str] = ""
    slope_code: ClassVar[str] = ""
    constants: ClassVar[dict[str, float]] = {}
    keeps_z: ClassVar[bool] = False  # true where the slope cannot be had from a alone

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        """Return the calls that write a = f(z).

        Parameters
        ----------
        z, a : ndarray, shape (n_units, n_rows)
            What is read and written; a may be z itself unless `keeps_z`.
        work : ScratchArrays
        """
        raise NotImplementedError

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        """Return the calls that write f'(z).

        Parameters
        ----------
        z, a, s : ndarray, shape (n_units, n_rows)
            What `forward` read (valid only where `keeps_z`) and wrote, and what receives the slope; s may be z itself.
        work : ScratchArrays
        """
        raise NotImplementedError

    def __call__(self, z: Array) -> Array:
        """Compute f(z) in a new array of the same shape and dtype."""
        source = np.ascontiguousarray(z)
        a = source.copy()
        with np.errstate(all="ignore"):
            run_calls(self.forward(source if self.keeps_z else a, a, ScratchArrays(a.dtype)))
        return a

    def derivative(self, z: Array) -> Array:
        """Compute f'(z) in a new array of the same shape and dtype."""
        source = np.ascontiguousarray(z)
        work, a, s = ScratchArrays(source.dtype), source.copy(), np.empty_like(source)
        with np.errstate(all="ignore"):
            run_calls(self.forward(source if self.keeps_z else a, a, work))
            run_calls(self.slope(source if self.keeps_z else a, a, s, work))
        return s


@activations.register("identity", "Identity (linear)", aliases=("linear",))
@dataclass(frozen=True)
class Identity(Activation):
    """a = z, slope 1."""

    equation, slope_equation = "z", "1"
    code, slope_code = "{z}", "np.ones_like({z})"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return []

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return [(s.fill, (1.0,))]


@activations.register("sigmoid", "Sigmoid (logistic)", aliases=("logistic",))
@dataclass(frozen=True)
class Sigmoid(Activation):
    """a = 1 / (1 + e^-z), slope a (1 - a). Large |z| is safe: e^1000 becomes inf and 1 / inf is 0."""

    equation, slope_equation = "1 / (1 + e⁻ᶻ)", "a (1 − a)"
    code, slope_code = "1 / (1 + np.exp(-{z}))", "{a} * (1 - {a})"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return [(np.negative, (z, a)), (np.exp, (a, a)), (np.add, (a, work.number(1), a)), (np.reciprocal, (a, a))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        rest = work.like(a, "rest")
        return [(np.subtract, (work.number(1), a, rest)), (np.multiply, (rest, a, s))]


@activations.register("tanh", "Tanh")
@dataclass(frozen=True)
class Tanh(Activation):
    """a = tanh z, slope 1 - a^2."""

    equation, slope_equation = "tanh z", "1 − a²"
    code, slope_code = "np.tanh({z})", "1 - {a} ** 2"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return [(np.tanh, (z, a))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return [(np.multiply, (a, a, s)), (np.subtract, (work.number(1), s, s))]


@activations.register("relu", "ReLU")
@dataclass(frozen=True)
class ReLU(Activation):
    """a = max(z, 0), slope 1 where z > 0, else 0."""

    equation, slope_equation = "max(z, 0)", "1 where a > 0, else 0"
    code, slope_code = "np.maximum({z}, 0)", "({a} > 0).astype({a}.dtype)"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        # Against zeros in an array numpy takes its fast path: 14 us for 256 x 256 instead of 34 with a scalar. One
        # piece of a few units serves all, so that the zeros stay in the processor's first cache.
        n = pieces_in_cache(a.shape)[0]
        pieces = (n, a.shape[0] // n, *a.shape[1:])
        return [maximum(z.reshape(pieces), work.array("zeros", pieces[1:], axis=1), out=a.reshape(pieces))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return [(np.greater, (a, work.number(0), s))]


@activations.register("leaky_relu", "Leaky ReLU")
@dataclass(frozen=True)
class LeakyReLU(Activation):
    """a = max(z, alpha z), slope 1 where z > 0, else alpha."""

    alpha: float = param(0.01, "Slope below zero", low=0, high=1, high_open=True, help="Slope for negative z.")

    equation, slope_equation = "max(z, αz)", "1 where a > 0, else α"
    code, slope_code = "np.maximum({z}, alpha * {z})", "np.where({a} > 0, 1, alpha)"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        low = work.like(a, "low")
        return [(np.multiply, (z, work.number(self.alpha), low)), maximum(z, low, out=a)]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return [
            (np.greater, (a, work.number(0), s)),
            (np.multiply, (s, work.number(1 - self.alpha), s)),
            (np.add, (s, work.number(self.alpha), s)),
        ]


def _elu(z: Array, a: Array, alpha: float, work: ScratchArrays) -> list[Call]:
    """max(z, 0) + alpha (e^min(z, 0) - 1), which never raises e to a large power."""
    low, zero = work.like(a, "low"), work.number(0)
    return [
        minimum(z, zero, out=low),
        (np.expm1, (low, low)),  # e^z - 1 keeps its digits near 0
        (np.multiply, (low, work.number(alpha), low)),
        maximum(z, zero, out=a),
        (np.add, (a, low, a)),
    ]


def _elu_slope(a: Array, s: Array, above: float, at_zero: float, work: ScratchArrays) -> list[Call]:
    """`above` where a > 0, else a + `at_zero`."""
    step, zero = work.like(s, "step"), work.number(0)
    return [
        (np.greater, (a, zero, step)),
        (np.multiply, (step, work.number(above - at_zero), step)),
        minimum(a, zero, out=s),
        (np.add, (s, work.number(at_zero), s)),
        (np.add, (s, step, s)),
    ]


@activations.register("elu", "ELU")
@dataclass(frozen=True)
class ELU(Activation):
    """a = z where z > 0, else alpha (e^z - 1) (Clevert et al. 2016)."""

    alpha: float = param(1.0, "Alpha", low=0, low_open=True, high=10, help="Very negative z give minus this value.")

    equation, slope_equation = "z where z > 0, else α (eᶻ − 1)", "1 where a > 0, else a + α"
    code, slope_code = "np.where({z} > 0, {z}, alpha * np.expm1({z}))", "np.where({a} > 0, 1, {a} + alpha)"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return _elu(z, a, self.alpha, work)

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return _elu_slope(a, s, 1.0, self.alpha, work)


@activations.register("selu", "SELU")
@dataclass(frozen=True)
class SELU(Activation):
    """a = lambda z where z > 0, else lambda alpha (e^z - 1) (Klambauer et al. 2017)."""

    equation, slope_equation = "λ z where z > 0, else λ α (eᶻ − 1)", "λ where a > 0, else a + λ α"
    code = "scale * np.where({z} > 0, {z}, alpha * np.expm1({z}))"
    constants = {"alpha": SELU_ALPHA, "scale": SELU_SCALE}
    slope_code = "np.where({a} > 0, scale, {a} + scale * alpha)"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return [*_elu(z, a, SELU_ALPHA, work), (np.multiply, (a, work.number(SELU_SCALE), a))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        return _elu_slope(a, s, SELU_SCALE, SELU_SCALE * SELU_ALPHA, work)


@activations.register("softplus", "Softplus")
@dataclass(frozen=True)
class Softplus(Activation):
    """a = ln(1 + e^z), slope sigmoid(z) = 1 - e^-a. Computed as max(z, 0) + ln(1 + e^-|z|)."""

    equation, slope_equation = "ln(1 + eᶻ)", "1 − e⁻ᵃ"
    code, slope_code = "np.logaddexp(0, {z})", "1 - np.exp(-{a})"

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        low = work.like(a, "low")
        return [
            (np.absolute, (z, low)),
            (np.negative, (low, low)),
            (np.exp, (low, low)),
            (np.log1p, (low, low)),
            maximum(z, work.number(0), out=a),
            (np.add, (a, low, a)),
        ]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        # 1 - e^-a without cancellation where the slope is small.
        return [(np.negative, (a, s)), (np.expm1, (s, s)), (np.negative, (s, s))]


@activations.register("silu", "SiLU (swish)", aliases=("swish",))
@dataclass(frozen=True)
class SiLU(Activation):
    """a = z sigmoid(z), slope sigmoid(z) + a (1 - sigmoid(z))."""

    equation, slope_equation = "z σ(z)", "σ(z) + a (1 − σ(z))"
    code, slope_code = "{z} / (1 + np.exp(-{z}))", "1 / (1 + np.exp(-{z})) + {a} * (1 - 1 / (1 + np.exp(-{z})))"
    keeps_z = True

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return [*Sigmoid().forward(z, a, work), (np.multiply, (a, z, a))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        rest = work.like(s, "rest")
        return [
            *Sigmoid().forward(z, s, work),
            (np.subtract, (work.number(1), s, rest)),
            (np.multiply, (rest, a, rest)),
            (np.add, (s, rest, s)),
        ]


@activations.register("gelu", "GELU (exact)")
@dataclass(frozen=True)
class GELU(Activation):
    """a = z Phi(z) with the normal distribution function Phi, slope Phi(z) + z phi(z) (Hendrycks & Gimpel 2016)."""

    equation, slope_equation = "z Φ(z)", "Φ(z) + z φ(z)"
    code = "{z} * 0.5 * (1 + erf({z} / np.sqrt(2)))"
    slope_code = "0.5 * (1 + erf({z} / np.sqrt(2))) + {z} * np.exp(-({z} ** 2) / 2) / np.sqrt(2 * np.pi)"
    keeps_z = True

    def _phi(self, z: Array, out: Array, work: ScratchArrays) -> list[Call]:
        half = work.number(0.5)
        return [
            (np.multiply, (z, work.number(np.sqrt(0.5)), out)),
            (erf, (out, out)),
            (np.multiply, (out, half, out)),
            (np.add, (out, half, out)),
        ]

    def forward(self, z: Array, a: Array, work: ScratchArrays) -> list[Call]:
        return [*self._phi(z, a, work), (np.multiply, (a, z, a))]

    def slope(self, z: Array, a: Array, s: Array, work: ScratchArrays) -> list[Call]:
        bell = work.like(s, "bell")
        return [
            (np.multiply, (z, z, bell)),
            (np.multiply, (bell, work.number(-0.5), bell)),
            (np.exp, (bell, bell)),
            (np.multiply, (bell, work.number(1 / np.sqrt(2 * np.pi)), bell)),
            (np.multiply, (bell, z, bell)),
            *self._phi(z, s, work),
            (np.add, (s, bell, s)),
        ]
