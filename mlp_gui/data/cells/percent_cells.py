"""Which numbers of a workbook are shown in percent: the file holds 0.12, and a person who looks at it reads 12 %.

The library that reads the cells does not tell how they are shown. In an Office Open XML workbook that is the number
format of the style of a cell; in an OpenDocument one it is the type of the cell.
Sources: ECMA-376 Part 1, 18.8.30 (formats 9 and 10 are built in) and 18.3.1.4; OpenDocument 1.3 Part 3, 19.385.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

from mlp_gui.core.bounded_zip import ZIP_ERRORS, open_zip
from mlp_gui.core.cancellation import raise_if_cancelled
from mlp_gui.data.cells.cell_range import column_number
from mlp_gui.data.cells.workbook_bounds import LIMITS

_BUILT_IN = {b"9", b"10"}  # 0% and 0.00%
_CHUNK, _MOST_BYTES = 1 << 20, 32 << 20  # of a member that is read whole
_LONGEST = 4_096  # of a tag
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FORMAT, _STYLE = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>"), re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", re.DOTALL)
_SHEET, _LINK = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>"), re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')  # parts of a format that are set as they are
_ODS = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_PERCENTAGE = b'office:value-type="percentage"'
Rows = list[list[Any]]


class PercentShare(float):
    """A number whose cell shows it in percent; as text it is what is shown, with all its digits."""

    def __str__(self) -> str:
        shown = (Decimal(repr(float(self))) * 100).normalize()
        return f"{shown:f}%"


def mark_percent_cells(path: Path, sheet: str, rows: Rows) -> None:
    """Make the numbers of a sheet that are shown in percent `PercentShare`, in place.

    Parameters
    ----------
    path : Path
        A workbook of zipped XML.
    sheet : str
    rows : list of list
        All cells of the sheet, from its first row and column on.
    """
    # What is damaged in the parts that say how cells are shown, the library has read all the same.
    with suppress(*ZIP_ERRORS), path.open("rb") as file, open_zip(file, LIMITS.most_members) as archive:
        for i, j in _places(archive, sheet):
            if i < len(rows) and j < len(rows[i]) and type(rows[i][j]) in (int, float):
                rows[i][j] = PercentShare(rows[i][j])


def is_percent_format(code: str) -> bool:
    """Return whether a number format shows percent: its sign outside of quotes and escapes.

    Parameters
    ----------
    code : str
        Such as `0.0%` or `0" % of all"`.
    """
    return "%" in _QUOTED.sub("", code)


def _places(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int]]:
    if "content.xml" in archive.NameToInfo:
        yield from _ods_places(archive, sheet)
        return
    styles = _percent_styles(_whole(archive, "xl/styles.xml"))
    member = _member_of(archive, sheet)
    if not styles or member not in archive.NameToInfo:
        return
    named = rb"|".join(styles)
    cell = re.compile(
        rb"""<(?:\w+:)?c\s(?=[^>]*\bs=["'](?:""" + named + rb""")["'])[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["']"""
    )
    for part in _parts(archive, member, b"<", _LONGEST):
        for letters, row in cell.findall(part):
            yield int(row) - 1, column_number(letters.decode())


def _percent_styles(styles: bytes) -> list[bytes]:
    """Return the numbers of the cell styles that show percent."""
    formats = set(_BUILT_IN)
    for found in map(_attributes, _FORMAT.findall(styles)):
        if is_percent_format(_text(found.get(b"formatCode", b""))):
            formats.add(found.get(b"numFmtId", b""))
    of_cells = _STYLES.search(styles)
    used = _STYLE.findall(of_cells.group()) if of_cells else []
    return [str(k).encode() for k, one in enumerate(used) if _attributes(one).get(b"numFmtId") in formats]


def _member_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the member that holds a sheet; "" when that cannot be told."""
    links = {_attributes(one).get(b"Id"): one for one in _LINK.findall(_whole(archive, "xl/_rels/workbook.xml.rels"))}
    for found in map(_attributes, _SHEET.findall(_whole(archive, "xl/workbook.xml"))):
        wanted = next((value for key, value in found.items() if key.endswith(b":id")), None)
        if _text(found.get(b"name", b"")) == sheet and wanted in links:
            target = _text(_attributes(links[wanted]).get(b"Target", b""))
            return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return ""


def _ods_places(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int]]:
    i = j = 0
    rows, is_wanted = 0, False
    for part in _parts(archive, "content.xml", b"<", _LONGEST):
        if not is_wanted and b"<table:table " not in part:
            continue
        for kind, text in _ODS.findall(part):
            if kind == b"table":
                is_wanted = _text(_attributes(text).get(b"table:name", b"")) == sheet
                i = rows = 0
            elif is_wanted and kind == b"table-row":
                i, j = i + rows, 0
                rows = _repeated(text, b"table:number-rows-repeated")
            elif is_wanted:
                times = _repeated(text, b"table:number-columns-repeated")
                if _PERCENTAGE in text:
                    yield from ((i + down, j + right) for down in range(rows) for right in range(times))
                j += times


def _repeated(tag: bytes, name: bytes) -> int:
    if name not in tag:
        return 1
    digits = _attributes(tag).get(name, b"1")
    return min(int(digits), 1 << 20) if digits.isdigit() else 1


def _parts(archive: zipfile.ZipFile, member: str, tag: bytes, longest: int) -> Iterator[bytes]:
    """Yield a member in parts that end before a tag."""
    rest = b""
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            raise_if_cancelled()
            data = rest + chunk
            cut = max(data.rfind(tag), len(data) - longest)
            yield data[:cut]
            rest = data[cut:]
    yield rest


def _whole(archive: zipfile.ZipFile, member: str) -> bytes:
    info = archive.NameToInfo.get(member)
    return archive.read(info) if info is not None and info.file_size <= _MOST_BYTES else b""


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def _text(value: bytes) -> str:
    return unescape(value.decode("utf-8", "replace"))
