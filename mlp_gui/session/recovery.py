"""Side copies of unsaved work, one for each running program; those that a program left behind can be recovered."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QStandardPaths

SETTINGS = "MLP_GUI_SETTINGS"


def recovery_folder() -> Path:
    """Beside the settings file when one is named, else in the user's data folder."""
    named = os.environ.get(SETTINGS)
    if named:
        return Path(named).parent / "recovery"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder or Path.home() / ".mlp_gui") / "recovery"


class Recovery:
    """The side copy of this program. A lock beside it says that the program is alive."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or recovery_folder()
        self._lock: QLockFile | None = None
        self._adopted: list[Path] = []

    def side_file(self) -> Path:
        """Where this program writes its side copy; the folder and the lock are made on first use."""
        path = self._folder / f"{os.getpid()}.mlp"
        if self._lock is None:
            with suppress(OSError):  # writing will then fail, and say why
                self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(path.with_suffix(".lock")))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return path

    def left_behind(self) -> list[Path]:
        """Side copies of programs that are not alive any more, the latest first."""
        found = []
        for path in self._folder.glob("*.mlp") if self._folder.is_dir() else ():
            lock = QLockFile(str(path.with_suffix(".lock")))
            lock.setStaleLockTime(0)
            if path.stem != str(os.getpid()) and lock.tryLock(0):
                lock.unlock()
                found.append(path)
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def adopt(self, path: Path) -> None:
        """This side copy was recovered: it goes when the work has a file of its own, or was let go."""
        self._adopted.append(path)

    def discard(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def clear(self) -> None:
        """The work is in a file of its own, or was let go: the side copy is not needed."""
        for path in self._adopted:
            self.discard(path)
        self._adopted = []
        if self._lock is not None:
            (self._folder / f"{os.getpid()}.mlp").unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None
