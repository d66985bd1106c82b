"""Quotes where none belong: inside a cell, before text that goes on behind them, or never closed in their line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from functools import cache

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.dialect import Dialect

LONGEST_RECORD = 1 << 22  # characters; what runs on for longer is a quote that is never closed


def can_be_checked(dialect: Dialect) -> bool:
    """Tell whether the dialect has quotes, and no sign that takes their meaning away.

    Parameters
    ----------
    dialect : Dialect
    """
    return bool(dialect.quote) and not dialect.escape and dialect.separator not in ("", " ")


def is_well_quoted(record: str, dialect: Dialect) -> bool:
    """Tell whether quotes in a record surround whole cells only, and are doubled within them.

    Parameters
    ----------
    record : str
        Its lines, with line ends between them.
    dialect : Dialect
    """
    return bool(_well_quoted(dialect.separator, dialect.quote).fullmatch(record))


@cache
def _well_quoted(separator: str, quote: str) -> re.Pattern[str]:
    s, q = re.escape(separator), re.escape(quote)
    quoted = rf" *+{q}(?>[^{q}]++|{q}{q})*+{q} *+(?={s}|\Z)"
    cell = rf"(?>{quoted}|[^{q}{s}]*+)"
    return re.compile(rf"{cell}(?>{s}{cell})*+")


def mend_record(lines: Sequence[str], cells: list[str], dialect: Dialect, width: int) -> list[list[str]]:
    """Return the rows that a record with stray quotes stands for.

    A quote that is not closed in its line belongs to its cell where each line by itself has as many cells as the
    table. Else a quote closes a cell only before a separator or the end, and others belong to the cell.

    Parameters
    ----------
    lines : sequence of str
    cells : list of str
        As they are read by the rules.
    dialect : Dialect
    width : int
        How many cells a row has.
    """
    if len(lines) > 1:
        rows = [_mended(line, dialect, width) for line in lines]
        if all(row is not None for row in rows):
            return [row for row in rows if row is not None]
    return [_mended("\n".join(lines), dialect, width) or cells]


def _mended(line: str, dialect: Dialect, width: int) -> list[str] | None:
    """Return the cells of a line, None where no reading gives as many as the table has columns."""
    plain = line.split(dialect.separator)
    for row in (_loosely_quoted(line, dialect), plain) if dialect.quote in line else (plain,):
        if len(row) == width:
            return [cell.strip(" ") for cell in row]
    return None


def _loosely_quoted(line: str, dialect: Dialect) -> list[str]:
    """Cells of which a quoted one ends with the first quote before a separator or the end."""
    separator, quote, cells, at = dialect.separator, dialect.quote, [], 0
    closing = re.compile(rf"{re.escape(quote)} *(?={re.escape(separator)}|\Z)")
    last = max((match.start() for match in closing.finditer(line)), default=-1)
    while True:
        start = at
        while line.startswith(" ", start):
            start += 1
        closed = closing.search(line, start + 1) if start < last and line.startswith(quote, start) else None
        if closed is not None:
            cells.append(line[start + 1 : closed.start()].replace(quote * 2, quote))
            end = closed.end()
        else:
            end = line.find(separator, at)
            end = len(line) if end < 0 else end
            cells.append(line[at:end])
        if end >= len(line):
            return cells
        at = end + len(separator)


def are_rows(lines: Sequence[str], dialect: Dialect, width: int) -> bool:
    """Tell whether each line of a record would be a row by itself, so that a quote may be missing in it.

    Parameters
    ----------
    lines : sequence of str
    dialect : Dialect
    width : int
        How many cells a row has.
    """
    return len(lines) > 1 and all(line.count(dialect.separator) >= width - 1 for line in lines)


def written_record(cells: list[str], dialect: Dialect) -> str:
    """Return a record as its dialect writes it.

    Parameters
    ----------
    cells : list of str
    dialect : Dialect
    """
    out = io.StringIO()
    csv.writer(
        out,
        delimiter=dialect.separator or "\x1f",
        quotechar=dialect.quote or None,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        escapechar=dialect.escape or ("\\" if not dialect.quote else None),
        lineterminator="",
    ).writerow(cells)
    return out.getvalue()


def unclosed_quote_error(name: str, line: int, is_whole: bool | None = True) -> UserError:
    """Return the error about a record that never ends.

    Parameters
    ----------
    name : str
        Of the file.
    line : int
        Where the record begins, counted from 0.
    is_whole : bool, optional
        Whether the file was read to its end; None when that is not known.
    """
    known = {
        True: mark("The record that begins in line {line:,} runs on to the end of the file."),
        False: mark("The record that begins in line {line:,} has more than {most:,} letters."),
        None: mark("The record that begins in line {line:,} runs on over all lines that were looked at."),
    }[is_whole]
    return UserError(
        tr("A quote in {name} is never closed.", name=name),
        tr(known, line=line + 1, most=LONGEST_RECORD),
        tr("Close the quote in the file, or choose another quote sign."),
    )
