"""SQLite databases: a table, a view, or what a SELECT gives, is the table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.core.translation import mark
from mlp_gui.data.cells.cells_reader import CellsReader
from mlp_gui.data.columns.table_reader import FilePreview, table_readers

if TYPE_CHECKING:
    from mlp_gui.data.cells.written_cells import HowToRead
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


@table_readers.register("sqlite", "SQLite databases")
class SqliteReader(CellsReader):
    """Databases in one file. They are opened to be read, and nothing but a SELECT is run."""

    kind = mark("an SQLite database")
    suffixes = (".sqlite", ".sqlite3", ".db")
    magic = (b"SQLite format 3\x00",)
    mime_types = ("application/vnd.sqlite3",)
    settings = ("sheet", "query", "thousands", "trim", "first_columns", "missing", "numeric_missing")

    def parts(self, path: Path) -> tuple[str, ...]:
        """Return the names of the tables and views."""
        from mlp_gui.data.cells.database import Database

        with Database(path) as database:
            return database.tables

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first rows of a table or query.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
        """
        from mlp_gui.data.cells.database_table import preview_database

        return preview_database(path, chosen)

    def read(self, path: Path, how: HowToRead) -> Table:
        """Read a table of a database.

        Parameters
        ----------
        path : Path
        how : HowToRead
        """
        from mlp_gui.data.cells.database_table import read_database

        return read_database(path, how)
