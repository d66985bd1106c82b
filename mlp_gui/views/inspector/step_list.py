"""The operations of the batch in order, under the names of their stages; one of them is being looked at."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mlp_gui.core.translation import tr
from mlp_gui.engine.network.tape import OpKind, Stage
from mlp_gui.engine.tracing.trace import STAGES, Trace
from mlp_gui.views.inspector import step_texts
from mlp_gui.views.inspector.panels.change_marks import paint_dot
from mlp_gui.views.inspector.panels.terms_table import Index
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import set_tip

STEP, SYMBOL, CHANGED = (Qt.ItemDataRole.UserRole + k for k in range(3))


class _StepDelegate(QStyledItemDelegate):
    """The symbol large, the words small; stages as headings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(style.px(120), style.px(26 if index.data(STEP) is None else 42))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        palette, left = style.current(), style.px(12)
        painter.save()
        if index.data(STEP) is None:
            painter.setFont(style.font(style.CAPTION, bold=True))
            painter.setPen(QColor(palette.muted))
            painter.drawText(rect.adjusted(left, 4, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), index.data())
            painter.restore()
            return
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(mix_colours(palette.panel, palette.accent, 0.18)))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(palette.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(mix_colours(palette.panel, palette.muted, 0.10)))
        room = rect.adjusted(left, 2, -6, -2)
        top = QRect(room.left(), room.top(), room.width(), room.height() // 2 + 2)
        painter.setFont(style.font(14, bold=chosen))
        painter.setPen(QColor(palette.text))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), index.data(SYMBOL))
        if index.data(CHANGED):
            paint_dot(painter, QPointF(room.right() - style.px(4), top.center().y() + 1))
        below = QRect(room.left(), top.bottom() - 1, room.width(), room.bottom() - top.bottom() + 1)
        painter.setFont(style.font(style.CAPTION))
        painter.setPen(QColor(palette.text if chosen else palette.muted))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


class StepList(QListWidget):
    """List of the steps, grouped by stage.

    Signals
    -------
    step_chosen(int)
        Place of the step that a person picked, from 0.
    key_pressed(int)
        A key that walks through the steps: Left, Right, Home or End.
    """

    step_chosen = Signal(object)
    key_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps of the batch"))
        self.setItemDelegate(_StepDelegate(self))
        # Without it, items hear of the pointer only while a button is down.
        self.setMouseTracking(True)
        self.setMinimumWidth(style.px(130))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[int] = []
        self._titles: list[str] = []
        self._tips: list[str] = []
        self.currentRowChanged.connect(self._on_row)

    def show_steps(self, trace: Trace | None) -> None:
        """List the steps of a trace. The same list again changes nothing, so that a running trace does not flicker."""
        titles = (
            [f"{step.stage}{step.symbol}{step_texts.step_title(trace, step)}" for step in trace.steps] if trace else []
        )
        if titles == self._titles:
            return
        self._titles = titles
        self.blockSignals(True)  # clear() speaks of other current rows
        self.clear()
        self._rows, self._tips = [0] * len(titles), [""] * len(titles)
        if trace is not None:
            self._fill(trace)
        self.blockSignals(False)

    def _fill(self, trace: Trace) -> None:
        for stage in STAGES:
            heading = QListWidgetItem(tr(step_texts.STAGES[stage]))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrow keys pass over it
            set_tip(heading, tr(step_texts.STAGE_TIPS[stage]))
            self.addItem(heading)
            for index, step in enumerate(trace.steps):
                if step.stage != stage:
                    continue
                item = QListWidgetItem(step_texts.step_short_title(trace, step))
                item.setData(STEP, index)
                item.setData(SYMBOL, _symbol(step.kind, step.symbol))
                self._tips[index] = f"{step_texts.step_title(trace, step)}. {step_texts.step_sentence(step)}"
                set_tip(item, self._tips[index])
                self._rows[index] = self.count()
                self.addItem(item)

    def show_changed(self, steps: Collection[int]) -> None:
        """Mark the steps that compute something else after an edit.

        Parameters
        ----------
        steps : collection of int
            Their places.
        """
        for at, row in enumerate(self._rows):
            item = self.item(row)
            if item is not None and bool(item.data(CHANGED)) != (at in steps):
                item.setData(CHANGED, at in steps)
                plain, said = self._tips[at], tr("Changed by the edit.")
                set_tip(item, f"{plain} {said}" if at in steps else plain)

    def show_chosen(self, index: int) -> None:
        if index < len(self._rows) and self.currentRow() != self._rows[index]:
            self.blockSignals(True)  # nobody chooses a step here
            self.setCurrentRow(self._rows[index])
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.key_pressed.emit(int(event.key()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event):
            self.setMinimumWidth(style.px(130))
            self.scheduleDelayedItemsLayout()  # the delegate's sizes grow with the text

    def _on_row(self, row: int) -> None:
        item = self.item(row)
        if item is not None and item.data(STEP) is not None:
            self.step_chosen.emit(int(item.data(STEP)))


def _symbol(kind: OpKind, symbol: str) -> str:
    """Return the symbol with an arrow for a step that changes what was there before."""
    return f"{symbol} ←" if kind.stage in (Stage.PENALTY, Stage.UPDATE) else symbol
