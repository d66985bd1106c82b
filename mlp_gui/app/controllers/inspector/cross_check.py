"""The button that asks another library, and the task that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.session.inspector.cross_check import LABELS, CrossCheck, available_library, cross_check
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.views.inspector.panels.check_label import CheckLabel

if TYPE_CHECKING:
    from mlp_gui.app.program import Program


class CrossCheckController(QObject):
    """Asks about one trace at a time; a new trace withdraws the question."""

    def __init__(self, program: Program, line: CheckLabel) -> None:
        super().__init__(program)
        self._line, self._library = line, available_library()
        self._trace: Trace | None = None
        self._slot = BackgroundTask(self, mark("Asking another library"))
        self._slot.succeeded.connect(self._on_answered)
        self._slot.refused.connect(self._on_refused)
        self._slot.cancelled_by_user.connect(self._on_given_up)
        self._slot.crashed.connect(self._on_crashed)
        self._slot.crashed.connect(program.show_crash)
        program.background_tasks.watch(self._slot)
        line.check_requested.connect(self._on_requested)
        if self._library is not None:
            line.show_library(LABELS[self._library])

    def set_trace(self, trace: Trace | None) -> None:
        """This trace is shown from now on; None while the run goes on or nothing is shown."""
        self._slot.cancel()
        self._trace = trace
        if self._library is None:
            return
        self._line.show_ready(None if trace is not None else tr("Stop the run to check its gradients."))

    def close(self) -> None:
        """End the thread that may be at work."""
        self._slot.close()

    @Slot()
    def _on_requested(self) -> None:
        trace, library = self._trace, self._library
        if trace is not None and library is not None:
            self._line.show_checking()
            self._slot.start(lambda progress, cancelled: cross_check(trace, library))

    @Slot(object)
    def _on_answered(self, result: CrossCheck) -> None:
        self._line.show_answer(result.sentence)

    @Slot()
    def _on_given_up(self) -> None:
        self._line.show_ready(None)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._line.show_answer(error.title)

    @Slot(str)
    def _on_crashed(self, details: str) -> None:
        self._line.show_answer(tr("The check failed."))
