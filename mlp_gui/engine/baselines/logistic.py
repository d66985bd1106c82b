"""Logistic regression with a penalty on its coefficients, by Newton's method with conjugate gradients inside."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.baselines.standardized import StandardizedInputs
from mlp_gui.engine.network.losses import Output, apply_output
from mlp_gui.engine.network.tape import Array

STEPS, INNER_STEPS = 100, 200


class LogisticRegression:
    """The sum of weight * cross-entropy + penalty / 2 * sum of b^2, and where it is smallest; intercepts are free.

    That is scikit-learn's with C = 1 / penalty. Source: Nocedal & Wright 2006, algorithm 7.1 (line search Newton-CG).
    Inside, the inputs are standardized, or columns of very different size would make the steps tiny.
    """

    def __init__(
        self,
        x: Array,
        y: Array,
        output: Output,
        weights: Array | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare the problem.

        Parameters
        ----------
        x : ndarray, shape (n_rows, n_features)
        y : ndarray, shape (n_rows, n_outputs)
            0 and 1, or one-hot.
        output : {"sigmoid", "softmax"}
        weights : ndarray, shape (n_rows, 1), or None
        cancelled : callable
            Polled before each product with the table.
        """
        self._w = np.ones((len(x), 1)) if weights is None else np.asarray(weights, float)
        self._x, self._y, self._output = StandardizedInputs(x, self._w[:, 0]), y, output
        self._cancelled = cancelled
        self._b = np.zeros((x.shape[1] + 1, y.shape[1]))  # standardized; the last row holds the intercepts

    def solve(self, penalty: float, tolerance: float = 1e-10) -> tuple[Array, Array]:
        """Find the best coefficients; the next penalty begins at them.

        Parameters
        ----------
        penalty : float
        tolerance : float
            Largest slope, divided by the sum of the weights, at which the search ends.

        Returns
        -------
        coefficients : ndarray, shape (n_features, n_outputs)
        intercepts : ndarray, shape (n_outputs,)

        Raises
        ------
        Cancelled
            If `cancelled` returned True.
        """
        b, total = self._b, float(self._w.sum())
        # The penalty is on the coefficients of the inputs as they were given.
        decay = np.append(penalty / self._x.scale**2, 0.0)[:, None]
        z = self._logits(b)
        value = self._value(z, b, decay)
        for _ in range(STEPS):
            p = apply_output(self._output, z)
            slope = self._transposed(self._w * (p - self._y)) + decay * b
            if np.abs(slope).max() <= tolerance * total:
                break
            step = self._newton_step(p, slope, decay)
            z_step, fall, length = self._logits(step), float((slope * step).sum()), 1.0
            while length > 1e-10:
                trial = self._value(z + length * z_step, b + length * step, decay)
                if trial <= value + 1e-4 * length * fall:
                    break
                length /= 2
            else:
                break  # rounding hides any further fall
            b, z, value = b + length * step, z + length * z_step, trial
        self._b = b
        coefficients: Array = b[:-1] / self._x.scale[:, None]
        return coefficients, b[-1] - self._x.mean @ coefficients

    def _logits(self, b: Array) -> Array:
        if self._cancelled():
            raise Cancelled
        logits: Array = self._x.times(b[:-1]) + b[-1]
        return logits

    def _transposed(self, r: Array) -> Array:
        return np.vstack([self._x.transposed_times(r), r.sum(axis=0)])

    def _value(self, z: Array, b: Array, decay: Array) -> float:
        if self._output == "sigmoid":
            each = (np.logaddexp(0, z) - z * self._y).sum(axis=1)
        else:
            top = z.max(axis=1)
            each = np.log(np.exp(z - top[:, None]).sum(axis=1)) + top - (z * self._y).sum(axis=1)
        return float(self._w[:, 0] @ each + (decay * b * b).sum() / 2)

    def _curved(self, p: Array, v: Array, decay: Array) -> Array:
        """Return the product of the second derivatives with a direction."""
        u = self._logits(v)
        bent = p * (1 - p) * u if self._output == "sigmoid" else p * (u - (p * u).sum(axis=1, keepdims=True))
        return self._transposed(self._w * bent) + decay * v

    def _newton_step(self, p: Array, slope: Array, decay: Array) -> Array:
        """Solve for the step by conjugate gradients, the more exactly the nearer the end is."""
        size = float(np.sqrt((slope**2).sum()))
        enough = min(0.1, np.sqrt(size / float(self._w.sum()))) * size
        step, rest = np.zeros_like(slope), -slope
        direction, square = rest, float((rest**2).sum())
        for _ in range(INNER_STEPS):
            if np.sqrt(square) <= enough:
                break
            bent = self._curved(p, direction, decay)
            curvature = float((direction * bent).sum())
            if curvature <= 1e-15 * square:  # flat: rows that are told apart already
                break
            length = square / curvature
            step, rest = step + length * direction, rest - length * bent
            before, square = square, float((rest**2).sum())
            direction = rest + square / before * direction
        return step if step.any() else -slope
