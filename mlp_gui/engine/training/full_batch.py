"""An epoch of one step with all rows, for the optimizers that need the loss and its gradient as a function of θ."""

from __future__ import annotations

import dataclasses

import numpy as np

from mlp_gui.engine.network.layer_buffers import LayerBuffers
from mlp_gui.engine.network.network import Network, backward, forward
from mlp_gui.engine.network.tape import Array, Call, Op, OpKind, ScratchArrays, flatten_calls, run_calls
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, UpdateArrays
from mlp_gui.engine.optimizers.levenberg_marquardt import jacobian
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.minibatch import TrainingRows
from mlp_gui.engine.training.regularization import penalise, penalty
from mlp_gui.engine.training.state import PartState, State

PIECE_ROWS = 4096
JACOBIAN_NUMBERS = 2_000_000  # at once: 16 MB in double precision


class FullBatchTape:
    """The operations for a number of rows: forward and loss, then backward. Its arrays are filled before it is run.

    Attributes
    ----------
    x1 : ndarray, shape (n_rows, n_inputs + 1)
        The inputs; the last column is ones.
    loss : ndarray, shape ()
        These rows' share of the mean loss of all rows.
    gradient : ndarray, shape (n_parameters,)
        These rows' share of its gradient.
    """

    def __init__(self, owner: FullBatch, rows: int) -> None:
        network, work, loss = owner.network, owner.work, owner.config.loss
        dtype, outputs = network.theta.dtype, network.sizes[-1]
        self.x1: Array = np.ones((rows, network.sizes[0] + 1), dtype)
        self.y: Array = np.zeros((rows, outputs), dtype)
        self.weights: Array = np.ones((rows, 1), dtype)
        self.loss: Array = np.zeros((), dtype)
        self.gradient: Array = np.zeros_like(network.theta)
        z, e, d, v = (work.array(name, self.y.shape) for name in "zedv")
        layers = LayerBuffers(network.sizes[1:-1], network.activations, rows, dtype)
        # The share in the mean of all rows, not of these: the results of the pieces just add up.
        share = loss.share(owner.n_rows, outputs)
        calls: list[Call] = [*loss.errors(z, self.y, e, work), *loss.values(z, self.y, e, v, work)]
        calls += [
            *loss.delta(e, d, share, work),
            (np.multiply, (d, self.weights, d)),
            (np.multiply, (v, self.weights, v)),
        ]
        calls.append((v.reshape(-1).dot, (np.full(v.size, share, dtype), self.loss)))
        op = Op(OpKind.LOSS, "L", f"L = {loss.equation}", f"L = {loss.code}", tuple(calls), self.loss)
        self.forward = [*forward(network, self.x1, z, layers, work), op]
        self.backward = backward(network, self.x1, d, self.gradient, layers, work)
        self.forward_calls, self.backward_calls = flatten_calls(self.forward), flatten_calls(self.backward)

    def load(self, source: TrainingRows, start: int) -> None:
        """Fill the arrays.

        Parameters
        ----------
        source : TrainingRows
        start : int
            The first row to take.
        """
        cut = slice(start, start + len(self.x1))
        self.x1[:, :-1], self.y[:] = source.x[cut], source.y[cut]
        if source.weights is not None:
            self.weights[:] = source.weights[cut]


class FullBatch:
    """An epoch of one step with all rows: it walks like `MiniBatches` and is the objective of its optimizer.

    The loss is summed over pieces of PIECE_ROWS rows, so that memory does not grow with the table. The last evaluation
    is remembered: a line search ends where it has just looked, and the next step begins there.
    """

    count = 1

    def __init__(self, config: TrainingConfig, network: Network, source: TrainingRows, update: UpdateArrays) -> None:
        self.config, self.network, self.source, self.update = config, network, source, update
        self.n_rows = self.batch_rows = len(source.x)
        self.work, self.converged = ScratchArrays(network.theta.dtype), ""
        self._gradient: Array = np.zeros_like(network.theta)
        self._penalties = flatten_calls(penalise(config, dataclasses.replace(update, gradient=self._gradient)))
        self._seen: Array | None = None  # the θ of the last evaluation, whose loss (and perhaps slope) are known
        self._data_loss, self._has_slope = 0.0, False
        # All pieces have the same size but for the last one: two tapes serve any number of rows.
        sizes = {min(self.n_rows, PIECE_ROWS), self.n_rows % PIECE_ROWS} - {0}
        self._pieces = {rows: FullBatchTape(self, rows) for rows in sizes}
        self._resident = self.n_rows <= PIECE_ROWS
        if self._resident:
            self._pieces[self.n_rows].load(source, 0)

    @property
    def first_tape(self) -> FullBatchTape:
        """The tape that serves the first piece of the rows: all of them when they are at most PIECE_ROWS."""
        return self._pieces[min(self.n_rows, PIECE_ROWS)]

    def ops(self, k: int) -> list[Op]:
        """Return the named operations that compute the loss and the gradient for the first piece; k is not needed."""
        return [*self.first_tape.forward, *self.first_tape.backward]

    def begin(self) -> None:
        """Begin an epoch."""
        self.converged = ""

    def run(self, k: int) -> None:
        """Make one step of the optimizer; k is not needed."""
        optimizer = self.config.optimizer
        assert isinstance(optimizer, FullBatchOptimizer)
        self.converged = optimizer.step(self, self.update)

    def loss(self) -> float:
        """Return the training loss after the step, without penalties."""
        self.value(self.network.theta)
        return self._data_loss

    def value(self, theta: Array) -> float:
        """Compute the penalised loss of all rows at theta, which the network then holds."""
        return self._evaluate(theta, with_slope=False)

    def slope(self, theta: Array) -> tuple[float, Array]:
        """Compute the penalised loss and its gradient (n_parameters,), which the next evaluation overwrites."""
        return self._evaluate(theta, with_slope=True), self._gradient

    def curvature(self, theta: Array) -> Array:
        """Compute 2 JᵀJ / n, plus λ₂ for the weights, with the Jacobian J of the outputs.

        These are the second derivatives of a squared error without the part that vanishes with the errors.

        Parameters
        ----------
        theta : ndarray, shape (n_parameters,)

        Returns
        -------
        ndarray, shape (n_parameters, n_parameters)
        """
        self.network.theta[:] = theta
        n, size = self.source.y.size, self.network.n_parameters
        total = np.zeros((size, size), theta.dtype)
        # The Jacobian of all rows may be far larger than the table: it is formed for some rows at a time.
        rows = max(1, JACOBIAN_NUMBERS // (size * self.network.sizes[-1]))
        for start in range(0, self.n_rows, rows):
            j = jacobian(self.network, self.source.x[start : start + rows])
            if self.source.weights is not None:
                # Weighted on both sides of the product: JᵀJ becomes JᵀWJ.
                j *= np.sqrt(self.source.weights[start : start + rows])[:, :, None]
            flat = j.reshape(-1, size)
            total += flat.T @ flat
        total *= 2 / n
        if self.update.decayed is not None:
            # A view of the diagonal. The penalty is λ₂/2 W², whose second derivative is λ₂.
            np.einsum("ii->i", total)[:] += self.config.l2 * self.update.decayed
        return total

    def _evaluate(self, theta: Array, with_slope: bool) -> float:
        # A line search ends at a point that it has evaluated, and the next step asks for the same point again.
        known = self._seen is not None and np.array_equal(self._seen, theta)
        if not known or (with_slope and not self._has_slope):
            self.network.theta[:] = theta
            self._pass(with_slope)
            # A copy, because theta may be the network's own vector, which the optimizer goes on to change.
            self._seen, self._has_slope = theta.copy(), with_slope
        self.network.theta[:] = theta
        return self._data_loss + penalty(self.config, theta, self.update.decayed)

    def _pass(self, with_slope: bool) -> None:
        # Always in the order of the rows: another order of the sums would change the last bits of a run.
        self._gradient[:] = 0
        loss, start = 0.0, 0
        while start < self.n_rows:
            piece = self._pieces[min(PIECE_ROWS, self.n_rows - start)]
            if not self._resident:
                piece.load(self.source, start)
            run_calls(piece.forward_calls)
            loss += float(piece.loss)
            if with_slope:
                run_calls(piece.backward_calls)
                self._gradient += piece.gradient
            start += PIECE_ROWS
        if with_slope:
            run_calls(self._penalties)
        self._data_loss = loss

    def state(self, k: int) -> PartState:
        """Return nothing: what is remembered here can be computed again from θ, with the same bits."""
        return PartState({}, {})

    def restore(self, state: State, k: int) -> None:
        """Skip: `state` keeps nothing.

        Parameters
        ----------
        state : State
        k : int
            Number of the next batch; always 0.
        """
