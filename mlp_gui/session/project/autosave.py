"""Side copies of unsaved work, one for each running program; those that a program left behind can be recovered."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from time import time

from PySide6.QtCore import QLockFile, QStandardPaths, QSysInfo

SETTINGS = "MLP_GUI_SETTINGS"
_STARTED = time()  # a lock with the number of this process that is older was left by another one


def autosave_folder() -> Path:
    """Return the folder of side copies: beside the settings file when one is named, else in the user's data folder."""
    named = os.environ.get(SETTINGS)
    if named:
        return Path(named).parent / "recovery"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder or Path.home() / ".mlp_gui") / "recovery"


class AutosaveFile:
    """The side copy of this program. A lock beside it says that the program is alive."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or autosave_folder()
        self._lock: QLockFile | None = None
        self._own = self._folder / f"{os.getpid()}.mlp"  # the side copy, once there is a lock
        self._adopted: list[Path] = []

    def claim_path(self) -> Path:
        """Return where this program writes its side copy; the folder and the lock are made on first use."""
        if self._lock is None:
            with suppress(OSError):  # writing will then fail, and say why
                self._folder.mkdir(parents=True, exist_ok=True)
            self._own = self._free_path()
            self._lock = QLockFile(str(self._own.with_suffix(".lock")))
            # Age alone must not make a lock stale: by Qt's default it would after 30 s, and a program runs for hours.
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
        return self._own

    def _free_path(self) -> Path:
        """Return a path named after this process; an earlier one of the same number may have left its copy behind."""
        stem = str(os.getpid())
        names = chain([stem], (f"{stem}-{i}" for i in count(2)))
        return next(path for name in names if not (path := self._folder / f"{name}.mlp").exists())

    def find_orphans(self) -> list[Path]:
        """Return side copies of programs that are not alive any more, the latest first."""
        found = []
        for path in self._folder.glob("*.mlp") if self._folder.is_dir() else ():
            if (self._lock is None or path != self._own) and _is_free(path.with_suffix(".lock")):
                found.append(path)
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def adopt(self, path: Path) -> None:
        """Keep a side copy that was recovered until the work has a file of its own, or was given up."""
        self._adopted.append(path)

    def discard(self, path: Path) -> None:
        """Delete a side copy."""
        path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Delete the side copies of this program: the work is in a file of its own, or was given up."""
        for path in self._adopted:
            self.discard(path)
        self._adopted = []
        if self._lock is not None:
            self._own.unlink(missing_ok=True)
            self._lock.unlock()
            self._lock = None


def _is_free(lock_file: Path) -> bool:
    """Return whether no living program holds a lock."""
    lock = QLockFile(str(lock_file))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        lock.unlock()
        return True
    pid, host, _ = lock.getLockInfo()
    if (pid, host) != (os.getpid(), QSysInfo.machineHostName()) or lock_file.stat().st_mtime >= _STARTED:
        return False
    lock_file.unlink(missing_ok=True)  # of an earlier process that had the number of this one
    return True
