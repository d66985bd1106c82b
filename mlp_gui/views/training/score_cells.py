"""The cells of the score board: a number, and beside it in small the interval in which it would lie for other rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from mlp_gui.core.number_format import format_interval, format_number
from mlp_gui.core.translation import decimal_sign, format_localized, tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.metrics.metric_intervals import Interval
from mlp_gui.views.forms.tooltips import metric_tooltip
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

INTERVAL = Qt.ItemDataRole.UserRole
NUMBER_WIDTH, INTERVAL_WIDTH = 72, 104  # of [0.9944, 0.9970] no bracket may be cut
IN_WORDS = 1.32  # times as wide are numbers of millions
NARROWEST = 40  # pixels: of the column chooser
QWIDGETSIZE_MAX = 16_777_215  # as Qt calls it, of which the binding knows nothing
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter  # a heading stands over the number and its interval together


def draw_at_point(painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
    """Draw the number of a cell so that the decimal signs of its column stand below one another.

    Parameters
    ----------
    painter : QPainter
        With the font and the pen to use.
    rect : QRect
        Where the numbers of the column stand.
    index : QModelIndex
    """
    model, metrics, sign = index.model(), painter.fontMetrics(), decimal_sign()
    column = [str(model.index(row, index.column()).data() or "") for row in range(model.rowCount())]
    room = max(metrics.horizontalAdvance("".join(_parted(text, sign)[1:])) for text in column)
    text = str(index.data() or "")
    whole, *rest = _parted(text, sign)
    if metrics.horizontalAdvance(whole) + room > rect.width():
        painter.drawText(rect, RIGHT, text)
        return
    point = rect.right() + 1 - room
    painter.drawText(QRect(rect.left(), rect.top(), point - rect.left(), rect.height()), RIGHT, whole)
    painter.drawText(QRect(point, rect.top(), room, rect.height()), LEFT, "".join(rest))


def _parted(text: str, sign: str) -> tuple[str, str, str]:
    return text.partition(sign) if sign in text else (text, "", "")


class IntervalDelegate(QStyledItemDelegate):
    """Paints numbers below one another, and intervals beside them in small."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.column() == 0:
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        palette, rect = style.current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = bare.palette.highlightedText().color() if chosen else QColor(palette.text)
        number = QRect(rect.left(), rect.top(), rect.width() - interval_width(rect.width()), rect.height())
        painter.save()
        painter.setFont(style.font(style.BODY))
        painter.setPen(ink)
        draw_at_point(painter, number, index)
        interval = index.data(INTERVAL)
        if interval:
            beside = QRect(number.right() + 1, rect.top(), rect.right() - number.right(), rect.height())
            beside.adjust(style.px(6), 1, 0, 1)
            painter.setFont(style.font(style.CAPTION))
            painter.setPen(ink if chosen else QColor(palette.muted))
            painter.drawText(beside, LEFT, interval)
        painter.restore()


class ColumnChooser(ComboBox):
    """The choice of a column whose groups are scored by themselves; hidden while there is nothing to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Parts of the rows"))
        set_tip(self, tr("Score the categories, months or quarters of a column by themselves"))
        self.show_columns((), "")

    def minimumSizeHint(self) -> QSize:
        """Give way to the words beside it where there is little room; the chosen entry is then shortened."""
        return QSize(style.px(NARROWEST), super().minimumSizeHint().height())

    def show_columns(self, columns: Sequence[str], chosen: str) -> None:
        """Offer columns.

        Parameters
        ----------
        columns : sequence of str
        chosen : str
            "" for none.
        """
        self.set_entries([("", tr("All rows"), ""), *((c, tr("By {column}", column=c), "") for c in columns)])
        self.show_value(chosen)
        self.setVisible(bool(columns))


def prepare_table(table: QTableWidget) -> None:
    """Make a table that is read and copied from, and not edited."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)  # Tab leads on; the arrows walk through the cells
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt hands the event to the parent
    table.setItemDelegate(IntervalDelegate(table))


def number_width(in_words: bool = False) -> int:
    """Return the width of a column of numbers with their intervals, in pixels; `in_words` for numbers of millions."""
    width = style.px(NUMBER_WIDTH) + style.px(INTERVAL_WIDTH)
    return round(IN_WORDS * width) if in_words else width


def interval_width(column: int) -> int:
    """Return how much of a column of that width belongs to the intervals, in pixels."""
    return round(min(IN_WORDS * style.px(INTERVAL_WIDTH), column * INTERVAL_WIDTH / (NUMBER_WIDTH + INTERVAL_WIDTH)))


def name_item(key: str, alignment: Qt.AlignmentFlag) -> QTableWidgetItem:
    """Return the cell that names a metric or a subset.

    Parameters
    ----------
    key : str
    alignment : AlignmentFlag
    """
    item = QTableWidgetItem(tr(metrics[key].label) if key in metrics else tr(key))
    set_tip(item, metric_tooltip(key))
    item.setTextAlignment(alignment)
    return item


def show_number(item: QTableWidgetItem, value: float, interval: Interval | None) -> None:
    """Show a score in a cell.

    Parameters
    ----------
    item : QTableWidgetItem
    value : float
    interval : tuple of float, or None
        None while it is not known.
    """
    text, beside = format_number(value), format_interval(*interval) if interval is not None else ""
    if item.text() == text and (item.data(INTERVAL) or "") == beside:
        return  # an equal text costs no repaint
    item.setText(text)
    item.setData(INTERVAL, beside)
    exact = tr("Undefined for these rows") if math.isnan(value) else format_localized(value)
    said = tr("{value}; 95 % interval {interval}, from drawing the rows anew",
              value=exact, interval=beside) if beside else exact  # fmt: skip
    set_tip(item, said)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text} {beside}".rstrip())


def end_with_whole_row(table: QTableWidget, room: int) -> None:
    """Limit the height of a table so that its last visible row is whole, where not all of them fit.

    Parameters
    ----------
    table : QTableWidget
    room : int
        Pixels that there are for it.
    """
    bar, rows = table.horizontalScrollBar(), table.rowCount()
    beside = table.horizontalHeader().height() + 2 * table.frameWidth() + (bar.height() if bar.isVisible() else 0)
    height = table.rowHeight(0) if rows else 0
    whole = (room - beside) // height if height else rows
    table.setMaximumHeight(beside + whole * height if 0 < whole < rows else QWIDGETSIZE_MAX)
