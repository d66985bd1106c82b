"""Parquet, Feather and Arrow: columns of one type each, read by pyarrow, which is an extra."""

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


@table_readers.register("parquet", "Parquet and Arrow")
class ParquetReader(CellsReader):
    """Tables of typed columns. They need pyarrow, which is installed by itself."""

    kind = mark("a Parquet file")
    suffixes = (".parquet", ".feather", ".arrow")
    magic = (b"PAR1", b"PARE", b"ARROW1", b"FEA1")
    mime_types = ("application/vnd.apache.parquet", "application/vnd.apache.arrow.file")
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

    def read(self, path: Path, how: HowToRead) -> Table:
        """Read a file of typed columns.

        Parameters
        ----------
        path : Path
        how : HowToRead
        """
        from mlp_gui.data.cells.arrow_table import read_arrow

        return read_arrow(path, how)
