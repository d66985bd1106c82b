"""A switch: a check box drawn as a track and a knob, for settings that are on or off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours


class Toggle(QCheckBox):
    """A check box drawn as a track and a knob.

    Signals
    -------
    edited(bool)
        The person has flipped it. Not emitted when a value is shown.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self._flipped)  # by a person only, unlike toggled

    def show_value(self, value: bool) -> None:
        self.setChecked(value)

    @Slot(bool)
    def _flipped(self, on: bool) -> None:
        self.edited.emit(on)

    def sizeHint(self) -> QSize:
        return QSize(style.px(34) + 4, style.px(20) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        # QCheckBox takes clicks only where its style would draw indicator and label.
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        height = style.px(18)
        track = QRectF(self.width() - style.px(32) - 2, (self.height() - height) / 2, style.px(32), height)
        on = self.isChecked()
        ground = palette.accent if on else mix_colours(palette.panel, palette.muted, 0.12)
        edge = palette.accent if on else palette.muted
        knob = palette.accent_text if on else palette.muted
        if not self.isEnabled():
            ground = mix_colours(ground, palette.surface, 0.6)
            edge, knob = palette.line, palette.faint if not on else palette.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(track, height / 2, height / 2)
        side = height - 7
        left = track.right() - side - 3.5 if on else track.left() + 3.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(knob))
        painter.drawEllipse(QRectF(left, track.top() + 3.5, side, side))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.text if on else palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), height / 2 + 2, height / 2 + 2)
        painter.end()
