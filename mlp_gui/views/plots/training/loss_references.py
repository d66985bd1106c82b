"""Thin lines across the learning curves, where reference models stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_gui.views.theme import style

GAP = 4  # pixels between two labels, and between a label and the edge


def paint_references(
    painter: QPainter, rect: QRectF, losses: Mapping[str, float], place: Callable[[float], QPointF | None]
) -> None:
    """Draw a dotted line with its name at the left for each loss that is in view.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The inside of the plot.
    losses : mapping of str to float
    place : callable
        Loss to a point of the same height; None when it has no place on the axis.
    """
    palette = style.current()
    painter.setFont(style.font(style.CAPTION))
    height = painter.fontMetrics().height()
    taken: list[float] = []
    for name, loss in losses.items():
        point = place(loss)
        if point is None or not rect.top() <= point.y() <= rect.bottom():
            continue
        y = point.y()
        painter.setPen(QPen(QColor(palette.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        # Above its line, or below it where another name or the edge is in the way.
        tops = (y - height, y + 1)
        free = [t for t in tops if t >= rect.top() and t + height <= rect.bottom()]
        free = [t for t in free if all(abs(t - other) >= height for other in taken)]
        if free:
            taken.append(free[0])
            width = painter.fontMetrics().horizontalAdvance(name) + 2
            box = QRectF(rect.left() + GAP, free[0], width, height)
            painter.setPen(QColor(palette.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
