"""The table of runs as a Qt model: forks are the children of the run they branched off; numbers sort as numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from mlp_gui.core.translation import tr
from mlp_gui.views.charts.colours import dash_pattern, indexed_colour
from mlp_gui.views.charts.markers import series_pen
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import shown

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
NUMBER, SORT = Role.UserRole, Role.UserRole.value + 1


@dataclass(frozen=True)
class RunsColumn:
    """Head of a column.

    Attributes
    ----------
    key : str
        English, for files and to remember it by.
    title, tip : str
        As shown.
    is_number : bool
        Whether it is aligned to the right.
    """

    key: str
    title: str
    is_number: bool = False
    tip: str = ""


@dataclass(frozen=True)
class RunsCell:
    """One value of a run.

    Attributes
    ----------
    text, tip : str
        As shown.
    value : float or None
        What it is sorted by and what a file holds; the text itself when None.
    """

    text: str = ""
    value: float | None = None
    tip: str = ""

    @property
    def exact(self) -> str:
        if self.value is None:
            return self.text
        return "" if math.isnan(self.value) else repr(self.value).removesuffix(".0")


@dataclass(frozen=True)
class RunsRow:
    """One run.

    Attributes
    ----------
    number : int
    name : str
    shown : bool
        Whether its curve is drawn.
    parent : int
        Run it branched off; 0 for none.
    cells : tuple of RunsCell
        One for each column but the name.
    restorable, removable : str
        Why it cannot be restored or removed; "" when it can.
    """

    number: int
    name: str
    shown: bool = True
    parent: int = 0
    cells: tuple[RunsCell, ...] = ()
    restorable: str = ""
    removable: str = ""


@dataclass(frozen=True)
class RunsTableData:
    """All that the table shows.

    Attributes
    ----------
    columns : tuple of RunsColumn
    rows : tuple of RunsRow
        In the order of their numbers.
    current : int
        Run in the window.
    """

    columns: tuple[RunsColumn, ...] = ()
    rows: tuple[RunsRow, ...] = ()
    current: int = 0
    _places: dict[int, RunsRow] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self._places.update({row.number: row for row in self.rows})

    def find(self, number: int) -> RunsRow | None:
        return self._places.get(number)

    def children(self, number: int) -> list[RunsRow]:
        """Return the forks of a run; for 0, the runs whose parent is not in the list."""
        return [row for row in self.rows if (row.parent if row.parent in self._places else 0) == number]

    def shape(self) -> tuple:
        """Return what makes it another tree when it changes."""
        return self.columns, tuple((row.number, row.parent) for row in self.rows)


class RunsModel(QAbstractItemModel):
    """Runs as a tree. Column 0 is the name, with a tick that shows or hides the curve.

    Attributes
    ----------
    table : RunsTableData
    edits : list of tuple
        Number, "name" or "shown", and value of what was edited since the list was last emptied.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = RunsTableData()
        self.edits: list[tuple[int, str, Any]] = []
        self._tree: dict[int, list[RunsRow]] = {0: []}

    def show_table(self, table: RunsTableData) -> bool:
        """Show a table; True when its tree is another one, which has to be unfolded and chosen in again."""
        if table.shape() != self.table.shape():
            self.beginResetModel()
            self._take(table)
            self.endResetModel()
            return True
        self._take(table)
        for number, rows in self._tree.items():
            if rows:
                above = self.index_of(number)
                last = self.index(len(rows) - 1, len(table.columns), above)
                self.dataChanged.emit(self.index(0, 0, above), last)
        return False

    def _take(self, table: RunsTableData) -> None:
        self.table = table
        self._tree = {number: table.children(number) for number in (0, *(row.number for row in table.rows))}

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of a run's name; the invisible root for 0."""
        row = self.table.find(number)
        if row is None:
            return QModelIndex()
        siblings = self._tree[row.parent if self.table.find(row.parent) is not None else 0]
        return self.createIndex(siblings.index(row), 0, number)

    def row_at(self, index: Index) -> RunsRow | None:
        return self.table.find(int(index.internalId())) if index.isValid() else None

    # --- Qt asks ---------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (as Qt declares it)
        rows = self._rows_below(parent)
        if not (0 <= row < len(rows) and 0 <= column <= len(self.table.columns)):
            return QModelIndex()
        return self.createIndex(row, column, rows[row].number)  # the rows are made anew with each table

    def _rows_below(self, parent: Index) -> list[RunsRow]:
        if parent.isValid() and parent.column() > 0:  # children hang on the first column only
            return []
        return self._tree.get(int(parent.internalId()) if parent.isValid() else 0, [])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # beside QObject's
        row = self.row_at(index)
        return self.index_of(row.parent) if row is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return len(self._rows_below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 1 + len(self.table.columns)

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section > len(self.table.columns):
            return None
        column = self.table.columns[section - 1] if section else RunsColumn("run", tr("Run"))
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.tip or column.title
        return int(RIGHT if column.is_number else LEFT) if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            found |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return found

    @shown
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == NUMBER:
            return row.number
        if role == Role.SizeHintRole:
            return QSize(0, style.px(24))
        if role == Role.FontRole:
            return style.font(bold=row.number == self.table.current)
        if index.column() == 0:
            return self._name_data(row, role)
        column, cell = self.table.columns[index.column() - 1], row.cells[index.column() - 1]
        if role == SORT:
            return cell.value if cell.value is not None else cell.text
        if role == Role.TextAlignmentRole:
            return int(RIGHT if column.is_number else LEFT)
        return {Role.DisplayRole: cell.text, Role.ToolTipRole: cell.tip or cell.text}.get(Role(role))

    def _name_data(self, row: RunsRow, role: int) -> Any:
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if row.shown else Qt.CheckState.Unchecked
        if role == Role.DecorationRole:
            return line_sample(row.number)
        if role == SORT:
            return float(row.number)
        return row.name if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole) else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Add what was asked for to `edits` and change nothing; the view tells whoever owns the list."""
        row = self.row_at(index)
        if row is None or index.column() > 0 or role not in (Role.EditRole, Role.CheckStateRole):
            return False
        if role == Role.EditRole:
            if value != row.name:
                self.edits.append((row.number, "name", str(value)))
        else:
            self.edits.append((row.number, "shown", Qt.CheckState(value) is Qt.CheckState.Checked))
        self.dataChanged.emit(index, index)
        return True


class SortedRuns(QSortFilterProxyModel):
    """Numbers before texts, what is missing at the end in either direction."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)

    def lessThan(self, left: Index, right: Index) -> bool:
        a, b = left.data(SORT), right.data(SORT)
        missing = _missing(a), _missing(b)
        if any(missing):
            at_end = missing[0] < missing[1]  # descending, Qt asks the other way round
            return at_end if self.sortOrder() is Qt.SortOrder.AscendingOrder else missing[0] > missing[1]
        numbers = isinstance(a, float), isinstance(b, float)
        if not all(numbers):
            return numbers[0] > numbers[1] if numbers[0] is not numbers[1] else str(a).lower() < str(b).lower()
        return bool(a < b)


def _missing(value: Any) -> bool:
    return value in (None, "") or (isinstance(value, float) and math.isnan(value))


def line_sample(number: int) -> QIcon:
    """Draw a piece of the run's line."""
    picture = QPixmap(44, 24)  # twice its size on the screen
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(series_pen(QColor(indexed_colour(number - 1)), dash_pattern(number - 1)))
    painter.drawLine(1, 6, 21, 6)
    painter.end()
    return QIcon(picture)
