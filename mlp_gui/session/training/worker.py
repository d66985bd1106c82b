"""The worker owns the Trainer and lives in its own thread. It has no loop and no flags: each command is one slice.

The run (GUI thread) asks for the next slice only when it has dealt with the last one and painted, if a frame was due.
So a stop is not asking again, no queue can fill up, and the two threads take turns with the interpreter.
"""

from __future__ import annotations

import traceback
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError, memory_refusal
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import EpochReport, Snapshot
from mlp_gui.engine.training.state import facts_of, refuse_damaged_state
from mlp_gui.engine.training.timeline import position_of
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.run_past import LinePast
from mlp_gui.session.training.worker_messages import Job, RunFacts, SliceRequest, TrainingProgress

EVERY = 128  # epochs until only every second one leaves a copy, twice as many until every fourth, and so on
MAX_PARAMETERS = 200_000  # of larger networks the copies would cost more than they show


def next_snapshot_epoch(epoch: int) -> int:
    """Return the next epoch after this one that leaves a copy of the weights."""
    stride = 1
    while epoch >= EVERY * stride:
        stride *= 2
    return (epoch // stride + 1) * stride


def advance_with_snapshots(
    trainer: Trainer, seconds: float, until_epoch: int | None
) -> tuple[list[EpochReport], list[Snapshot]]:
    """Advance the trainer by one slice and copy its weights after selected epochs.

    The trained numbers equal those of one call of `Trainer.advance`. Networks with more than MAX_PARAMETERS weights
    are not copied.

    Parameters
    ----------
    trainer : Trainer
    seconds : float
        Length of the slice.
    until_epoch : int or None
        Where to stop at the latest.

    Returns
    -------
    reports : list of EpochReport
    snapshots : list of Snapshot
    """
    if trainer.network.n_parameters > MAX_PARAMETERS:
        return trainer.advance(seconds, until_epoch), []
    end, reports, trail = perf_counter() + seconds, [], []
    while True:
        stop = next_snapshot_epoch(trainer.epoch)
        left = max(0.0005, end - perf_counter())
        found = trainer.advance(left, stop if until_epoch is None else min(stop, until_epoch), 3 * seconds)
        reports += found
        if found and trainer.epoch == stop and trainer.batch == 0:
            trail.append(trainer.snapshot())
        finished = trainer.epoch == until_epoch or trainer.stopped is not None or trainer.can_go_on() is not None
        if not found or finished or perf_counter() >= end:
            return reports, trail


class Worker(QObject):
    """Executes commands in the order in which they arrive; answers each with one signal.

    Attributes
    ----------
    trainer : Trainer or None
        Only for objects that live in the same thread.
    job : int
        Number of the job.
    past : LinePast or None
        What the time line of the job begins with.

    Signals
    -------
    built(RunFacts, TrainingProgress)
    advanced(TrainingProgress), retuned(TrainingProgress)
    checkpointed(int, State)
        With the number of the job.
    refused(UserError), crashed(int, str)
    """

    built = Signal(object, object)  # RunFacts, TrainingProgress
    advanced = Signal(object)  # Progress
    retuned = Signal(object)  # Progress
    checkpointed = Signal(object, object)  # job number, State
    refused = Signal(object)  # UserError
    crashed = Signal(object, str)  # job number, traceback

    def __init__(self) -> None:
        super().__init__()
        self.trainer: Trainer | None = None
        self.job = 0
        self.past: LinePast | None = None

    @Slot(object)
    def build(self, job: Job) -> None:
        """Make a trainer for a job."""
        # None first: if building fails, no older trainer may answer to the new number.
        self.job, self.trainer, self.past = job.number, None, None
        with _Guard(self):
            trainer = _trainer_for(job)
            self.past = _past_for(job, trainer)
            line = None if self.past is None else self.past.line
            history = trainer.history if line is None or line.end.epoch <= trainer.epoch else line.history
            network, notes = trainer.network, (trainer.early_stopping_note, trainer.blas_note)
            said = tuple(note for note in notes if note)
            facts = RunFacts(
                job.number,
                network.sizes,
                network.n_parameters,
                trainer.batches_per_epoch,
                said,
                history.shared(),
            )
            self.trainer = trainer
            self.built.emit(facts, self.current_progress(trainer))

    @Slot(object)
    def advance(self, command: SliceRequest) -> None:
        """Train one slice."""
        trainer = self.trainer
        if trainer is None or command.job != self.job:
            return
        with _Guard(self):
            start = perf_counter()
            trail: list[Snapshot] = []
            if command.one_batch:
                report = trainer.step_batch()
                reports = [] if report is None else [report]
            else:
                reports, trail = advance_with_snapshots(trainer, command.seconds, command.until_epoch)
            look = command.with_weights or command.one_batch or trainer.epoch == command.until_epoch
            self.advanced.emit(self._progress(trainer, reports, perf_counter() - start, look, tuple(trail)))

    @Slot(object)
    def retune(self, config: RunConfig) -> None:
        """Change live settings."""
        if self.trainer is not None:
            with _Guard(self):
                self.trainer.retune(config)
                self.retuned.emit(self.current_progress(self.trainer))

    @Slot()
    def reset(self) -> None:
        """Reset to the same initial weights."""
        if self.trainer is not None:
            with _Guard(self):
                self.trainer.reset()
                self.retuned.emit(self.current_progress(self.trainer))

    @Slot()
    def report_weights(self) -> None:
        """Report the run as it stands."""
        if self.trainer is not None:
            with _Guard(self):
                self.retuned.emit(self.current_progress(self.trainer))

    @Slot()
    def checkpoint(self) -> None:
        """Send a copy of the whole state."""
        if self.trainer is not None:
            with _Guard(self):
                self.checkpointed.emit(self.job, self.trainer.state())

    def current_progress(self, trainer: Trainer) -> TrainingProgress:
        """Return the run as it stands, with its weights."""
        return self._progress(trainer, [], 0.0, look=True)

    def _progress(
        self,
        trainer: Trainer,
        reports: list[EpochReport],
        seconds: float,
        look: bool,
        trail: tuple[Snapshot, ...] = (),
    ) -> TrainingProgress:
        look = look or trainer.stopped is not None
        obstacle = trainer.can_go_on()
        return TrainingProgress(
            job=self.job,
            reports=reports,
            history=trainer.history.shared(),
            epoch=trainer.epoch,
            batch=trainer.batch,
            seconds=seconds,
            stopped=trainer.stopped,
            refusal="" if obstacle is None else str(obstacle),
            best_epoch=trainer.best_epoch,
            best_value=trainer.best_value,
            snapshot=trainer.snapshot() if look else None,
            best=_best(trainer) if look else None,
            snapshots=trail,
            patience_start=trainer.patience_start,
        )


def _trainer_for(job: Job) -> Trainer:
    try:
        if job.state is not None:
            return Trainer.from_state(job.config, job.dataset, job.state)
        return Trainer(job.config, job.dataset)
    except MemoryError as error:
        raise memory_refusal() from error


def _past_for(job: Job, trainer: Trainer) -> LinePast | None:
    """Return the past of a job, if it is one of such a run; nobody has vouched for the file that it may be from."""
    past = job.past
    if past is None or past.line.start > position_of(trainer):
        return None
    begun = {name: a for name, a in trainer.state(with_history=False).items() if not name.startswith("batch_block")}
    for line in (past.line, *(branch.line for branch in past.branches)):
        for moment in line.checkpoints:
            facts_of(moment.state)
            refuse_damaged_state(moment.state, begun)
    return past


def _best(trainer: Trainer) -> Snapshot | None:
    """Return the best weights so far. Their gradient was not kept."""
    theta = trainer.best_theta
    return None if theta is None else Snapshot(trainer.best_epoch, 0, theta, np.zeros_like(theta))


class _Guard:
    """Turns any exception of a command into a signal: in a thread, Qt would only print it."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> bool:
        if isinstance(error, UserError):
            self._worker.refused.emit(error)
        elif isinstance(error, Exception):
            self._worker.crashed.emit(self._worker.job, "".join(traceback.format_exception(error)))
        return isinstance(error, Exception)
