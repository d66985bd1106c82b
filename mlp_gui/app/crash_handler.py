"""Unexpected errors: one log file, one plain dialog, and the program goes on."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

log = logging.getLogger("mlp_gui")


def log_path() -> Path:
    """Return the log file in the user's own data folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder or Path.home() / ".mlp_gui") / "mlp_gui.log"


def start_log() -> Path | None:
    """Log to the file; None when the folder cannot be written, which must not keep the program from starting."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Delayed: the file is made with the first record.
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return path


class CrashHandler(QObject):
    """Takes over sys.excepthook, where Qt sends what a slot raised.

    Signals
    -------
    crashed(str)
        The traceback, after it was written to the log.
    """

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous: Callable[..., object] = sys.excepthook
        sys.excepthook = self._on_exception

    def release(self) -> None:
        """Give sys.excepthook back."""
        sys.excepthook = self._previous

    def _on_exception(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):  # Ctrl+C in the terminal
            sys.__excepthook__(kind, error, where)
            return
        details = "".join(traceback.format_exception(kind, error, where))
        log.error("unexpected error\n%s", details)
        self.crashed.emit(details)  # from other threads as well; Qt queues it then
