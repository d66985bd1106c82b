"""The split as a bar of three colours whose borders can be dragged or moved with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

STEP, REACH = 0.01, 8


class SplitBar(QWidget):
    """A bar of three colours with two borders. Up and Down choose a border, Left and Right move it.

    Signals
    -------
    moved(float, float)
        A border was moved and let go: share of rows before the first and before the second border, 0 to 1.
    """

    moved = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Shares of training, validation and test rows"))
        self._cuts = [0.7, 0.85]
        self._held: int | None = None
        self._chosen = 0

    def show_cuts(self, first: float, second: float) -> None:
        """Show the borders; nothing is emitted.

        Parameters
        ----------
        first, second : float
            Share of rows before each of them, 0 to 1.
        """
        self._cuts = [first, second]
        self.setAccessibleDescription(
            tr(
                "{training:.0%} training, {validation:.0%} validation, {test:.0%} test",
                training=first,
                validation=second - first,
                test=1 - second,
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, style.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, style.px(18))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._near(event.position().x())
        self._chosen = self._held if self._held is not None else self._chosen
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        near = self._held is not None or (self.isEnabled() and self._near(x) is not None)
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        if self._held is not None:
            self._move(self._held, round((x - 4) / self._span() / STEP) * STEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.moved.emit(*self._cuts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._chosen = 1 - self._chosen
            self.update()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = STEP if event.key() == Qt.Key.Key_Right else -STEP
            self._move(self._chosen, self._cuts[self._chosen] + way)
            self.moved.emit(*self._cuts)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        edges = [0.0, *self._cuts, 1.0]
        height = style.px(8)
        top = (self.height() - height) / 2
        for subset, start, end in zip(Subset, edges, edges[1:], strict=False):
            colour = palette.series(subset)
            painter.setBrush(QColor(colour if self.isEnabled() else mix_colours(colour, palette.surface, 0.55)))
            left, right = self._x(start), self._x(end)
            if right - left > 1:
                painter.drawRoundedRect(QRectF(left, top, right - left - 1, height), 2, 2)
        for i, cut in enumerate(self._cuts):
            self._draw_handle(painter, cut, self.hasFocus() and i == self._chosen)
        painter.end()

    def _draw_handle(self, painter: QPainter, cut: float, focused: bool) -> None:
        palette = style.current()
        painter.setPen(QPen(QColor(palette.accent if focused else palette.muted), 2 if focused else 1))
        painter.setBrush(QColor(palette.raised))
        height = style.px(16)
        painter.drawRoundedRect(QRectF(self._x(cut) - 3.5, (self.height() - height) / 2, 6, height), 3, 3)

    def _span(self) -> float:
        return max(1, self.width() - 8)

    def _x(self, share: float) -> float:
        return 4 + share * self._span()

    def _near(self, x: float) -> int | None:
        far = [abs(self._x(cut) - x) for cut in self._cuts]
        # Where the borders lie on each other, the one that can move towards the pointer is meant.
        nearest = 1 if far[1] < far[0] or (far[0] == far[1] and x > self._x(self._cuts[1])) else 0
        return nearest if far[nearest] <= REACH else None

    def _move(self, i: int, share: float) -> None:
        low, high = (STEP, self._cuts[1]) if i == 0 else (self._cuts[0], 1.0)
        self._cuts[i] = round(min(high, max(low, share)), 6)
        self.show_cuts(*self._cuts)
