"""The rows of a table as a Qt model: unrounded cells, in file order or in the order of a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from mlp_gui.core.number_format import DASH, format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, localize_signs, shorten_exponent, tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import shown

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SUBSET_ROLE = int(_ITEM.UserRole) + 1
KIND_ROLE = int(_ITEM.UserRole) + 2  # of a heading: what kind of values the column holds
LONG_TEXT = 200
SUBSETS = tuple(Subset)  # by the code of a row


class TableCell(NamedTuple):
    """What a cell shows.

    Attributes
    ----------
    text : str
    colour, ground : str or None
        Of the text and behind it, "#rrggbb"; None for the usual ones.
    """

    text: str
    colour: str | None = None
    ground: str | None = None


class TableModel(QAbstractTableModel):
    """Shows any number of rows: nothing is copied, only what is in view is turned into text.

    With `show_subsets` a first column tells the subset of each row (SUBSET_ROLE: its name, or "").
    """

    def __init__(self, why_unused: Callable[[int], str] | None = None) -> None:
        """Make an empty model; `why_unused` says why a row, by its number, belongs to no subset."""
        super().__init__()
        self._why_unused = why_unused or (lambda row: "")
        self._frame = pd.DataFrame()
        self._columns: dict[int, Any] = {}
        self._order: NDArray[np.int64] | None = None
        self._places: NDArray[np.int64] | None = None
        self._codes: NDArray[np.int8] | None = None
        self._names: list[str] = []
        self._kinds: list[str] = []
        self._headings: dict[str, str] = {}
        self._marked: frozenset[str] = frozenset()

    def show_frame(
        self, frame: pd.DataFrame, marked: frozenset[str] = frozenset(), headings: Mapping[str, str] | None = None
    ) -> None:
        """Show other rows, in their own order and without subsets.

        Parameters
        ----------
        frame : DataFrame
        marked : frozenset of str
            Columns that stand out: predictions, with four digits.
        headings : mapping, optional
            Column to what stands above it, where that is not its name.
        """
        self.beginResetModel()
        self._frame, self._marked = frame, marked
        self._columns = {}
        self._names = list(map(str, frame.columns.to_numpy()))
        self._order = self._places = self._codes = None
        self._kinds = []
        self._headings = dict(headings or {})
        self.endResetModel()

    def show_kinds(self, kinds: list[str]) -> None:
        """Show a word for each column of the frame (through `tr`) below its name."""
        self._kinds = kinds
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))

    def show_order(self, order: NDArray[np.int64] | None) -> None:
        """Show the rows in another order. The view keeps its place.

        Parameters
        ----------
        order : array of shape (n_rows,) or None
            Positions in the file; None for file order.
        """
        self._order = order
        self._places = None
        self._all_changed()

    def show_subsets(self, codes: NDArray[np.int8] | None) -> None:
        """Show the subset of each row in a first column.

        Parameters
        ----------
        codes : array of shape (n_rows,) or None
            In file order: 0, 1, 2 for training, validation, test, -1 for rows that are not used. None: no such column.
        """
        if (codes is None) != (self._codes is None):
            self.beginResetModel()
            self._codes = codes
            self.endResetModel()
        else:
            self._codes = codes
            self._all_changed()

    @property
    def frame(self) -> pd.DataFrame:
        return self._frame

    @property
    def order(self) -> NDArray[np.int64] | None:
        return self._order

    @property
    def offset(self) -> int:
        """The number of columns before the first of the frame: 1 when subsets are shown, else 0."""
        return int(self._codes is not None)

    def row_number(self, shown: int) -> int:
        """Return the position in the file of a shown row; both from 0."""
        return shown if self._order is None else int(self._order[shown])

    def shown_position(self, row_number: int) -> int:
        """Return where a row of the file is shown; both from 0."""
        if self._order is None:
            return row_number
        if self._places is None:
            self._places = np.empty(len(self._order), np.int64)
            self._places[self._order] = np.arange(len(self._order))
        return int(self._places[row_number])

    def column_name(self, section: int) -> str:
        return self._names[section - self.offset]

    def heading(self, section: int) -> str:
        """Return what stands above a column of the frame: its name, in the reader's language if it is ours."""
        name = self.column_name(section)
        return self._headings.get(name, name)

    def is_number(self, section: int) -> bool:
        return section >= self.offset and self._column(section).dtype.kind in "iuf"

    def first_texts(self, section: int, most: int) -> list[str]:
        """Return texts of a column, from the first row on, to measure its width.

        Parameters
        ----------
        section : int
        most : int
            How many rows are looked at.
        """
        rows = range(min(most, len(self._frame)))
        return [self._text(self.row_number(row), section) for row in rows]

    def cell(self, row: int, section: int) -> TableCell:
        """Return what is painted.

        Parameters
        ----------
        row : int
            As shown, from 0.
        section : int
            One that belongs to the frame, not to the subsets.
        """
        number = self.row_number(row)
        return TableCell(self._text(number, section), *self._colours(number, section))

    def side(self, section: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.is_number(section) else _LEFT

    # --- Qt ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._frame)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else self._frame.shape[1] + self.offset

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return format_localized(self.row_number(section) + 1, ",") if role == _ITEM.DisplayRole else None
        if section < self.offset:
            if role == _ITEM.ToolTipRole:
                return tr("The subset of each row. Click to order by it.")
            return tr("Set") if role == _ITEM.DisplayRole else None
        if role in (_ITEM.DisplayRole, _ITEM.ToolTipRole):
            return self.heading(section)
        if role == _ITEM.TextAlignmentRole:
            return self.side(section)
        if role == KIND_ROLE and self._kinds:
            return tr(self._kinds[section - self.offset])
        return None

    @shown
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> Any:
        row, section = self.row_number(index.row()), index.column()
        if section < self.offset:
            return self._subset_data(row, role)
        if role == _ITEM.DisplayRole:
            return self._text(row, section)
        if role == _ITEM.TextAlignmentRole:
            return self.side(section)
        if role == _ITEM.ToolTipRole:
            text = format_cell_exact(self._column(section)[row])
            return tr("This cell is empty or holds a missing marker.") if text == DASH else text[:2000]
        if role in (_ITEM.ForegroundRole, _ITEM.BackgroundRole):
            colour = self._colours(row, section)[role == _ITEM.BackgroundRole]
            return None if colour is None else QColor(colour)
        return None

    # --- own ---

    def _column(self, section: int) -> Any:
        """Return the cells of a column, fetched when it first comes into view."""
        at = section - self.offset
        if at not in self._columns:
            self._columns[at] = self._frame.iloc[:, at].array
        return self._columns[at]

    def _text(self, row: int, section: int) -> str:
        cell = self._column(section)[row]
        if self.column_name(section) in self._marked:
            return DASH if cell == "" else format_number(cell) if isinstance(cell, float) else str(cell)
        return format_cell_exact(cell)[:LONG_TEXT]

    def _colours(self, row: int, section: int) -> tuple[str | None, str | None]:
        """Return the colours of the text and of the ground."""
        palette = style.current()
        cell = self._column(section)[row]
        marked = self.column_name(section) in self._marked
        if is_missing(cell) or (marked and cell == ""):
            return palette.muted, palette.warning_ground
        return None, mix_colours(palette.panel, palette.accent, 0.08) if marked else None

    def _subset_data(self, row: int, role: int) -> Any:
        assert self._codes is not None
        code = int(self._codes[row])
        if role == SUBSET_ROLE:
            return SUBSETS[code] if code >= 0 else ""
        if role == _ITEM.ToolTipRole:
            if code >= 0:
                return tr("A {subset} row.", subset=SUBSETS[code].label)
            return self._why_unused(row) or tr("This row is not used.")
        if role in (_ITEM.DisplayRole, _ITEM.AccessibleTextRole):
            return SUBSETS[code].label if code >= 0 else tr("not used")
        return None

    def _all_changed(self) -> None:
        if len(self._frame) and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)


def is_missing(cell: Any) -> bool:
    """Return whether a cell holds no value: None, pandas' NA or NaN."""
    return cell is None or cell is pd.NA or (isinstance(cell, float | np.floating) and cell != cell)


def format_cell_exact(cell: Any) -> str:
    """Write a cell with all its digits, as the reader would type it: not rounded and not grouped."""
    if is_missing(cell):
        return DASH
    if isinstance(cell, float | np.floating):
        value = float(cell)
        if value.is_integer() and abs(value) < 1e15:
            return f"{value:.0f}"
        return localize_signs(shorten_exponent(repr(value)))
    return str(cell).replace("\n", " ⏎ ")
