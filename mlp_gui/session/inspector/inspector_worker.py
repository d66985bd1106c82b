"""Looking under the hood, in the thread of the run: a batch is traced, and weights are set, between two slices."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import Pick, PickKind, trace
from mlp_gui.session.training.worker import Worker

MAX_NUMBERS = 4_000_000  # of a trace; more are refused, because nobody reads them


@dataclass(frozen=True)
class ParameterEdit:
    """Another value for a parameter.

    Attributes
    ----------
    index : int
        In θ.
    value : float
    """

    index: int
    value: float


class InspectorWorker(QObject):
    """Lives in the worker's thread, so that it looks at the trainer only between two slices.

    Signals
    -------
    traced(int, Trace)
        With the number of the job.
    edited(ParameterEdit)
        The edit that undoes it.
    changed
        The run was changed; heard in the worker's thread, before anybody looks.
    refused(UserError)
    """

    traced = Signal(object, object)  # job number, Trace
    refused = Signal(object)  # UserError
    edited = Signal(object)  # Edit that undoes it
    changed = Signal()  # the run, in the worker's thread, before anybody looks

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self.moveToThread(worker.thread())

    @Slot(object)
    def trace(self, pick: Pick) -> None:
        """Calculate one batch on copies."""
        trainer = self._worker.trainer
        if trainer is None:
            return
        try:
            rows = trainer.batches.batch_rows if pick.kind is PickKind.NEXT else max(1, len(pick.rows))
            _refuse_endless(rows * sum(trainer.network.sizes) * 4 + trainer.network.n_parameters * 6)
            made = trace(trainer.config, trainer.dataset, trainer.state(), pick)
            self.traced.emit(self._worker.job, made)
        except UserError as error:
            self.refused.emit(error)

    @Slot(object)
    def set_weights(self, theta: tuple[float, ...]) -> None:
        """Set all weights at once, at the start of a run."""
        trainer = self._worker.trainer
        if trainer is not None and len(theta) == trainer.network.n_parameters and trainer.epoch + trainer.batch == 0:
            trainer.set_weights(theta)
            self.changed.emit()
            self._worker.report_weights()

    @Slot(object)
    def edit_parameter(self, edit: ParameterEdit) -> None:
        """Give one parameter another value."""
        trainer = self._worker.trainer
        if trainer is None:
            return
        before = float(trainer.network.theta[edit.index])
        trainer.set_weights(edit.value, edit.index)
        self.edited.emit(ParameterEdit(edit.index, before))
        self.changed.emit()
        self._worker.report_weights()


def _refuse_endless(numbers: int) -> None:
    if numbers > MAX_NUMBERS:
        raise UserError(
            tr("This batch has too many numbers to look at."),
            tr("They would be some {numbers:,}; {most:,} are shown at most.", numbers=numbers, most=MAX_NUMBERS),
            tr("Choose one row instead of the whole batch, or a smaller batch size."),
        )
