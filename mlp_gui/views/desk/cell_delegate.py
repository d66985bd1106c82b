"""Paints the cells of a table of rows: one line of text with room at its sides, the current cell in a ring."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mlp_gui.views.desk.frame_model import SUBSET_ROLE, Index
from mlp_gui.views.desk.headers import PAD
from mlp_gui.views.desk.subset_marks import paint_subset
from mlp_gui.views.shell import style
from mlp_gui.views.shell.palette import mixed

_ITEM = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """Asks the model for text, alignment and colours; a cell with SUBSET_ROLE is painted as a subset.

    The model is asked itself: `index.data` goes through Qt, where each of some thousand answers for a window full of
    cells has to wait for the interpreter when a task in the background computes.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        subset = index.model().data(index, SUBSET_ROLE)
        ground(painter, option, index)
        if subset is not None:
            paint_subset(painter, option.rect, subset)
        else:
            self._text(painter, option.rect, index)
        ring(painter, option)

    def _text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        ask = index.model().data
        colour = ask(index, _ITEM.ForegroundRole)
        painter.setPen(colour if colour is not None else QColor(style.current().text))
        place = rect.adjusted(PAD, 0, -PAD, 0)
        text = painter.fontMetrics().elidedText(
            str(ask(index, _ITEM.DisplayRole)), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(ask(index, _ITEM.TextAlignmentRole) or _LEFT), text)


def ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """The colour behind a cell: of the selection, or the model's own."""
    if option.state & QStyle.StateFlag.State_Selected:
        palette = style.current()
        painter.fillRect(option.rect, QColor(_selected(palette.panel, palette.accent)))
    elif (own := index.model().data(index, _ITEM.BackgroundRole)) is not None:
        painter.fillRect(option.rect, own)


@cache
def _selected(panel: str, accent: str) -> str:
    return mixed(panel, accent, 0.22)


def ring(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Where the keyboard is."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(style.current().accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
