"""Cells that show percent are read as a person reads them, as the same table gives as CSV: 12 with the unit %."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import P

from mlp_gui.core.serialization import to_json
from mlp_gui.data.cells.percent_cells import PercentShare, is_percent_format
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.open_table import open_table

SHARES = [0.12, 0.07, 0.3, -0.005, 1.5, 0.0, 1e-7, 0.29]


def write_xlsx(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        other, sheet = book.add_worksheet("first"), book.add_worksheet("A & <B>")
        formats = [book.add_format({"num_format": code}) for code in (9, "0.0%;[Red]-0.0%", '0" % of all"', "0.00")]
        other.write_row(0, 0, ["q"])
        other.write_number(1, 0, 0.5, formats[3])
        sheet.write_row(0, 0, ["built in", "own", "quoted", "y"])
        for i, share in enumerate(SHARES, 1):
            for j, shown in enumerate(formats):
                sheet.write_number(i, j, share, shown)


def write_ods(path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    for name, kind in (("first", "float"), ("A & <B>", "percentage")):
        table = OdfTable(name=name)
        head = TableRow()
        for word in ("built in", "own", "quoted", "y"):
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=word))
            head.addElement(cell)
        table.addElement(head)
        for share in SHARES:
            row = TableRow()
            row.addElement(TableCell(valuetype=kind, value=share, numbercolumnsrepeated=2))
            row.addElement(TableCell(valuetype="float", value=share, numbercolumnsrepeated=2))
            table.addElement(row)
        book.spreadsheet.addElement(table)
    book.save(path)


@pytest.mark.parametrize("write", [write_xlsx, write_ods])
def test_that_percent_cells_give_what_the_csv_gives(tmp_path: Path, write) -> None:
    path = tmp_path / f"t.{write.__name__[-4:].strip('_')}"
    write(path)
    words = [f"{PercentShare(s)},{PercentShare(s)},{s!r},{s!r}" for s in SHARES]
    (tmp_path / "same.csv").write_text("\n".join(["built in,own,quoted,y", *words]), encoding="utf-8")
    table = open_table(path, dialect=open_table(path).dialect.replace(sheet="A & <B>", percent=""))
    expected = open_table(tmp_path / "same.csv")
    assert table.frame.equals(expected.frame)
    assert dict(table.formats) == dict(expected.formats)
    assert [field.unit for field in table.fields] == ["%", "%", "", ""]
    np.testing.assert_allclose(table.frame["own"], 100 * np.array(SHARES), rtol=1e-15, atol=1e-18)
    assert table.frame["quoted"].tolist() == SHARES
    assert (table.dialect.percent, open_table(path, dialect=table.dialect).dialect.percent) == ("shown", "shown")
    assert open_table(path).dialect.percent == "", "the first sheet has none"


def test_that_a_run_of_an_earlier_version_reads_shares_as_it_did(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "t.xlsx")
    stored = to_json(open_table(tmp_path / "t.xlsx").dialect.replace(sheet="A & <B>", percent=""))
    assert "percent" not in stored
    table = open_table(tmp_path / "t.xlsx", dialect=Dialect.from_stored(stored))
    assert table.frame["own"].tolist() == SHARES
    assert Dialect.from_stored(to_json(table.dialect)).percent == "share"


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [("0%", True), ("0.00%;-0.00%", True), ('0" %"', False), ("0\\%", False), ("General", False), ('"p" 0.0%', True)],
)
def test_that_only_the_sign_of_a_format_counts(code: str, is_percent: bool) -> None:
    assert is_percent_format(code) is is_percent


def test_that_a_share_is_written_with_the_digits_it_has() -> None:
    assert [str(PercentShare(s)) for s in (0.12, 0.07, 1.0, -0.005, 0.1 + 0.2, 1e-7, 2.5e3)] == [
        "12%", "7%", "100%", "-0.5%", "30.000000000000004%", "0.00001%", "250000%",
    ]  # fmt: skip
