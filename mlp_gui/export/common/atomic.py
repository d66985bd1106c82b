"""Writing a file so that a failure at any moment leaves the old file byte for byte."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.visible_text import visible
from mlp_gui.export.common.targets import is_stream, refuse_open_table, write_through
from mlp_gui.export.common.temporary_file import create_beside, flush_to_disk, remove_abandoned

# Devices on Windows, whatever suffix follows.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(1, 10))}
MAX_LETTERS = 80


def file_stem(text: str, otherwise: str = "network") -> str:
    """Turn a text into the name of a file, without a suffix.

    Parameters
    ----------
    text : str
        Letters, digits, blanks and ._-() of it are kept; everything else becomes an underscore.
    otherwise : str
        The name when nothing is left, or when Windows has reserved what is left.

    Returns
    -------
    str
        At most MAX_LETTERS letters.
    """
    stem = re.sub(r"[^\w .()\-]+", "_", text)[:MAX_LETTERS].strip(" ._-")
    if not stem or stem.split(".")[0].lower() in _RESERVED:
        return otherwise
    return stem


_REASONS = {
    errno.ENOSPC: (mark("the disk is full"), mark("Free some space or choose another folder.")),
    errno.EDQUOT: (mark("your disk quota is used up"), mark("Free some space or choose another folder.")),
    errno.EFBIG: (mark("the file would be larger than is allowed here"), mark("Choose another folder.")),
    errno.EACCES: (mark("you may not write there"), mark("Choose another folder.")),
    errno.EPERM: (mark("you may not write there"), mark("Choose another folder.")),
    errno.EROFS: (mark("that disk is read-only"), mark("Choose another folder.")),
    errno.ENOENT: (mark("the folder does not exist"), mark("Choose another folder.")),
    errno.ENOTDIR: (mark("part of the path is not a folder"), mark("Choose another folder.")),
    errno.EISDIR: (mark("there is a folder of that name"), mark("Choose another name.")),
    errno.EEXIST: (mark("the file there is write-protected"), mark("Allow writing to it, or choose another name.")),
    errno.ENODEV: (mark("something other than a file is there"), mark("Choose another place.")),
    errno.ENXIO: (mark("nobody reads from that pipe"), mark("Start what reads it, or choose another place.")),
    errno.EPIPE: (mark("nobody reads from that pipe"), mark("Start what reads it, or choose another place.")),
    errno.ENAMETOOLONG: (mark("the name is too long"), mark("Choose a shorter name.")),
}


# Each thread has its own value: cancelling one task does not stop what another one writes.
_cancelled: ContextVar[Callable[[], bool]] = ContextVar("cancelled", default=lambda: False)


@contextmanager
def cancellable(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Let whatever is written inside be withdrawn until the new file takes the old one's place.

    Cancelled is raised then, and the old file is as it was.
    """
    token = _cancelled.set(cancelled)
    try:
        yield
    finally:
        _cancelled.reset(token)


def write_atomic(path: str | Path, data: bytes) -> None:
    """Write data to a temporary file in the same folder, flush it to the disk, then replace `path`.

    Parameters
    ----------
    path : str or Path
        A link stays a link: the file that it points to is replaced. A device or a pipe is written to as it is.
    data : bytes

    Raises
    ------
    UserError
        If the file cannot be written, is write-protected or is the open table; it says why, and the file that was
        there before is unchanged.
    Cancelled
        If the caller of `cancellable` withdrew it; here too the old file is unchanged.
    """
    try:
        refuse_open_table(Path(path))
        if is_stream(Path(path)):
            _raise_if_cancelled()
            write_through(Path(path), data)
            return
        # Where a link leads: the file is replaced, and the link goes on pointing to it.
        _write(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise _refusal(Path(path), error) from error


def _raise_if_cancelled() -> None:
    if _cancelled.get()():
        raise Cancelled


def refuse_unwritable(path: str | Path) -> None:
    """Raise the UserError of `write_atomic` while there is nothing to lose yet: before a long training."""
    try:
        refuse_open_table(Path(path))
        if is_stream(Path(path)):
            return
        handle, temporary = create_beside(Path(os.path.realpath(path)))
        os.close(handle)
        os.unlink(temporary)
    except (OSError, ValueError) as error:
        raise _refusal(Path(path), error) from error


def _refusal(path: Path, error: OSError | ValueError) -> UserError:
    reason, hint = _REASONS.get(getattr(error, "errno", None) or 0, (str(error), mark("Choose another place.")))
    return UserError(
        tr("{name} was not written: {reason}.", name=path.name[:80], reason=tr(reason)),
        tr("Folder: {folder}.", folder=visible(str(path.parent), 200)),
        tr(hint),
    )


def _write(target: Path, data: bytes) -> None:
    for last in (False, False, True):
        temporary = _written_beside(target, data)
        try:
            # The last moment at which the old file is still there.
            _raise_if_cancelled()
            os.replace(temporary, target)
            break
        except FileNotFoundError:
            # Unlocked since its closing (on which shares upload), it was taken for one that a killed program left.
            if last or not target.parent.is_dir():
                raise
        except BaseException:
            _remove(temporary)
            raise
    _sync_folder(target.parent)
    remove_abandoned(target.parent)


def _written_beside(target: Path, data: bytes) -> str:
    """Write a temporary file beside the target to the disk; return its path."""
    handle, temporary = create_beside(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            flush_to_disk(file.fileno())  # before the rename, or a crash could leave the new name without its contents
    # Whatever it was, also Ctrl+C: no temporary file stays behind.
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows cannot open folders and needs no such call."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
