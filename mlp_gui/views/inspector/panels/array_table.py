"""An array as a table that is its own heatmap: real names at the edges, every number readable, one cell chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from mlp_gui.core import number_format
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import localize_signs, tr
from mlp_gui.engine.tracing.formulas import OperandUse
from mlp_gui.engine.tracing.tensors import AxisKind, Tensor, TensorNames
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.inspector.panels import cell_colours
from mlp_gui.views.inspector.panels.block_gaps import paint_block_gaps
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import shown
from mlp_gui.views.widgets.whole_rows_table import WholeRowsTable

Index = QModelIndex | QPersistentModelIndex
Original = Callable[[Tensor, tuple[int, int]], str]
Role = Qt.ItemDataRole


class ArrayModel(QAbstractTableModel):
    """Cells of a tensor, with their names and what they are in the file.

    Attributes
    ----------
    tensor : Tensor or None
    names : TensorNames or None
        Names of rows and columns.
    original : callable or None
        What a cell is in the file; None when the tensor is not from there.
    limit : float
        Magnitude that gets the strongest colour.

    Signals
    -------
    typed(int, int, float)
        Row, column and the new number.
    refused(str)
        What was typed is no number; the reason as a sentence.
    """

    typed = Signal(object, object, float)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tensor: Tensor | None = None
        self.names: TensorNames | None = None
        self.original: Original | None = None
        self._editable = False
        self.limit = 1.0

    def show(self, tensor: Tensor | None, names: TensorNames | None, original: Original | None, editable: bool) -> None:
        """Replace the tensor; `original` is None when its numbers mean nothing in the file."""
        same = self.tensor is not None and tensor is not None and self.tensor.shape == tensor.shape
        # After a reset the view has no current cell; an array of the same shape only has other numbers.
        if not same:
            self.beginResetModel()
        self.tensor, self.names, self.original, self._editable = tensor, names, original, editable
        self.limit = cell_colours.colour_limit(tensor.values) if tensor is not None else 1.0
        if not same:
            self.endResetModel()
        elif tensor is not None:
            rows, columns = tensor.shape
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() or self.tensor is None else self.tensor.shape[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() or self.tensor is None else self.tensor.shape[1]

    @shown
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.tensor is None or not index.isValid():
            return None
        cell = (index.row(), index.column())
        if role == Role.DisplayRole:
            return number_format.format_number(self.tensor[cell])
        if role == Role.EditRole:
            return localize_signs(repr(self.tensor[cell]))
        if role == Role.UserRole:  # for the tint
            return self.tensor[cell]
        if role == Role.UserRole + 1 and self.original is not None:  # for the line below the number
            return self.original(self.tensor, cell)
        if role == Role.ToolTipRole and self.names is not None:
            original = self.original(self.tensor, cell) if self.original is not None else ""
            said = f"{self.names.cell_label(self.tensor, cell)} = {localize_signs(repr(self.tensor[cell]))}"
            return "\n".join((said, tr("in the file: {number}", number=original))) if original else said
        return None

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self.tensor is None or self.names is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        axis = self.tensor.across if orientation is Qt.Orientation.Horizontal else self.tensor.down
        named = self.names.short_label if role == Role.DisplayRole else self.names.label
        return "" if axis.kind is AxisKind.ONE else named(axis, section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        edit = Qt.ItemFlag.ItemIsEditable if self._editable else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | edit

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        try:
            number = parse_fraction(str(value))
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.typed.emit(index.row(), index.column(), number)
        return True


def parse_fraction(text: str) -> float:
    """Return a number as people type it, with a point, a comma, or as a fraction such as 1/3.

    Raises
    ------
    UserError
        If it is none, or divides by 0.
    """
    above, slash, below = text.partition("/")
    if not slash:
        return float(parse_number(text))
    divisor = float(parse_number(below))
    if divisor == 0:
        raise UserError(tr("{typed!r} divides by 0.", typed=text.strip()))
    return float(parse_number(above)) / divisor


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
        painter.setFont(style.font(style.BODY))
        painter.drawText(text, flags, index.data(Role.DisplayRole))
        if model.tensor is not None and model.tensor.has_bias_row and index.row() == model.tensor.shape[0] - 1:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), QColor(style.current().panel))
        if model.tensor is not None and model.names is not None:
            paint_block_gaps(painter, rect, model.names, model.tensor, (index.row(), index.column()))
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
        self.setMinimumHeight(style.px(60))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.model_.typed.connect(self.number_typed)
        self.model_.refused.connect(self.refused)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_tensor(
        self, tensor: Tensor | None, names: TensorNames | None, original: Original | None, editable: bool
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
        """
        self.chosen, self._uses = None, ()
        self.model_.show(tensor, names, original, editable)
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
        self.horizontalHeader().setDefaultSectionSize(min(max(across, style.px(84)), style.px(128)))
        down = self._widest(Qt.Orientation.Vertical, model.tensor.shape[0])
        self.verticalHeader().setFixedWidth(min(down, style.px(150)) + 18)

    def _widest(self, along: Qt.Orientation, count: int) -> int:
        """Return the width of the longest name at an edge, of the first ones where they are many."""
        metrics = self.verticalHeader().fontMetrics()
        names = (str(self.model_.headerData(at, along)) for at in range(min(200, count)))
        return max((metrics.horizontalAdvance(name) for name in names), default=40)
