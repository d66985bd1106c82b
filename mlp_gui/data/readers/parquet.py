"""Parquet, Feather and Arrow: columns of one type each, read by pyarrow, which is an extra."""

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


@table_readers.register("parquet", "Parquet and Arrow")
class ParquetReader(TableReader):
    """Tables of typed columns. They need pyarrow, which is installed by itself."""

    kind = mark("a Parquet file")
    suffixes = (".parquet", ".feather", ".arrow")
    magic = (b"PAR1", b"PARE", b"ARROW1", b"FEA1")
    mime_types = ("application/vnd.apache.parquet", "application/vnd.apache.arrow.file")
    has_dialect = True
    settings = ("thousands", "trim", "missing", "numeric_missing")

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first rows of a file.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
        """
        from mlp_gui.data.cells.arrow_table import preview_arrow

        return preview_arrow(path)

    def open(
        self,
        path: Path,
        dialect: Dialect | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        like: Dialect | None = None,
    ) -> Table:
        """Read a file of typed columns.

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
        """Read a file of typed columns as those of another table.

        Parameters
        ----------
        path : Path
        formats, dialect, progress, cancelled, like
            See `ReadsFormats.open_as`.
        """
        from mlp_gui.data.cells.arrow_table import read_arrow
        from mlp_gui.data.cells.written_cells import HowToRead

        return read_arrow(path, HowToRead(dialect, progress, cancelled, like, formats))
