"""The state of a run: everything that training changes, and the tapes bound to it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.engine.network import thread_limits
from mlp_gui.engine.network.memory import zeros
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, Call, ScratchArrays
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, UpdateArrays
from mlp_gui.engine.training.array_backup import LastFiniteState
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.evaluator import AveragedNetwork, Evaluator
from mlp_gui.engine.training.full_batch import FullBatch
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.minibatch import MiniBatches, TrainingRows
from mlp_gui.engine.training.optimizer_memory import LearningRate, OptimizerMemory
from mlp_gui.engine.training.regularization import decay_mask
from mlp_gui.engine.training.reports import Snapshot, StopReason
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.engine.training.state import NamedArray, PartState, RunPart, State, facts_of, join_parts
from mlp_gui.engine.training.stopping_rules import StoppingRules
from mlp_gui.engine.training.validation import refuse_foreign_state, refuse_unusable


class RunState:
    """A run as it stands: network, optimizer memory, generator, position and history. It can be saved and restored.

    Parameters
    ----------
    config : RunConfig
    dataset : Dataset

    Attributes
    ----------
    epoch : int
        Completed epochs.
    batch : int
        Completed batches of the epoch under way; 0 at a border.
    seconds : float
        Training time so far.
    batches : MiniBatches or FullBatch
        Walks an epoch.
    validation : Evaluator
        Computes the loss of the validation rows.
    closing, saving : list of Call
        What follows the last batch of an epoch, and what then follows if `is_finite`.
    stopped : StopReason or None
        Why the run ended; None while it may go on by itself.

    Raises
    ------
    UserError
        If the dataset cannot be trained on with these settings.
    """

    def __init__(self, config: RunConfig, dataset: Dataset) -> None:
        refuse_unusable(config, dataset)
        self.config, self.dataset = config, dataset
        self.reset()

    def reset(self) -> None:
        """Return to the initial weights, generator and optimizer memory; the history becomes empty."""
        config, data = self.config, self.dataset
        self.network = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
        theta = self.network.theta
        memory = OptimizerMemory(config.training.optimizer, theta)
        self.gradient, self.optimizer_state, self._count = memory.gradient, memory.vectors, memory.count
        self.rng = np.random.default_rng(config.training.seed)
        self.epoch, self.batch, self.seconds = 0, 0, 0.0
        self._learning_rate = LearningRate(config.training, theta.dtype)
        self.stopped: StopReason | None = None
        self.history = History()
        self._rules = StoppingRules(config.training.stopping, theta)
        self.averaged_network = AveragedNetwork(self.network, config.training.averaging)
        average = self.averaged_network.average
        averages = () if average is None else (average,)
        # The arrays that an update writes: what a run that diverges must get back.
        self._last_finite = LastFiniteState(theta, self.optimizer_state, self._count, *averages)
        self._squares: tuple[Array, Array] = zeros((), theta.dtype), zeros((), theta.dtype)
        # What follows the last batch: Σ g² and Σ θ², and the backup if these are finite.
        self.closing: list[Call] = [
            (self.gradient.dot, (self.gradient, self._squares[0])), (theta.dot, (theta, self._squares[1])),
        ]  # fmt: skip
        self.saving = self._last_finite.calls
        # In the order in which their arrays stand in files.
        self._parts: tuple[RunPart, ...] = (
            memory, self._learning_rate, self._last_finite, NamedArray("theta", theta), self._rules,
            self.averaged_network,
        )  # fmt: skip
        self._bind()

    def _bind(self) -> None:
        """Build the tapes for the present settings. The state of the run stays as it is."""
        training, data, network = self.config.training, self.dataset, self.network
        # From here on arrays are written in place only: an array that is replaced would leave its tapes behind.
        dtype = network.theta.dtype
        self.update = UpdateArrays(
            network.theta, self.gradient, self.optimizer_state, decay_mask(training, network),
            self._learning_rate.array, self._count, ScratchArrays(dtype), average=self.averaged_network.average,
        )  # fmt: skip
        train, validation = data.train, data.validation
        weights = sample_weights(training, data, train)
        rows = TrainingRows(train.x, train.y, None if weights is None else weights.astype(dtype))
        self.batches: MiniBatches | FullBatch = (
            FullBatch(training, network, rows, self.update)
            if isinstance(training.optimizer, FullBatchOptimizer)
            else MiniBatches(training, network, rows, self.update, self.rng)
        )
        weights = sample_weights(training, data, validation)
        self.validation = Evaluator(self.averaged_network.network, training.loss, validation.x, validation.y, weights)
        self._rules.bind(training, data, self.averaged_network.network)
        self.blas_threads = thread_limits.choose_thread_count(network.sizes, self.batches.batch_rows)

    # --- saving and restoring --------------------------------------------------------------------------------

    def state(self, with_history: bool = True) -> State:
        """Return everything an exact resume needs, as copies in named arrays without pickles."""
        data = {"outputs": list(self.dataset.output_names), "rows": self.batches.n_rows}
        position = {"epoch": self.epoch, "batch": self.batch, "seconds": self.seconds}
        stopped = None if self.stopped is None else self.stopped.to_facts()
        rest = {"generator": self.rng.bit_generator.state, "stopped": stopped}
        parts = [part.state() for part in self._parts]
        state = join_parts(
            [PartState({}, data | position), *parts, self.batches.state(self.batch), PartState({}, rest)]
        )
        return state | {"history": self.history.rows()} if with_history else state

    def restore(self, state: State) -> None:
        """Continue where another run of the same configuration and data was.

        Raises
        ------
        UserError
            If the state is of another network, of other rows or of other targets.
        """
        # Before anything is written, so that a refused state leaves the run as it was.
        refuse_foreign_state(state, self.network, self.batches.n_rows, self.dataset.output_names)
        facts = facts_of(state)
        for part in self._parts:
            part.restore(state, facts)
        self.epoch, self.batch, self.seconds = facts["epoch"], facts["batch"], facts["seconds"]
        if "history" in state:
            self.history = History(state["history"])
        self.rng.bit_generator.state = facts["generator"]
        self.stopped = None if facts["stopped"] is None else StopReason.from_facts(facts["stopped"])
        self.batches.restore(state, self.batch)

    # --- asking ----------------------------------------------------------------------------------------------

    @property
    def learning_rate(self) -> float:
        """The learning rate of the epoch under way or of the last one, as the schedule gives it."""
        return self._learning_rate.value

    @property
    def is_finite(self) -> bool:
        """Whether the loss and the weights are numbers after an epoch, once `closing` was run."""
        # One sum instead of a mask: an infinite or undefined weight makes the sum so too.
        return math.isfinite(self.batches.loss()) and math.isfinite(self._squares[1])

    @property
    def batches_per_epoch(self) -> int:
        """Number of batches of an epoch."""
        return self.batches.count

    @property
    def best_epoch(self) -> int:
        """The epoch with the best monitored value, 0 when nothing was watched yet."""
        return self._rules.best.best_epoch

    @property
    def best_value(self) -> float:
        """The monitored number of the best epoch, nan when nothing was monitored yet."""
        return self._rules.best.best_value

    @property
    def patience_start(self) -> int:
        """The epoch that patience is counted from: the best one, or where training went on after a stop."""
        return self.epoch - self._rules.best.epochs_waited

    @property
    def best_theta(self) -> Array | None:
        """The parameters of the best epoch, a copy."""
        return self._rules.best.best_theta if self.best_epoch else None

    @property
    def early_stopping_note(self) -> str:
        """Why early stopping does nothing although it is on; empty when there is nothing to say."""
        return self._rules.note

    @property
    def blas_note(self) -> str:
        """How many threads the matrix products use, as a sentence."""
        return thread_limits.describe(
            self.blas_threads, thread_limits.is_large(self.network.sizes, self.batches.batch_rows)
        )

    def snapshot(self) -> Snapshot:
        """Copy the weights to judge the run by: their average, when there is one."""
        return Snapshot(self.epoch, self.batch, self.averaged_network.theta.copy(), self.gradient.copy())

    def result_theta(self) -> Array:
        """Copy the parameters to use: the best ones if they are to be restored, else the present ones."""
        restore = self.config.training.stopping.restore_best and self.best_epoch
        return self._rules.best.best_theta if restore else self.averaged_network.theta.copy()

    def set_weights(self, theta: Array | Sequence[float] | float, place: int | slice = slice(None)) -> None:
        """Set all parameters, or the one at a place, as if training had led there.

        Parameters
        ----------
        theta : ndarray, sequence of float, or float
        place : int or slice
            Where in θ.
        """
        for parameters in (self.network.theta, self.averaged_network.theta):
            parameters[place] = theta
        # At a border the backup must know of it, or a run that diverges would go back to before the change.
        if self.batch == 0:
            self._last_finite.save()
