"""What a command found, twice: as text for people and as plain data for programs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from mlp_gui.core.errors import UserError


def refuse_overwriting(place: str | None, *others: str | None) -> None:
    """UserError when a result would take the place of one of these files: a table, a run or another result."""
    if place is None:
        return
    for other in filter(None, others):
        if os.path.realpath(place) == os.path.realpath(other):
            raise UserError(
                f"{place} would be overwritten.", "It is named twice.", "Choose another name for the result."
            )


@dataclass(frozen=True)
class Result:
    text: str
    plain: dict[str, Any]


def format_table(rows: list[list[str]]) -> str:
    """Rows of cells as aligned columns: the first to the left, the others to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def format_cell(value: float | None) -> str:
    """A number with four significant digits; a dash for one that is not there."""
    return "-" if value is None or value != value else f"{value:.4g}"
