"""A bench is a copy of a run's state on which one batch can be worked through: the run itself is never touched."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, Op, ScratchArrays
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, UpdateArrays
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.full_batch import PIECE_ROWS, FullBatch
from mlp_gui.engine.training.minibatch import MiniBatches, TrainingRows
from mlp_gui.engine.training.optimizer_memory import LearningRate
from mlp_gui.engine.training.regularization import penalise, weight_mask
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.engine.training.state import State, facts_of


class PickKind(StrEnum):
    """How rows are picked."""

    NEXT = "next"  # the next batch
    ROWS = "rows"  # of a subset
    TYPED = "typed"


@dataclass(frozen=True)
class Pick:
    """Which rows to work through: the next batch, rows of a subset, or a row that was typed in.

    Attributes
    ----------
    kind : PickKind
    subset : str
    rows : tuple of int
        Positions in the subset, for ROWS.
    x : ndarray, shape (1, n_features), or None
        Scaled inputs, for TYPED.
    y : ndarray, shape (1, n_outputs), or None
        Scaled targets, for TYPED.
    """

    kind: PickKind = PickKind.NEXT
    subset: str = Subset.TRAINING
    rows: tuple[int, ...] = ()
    x: Array | None = field(default=None, compare=False)
    y: Array | None = field(default=None, compare=False)


NEXT_BATCH = Pick()


class BatchSandbox:
    """Copies of the parameters, the optimizer's memory, the generator and the learning rate, and the picked rows."""

    def __init__(self, config: RunConfig, dataset: Dataset, state: State, pick: Pick = NEXT_BATCH) -> None:
        self.config, self.dataset, self.pick = config, dataset, pick
        training, facts = config.training, facts_of(state)
        self.epoch, self.batch = int(facts["epoch"]), int(facts["batch"])
        sizes = (dataset.n_features, *(layer.units for layer in config.network.hidden), dataset.n_outputs)
        activations = tuple(layer.activation for layer in config.network.hidden)
        self.network = Network(sizes, activations, training.loss.output, config.network.dtype)
        theta = self.network.theta
        theta[:] = state["theta"]
        # Which one does not matter: its state becomes that of the run's generator.
        self.rng = np.random.default_rng()
        self.rng.bit_generator.state = facts["generator"]
        rate = LearningRate(training, theta.dtype)
        rate.restore(state, facts)
        # At a border the saved rate is that of the epoch before.
        if not self.batch:
            rate.set_for_epoch(training, self.epoch + 1)
        self.update = UpdateArrays(
            theta,
            np.zeros_like(theta),
            state["optimizer_state"].copy(),
            weight_mask(self.network),
            rate.array,
            state["count"].copy(),
            ScratchArrays(theta.dtype),
            average=state["average"].copy() if "average" in state else None,
        )
        self.is_full_batch = isinstance(training.optimizer, FullBatchOptimizer)
        self._choose(state)
        self.ops: list[Op] = self._prepare()

    def _choose(self, state: State) -> None:
        """Set x, y, row weights and row numbers of the picked rows.

        Raises
        ------
        UserError
            If there is no such row.
        """
        data, pick = self.dataset, self.pick
        self.weights: Array | None = None
        if pick.kind is PickKind.TYPED:
            if pick.x is None or pick.y is None:
                raise UserError(tr("No row was typed in."))
            self.x, self.y, self.row_numbers = pick.x, pick.y, np.full(len(pick.x), -1, np.int64)
            return
        subset = data.train if pick.kind is PickKind.NEXT else data.subsets[pick.subset]
        rows = self._next_rows(state) if pick.kind is PickKind.NEXT else np.asarray(pick.rows, np.intp)
        if not len(rows) or rows.min() < 0 or rows.max() >= len(subset):
            count, name = len(subset), tr(pick.subset)
            raise UserError(tr("There is no such row: the subset {name} has {count:,}.", name=name, count=count))
        self.x, self.y, self.row_numbers = subset.x[rows], subset.y[rows], subset.row_numbers[rows]
        # Scaled over the whole subset, as in training, and only then picked.
        weights = sample_weights(self.config.training, data, subset)
        if weights is not None:
            self.weights = weights[rows].astype(self.network.theta.dtype)

    def _next_rows(self, state: State) -> NDArray[np.intp]:
        """Return the rows that the run itself will choose; the generator ends where the run's will be."""
        if self.is_full_batch:
            return self._every_row()
        training = self.config.training
        order: NDArray[np.intp] = state["batch_order"].copy()
        if training.shuffle and self.batch == 0:
            self.rng.shuffle(order)
        size = min(training.batch_size, len(order))
        return order[self.batch * size : (self.batch + 1) * size]

    def _every_row(self) -> NDArray[np.intp]:
        """Return all training rows.

        Raises
        ------
        UserError
            If there are so many that the engine takes them in pieces: none of those is the whole batch.
        """
        rows, name = len(self.dataset.train), tr(self.config.training.optimizer.label)
        if rows > PIECE_ROWS:
            raise UserError(
                tr("This batch has too many rows to look at."),
                tr(
                    "{optimizer} takes all {rows:,} rows at once; {most:,} are shown at most.",
                    optimizer=name,
                    rows=rows,
                    most=PIECE_ROWS,
                ),
                tr("Choose one row instead of the whole batch."),
            )
        return np.arange(rows, dtype=np.intp)

    def all_rows(self, name: str) -> Array:
        """Return the errors "e" or the slope "d" of an optimizer that computes loss and slope in one operation."""
        assert self.full is not None
        return self.full.work.array(name, self.y.shape)

    def _prepare(self) -> list[Op]:
        training, rows = self.config.training, TrainingRows(self.x, self.y, self.weights)
        if self.is_full_batch:
            full = FullBatch(training, self.network, rows, self.update)
            self.full: FullBatch | None = full
            tape = full.first_tape
            self.x1, self.gradient = tape.x1, tape.gradient
            penalties = penalise(training, dataclasses.replace(self.update, gradient=tape.gradient))
            return [*full.ops(0), *penalties]
        self.full = None
        # One batch in the given order: a shuffle would use up numbers of the generator that the dropout masks need.
        alone = training.replace(shuffle=False, batch_size=len(self.x))
        batches = MiniBatches(alone, self.network, rows, self.update, self.rng)
        block, _ = batches.block_of(0)
        self.x1, self.gradient = block.x1, self.update.gradient
        return batches.ops(0)
