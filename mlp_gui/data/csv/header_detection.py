"""The head of a file: titles and comments above the table, and whether its first row holds names."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from mlp_gui.data.columns.cell_types import cell_kind
from mlp_gui.data.columns.dialect import MOST_COLUMNS
from mlp_gui.data.csv.header_lines import find_header_lines, first_of_logger
from mlp_gui.data.csv.separator_detection import is_blank, split_records

_ENOUGH_COLUMNS = 300
_MOST_TITLES = 10
_LONGEST_CODE = 200
_COMMENTS = ("#", "%", "//", "!")
Record = tuple[int, list[str]]


@dataclass(frozen=True)
class DetectedHeader:
    """What the first lines tell: lines to skip, whether a header follows, the comment sign, and the header's lines."""

    skip: int
    header: bool
    comment: str = ""
    lines: tuple[str, ...] = ("names",)


def detect_header(text: str, separator: str, quote: str, escape: str, width: int) -> DetectedHeader:
    """Skip titles and comments, then decide whether the first record of the table holds names.

    Parameters
    ----------
    text : str
        The first lines of the file.
    separator, quote, escape : str
    width : int
        How many cells most records have.
    """
    records = [r for r in records_safely(text, separator, quote, escape) if not is_blank(r[1])]
    comment = _comment_sign(records, width)
    body = [r for r in records if not (comment and r[1][0].lstrip().startswith(comment))]
    if not body:
        return DetectedHeader(0, True, comment)
    named = _commented_header(records, body, comment, separator)
    if named is not None:
        return DetectedHeader(named, True, comment)
    first = first_of_logger([row for _, row in body]) or _first_of_table(body, width)
    first -= _is_group_line(body, first, width)
    rows = [row for _, row in body[first : first + 200]]
    lines = find_header_lines(rows, width)
    header = len(lines) > 1 or has_header(rows, width)
    return DetectedHeader(body[first][0] if first or _leading(records, body) else 0, header, comment, lines)


def _is_group_line(body: list[Record], first: int, width: int) -> bool:
    """Whether the line above the names holds names of groups of columns, as in merged cells, and no title."""
    if not first or len(body[first - 1][1]) > width:
        return False
    groups, names = ([c.strip() for c in row] for _, row in body[first - 1 : first + 1])
    filled, named = [c for c in groups if c], [c for c in names if c]
    alike = len(named) > len(set(named)) or any(g and not n for g, n in zip(groups, names, strict=False))
    return len(filled) > 1 and alike and all(cell_kind(c) == "text" for c in filled) and _are_names(named)


def records_safely(text: str, separator: str, quote: str, escape: str, most: int = MOST_COLUMNS + 1) -> list[Record]:
    """Split a text into records, without regard to quotes where they make that impossible.

    Parameters
    ----------
    text : str
    separator, quote, escape : str
    most : int
        Cells beyond so many are cut off: no line of millions of separators is looked at cell by cell.
    """
    try:
        return _cut_records(split_records(text, separator, quote, escape), most)
    except csv.Error:
        return _cut_records(split_records(text, separator, "", escape), most)


def _cut_records(records: Iterable[Record], most: int) -> list[Record]:
    return [(line, row[:most]) for line, row in records]


def _leading(records: list[Record], body: list[Record]) -> bool:
    return records[0] is not body[0]


def _comment_sign(records: list[Record], width: int) -> str:
    """Return a sign that begins the first line, or whole lines of another width further down."""
    for sign in _COMMENTS:
        marked = [row for _, row in records if row[0].lstrip().startswith(sign)]
        if not marked or len(marked) > 0.8 * len(records):
            continue
        leads = records[0][1][0].lstrip().startswith(sign)
        odd = sign == "#" and all(len(row) != width for row in marked)
        if leads or odd:
            return sign
    return ""


def _commented_header(records: list[Record], body: list[Record], comment: str, separator: str) -> int | None:
    """Return the line of the last leading comment when it holds a name per column and data follow at once."""
    leading = [r for r in records if r[0] < body[0][0]]
    if not comment or not leading or len(leading[-1][1]) != len(body[0][1]):
        return None
    names = [leading[-1][1][0].lstrip(comment + " "), *leading[-1][1][1:]]
    textual = all(cell_kind(n) == "text" for n in names if n.strip())
    if not textual or has_header([row for _, row in body[:200]], len(body[0][1])):
        return None
    return leading[-1][0]


def _first_of_table(body: list[Record], width: int) -> int:
    """Find the first record of the table: as wide as most, or a header one name short or long."""
    for i, (_, row) in enumerate(body):
        if width == 1:
            return 0
        filled = [c for c in row if c.strip()]
        if len(row) == width:
            below = [sum(1 for c in r if c.strip()) for _, r in body[i + 1 : i + 20] if len(r) == width]
            title = width >= 3 and len(filled) <= max(1, 0.3 * width) and below and max(below) > 2 * len(filled) + 1
            padded = len(filled) == 1 and bool(row[0].strip()) and _title_above_names(body[i:], width)
            if not padded and not (title and sorted(below)[len(below) // 2] > 2 * len(filled)):
                return i
            continue
        wordy = len(filled) >= max(1, min(len(row), width) - 1) and _are_names(filled)
        if len(filled) == len(row) > 1 and _are_names(row) and _nothing_beyond(body[i + 1 :], len(row), width):
            return i
        follows = i + 1 < len(body) and len(body[i + 1][1]) <= width and len(body[i + 1][1]) > 1
        if (
            wordy
            and follows
            and (len(row) > width or (len(row) == width - 1 and not _names_follow(body[i + 1 :], width)))
        ):
            return i
        if len(row) > width and follows and i == 0 and len(body) <= 3:
            return i
    return 0


def _are_names(cells: list[str]) -> bool:
    """Words, among which y, n, t or f may stand alone."""
    kinds = {cell_kind(c) for c in cells}
    return "text" in kinds and kinds <= {"text", "boolean"}


def _nothing_beyond(body: list[Record], names: int, width: int) -> bool:
    """Whether the rows are wider than the names only by empty cells, as when a spreadsheet saved too many columns."""
    rows = [row for _, row in body[:200] if len(row) == width]
    empty = bool(rows) and not any(c.strip() for row in rows for c in row[names:])
    return empty and not _names_follow([(line, row[:names]) for line, row in body], names)


def _title_above_names(body: list[Record], width: int) -> bool:
    """Whether full rows begin with names a few lines below a row with one cell: a spreadsheet pads its titles."""
    rows = [row for _, row in body[:_MOST_TITLES] if len(row) == width]
    empty = next((k for k, row in enumerate(rows) if all(c.strip() for c in row)), 0)
    titles = all(
        sum(1 for c in row if c.strip()) <= 1 and cell_kind(row[0]) in ("text", "missing") for row in rows[:empty]
    )
    return empty > 0 and titles and _are_names(rows[empty]) and _names_follow(body[empty:], width)


def _names_follow(body: list[Record], width: int) -> bool:
    rows = [row for _, row in body[:200] if len(row) == width]
    return len(rows) > 1 and has_header(rows, width) and any(cell_kind(c) != "text" for row in rows[1:] for c in row)


def has_header(rows: list[list[str]], width: int) -> bool:
    """Decide whether the first row holds names: words above numbers, dates or truth values, or words that never recur.

    Parameters
    ----------
    rows : list of list of str
    width : int
    """
    if len(rows) == 1:
        return all(cell_kind(c) in ("text", "missing") for c in rows[0]) or not any(
            cell_kind(c) == "number" for c in rows[0]
        )
    first, below = rows[0], [r for r in rows[1:] if len(r) == len(rows[0])] or [r for r in rows[1:] if len(r) == width]
    if not below:
        return all(cell_kind(c) == "text" for c in first if c.strip())
    if len(first) != len(below[0]):
        return _are_names([c for c in first if c.strip()])
    if not any(c.strip() for c in first):
        return True
    yes, no, same = _votes(first, [r for r in below if r != first] or below)
    if yes == no == 0:
        return _words_never_again(first, below)
    if no and not yes:
        fractions = any("." in c for row in below for c in row if cell_kind(c) == "number")
        return (same or fractions) and _years_or_codes(first) and _words_never_again(first, below, only_text=True)
    return yes >= no or _years_or_codes(first)


def _votes(first: list[str], below: list[list[str]]) -> tuple[int, int, bool]:
    """Count the columns whose first cell differs in kind from those below, and those where a telling kind agrees.

    The third entry says whether any text stands above text.
    """
    yes = no = 0
    text_above_text = False
    for j in _some_columns(len(first)):
        cell = first[j]
        kinds = Counter(cell_kind(r[j]) for r in below)
        kinds.pop("missing", None)
        if not kinds:
            continue
        kind, n = kinds.most_common(1)[0]
        mine = cell_kind(cell)
        if mine == "missing" or n < 0.8 * sum(kinds.values()):
            continue
        if kind == mine == "text":
            text_above_text = True
            yes_len, no_len = _shape_vote(cell, [r[j] for r in below])
            yes, no = yes + yes_len, no + no_len
        elif kind == mine:
            no += 1
        elif kind != "text" or mine in ("number", "date"):
            yes += 1
    return yes, no, text_above_text


def _shape_vote(cell: str, below: list[str]) -> tuple[int, int]:
    """Codes of one shape, such as MG-8769, tell whether the first cell is one of them."""
    shapes = {_shape(c) for c in below if c.strip()}
    if len(shapes) != 1 or len(below) < 3 or "9" not in (shape := shapes.pop()):
        return 0, 0
    return (0, 1) if _shape(cell) == shape else (1, 0)


def _shape(cell: str) -> str:
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "9", cell.strip()[:_LONGEST_CODE]))


def _years_or_codes(first: list[str]) -> bool:
    """Numbers as names: whole, all different, and in even steps, as 1960, 1961, 1962."""
    numbers = [c.strip() for c in first if cell_kind(c) == "number"]
    if len(numbers) < 3 or not all(n.isdigit() for n in numbers) or len(set(numbers)) < len(numbers):
        return False
    steps = {int(b) - int(a) for a, b in pairwise(numbers)}
    return len(steps) == 1 and steps != {0}


def _words_never_again(first: list[str], below: list[list[str]], only_text: bool = False) -> bool:
    named = [(j, c.strip()) for j, c in enumerate(first) if c.strip() and (not only_text or cell_kind(c) == "text")]
    if len({c for _, c in named}) < len(named):
        return False
    asked = set(_some_columns(len(first)))
    return not any(c == r[j].strip() for j, c in named if j in asked for r in below)


def _some_columns(width: int) -> range:
    """Of a wide table some hundred columns tell as much as all, and ten thousand take a second."""
    return range(0, width, max(1, width // _ENOUGH_COLUMNS))
