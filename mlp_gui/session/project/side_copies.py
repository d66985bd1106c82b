"""When unsaved work is copied aside, and what becomes of the copy."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.session.project.autosave import AutosaveFile
from mlp_gui.session.tasks.background_task import BackgroundTask

Write = Callable[[str, Callable[[float], None], Callable[[], bool]], object]  # to a path, in a task
AUTOSAVE_MS = 60_000
log = logging.getLogger("mlp_gui")


class SideCopies(QObject):
    """Writes one side copy after the other. One that fails is said once; the next may well succeed.

    Attributes
    ----------
    file : AutosaveFile

    Signals
    -------
    due
        It is time for a copy.
    written
        A copy is complete.
    refused(UserError), crashed(str)
        The first failure since the last copy that succeeded.
    """

    due = Signal()
    written = Signal()
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, file: AutosaveFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._held: tuple[Any, ...] = ()  # what the side copy holds
        self._has_failed = False
        self._task = BackgroundTask(self)
        self._task.succeeded.connect(self._on_written)
        self._task.refused.connect(self._on_refused)
        self._task.crashed.connect(self._on_crashed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.due)
        self._timer.start(AUTOSAVE_MS)

    def set_interval(self, seconds: int) -> None:
        """Set after how many seconds unsaved work is copied aside."""
        self._timer.setInterval(1000 * seconds)

    def need(self, place: tuple[Any, ...]) -> bool:
        """Return whether work that stands at this place is to be copied, and can be now."""
        return place != self._held and not self._task.busy and self._timer.isActive()

    def begin(self, place: tuple[Any, ...], write: Write) -> None:
        """Write a copy in the background; a later one waits for it.

        Parameters
        ----------
        place : tuple
            Tells what the copy holds from what it would hold later.
        write : callable
        """
        self._held = place
        self._task.start(partial(_write_unless_given_up, write, str(self.file.claim_path())))

    def give_up(self) -> None:
        """Remove the copy, also one that is being written: the work is in a file of its own, or was discarded."""
        self._task.cancel()
        self.file.clear()
        self._held = ()

    def finish(self) -> None:
        """Wait for the copy that is being written; no other one follows by itself."""
        self._timer.stop()
        self._task.finish()
        self._task.close()

    def leave(self, write: Write | None) -> None:
        """Leave a copy of unsaved work to the next start, as the program ends.

        Parameters
        ----------
        write : callable or None
            Writes the work as it is now; without it, or when it fails, the copy before it stays.
        """
        try:
            if write is not None:
                write(str(self.file.claim_path()), lambda share: None, lambda: False)
        except Exception:  # nobody is there any more to be told
            log.exception("unsaved work was not copied aside at the end")
        self.file.leave()

    @Slot()
    def _on_written(self) -> None:
        self._has_failed = False
        self.written.emit()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        """Say it once; a disk that cannot be written would otherwise be complained of every minute."""
        if self._is_first_failure():
            said = (
                tr("Unsaved work is not being copied aside."),
                str(error),
                tr("Save the project yourself now and then."),
            )
            self.refused.emit(UserError(*said))

    @Slot(str)
    def _on_crashed(self, details: str) -> None:
        """Say it once, too."""
        if self._is_first_failure():
            self.crashed.emit(details)

    def _is_first_failure(self) -> bool:
        self._held = ()  # so that it is tried again
        had_failed, self._has_failed = self._has_failed, True
        return not had_failed


def _write_unless_given_up(
    write: Write, path: str, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> None:
    """Write a copy. Who gives it up withdraws the task first and removes the file then, so one of both finds it."""
    write(path, progress, cancelled)
    if cancelled():
        with suppress(OSError):
            Path(path).unlink()
