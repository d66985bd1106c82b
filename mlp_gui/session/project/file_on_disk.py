"""The project's file as it was opened or saved here; looking whether it still is may take long on a slow disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mlp_gui.core.translation import mark
from mlp_gui.data.csv.byte_source import file_stamp
from mlp_gui.session.tasks.background_task import BackgroundTask

Stamp = tuple[int, int] | None


def stamp(path: str) -> Stamp:
    """Return what tells one state of a file from another; None when there is no such file."""
    try:
        return file_stamp(Path(path))
    except (OSError, ValueError):
        return None


class FileOnDisk(QObject):
    """Knows how a file was last seen, and looks in the background whether someone else has written it since.

    Attributes
    ----------
    stamp : tuple of int or None
        Of the file as it was opened or saved here.

    Signals
    -------
    found_unchanged(str), found_changed(str)
        What `look` has found at this path.
    """

    found_unchanged = Signal(str)
    found_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stamp: Stamp = None
        self._looker = BackgroundTask(self, mark("Looking at the project's file"))
        self._looker.succeeded.connect(self._on_seen)

    def look(self, path: str) -> None:
        """Look at a file; one of the signals follows."""
        self._looker.start(partial(_seen, path))

    def close(self) -> None:
        """End the thread."""
        self._looker.close()

    @Slot(object)
    def _on_seen(self, seen: tuple[str, Stamp]) -> None:
        path, found = seen
        (self.found_unchanged if found in (None, self.stamp) else self.found_changed).emit(path)


def _seen(path: str, progress: object, cancelled: object) -> tuple[str, Stamp]:
    return path, stamp(path)
