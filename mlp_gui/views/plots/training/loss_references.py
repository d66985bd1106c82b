"""Thin lines across the learning curves, where reference models stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_gui.views.theme import style

GAP = 4  # pixels between a label and the edge
SHARES = (1.0, 0.0, 0.75, 0.5, 0.25)  # of the way from the left, in the order in which places are tried


def paint_references(
    painter: QPainter,
    rect: QRectF,
    losses: Mapping[str, float],
    place: Callable[[float], QPointF | None],
    is_taken: Callable[[QRectF], bool],
) -> list[QRectF]:
    """Draw a dotted line for each loss that is in view, with its name where nothing else stands.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The inside of the plot.
    losses : mapping of str to float
    place : callable
        Loss to a point of the same height; None when it has no place on the axis.
    is_taken : callable
        Whether a curve or another label is in a box.

    Returns
    -------
    list of QRectF
        Where the names are; one without a free place is left out, and its line stays.
    """
    palette = style.current()
    painter.setFont(style.font(style.CAPTION))
    labels: list[QRectF] = []
    points = {name: place(loss) for name, loss in losses.items()}
    heights = {name: p.y() for name, p in points.items() if p is not None and rect.top() <= p.y() <= rect.bottom()}
    painter.setPen(QPen(QColor(palette.muted), 1, Qt.PenStyle.DotLine))
    for y in heights.values():
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    for name, y in heights.items():
        width = painter.fontMetrics().horizontalAdvance(name) + 2
        boxes = _boxes(rect, y, QSizeF(width, painter.fontMetrics().height()))
        off_lines = (box for box in boxes if not any(box.top() < other < box.bottom() for other in heights.values()))
        free = (box for box in off_lines if not is_taken(box) and not any(box.intersects(other) for other in labels))
        box = next(free, None)
        if box is not None:
            labels.append(box)
            painter.setPen(QColor(palette.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    return labels


def _boxes(rect: QRectF, y: float, size: QSizeF) -> list[QRectF]:
    """Places for a name above and below its line: at the right, at the left, then in between."""
    room = rect.width() - size.width() - 2 * GAP
    tops = [top for top in (y - size.height(), y + 1) if top >= rect.top() and top + size.height() <= rect.bottom()]
    return [QRectF(QPointF(rect.left() + GAP + share * room, top), size) for share in SHARES for top in tops]
