"""Asks another library about a trace, in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mlp_gui.core.translation import mark
from mlp_gui.engine.tracing.trace import Trace
from mlp_gui.session.inspector.cross_check import LABELS, available_library, cross_check
from mlp_gui.session.tasks.background_task import BackgroundTask


class CrossChecker(QObject):
    """Checks one trace at a time.

    Attributes
    ----------
    library : str or None
        The library that is asked; None where none is installed.

    Signals
    -------
    checked(CrossCheck), refused(UserError), cancelled_by_user, crashed(str)
    """

    checked = Signal(object)
    refused = Signal(object)
    cancelled_by_user = Signal()
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = available_library()
        self._task = BackgroundTask(self, mark("Asking another library"))
        self._task.succeeded.connect(self.checked)
        self._task.refused.connect(self.refused)
        self._task.cancelled_by_user.connect(self.cancelled_by_user)
        self._task.crashed.connect(self.crashed)

    @property
    def label(self) -> str:
        """The library's name for people; "" where none is installed."""
        return LABELS[self.library] if self.library is not None else ""

    def check(self, trace: Trace) -> None:
        """Check a trace; `checked`, `refused` or `crashed` follows."""
        library = self.library
        if library is not None:
            self._task.start(lambda progress, cancelled: cross_check(trace, library))

    def cancel(self) -> None:
        """Withdraw the question."""
        self._task.cancel()

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()
