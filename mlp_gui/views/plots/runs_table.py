"""The table of runs: a mark in the colour of the curve, a name that can be changed, what differs, how good it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem

from mlp_gui.views.plots.colours import dash_of, numbered
from mlp_gui.views.plots.marks import series_pen
from mlp_gui.views.shell import style

HEADS = ("Run", "Differs in", "Epochs", "Best loss", "Score", "Ended")
CENTRE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RunsTable(QTableWidget):
    """The tick before a name shows or hides its curve; a double click on any other cell restores the run."""

    restore_requested = Signal(int)
    shown_changed = Signal(int, bool)
    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        self.setHorizontalHeaderLabels(list(HEADS))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(22, 12))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(CENTRE)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setToolTip("Double-click a run to put it back where it stood; double-click its name to rename it")
        for column, width in enumerate((130, 190, 64, 84, 84)):
            self.setColumnWidth(column, style.px(width))
        self.itemChanged.connect(self._on_item)
        self.cellDoubleClicked.connect(self._on_double)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_runs(self, runs: Sequence[tuple[int, str, bool]], rows: Sequence[tuple[str, ...]], current: int) -> None:
        """runs: number, name, whether its curve is shown; rows: the texts of the other columns."""
        self.blockSignals(True)
        self.setRowCount(len(runs))
        for r, ((number, name, shown), texts) in enumerate(zip(runs, rows, strict=True)):
            first = QTableWidgetItem(_sample(number), name)
            first.setData(Qt.ItemDataRole.UserRole, number)
            first.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.setItem(r, 0, first)
            for c, text in enumerate(texts, 1):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setTextAlignment(RIGHT if c in (2, 3, 4) else CENTRE)
                item.setToolTip(text)
                self.setItem(r, c, item)
            for c in range(len(HEADS)):
                self._cell(r, c).setFont(style.font(bold=number == current))
            self.setRowHeight(r, style.px(26))
        self.blockSignals(False)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None
        return found

    def number_at(self, row: int) -> int:
        return int(self._cell(row, 0).data(Qt.ItemDataRole.UserRole))

    def restyle(self) -> None:
        self.blockSignals(True)
        for row in range(self.rowCount()):
            self._cell(row, 0).setIcon(_sample(self.number_at(row)))
        self.blockSignals(False)

    def _on_item(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            number = self.number_at(item.row())
            self.shown_changed.emit(number, item.checkState() is Qt.CheckState.Checked)
            self.renamed.emit(number, item.text())

    def _on_double(self, row: int, column: int) -> None:
        if column > 0:
            self.restore_requested.emit(self.number_at(row))

    def _on_menu(self, at) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = self.number_at(item.row())
        menu.addAction("Restore this run", lambda: self.restore_requested.emit(number))
        menu.popup(self.viewport().mapToGlobal(at))


def _sample(number: int) -> QIcon:
    """A piece of the run's line."""
    picture = QPixmap(44, 24)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    pen = series_pen(QColor(numbered(number - 1)), dash_of(number - 1))
    painter.setPen(QPen(pen))
    painter.drawLine(QPointF(1, 6), QPointF(21, 6))
    painter.end()
    return QIcon(picture)
