"""Reading a table again as its columns are now to be read; what they are for and how they are encoded is untouched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from mlp_gui.data.columns.asked_reading import GAP_WORDS
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_file, open_table
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.data.samples.catalogue import PREFIX


def asked_of(spec: DataSpec) -> dict[str, ColumnFormat]:
    """Return how a person asked to read columns: nothing for those that are read as they look."""
    plain = ColumnFormat(asked=True)
    read = (column for column in spec.columns if column.name not in spec.derived_names)
    return {column.name: form for column in read if (form := _asked(column)) != plain}


def _asked(column: ColumnSpec) -> ColumnFormat:
    return ColumnFormat(
        kind=column.read_as,
        limit="" if column.below_limit in ("auto", "limit") else column.below_limit,
        kept=GAP_WORDS if column.gap_words == "words" else (),
        merged=column.spelling == "merged",
        asked=True,
    )


def read_as_asked_for(
    table: Table,
    spec: DataSpec,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Return the table as the spec wants its columns read: itself where it was read so.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    progress, cancelled : callable, optional
        See `open_table`.

    Raises
    ------
    UserError
        If the file is gone or cannot be read any more.
    """
    asked = {name: form for name, form in asked_of(spec).items() if table.has(name)}
    if asked == dict(table.asked):
        return table
    if table.original is not None:
        again = _from_bytes(table.original, table, asked, progress, cancelled)
    else:
        source = str(table.path) if table.path is not None else PREFIX + table.name
        again = open_table(source, progress, cancelled, table.dialect, formats=asked)
    return replace(again, name=table.name, path=table.path, original=table.original).precomputed()


def _from_bytes(
    original: bytes,
    table: Table,
    asked: Mapping[str, ColumnFormat],
    progress: Callable[[float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Table:
    """Read a table that came inside a project: it has no file, and its reader wants one for as long as it reads."""
    with tempfile.TemporaryDirectory(prefix="mlp_gui-") as folder:
        path = Path(folder) / "table.csv"
        path.write_bytes(original)
        return open_file(path, table.dialect, progress, cancelled, formats=asked)


def pasted_table(
    text: str,
    name: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """Read cells that were copied, as spreadsheets copy them: lines with tabs between the cells.

    Parameters
    ----------
    text, name : str
    progress, cancelled : callable, optional
        See `open_table`.

    Returns
    -------
    Table
        Without a file, as one that came inside a project.

    Raises
    ------
    UserError
        If the cells make no table.
    """
    original = text.encode("utf-8", "replace")
    with tempfile.TemporaryDirectory(prefix="mlp_gui-") as folder:
        path = Path(folder) / name
        path.write_bytes(original)
        table = open_file(path, None, progress, cancelled)
    return replace(table, path=None, original=original)
