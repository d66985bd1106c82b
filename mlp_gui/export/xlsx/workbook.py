"""A workbook as the few XML files that make one (ECMA-376), written and read with the standard library.

Texts are inline strings: a spreadsheet never runs those as formulas, whatever they begin with.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

PLAIN, BOLD, INPUT, OUTPUT, DATE, NOTE = range(6)
MAX_TEXT = 32_767
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML cannot hold, and what would be read as an escape of it, becomes _xHHHH_ (ECMA-376 part 1, 22.9.2.19).
_ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
_ESCAPED = re.compile(r"_x([0-9a-fA-F]{4})_")


class Formula(NamedTuple):
    """Source without the equals sign, and the value that is shown until it is computed: None stands for #N/A."""

    source: str
    value: float | str | None = None


Value = float | str | Formula | None


@dataclass
class Sheet:
    """Cells by (column, row), both from 1: (value, style)."""

    name: str
    cells: dict[tuple[int, int], tuple[Value, int]] = field(default_factory=dict)
    frozen_rows: int = 0

    def put(self, column: int, row: int, value: Value, style: int = PLAIN) -> None:
        self.cells[column, row] = (value, style)


def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(name: str) -> int:
    """A is 1, AA is 27."""
    total = 0
    for letter in name:
        total = total * 26 + ord(letter) - 64
    return total


def write_workbook(sheets: list[Sheet]) -> bytes:
    """The workbook as bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _frame(sheets).items():
            archive.writestr(name, _XML + text)
        for number, sheet in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _XML + _sheet(sheet))
    return buffer.getvalue()


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of a workbook that `write_workbook` made; styles are not read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [entry.attrib["name"] for entry in book.iter(f"{{{_MAIN}}}sheet")]
        return [_read_sheet(name, archive.read(f"xl/worksheets/sheet{i}.xml")) for i, name in enumerate(names, 1)]


def _read_sheet(name: str, data: bytes) -> Sheet:
    sheet = Sheet(name)
    for cell in ElementTree.fromstring(data).iter(f"{{{_MAIN}}}c"):
        place = re.fullmatch(r"([A-Z]+)(\d+)", cell.attrib["r"])
        formula, value = cell.find(f"{{{_MAIN}}}f"), cell.findtext(f"{{{_MAIN}}}v")
        text = cell.findtext(f"{{{_MAIN}}}is/{{{_MAIN}}}t")
        found: Value = None
        if formula is not None:
            found = Formula(formula.text or "")
        elif text is not None:
            found = _unescaped(text)
        elif value is not None:
            found = float(value)
        assert place is not None
        sheet.put(column_number(place[1]), int(place[2]), found)
    return sheet


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub(lambda match: f"_x{ord(match[0]):04X}_", text))


def _sheet(sheet: Sheet) -> str:
    rows: dict[int, list[tuple[int, Value, int]]] = {}
    for (column, row), (value, style) in sorted(sheet.cells.items(), key=lambda item: (item[0][1], item[0][0])):
        rows.setdefault(row, []).append((column, value, style))
    frozen = sheet.frozen_rows
    pane = (
        f'<pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/>'
        if frozen
        else ""
    )
    lines = [f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>']
    lines.append('<sheetFormatPr defaultColWidth="14" defaultRowHeight="15"/><sheetData>')
    for row, cells in rows.items():
        lines.append(
            f'<row r="{row}">' + "".join(_cell(column, row, v, style) for column, v, style in cells) + "</row>"
        )
    return "\n".join([*lines, "</sheetData></worksheet>"])


def _cell(column: int, row: int, value: Value, style: int) -> str:
    head = f'<c r="{column_letters(column)}{row}" s="{style}"'
    if value is None:
        return f"{head}/>"
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{_text(value[:MAX_TEXT])}</t></is></c>'
    if isinstance(value, Formula):
        kind = ' t="e"' if value.value is None else ' t="str"' if isinstance(value.value, str) else ""
        shown = "#N/A" if value.value is None else _text(str(value.value)) if kind else repr(float(value.value))
        return f"{head}{kind}><f>{escape(value.source)}</f><v>{shown}</v></c>"
    return f"{head}><v>{float(value)!r}</v></c>"


def _frame(sheets: list[Sheet]) -> dict[str, str]:
    """The files around the sheets."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    parts = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    parts |= {f"/xl/worksheets/sheet{i}.xml": "worksheet" for i in numbers}
    overrides = "".join(f'<Override PartName="{p}" ContentType="{kinds}.{kind}+xml"/>' for p, kind in parts.items())
    defaults = (
        f'<Default Extension="rels" ContentType="{_RELATIONS}+xml"/><Default Extension="xml" ContentType="text/xml"/>'
    )
    listed = "".join(f'<sheet name={quoteattr(s.name)} sheetId="{i}" r:id="rId{i}"/>' for i, s in enumerate(sheets, 1))
    links = "".join(_link(i, "worksheet", f"worksheets/sheet{i}.xml") for i in numbers)
    links += _link(len(sheets) + 1, "styles", "styles.xml")
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{_link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>'
        '<calcPr fullCalcOnLoad="1"/></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": _STYLES,
    }


_RELATIONS = "application/vnd.openxmlformats-package.relationships"


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _fill(colour: str) -> str:
    return f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    '<font><i/><sz val="11"/><color rgb="FF606060"/><name val="Calibri"/></font></fonts>'
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    f"{_fill('FFF8DC')}{_fill('E2F0D9')}</fills>"
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
    + "".join(
        f'<xf numFmtId="{form}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1" '
        'applyFont="1" applyFill="1"/>'
        for form, font, fill in ((0, 0, 0), (0, 1, 0), (0, 0, 2), (0, 1, 3), (22, 0, 2), (0, 2, 0))
    )
    + "</cellXfs></styleSheet>"
)
