"""The line of a run as a track to drag along: the epochs trained so far, where the run stands, the best epoch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import set_tip


class TimelineSlider(QWidget):
    """The line of a run's epochs, to go along by dragging, and by Left, Right, Page and Home keys.

    Signals
    -------
    epoch_requested(epoch)
    """

    epoch_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Time line of the run"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)  # the tooltip names the epoch under the pointer
        self._start, self._here, self._end, self._best = 0, 0.0, 0, 0
        self._forks: tuple[int, ...] = ()
        self._ring = False

    def sizeHint(self) -> QSize:
        return QSize(style.px(300), style.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.px(80), style.px(30))

    def show_line(self, start: int, here: float, end: int, best: int, forks: tuple[int, ...] = ()) -> None:
        """Show where the run is.

        Parameters
        ----------
        start, end : int
            Epochs that can be reached.
        here : float
            With the share of the next epoch.
        best : int
            0 for none.
        forks : tuple of int
            Epochs where branches leave this line.
        """
        self._start, self._here, self._end, self._best, self._forks = start, here, end, best, forks
        self.setAccessibleDescription(tr("epoch {epoch:,} of {last:,}", epoch=int(here), last=end))
        self.update()

    # --- places ----------------------------------------------------------------------------------------------

    def x_of(self, epoch: float) -> float:
        edge = style.px(9)
        span = max(1, self._end - self._start)
        return edge + (self.width() - 2 * edge) * min(max((epoch - self._start) / span, 0.0), 1.0)

    def epoch_at(self, x: float) -> int:
        """Return the epoch under a place; within 4 pixels of the best one it is the best one."""
        if self._best and abs(x - self.x_of(self._best)) <= 4:
            return self._best
        edge = style.px(9)
        share = (x - edge) / max(1, self.width() - 2 * edge)
        return round(self._start + min(max(share, 0.0), 1.0) * (self._end - self._start))

    # --- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = style.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, thick = self.height() / 2, style.px(4)
        left, right, here = self.x_of(self._start), self.x_of(self._end), self.x_of(self._here)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix_colours(palette.panel, palette.muted, 0.25)))
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, right - left, thick), thick / 2, thick / 2)
        if not self.isEnabled() or self._end <= self._start:
            painter.end()
            return
        painter.setBrush(QColor(palette.accent))
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, here - left, thick), thick / 2, thick / 2)
        for epoch in self._forks:
            self._mark(painter, epoch, palette.muted)
        if self._best:
            self._mark(painter, self._best, palette.good)
        painter.setBrush(QColor(palette.raised))
        painter.setPen(QPen(QColor(palette.text if self._ring else palette.accent), 3 if self._ring else 2.5))
        painter.drawEllipse(QPointF(here, middle), style.px(7), style.px(7))
        painter.end()

    def _mark(self, painter: QPainter, epoch: int, colour: str) -> None:
        x, reach = self.x_of(epoch), style.px(9)
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawLine(QPointF(x, self.height() / 2 - reach), QPointF(x, self.height() / 2 + reach))
        painter.setPen(Qt.PenStyle.NoPen)

    # --- pointer and keys ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        epoch = self.epoch_at(event.position().x())
        is_best = epoch > 0 and epoch == self._best
        set_tip(
            self,
            tr(
                "Epoch {epoch:,} (the best). Drag: weights, gradients, predictions and scores follow."
                if is_best
                else "Epoch {epoch:,}. Drag: weights, gradients, predictions and scores follow.",
                epoch=epoch,
            ),
        )
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        if self._end > self._start:
            epoch = self.epoch_at(event.position().x())
            # At once: the knob stays under the pointer while the run is still on its way.
            self._here = float(epoch)
            self.update()
            self.epoch_requested.emit(epoch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        page = max(1, (self._end - self._start) // 20)
        steps = {keys.Key_Left: -1, keys.Key_Right: 1, keys.Key_PageDown: -page, keys.Key_PageUp: page}
        if event.key() in steps:
            self.epoch_requested.emit(int(self._here) + steps[keys(event.key())])
        elif event.key() in (keys.Key_Home, keys.Key_End):
            self.epoch_requested.emit(self._start if event.key() == keys.Key_Home else self._end)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = style.by_keyboard(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) or event.type() is QEvent.Type.EnabledChange:
            self.updateGeometry()  # its sizes grow with the text
            self.update()
