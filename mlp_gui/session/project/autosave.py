"""Side copies of unsaved work, one for each running program; those that a program left behind can be recovered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count, islice
from pathlib import Path

from PySide6.QtCore import QLockFile

from mlp_gui.export.common.temporary_file import remove_abandoned
from mlp_gui.session.settings.data_folder import data_folder

MOST_NAMES = 100  # that are tried before a folder is taken for one in which nothing can be written
_numbers = count(1)  # of the side copies of this process; a path that was cleared may still be written for a moment


def autosave_folder() -> Path:
    """Return the folder of side copies: beside the settings file when one is named, else in the user's data folder."""
    return data_folder() / "recovery"


def kept_when(path: Path) -> str:
    """Return when a side copy was kept, in local time; "" when it is gone, or its time is in no calendar."""
    try:
        return describe_moment(path.stat().st_mtime)
    except OSError:
        return ""


def describe_moment(seconds: float) -> str:
    """Return a moment in local time; "" for one that no calendar has, as a broken clock or a foreign disk gives it.

    Parameters
    ----------
    seconds : float
        Since 1970.
    """
    try:
        return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):  # Windows' clock begins in 1970
        return ""


class AutosaveFile:
    """The side copy of this program. A lock beside it says that the program is alive.

    The operating system takes the lock from a program that dies. So it does not matter what the machine was called
    then, nor which process has the number of that program now.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or autosave_folder()
        self._own: Path | None = None
        self._locks: dict[Path, QLockFile] = {}  # of every side copy that belongs to this program
        self._adopted: list[Path] = []

    def claim_path(self) -> Path:
        """Return where this program writes its side copy; the folder and the lock are made on first use."""
        if self._own is None or self._own not in self._locks:
            with suppress(OSError):  # writing will then fail, and say why
                self._folder.mkdir(parents=True, exist_ok=True)
            free = (path for path in self._names() if not path.exists() and self._hold(path))
            self._own = next(free, self._folder / f"{os.getpid()}.mlp")
        return self._own

    def _names(self) -> Iterator[Path]:
        """Names after this process; an earlier one of the same number may have left its copy, or another machine's."""
        stem = str(os.getpid())
        numbers = islice(_numbers, MOST_NAMES)
        return (self._folder / (f"{stem}.mlp" if n == 1 else f"{stem}-{n}.mlp") for n in numbers)

    def find_orphans(self) -> list[Path]:
        """Return side copies of programs that are not alive any more, the latest first.

        What killed programs have left there besides, locks without a copy and half-written copies, is removed.
        """
        remove_abandoned(self._folder)
        found: dict[Path, float] = {}
        for lock_file in self._folder.glob("*.lock"):
            if not lock_file.with_suffix(".mlp").exists():
                _release(_lock(lock_file))
        for path in self._folder.glob("*.mlp"):
            if path not in self._locks and path != self._own:
                lock = _lock(path.with_suffix(".lock"))
                with suppress(OSError):  # it has gone meanwhile
                    if lock is not None:
                        found[path] = path.stat().st_mtime
                _release(lock)
        return sorted(found, key=found.__getitem__, reverse=True)

    def hold(self, path: Path) -> bool:
        """Make a side copy that was left behind this program's own; False when another one has it or it is gone."""
        return self._hold(path) and path.exists()

    def put_back(self, path: Path) -> None:
        """Leave a side copy to whoever starts next."""
        _release(self._locks.pop(path, None))

    def adopt(self, path: Path) -> None:
        """Keep a side copy that was recovered until the work has a file of its own, or was given up."""
        if self._own is None and self._hold(path):
            self._own = path  # the next copy of the same work takes its place
        else:
            self._adopted.append(path)

    def discard(self, path: Path) -> bool:
        """Delete a side copy; False when it belongs to another program by now."""
        if not self._hold(path):
            return False
        path.unlink(missing_ok=True)
        self.put_back(path)
        return True

    def clear(self) -> None:
        """Delete the side copies of this program: the work is in a file of its own, or was given up."""
        own = [] if self._own is None else [self._own]
        for path in (*self._adopted, *own):
            self.discard(path)
        self._adopted, self._own = [], None

    def leave(self) -> None:
        """Leave the side copies to the next start, as the program ends with work that nobody has saved."""
        for lock in self._locks.values():
            _release(lock)
        self._locks, self._adopted, self._own = {}, [], None

    def _hold(self, path: Path) -> bool:
        if path not in self._locks:
            lock = _lock(path.with_suffix(".lock"))
            if lock is None:
                return False
            self._locks[path] = lock
        return True


def _lock(lock_file: Path) -> QLockFile | None:
    """Take a lock unless a living program has it; None when one has, or when nothing can be written there."""
    lock = QLockFile(str(lock_file))
    # Age alone must not make a lock stale: by Qt's default it would after 30 s, and a program runs for hours.
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    # Qt goes by the numbers and names in the file, which another process or machine may have by now. Removing it is
    # refused by the system as long as its program lives.
    return lock if lock.removeStaleLockFile() and lock.tryLock(0) else None


def _release(lock: QLockFile | None) -> None:
    if lock is not None:
        lock.unlock()
