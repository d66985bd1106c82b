"""Where bundled files are: inside the installed package, or in `resources/` beside it in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def is_bundled(path: Path) -> bool:
    """Tell whether a file belongs to the program, as the lessons' data do: nobody opened it on purpose."""
    bases = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
    # Without a look at the disk, which may be slow: the window's thread asks.
    return any(Path(os.path.abspath(path)).is_relative_to(base) for base in bases)


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder.

    Parameters
    ----------
    *parts : str
        Its path below the folder of bundled files.

    Raises
    ------
    FileNotFoundError
        If the installation is incomplete.
    """
    for base in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the bundled file {'/'.join(parts)} is missing from this installation")
