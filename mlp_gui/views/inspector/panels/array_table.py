"""An array as a table that is its own heatmap: real names at the edges, every number readable, one cell chosen."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.formulas import OperandUse
from mlp_gui.engine.tracing.tensors import Tensor, TensorNames
from mlp_gui.engine.tracing.trace_change import differs
from mlp_gui.views.inspector.panels import cell_colours
from mlp_gui.views.inspector.panels.arrangement import HeightClass
from mlp_gui.views.inspector.panels.array_model import ArrayModel, Index, Original, Role
from mlp_gui.views.inspector.panels.block_gaps import paint_block_gaps
from mlp_gui.views.inspector.panels.change_marks import changed_text, paint_corner
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.whole_rows_table import WholeRowsTable


class ArrayCellDelegate(QStyledItemDelegate):
    """Paints the tint, the number, the file's own number below it, and rings around what was used and chosen."""

    def __init__(self, table: ArrayTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = self._table.model_, option.rect
        ground = cell_colours.cell_colour(index.data(Role.UserRole), model.limit)
        ink = cell_colours.text_colour(ground)
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(ink)
        text = QRect(rect).adjusted(4, 0, -6, 0)
        original = index.data(Role.UserRole + 1)
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if original:
            text.setHeight(round(rect.height() * 0.58))
            below = QRect(text.left(), text.bottom() - 1, text.width(), rect.bottom() - text.bottom())
            painter.setFont(style.font(style.CAPTION))
            painter.drawText(
                below, flags, painter.fontMetrics().elidedText(original, Qt.TextElideMode.ElideRight, below.width())
            )
        changed = model.was((index.row(), index.column())) is not None
        painter.setFont(style.font(style.BODY, bold=changed))
        painter.drawText(text, flags, index.data(Role.DisplayRole))
        if model.tensor is not None and model.tensor.has_bias_row and index.row() == model.tensor.shape[0] - 1:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), QColor(style.current().panel))
        if model.tensor is not None and model.names is not None:
            paint_block_gaps(painter, rect, model.names, model.tensor, (index.row(), index.column()))
        if changed:
            paint_corner(painter, rect, ink)
        self._ring(painter, rect, (index.row(), index.column()))
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, cell: tuple[int, int]) -> None:
        chosen = cell == self._table.chosen
        if not chosen and not self._table.is_used(cell):
            return
        width = 3 if chosen else 2
        painter.setPen(QPen(QColor(style.current().text if chosen else style.current().accent), width))
        inset = width // 2
        # An outline reaches a pixel further to the right and below than the rectangle.
        painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))


class ArrayTable(WholeRowsTable):
    """Table of an array, each cell in the colour of its number.

    Attributes
    ----------
    model_ : ArrayModel
    chosen : tuple of int or None
        Row and column of the cell that is written out.
    height_class : HeightClass
        How high the window is; set it before `fit`.

    Signals
    -------
    cell_chosen(int, int)
        A person picked a cell, by row and column.
    number_typed(int, int, float), refused(str)
        As of `ArrayModel`.
    """

    cell_chosen = Signal(object, object)
    number_typed = Signal(object, object, float)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)  # Tab leads on; the arrows walk through the cells
        self.setAccessibleName(tr("Numbers of the step"))
        self.model_ = ArrayModel()
        self.chosen: tuple[int, int] | None = None
        self._uses: tuple[OperandUse, ...] = ()
        self.setModel(self.model_)
        self.setItemDelegate(ArrayCellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # the delegate draws a ring instead
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.height_class = HeightClass.FULL
        self.fit()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.model_.typed.connect(self.number_typed)
        self.model_.refused.connect(self.refused)
        self.selectionModel().currentChanged.connect(self._on_current)

    def fit(self) -> None:
        """Ask for less on a low window: a row below the names of the columns."""
        self.setMinimumHeight(style.px(60 if self.height_class > HeightClass.LEAST else 38))

    def show_tensor(
        self,
        tensor: Tensor | None,
        names: TensorNames | None,
        original: Original | None,
        editable: bool,
        old: NDArray[Any] | None = None,
    ) -> None:
        """Show an array and forget the chosen cell.

        Parameters
        ----------
        tensor : Tensor or None
        names : TensorNames or None
            Names of its rows and columns.
        original : callable or None
            What a cell is in the file.
        editable : bool
            Whether other numbers may be typed in.
        old : ndarray, optional
            What the numbers were before an edit.
        """
        self.chosen, self._uses = None, ()
        self.model_.show(tensor, names, original, editable, old)
        self._size()

    def show_chosen(self, cell: tuple[int, int] | None) -> None:
        """Put a ring around the cell that is written out."""
        self.chosen = cell
        if cell is not None:
            index = self.model_.index(*cell)
            self.selectionModel().blockSignals(True)  # who shows a cell has chosen it already
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
        self.viewport().update()

    def show_used(self, uses: tuple[OperandUse, ...]) -> None:
        """Outline the cells that another number was made from."""
        self._uses = uses
        self.viewport().update()
        if uses and self.model_.tensor is not None:
            rows, columns = self.model_.tensor.shape
            row, column = uses[0].row or 0, uses[0].column or 0
            self.scrollTo(self.model_.index(min(row, rows - 1), min(column, columns - 1)))

    def is_used(self, cell: tuple[int, int]) -> bool:
        return any(use.row in (None, cell[0]) and use.column in (None, cell[1]) for use in self._uses)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "model_"):
            self._size()
            self.viewport().update()

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())

    def _size(self) -> None:
        model = self.model_
        if model.tensor is None:
            return
        self.verticalHeader().setDefaultSectionSize(style.px(40 if model.original is not None else 27))
        across = self._widest(Qt.Orientation.Horizontal, model.tensor.shape[1]) + style.px(12)
        across = max(min(max(across, style.px(84)), style.px(128)), self._widest_change())
        self.horizontalHeader().setDefaultSectionSize(across)
        down = self._widest(Qt.Orientation.Vertical, model.tensor.shape[0])
        self.verticalHeader().setFixedWidth(min(down, style.px(150)) + 18)

    def _widest_change(self) -> int:
        """Return the room for the digits of changed numbers, of the first ones where they are many."""
        model, metrics = self.model_, QFontMetrics(style.font(style.BODY, bold=True))
        if model.tensor is None or model.old is None:
            return 0
        cells = [(int(r), int(c)) for r, c in np.argwhere(differs(model.old, model.tensor.values))[:200]]
        texts = (changed_text(float(model.old[cell]), float(model.tensor[cell])) for cell in cells)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + style.px(16)

    def _widest(self, along: Qt.Orientation, count: int) -> int:
        """Return the width of the longest name at an edge, of the first ones where they are many."""
        metrics = self.verticalHeader().fontMetrics()
        names = (str(self.model_.headerData(at, along)) for at in range(min(200, count)))
        return max((metrics.horizontalAdvance(name) for name in names), default=40)
