"""The temporary file that becomes a saved one: its writer holds a lock, by which those of killed programs are told."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows, where nobody can delete a file that somebody writes
    fcntl = None

PREFIX, SUFFIX = ".mlp_gui-", ".tmp"
NEW = (
    0o666  # the system takes away what the process gives to nobody: no need to read the mask, which means to change it
)
# What file systems of phones, shares and desktops (FUSE, WebDAV, SMB) answer to a call that they do not know.
_UNKNOWN_THERE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY}
_CREATE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def create_beside(target: Path) -> tuple[int, str]:
    """Create and lock a temporary file in the folder of a target, with the target's mode if it exists.

    Parameters
    ----------
    target : Path

    Returns
    -------
    handle : int
    path : str

    Raises
    ------
    OSError
        If the folder refuses it, or the target is a folder.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    # In the same folder, because a rename is atomic only within one file system.
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    path = str(target.parent / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}")
    handle = os.open(path, _CREATE, NEW if mode is None else mode)
    _lock(handle)
    if mode is not None and os.fstat(handle).st_mode & 0o777 != mode:
        # Shares that keep no modes refuse this. The file then lets nobody do more than the one before did.
        with suppress(OSError):
            os.chmod(path, mode)
    return handle, path


def flush_to_disk(handle: int) -> None:
    """Wait until a file is on the disk, where the file system can say so."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN_THERE:
            raise


def remove_abandoned(folder: Path) -> None:
    """Delete the temporary files that killed programs have left in a folder; those being written are left alone."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX):
                with suppress(OSError):
                    _remove_unless_locked(entry.path)


def _remove_unless_locked(path: str) -> None:
    if fcntl is None:
        os.unlink(path)
        return
    # A link, a device or a pipe of that name is not ours.
    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    """Hold a file until it is closed or its program dies; without waiting, and where there are no locks not at all."""
    if fcntl is not None:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
