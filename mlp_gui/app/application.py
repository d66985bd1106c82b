"""The Qt application: its name for the desktop, and files that the system hands to a program that is running."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

APP_ID = "mlp_gui.mlp_gui"


class Application(QApplication):
    """Takes files that the system hands over. On macOS a double-clicked file arrives as an event.

    Attributes
    ----------
    waiting : str
        The file that came before anybody listened; "" for none.

    Signals
    -------
    file_requested(str)
    """

    file_requested = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        _name_for_taskbar()  # before there is any window
        super().__init__(arguments)
        self.setApplicationName("mlp_gui")
        self.setApplicationDisplayName("mlp_gui")
        self.setDesktopFileName("mlp_gui")  # on Wayland the window's icon comes from there
        self.waiting = ""

    def event(self, event: QEvent) -> bool:
        """Take a file that is opened from outside."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.waiting = event.file()
            self.file_requested.emit(event.file())
            return True
        return super().event(event)


def _name_for_taskbar() -> None:
    """Set the name by which Windows groups windows; without it they would be Python's, with Python's icon."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
