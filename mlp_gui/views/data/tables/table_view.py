"""A view of a table's rows: any number of them, with copying, the subset of each, and a way to show one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from mlp_gui.core.translation import format_localized, tr, tr_n
from mlp_gui.views.data.tables.cell_painting import CellPainter
from mlp_gui.views.data.tables.subset_legend import paint_subset
from mlp_gui.views.data.tables.table_headers import PAD, ColumnHeader, RowHeader
from mlp_gui.views.data.tables.table_model import SUBSET_ROLE, TableModel, format_cell_exact
from mlp_gui.views.theme import icons, style

MAX_COPIED = 500_000  # cells
MEASURED_WIDTH = 3000  # pixels: what lies further to the right has one width
MEASURED_ROWS = 16
NARROWEST, WIDEST = 56, 280
ARROW = 8  # of the column that orders the rows, beside its name in bold letters


class TableView(QTableView):
    """A table whose rows can be ordered and whose cells can be copied.

    Attributes
    ----------
    table_model : TableModel

    Signals
    -------
    order_requested(int)
        The heading of a section was clicked.
    message_shown(str)
        A sentence: cells were copied, or why not.
    leave_out_requested(array of int)
        Positions in the file of the rows with selected cells.
    """

    order_requested = Signal(object)
    message_shown = Signal(str)
    leave_out_requested = Signal(object)

    def __init__(self, why_unused: Callable[[int], str] | None = None) -> None:
        """Make an empty view; `why_unused` says why a row, by its number, belongs to no subset."""
        super().__init__()
        self.table_model = TableModel(why_unused)
        self._why_not_leave_out: str | None = None  # None where there is nothing to train
        self.setHorizontalHeader(ColumnHeader(self))
        self.setVerticalHeader(RowHeader(self))
        self.setModel(self.table_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.customContextMenuRequested.connect(self._show_menu)
        self.horizontalHeader().sectionClicked.connect(self._on_heading)
        self._size_rows()

    def show_frame(
        self, frame: pd.DataFrame, marked: frozenset[str] = frozenset(), headings: Mapping[str, str] | None = None
    ) -> None:
        """Show other rows from the top; see `TableModel.show_frame` for the parameters."""
        self.table_model.show_frame(frame, marked, headings)
        self.show_ordered(None)
        self._size_columns()
        self.scrollToTop()
        if len(frame) and frame.shape[1]:
            self.selectionModel().setCurrentIndex(
                self.table_model.index(0, self.table_model.offset), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def show_kinds(self, kinds: list[str]) -> None:
        """Show a word for each column below its name; without words the headings are lower."""
        self.table_model.show_kinds(kinds)
        self.horizontalHeader().setFixedHeight(style.px(40 if kinds else 28))

    def show_subsets(self, codes: np.ndarray | None) -> None:
        """Show the subset of each row; see `TableModel.show_subsets` for the codes."""
        had = self.table_model.offset
        self.table_model.show_subsets(codes)
        if self.table_model.offset != had:
            self._size_columns()

    def show_ordered(self, section: int | None, descending: bool = False) -> None:
        """Show the arrow in the heading of the section that orders the rows; None for file order."""
        header = self.horizontalHeader()
        assert isinstance(header, ColumnHeader)
        header.show_order(section, descending)

    def reveal(self, row_number: int, section: int | None = None) -> None:
        """Select a row of the file, or one of its cells, and scroll it to the middle.

        Parameters
        ----------
        row_number : int
            Position in the file, from 0.
        section : int, optional
            The whole row is selected when omitted.
        """
        model = self.table_model
        row = model.shown_position(row_number)
        index = model.index(row, model.offset if section is None else section)
        last = model.index(row, model.columnCount() - 1) if section is None else index
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(
            QItemSelection(model.index(row, 0) if section is None else index, last), flags.ClearAndSelect
        )
        horizontal = self.horizontalScrollBar().value()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        if section is None:
            self.horizontalScrollBar().setValue(horizontal)

    @Slot(int)
    def _on_heading(self, section: int) -> None:
        self.order_requested.emit(section)

    # --- copy ---

    def copy(self, headings: bool = False) -> None:
        """Copy the selected cells to the clipboard, separated by tabs; with headings if asked."""
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            return
        area = ranges.first()
        rows, columns = range(area.top(), area.bottom() + 1), range(area.left(), area.right() + 1)
        if len(rows) * len(columns) > MAX_COPIED:
            self.message_shown.emit(tr("These are too many cells to copy: select at most {n:,}.", n=MAX_COPIED))
            return
        model = self.table_model
        picked = [c for c in columns if c >= model.offset]
        frame = model.frame.iloc[[model.row_number(r) for r in rows], [c - model.offset for c in picked]]
        lines = ["\t".join(map(str, frame.columns))] if headings else []
        lines += ["\t".join(_copied(cell) for cell in row) for row in frame.itertuples(index=False, name=None)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.message_shown.emit(tr_n("{n:,} cell copied.", "{n:,} cells copied.", len(rows) * len(picked)))

    def paintEvent(self, event: QPaintEvent) -> None:
        model, cells = self.table_model, CellPainter(self, event.rect())
        chosen = self.selectionModel().selection()
        area = chosen.first() if chosen.count() else None  # the selection is one rectangle
        texts = [[model.cell(r, s) if s >= model.offset else None for s, _, _ in cells.sections] for r, _ in cells.rows]
        cells.fill(texts, lambda row, section: area is not None and area.contains(model.index(row, section)))
        cells.write(texts, model.side, {})
        if model.offset and cells.sections and cells.sections[0][0] == 0:
            for row, top in cells.rows:
                subset = str(model.data(model.index(row, 0), SUBSET_ROLE))
                paint_subset(cells.painter, cells.rect(top, *cells.sections[0][1:]), subset)
        cells.rule()
        if self.hasFocus():
            cells.ring(self.currentIndex().row(), self.currentIndex().column())
        cells.painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def selected_rows(self) -> np.ndarray:
        """Return the positions in the file of the rows with selected cells, of shape (n,)."""
        ranges = self.selectionModel().selection()
        shown = range(ranges.first().top(), ranges.first().bottom() + 1) if not ranges.isEmpty() else ()
        return np.array([self.table_model.row_number(row) for row in shown], np.int64)

    def set_leaving_out_open(self, reason: str) -> None:
        """Offer to leave selected rows out of the training, or forbid it for a reason; "" allows it."""
        self._why_not_leave_out = reason

    @Slot(QPoint)
    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        plain = menu.addAction(icons.icon("copy"), tr("Copy") + "\tCtrl+C")
        named = menu.addAction(tr("Copy with headings"))
        rows = self.selected_rows()
        leave_out = menu.addAction(tr_n("Leave {n:,} row out", "Leave {n:,} rows out", len(rows)))
        leave_out.setVisible(self._why_not_leave_out is not None)
        leave_out.setEnabled(not self._why_not_leave_out and bool(len(rows)))
        chosen = menu.exec(self.viewport().mapToGlobal(where))
        if chosen is leave_out:
            self.leave_out_requested.emit(rows)
        elif chosen is not None:
            self.copy(headings=chosen is named)
        del plain
        menu.deleteLater()

    # --- sizes ---

    def _size_rows(self) -> None:
        height = style.px(24)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(style.px(28))

    def _size_columns(self) -> None:
        """Set widths from the headings and the first rows; of many columns only the first are measured."""
        model, metrics, header = self.table_model, self.fontMetrics(), self.horizontalHeader()
        header.setDefaultSectionSize(style.px(96))
        if model.offset:
            header.resizeSection(0, style.px(44))
        room = style.px(MEASURED_WIDTH)
        for section in range(model.offset, model.columnCount()):
            if room <= 0:
                break
            texts = [model.heading(section), *model.first_texts(section, MEASURED_ROWS)]
            heading, *widths = map(metrics.horizontalAdvance, texts)
            width = max([heading + ARROW, *widths]) + 2 * PAD + 6
            width = min(max(width, style.px(NARROWEST)), style.px(WIDEST))
            header.resizeSection(section, width)
            room -= width
        digits = format_localized(max(model.rowCount(), 100), ",")
        self.verticalHeader().setFixedWidth(self.fontMetrics().horizontalAdvance(digits) + 2 * PAD)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and event.type() is QEvent.Type.StyleChange and hasattr(self, "table_model"):
            self._size_rows()
            self._size_columns()


def _copied(cell: object) -> str:
    text = format_cell_exact(cell)
    return "" if text == "–" and not isinstance(cell, str) else text
