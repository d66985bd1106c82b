"""SQLite databases: a table, a view, or what a SELECT gives, is the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.core.translation import mark
from mlp_gui.data.columns.table_reader import FilePreview, TableReader, table_readers

if TYPE_CHECKING:
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


@table_readers.register("sqlite", "SQLite databases")
class SqliteReader(TableReader):
    """Databases in one file. They are opened to be read, and nothing but a SELECT is run."""

    kind = mark("an SQLite database")
    suffixes = (".sqlite", ".sqlite3", ".db")
    magic = (b"SQLite format 3\x00",)
    mime_types = ("application/vnd.sqlite3",)
    has_dialect = True
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

    def open(
        self,
        path: Path,
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a table of a database.

        Parameters
        ----------
        path : Path
        dialect, progress, cancelled, like
            See `TableReader.open`.
        """
        return self.open_as(path, {}, dialect, progress, cancelled, like)

    def open_as(
        self,
        path: Path,
        formats: Mapping[str, ColumnFormat],
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a table of a database with the columns of another table.

        Parameters
        ----------
        path : Path
        formats, dialect, progress, cancelled, like
            See `ReadsFormats.open_as`.
        """
        from mlp_gui.data.cells.database_table import read_database
        from mlp_gui.data.cells.written_cells import HowToRead

        return read_database(path, HowToRead(dialect, progress, cancelled, like, formats))
