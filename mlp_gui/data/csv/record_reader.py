"""The careful way through a file: every record is counted and judged before it is parsed; changes are noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.cell_types import cell_kind
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.byte_source import ByteSource, decoded_blocks
from mlp_gui.data.csv.separator_detection import are_plain_records, is_blank, split_records
from mlp_gui.data.csv.stray_quotes import (
    LONGEST_RECORD,
    are_rows,
    can_be_checked,
    is_well_quoted,
    mend_record,
    unclosed_quote_error,
    written_record,
)
from mlp_gui.data.csv.wrapped_lines import unwrap_lines

_END = "\x1e"  # put after the last record: where it is a record of its own, that one is complete
_BLOCK = 1 << 20  # characters that are split in one call, which keeps the interpreter; wide tables take more at once
LONG_LINE = 10_000
_LONG_RECORD = 50  # lines; a longer record is pointed out


@dataclass
class ReadFindings:
    """What was met on the way: counts and, for each, the first line, counted from 1."""

    width: int
    rows: int = 0
    lines: int = 0
    blank: int = 0
    first_inner_blank: int = 0
    pending_blank: tuple[int, int] = (0, 0)  # inner ones if a row follows
    empty: int = 0
    headers: tuple[int, int] = (0, 0)
    comments: int = 0
    notes: list[str] = field(default_factory=list)
    first_note: int = 0
    trailing: tuple[int, int] = (0, 0)
    short: tuple[int, int, int] = (0, 0, 0)
    long: tuple[int, int, int] = (0, 0, 0)
    widest: int = 0
    replaced: int = 0
    long_line: tuple[int, int] = (0, 0)
    long_record: tuple[int, int] = (0, 0)
    stray: tuple[int, int] = (0, 0)
    in_step: bool = True  # row k stands in line first_line + k
    first_line: int = 0


@dataclass(frozen=True)
class ReadPlan:
    """How to walk: where data begin, how wide they are, what becomes of empty rows and rows like the header.

    parsed: how many of the columns are parsed; 0 for all.
    """

    dialect: Dialect
    width: int
    data_line: int
    keep_empty: bool = False
    header: tuple[str, ...] = ()
    parsed: int = 0


def read_records(source: ByteSource, plan: ReadPlan, found: ReadFindings, stop: Callable[[], None]) -> Iterator[bytes]:
    """Yield clean pieces of complete records as UTF-8.

    Parameters
    ----------
    source : ByteSource
    plan : ReadPlan
    found : ReadFindings
        Filled in on the way.
    stop : callable
        Called between blocks; may raise.

    Raises
    ------
    UserError
        If a quote stays open, or a NUL byte is met.
    """
    line, block = 0, _BLOCK * min(4, max(1, plan.width // 200))
    rest, waiting = "", 0
    for text in _texts(source, plan.dialect, found):
        stop()
        rest += unwrap_lines(text) if plan.dialect.wrapped else text
        cut = rest.rfind("\n") + 1
        # A record that is still open is looked at again when twice as much is known of it, not after each block.
        if (len(rest) < max(block, 2 * waiting) and text) or not cut:
            continue
        clean, used, line = _judge(rest[:cut], line, plan, found)
        rest = rest[used:]
        waiting = 0 if used else len(rest)
        if len(rest) > LONGEST_RECORD:
            raise unclosed_quote_error(source.path.name, line, is_whole=False)
        if clean:
            yield clean
    if rest:
        clean, used, line = _judge(rest if rest.endswith("\n") else rest + "\n", line, plan, found)
        if used < len(rest):
            raise unclosed_quote_error(source.path.name, line)
        if clean:
            yield clean
    found.lines = line


def _is_note(cell: str) -> bool:
    """Words rather than one name or number: "Source: WHO", "Last updated 2020"."""
    return cell_kind(cell) == "text" and (" " in cell.strip() or ":" in cell)


def _texts(source: ByteSource, dialect: Dialect, found: ReadFindings) -> Iterator[str]:
    """Blocks of text with Unix line ends; "" at the end."""
    rest, held = b"", ""
    for block in decoded_blocks(source, dialect.encoding):
        data = rest + block
        # A carriage return at the very end may be the first half of a Windows line end.
        cut = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        if not cut and len(data) < _BLOCK * 256:  # a line that long is cut anywhere
            rest = data
            continue
        cut = cut or len(data)
        held, rest = _decode(data[:cut], found), data[cut:]
        yield held
    yield _decode(rest.rstrip(b"\x1a"), found)  # Ctrl+Z ends a file of DOS


def _decode(data: bytes, found: ReadFindings) -> str:
    if b"\0" in data:
        line = found.lines + data[: data.index(b"\0")].count(b"\n") + 1
        raise UserError(
            tr("The file holds NUL bytes, so it is not a table of text."),
            tr("The first stands near line {line:,}.", line=line),
            tr("It may be a binary file, be damaged, or have another encoding: choose UTF-16 if it came from Windows."),
        )
    found.lines += data.count(b"\n")
    text = data.decode("utf-8", "replace")
    found.replaced += text.count("\ufffd") if not data.isascii() else 0
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _judge(text: str, line: int, plan: ReadPlan, found: ReadFindings) -> tuple[bytes, int, int]:
    """Clean bytes, characters used, and the line after them. A record that is still open at the end is not used."""
    dialect = plan.dialect
    if _are_plain(text, line, plan, found):
        n = text.count("\n")
        _count([], line, found)
        found.rows += n - 1
        return text.encode("utf-8", "replace"), len(text), line + n
    lines = text.split("\n")[:-1]
    records = split_records("\n".join([*lines, _END]), dialect.separator, dialect.quote, dialect.escape)
    keep: list[str] = []
    changed = False
    held: tuple[int, list[str]] | None = None
    end = len(lines)
    take = _take_mended if can_be_checked(dialect) and dialect.quote in text else _take
    # A record reaches to where the next one begins, so that each is judged when the next is known.
    for start, row in records:
        if held is not None:
            at, cells = held
            changed |= take(cells, lines[at:start], line + at, plan, found, keep)
        held = (start, row)
    if held is not None and held[1] != [_END]:
        end = held[0]
    _note_long_lines(lines[:end], line, found)
    used = len(text) if end == len(lines) else sum(map(len, lines[:end])) + end
    if not changed and end == len(lines):
        return text.encode("utf-8", "replace"), used, line + end
    return "".join(keep).encode("utf-8", "replace"), used, line + end


def _are_plain(text: str, line: int, plan: ReadPlan, found: ReadFindings) -> bool:
    """Whether all lines are usual rows, as nearly all blocks of a big file hold: then none is looked at by itself."""
    name = plan.header[0] if plan.header else ""
    begins_as_header = bool(name) and f"\n{name}" in f"\n{text}"
    usual = line >= plan.data_line and not found.notes and not begins_as_header
    return usual and are_plain_records(text, plan.dialect, plan.width, LONG_LINE)


def _take_mended(
    cells: list[str], lines: list[str], line: int, plan: ReadPlan, found: ReadFindings, keep: list[str]
) -> bool:
    """Judge one record that may hold stray quotes, which are mended and counted first."""
    record, dialect = "\n".join(lines), plan.dialect
    if line < plan.data_line or dialect.quote not in record or is_well_quoted(record, dialect):
        if line >= plan.data_line and not found.long_record[0] and are_rows(lines, dialect, plan.width):
            found.long_record = (line + 1, len(lines))
        return _take(cells, lines, line, plan, found, keep)
    found.stray = (found.stray[0] + 1, found.stray[1] or line + 1)
    rows = mend_record(lines, cells, dialect, plan.width)
    by_line = len(rows) == len(lines)
    for i, row in enumerate(rows):
        plain = by_line and dialect.quote not in lines[i]
        _take(
            row, [lines[i] if plain else written_record(row, dialect)], line + min(i, len(lines) - 1), plan, found, keep
        )
    found.in_step &= len(rows) == len(lines)
    return True


def _take(cells: list[str], lines: list[str], line: int, plan: ReadPlan, found: ReadFindings, keep: list[str]) -> bool:
    """Judge one record, append what is to be parsed, and return whether that differs from what stands in the file."""
    width = len(cells)
    if line < plan.data_line:
        return True
    if plan.header and cells[:1] == [plan.header[0]] and tuple(cells) == plan.header:
        found.headers = (found.headers[0] + 1, found.headers[1] or line + 1)
        found.in_step = False
        return True
    # The usual row, before all rarer cases.
    if width == plan.width and cells[0].strip() and not plan.dialect.comment:
        changed = bool(found.notes)
        if changed:
            _flush_notes(found, keep)
        _count(lines, line, found)
        keep.append("\n".join(lines) + "\n")
        return changed
    if is_blank(cells):
        found.blank += 1
        found.pending_blank = (found.pending_blank[0] + 1, found.pending_blank[1] or line + 1)
        return True
    if plan.dialect.comment and cells[0].lstrip().startswith(plan.dialect.comment):
        found.comments += 1
        found.in_step = False
        return True
    if not plan.keep_empty and not any(c.strip() for c in cells):
        found.empty += 1
        found.in_step = False
        return True
    if width == 1 and plan.width > 1 and _is_note(cells[0]):
        # Held back: at the end of the file it is a note, between rows it is a short row.
        found.notes.append("\n".join(lines) + "\n")
        found.first_note = found.first_note or line + 1
        return True
    return _take_odd(cells, lines, line, plan, found, keep)


def _take_odd(
    cells: list[str], lines: list[str], line: int, plan: ReadPlan, found: ReadFindings, keep: list[str]
) -> bool:
    width, changed = len(cells), bool(found.notes)
    if found.notes:
        _flush_notes(found, keep)
    if width > plan.width:
        found.widest = max(found.widest, width)
        if any(c.strip() for c in cells[plan.width :]):
            n, first, their = found.long
            found.long = (n + 1, first or line + 1, their or width)
            found.in_step = False
            return True
        found.trailing = (found.trailing[0] + 1, found.trailing[1] or line + 1)
        lines, changed = [written_record(cells[: plan.width], plan.dialect)], True
    elif width < plan.width:
        n, first, their = found.short
        found.short = (n + 1, first or line + 1, their or width)
    _count(lines, line, found)
    keep.append("\n".join(lines) + "\n")
    return changed


def _flush_notes(found: ReadFindings, keep: list[str]) -> None:
    """Take the notes for short rows: a row after them shows that they were."""
    n, first, their = found.short
    found.short = (n + len(found.notes), first or found.first_note, their or 1)
    keep += found.notes
    found.rows += len(found.notes)
    found.notes, found.first_note = [], 0


def _count(lines: list[str], line: int, found: ReadFindings) -> None:
    if not found.rows:
        found.first_line = line + 1
    elif found.pending_blank[0]:
        found.first_inner_blank = found.first_inner_blank or found.pending_blank[1]
        found.in_step = False
    found.pending_blank = (0, 0)
    found.rows += 1
    if len(lines) > 1:
        found.in_step = False
        if len(lines) > _LONG_RECORD and not found.long_record[0]:
            found.long_record = (line + 1, len(lines))


def _note_long_lines(lines: list[str], line: int, found: ReadFindings) -> None:
    if found.long_line[0] or not lines:
        return
    longest = max(map(len, lines))
    if longest > LONG_LINE:
        at = next(i for i, text in enumerate(lines) if len(text) > LONG_LINE)
        found.long_line = (line + at + 1, longest)
