"""Writing CSV: numbers keep every digit, and a spreadsheet takes no text for a formula, whatever it splits at."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal, TextIO

import pandas as pd

# What makes a spreadsheet run a cell as a formula (OWASP, "CSV injection"), the wide forms of East Asia included: an
# apostrophe in front makes it text.
_STARTS = "=+\\-@\uff0b\uff0d\uff1d\uff20"
# A spreadsheet whose country separates by semicolons splits the cell "a;=1+1", and quotes inside a cell do not save it.
# What a cell or one of its pieces may begin with and still run: blanks, quotes, characters that are not seen.
_UNSEEN = (
    '[ "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\x85\\xa0\\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f'
    "\u205f-\u206f\u3000\u3164\ufeff\uffa0]*"
)
_NUMBER = r"(?:[+-](?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?|[+-]\d{1,3}(?:,\d{3})+(?:\.\d+)?)"
_WHOLE_NUMBER = re.compile(_NUMBER)
_FIRST = re.compile(f"[\t\r\n]|{_UNSEEN}[{_STARTS}]|sep=", re.IGNORECASE)  # "sep=x" makes Excel split at x
_CONTINUES = re.compile(r"\s*(?:[\d*/^&<>%]|e\d).*[|(]", re.DOTALL | re.IGNORECASE)
_LATER = re.compile(f"(?:([;|])(?!{_NUMBER}(?:\\1|$))|[\t\r\n])(?={_UNSEEN}[{_STARTS}])")


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as UTF-8 with commas and a header; missing cells are empty.

    Text cells and headings are made safe with an apostrophe, see `safe_text`.
    """
    safe = frame.copy()
    safe.columns = pd.Index([safe_text(str(name)) for name in frame.columns])
    quoted = any(map(_needs_quotes, safe.columns))
    for position in range(frame.shape[1]):
        column = frame.iloc[:, position]
        if column.dtype.kind not in "biufM":
            cells = column.map(safe_text, na_action="ignore").to_numpy()
            quoted = quoted or any(map(_needs_quotes, cells))
            safe.isetitem(position, cells)
    return str(safe.to_csv(index=False, lineterminator="\n", quoting=_quoting(quoted))).encode("utf-8")


def exact_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame with every text as it is, for a file that only this program reads: a spreadsheet might run it."""
    return str(frame.to_csv(index=False, lineterminator="\n")).encode("utf-8", "surrogateescape")


def write_exact_rows(rows: Iterable[Sequence[object]], file: TextIO) -> None:
    """Write rows of cells with every text as it is, for a file that only this program reads.

    Parameters
    ----------
    rows : iterable of sequence
    file : text file
    """
    csv.writer(file, lineterminator="\n").writerows(rows)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Write rows of cells with commas, each text made safe as `safe_text` does; None and nan are empty."""
    cells = [[_cell(cell) for cell in row] for row in rows]
    quoted = any(_needs_quotes(cell) for row in cells for cell in row)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n", quoting=_quoting(quoted)).writerows(cells)
    return text.getvalue()


def _cell(cell: object) -> object:
    return "" if cell is None or (isinstance(cell, float) and cell != cell) else safe_text(cell)


def _needs_quotes(cell: object) -> bool:
    """Say whether a cell is safe in quotes only, which Python's writer spares.

    Readers take a bare carriage return for the end of the line. Where decimals have a comma, "-1,2+cmd|x" is one cell.
    """
    return isinstance(cell, str) and ("\r" in cell or _CONTINUES.match(cell) is not None)


def _quoting(quoted: bool) -> Literal[0, 2]:
    return csv.QUOTE_NONNUMERIC if quoted else csv.QUOTE_MINIMAL


def safe_text(text: object) -> object:
    """Put an apostrophe in front of what a spreadsheet would run, of a piece behind another separator too.

    Numbers written as text stay numbers.
    """
    if not isinstance(text, str):
        return text
    runs = _FIRST.match(text) and not _WHOLE_NUMBER.fullmatch(text)
    return ("'" if runs else "") + _LATER.sub(_behind, text)


def _behind(separator: re.Match[str]) -> str:
    return f"{separator[0]}'"


def read_back(data: bytes) -> pd.DataFrame:
    """Read what `to_csv` wrote, for comparison: every cell as its text, empty ones as ""."""
    return pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
