"""A workbook of binary records (.xlsb), written record by record after [MS-XLSB], as no library does it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Cells = Mapping[tuple[int, int], str | bool | float]


def write_xlsb(path: Path, cells: Cells, sheet: str = "Data") -> None:
    """Write a workbook of one sheet, whose cells are named by row and column, counted from 0."""
    part = (("officeDocument", "xl/workbook.bin", "_rels/.rels"),
            ("worksheet", "worksheets/sheet1.bin", "xl/_rels/workbook.bin.rels"))  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, target, name in part:
            relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            archive.writestr(name, f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>')
        bundle = struct.pack("<II", 0, 1) + _text("rId1") + _text(sheet)
        book = _record(131) + _record(143) + _record(156, bundle) + _record(144) + _record(132)
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(cells))


def _sheet(cells: Cells) -> bytes:
    last_row, last_column = (max(place[axis] for place in cells) for axis in (0, 1))
    out = _record(129) + _record(148, struct.pack("<IIII", 0, last_row, 0, last_column)) + _record(145)
    row = -1
    for (i, j), value in sorted(cells.items()):
        if i != row:
            row, out = i, out + _record(0, struct.pack("<II", i, 0) + bytes(9))
        place = struct.pack("<II", j, 0)
        if isinstance(value, str):
            out += _record(6, place + _text(value))
        elif isinstance(value, bool):
            out += _record(4, place + bytes([value]))
        else:
            out += _record(5, place + struct.pack("<d", value))
    return out + _record(146) + _record(130)


def _record(kind: int, payload: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(payload)
    while size >= 128:
        head, size = head + bytes([size & 0x7F | 0x80]), size >> 7
    return head + bytes([size]) + payload


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
