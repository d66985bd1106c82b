"""Places of results: none may be a file that the command reads, or another result."""

from __future__ import annotations

import os

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
