"""Delimited text: the reader of CSV and its relatives, plain or packed."""

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

PREVIEW_LINES = 200
LONGEST_PREVIEW_LINE = 2000


@table_readers.register("delimited_text", "Delimited text")
class DelimitedTextReader(TableReader):
    """Rows of cells in lines of text, with whatever separator. Reads what no other reader recognizes."""

    kind = mark("a CSV file")
    suffixes = (".csv", ".tsv", ".tab", ".txt", ".dat", ".gz", ".zip", ".bz2", ".xz")
    mime_types = ("text/csv", "text/tab-separated-values")
    has_dialect = True
    settings = (
        "encoding", "separator", "decimal", "thousands", "quote", "wrapped", "escape", "header", "header_lines", "skip",
        "comment", "missing", "numeric_missing", "trim", "long_rows",
    )  # fmt: skip

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first lines of a text file as they are decoded.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
            Gives the encoding; it is detected when omitted.
        """
        from mlp_gui.data.csv.byte_source import ByteSource
        from mlp_gui.data.csv.dialect_detection import detect_dialect, sample_text

        source = ByteSource(path)
        source.refuse_other_formats()
        found = detect_dialect(source).dialect
        shown = chosen.encoding if chosen is not None else found.encoding
        lines = sample_text(source, shown).split("\n", PREVIEW_LINES)[:PREVIEW_LINES]
        return FilePreview(found, shown, tuple(line[:LONGEST_PREVIEW_LINE] for line in lines))

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
