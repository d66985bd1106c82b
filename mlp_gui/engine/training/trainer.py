"""The Trainer is the state of a run; walking it is training.

`for report in trainer.epochs()` trains. A step is `next(...)`, a stop is not calling it, a resume is calling it again:
7 + 43 epochs are 50 epochs, bit for bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from time import perf_counter

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import changed_params
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import describe_mistake
from mlp_gui.engine.network.tape import Op, run_calls
from mlp_gui.engine.network.thread_limits import blas_threads
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.regularization import penalty
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.engine.training.run_state import RunState
from mlp_gui.engine.training.state import State, facts_of, refuse_damaged_state
from mlp_gui.engine.training.stop_reasons import all_epochs_done, time_is_over
from mlp_gui.engine.training.validation import refuse_combination, refuse_foreign_state


class Trainer(RunState):
    """A run that can be walked: by epochs, by batches, or for some time.

    Attributes
    ----------
    timed : bool
        Whether the limit on the training time counts; in a replay it does not.
    """

    def __init__(self, config: RunConfig, dataset: Dataset) -> None:
        super().__init__(config, dataset)
        self.timed = True

    @classmethod
    def from_state(cls, config: RunConfig, dataset: Dataset, state: State) -> Trainer:
        """Create the run that a state was taken from.

        Parameters
        ----------
        config : RunConfig
        dataset : Dataset
            The configuration and the data that the run had.
        state : State

        Raises
        ------
        UserError
            If the state does not fit them.
        """
        trainer = cls(config, dataset)
        refuse_foreign_state(state, trainer.network, trainer.batches.n_rows, dataset.output_names)
        refuse_damaged_state(state, trainer.state(with_history=False))
        if facts_of(state)["batch"] >= max(trainer.batches_per_epoch, 1):
            raise UserError(tr("The saved state of the run is damaged."), tr("It stands beyond the last batch."))
        try:
            trainer.restore(state)
        # All that contents of an unexpected kind can raise: nobody has vouched for the file that they are from.
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
            raise UserError(tr("The saved state of the run is damaged."), describe_mistake(error)) from error
        return trainer

    # --- walking ---------------------------------------------------------------------------------------------

    def epochs(self) -> Iterator[EpochReport]:
        """Train until a rule fires, a report after each epoch."""
        with blas_threads(self.blas_threads):
            while self.can_go_on() is None:
                yield self._epoch(math.inf)  # type: ignore[misc]  # None only when its time is up
                if self.stopped:
                    return

    def step_epoch(self) -> EpochReport | None:
        """Train one epoch, or the rest of the one under way; None when nothing is left to do (`can_go_on` says why)."""
        with blas_threads(self.blas_threads):
            return self._epoch(math.inf) if self.can_go_on() is None else None

    def step_batch(self) -> EpochReport | None:
        """Train one batch, and return the report if it was the epoch's last one."""
        with blas_threads(self.blas_threads):
            return self._epoch(0) if self.can_go_on() is None else None

    def advance(self, seconds: float, until_epoch: int | None = None, longest: float = 0.0) -> list[EpochReport]:
        """Train for about some time, up to the border of an epoch; a long epoch is cut after a batch.

        Parameters
        ----------
        seconds : float
        until_epoch : int, optional
            Return as soon as this epoch is complete.
        longest : float
            Seconds after which an epoch is cut; 0 means 3 * seconds.

        Returns
        -------
        list of EpochReport
        """
        deadline, reports = perf_counter() + seconds, []
        with blas_threads(self.blas_threads):
            while self.can_go_on() is None:
                # Three times the slice: a short epoch that the machine interrupts is not cut.
                report = self._epoch(perf_counter() + (longest or 3 * seconds))
                if report is not None:
                    reports.append(report)
                if report is None or self.stopped or perf_counter() >= deadline or self.epoch == until_epoch:
                    break
        return reports

    def can_go_on(self) -> UserError | None:
        """Return why nothing is left to do, or None."""
        training = self.config.training
        if self.batch == 0 and self.epoch >= training.max_epochs:
            return all_epochs_done(training.max_epochs)
        limit = training.stopping.max_seconds if self.timed else None
        return time_is_over(limit) if self.stopped and limit is not None and self.seconds >= limit else None

    def _epoch(self, deadline: float) -> EpochReport | None:
        """Train batches until the epoch ends, or until the first border between batches after the deadline."""
        start, k, batches = perf_counter(), self.batch, self.batches
        with np.errstate(all="ignore"):
            if k == 0:
                self.begin_epoch()
            while k < batches.count:
                batches.run(k)
                k += 1
                if perf_counter() >= deadline and k < batches.count:
                    self.batch = k
                    self.seconds += perf_counter() - start
                    return None
            self.batch = 0
            validation_loss = self.validation.run()
            run_calls(self.closing)
            is_finite = self.is_finite
            if is_finite:
                run_calls(self.saving)
            return self.end_epoch(validation_loss, is_finite, perf_counter() - start)

    def begin_epoch(self) -> None:
        """Begin an epoch: shuffle, and ask the schedule for the learning rate."""
        if self.stopped:
            self._rules.best.epochs_waited, self.stopped = 0, None  # who goes on grants patience anew
        self._learning_rate.set_for_epoch(self.config.training, self.epoch + 1)
        self.batches.begin()

    def end_epoch(self, validation_loss: float, is_finite: bool, seconds: float) -> EpochReport:
        """Report an epoch after its last batch and what follows it, and see whether a rule fires.

        Parameters
        ----------
        validation_loss : float
            What `validation` has found.
        is_finite : bool
            As the property says; then `saving` has been run.
        seconds : float
            What the batches since the last border took, and the validation.
        """
        start = perf_counter()
        training, theta = self.config.training, self.network.theta
        loss = self.batches.loss()
        monitored = self._rules.monitored_value(loss, validation_loss, self.validation.z)
        epoch, norm = self.epoch + 1, math.sqrt(self._squares[0])
        if is_finite:
            self.epoch = epoch
            self.stopped = self._rules.observe(epoch, monitored, self.averaged_network.theta)
            self._learning_rate.observe(training, self._rules.schedule_value(loss, monitored))
        self.seconds += seconds + perf_counter() - start
        report = EpochReport(
            epoch, loss, validation_loss, self.learning_rate, monitored, self.best_epoch, norm,
            penalty(training, theta, self.update.decayed), self.seconds,
        )  # fmt: skip
        # Before the rules, which read the history; the epoch that diverged is in it too, while the weights go back.
        self.history.add(report)
        if not is_finite:
            self._last_finite.go_back()
            self.stopped = self._rules.diverged_reason(epoch, self.learning_rate)
        elif not self.stopped:
            self.stopped = self._rules.reason_to_stop(epoch, self.history, self.batches.converged, self.timed)
        return report

    # --- changing and looking --------------------------------------------------------------------------------

    def retune(self, new: RunConfig) -> None:
        """Continue with other live settings.

        Raises
        ------
        UserError
            If other settings changed; it names those that need a reset.
        """
        fixed = [tr(p.label) for p in changed_params(self.config, new) if not p.live]
        if fixed:
            raise UserError(
                tr("{settings} cannot change during a run.", settings=", ".join(fixed)),
                hint=tr("Reset the run to apply the change."),
            )
        refuse_combination(new, self.dataset)
        old, before = self.config, self.batches.state(self.batch)
        try:
            self.config = new
            self._bind()
        except UserError:
            self.config = old
            self._bind()
            raise
        # Inside an epoch the new tapes go on where the old ones were.
        finally:
            self.batches.restore(before.arrays, self.batch)
        if type(new.training.schedule) is not type(old.training.schedule):
            self._learning_rate.forget()
        # Inside an epoch the new rate counts at once. At a border the next epoch asks for it.
        if self.batch:
            self._learning_rate.set_for_epoch(new.training, self.epoch + 1)

    def tape(self, batch: int | None = None) -> list[Op]:
        """Return the named operations of a batch of the epoch, counted from 0; of the next one without a number."""
        return self.batches.ops(self.batch if batch is None else batch)
