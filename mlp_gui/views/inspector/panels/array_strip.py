"""The arrays of a step side by side as small heatmaps, operands first, the result last; one of them is being read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mlp_gui.core.translation import format_localized, tr
from mlp_gui.engine.tracing.formulas import OperandUse
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.views.charts.colour_scale import shrink_by_magnitude
from mlp_gui.views.inspector.panels import cell_colours
from mlp_gui.views.inspector.panels.arrangement import HeightClass
from mlp_gui.views.inspector.panels.change_marks import paint_dot
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


def caption_of(tensor: Tensor) -> str:
    """Return an array's symbol and shape, the row of biases apart: "W₁  13 × 10  + bias"."""
    rows, columns = tensor.shape
    across = format_localized(columns, ",")
    if not tensor.has_bias_row:
        return f"{tensor.symbol}  {format_localized(rows, ',')} × {across}"
    return f"{tensor.symbol}  {format_localized(rows - 1, ',')} × {across}  + {tr('bias')}"


class ArrayThumbnail(QAbstractButton):
    """One array: its symbol, its shape, its heatmap, and outlines of the cells in use.

    Attributes
    ----------
    name : str
        Operand of the step; "" for the result.
    tensor : Tensor or None
    """

    def __init__(self, is_result: bool) -> None:
        super().__init__()
        self.name, self._is_result = "", is_result
        self.tensor: Tensor | None = None
        self._buffer: NDArray[np.uint32] = np.zeros((1, 1), np.uint32)
        self._uses: tuple[OperandUse, ...] = ()
        self._is_changed = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def show_tensor(self, name: str, tensor: Tensor, is_changed: bool = False) -> None:
        """Show an operand, or the result.

        Parameters
        ----------
        name : str
            Of the operand; "" for the result.
        tensor : Tensor
        is_changed : bool
            Whether an edit has changed some of its numbers.
        """
        self.name, self.tensor, self._uses, self._is_changed = name, tensor, (), is_changed
        rows, columns = tensor.shape
        self.setText(caption_of(tensor))
        changed = [tr("Changed by the edit.")] if is_changed else []
        set_tip(self, "\n".join((self.text(), *changed, tr("Click to read its numbers below."))))
        shape = {"symbol": tensor.symbol, "rows": rows, "columns": columns}
        self.setAccessibleName(tr("Array {symbol}, {rows} × {columns} numbers", **shape))
        self.restyle()
        self.updateGeometry()

    def restyle(self) -> None:
        """Draw the heatmap anew in the palette's colours."""
        if self.tensor is not None:
            small = shrink_by_magnitude(np.asarray(self.tensor.values, float), 200, 200)
            # QImage reads it in place, line after line, in paintEvent.
            self._buffer = np.ascontiguousarray(
                cell_colours.cell_colours(small, cell_colours.colour_limit(self.tensor.values))
            )
            self.update()

    def show_used(self, uses: tuple[OperandUse, ...]) -> None:
        self._uses = uses
        self.update()

    def sizeHint(self) -> QSize:
        columns = self._buffer.shape[1]
        text = self.fontMetrics().horizontalAdvance(self.text()) + style.px(20)
        return QSize(max(text, min(style.px(170), style.px(16) + columns * style.px(14))), style.px(96))

    def minimumSizeHint(self) -> QSize:
        """Leave room for the symbol; the shape is left out where there is no room for it."""
        symbol = self.tensor.symbol if self.tensor is not None else ""
        return QSize(self.fontMetrics().horizontalAdvance(symbol) + style.px(12), style.px(44))

    def _shape(self) -> tuple[int, int]:
        return self.tensor.shape if self.tensor is not None else (1, 1)

    def _field(self) -> QRectF:
        """Return where the heatmap is: cells of at most 14 pixels, so that a single number does not fill the card."""
        head, edge = self.fontMetrics().height() + style.px(8), style.px(8)
        room = QRectF(edge, head, self.width() - 2 * edge, self.height() - head - edge)
        rows, columns = self._shape()
        width, height = min(room.width(), columns * style.px(14)), min(room.height(), rows * style.px(14))
        return QRectF(room.left(), room.top(), max(width, 6), max(height, 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = style.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked()
        edge = palette.accent if lit else palette.muted if self.underMouse() or self.hasFocus() else palette.line
        painter.setPen(QPen(QColor(edge), 2 if lit or self.hasFocus() else 1))
        painter.setBrush(QColor(mix_colours(palette.panel, palette.accent, 0.07) if lit else palette.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), style.RADIUS, style.RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(palette.text if lit or self._is_result else palette.muted))
        painter.setFont(style.font(style.CAPTION, bold=self._is_result))
        painter.drawText(style.px(8), style.px(3) + self.fontMetrics().ascent(), self._caption(painter))
        field, (rows, columns) = self._field(), self._buffer.shape
        image = QImage(self._buffer.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
        painter.drawImage(field, image)
        painter.setPen(QColor(palette.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(field)
        if self.tensor is not None and self.tensor.has_bias_row:  # a line of ground sets the biases apart
            y = field.bottom() - field.height() / self._shape()[0]
            painter.fillRect(QRectF(field.left(), y - 1, field.width() + 1, 2), QColor(palette.panel))
        self._paint_used(painter, field)
        if self._is_changed:
            paint_dot(painter, QPointF(self.width() - style.px(9), style.px(10)))
        painter.end()

    def _caption(self, painter: QPainter) -> str:
        fits = painter.fontMetrics().horizontalAdvance(self.text()) <= self.width() - style.px(12)
        return self.text() if fits or self.tensor is None else self.tensor.symbol

    def _paint_used(self, painter: QPainter, field: QRectF) -> None:
        rows, columns = self._shape()
        down, across = field.height() / rows, field.width() / columns
        painter.setPen(QPen(QColor(style.current().text), 2))
        for use in self._uses:
            # At least 3 pixels, because cells may be thinner than a line.
            top, height = (0.0, field.height()) if use.row is None else (use.row * down, max(down, 3.0))
            left, width = (0.0, field.width()) if use.column is None else (use.column * across, max(across, 3.0))
            painter.drawRect(QRectF(field.left() + left, field.top() + top, width, height))

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # A click on the array that is being read would uncheck it.
        self.setChecked(True)


class ArrayStrip(QWidget):
    """Thumbnails of a step's arrays, of which one is being read.

    Attributes
    ----------
    operands : list of ArrayThumbnail
        In the order of the formula; more than the step has, the rest hidden.
    height_class : HeightClass
        How high the window is; set it before `fit`.

    Signals
    -------
    array_chosen(str)
        Name of the operand that is to be read; "" for the result.
    """

    array_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.SPACE[1])
        self._arrow, self._result = TextLabel("→"), ArrayThumbnail(True)
        style.set_role(self._arrow, "title")
        self.operands: list[ArrayThumbnail] = []
        self._shown: list[ArrayThumbnail] = []
        self._row.addWidget(self._arrow)
        self._row.addWidget(self._result)
        self._row.addStretch(1)
        self._result.clicked.connect(self._on_clicked)
        self.height_class = HeightClass.FULL
        self.fit()

    def show_arrays(
        self, operands: Sequence[tuple[str, Tensor]], result: Tensor, chosen: str, changed: Collection[str] = ()
    ) -> None:
        """Show the arrays of a step.

        Parameters
        ----------
        operands : sequence of (str, Tensor)
            In the order they are used.
        result : Tensor
        chosen : str
            Name of the array that is being read.
        changed : collection of str
            Names of the arrays that an edit has changed.
        """
        while len(self.operands) < len(operands):
            card = ArrayThumbnail(False)
            card.clicked.connect(self._on_clicked)
            self._row.insertWidget(len(self.operands), card)
            self.operands.append(card)
        for card, (name, tensor) in zip(self.operands, operands, strict=False):
            card.show_tensor(name, tensor, name in changed)
        for at, card in enumerate(self.operands):
            card.setVisible(at < len(operands))
        self._result.show_tensor("", result, "" in changed)
        self._arrow.setVisible(bool(operands))
        self._shown = [*self.operands[: len(operands)], self._result]
        self.show_chosen(chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and hasattr(self, "_result"):
            self.fit()
            for card in (*self.operands, self._result):
                card.restyle()

    def fit(self) -> None:
        """Shrink on a low window, where the numbers need the room more than their pictures."""
        self.setMinimumHeight(style.px(44))
        self.setMaximumHeight(style.px(104 if self.height_class == HeightClass.FULL else 68))
        self.setVisible(self.height_class > HeightClass.LEAST)

    def show_chosen(self, name: str) -> None:
        for card in self._shown:
            card.setChecked(card.name == name)

    def show_used(self, uses: tuple[OperandUse, ...], cell: tuple[int, int]) -> None:
        """Outline the cells of the operands that make the chosen cell of the result."""
        for card in self._shown:
            own = (
                (OperandUse("", *cell),) if card.name == "" else tuple(use for use in uses if use.operand == card.name)
            )
            card.show_used(own)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, ArrayThumbnail):
            self.show_chosen(card.name)
            self.array_chosen.emit(card.name)
