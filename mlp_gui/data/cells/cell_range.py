"""A range of cells as spreadsheets write it: B3:F200, or open at one end, such as B3: or B:F."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_CORNER = r"\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?"
_RANGE = re.compile(rf"\s*{_CORNER}\s*:\s*{_CORNER}\s*")


@dataclass(frozen=True)
class CellRange:
    """The rows and columns of a sheet from the first to before the last, counted from 0.

    Attributes
    ----------
    first_row, end_row, first_column, end_column : int
    """

    first_row: int = 0
    end_row: int = MOST_ROWS
    first_column: int = 0
    end_column: int = MOST_COLUMNS


def parse_cell_range(text: str) -> CellRange:
    """Read a range such as B3:F200, B:F, 3:200 or B3:; the whole sheet when the text is empty.

    Raises
    ------
    UserError
        If it is no range.
    """
    if not text.strip():
        return CellRange()
    found = _RANGE.fullmatch(text)
    if found is None or not any(found.groups()):
        raise _no_range(text)
    left, top, right, bottom = found.groups()
    first_row, end_row = int(top or 1) - 1, int(bottom or MOST_ROWS)
    first_column = column_number(left) if left else 0
    end_column = column_number(right) + 1 if right else MOST_COLUMNS
    if first_row >= end_row or first_column >= end_column or end_row > MOST_ROWS or end_column > MOST_COLUMNS:
        raise _no_range(text)
    return CellRange(first_row, end_row, first_column, end_column)


def column_number(letters: str) -> int:
    """Return the number, counted from 0, of the column that a spreadsheet calls A, B, ..., Z, AA, ..."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _no_range(text: str) -> UserError:
    return UserError(
        tr("{text} is no range of cells.", text=text.strip()[:40]),
        hint=tr("Write its first and its last cell, such as B3:F200. B:F means whole columns, 3:200 whole rows."),
    )
