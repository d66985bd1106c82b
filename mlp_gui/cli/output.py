"""What a command found, twice: as text for people and as plain data for programs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from mlp_gui.core.errors import UserError


def refuse_overwriting(place: str | None, *others: str | None) -> None:
    """Raise when a result would take the place of one of these files.

    Parameters
    ----------
    place : str or None
        Where the result is to go; None when it is not asked for.
    *others : str or None
        A table, a run, or the place of another result.

    Raises
    ------
    UserError
        If two of them are the same file.
    """
    if place is None:
        return
    for other in filter(None, others):
        if os.path.realpath(place) == os.path.realpath(other):  # one file, named in two ways
            raise UserError(
                f"{place} would be overwritten.", "It is named twice.", "Choose another name for the result."
            )


@dataclass(frozen=True)
class Result:
    """What a command answers: `text` for people, `plain` for programs, and the exit code."""

    text: str
    plain: dict[str, Any]
    code: int = 0


def format_table(rows: list[list[str]]) -> str:
    """Align rows of cells as columns: the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def format_cell(value: float | None) -> str:
    """Write a number with four significant digits; a dash for one that is not there."""
    return "-" if value is None or value != value else f"{value:.4g}"
