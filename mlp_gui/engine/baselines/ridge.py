"""Linear regression with a penalty on its coefficients, in closed form (Hoerl & Kennard 1970)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.baselines.standardized import PIECE
from mlp_gui.engine.network.tape import Array

# Rows or features, whichever are fewer: taking a square matrix of them apart takes a second, in which nothing is asked.
LARGEST = 2_000
_FEATURES = 2_000  # that are multiplied at once


class RidgePath:
    """The solutions for every penalty: the matrix is taken apart once.

    Minimizes sum of weight * (y - x b - c)^2 + penalty * sum of b^2, as scikit-learn's Ridge does; c is free.
    """

    def __init__(
        self, x: Array, y: Array, weights: Array | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> None:
        """Take the matrix apart.

        Parameters
        ----------
        x : ndarray, shape (n_rows, n_features)
        y : ndarray, shape (n_rows, n_outputs)
        weights : ndarray, shape (n_rows, 1), or None
        cancelled : callable
            Polled between pieces of the table, of rows or of features.

        Raises
        ------
        Cancelled
            If `cancelled` returned True.
        """
        w = np.ones(len(x)) if weights is None else np.asarray(weights, float)[:, 0]
        self._x_mean, self._y_mean = w @ x / w.sum(), w @ y / w.sum()
        # Of the two square matrices, features by features and rows by rows, the smaller one is used.
        self._wide = x.shape[1] > len(x)
        if self._wide:
            root = np.sqrt(w)[:, None]
            self._centred = root * (x - self._x_mean)
            square, self._right = self._square(cancelled), root * (y - self._y_mean)
        else:
            square, self._right = self._products(x, y, w, cancelled)
        if cancelled():
            raise Cancelled
        self._values, self._vectors = np.linalg.eigh(square)

    def _square(self, cancelled: Callable[[], bool]) -> Array:
        square = np.zeros((len(self._centred),) * 2)
        for start in range(0, self._centred.shape[1], _FEATURES):
            if cancelled():
                raise Cancelled
            part = self._centred[:, start : start + _FEATURES]
            square += part @ part.T
        return square

    def _products(self, x: Array, y: Array, w: Array, cancelled: Callable[[], bool]) -> tuple[Array, Array]:
        square, right = np.zeros((x.shape[1], x.shape[1])), np.zeros((x.shape[1], y.shape[1]))
        for start in range(0, len(x), PIECE):
            if cancelled():
                raise Cancelled
            part = slice(start, start + PIECE)
            centred = x[part] - self._x_mean
            weighted = w[part, None] * centred
            square += weighted.T @ centred
            right += weighted.T @ (y[part] - self._y_mean)
        return square, right

    def solve(self, penalty: float) -> tuple[Array, Array]:
        """Return the coefficients (n_features, n_outputs) and intercepts (n_outputs,) for a penalty above 0."""
        # What rounding has made of an eigenvalue of 0 may be negative.
        inverse = 1 / (np.maximum(self._values, 0) + penalty)
        solution = self._vectors @ (inverse[:, None] * (self._vectors.T @ self._right))
        coefficients: Array = self._centred.T @ solution if self._wide else solution
        return coefficients, self._y_mean - self._x_mean @ coefficients
