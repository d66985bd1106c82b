"""A frame is written down as CSV, so that it is read as any table is."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.writer import exact_csv

Source = pd.DataFrame | str | Path
_WRITTEN = Dialect()  # how a frame is written down


def write_down(data: Source, folder: Path) -> tuple[str, Dialect | None]:
    """Write a frame into a folder; return where a table is, and its dialect where that is known.

    Parameters
    ----------
    data : DataFrame, str or Path
    folder : Path

    Raises
    ------
    UserError
        If two columns have one name, or there is none.
    """
    if not isinstance(data, pd.DataFrame):
        return str(data), None
    if data.columns.has_duplicates or not len(data.columns):
        raise UserError("The columns of a frame need different names.")
    path = folder / "frame.csv"
    path.write_bytes(exact_csv(data))
    return str(path), _WRITTEN
