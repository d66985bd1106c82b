"""One table of typed cells, written by libraries that have nothing to do with the program's readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

Rows = Sequence[Sequence[Any]]


def write_xlsx(path: Path, sheets: dict[str, Rows], at: tuple[int, int] = (0, 0), hidden: Sequence[str] = ()) -> None:
    """Write a workbook whose tables begin at a row and a column, counted from 0."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(at[0] + i, at[1] + j, cell)


def write_openpyxl(path: Path, sheets: dict[str, Rows]) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl writes the workbook, and is not installed")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)


def write_xls(path: Path, sheets: dict[str, Rows]) -> None:
    xlwt = pytest.importorskip("xlwt", reason="xlwt writes the workbook, and is not installed")
    book = xlwt.Workbook()
    styles = {
        kind: xlwt.easyxf(num_format_str=form) for kind, form in ((date, "YYYY-MM-DD"), (datetime, "D/M/YY h:mm"))
    }
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if cell is not None:
                    sheet.write(i, j, cell, styles.get(type(cell), xlwt.Style.default_style))
    book.save(str(path))


def write_ods(path: Path, sheets: dict[str, Rows]) -> None:
    pytest.importorskip("odf", reason="odfpy writes the workbook, and is not installed")
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        sheet = Table(name=name)
        for row in rows:
            line = TableRow()
            for cell in row:
                line.addElement(TableCell(**_ods_value(cell)))
                if isinstance(cell, str):
                    line.lastChild.addElement(P(text=cell))
            sheet.addElement(line)
        book.spreadsheet.addElement(sheet)
    book.save(str(path))


def _ods_value(cell: Any) -> dict[str, str]:
    if isinstance(cell, bool):
        return {"valuetype": "boolean", "booleanvalue": str(cell).lower()}
    if isinstance(cell, int | float):
        return {"valuetype": "float", "value": repr(cell)}
    if isinstance(cell, date):
        return {"valuetype": "date", "datevalue": cell.isoformat()}
    return {} if cell is None else {"valuetype": "string"}


WRITERS: dict[str, tuple[str, Callable[..., None]]] = {
    "xlsxwriter": ("xlsx", write_xlsx),
    "openpyxl": ("xlsm", write_openpyxl),
    "xlwt": ("xls", write_xls),
    "odfpy": ("ods", write_ods),
}


def mixed_rows(n: int = 40) -> list[list[Any]]:
    """A header and rows of every type of cell, with gaps; no number has more digits than every library writes."""
    rows: list[list[Any]] = [["count", "flow", "zone", "wet", "day", "moment", "code"]]
    for i in range(n):
        rows.append(
            [
                7 * i - 20,
                None if i % 11 == 5 else round(0.37 * i - 3.1, 6),
                None if i % 13 == 7 else ("up, north", 'the "old" mill', "Süd")[i % 3],
                i % 4 == 1,
                date(2024, 1, 1 + i % 28),
                datetime(2024, 3, 1 + i % 28, 6 * (i % 4), 30),
                f"{i % 7:03}",
            ]
        )
    return rows


def csv_of(rows: Rows) -> str:
    """Return the table as pandas or any person would write it."""
    import csv
    import io

    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(["" if cell is None else cell for cell in row] for row in rows)
    return text.getvalue()
