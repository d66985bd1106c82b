"""A forward pass over a whole subset, without dropout, in pieces of bounded size: its outputs and its loss."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.layers import LayerArrays
from mlp_gui.engine.losses import Loss
from mlp_gui.engine.network import Network, forward
from mlp_gui.engine.tape import Array, Call, Workspace, calls_of, run

CHUNK_ROWS, CHUNK_NUMBERS = 4096, 2_000_000


class Evaluator:
    """Computes the logits and the loss of a network's present weights on fixed rows.

    x: (rows, inputs), y: (rows, outputs), weights: (rows, 1) with mean 1, or None. z: (rows, outputs), the last logits.
    """

    def __init__(self, network: Network, loss: Loss, x: Array, y: Array, weights: Array | None) -> None:
        dtype, rows = network.theta.dtype, len(x)
        self._x, self._work = x, Workspace(dtype)
        self.z: Array = np.zeros(y.shape, dtype)
        y = np.ascontiguousarray(y, dtype)
        e, v = np.empty_like(y), np.empty_like(y)
        share = loss.share(*y.shape)
        coefficients = np.full(y.size, share, dtype)
        self._loss = np.zeros((), dtype)
        self._loss_calls: list[Call] = [
            *loss.errors(self.z, y, e, self._work),
            *loss.values(self.z, y, e, v, self._work),
        ]
        if weights is not None:
            self._loss_calls.append((np.multiply, (v, weights, v)))
        self._loss_calls.append((v.reshape(-1).dot, (coefficients, self._loss)))
        self._size = max(256, min(CHUNK_ROWS, CHUNK_NUMBERS // sum(network.sizes)))
        chunk = min(rows, self._size)
        self._chunks = [self._bind(network, chunk)] if chunk else []
        if rows % self._size and rows > self._size:
            self._chunks.append(self._bind(network, rows % self._size))
        self._resident = rows <= self._size
        if self._resident and rows:
            self._load(0, *self._chunks[0][:2])

    def _bind(self, network: Network, rows: int) -> tuple[Array, Array, list[Call]]:
        """(inputs with ones, logits, calls) for a piece of that many rows."""
        dtype = network.theta.dtype
        x1 = np.ones((rows, network.sizes[0] + 1), dtype)
        z = self.z if rows == len(self.z) else np.zeros((rows, self.z.shape[1]), dtype)
        layers = LayerArrays(network.sizes[1:-1], network.activations, rows, dtype, backward=False)
        return x1, z, calls_of(forward(network, x1, z, layers, self._work))

    def _load(self, start: int, x1: Array, _z: Array) -> None:
        np.copyto(x1[:, :-1], self._x[start : start + len(x1)])

    def run(self) -> float:
        """The loss; `z` then holds the logits."""
        if self._resident:
            for _, _, calls in self._chunks:
                run(calls)
        else:
            for start in range(0, len(self.z), self._size):
                x1, z, calls = self._chunks[0 if start + self._size <= len(self.z) else 1]
                self._load(start, x1, z)
                run(calls)
                self.z[start : start + len(z)] = z
        if not self._chunks:
            return float("nan")
        run(self._loss_calls)
        return float(self._loss)
