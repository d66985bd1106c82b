"""The table of runs: what differs, how good each was; sorted, copied, renamed, restored and removed from here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView

from mlp_gui.core.translation import mark, tr
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.views.plots.training.runs_model import NUMBER, RunsModel, RunsRow, RunsTableData, SortedRuns
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets import score_text

NAME_WIDTH, WIDEST = 130, 200  # pixels: at least for the name, at most for any other text
# Numbers end where their heads do, and the arrow of the order stands above the head, not on it.
STYLE = """
QTreeView::item { padding: 0px 6px 0px 3px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-position: top center; width: 9px; height: 9px; }
"""
COPIES = ((mark("Copy as text"), "text"), (mark("Copy as CSV"), "csv"), (mark("Copy as Markdown"), "markdown"))


class RunsTable(QTreeView):
    """The tick before a name shows or hides its curve; a double click on any other cell restores the run.

    Attributes
    ----------
    runs : RunsModel
    sorted : SortedRuns
        What the view shows of them.
    copy_action : QAction

    Signals
    -------
    restore_requested(int), remove_requested(int)
        Number of the run.
    shown_changed(int, bool)
        Whether the curve of that run is to be drawn.
    renamed(int, str)
    chosen_changed
        Another run is chosen, or the chosen one can be something else.
    """

    restore_requested = Signal(object)
    remove_requested = Signal(object)
    shown_changed = Signal(object, bool)
    renamed = Signal(object, str)
    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.runs, self.sorted = RunsModel(self), SortedRuns(self)
        self.sorted.setSourceModel(self.runs)
        self.setModel(self.sorted)
        self.selectionModel().currentChanged.connect(self.chosen_changed)
        self.setAccessibleName(tr("Runs"))
        set_tip(self, tr("Double-click a run to put it back where it stood; double-click its name to rename it"))
        self.setStyleSheet(STYLE)
        self.setIconSize(QSize(22, 12))
        self.setUniformRowHeights(True)  # Qt then measures one row instead of all
        self.setIndentation(style.px(16))
        self.setExpandsOnDoubleClick(False)  # which renames or restores
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._prepare_header()
        self.runs.dataChanged.connect(self._on_data_changed)
        self.doubleClicked.connect(self._on_double)
        self.customContextMenuRequested.connect(self._on_menu)
        self.copy_action = QAction(tr("Copy as text"), self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # elsewhere it copies that
        self.copy_action.triggered.connect(partial(self.copy, "text"))
        self.addAction(self.copy_action)

    def _prepare_header(self) -> None:
        header = self.header()
        header.setSectionsMovable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)  # a third click brings the order of the numbers back
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # setSortingEnabled sorts at once by what is set here
        self.setSortingEnabled(True)

    # --- what it shows ---------------------------------------------------------------------------------------

    def show_table(self, table: RunsTableData) -> None:
        chosen, columns = self.chosen(), self.runs.table.columns
        if self.runs.show_table(table):
            self.expandAll()
            self.choose(chosen)
        if table.columns != columns or self._is_short(table):
            self._set_widths()
        self.chosen_changed.emit()

    def _is_short(self, table: RunsTableData) -> bool:
        """Return whether a number would be cut."""
        bold = QFontMetrics(style.font(bold=True))
        return any(
            column.is_number and bold.horizontalAdvance(row.cells[at].text) + 18 > self.columnWidth(at + 1)
            for at, column in enumerate(table.columns)
            for row in table.rows
        )

    def chosen(self) -> int:
        """Return the number of the chosen run; 0 for none."""
        return int(self.currentIndex().data(NUMBER) or 0)

    def choose(self, number: int) -> None:
        """Choose a run, if it is in the table."""
        index = self.index_of(number)
        if index.isValid():
            wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, wanted)

    def index_of(self, number: int) -> QModelIndex:
        """Return where the name of a run stands in the view."""
        return self.sorted.mapFromSource(self.runs.index_of(number))

    def _set_widths(self) -> None:
        """Give every number its full width; texts may be cut, and are read in full on hover."""
        head, bold = self.header().fontMetrics(), QFontMetrics(style.font(bold=True))
        table = self.runs.table
        rows = shown_rows(table, [row.number for row in table.rows])
        names = [bold.horizontalAdvance(row.name) + 100 + depth * self.indentation() for depth, row in rows]
        self.setColumnWidth(0, min(max(style.px(NAME_WIDTH), *names, 0), style.px(WIDEST)))
        for at, column in enumerate(table.columns):
            wanted = max(
                head.horizontalAdvance(column.title) + 28,
                *(bold.horizontalAdvance(row.cells[at].text) + 22 for row in table.rows),
                0,
            )
            self.setColumnWidth(at + 1, wanted if column.is_number else min(wanted, style.px(WIDEST)))

    def restyle(self) -> None:
        self.setIndentation(style.px(16))
        self._set_widths()
        self.viewport().update()

    # --- what a person does ----------------------------------------------------------------------------------

    @Slot()
    def _on_data_changed(self) -> None:
        edits, self.runs.edits = self.runs.edits, []
        for number, what, value in edits:
            if what == "name":
                self.renamed.emit(number, value)
            else:
                self.shown_changed.emit(number, value)

    @Slot(QModelIndex)
    def _on_double(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.edit(index)
        else:
            self._restore(int(index.data(NUMBER)))

    def _restore(self, number: int) -> None:
        row = self.runs.table.find(number)
        if row is not None and not row.restorable:
            self.restore_requested.emit(number)

    def _remove(self, number: int) -> None:
        row = self.runs.table.find(number)
        if row is not None and not row.removable:
            self.remove_requested.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self._remove(self.chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self._restore(self.chosen())
        else:
            super().keyPressEvent(event)

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        row = self.runs.table.find(int(self.indexAt(at).data(NUMBER) or 0))
        if row is not None:
            self._add_row_actions(menu, row)
            menu.addSeparator()
        for text, kind in COPIES:
            menu.addAction(tr(text), partial(self.copy, kind))
        menu.popup(self.viewport().mapToGlobal(at))

    def _add_row_actions(self, menu: QMenu, row: RunsRow) -> None:
        for text, act, reason in (
            (tr("Restore this run"), partial(self._restore, row.number), row.restorable),
            (tr("Rename"), partial(self.edit, self.index_of(row.number)), ""),
            (tr("Delete"), partial(self._remove, row.number), row.removable),
        ):
            action = menu.addAction(text, act)
            action.setEnabled(not reason)
            set_tip(action, reason or text)

    @Slot()
    def restore_chosen(self) -> None:
        self._restore(self.chosen())

    @Slot()
    def rename_chosen(self) -> None:
        self.edit(self.index_of(self.chosen()))

    @Slot()
    def remove_chosen(self) -> None:
        self._remove(self.chosen())

    # --- copying ---------------------------------------------------------------------------------------------

    def order(self) -> list[int]:
        """Return the numbers of the runs from top to bottom as they are sorted, forks below their parents."""
        found: list[int] = []
        waiting = [QModelIndex()]  # a stack: the next to come off is the last one put on
        while waiting:
            above = waiting.pop()
            if above.isValid():
                found.append(int(above.data(NUMBER)))
            waiting += [self.sorted.index(r, 0, above) for r in reversed(range(self.sorted.rowCount(above)))]
        return found

    def grid(self, exact: bool) -> list[list[str]]:
        """Return the whole table: as shown, or with every number in full under English heads."""
        columns, rows = self.runs.table.columns, shown_rows(self.runs.table, self.order())
        head = ["run", *(c.key for c in columns)] if exact else [tr("Run"), *(c.title for c in columns)]
        lines = [
            [row.name if exact else "  " * depth + row.name, *(c.exact if exact else c.text for c in row.cells)]
            for depth, row in rows
        ]
        return [head, *lines]

    def copy(self, kind: str, checked: bool = False) -> None:
        """Copy the table as "text", "csv" or "markdown"."""
        write = {"csv": csv_text, "markdown": score_text.markdown}.get(kind, score_text.aligned)
        QGuiApplication.clipboard().setText(write(self.grid(exact=kind == "csv")))


def shown_rows(table: RunsTableData, order: Sequence[int]) -> list[tuple[int, RunsRow]]:
    """Return the rows in an order of their numbers, each with its depth in the tree.

    Parameters
    ----------
    table : RunsTableData
    order : sequence of int
        Numbers of the runs; unknown ones are left out.
    """
    known = {row.number: row for row in table.rows}
    depths: dict[int, int] = {}
    for number in sorted(known):  # a parent has a smaller number than its forks
        parent = known[number].parent
        depths[number] = depths[parent] + 1 if parent in depths else 0
    return [(depths[number], known[number]) for number in order if number in known]
