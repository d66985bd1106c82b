"""A label of one line that cuts its text with an ellipsis when there is no room; its tooltip has the whole text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class ElidedLabel(TextLabel):
    """A label of one line, never wider than its place. When it cuts the text, the tooltip has the whole of it."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(_least_width(self), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def shown(self) -> str:
        """Return the text as it is drawn."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.shown()
        self.style().drawItemText(
            painter, self.contentsRect(), int(self.alignment()), self.palette(), self.isEnabled(), shown,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()
        if shown != self.text() and not self.toolTip():
            set_tip(self, self.text())


def _least_width(label: TextLabel) -> int:
    """Return the width in pixels of a few letters."""
    return label.fontMetrics().averageCharWidth() * 6
