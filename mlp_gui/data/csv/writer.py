"""Writing a table as CSV: numbers keep every digit, and no text can be taken for a formula by a spreadsheet."""

from __future__ import annotations

import io
import re

import pandas as pd

# What makes a spreadsheet run a cell as a formula (OWASP, "CSV injection"): an apostrophe in front makes it text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SIGNED_NUMBER = re.compile(r"[+-](?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?|[+-]\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as UTF-8 with commas and a header; missing cells are empty.

    Text cells and headings are made safe with an apostrophe, see `safe_text`.
    """
    safe = frame.copy()
    safe.columns = pd.Index([safe_text(str(name)) for name in frame.columns])
    for position in range(frame.shape[1]):
        column = frame.iloc[:, position]
        if column.dtype.kind not in "biufM":
            safe.isetitem(position, column.map(safe_text, na_action="ignore").to_numpy())
    return str(safe.to_csv(index=False, lineterminator="\n")).encode("utf-8")


def safe_text(text: object) -> object:
    """Put an apostrophe in front of a text that a spreadsheet would run; numbers written as text stay numbers."""
    runs = isinstance(text, str) and text.startswith(FORMULA_STARTS) and not _SIGNED_NUMBER.fullmatch(text)
    return f"'{text}" if runs else text


def read_back(data: bytes) -> pd.DataFrame:
    """Read what `to_csv` wrote, for comparison: every cell as its text, empty ones as ""."""
    return pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
