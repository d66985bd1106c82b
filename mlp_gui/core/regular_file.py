"""What can be read from its start to its end: pipes and devices wait for ever, or never end."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr

MOST_SETTINGS = 1 << 24  # bytes; a spec of ten thousand columns takes a fifth of it


def is_regular_file(path: str | Path) -> bool:
    """Tell whether a path leads to a file; opening anything else may block."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def read_settings_text(path: str | Path) -> str:
    """Read a small text file, with or without a byte order mark.

    Raises
    ------
    UserError
        If it is no file: a pipe waits for ever.
    OSError, ValueError
        If it cannot be opened, is no UTF-8, or larger than anybody writes settings.
    """
    if os.path.exists(path):
        refuse_other_than_file(path)
    with open(path, "rb") as file:
        data = file.read(MOST_SETTINGS + 1)
    if len(data) > MOST_SETTINGS:
        raise ValueError(f"It has more than {MOST_SETTINGS:,} bytes")
    return data.decode("utf-8-sig")


def refuse_other_than_file(path: str | Path) -> None:
    """Check that there is a file, before anything is opened.

    Raises
    ------
    UserError
        If there is none, or a folder, a pipe or a device of that name.
    """
    name = Path(path).name[:80]
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        shown = str(path) if len(str(path)) <= 200 else f"{str(path)[:199]}…"
        raise UserError(tr("There is no file {path}.", path=shown), hint=tr("Check the name and the folder.")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(tr("{name} cannot be read.", name=name), f"{reason}.", tr("Check the name.")) from None
    if stat.S_ISDIR(mode):
        raise UserError(tr("{name} is a folder.", name=name), hint=tr("Choose a file in it."))
    if not stat.S_ISREG(mode):
        raise UserError(
            tr("{name} is a pipe or a device, not a file.", name=name),
            hint=tr("Write what it holds to a file, and open that."),
        )
