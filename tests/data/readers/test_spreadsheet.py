"""A workbook gives what the same table gives as CSV; a sheet and a range of it are chosen; bad ones are refused."""

from __future__ import annotations

import io
import json
import time
import zipfile
from datetime import time as clock
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from helpers.typed_files import WRITERS, csv_of, mixed_rows, write_xlsx
from mlp_gui.cli.main import run
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import find_reader, open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.readers.spreadsheet import SpreadsheetReader
from mlp_gui.export.project.table_reference import rows_digest
from mlp_gui.presets import suggested_spec


def as_csv(folder: Path, rows) -> Table:
    path = folder / "same.csv"
    path.write_text(csv_of(rows), encoding="utf-8")
    return open_table(path)


def assert_same(found: Table, expected: Table) -> None:
    assert found.column_names == expected.column_names
    assert [f.kind for f in found.fields] == [f.kind for f in expected.fields]
    assert [(f.sum, f.missing, f.distinct) for f in found.fields] == [
        (f.sum, f.missing, f.distinct) for f in expected.fields
    ]
    assert found.frame.equals(expected.frame)
    assert found.frame.dtypes.tolist() == expected.frame.dtypes.tolist()
    assert dict(found.formats) == dict(expected.formats)


@pytest.mark.parametrize("library", WRITERS)
def test_that_a_workbook_gives_what_its_csv_gives(tmp_path, library):
    suffix, write = WRITERS[library]
    rows = mixed_rows()
    path = tmp_path / f"book.{suffix}"
    write(path, {"Data": rows})
    table, expected = open_table(path), as_csv(tmp_path, rows)
    assert_same(table, expected)
    digests = [rows_digest(prepare(t, suggested_spec("", t, ("flow",))).dataset) for t in (table, expected)]
    assert digests[0] == digests[1]
    assert table.first_line == expected.first_line == 2
    assert table.path == path
    assert set(table.warnings) == set(expected.warnings)


def test_that_the_network_is_the_same_bit_for_bit(tmp_path, capsys):
    rng = np.random.default_rng(5)
    rows = [["a", "b", "y"], *rng.normal(size=(60, 3)).round(9).tolist()]
    write_xlsx(tmp_path / "t.xlsx", {"S": rows})
    (tmp_path / "t.csv").write_text(csv_of(rows))
    found = []
    for name in ("t.xlsx", "t.csv"):
        assert run(["train", str(tmp_path / name), "--target", "y", "--epochs", "5", "--json"]) == 0
        found.append({k: v for k, v in json.loads(capsys.readouterr().out).items() if k in ("loss", "metrics", "rows")})
    assert found[0] == found[1]


def test_that_cells_count_by_their_types(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as book:
        sheet, percent = book.add_worksheet(), book.add_format({"num_format": "0%"})
        length, hours = book.add_format({"num_format": "[h]:mm"}), book.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, ["share", "ratio", "took", "at", "cost"])
        for i in range(1, 9):
            sheet.write_number(i, 0, i / 64, percent)
            sheet.write_formula(i, 1, "=1/0" if i == 3 else "=1+1", None, "#DIV/0!" if i == 3 else 2.5 * i)
            sheet.write_datetime(i, 2, timedelta(hours=20 + i), length)
            sheet.write_datetime(i, 3, clock(i, 30), hours)
            sheet.write_string(i, 4, f"{i},5")
    table = open_table(tmp_path / "t.xlsx")
    assert table.frame["share"].tolist() == [100 * i / 64 for i in range(1, 9)], "with all digits, not those shown"
    assert np.isnan(table.frame["ratio"][2])
    assert table.frame["ratio"][7] == 20.0, "the stored result of a formula; none is run"
    assert table.frame["took"].tolist()[3:5] == ["24:00:00", "25:00:00"]
    assert table.frame["at"][0] == "01:30:00"
    assert table.frame["cost"].tolist() == [i + 0.5 for i in range(1, 9)]


def test_that_the_first_visible_sheet_with_cells_is_read_and_the_others_named(tmp_path):
    sheets = {"Notes": [], "Old": [["x"], [1]], "Main": [["x"], [2]]}
    write_xlsx(tmp_path / "t.xlsx", sheets, hidden=["Old"])
    table = open_table(tmp_path / "t.xlsx")
    assert table.frame["x"].tolist() == [2]
    assert table.dialect.sheet == "Main"
    assert table.warnings[0] == "The sheet Main was read; there are also Notes, Old."
    assert find_reader(tmp_path / "t.xlsx").parts(tmp_path / "t.xlsx") == ("Notes", "Main", "Old")
    again = open_table(tmp_path / "t.xlsx", dialect=table.dialect.replace(sheet="Old"))
    assert again.frame["x"].tolist() == [1]


def test_that_a_range_is_read_as_if_it_were_the_sheet_and_rows_keep_their_numbers(tmp_path):
    rows = mixed_rows()
    write_xlsx(
        tmp_path / "t.xlsx", {"S": [["A report", *[None] * 6], *rows, [None] * 7, ["Sum", 99, *[None] * 5]]}, (3, 2)
    )
    dialect = open_table(tmp_path / "t.xlsx").dialect
    table = open_table(tmp_path / "t.xlsx", like=dialect.replace(cells="C5:I45"))
    assert_same(table, as_csv(tmp_path, rows))
    assert table.row_location(0) == "line 6"
    assert table.dialect.cells == "C5:I45"
    assert_same(open_table(tmp_path / "t.xlsx", dialect=table.dialect), table)
    assert open_table(tmp_path / "t.xlsx", like=dialect.replace(cells="D5:d45")).column_names == ("flow",)


@pytest.mark.parametrize("text", ["B", "5", "B0:C3", "C3:B1", "A1:XFE3", "=A1:B2", ":", "A1:B1048577"])
def test_that_what_is_no_range_is_refused(tmp_path, text):
    write_xlsx(tmp_path / "t.xlsx", {"S": mixed_rows(3)})
    dialect = open_table(tmp_path / "t.xlsx").dialect
    with pytest.raises(UserError, match="no range"):
        open_table(tmp_path / "t.xlsx", dialect=dialect.replace(cells=text))


def test_that_typed_numbers_are_read_by_a_network_that_learned_decimal_commas(tmp_path):
    (tmp_path / "german.csv").write_text("a;b\n" + "".join(f"{i},{i}25;{i}\n" for i in range(1, 30)))
    learned = open_table(tmp_path / "german.csv")
    write_xlsx(tmp_path / "t.xlsx", {"S": [["a", "b"], [1.125, 3], [2.5, 4]]})
    for like in (learned.dialect, None):
        table = open_table(tmp_path / "t.xlsx", like=like, formats=learned.formats)
        assert table.frame["a"].tolist() == [1.125, 2.5]


def test_that_the_command_line_takes_a_sheet_and_a_range(tmp_path, capsys):
    good = [["a", "y"], *([i, 3 * i] for i in range(30))]
    write_xlsx(tmp_path / "t.xlsx", {"First": [["q"], [1]], "Second": [*good, ["total", 9]]})
    book, model, out = (str(tmp_path / name) for name in ("t.xlsx", "m.mlp", "p.csv"))
    part = ["--sheet", "Second", "--range", "A1:B31"]
    assert run(["train", book, "--target", "y", *part, "--epochs", "3", "--out", model]) == 0
    assert run(["predict", model, book, "--range", "A1:B11", "--out", out]) == 0
    assert len(Path(out).read_text().splitlines()) == 11
    assert run(["predict", model, book, "--out", out]) == 0, "the range of the training is not that of other rows"
    assert len(Path(out).read_text().splitlines()) > 31
    capsys.readouterr()
    assert run(["inspect", book, "--sheet", "Third"]) == 2
    assert capsys.readouterr().err.strip() == "t.xlsx has no sheet Third. Its sheets: First, Second."
    (tmp_path / "t.csv").write_text("a\n1\n")
    assert run(["inspect", str(tmp_path / "t.csv"), "--sheet", "Third"]) == 2
    assert "has no sheets to choose from" in capsys.readouterr().err


def test_that_the_bytes_decide_and_not_the_suffix(tmp_path):
    write_xlsx(tmp_path / "t.xlsx", {"S": [["x"], [2]]})
    for name in ("t.csv", "t.ods", "t.xls", "t"):
        (tmp_path / name).write_bytes((tmp_path / "t.xlsx").read_bytes())
        assert open_table(tmp_path / name).frame["x"].tolist() == [2]
    (tmp_path / "text.xls").write_text("x\ty\n1\t2\n")
    assert open_table(tmp_path / "text.xls").frame["y"].tolist() == [2]
    with zipfile.ZipFile(tmp_path / "packed.xlsx", "w") as archive:
        archive.writestr("table.csv", "x,y\n1,2\n")
    assert open_table(tmp_path / "packed.xlsx").frame["y"].tolist() == [2]


def test_that_the_widest_sheet_is_read(tmp_path):
    write_xlsx(tmp_path / "t.xlsx", {"S": [[f"c{j}" for j in range(16_384)], range(16_384), range(16_384)]})
    table = open_table(tmp_path / "t.xlsx", like=Dialect())
    assert table.n_columns == 16_384
    assert table.frame.iloc[1, -1] == 16_383


def test_that_reading_can_be_cancelled_and_says_how_far_it_is(tmp_path):
    write_xlsx(tmp_path / "t.xlsx", {"S": mixed_rows(500)})
    shares: list[float] = []
    open_table(tmp_path / "t.xlsx", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(Cancelled):
        open_table(tmp_path / "t.xlsx", cancelled=lambda: True)


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def workbook(folder: Path) -> dict[str, bytes]:
    write_xlsx(folder / "good.xlsx", {"S": mixed_rows(30)})
    with zipfile.ZipFile(folder / "good.xlsx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FAR += b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
FAR += b"</sheetData></worksheet>"
REPEATED = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
    'office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
LOCKED = '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'
HOSTILE = {
    "a bomb": (lambda parts: zipped(parts | {SHEET: bytes(400 << 20)}), "would unpack to"),
    "a bomb of words": (lambda parts: zipped(parts | {"xl/sharedStrings.xml": b"<" * (300 << 20)}), "would unpack to"),
    "cells far apart": (lambda parts: zipped(parts | {SHEET: FAR}), "cells far apart"),
    "repeated cells": (lambda parts: zipped({"mimetype": ODS, "content.xml": REPEATED.encode()}), "cells far apart"),
    "cut": (lambda parts: zipped(parts)[:-700], "is damaged"),
    "changed": (lambda parts: zipped(parts).replace(b"PK\x01\x02", b"PK\x01\x09"), "is damaged"),
    "no XML": (lambda parts: zipped(parts | {SHEET: b"\x00\xff" * 50}), "as a workbook|no sheet with cells"),
    "no book": (lambda parts: zipped({"xl/workbook.xml": b"<a/>"}), "as a workbook|no sheet with cells"),
    "locked": (lambda parts: OLE + "EncryptedPackage".encode("utf-16-le") * 9, "password"),
    "locked ods": (
        lambda parts: zipped({"mimetype": ODS, "content.xml": b"?", "META-INF/manifest.xml": LOCKED.encode()}),
        "password",
    ),
    "an old document": (lambda parts: OLE + bytes(600), "cannot be read as a workbook"),
    "a text document": (lambda parts: zipped({"mimetype": b"x", "word/document.xml": b"", "[Content_Types].xml": b""}),
                        "office document"),
    "no cells": (lambda parts: zipped(parts | {SHEET: FAR[:86] + b"<sheetData/></worksheet>"}), "no sheet with cells"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_that_a_hostile_workbook_is_refused_in_a_sentence_and_soon(tmp_path, what):
    make, sentence = HOSTILE[what]
    path = tmp_path / "book.xlsx"
    path.write_bytes(make(workbook(tmp_path)))
    began = time.process_time()
    with pytest.raises(UserError, match=sentence):
        open_table(path)
    assert time.process_time() - began < 2


def test_that_the_suffixes_are_those_of_the_dialog():
    assert SpreadsheetReader.suffixes == (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
