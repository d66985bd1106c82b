"""How much a workbook would unpack to, found out before a library takes the memory for it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mlp_gui.core.bounded_zip import ZIP_ERRORS, ZipLimits, is_plainly_packed, open_zip
from mlp_gui.core.cancellation import raise_if_cancelled
from mlp_gui.core.errors import UserError, describe_damage
from mlp_gui.core.translation import tr
from mlp_gui.data.cells.cell_range import MOST_COLUMNS, MOST_ROWS, column_number

LIMITS = ZipLimits(free_bytes=64 << 20, most_ratio=60, most_bytes=4 << 30, most_members=10_000)
_CHUNK = 1 << 20
_MOST_CELLS = 60_000_000  # of the rectangle around all cells, which the library takes memory for
_FREE_CELLS = 2_000_000
_MOST_EMPTY = 50  # times the cells that a sheet holds
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_PLAIN_REFERENCE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_ROW = re.compile(rb"""<table:table-row(?:\s[^>]*?number-rows-repeated="(\d+)")?[^>]*>""")
_REPEATED = re.compile(rb"""<table:(?:covered-)?table-cell([^>]*?)(/?)>""")
_TIMES = re.compile(rb"""number-columns-repeated="(\d+)\"""")


@dataclass
class _Extent:
    """The rectangle around the cells of a sheet, and how many these are."""

    name: str  # of the file
    cells: int = 0
    rows: int = 0
    columns: int = 0
    empty: int = 0  # rows below the last one with cells

    def end(self) -> None:
        """Raise UserError when the rectangle is large and nearly empty, else be that of the next sheet."""
        area = self.rows * self.columns
        if area > max(_FREE_CELLS, min(_MOST_CELLS, _MOST_EMPTY * self.cells)):
            raise UserError(
                tr("{name} has a sheet with cells far apart.", name=self.name),
                tr("{cells:,} cells lie in {rows:,} rows and {columns:,} columns.", cells=self.cells, rows=self.rows,
                   columns=self.columns),
                tr("Copy the table to a sheet of its own."),
            )  # fmt: skip
        self.cells = self.rows = self.columns = self.empty = 0


def check_zipped_workbook(path: Path, progress: Callable[[float], None]) -> None:
    """Check that a workbook of zipped XML unpacks to what its directory says, and to no more than a table needs.

    Parameters
    ----------
    path : Path
    progress : callable
        Called with the share that was looked at.

    Raises
    ------
    UserError
        If the archive is damaged, would unpack to too much, or has cells too far apart.
    """
    try:
        with path.open("rb") as file, open_zip(file, LIMITS.most_members) as archive:
            infos = archive.infolist()
            total = sum(info.file_size for info in infos)
            if not is_plainly_packed(infos) or total > LIMITS.most_unpacked(path.stat().st_size):
                raise UserError(
                    tr("{name} would unpack to {n:,} MB, which no workbook of its size does.", name=path.name,
                       n=total >> 20),
                    hint=tr("Save it anew in a spreadsheet program."),
                )  # fmt: skip
            done = 0
            for info in infos:
                for size in _look(archive, info, path.name):
                    done += size
                    progress(done / max(total, 1))
    except ZIP_ERRORS as error:
        said = tr("{name} is damaged.", name=path.name)
        raise UserError(said, describe_damage(error), tr("Get the file again.")) from None


def _look(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[int]:
    """Unpack a member chunk by chunk, measure the sheet that it may be, and yield the bytes of each chunk."""
    way = next((way for pattern, way in _WAYS if re.fullmatch(pattern, info.filename)), None)
    extent, rest = _Extent(name), b""
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            raise_if_cancelled()
            if way is not None:
                measure, tag, longest = way
                data = rest + chunk
                cut = max(data.rfind(tag), len(data) - longest)
                measure(data[:cut], extent)
                rest = data[cut:]
            yield len(chunk)
    if way is not None:
        way[0](rest, extent)
        extent.end()


def _measure_xlsx(data: bytes, extent: _Extent) -> None:
    # As all programs write them; a pattern that begins with letters is found three times as fast.
    places, cells = _PLAIN_REFERENCE.findall(data), data.count(b"<c ")
    if len(places) < cells or not cells:
        places, cells = _REFERENCE.findall(data), len(_CELL.findall(data))
    if places:
        letters, rows = {letters for letters, _ in places}, {row for _, row in places}
        extent.columns = max(extent.columns, *(column_number(c.decode()) + 1 for c in letters))
        extent.rows = max(extent.rows, *map(int, rows))
    extent.cells += cells


def _measure_ods(data: bytes, extent: _Extent) -> None:
    for row in re.split(rb"(?=<table:table[ -](?:row|[^>]*table:name=))", data):
        if row.startswith(b"<table:table "):
            extent.end()
        found = _ROW.match(row)
        times = min(int(found.group(1) or 1), MOST_ROWS) if found else 1
        at = filled = 0
        for attributes, closed in _REPEATED.findall(row):
            repeated = _TIMES.search(attributes)
            n = min(int(repeated.group(1)), MOST_COLUMNS) if repeated else 1
            if b"office:value" in attributes or not closed:
                extent.columns = max(extent.columns, at + n)
                filled += 1
            at += n
        extent.cells += filled
        extent.rows += times + extent.empty if filled else 0
        extent.empty = 0 if filled else extent.empty + times


# Which members are sheets, how they are measured, where they may be cut, and how long what is not cut may be.
_WAYS = (
    (r"content\.xml", (_measure_ods, b"<table:table-row", 8 << 20)),
    (r"xl/worksheets/[^/]*\.xml", (_measure_xlsx, b"<", 4_096)),
)
