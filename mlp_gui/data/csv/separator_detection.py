"""Sniffing finds separator and quotes: the pair under which rows agree on their width and cells look like cells.

After van den Burg, Nazabal and Sutton, 2019, "Wrangling messy CSV files by detecting row and type patterns".
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

import numpy as np

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.data.columns.cell_types import DATE, TIME, cell_kind, neatness
from mlp_gui.data.columns.dialect import MOST_COLUMNS, Dialect

csv.field_size_limit(1 << 30)  # the standard limit of 128 kB per cell raises on files that are merely unusual
_SAMPLE_RECORDS = 200
_BLANKS = re.compile(r"[ \t]+")
_RANK = {",": 1.0, "\t": 0.999, ";": 0.998, "|": 0.997, " ": 0.95, "^": 0.9, "~": 0.9, ":": 0.85}


@dataclass(frozen=True)
class DetectedSeparator:
    """separator "" means one column. width: cells of most records."""

    separator: str
    quote: str
    escape: str
    width: int
    score: float


def split_records(text: str, separator: str, quote: str, escape: str = "") -> Iterator[tuple[int, list[str]]]:
    """Yield (line of its start counted from 0, cells) of every record, blank lines included as [].

    Parameters
    ----------
    text : str
    separator, quote, escape : str
    """
    lines = text.split("\n")
    if separator == " ":
        lines = [_BLANKS.sub(" ", line.strip()) for line in lines]
    reader = csv.reader(
        (line + "\n" for line in cancellable_loop(lines, 100)),
        delimiter=separator or "\x1f",
        quotechar=quote or None,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        escapechar=escape or None,
        skipinitialspace=True,
    )
    start = 0
    for row in reader:
        yield start, row
        start = reader.line_num


def are_plain_records(text: str, dialect: Dialect, width: int, longest: int) -> bool:
    """Tell whether every line is a record of that width that begins with a cell, all at once and beyond doubt.

    Parameters
    ----------
    text : str
        Whole lines.
    dialect : Dialect
    width : int
        Cells.
    longest : int
        Bytes that a line may have.
    """
    separator, quote = dialect.separator.encode(), dialect.quote
    if len(separator) != 1 or separator == b" " or dialect.escape or dialect.comment or (quote and quote in text):
        return False
    data = np.frombuffer(text.encode("utf-8", "replace"), np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    if not len(ends) or ends[-1] != len(data) - 1:
        return False
    starts = np.append(0, ends[:-1] + 1)
    first = data[starts]  # a blank of Unicode begins with 128 or more
    if not ((first > ord(" ")) & (first < 128) & (first != ord(separator))).all() or (ends - starts).max() > longest:
        return False
    before = np.searchsorted(np.flatnonzero(data == ord(separator)), ends)
    return bool((np.diff(before, prepend=0) == width - 1).all())


def is_blank(row: list[str]) -> bool:
    """Tell whether a record has no cell, or one of blanks only."""
    return not row or (len(row) == 1 and not row[0].strip())


def detect_separator(text: str) -> DetectedSeparator:
    """Find the best separator, quote and escape for a sample of whole lines."""
    candidates = [c for c in _RANK if c in text or (c == " " and "\t" in text)]
    lines = [line.strip() for line in text.split("\n")[1:50]]
    if ":" in candidates and any(TIME.search(line) or DATE.search(line) for line in lines):
        candidates.remove(":")
    quotes = ['"'] + (["'"] if _apostrophes_surround(text) else [])
    found = [_one_column(text)]
    for quote in quotes:
        for separator in candidates:
            found += [_score(text, separator, quote, escape) for escape in _escapes(text, separator)]
    # The first of equals wins: the plain reading before quotes and escapes that change nothing.
    best = max(found, key=lambda s: s.score)
    return best if best.separator else _ragged(text) or best


def _ragged(text: str) -> DetectedSeparator | None:
    """Rows without a common width are no single column when the first line and most others hold one separator."""
    for separator in (c for c in _RANK if c != " "):
        rows = [row for _, row in split_records(text, separator, '"') if not is_blank(row)][:_SAMPLE_RECORDS]
        several = sum(len(row) > 1 for row in rows)
        if len(rows) > 1 and len(rows[0]) > 2 and several >= 0.6 * len(rows):
            return DetectedSeparator(separator, '"', "", len(rows[0]), 0.0)
    return None


def _apostrophes_surround(text: str) -> bool:
    return "'" in text and bool(re.search(r"(?:^|[,;|\t ])'[^'\n]*'(?=[,;|\t ]|$)", text, re.M))


def _escapes(text: str, separator: str) -> tuple[str, ...]:
    return ("", "\\") if f"\\{separator}" in text or '\\"' in text else ("",)


def _one_column(text: str) -> DetectedSeparator:
    rows = [line for line in text.split("\n")[:_SAMPLE_RECORDS] if line.strip()]
    neat = sum(map(_neat_line, rows)) / max(len(rows), 1)
    return DetectedSeparator("", '"', "", 1, 0.3 * neat)


def _neat_line(line: str) -> float:
    inner = line.strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"' and '"' not in inner[1:-1]:
        return 0.9
    return neatness(line)


def _decimal_commas(rows: list[list[str]]) -> bool:
    """One name above pairs of digits: numbers with decimal commas rather than two columns."""
    pairs = [row for row in rows if len(row) == 2]
    if any(cell_kind(cell) == "text" for row in pairs for cell in row):
        return False
    digits = sum(row[0].strip().lstrip("+-").isdigit() and row[1][:1].isdigit() for row in pairs)
    return digits > 0.5 * len(pairs)


def _score(text: str, separator: str, quote: str, escape: str) -> DetectedSeparator:
    rows = []
    try:
        for _, row in split_records(text, separator, quote, escape):
            if not is_blank(row) and not row[0].startswith("#"):
                rows.append(row[: MOST_COLUMNS + 1])
            if len(rows) >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return DetectedSeparator(separator, quote, escape, 1, 0.0)
    if not rows:
        return DetectedSeparator(separator, quote, escape, 1, 0.0)
    counts = Counter(map(len, rows))
    width, members = max(counts.items(), key=lambda c: (c[1], c[0]))
    if width < 2:
        return DetectedSeparator(separator, quote, escape, width, 0.0)
    share = members / len(rows)
    if members > 2 and len(rows[0]) == 1:
        share = 0.9 * members / sum(1 for _ in dropwhile(lambda row: len(row) == 1, rows))  # titles stand above
    cells = [cell for row in rows if len(row) == width for cell in row[:200]]
    neat = sum(map(neatness, cells[:4000])) / len(cells[:4000])
    score = share**2 * neat * (1 - 1 / (width + 0.5)) * _RANK[separator]
    if separator == "," and width == 2 and len(rows[0]) == 1 and _decimal_commas(rows):
        score *= 0.3
    if separator == " " and sum(cell_kind(c) not in ("text", "missing") for c in cells[:500]) < 0.2 * len(cells[:500]):
        score *= 0.3  # blanks between words are no separators
    return DetectedSeparator(separator, quote, escape, width, score)
