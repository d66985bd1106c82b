"""The Trainer is the state of a run; walking it is training.

`for report in trainer.epochs()` trains. A step is `next(...)`, a stop is not calling it, a resume is calling it again:
7 + 43 epochs are 50 epochs, bit for bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from time import perf_counter

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import changed_params
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array, Op, ScratchArrays, zero_rows, zeros
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, UpdateArrays
from mlp_gui.engine.optimizers.schedules import MEMORY
from mlp_gui.engine.training import thread_limits
from mlp_gui.engine.training.array_backup import ArrayBackup
from mlp_gui.engine.training.checkpoint import State, capture_state, restore_state
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.early_stopping import (
    BestEpochTracker,
    check_other_rules,
    converged_reason,
    diverged_reason,
    finished_reason,
    has_other_rules,
    higher_is_better,
)
from mlp_gui.engine.training.evaluator import AveragedNetwork, Evaluator
from mlp_gui.engine.training.full_batch import FullBatch
from mlp_gui.engine.training.history import History
from mlp_gui.engine.training.minibatch import MiniBatches, TrainingRows
from mlp_gui.engine.training.monitor import Monitor
from mlp_gui.engine.training.regularization import decay_mask, penalty
from mlp_gui.engine.training.reports import EpochReport, Snapshot, StopReason
from mlp_gui.engine.training.sample_weight import sample_weights
from mlp_gui.engine.training.thread_limits import blas_threads, choose_thread_count
from mlp_gui.engine.training.validation import refuse_combination, refuse_unusable


class Trainer:
    """A run: network, optimizer memory, generator, position, history. UserError when the data cannot be trained on.

    epoch: completed epochs. batch: completed batches of the epoch under way, 0 at a border.
    learning_rate: what the schedule makes of it in the epoch under way or the last one.
    stopped: why the run ended, None while it may go on by itself.
    """

    def __init__(self, config: RunConfig, dataset: Dataset) -> None:
        refuse_unusable(config, dataset)
        self.config, self.dataset = config, dataset
        self.timed = True  # whether the limit on the training time counts; in a replay it does not
        self.reset()

    def reset(self) -> None:
        """The same initial weights, generator and optimizer memory as at the start; the history is empty."""
        config, data = self.config, self.dataset
        self.network = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
        theta, optimizer = self.network.theta, config.training.optimizer
        self.optimizer_state = zero_rows(optimizer.memory_slots(), theta.size, theta.dtype)
        optimizer.start(self.optimizer_state)
        self.gradient = zeros(theta.shape, theta.dtype)
        self._rate, self._count = np.zeros((), theta.dtype), np.zeros(())
        self.rng = np.random.default_rng(config.training.seed)
        self.epoch, self.batch, self.seconds = 0, 0, 0.0
        self.learning_rate = config.training.learning_rate
        self.stopped: StopReason | None = None
        self.history = History()
        self._schedule_memory = np.zeros(MEMORY)
        self._watch = BestEpochTracker(config.training.stopping, theta)
        self.averaged_network = AveragedNetwork(self.network, config.training.averaging)
        self._moving = (theta, self.optimizer_state, self._count, *self.averaged_network.averages)
        self._last_finite = ArrayBackup(*self._moving)  # where a run that diverges goes back to
        self._bind()

    def _bind(self) -> None:
        """Tapes for the present settings. The state of the run stays as it is."""
        training, data, network = self.config.training, self.dataset, self.network
        dtype = network.theta.dtype
        self.update = UpdateArrays(
            network.theta, self.gradient, self.optimizer_state, decay_mask(training, network), self._rate, self._count,
            ScratchArrays(dtype), average=self.averaged_network.average,
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
        self._validation = Evaluator(self.averaged_network.network, training.loss, validation.x, validation.y, weights)
        self._monitor = Monitor(training.stopping.monitor, data, network.output)
        self._watch.set_config(training.stopping)
        self._other_rules = has_other_rules(training.stopping)
        self.blas_threads = choose_thread_count(network.sizes, self.batches.batch_rows)

    # --- walking ---------------------------------------------------------------------------------------------

    def epochs(self) -> Iterator[EpochReport]:
        """Train until a rule fires, a report after each epoch."""
        with blas_threads(self.blas_threads):
            while self.can_go_on() is None:
                yield self._epoch(math.inf)  # type: ignore[misc]  # None only when its time is up
                if self.stopped:
                    return

    def step_epoch(self) -> EpochReport | None:
        """One epoch, or the rest of the one under way. None when nothing is left to do (`can_go_on` says why)."""
        with blas_threads(self.blas_threads):
            return self._epoch(math.inf) if self.can_go_on() is None else None

    def step_batch(self) -> EpochReport | None:
        """One batch. The report, if it was the epoch's last one."""
        with blas_threads(self.blas_threads):
            return self._epoch(0) if self.can_go_on() is None else None

    def advance(self, seconds: float, until_epoch: int | None = None, longest: float = 0.0) -> list[EpochReport]:
        """Train for about that time, up to the border of an epoch; one longer than `longest` is cut after a batch.

        until_epoch: return as soon as that epoch is complete. longest: 0 is 3 times `seconds`.
        """
        deadline, reports = perf_counter() + seconds, []
        with blas_threads(self.blas_threads):
            while self.can_go_on() is None:
                report = self._epoch(perf_counter() + (longest or 3 * seconds))
                if report is not None:
                    reports.append(report)
                if report is None or self.stopped or perf_counter() >= deadline or self.epoch == until_epoch:
                    break
        return reports

    def can_go_on(self) -> UserError | None:
        """Why nothing is left to do, or None."""
        training = self.config.training
        if self.batch == 0 and self.epoch >= training.max_epochs:
            return UserError(
                tr("All {epochs:,} epochs are done.", epochs=training.max_epochs), hint=tr("Raise Epochs to go on.")
            )
        limit = training.stopping.max_seconds if self.timed else None
        if self.stopped and limit is not None and self.seconds >= limit:
            return UserError(
                tr("The {limit:g} s of training are over.", limit=limit), hint=tr("Raise the time limit to go on.")
            )
        return None

    def _epoch(self, deadline: float) -> EpochReport | None:
        """Batches until the epoch ends, or until the first border between batches after the deadline."""
        start, k, batches = perf_counter(), self.batch, self.batches
        with np.errstate(all="ignore"):
            if k == 0:
                self._begin_epoch()
            while k < batches.count:
                batches.run(k)
                k += 1
                if perf_counter() >= deadline and k < batches.count:
                    self.batch = k
                    self.seconds += perf_counter() - start
                    return None
            self.batch = 0
            return self._end_epoch(start)

    def _begin_epoch(self) -> None:
        if self.stopped:
            self._watch.epochs_waited, self.stopped = 0, None
        self._set_rate()
        self.batches.begin()

    def _set_rate(self) -> None:
        training = self.config.training
        self.learning_rate = training.schedule.rate(
            training.learning_rate, self.epoch + 1, training.max_epochs, self._schedule_memory
        )
        self._rate[...] = self.learning_rate

    def _end_epoch(self, start: float) -> EpochReport:
        """Validate, report, and see whether a rule fires."""
        training, theta = self.config.training, self.network.theta
        loss = self.batches.loss()
        validation_loss = self._validation.run()
        monitored = self._monitor.value(loss, validation_loss, self._validation.z)
        epoch, norm = self.epoch + 1, math.sqrt(self.gradient.dot(self.gradient))
        is_finite = math.isfinite(loss) and math.isfinite(theta.dot(theta))
        if is_finite:
            self.epoch = epoch
            self._last_finite.save(*self._moving)
            if self._monitor.defined:
                self.stopped = self._watch.observe(epoch, monitored, self.averaged_network.theta)
            self._observe_schedule(loss, monitored)
        self.seconds += perf_counter() - start
        report = EpochReport(
            epoch, loss, validation_loss, self.learning_rate, monitored, self._watch.best_epoch, norm,
            penalty(training, theta, self.update.decayed), self.seconds,
        )  # fmt: skip
        self.history.add(report)
        if not is_finite:
            self._last_finite.restore_into(*self._moving)
            self.stopped = diverged_reason(epoch, self.learning_rate, self._watch)
        elif not self.stopped:
            if self.batches.converged:
                self.stopped = converged_reason(epoch, self.batches.converged, self._watch)
            elif self._other_rules:
                self.stopped = check_other_rules(training.stopping, epoch, self.history, self._watch, self.timed)
            if not self.stopped and epoch >= training.max_epochs:
                self.stopped = finished_reason(epoch, self._watch)
        return report

    def _observe_schedule(self, loss: float, monitored: float) -> None:
        training = self.config.training
        sign = -1.0 if self._monitor.defined and higher_is_better(self._monitor.name) else 1.0
        value = sign * monitored if self._monitor.defined else loss
        training.schedule.observe(value, training.learning_rate, self._schedule_memory)

    # --- changing and asking ---------------------------------------------------------------------------------

    def retune(self, new: RunConfig) -> None:
        """Go on with other live settings. UserError that names those which need a reset."""
        fixed = [tr(p.label) for p in changed_params(self.config, new) if not p.live]
        if fixed:
            raise UserError(
                tr("{settings} cannot change during a run.", settings=", ".join(fixed)),
                hint=tr("Reset the run to apply the change."),
            )
        refuse_combination(new, self.dataset)
        old, state = self.config, self.batches.state(self.batch)
        try:
            self.config = new
            self._bind()
        except UserError:
            self.config = old
            self._bind()
            raise
        finally:
            self.batches.restore(state, self.batch)
        if type(new.training.schedule) is not type(old.training.schedule):
            self._schedule_memory[:] = 0
        if self.batch:
            self._set_rate()

    @property
    def batches_per_epoch(self) -> int:
        return self.batches.count

    @property
    def best_epoch(self) -> int:
        """The epoch with the best monitored value, 0 when nothing was watched yet."""
        return self._watch.best_epoch

    @property
    def best_value(self) -> float:
        return self._watch.best_value

    @property
    def best_theta(self) -> Array | None:
        """The parameters of the best epoch, a copy."""
        return self._watch.best_theta if self._watch.best_epoch else None

    @property
    def early_stopping_note(self) -> str:
        """Why early stopping does nothing although it is on; empty when there is nothing to say."""
        if not self.config.training.stopping.enabled or self._monitor.defined:
            return ""
        return tr("Early stopping is off: there are no validation rows to watch.")

    @property
    def blas_note(self) -> str:
        """How many threads the matrix products use, as a sentence."""
        return thread_limits.describe(
            self.blas_threads, thread_limits.is_large(self.network.sizes, self.batches.batch_rows)
        )

    def tape(self, batch: int | None = None) -> list[Op]:
        """The named operations of a batch of the epoch, counted from 0; of the next one without a number."""
        return self.batches.ops(self.batch if batch is None else batch)

    def snapshot(self) -> Snapshot:
        """With the weights to judge the run by: their average, when there is one."""
        return Snapshot(self.epoch, self.batch, self.averaged_network.theta.copy(), self.gradient.copy())

    def result_theta(self) -> Array:
        """A copy of the parameters to use: the best ones if they are to be restored, else the present ones."""
        restore = self.config.training.stopping.restore_best and self._watch.best_epoch
        return self._watch.best_theta if restore else self.averaged_network.theta.copy()

    def set_weights(self, theta: Array | Sequence[float] | float, place: int | slice = slice(None)) -> None:
        """Set all parameters, or the one at a place, as if training had led there."""
        for parameters in (self.network.theta, self.averaged_network.theta):
            parameters[place] = theta
        if self.batch == 0:
            self._last_finite.save(*self._moving)

    def state(self) -> State:
        """Everything an exact resume needs, as named arrays without pickles; "facts" is a text array of JSON."""
        return capture_state(self)

    @classmethod
    def from_state(cls, config: RunConfig, dataset: Dataset, state: State) -> Trainer:
        """The run that `state` was taken from, with the configuration and data it had. UserError when they differ."""
        trainer = cls(config, dataset)
        restore_state(trainer, state)
        return trainer
