"""Names of columns in one option, separated by commas, although a name may hold commas itself: `Q, m3/s`."""

from __future__ import annotations

import csv

from mlp_gui.data.columns.table import Table


def names_of(text: str | None, table: Table) -> tuple[str, ...]:
    """The columns that an option names: `a,b`, or `"Q, m3/s",b` with or without its quotes. UserError for no column."""
    if not text:
        return ()
    cells = next(csv.reader([text], skipinitialspace=True), [])
    names = tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    if not all(map(table.has, names)) and (joined := _joined(text.split(","), table)):
        return joined
    for name in names:
        table.field(name)  # refuses an unknown column by its name
    return names


def _joined(pieces: list[str], table: Table) -> tuple[str, ...]:
    """The columns whose names, joined by commas, are these pieces, the longest first; () when there are none."""
    for end in range(len(pieces), 0, -1):
        name = ",".join(pieces[:end]).strip()
        if table.has(name):
            rest = _joined(pieces[end:], table)
            if rest or end == len(pieces):
                return tuple(dict.fromkeys((name, *rest)))
    return ()
