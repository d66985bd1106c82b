"""Decimal commas between cells that commas separate, too: without quotes nobody can tell one from the other."""

from __future__ import annotations

import re

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.cell_types import cell_kind
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.csv.header_detection import records_safely
from mlp_gui.data.csv.separator_detection import is_blank

_WHOLE = re.compile(r"[+\-−]?\d{1,9}")
_FRACTION = re.compile(r"\d+")
_ROWS = 200


def refuse_decimal_commas(text: str, dialect: Dialect, name: str) -> None:
    """Check that rows are not wider than the names because their numbers are written with decimal commas.

    Parameters
    ----------
    text : str
        The first lines of the file.
    dialect : Dialect
        As it was detected.
    name : str
        Of the file.

    Raises
    ------
    UserError
        If every surplus cell of every row is explained by a comma between two groups of digits, and row names do not
        explain it as well.
    """
    if dialect.separator != ",":
        return
    records = [r for r in records_safely(text, ",", dialect.quote, dialect.escape) if not is_blank(r[1])]
    at = next((i for i, (line, _) in enumerate(records) if line >= dialect.skip), 0)
    at -= not dialect.header and at > 0  # names that are narrower than the rows may have been taken for a title
    if not records[at : at + 1]:
        return
    names, rows = records[at][1], [(line, _filled(row)) for line, row in records[at + 1 : at + 1 + _ROWS]]
    wide = [(line, row) for line, row in rows if len(row) > len(names)]
    words = all(cell_kind(c) in ("text", "boolean") for c in names)
    quoted = dialect.quote and any(dialect.quote in line for line in text.split("\n")[records[at][0] + 1 :][:_ROWS])
    if (
        len(names) < 2
        or len(wide) < 2
        or not words
        or quoted
        or not all(_explained(row, len(names)) for _, row in rows)
    ):
        return
    if _lack_names([row for _, row in rows], names):
        return
    line, row = wide[0]
    raise UserError(
        tr("The numbers of {name} seem to have decimal commas, and commas stand between its cells, too.", name=name),
        tr("Line {line:,} has {cells:,} cells below {names:,} names: {row}.", line=line + 1, cells=len(row),
           names=len(names), row=",".join(row)[:60]),
        tr("Put semicolons between the cells, or write decimal points. If there are no decimal commas, add names."),
    )  # fmt: skip


def _filled(row: list[str]) -> list[str]:
    """Return the cells without empty ones at the end."""
    last = max((j for j, cell in enumerate(row) if cell.strip()), default=-1)
    return row[: last + 1]


def _explained(row: list[str], names: int) -> bool:
    """Whether a row has as many cells as names, when numbers in two cells are joined as often as needed."""
    surplus, j = max(0, len(row) - names), 0
    while j + 1 < len(row) and surplus > 0:
        pair = _WHOLE.fullmatch(row[j].strip()) and _FRACTION.fullmatch(row[j + 1].strip())
        surplus, j = (surplus - 1, j + 2) if pair else (surplus, j + 1)
    return surplus == 0


def _lack_names(rows: list[list[str]], names: list[str]) -> bool:
    """Whether names are missing: R writes none above those of the rows, which are words or a count."""
    first = [row[0].strip() for row in rows]
    if all(_WHOLE.fullmatch(cell.strip()) for row in rows for cell in row) and any(
        len(row) > len(names) + 1 for row in rows
    ):
        return True  # whole numbers alone tell nothing, and these columns have no name
    if any(len(row) != len(names) + 1 for row in rows) or len(set(first)) < len(first):
        return False
    kinds = {cell_kind(cell) for cell in first}
    if kinds == {"number"}:
        return first == [str(i + int(first[0])) for i in range(len(first))] if first[0] in ("0", "1") else False
    return not (kinds == {"date"} and re.search(r"date|datum|time|zeit|day|tag", names[0], re.I))
