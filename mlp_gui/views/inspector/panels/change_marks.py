"""How a number that an edit has changed is marked, and how it is written beside what it was."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mlp_gui.core.number_format import format_number, telling_digits
from mlp_gui.core.translation import localize_signs
from mlp_gui.views.theme import style


def changed_text(old: float, new: float) -> str:
    """Return a number with as many digits as tell it from what it was.

    Parameters
    ----------
    old, new : float
    """
    plain = format_number(new)
    if plain != format_number(old):
        return plain
    return localize_signs(telling_digits(old, new)(new).replace("−", "-"))  # as numbers in tables are set


def old_text(old: float, new: float) -> str:
    """Return what a number was, with as many digits as tell it from what it is.

    Parameters
    ----------
    old, new : float
    """
    return changed_text(new, old)


def paint_dot(painter: QPainter, centre: QPointF) -> None:
    """Paint the mark of something that holds changed numbers.

    Parameters
    ----------
    painter : QPainter
    centre : QPointF
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(style.current().panel), 1.5))
    painter.setBrush(QColor(style.current().accent))
    painter.drawEllipse(centre, style.px(4), style.px(4))
    painter.restore()


def paint_corner(painter: QPainter, rect: QRect, ink: QColor) -> None:
    """Paint the mark of a changed cell: its upper left corner, in the colour of its number.

    Parameters
    ----------
    painter : QPainter
    rect : QRect
    ink : QColor
    """
    size, corner = style.px(8), QPointF(rect.topLeft())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)]))
    painter.restore()
