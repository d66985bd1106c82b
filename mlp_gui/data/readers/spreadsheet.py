"""Workbooks of spreadsheet programs: a range of one of their sheets is the table."""

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


@table_readers.register("spreadsheet", "Spreadsheets")
class SpreadsheetReader(CellsReader):
    """Workbooks of Excel, LibreOffice and others. Cells count by their types; formulas count as their last results."""

    kind = mark("a spreadsheet")
    suffixes = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
    mime_types = (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/vnd.oasis.opendocument.spreadsheet",
    )
    settings = (
        "sheet", "cells", "header", "header_lines", "skip", "comment", "first_columns", "thousands", "trim", "missing",
        "numeric_missing",
    )  # fmt: skip

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Tell from its bytes whether a file is a workbook.

        Parameters
        ----------
        path : Path
        head : bytes
        """
        from mlp_gui.data.cells.workbook import is_workbook

        return is_workbook(path, head)

    def parts(self, path: Path) -> tuple[str, ...]:
        """Return the names of the sheets."""
        from mlp_gui.data.cells.workbook import Workbook

        with Workbook(path) as book:
            return book.sheets

    def preview(self, path: Path, chosen: Dialect | None = None) -> FilePreview:
        """Return the first rows of a sheet.

        Parameters
        ----------
        path : Path
        chosen : Dialect, optional
        """
        from mlp_gui.data.cells.sheet_table import preview_sheet

        return preview_sheet(path, chosen)

    def read(self, path: Path, how: HowToRead) -> Table:
        """Read a sheet of a workbook.

        Parameters
        ----------
        path : Path
        how : HowToRead
        """
        from mlp_gui.data.cells.sheet_table import read_sheet

        return read_sheet(path, how)
