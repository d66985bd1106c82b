"""What may be written to: never the table that is open, and a device or a pipe is written through, not replaced."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from weakref import WeakMethod

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr

ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_STREAMS = ("/dev/", "/proc/")  # among them what the shell has opened: /dev/stdout, /dev/fd/3
_protected: list[WeakMethod[Callable[[], Iterable[Path | None]]]] = []


def protect_files(in_use: Callable[[], Iterable[Path | None]]) -> None:
    """Let no file be written over those that a bound method names, for as long as its object lives."""
    _protected[:] = [known for known in _protected if known() is not None]
    _protected.append(WeakMethod(in_use))


def refuse_open_table(path: Path) -> None:
    """Raise a UserError when a path leads to a table that is open."""
    for known in _protected:
        in_use = known()
        for table in in_use() if in_use is not None else ():
            if table is not None and _is_same(path, table):
                raise UserError(
                    tr("{name} was not written: it is the table that is open.", name=path.name),
                    tr("The file in {folder} would have been lost.", folder=path.parent),
                    tr("Choose another name."),
                )


def _is_same(path: Path, other: Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def is_stream(path: Path) -> bool:
    """Tell whether what lies at a path takes bytes as they come: a device of characters, a pipe, an open stream.

    Raises
    ------
    OSError
        If it can be neither written through nor replaced: a disk, a socket, a file that is write-protected.
    """
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISCHR(mode) or stat.S_ISFIFO(mode):
        return True
    if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        raise OSError(errno.ENODEV, "no file")
    if not stat.S_ISREG(mode):
        return False  # a folder, which is refused by its own name
    if os.path.abspath(path).startswith(_STREAMS):
        return True
    if not mode & ANY_WRITE or not os.access(path, os.W_OK):
        raise OSError(errno.EEXIST, "write-protected")
    return False


def write_through(path: Path, data: bytes) -> None:
    """Write to a stream without replacing it.

    Parameters
    ----------
    path : Path
    data : bytes

    Raises
    ------
    OSError
        If it refuses; ENXIO from a pipe that nobody reads, on which a plain write would wait for ever.
    """
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
