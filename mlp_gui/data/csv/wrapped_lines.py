"""Lines that are quoted as a whole, with the cells inside, as spreadsheets write rows that they took for one cell."""

from __future__ import annotations

import re

from mlp_gui.data.csv.separator_detection import split_records

_WRAPPED = re.compile(r'[ \t]*"((?>[^"\n]++|"")*+)"[;,\t ]*')
_SEPARATORS = (",", ";", "\t", "|")
_ENOUGH = 200
_MOSTLY = 0.95


def unwrap_lines(text: str) -> str:
    """Return a text without the quotes around whole lines; other lines stay.

    Parameters
    ----------
    text : str
        Whole lines.
    """
    return "\n".join(_unwrapped(line) for line in text.split("\n"))


def _unwrapped(line: str) -> str:
    found = _WRAPPED.fullmatch(line)
    return found[1].replace('""', '"') if found else line


def are_lines_wrapped(text: str) -> bool:
    """Tell whether lines are quoted as a whole and hold as many cells each, the first one among them.

    Parameters
    ----------
    text : str
        The first lines of a file.
    """
    lines = [line for line in text.split("\n") if line.strip()][:_ENOUGH]
    wrapped = sum(bool(_WRAPPED.fullmatch(line)) for line in lines[1:])
    if len(lines) < 2 or wrapped < _MOSTLY * (len(lines) - 1):
        return False
    plain = "\n".join(map(_unwrapped, lines))
    return any(_have_one_width(plain, separator) for separator in _SEPARATORS if separator in plain)


def _have_one_width(text: str, separator: str) -> bool:
    widths = [len(row) for _, row in split_records(text, separator, '"') if row]
    return widths[0] > 1 and sum(width == widths[0] for width in widths) >= _MOSTLY * len(widths)
