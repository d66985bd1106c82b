"""The list of columns: tick the inputs, filter by name, sort; it stays quick with ten thousand columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnRole, DataSpec
from mlp_gui.views.data.tables.columns_model import KIND, MISSING, NAME, ROLE_WORDS, ColumnsModel
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

FILTER_FROM = 15
SHOWN_ROWS = 8
_ROLE_KEYS: dict[str, str] = {
    ColumnRole.INPUT: "I",
    ColumnRole.TARGET: "T",
    ColumnRole.WEIGHT: "R",
    ColumnRole.IGNORED: "G",
}
_ROLE_ICONS: dict[str, str] = {
    ColumnRole.INPUT: "check",
    ColumnRole.TARGET: "target",
    ColumnRole.WEIGHT: "tune",
    ColumnRole.IGNORED: "close",
}


class ColumnsView(QWidget):
    """The list of columns: tick the inputs, filter by name, sort.

    Attributes
    ----------
    model : ColumnsModel
    sorted : QSortFilterProxyModel
        `model` as listed: filtered and sorted.
    all : QCheckBox
        Whether all, some or none of the listed columns are inputs; disabled while roles are locked.
    count : TextLabel
    filter : QLineEdit
        Hidden when there are few columns.
    table : QTableView

    Signals
    -------
    roles_chosen(list of str, str)
        Names of columns, and the role that they should have.
    column_chosen(str)
        Another column is current.
    """

    roles_chosen = Signal(list, str)
    column_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = ColumnsModel()
        self.model.role_requested.connect(self.roles_chosen)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.model)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.all = QCheckBox(tr("Inputs"))
        set_tip(self.all, tr("Use all columns that are listed below as inputs, or none of them."))
        self.all.clicked.connect(self._on_all)
        self.count = TextLabel()
        style.set_role(self.count, "caption")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter by name"))
        self.filter.setAccessibleName(tr("Filter columns by name"))
        self.filter.setClearButtonEnabled(True)
        for button in self.filter.findChildren(QAbstractButton):
            button.setAccessibleName(tr("Clear the filter"))
        self.filter.textChanged.connect(self._on_filter)
        self.table = _ColumnTable()
        self.table.setModel(self.sorted)
        self.table.roles_requested.connect(self._on_roles)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self._spec = DataSpec()
        self._build()

    def show_table(self, table: Table | None) -> None:
        self.model.show_table(table)
        self.filter.setVisible(self.model.rowCount() > FILTER_FROM)
        self.filter.clear()
        self.table.kinds = {field.kind for field in table.fields} if table is not None else {""}
        self.table.set_shape()

    def show_spec(self, spec: DataSpec) -> None:
        self._spec = spec
        self.model.show_spec(spec)
        self._show_count()

    def set_open(self, is_open: bool, reason: str = "") -> None:
        """Set whether roles may be changed; if not, the reason becomes the tooltip."""
        self.model.set_open(is_open)
        self.all.setEnabled(is_open)
        set_tip(self.table, reason)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.all)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0] + 2)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.table)

    def _listed(self) -> list[str]:
        """Return the columns whose name holds the filter, as Qt lists them, in the order of the file."""
        wanted = self.filter.text().casefold()
        return [name for name in self.model.names if wanted in name.casefold()] if wanted else self.model.names

    def _show_count(self) -> None:
        inputs, total = len(self._spec.inputs), self.model.rowCount()
        words = tr_n("{inputs:,} of {n:,} column", "{inputs:,} of {n:,} columns", total, inputs=inputs)
        self.count.setText(words if total else "")
        listed = set(self._listed())
        usable = len(listed) - len(listed.intersection(self._spec.targets))
        ticked = len(listed.intersection(self._spec.inputs))
        states = Qt.CheckState
        state = states.Unchecked if not ticked else states.Checked if ticked == usable else states.PartiallyChecked
        self.all.setCheckState(state)

    @Slot()
    def _on_all(self) -> None:
        role = ColumnRole.INPUT if self.all.checkState() is not Qt.CheckState.Unchecked else ColumnRole.IGNORED
        self.roles_chosen.emit([n for n in self._listed() if self._spec.column(n).role != ColumnRole.TARGET], role)

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        self.sorted.setFilterFixedString(text)
        self._show_count()

    @Slot(str)
    def _on_roles(self, role: str) -> None:
        names = [self.model.name(self.sorted.mapToSource(i).row()) for i in self.table.selectionModel().selectedRows()]
        if role == "toggle":
            all_inputs = all(self._spec.column(n).role == ColumnRole.INPUT for n in names)
            role = ColumnRole.IGNORED if all_inputs else ColumnRole.INPUT
            names = [n for n in names if self._spec.column(n).role != ColumnRole.TARGET]
        if names and self.all.isEnabled():
            self.roles_chosen.emit(names, role)

    @Slot(object, object)
    def _on_current(self, current: object, previous: object) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.column_chosen.emit(self.model.name(self.sorted.mapToSource(index).row()))

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for role, word in ROLE_WORDS.items():
            action = menu.addAction(icons.icon(_ROLE_ICONS[role]), f"{tr(word)}\t{_ROLE_KEYS[role]}")
            action.setEnabled(self.all.isEnabled() and bool(self.table.selectionModel().selectedRows()))
            action.setData(role)
        chosen = menu.exec(self.table.viewport().mapToGlobal(where))
        if chosen is not None:
            self._on_roles(chosen.data())
        menu.deleteLater()


class _ColumnTable(QTableView):
    """Space ticks the selected columns; I, T, R and G make them inputs, targets, row weight or ignored."""

    roles_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {""}  # the words in the column of kinds
        self.setAccessibleName(tr("Columns of the table"))
        self.setProperty("framed", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def set_shape(self) -> None:
        """Set row height, column widths and the height of the list for the present text size and table."""
        row = style.px(24)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(style.px(40))
        if self.model() is not None and self.model().columnCount():
            header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
            kinds = max(self.fontMetrics().horizontalAdvance(tr(kind)) for kind in self.kinds)
            for section, width in ((KIND, kinds + style.px(12)), (MISSING, style.px(58))):
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(section, width)
        rows = self.model().rowCount() if self.model() is not None else 0
        self.setFixedHeight(header.sizeHint().height() + row * max(2, min(rows, SHOWN_ROWS)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        roles = {getattr(Qt.Key, f"Key_{key}"): role for role, key in _ROLE_KEYS.items()} | {Qt.Key.Key_Space: "toggle"}
        if event.key() in roles and not event.modifiers():
            self.roles_requested.emit(roles[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.set_shape()
