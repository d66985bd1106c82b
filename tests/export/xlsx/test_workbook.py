"""A workbook as a file: texts stay texts, numbers keep every digit, and the same sheets give the same bytes."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import numpy as np
import pytest

from helpers.export_inputs import Case, source_of
from mlp_gui.export.registry import formats
from mlp_gui.export.xlsx.workbook import (
    MAX_TEXT,
    NOTE,
    PLAIN,
    Formula,
    Sheet,
    column_letters,
    column_number,
    read_workbook,
    storable,
    write_workbook,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS = [
    "=1+1", "{=1+1}", "+1", "-1", "@SUM(A1)", "1.5", "1e5", "http://canary", "https://canary", "ftp://canary",
    "mailto:canary@x", "file:///etc/passwd", "internal:Sheet!A1", "external:c:\\x.xlsx", "<r><t>canary</t></r>",
    "<r></r>", "<r>", "</r>", "#N/A", "TRUE", "", " ", " both ends ", "a\r\nb\tc", "\x00\x07\x1f", "\ufffe\uffff",
    "_x0041_", "_x005F_x0041_", "a_x0041_x0042_x0043_b", "&amp;<b>\"'", "\ufeff", "\U0001f600" * 5,
]  # fmt: skip


def sheet_of(values: list, style: int = PLAIN) -> Sheet:
    sheet = Sheet("Cells")
    for row, value in enumerate(values, 1):
        sheet.put(2, row, value, style)
    return sheet


def read_again(values: list, style: int = PLAIN) -> list:
    (sheet,) = read_workbook(write_workbook([sheet_of(values, style)]))
    return [sheet.cells[2, row][0] for row in range(1, len(values) + 1)]


@pytest.mark.parametrize("style", [PLAIN, NOTE])
def test_that_a_text_stays_the_text_that_it_is(style: int) -> None:
    assert read_again(TEXTS, style) == TEXTS


@pytest.mark.parametrize("text", ["<r>\x07</r>", "_x0041_x0042_\x07", "\ud800"])
def test_that_what_no_cell_can_hold_becomes_a_question_mark(text: str) -> None:
    (found,) = read_again([text])
    assert found == text.replace("\x07", "?").replace("\ud800", "?") == storable(text)


def test_that_no_text_becomes_a_formula_a_link_or_a_number() -> None:
    with zipfile.ZipFile(io.BytesIO(write_workbook([sheet_of(TEXTS)]))) as archive:
        assert not any("rels" in name and "sheet" in name for name in archive.namelist())
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        assert {cell.attrib["t"] for cell in root.iter(f"{MAIN}c")} == {"s"}
        assert not list(root.iter(f"{MAIN}hyperlink"))


def test_that_another_reader_finds_the_same_texts(tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed (extra bench)")
    plain = [
        text for text in TEXTS if text.isprintable() and text and "_x" not in text
    ]  # openpyxl leaves escapes as they are
    (tmp_path / "t.xlsx").write_bytes(write_workbook([sheet_of(plain), Sheet("Next")]))
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["Cells", "Next"]
    cells = [book["Cells"].cell(row, 2) for row in range(1, len(plain) + 1)]
    assert [str(cell.value) for cell in cells] == plain
    assert all(cell.hyperlink is None and cell.data_type != "f" for cell in cells)


def test_that_a_text_is_cut_where_a_cell_ends() -> None:
    long = ["x" * (MAX_TEXT + 5), "<r>" + "x" * MAX_TEXT + "</r>", "\U0001f600" * MAX_TEXT]
    found = read_again(long)
    assert found == [long[0][:MAX_TEXT], long[1][:MAX_TEXT], long[2][: MAX_TEXT // 2]]


def test_that_numbers_keep_every_digit() -> None:
    values = [0.1 + 0.2, 1 / 3, -1e-300 / 3, 5e-324, 1.7976931348623157e308, 123456789.123456789, 0.0, 7.0]
    values += np.random.default_rng(5).normal(0, 1, 500).tolist()
    assert read_again(values) == values


def test_that_a_value_that_is_no_number_is_an_error_value_and_the_file_is_sound() -> None:
    found = read_again([float("nan"), float("inf"), 1.0])
    assert [isinstance(value, Formula) for value in found] == [True, True, False]


def test_that_the_weights_in_the_workbook_are_those_of_the_network(tmp_path) -> None:
    source = source_of(Case("two"), tmp_path)
    sheets = {sheet.name: sheet for sheet in read_workbook(formats.create("excel").encode(source))}
    network = source.model.network
    for k in range(network.n_layers):
        cells, weights = sheets[f"Weights {k + 1}"].cells, network.weights(k)
        found = [[cells[2 + i, 2 + j][0] for j in range(weights.shape[1])] for i in range(weights.shape[0])]
        np.testing.assert_array_equal(found, weights)
        np.testing.assert_array_equal([cells[1, 2 + j][0] for j in range(weights.shape[1])], network.biases(k))


def test_that_the_same_model_gives_the_same_file_at_any_time(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, name = source_of(Case("one"), tmp_path), "excel"
    first = formats.create(name).encode(source)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert formats.create(name).encode(source) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_that_columns_are_lettered(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number
