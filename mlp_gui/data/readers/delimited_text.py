"""Delimited text: the reader of CSV and its relatives, plain or packed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mlp_gui.core.translation import mark
from mlp_gui.data.columns.table_reader import TableReader, table_readers

if TYPE_CHECKING:
    from mlp_gui.data.columns.column_format import ColumnFormat
    from mlp_gui.data.columns.dialect import Dialect
    from mlp_gui.data.columns.table import Table


@table_readers.register("delimited_text", "Delimited text")
class DelimitedTextReader(TableReader):
    """Rows of cells in lines of text, with whatever separator. Reads what no other reader recognizes."""

    kind = mark("a CSV file")
    suffixes = (".csv", ".tsv", ".tab", ".txt", ".dat", ".gz", ".zip", ".bz2", ".xz")
    mime_types = ("text/csv", "text/tab-separated-values")
    has_dialect = True

    def open(
        self,
        path: Path,
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a text file.

        Parameters
        ----------
        path : Path
        dialect, progress, cancelled, like
            See `csv.reader.read_table`.
        """
        from mlp_gui.data.csv.reader import read_table

        return read_table(path, dialect, progress, cancelled, like)

    def open_as(
        self,
        path: Path,
        formats: Mapping[str, ColumnFormat],
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a text file with the columns of another table.

        Parameters
        ----------
        path : Path
        formats, dialect, progress, cancelled, like
            See `csv.reader.read_table`.
        """
        from mlp_gui.data.csv.reader import read_table

        return read_table(path, dialect, progress, cancelled, like, formats)
