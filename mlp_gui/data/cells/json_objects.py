"""Objects of JSON as rows: one in each line, or all in one list; what is missing in one of them is a gap."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.errors import UserError, describe_damage
from mlp_gui.core.translation import tr
from mlp_gui.data.cells.written_cells import HowToRead, NamedCells, first_part, read_cells
from mlp_gui.data.columns.dialect import MOST_COLUMNS, Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import FilePreview
from mlp_gui.data.csv.other_formats import LONGEST_LINE

_OBJECT = re.compile(rb'\s*\[?\s*\{\s*(?:"|\}|$)')
_MOST_LIST = 1 << 28  # bytes of a file that is one list, all of which is held at once
_MOST_NUMBER = 400  # digits: more are beyond the range of doubles, and take long to convert
_LINES = 200
_GZIP = b"\x1f\x8b\x08"
Record = dict[str, Any]


def begins_with_object(head: bytes) -> bool:
    """Tell whether a file with these first bytes holds objects of JSON."""
    return _OBJECT.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def begins_with_line(head: bytes) -> bool:
    """Tell whether the first line of a file, of which these are the first bytes, begins with an object of its own."""
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith((b'{"', b'{ "')):
        return False
    return not end or line.rstrip().endswith(b"}")


def unpacked_head(head: bytes) -> bytes:
    """Return what the first bytes of a file unpack to; the same bytes where it is not packed."""
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 2048)
    except zlib.error:  # damaged: whoever reads the file says so
        return b""


def read_objects(path: Path, how: HowToRead) -> Table:
    """Read objects into a table; each name that occurs is a column, in the order in which they come.

    Parameters
    ----------
    path : Path
    how : HowToRead

    Raises
    ------
    UserError
        If a line is no object.
    """
    progress = first_part(how.progress)
    names: dict[str, None] = {}
    # Twice through the file: to know all names before the first row is written.
    for record in _records(path, lambda share: progress(share / 2)):
        names |= dict.fromkeys(record)
        if len(names) > MOST_COLUMNS:
            raise UserError(
                tr("The objects of {name} have more than {most:,} names.", name=path.name, most=MOST_COLUMNS),
                hint=tr("Choose another file."),
            )
    records = _records(path, lambda share: progress(0.5 + share / 2))
    cells = NamedCells(tuple(names), (tuple(map(record.get, names)) for record in records))
    return read_cells(path, cells.rows(), cells.numbers, how, named=True)


def preview_objects(path: Path) -> FilePreview:
    """Return the first lines of a file of objects."""
    with path.open("rb") as raw, io.TextIOWrapper(_unpacked(raw), "utf-8-sig", "replace") as file:
        lines = [line[:2000].rstrip("\n") for line in islice(iter(lambda: file.readline(LONGEST_LINE), ""), _LINES)]
    return FilePreview(Dialect(), "utf-8", tuple(lines))


def _records(path: Path, progress: Callable[[float], None]) -> Iterator[Record]:
    try:
        yield from _unpacked_records(path, progress)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        said = tr("{name} is damaged.", name=path.name)
        raise UserError(said, describe_damage(error), tr("Get the file again.")) from None


def _unpacked(raw: IO[bytes]) -> IO[bytes]:
    head = raw.read(len(_GZIP))
    raw.seek(0)
    return io.BufferedReader(gzip.GzipFile(fileobj=raw)) if head == _GZIP else raw


def _unpacked_records(path: Path, progress: Callable[[float], None]) -> Iterator[Record]:
    size = max(1, path.stat().st_size)
    with path.open("rb") as raw, _unpacked(raw) as file:
        head = file.read(512).removeprefix(b"\xef\xbb\xbf")
        file.seek(0)
        if head.lstrip().startswith(b"["):
            yield from _listed(path, file.read(_MOST_LIST + 1))
            return
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise _no_object(path, number, tr("The line is too long."))
            if number % 1000 == 1:
                progress(min(1.0, raw.tell() / size))  # of packed bytes: to how many they unpack is not known
            if text := line.removeprefix(b"\xef\xbb\xbf").strip():
                yield _record(path, number, text)


def _listed(path: Path, data: bytes) -> Iterator[Record]:
    if len(data) > _MOST_LIST:
        raise UserError(
            tr("{name} is too large for one list of objects.", name=path.name),
            hint=tr("Write an object in each line, as JSON lines."),
        )
    found = _loaded(path, 1, data.removeprefix(b"\xef\xbb\xbf"))
    for k, record in enumerate(cancellable_loop(found if isinstance(found, list) else [], 1000)):
        if not isinstance(record, dict):
            raise _no_object(path, k + 1, tr("It is no object."))
        yield _flat(record)


def _record(path: Path, number: int, text: bytes) -> Record:
    found = _loaded(path, number, text)
    if not isinstance(found, dict):
        raise _no_object(path, number, tr("It is no object."))
    return _flat(found)


def _loaded(path: Path, number: int, text: bytes) -> Any:
    try:
        return json.loads(text.decode("utf-8", "replace"), parse_int=_whole, parse_constant=_constant)
    except (ValueError, RecursionError) as error:
        said = str(error) if isinstance(error, ValueError) else tr("It is nested too deeply.")
        raise _no_object(path, number, said) from None


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) < _MOST_NUMBER else float(digits)


def _constant(word: str) -> str:
    """Keep NaN and Infinity as the words that a table of text would hold."""
    return word


def _flat(record: Record, above: str = "") -> Record:
    """Return the values by their names; objects inside by names joined with dots, lists as JSON."""
    flat: Record = {}
    for name, value in record.items():
        if isinstance(value, dict) and value:
            flat |= _flat(value, f"{above}{name}.")
        elif isinstance(value, list | dict):
            flat[above + name] = json.dumps(value, ensure_ascii=False)
        else:
            flat[above + name] = value
    return flat


def _no_object(path: Path, number: int, reason: str) -> UserError:
    return UserError(
        tr("Line {line:,} of {name} is no object of JSON.", line=number, name=path.name),
        reason if reason.endswith(".") else f"{reason}.",
        tr("Each line is one object, such as {example}.", example='{"a": 1.5, "b": "x"}'),
    )
