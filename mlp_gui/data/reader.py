"""Reading turns a file into a table, with a reason in words for every file that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.data.dialect import Dialect
from mlp_gui.data.profile import profile_frame
from mlp_gui.data.table import Table


def read_table(
    path: str | Path,
    dialect: Dialect | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """The table in a file. UserError when it cannot be read; Cancelled when `cancelled()` becomes true."""
    path = Path(path)
    if not path.is_file():
        raise UserError(f"There is no file {path.name}.", f"Looked for {path}.", "Check the name and the folder.")
    head = path.open("rb").read(65536)
    first = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    separator = max(",;\t", key=first.count)
    try:
        frame = pd.read_csv(path, sep=separator, index_col=False, low_memory=False)
    except (ValueError, UnicodeDecodeError) as error:
        raise UserError(f"{path.name} is not a table of text.", str(error)) from None
    if not len(frame):
        raise UserError(f"{path.name} has names but no rows.")
    dialect = dialect or Dialect(separator=separator)
    return Table(path.name, path, frame, dialect, profile_frame(frame), first_line=2)
