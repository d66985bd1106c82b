"""A table of a database, or what a query gives, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.cells.database import Database
from mlp_gui.data.cells.written_cells import HowToRead, NamedCells, first_part, preview_lines, read_cells
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import FilePreview

_UNKNOWN = 100_000  # rows of a query, to tell the progress by


@dataclass(frozen=True)
class ChosenRows:
    """Which rows of a database are the table: a table or view, or a query."""

    table: str
    query: str


def read_database(path: Path, how: HowToRead) -> Table:
    """Read the table or the query that a dialect names, else the first table with rows.

    Parameters
    ----------
    path : Path
    how : HowToRead

    Raises
    ------
    UserError
        If the database cannot be read, or there is no such table or no row in it.
    """
    with Database(path) as database:
        chosen = _chosen(database, how.dialect, how.like)
        names, rows = database.select(chosen.table, chosen.query)
        total = database.count(chosen.table) if chosen.table else 0
        cells = NamedCells(names, _told(rows, total, first_part(how.progress)))
        table = read_cells(path, cells.rows(), cells.numbers, how, named=True)
        tables = database.tables
    assert table.dialect is not None
    others = [name for name in tables if name != chosen.table]
    said: tuple[str, ...] = ()
    if chosen.table and others:
        which = tr(
            "The table {table} was read; there are also {names}.", table=chosen.table, names=join_names(others, 6)
        )
        said = (which,)
    if cells.blobs:
        said += (_blobs(cells.blobs),)
    dialect = table.dialect.replace(sheet=chosen.table, query=chosen.query)
    return replace(table, dialect=dialect, warnings=(*said, *table.warnings))


def preview_database(path: Path, chosen: Dialect | None) -> FilePreview:
    """Return the first rows of a table or query as text.

    Parameters
    ----------
    path : Path
    chosen : Dialect or None
        Names the table or the query.
    """
    with Database(path) as database:
        wanted = _chosen(database, None, chosen) if chosen is None or not chosen.query else ChosenRows("", chosen.query)
        names, rows = database.select(wanted.table, wanted.query)
        lines = preview_lines([names, *islice(rows, 200)])
        return FilePreview(Dialect(sheet=wanted.table, query=wanted.query), "utf-8", lines, database.tables)


def _chosen(database: Database, dialect: Dialect | None, like: Dialect | None) -> ChosenRows:
    wanted = dialect or like
    if wanted is not None and wanted.query:
        return ChosenRows("", wanted.query)
    name = wanted.sheet if wanted is not None else ""
    if name in database.tables:
        return ChosenRows(name, "")
    if dialect is not None and name:
        raise UserError(
            tr("{name} has no table {table}.", name=database.path.name, table=name),
            hint=tr("Its tables: {names}.", names=join_names(database.tables, 12)),
        )
    for table in database.tables:
        if next(database.select(table)[1], None) is not None:
            return ChosenRows(table, "")
    raise UserError(tr("{name} has no table with rows.", name=database.path.name), hint=tr("Choose another file."))


def _told(rows: Iterator[Sequence[Any]], total: int, progress: Callable[[float], None]) -> Iterator[Sequence[Any]]:
    for k, row in enumerate(rows):
        if not k % 1000:
            progress(k / total if total else k / (k + _UNKNOWN))
        yield row


def _blobs(n: int) -> str:
    return tr_n("{n:,} cell of bytes counts as missing.", "{n:,} cells of bytes count as missing.", n)
