"""What one cell looks like: a number, a date, a time, a word, nothing. Dialect and header guesses are built on it."""

from __future__ import annotations

import re

from mlp_gui.data.columns.dialect import MISSING_MARKERS, NUMERIC_MARKERS

NUMBER = re.compile(
    r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?"
    r"|[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?|[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?"
    r"|[+-]?\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?:[.,]\d*)?|[+-]?(?:inf|infinity)",
    re.I,
)
MONEY = re.compile(r"[+-]?[$€£¥]\s?\d[\d,.]*|\d[\d,.]*\s?[$€£¥%]")
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm])?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATE = re.compile(
    rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?:[T ]+{_CLOCK}(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
    rf"|\d{{1,2}}[- /]{_MONTH}[- /,]*\d{{2,4}}|{_MONTH}\.? \d{{1,2}},? \d{{2,4}}",
    re.I,
)
TIME = re.compile(_CLOCK)
BOOLEAN = {"true", "false", "yes", "no", "t", "f", "y", "n"}
_MISSING = {m.lower() for m in (*MISSING_MARKERS, *NUMERIC_MARKERS)}
_OTHER_SEPARATORS = re.compile(r"[,;|\t]")


def cell_kind(cell: str) -> str:
    """Find out what a cell looks like: "missing", "number", "boolean", "date", "time", "money" or "text"."""
    text = cell.strip()
    lowered = text.lower()
    if lowered in _MISSING:
        return "missing"
    if lowered in BOOLEAN:
        return "boolean"
    if text[0] in "+-.,0123456789iI" and NUMBER.fullmatch(text):
        return "number"
    for name, pattern in (("date", DATE), ("time", TIME), ("money", MONEY)):
        if pattern.fullmatch(text):
            return name
    return "text"


def neatness(cell: str) -> float:
    """Measure how much a cell looks like one, 0 to 1: a number most, a text with a separator or half a quote least."""
    kind = cell_kind(cell)
    if kind != "text":
        return 0.9 if kind == "missing" else 1.0
    text = cell.strip()
    if text[0] in "\"'" or text[-1] in "\"'":
        return 0.2
    return 0.3 if _OTHER_SEPARATORS.search(text) else 0.7
