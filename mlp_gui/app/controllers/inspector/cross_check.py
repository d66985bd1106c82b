"""The button that asks another library about a trace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.session.inspector.cross_check import CrossCheck
from mlp_gui.session.inspector.cross_checker import CrossChecker
from mlp_gui.views.inspector.panels.check_label import CheckLabel


class CrossCheckController(QObject):
    """Asks about one trace at a time; a new trace withdraws the question."""

    def __init__(self, checker: CrossChecker, line: CheckLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._checker, self._line = checker, line
        self._trace: Trace | None = None
        checker.checked.connect(self._on_checked)
        checker.refused.connect(self._on_refused)
        checker.cancelled_by_user.connect(self._on_given_up)
        checker.crashed.connect(self._on_crashed)
        line.check_requested.connect(self._on_requested)
        if checker.library is not None:
            line.show_library(checker.label)

    def set_trace(self, trace: Trace | None) -> None:
        """Offer to check a trace from now on; None while the run goes on or nothing is shown."""
        self._checker.cancel()  # its answer would be about the former trace
        self._trace = trace
        if self._checker.library is None:
            return
        self._line.show_ready(None if trace is not None else tr("Stop the run to check its gradients."))

    @Slot()
    def _on_requested(self) -> None:
        if self._trace is not None and self._checker.library is not None:
            self._line.show_checking()
            self._checker.check(self._trace)

    @Slot(object)
    def _on_checked(self, result: CrossCheck) -> None:
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
