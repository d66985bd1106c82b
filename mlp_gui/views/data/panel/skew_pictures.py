"""Small histograms of columns as they are and as they would be learned, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.transformation import SHORT_LABELS
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.skewness import SkewedColumn
from mlp_gui.views.theme import style

SHOWN = 3  # columns
_ROW, _GAP, _BARS = 40, 6, 20  # pixels of a line, between lines, and of the highest bar


class SkewPictures(QWidget):
    """A line for each column: its name above its histogram, and the transformation above the one that it gives.

    Attributes
    ----------
    columns : tuple of SkewedColumn
        Those that are drawn: the first few.
    """

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[SkewedColumn, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_columns(self, columns: Sequence[SkewedColumn]) -> None:
        """Show the histograms of the first few columns; the widget hides without any."""
        self.columns = tuple(column for column in columns if column.bars_before)[:SHOWN]
        self.setAccessibleName(tr("Histograms of the values, before and after transformation"))
        self.setVisible(bool(self.columns))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = len(self.columns)
        return QSize(style.px(160), lines * style.px(_ROW) + max(0, lines - 1) * style.px(_GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = style.current(), QPainter(self)
        painter.setFont(self.font())
        arrow = style.px(24)
        wide = (self.width() - arrow) // 2
        for k, column in enumerate(self.columns):
            top = k * style.px(_ROW + _GAP)
            for left, name, bars in (
                (0, column.name, column.bars_before),
                (wide + arrow, tr(SHORT_LABELS[column.transform]), column.bars_after),
            ):
                words = QRect(left, top, wide, style.px(_ROW - _BARS))
                text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, wide)
                painter.setPen(QColor(palette.muted))
                painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
                self._draw_bars(painter, QRectF(left, words.bottom() + 1, wide, style.px(_BARS)), bars)
            middle = top + style.px(_ROW) - style.px(_BARS) / 2
            painter.setPen(QPen(QColor(palette.muted), 1))
            start, end, head = wide + style.px(6), wide + arrow - style.px(6), style.px(3)
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            painter.drawLine(QPointF(end - head, middle - head), QPointF(end, middle))
            painter.drawLine(QPointF(end - head, middle + head), QPointF(end, middle))
        painter.end()

    @staticmethod
    def _draw_bars(painter: QPainter, rect: QRectF, bars: Sequence[int]) -> None:
        heights = np.asarray(bars, float) / max(1, max(bars))
        step = rect.width() / len(bars)
        for k, height in enumerate(heights.tolist()):
            size = max(1.0, height * rect.height()) if height else 0.0
            own = QRectF(rect.left() + k * step, rect.bottom() - size, step - 1, size)
            painter.fillRect(own, QColor(style.current().accent))
