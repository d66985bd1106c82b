"""Losses: one number for how wrong the outputs are, and its slope at each output, with which backpropagation begins.

Every loss is a mean over the rows of a batch (and over the targets). Row weights multiply the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from mlp_gui.core.dataset import Task
from mlp_gui.core.params import Config, param
from mlp_gui.core.registry import Registry
from mlp_gui.engine.network.activations import Sigmoid
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays, maximum, minimum, run_calls

Output = Literal["identity", "sigmoid", "softmax"]


def softmax(z: Array) -> Array:
    """Compute exp(z) / sum(exp(z)) for each row of z, shape (n_rows, n_classes); nothing overflows."""
    e = np.exp(z - z.max(axis=1, keepdims=True))  # minus the largest value, so that nothing overflows
    return e / e.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]  # numpy says Any


def apply_output(output: Output, z: Array) -> Array:
    """Turn logits into values or probabilities.

    Parameters
    ----------
    output : Output
    z : ndarray, shape (n_rows, n_outputs)
    """
    with np.errstate(over="ignore", invalid="ignore"):
        if output == "sigmoid":
            return Sigmoid()(z)
        return softmax(z) if output == "softmax" else z


losses: Registry[Loss] = Registry("loss")


class Loss(Config):
    """A loss: the sum of `values`, divided by the rows, or by rows * targets when `mean_over_outputs`.

    All arrays are (n_rows, n_outputs): z the logits, y the targets, e the errors, d the slope dL/dz, v the values.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    output: ClassVar[Output] = "identity"
    mean_over_outputs: ClassVar[bool] = True
    equation: ClassVar[str] = ""
    error_equation: ClassVar[str] = "p − y"
    delta_equation: ClassVar[str] = ""
    code: ClassVar[str] = ""
    error_code: ClassVar[str] = "p - y"
    delta_code: ClassVar[str] = ""

    def errors(self, z: Array, y: Array, e: Array, work: ScratchArrays) -> list[Call]:
        """Return the calls that write the errors e = p - y.

        Parameters
        ----------
        z, y, e : ndarray, shape (n_rows, n_outputs)
        work : ScratchArrays
        """
        return [(np.subtract, (z, y, e))]

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        """Return the calls that write the slope d = dL/dz.

        Parameters
        ----------
        e, d : ndarray, shape (n_rows, n_outputs)
        share : float
            Factor of each value in the mean, as `share` returns it.
        work : ScratchArrays
        """
        raise NotImplementedError

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        """Return the calls that write into v what each output of each row adds before the mean is taken.

        Parameters
        ----------
        z, y, e, v : ndarray, shape (n_rows, n_outputs)
        work : ScratchArrays
        """
        raise NotImplementedError

    def share(self, rows: int, outputs: int) -> float:
        """Return the factor of each value in the mean.

        Parameters
        ----------
        rows, outputs : int
        """
        return 1 / max(1, rows * outputs if self.mean_over_outputs else rows)

    def __call__(self, z: Array, y: Array, weights: Array | None = None) -> float:
        """Compute the loss.

        Parameters
        ----------
        z, y : ndarray, shape (n_rows, n_outputs)
            Logits and targets.
        weights : ndarray, shape (n_rows, 1), or None
            Factors of the rows; None counts all rows alike.

        Raises
        ------
        ValueError
            If the shapes differ.
        """
        if z.shape != y.shape or z.ndim != 2:
            raise ValueError(f"outputs of shape {z.shape} cannot be compared with targets of shape {y.shape}")
        z, work = np.ascontiguousarray(z), ScratchArrays(z.dtype)
        e, v = np.empty_like(z), np.empty_like(z)
        share = self.share(*z.shape)
        with np.errstate(all="ignore"):
            run_calls([*self.errors(z, y, e, work), *self.values(z, y, e, v, work)])
            return float((v if weights is None else v * weights).sum() * share)


@losses.register("mse", "Mean squared error (MSE)", aliases=("mean_squared_error",))
@dataclass(frozen=True)
class MSE(Loss):
    """Mean of (z - y)^2 over rows and targets, without 1/2; slope 2 (z - y) / (rows * targets)."""

    equation, delta_equation = "mean (p − y)²", "2 e / n"
    code, delta_code = "np.mean((p - y) ** 2)", "2 * e / y.size"

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        return [(np.multiply, (e, work.number(2 * share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        return [(np.multiply, (e, e, v))]


@losses.register("mae", "Mean absolute error (MAE)", aliases=("mean_absolute_error",))
@dataclass(frozen=True)
class MAE(Loss):
    """Mean of |z - y|; slope sign(z - y) / (rows * targets), 0 where z = y."""

    equation, delta_equation = "mean |p − y|", "sign(e) / n"
    code, delta_code = "np.mean(np.abs(p - y))", "np.sign(e) / y.size"

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        return [(np.sign, (e, d)), (np.multiply, (d, work.number(share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        return [(np.absolute, (e, v))]


@losses.register("huber", "Huber")
@dataclass(frozen=True)
class Huber(Loss):
    """Mean of e^2 / 2 where |e| <= delta, else delta (|e| - delta / 2), e = z - y (Huber 1964)."""

    delta_limit: float = param(
        1.0,
        "Delta",
        low=0,
        low_open=True,
        high=1e6,
        symbol="δ",
        help="Errors up to this size (in scaled units) count squared, larger ones only linearly.",
    )

    equation, delta_equation = "mean (e²/2 where |e| ≤ δ, else δ (|e| − δ/2))", "clip(e, −δ, δ) / n"
    code = "np.mean(np.where(abs(e) <= delta, e**2 / 2, delta * (abs(e) - delta / 2)))"
    delta_code = "np.clip(e, -delta, delta) / y.size"

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        limit = work.number(self.delta_limit)
        clipped = [minimum(e, limit, out=d), maximum(d, work.number(-self.delta_limit), out=d)]
        return [*clipped, (np.multiply, (d, work.number(share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        # With c = min(|e|, delta) both cases are c (|e| - c / 2).
        limit, half, c = work.number(self.delta_limit), work.number(0.5), work.like(v, "huber")
        return [
            (np.absolute, (e, v)),
            minimum(v, limit, out=c),
            (np.multiply, (c, half, work.like(v, "half"))),
            (np.subtract, (v, work.like(v, "half"), v)),
            (np.multiply, (v, c, v)),
        ]


@losses.register("log_cosh", "Log-cosh")
@dataclass(frozen=True)
class LogCosh(Loss):
    """Mean of ln cosh(z - y); slope tanh(z - y) / n. Computed as |e| + ln(1 + e^(-2|e|)) - ln 2."""

    equation, delta_equation = "mean ln cosh(p − y)", "tanh(e) / n"
    code, delta_code = "np.mean(np.logaddexp(e, -e) - np.log(2))", "np.tanh(e) / y.size"

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        return [(np.tanh, (e, d)), (np.multiply, (d, work.number(share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        size = work.like(v, "size")
        return [
            (np.absolute, (e, size)),
            (np.multiply, (size, work.number(-2), v)),
            (np.exp, (v, v)),
            (np.log1p, (v, v)),
            (np.add, (v, size, v)),
            (np.subtract, (v, work.number(np.log(2)), v)),
        ]


@losses.register("bce", "Binary cross-entropy", aliases=("binary_cross_entropy", "log_loss"))
@dataclass(frozen=True)
class BinaryCrossEntropy(Loss):
    """Mean of -(y ln p + (1 - y) ln(1 - p)) with p = sigmoid(z); slope (p - y) / (rows * targets).

    Computed from the logits as max(z, 0) - z y + ln(1 + e^-|z|), which stays finite for any finite z.
    """

    output = "sigmoid"
    equation, delta_equation = "mean −(y ln p + (1 − y) ln(1 − p)), p = σ(z)", "e / n"
    code = "np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-abs(z))))"
    error_equation, error_code = "σ(z) − y", "1 / (1 + np.exp(-z)) - y"
    delta_code = "e / y.size"

    def errors(self, z: Array, y: Array, e: Array, work: ScratchArrays) -> list[Call]:
        return [*Sigmoid().forward(z, e, work), (np.subtract, (e, y, e))]

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        # The slope of the sigmoid cancels against that of the logarithm: p - y, however wrong p is.
        return [(np.multiply, (e, work.number(share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        part = work.like(v, "part")
        return [
            (np.absolute, (z, part)),
            (np.negative, (part, part)),
            (np.exp, (part, part)),
            (np.log1p, (part, part)),
            maximum(z, work.number(0), out=v),
            (np.add, (v, part, v)),
            (np.multiply, (z, y, part)),
            (np.subtract, (v, part, v)),
        ]


@losses.register("ce", "Categorical cross-entropy", aliases=("categorical_cross_entropy", "cross_entropy"))
@dataclass(frozen=True)
class CrossEntropy(Loss):
    """Mean over rows of -sum(y ln p) with p = softmax(z); slope (p - y) / rows, for rows of y that sum to 1.

    Computed from the logits as sum of y (ln sum(e^(z - max)) - (z - max)), which stays finite for any finite z.
    """

    output = "softmax"
    mean_over_outputs = False
    equation, delta_equation = "mean −Σ y ln p, p = softmax(z)", "e / n"
    code = "-np.mean(np.sum(y * log_softmax(z), axis=1))"
    error_equation, error_code = "softmax(z) − y", "softmax(z) - y"
    delta_code = "e / len(y)"

    def errors(self, z: Array, y: Array, e: Array, work: ScratchArrays) -> list[Call]:
        row = work.array("row", (len(z), 1))
        return [
            # By position, reduce takes axis, dtype, out and keepdims.
            (np.maximum.reduce, (z, 1, None, row, True)),
            (np.subtract, (z, row, e)),
            (np.exp, (e, e)),
            (np.add.reduce, (e, 1, None, row, True)),
            (np.divide, (e, row, e)),
            (np.subtract, (e, y, e)),
        ]

    def delta(self, e: Array, d: Array, share: float, work: ScratchArrays) -> list[Call]:
        return [(np.multiply, (e, work.number(share), d))]

    def values(self, z: Array, y: Array, e: Array, v: Array, work: ScratchArrays) -> list[Call]:
        row, part = work.array("row", (len(z), 1)), work.like(v, "part")
        return [
            (np.maximum.reduce, (z, 1, None, row, True)),
            (np.subtract, (z, row, part)),
            (np.exp, (part, v)),
            (np.add.reduce, (v, 1, None, row, True)),
            (np.log, (row, row)),
            (np.subtract, (row, part, v)),
            (np.multiply, (v, y, v)),
        ]


def default_loss(task: Task) -> Loss:
    """Return the usual loss for a kind of target."""
    return {Task.REGRESSION: MSE(), Task.BINARY: BinaryCrossEntropy(), Task.MULTICLASS: CrossEntropy()}[task]
