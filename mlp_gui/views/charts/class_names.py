"""The names of classes along a confusion matrix: level where they fit, slanted where they do not, cut at their end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CUT = Qt.TextElideMode.ElideRight
SLANT = 0.7071  # sine of 45 degrees
NARROWEST = 1.2  # text heights: slanted names in narrower columns would meet


def is_level(names: Sequence[str], column: float, metrics: QFontMetricsF) -> bool:
    """Return whether all names fit side by side.

    Parameters
    ----------
    names : sequence of str
    column : float
        Width of a column in pixels.
    metrics : QFontMetricsF
    """
    return max((metrics.horizontalAdvance(name) for name in names), default=0.0) + 4 <= column


def have_room(names: Sequence[str], column: float, metrics: QFontMetricsF) -> bool:
    """Return whether columns have names at all, level or slanted.

    Parameters
    ----------
    names : sequence of str
    column : float
        Width of a column in pixels.
    metrics : QFontMetricsF
    """
    return is_level(names, column, metrics) or column >= NARROWEST * metrics.height()


def foot(names: Sequence[str], column: float, metrics: QFontMetricsF, most: float) -> float:
    """Return the height in pixels that the names of the columns need below a matrix.

    Parameters
    ----------
    names : sequence of str
    column : float
        Width of a column in pixels.
    metrics : QFontMetricsF
    most : float
        Height that slanted names may take; they are cut to fit.
    """
    if is_level(names, column, metrics):
        return metrics.height() + 2
    if not have_room(names, column, metrics):
        return 2.0
    longest = max(metrics.horizontalAdvance(name) for name in names)
    return min(longest * SLANT + metrics.height(), most)


def paint_columns(painter: QPainter, metrics: QFontMetricsF, square: QRectF, names: Sequence[str], room: float) -> None:
    """Paint the names of the columns below a matrix; slanted ones end below the middle of their column.

    Parameters
    ----------
    painter : QPainter
    metrics : QFontMetricsF
    square : QRectF
        The matrix.
    names : sequence of str
    room : float
        Height in pixels, as `foot` returned it.
    """
    width, height = square.width() / len(names), metrics.height()
    level = is_level(names, width, metrics)
    if not have_room(names, width, metrics):
        return
    for k, name in enumerate(names):
        middle = QPointF(square.left() + (k + 0.5) * width, square.bottom())
        if level:
            painter.drawText(QRectF(middle.x() - width / 2, middle.y(), width, height + 2), CENTRE, name)
            continue
        # What is left of the room beside the text's own height, which is slanted too.
        length = (room - 0.8 * height) / SLANT
        painter.save()
        painter.translate(middle + QPointF(0.35 * height, 0.3 * height))
        painter.rotate(-45)
        painter.drawText(QRectF(-length, -height / 2, length, height), RIGHT, metrics.elidedText(name, CUT, length))
        painter.restore()


def paint_rows(painter: QPainter, metrics: QFontMetricsF, square: QRectF, names: Sequence[str], left: float) -> None:
    """Paint the names left of the rows of a matrix; none where the rows are too low.

    Parameters
    ----------
    painter : QPainter
    metrics : QFontMetricsF
    square : QRectF
        The matrix.
    names : sequence of str
    left : float
        Where names may begin, in pixels.
    """
    height = square.height() / len(names)
    if height < metrics.height() - 2:
        return
    for k, name in enumerate(names):
        place = QRectF(left, square.top() + k * height, square.left() - left - 6, height)
        painter.drawText(place, RIGHT, metrics.elidedText(name, CUT, place.width()))
