"""What all sheets of the workbook share: where rows begin, how days are counted, and how a text stands in a formula."""

from __future__ import annotations

FIRST, ROWS = 5, 5  # the first row of cells, and how many there are without derived columns
EXCEL_DAYS = 25_569  # 1970-01-01 as Excel counts days


def quoted(text: str) -> str:
    """Write a text inside a formula, where only quotation marks are doubled."""
    return '"' + text.replace('"', '""') + '"'
