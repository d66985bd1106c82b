"""A table of inputs seen as if each column had mean 0 and deviation 1, without a copy of it."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.network.tape import Array

PIECE = 65_536  # rows that are looked at in one go


class StandardizedInputs:
    """Products with (x - mean) / scale.

    Attributes
    ----------
    mean, scale : ndarray, shape (n_features,)
        Of the rows with their weights; the scale of a constant column is 1.
    """

    def __init__(self, x: Array, weights: Array) -> None:
        self._x, total = x, float(weights.sum())
        self.mean: Array = weights @ x / total
        squares = np.zeros(x.shape[1])
        for start in range(0, len(x), PIECE):
            part = slice(start, start + PIECE)
            squares += weights[part] @ (x[part] - self.mean) ** 2
        spread = np.sqrt(squares / total)
        # The rounding of a column that is constant is no spread.
        self.scale: Array = np.where(spread > 1e-10 * (1 + np.abs(self.mean)), spread, 1.0)

    def times(self, v: Array) -> Array:
        """Return the product with v, shape (n_features, n_outputs)."""
        scaled = v / self.scale[:, None]
        product: Array = self._x @ scaled - self.mean @ scaled
        return product

    def transposed_times(self, r: Array) -> Array:
        """Return the product of the transpose with r, shape (n_rows, n_outputs)."""
        product: Array = (self._x.T @ r - np.outer(self.mean, r.sum(axis=0))) / self.scale[:, None]
        return product
