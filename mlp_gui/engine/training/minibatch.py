"""An epoch of mini-batches: the tapes that gather the rows, go forward and backward, and update the parameters.

Batches are trained in blocks of a few thousand rows. A block's rows are gathered in one go and its losses are summed in
one go, and its tape serves all blocks of the same size: memory does not grow with the number of rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mlp_gui.engine.network.layer_buffers import LayerBuffers
from mlp_gui.engine.network.losses import Loss
from mlp_gui.engine.network.memory import constant, filled, zeros
from mlp_gui.engine.network.network import Network, backward, forward
from mlp_gui.engine.network.ops import add_noise, draw_masks
from mlp_gui.engine.network.tape import (
    Array,
    Call,
    Op,
    OpKind,
    ScratchArrays,
    append_ones,
    flatten_calls,
    run_calls,
    sub,
)
from mlp_gui.engine.optimizers.base import UpdateArrays
from mlp_gui.engine.training.config import TrainingConfig
from mlp_gui.engine.training.regularization import average_weights, clip, limit_weights, penalise
from mlp_gui.engine.training.state import PartState, State

BLOCK_ROWS = 4096
COPY_BYTES = 4_000_000  # tables up to this size are kept once more, ready to be gathered from


@dataclass(frozen=True, eq=False)
class TrainingRows:
    """The rows to train on.

    Attributes
    ----------
    x : ndarray, shape (n_rows, n_inputs)
    y : ndarray, shape (n_rows, n_outputs)
    weights : ndarray, shape (n_rows, 1), or None
        Row weights with mean 1.
    """

    x: Array
    y: Array
    weights: Array | None


class MiniBatchTape:
    """The operations of a block: one list for each batch, and the arrays that they share.

    Attributes
    ----------
    rows : ndarray of int, shape (n_block_rows,)
        Which rows of the data are in the block, in order.
    z, e : ndarray, shape (n_block_rows, n_outputs)
        Logits and errors of all batches of the block: their losses are summed in one go after its last batch.
    """

    def __init__(self, owner: MiniBatches, size: int) -> None:
        dtype, outputs = owner.network.theta.dtype, owner.source.y.shape[1]
        self.rows = np.zeros(size, np.intp)
        self.x1: Array = filled(1, (size, owner.network.sizes[0] + 1), dtype)
        self.y: Array = zeros((size, outputs), dtype)
        self.weights = None if owner.source.weights is None else filled(1, (size, 1), dtype)
        self.z, self.e = zeros((size, outputs), dtype), zeros((size, outputs), dtype)
        self.gather = self._gather(owner)
        cuts = [slice(i, min(i + owner.batch_rows, size)) for i in range(0, size, owner.batch_rows)]
        self.parts: list[list[Op]] = [self._train(owner, cut) for cut in cuts]
        if owner.gathers:
            self.parts[0] = [*self.gather, *self.parts[0]]
        # The loss is only reported, so it can wait for the end of the block: one pass instead of one for each batch.
        self.parts[-1] = [*self.parts[-1], self._sum_losses(owner, size)]
        self.calls: list[list[Call]] = [flatten_calls(part) for part in self.parts]

    def _gather(self, owner: MiniBatches) -> list[Op]:
        """Return the operation that gathers x, y and the row weights of the block's rows."""
        source = owner.source
        calls: list[Call] = []
        # Mode "clip": with the default "raise" numpy fills a buffer first and copies it to the output.
        if owner.source_x1 is not None:
            calls.append((owner.source_x1.take, (self.rows, 0, self.x1, "clip")))
        else:
            # `take` does not convert: from a table of another dtype it goes by way of an array of that dtype.
            raw = np.empty((len(self.rows), source.x.shape[1]), source.x.dtype)
            calls.append((source.x.take, (self.rows, 0, raw, "clip")))
            calls.append((np.copyto, (self.x1[:, :-1], raw)))
        calls.append((source.y.take, (self.rows, 0, self.y, "clip")))
        if source.weights is not None and self.weights is not None:
            calls.append((source.weights.take, (self.rows, 0, self.weights, "clip")))
        return [Op(OpKind.INPUTS, sub("a", 0), "the rows of the next batches", "a0 = x[rows]", tuple(calls), self.x1)]

    def _train(self, owner: MiniBatches, cut: slice) -> list[Op]:
        """Return forward, loss, backward and update for one batch."""
        x1, z, y, e = self.x1[cut], self.z[cut], self.y[cut], self.e[cut]
        network, config, work, loss = owner.network, owner.config, owner.work, owner.config.loss
        # Scratch that all batches of this size share: nothing in it is needed after the batch.
        layers, d = owner.layers(len(x1)), work.array("slope of the loss", z.shape)
        # The masks are drawn before the noise: the order of the generator's numbers is part of a run's bits.
        ops = [] if layers.mask is None else [draw_masks(layers.mask, config.dropout, work, owner.rng)]
        if config.input_noise:
            noisy = work.array("noisy", x1.shape, fill=1.0)
            ops.append(add_noise(x1, noisy, config.input_noise, work, owner.rng))
            x1 = noisy
        ops += forward(network, x1, z, layers, work)
        ops += loss_gradient_ops(
            loss, network.n_layers, (z, y, e, d), None if self.weights is None else self.weights[cut], work
        )
        ops += backward(network, x1, d, owner.update.gradient, layers, work)
        return [*ops, *owner.update_ops]

    def _sum_losses(self, owner: MiniBatches, size: int) -> Op:
        """Return the operation that adds the block's share of the epoch's mean loss to the total."""
        loss, work = owner.config.loss, owner.work
        v, part = work.array("values", self.z.shape), zeros((), self.z.dtype)
        calls = loss.values(self.z, self.y, self.e, v, work)
        if self.weights is not None:
            calls.append((np.multiply, (v, self.weights, v)))
        calls += [(v.reshape(-1).dot, (constant(owner.shares(size)), part)), (np.add, (owner.total, part, owner.total))]
        return Op(OpKind.LOSS, "L", f"L = {loss.equation}", f"L = {loss.code}", tuple(calls), owner.total)


class MiniBatches:
    """Walks an epoch batch by batch: `begin()`, then `run(k)` for every k below `count`, then `loss()`.

    Attributes
    ----------
    calls : list of list of Call
        What `run(k)` runs after `choose_rows(k)`.
    """

    def __init__(
        self, config: TrainingConfig, network: Network, source: TrainingRows, update: UpdateArrays, rng: Generator
    ) -> None:
        self.config, self.network, self.update, self.rng = config, network, update, rng
        self.converged = ""
        dtype = network.theta.dtype
        self.source = TrainingRows(
            np.ascontiguousarray(source.x), np.ascontiguousarray(source.y, dtype), source.weights
        )
        self.n_rows, self.work = len(source.x), update.work
        self.batch_rows = min(config.batch_size, self.n_rows)
        self.count = -(-self.n_rows // self.batch_rows)
        self._per_block = max(1, BLOCK_ROWS // self.batch_rows)
        block_rows = min(self._per_block * self.batch_rows, self.n_rows)
        # One block in file order never changes: its rows are gathered once, below, and not in every epoch.
        single = block_rows == self.n_rows
        self.gathers = config.shuffle or not single
        is_small = self.n_rows * (network.sizes[0] + 1) * dtype.itemsize <= COPY_BYTES
        # A table that is small or gathered whole is kept with its ones: one `take` then fills a block. Of a large
        # table a second copy would cost more memory than the extra copy of a block costs time.
        self.source_x1 = append_ones(self.source.x, dtype) if single or is_small else None
        self.order = np.arange(self.n_rows, dtype=np.intp)
        self.total = zeros((), float)  # in double precision: it adds up many small numbers
        self._layers: dict[int, LayerBuffers] = {}
        self.update_ops = self._update_ops()
        self._full = MiniBatchTape(self, block_rows)
        tail = self.n_rows % block_rows
        self._tail = MiniBatchTape(self, tail) if tail else self._full
        # Looked up once: `run` is called thousands of times a second for a small network.
        self.calls = [block.calls[place] for block, place in map(self.block_of, range(self.count))]
        if not self.gathers:
            self._load(0)

    def layers(self, rows: int) -> LayerBuffers:
        """Return the hidden layers' arrays for batches of so many rows."""
        if rows not in self._layers:
            net, dropout, larger = self.network, bool(self.config.dropout), self._layers.get(self.batch_rows)
            self._layers[rows] = LayerBuffers(
                net.sizes[1:-1], net.activations, rows, net.theta.dtype, dropout, within=larger
            )
        return self._layers[rows]

    def _update_ops(self) -> list[Op]:
        u, optimizer = self.update, self.config.optimizer
        steps = tuple(call for part in u.parts() for call in optimizer.update(part))
        update = Op(OpKind.UPDATE, "θ", optimizer.equation, optimizer.code, steps, u.theta)
        penalties = [*penalise(self.config, u), *clip(self.config, self.network, u)]
        return [*penalties, update, *limit_weights(self.config, self.network, u), *average_weights(self.config, u)]

    def shares(self, size: int) -> Array:
        """Return the factor of each value in the epoch's mean loss, (size * n_outputs,), for a block of that size."""
        outputs, loss = self.source.y.shape[1], self.config.loss
        if self.config.epoch_loss == "weighted":
            per_row = np.full(size, loss.share(self.n_rows, outputs))
        else:
            rows = np.full(size, self.batch_rows)
            if size % self.batch_rows:
                rows[-(size % self.batch_rows) :] = size % self.batch_rows
            per_row = loss.share(1, outputs) / (rows * self.count)
        return np.repeat(per_row, outputs).astype(self.network.theta.dtype)

    def block_of(self, k: int) -> tuple[MiniBatchTape, int]:
        """Return the block that holds batch k of the epoch, and the batch's place in it."""
        number, place = divmod(k, self._per_block)
        last = (number + 1) * self._per_block >= self.count
        return (self._tail if last else self._full), place

    def begin(self) -> None:
        """Begin an epoch: shuffle, and start the loss from 0."""
        if self.config.shuffle:
            self.rng.shuffle(self.order)  # in place: an epoch's order follows from the last one's, so it is saved
        self.total[...] = 0

    def run(self, k: int) -> None:
        """Train batch k."""
        self.choose_rows(k)
        run_calls(self.calls[k])

    def choose_rows(self, k: int) -> None:
        """Say which rows are gathered for the block that begins with batch k, if one does: `calls` need it."""
        if self.gathers and k % self._per_block == 0:
            self._fill_rows(k, self.block_of(k)[0])

    def loss(self) -> float:
        """Return the epoch's mean training loss, after its last batch."""
        return float(self.total)

    def ops(self, k: int) -> list[Op]:
        """Return the named operations of batch k: what `run(k)` runs."""
        block, place = self.block_of(k)
        return block.parts[place]

    def _fill_rows(self, k: int, block: MiniBatchTape) -> None:
        start = k * self.batch_rows
        block.rows[:] = self.order[start : start + len(block.rows)]

    def _load(self, k: int) -> None:
        """Gather the block of batch k again."""
        block, place = self.block_of(k)
        self._fill_rows(k - place, block)
        for op in block.gather:
            op.run()

    def state(self, k: int) -> PartState:
        """Return what `restore` needs to go on before batch k exactly as if never interrupted."""
        arrays: State = {"batch_order": self.order.copy(), "batch_total": self.total.copy()}
        if k % self._per_block:
            # The logits and errors of the block's earlier batches: their losses are summed after its last batch.
            block, _ = self.block_of(k)
            arrays |= {"batch_block_z": block.z.copy(), "batch_block_e": block.e.copy()}
        return PartState(arrays, {})

    def restore(self, state: State, k: int) -> None:
        """Take over a saved epoch, to go on before batch k.

        Parameters
        ----------
        state : State
        k : int
            Number of the next batch, counted from 0.
        """
        self.order[:], self.total[...] = state["batch_order"], state["batch_total"]
        if k % self._per_block:
            block, _ = self.block_of(k)
            block.z[:], block.e[:] = state["batch_block_z"], state["batch_block_e"]
            self._load(k)


def loss_gradient_ops(
    loss: Loss, last: int, arrays: tuple[Array, Array, Array, Array], weights: Array | None, work: ScratchArrays
) -> list[Op]:
    """Return the operations from the logits to the errors e = p − y and the loss's slope d at the logits.

    Parameters
    ----------
    loss : Loss
    last : int
        Number of the last layer.
    arrays : tuple of ndarray, shape (n_rows, n_outputs)
        z, y, e and d.
    weights : ndarray, shape (n_rows, 1), or None
        Row weights.
    work : ScratchArrays
    """
    z, y, e, d = arrays
    errors = tuple(loss.errors(z, y, e, work))
    calls = loss.delta(e, d, loss.share(*z.shape), work)
    delta, equation, code = sub("δ", last), loss.delta_equation, loss.delta_code
    if weights is not None:
        calls.append((np.multiply, (d, weights, d)))
        equation, code = f"w {equation}", f"w * {code}"
    return [
        Op(OpKind.ERROR, "e", f"e = {loss.error_equation}", f"e = {loss.error_code}", errors, e, last),
        Op(OpKind.DELTA_OUT, delta, f"{delta} = {equation}", f"d{last} = {code}", tuple(calls), d, last),
    ]
