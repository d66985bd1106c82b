"""A range of a sheet as a table: which sheet, which of its cells, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data.cells.cell_range import CellRange, parse_cell_range
from mlp_gui.data.cells.cell_text import column_texts, holds_numbers
from mlp_gui.data.cells.percent_cells import PercentShare
from mlp_gui.data.cells.workbook import Rows, Workbook
from mlp_gui.data.cells.written_cells import HowToRead, first_part, guess_dialect, preview_lines, read_cells
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.table_reader import FilePreview

_CHECKING, _LOADING = 0.2, 0.7  # shares of getting the cells
_MOST_ABOVE = 500  # rows above the range for which blank lines stand, so that lines are the sheet's rows
_PREVIEW_ROWS = 200


@dataclass(frozen=True)
class SheetCells:
    """The cells of a range, without empty rows and columns around them.

    Attributes
    ----------
    sheet : str
    sheets : tuple of str
        All sheets of the workbook.
    rows : list of list
    above : int
        Rows of the sheet above the first one.
    percent : str
        How cells in percent are read, as in `Dialect`; "" where there are none.
    """

    sheet: str
    sheets: tuple[str, ...]
    rows: Rows
    above: int
    percent: str = ""

    def written(self) -> tuple[Iterator[Sequence[Any]], frozenset[int]]:
        """Return the rows as they are to be written, and the positions of columns with numbers; once only."""
        columns = list(zip(*self.rows, strict=True))
        self.rows.clear()  # both at once would double the memory
        numbers = frozenset(j for j, column in enumerate(columns) if holds_numbers(column))
        texts = [column_texts(column) for column in cancellable_loop(columns)]
        blank: Iterator[Sequence[Any]] = repeat((), min(self.above, _MOST_ABOVE))
        return chain(blank, zip(*texts, strict=True)), numbers


def read_sheet(path: Path, how: HowToRead) -> Table:
    """Read the sheet that a dialect names, else the first one with cells, into a table.

    Parameters
    ----------
    path : Path
    how : HowToRead

    Raises
    ------
    UserError
        If the workbook cannot be read, or there is no such sheet or no cell in it.
    """
    progress = first_part(how.progress)
    found = _sheet_cells(path, how.dialect, how.like, progress)
    rows, numbers = found.written()
    progress(1.0)
    table = read_cells(path, rows, numbers, how)
    assert table.dialect is not None
    wanted = how.dialect or how.like
    cells = wanted.cells if wanted is not None else ""
    dialect = table.dialect.replace(sheet=found.sheet, cells=cells, percent=found.percent)
    said = (_which_sheet(found),) if len(found.sheets) > 1 else ()
    return replace(table, dialect=dialect, warnings=(*said, *table.warnings))


def preview_sheet(path: Path, chosen: Dialect | None) -> FilePreview:
    """Return the first rows of a sheet as text.

    Parameters
    ----------
    path : Path
    chosen : Dialect or None
        Names the sheet and the range.
    """
    found = _sheet_cells(path, chosen, None, lambda share: None)
    del found.rows[_PREVIEW_ROWS:]
    lines = ("",) * min(found.above, _MOST_ABOVE) + _lines(found.rows)
    rows, numbers = found.written()
    guess = guess_dialect(path, rows, numbers)
    cells = chosen.cells if chosen is not None else ""
    guess = guess.replace(sheet=found.sheet, cells=cells, percent=found.percent)
    return FilePreview(guess, "utf-8", lines, found.sheets)


def _lines(rows: Rows) -> tuple[str, ...]:
    """Return rows as lines with tabs between the cells; what is written in a cell stays in its line."""
    return preview_lines(zip(*(column_texts(column) for column in zip(*rows, strict=True)), strict=True))


def _sheet_cells(
    path: Path, dialect: Dialect | None, like: Dialect | None, progress: Callable[[float], None]
) -> SheetCells:
    """Return the cells of the sheet that is wanted, or of the first one with cells."""
    wanted = dialect or like
    area = parse_cell_range(wanted.cells if wanted is not None else "")
    named = wanted.sheet if wanted is not None else ""
    with Workbook(path, lambda share: progress(_CHECKING * share)) as book:
        if dialect is None and named not in book.sheets:
            named = ""  # that of another workbook
        for sheet in (named,) if named else book.sheets:
            rows = book.rows(sheet, lambda share: progress(_CHECKING + _LOADING * share))
            rows, above = _trimmed(rows, area)
            if rows:
                percent = _settle_percent(rows, wanted)
                return SheetCells(sheet, book.sheets, rows, above, percent)
    raise _no_cells(path.name, named, wanted.cells if wanted is not None else "")


def _settle_percent(rows: Rows, wanted: Dialect | None) -> str:
    """Make shares of the cells in percent where that is wanted, and return how they are read; "" without any."""
    if not any(PercentShare in map(type, row) for row in cancellable_loop(rows, 10_000)):
        return ""
    if wanted is None or wanted.percent != "share":
        return "shown"
    for row in rows:
        row[:] = [float(cell) if type(cell) is PercentShare else cell for cell in row]
    return "share"


def _no_cells(name: str, named: str, cells: str) -> UserError:
    if cells:
        title = tr("The range {cells} of {name} has no cells.", name=name, cells=cells)
    elif named:
        title = tr("The sheet {sheet} of {name} is empty.", name=name, sheet=named)
    else:
        title = tr("{name} has no sheet with cells.", name=name)
    return UserError(title, hint=tr("Choose another sheet or range.") if named else tr("Choose another file."))


def _trimmed(rows: Rows, area: CellRange) -> tuple[Rows, int]:
    """Return the rows of a range without empty rows and columns around them, and how many rows are above."""
    rows = rows[area.first_row : area.end_row]
    left, right = area.first_column, min(area.end_column, len(rows[0]) if rows else 0)
    while left < right and not _any(rows, left):
        left += 1
    while right > left and not _any(rows, right - 1):
        right -= 1
    if left >= right:
        return [], 0
    top, end = 0, len(rows)
    while not any(_is_filled(cell) for cell in rows[top][left:right]):
        top += 1
    while not any(_is_filled(cell) for cell in rows[end - 1][left:right]):
        end -= 1
    return [row[left:right] for row in cancellable_loop(rows[top:end], 10_000)], area.first_row + top


def _any(rows: Rows, j: int) -> bool:
    return any(_is_filled(row[j]) for row in rows)


def _is_filled(cell: object) -> bool:
    return cell is not None and cell != ""


def _which_sheet(found: SheetCells) -> str:
    others = [sheet for sheet in found.sheets if sheet != found.sheet]
    return tr("The sheet {sheet} was read; there are also {names}.", sheet=found.sheet, names=join_names(others, 6))
