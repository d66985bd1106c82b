"""A forward pass over a whole subset, without dropout, in pieces of bounded size: its outputs and its loss."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.engine.network.layer_buffers import LayerBuffers
from mlp_gui.engine.network.losses import Loss
from mlp_gui.engine.network.memory import constant, filled, zeros
from mlp_gui.engine.network.network import Network, forward
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays, flatten_calls, run_calls
from mlp_gui.engine.training.state import Facts, PartState, State


class AveragedNetwork:
    """The network to validate with: the trained one, or one with the moving average of its weights.

    Attributes
    ----------
    network : Network
    average : ndarray, shape (n_parameters,), or None
        The parameters if they are an average; nan before the first update.
    """

    def __init__(self, trained: Network, averaging: float) -> None:
        self._trained = trained
        self.network = trained.copy() if averaging else trained
        self.average: Array | None = self.network.theta if averaging else None
        if self.average is not None:
            self.average.fill(np.nan)  # "none yet", also in files; the first update copies θ here

    @property
    def theta(self) -> Array:
        """The parameters to hand out: the average as soon as there is one."""
        started = self.average is not None and not np.isnan(self.average[0])
        return self.network.theta if started else self._trained.theta

    def state(self) -> PartState:
        """Return what `restore` needs."""
        return PartState({} if self.average is None else {"average": self.average.copy()}, {})

    def restore(self, state: State, facts: Facts) -> None:
        """Take over the average of a saved run.

        Parameters
        ----------
        state : State
        facts : Facts
            Not needed.
        """
        if self.average is not None:
            self.average[:] = state["average"]


LEAST_ROWS, MOST_ROWS, NUMBERS = 64, 4096, 65_536  # in a piece: rows, and numbers of all its layers


class Evaluator:
    """Computes the logits and the loss of a network's present weights on fixed rows.

    Parameters
    ----------
    network : Network
    loss : Loss
    x : ndarray, shape (n_rows, n_inputs)
    y : ndarray, shape (n_rows, n_outputs)
    weights : ndarray, shape (n_rows, 1), or None
        Row weights with mean 1.

    Attributes
    ----------
    z : ndarray, shape (n_rows, n_outputs)
        The last logits.
    """

    def __init__(self, network: Network, loss: Loss, x: Array, y: Array, weights: Array | None) -> None:
        dtype, rows = network.theta.dtype, len(x)
        self._x, self._work = x, ScratchArrays(dtype)
        self.z: Array = zeros(y.shape, dtype)
        y, e, v = filled(y, y.shape, dtype), zeros(y.shape, dtype), zeros(y.shape, dtype)
        share = loss.share(*y.shape)
        coefficients = constant(np.full(y.size, share, dtype))
        self._loss = zeros((), dtype)
        self._loss_calls: list[Call] = [
            *loss.errors(self.z, y, e, self._work),
            *loss.values(self.z, y, e, v, self._work),
        ]
        if weights is not None:
            self._loss_calls.append((np.multiply, (v, weights, v)))
        self._loss_calls.append((v.reshape(-1).dot, (coefficients, self._loss)))
        self._size = min(rows, max(LEAST_ROWS, min(MOST_ROWS, NUMBERS // sum(network.sizes))))
        self._resident = rows == self._size
        if rows:
            self._piece = self._bind(network, self._size)
        # The rows never change: one piece is filled here, not at every evaluation.
        if rows and self._resident:
            self._load(0)

    def _bind(self, network: Network, rows: int) -> tuple[Array, Array, list[Call]]:
        """Return inputs with ones, logits and calls for a piece of so many rows."""
        dtype = network.theta.dtype
        x1 = filled(1, (rows, network.sizes[0] + 1), dtype)
        # The only piece writes its logits where they are wanted; several pieces take turns in one array.
        z = self.z if rows == len(self.z) else zeros((rows, self.z.shape[1]), dtype)
        layers = LayerBuffers(network.sizes[1:-1], network.activations, rows, dtype, backward=False)
        return x1, z, flatten_calls(forward(network, x1, z, layers, self._work))

    def _load(self, start: int) -> None:
        x1 = self._piece[0]
        np.copyto(x1[:, :-1], self._x[start : start + len(x1)])

    @property
    def calls(self) -> list[Call] | None:
        """What computes the loss, which `loss` then returns; None where the rows take turns in the arrays."""
        if not len(self.z):
            return []
        return [*self._piece[2], *self._loss_calls] if self._resident else None

    @property
    def loss(self) -> float:
        """The loss that was computed last; nan without rows."""
        return float(self._loss) if len(self.z) else float("nan")

    def run(self) -> float:
        """Compute the loss; `z` then holds the logits."""
        rows = len(self.z)
        if not rows:
            return float("nan")
        _, z, calls = self._piece
        if self._resident:
            run_calls(calls)
        else:
            for start in range(0, rows, self._size):
                place = min(start, rows - self._size)  # the last piece begins earlier, to be as long as the others
                self._load(place)
                run_calls(calls)
                self.z[place : place + len(z)] = z
        run_calls(self._loss_calls)
        return float(self._loss)


def evaluate_loss(network: NetworkOrEnsemble, loss: Loss, x: Array, y: Array) -> float:
    """Compute the loss of a network, or that of an ensemble's mean answer.

    Parameters
    ----------
    network : Network or Ensemble
    loss : Loss
    x : ndarray, shape (n_rows, n_inputs)
    y : ndarray, shape (n_rows, n_outputs)
    """
    if isinstance(network, Network):
        return Evaluator(network, loss, x, y, None).run()
    z = network.logits(x)
    return loss(z, np.asarray(y, z.dtype))
