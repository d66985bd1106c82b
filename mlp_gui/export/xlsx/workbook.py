"""Sheets of cells, written as a workbook by XlsxWriter and read back with the standard library (ECMA-376).

Texts are written as texts: a spreadsheet never runs those as formulas or opens them as links, whatever they begin with.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple
from xml.etree import ElementTree

PLAIN, BOLD, INPUT, OUTPUT, DATE, NOTE = range(6)
MAX_TEXT = 32_767  # of UTF-16 units in a cell
WIDTH = 14  # of a column, in letters
# The same run gives the same file at any time, so the file says the moment that its zip says too.
CREATED = datetime(1980, 1, 1, tzinfo=UTC)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What XML cannot hold, and what would be read as an escape of it, becomes _xHHHH_ (ECMA-376 part 1, 22.9.2.19).
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ILLEGAL = re.compile(rf"{_CONTROL.pattern}|_(?=x[0-9a-fA-F]{{4}}_)")
_OVERLAP = re.compile(r"_x[0-9a-fA-F]{4}_x[0-9a-fA-F]{4}_")
_ESCAPE_START = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)")
_ESCAPED = re.compile(r"_x([0-9a-fA-F]{4})_")
_NOT_AVAILABLE = "#N/A"
_INPUT_FILL = {"bg_color": "#FFF8DC"}
_STYLES: dict[int, dict[str, Any]] = {
    BOLD: {"bold": True},
    INPUT: _INPUT_FILL,
    OUTPUT: {"bold": True, "bg_color": "#E2F0D9"},
    DATE: {"num_format": 22, **_INPUT_FILL},
    NOTE: {"italic": True, "font_color": "#606060"},
}


class Formula(NamedTuple):
    """Source without the equals sign, and the value that is shown until it is computed: None stands for #N/A."""

    source: str
    value: float | str | None = None


Value = float | str | Formula | None


@dataclass
class Sheet:
    """One sheet of a workbook.

    Attributes
    ----------
    name : str
    cells : dict
        (value, style) by (column, row), both from 1.
    frozen_rows : int
        Rows at the top that stay when the sheet is scrolled.
    """

    name: str
    cells: dict[tuple[int, int], tuple[Value, int]] = field(default_factory=dict)
    frozen_rows: int = 0

    def put(self, column: int, row: int, value: Value, style: int = PLAIN) -> None:
        """Set a cell.

        Parameters
        ----------
        column, row : int
            From 1.
        value : float, str, Formula or None
            None leaves the cell empty, in its style.
        style : int
            PLAIN, BOLD, INPUT, OUTPUT, DATE or NOTE.
        """
        self.cells[column, row] = (value, style)


def column_letters(column: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(name: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    total = 0
    for letter in name:
        total = total * 26 + ord(letter) - 64
    return total


def text_length(text: str) -> int:
    """Count the letters of a text as a cell does, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def storable(text: str) -> str:
    """Return what a cell holds of a text: MAX_TEXT of it, with question marks for what cannot be written.

    That is half a surrogate pair, and a control character in a text that has to be written in pieces.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    cut = whole.encode("utf-16-le")[: 2 * MAX_TEXT].decode("utf-16-le", "ignore")
    return _CONTROL.sub("?", cut) if _needs_pieces(cut) else cut


class _ExactNumber(float):
    """A number that is written with all its digits.

    XlsxWriter formats numbers as ".16G", which is one digit less than tells every double from its neighbours.
    """

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def write_workbook(sheets: list[Sheet]) -> bytes:
    """Return the workbook as bytes; the same sheets give the same bytes."""
    import xlsxwriter  # late: most runs of the program write no workbook

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        # What comes from the data is text, whatever it begins with.
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": CREATED})
    formats = {style: book.add_format(properties) for style, properties in _STYLES.items()}
    for sheet in sheets:
        target = book.add_worksheet(sheet.name)
        target.set_column(0, max((column for column, _ in sheet.cells), default=1) - 1, WIDTH)
        target.freeze_panes(sheet.frozen_rows, 0)
        for (column, row), (value, style) in sheet.cells.items():
            _write_cell(target, row - 1, column - 1, value, formats.get(style))
    book.close()
    return buffer.getvalue()


def _write_cell(target: Any, row: int, column: int, value: Value, style: Any) -> None:
    """Write one cell; row and column count from 0."""
    if value is None:
        target.write_blank(row, column, None, style)
    elif isinstance(value, Formula):
        # XlsxWriter escapes texts of cells, but not those that formulas show.
        shown = _escaped(storable(value.value)) if isinstance(value.value, str) else value.value
        target.write_formula(row, column, f"={value.source}", style, _NOT_AVAILABLE if shown is None else shown)
    elif not isinstance(value, str):
        target.write_number(row, column, _ExactNumber(value), style)
    else:
        text = storable(value)
        if not _needs_pieces(text):
            target.write_string(row, column, text, style)
        else:
            pieces = _ESCAPE_START.split(text)
            while len(pieces) < 3:  # XlsxWriter wants no fewer
                pieces[-1:] = [pieces[-1][:1], pieces[-1][1:]]
            target.write_rich_string(row, column, *pieces, *((style,) if style else ()))


def _needs_pieces(text: str) -> bool:
    """Tell whether XlsxWriter would write another text than this one unless it gets it in pieces.

    It takes <r>...</r> for the XML of a formatted text, and of two escapes that share a letter it escapes only one.
    """
    return (text.startswith("<r>") and text.endswith("</r>")) or _OVERLAP.search(text) is not None


def _escaped(text: str) -> str:
    return _ILLEGAL.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def read_workbook(data: bytes) -> list[Sheet]:
    """Return the sheets of a workbook that `write_workbook` made, without styles and without the shown values."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [entry.attrib["name"] for entry in book.iter(f"{_MAIN}sheet")]
        texts: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            listed = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            texts = ["".join(_unescaped(piece.text or "") for piece in entry.iter(f"{_MAIN}t")) for entry in listed]
        return [
            _read_sheet(name, archive.read(f"xl/worksheets/sheet{i}.xml"), texts) for i, name in enumerate(names, 1)
        ]


def _read_sheet(name: str, data: bytes, texts: list[str]) -> Sheet:
    sheet = Sheet(name)
    for cell in ElementTree.fromstring(data).iter(f"{_MAIN}c"):
        place = re.fullmatch(r"([A-Z]+)(\d+)", cell.attrib["r"])
        formula, value = cell.find(f"{_MAIN}f"), cell.findtext(f"{_MAIN}v")
        result: Value = None
        if formula is not None:
            result = Formula(formula.text or "")
        elif value is not None:
            result = texts[int(value)] if cell.attrib.get("t") == "s" else float(value)
        assert place is not None
        sheet.put(column_number(place[1]), int(place[2]), result)
    return sheet
