"""A card: a button with a picture, a title and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import TextLabel


class Card(QAbstractButton):
    """A button with a title and a sentence; pressed anywhere, it emits `clicked`.

    Parameters
    ----------
    title, sentence, caption : str
        Lines of decreasing weight; an empty one is left out.
    picture : QWidget, optional
        A widget of fixed size, at the left.
    """

    def __init__(self, title: str, sentence: str, caption: str = "", picture: QWidget | None = None) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # its sentence wraps
        self.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(2)
        for text, role in ((title, "heading"), (sentence, "note"), (caption, "caption")):
            if text:
                words.addWidget(_label(text, role))
        words.addStretch(1)
        self._ring = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(12)
        if picture is not None:
            picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a press on it presses the card
            self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = style.by_keyboard(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current()
        hovered = self.underMouse() and self.isEnabled()
        ground = mix_colours(palette.panel, palette.muted, 0.14 if self.isDown() else 0.05 if hovered else 0.0)
        focused = self.hasFocus() and self._ring
        edge = palette.accent if focused or hovered else palette.line
        width = 2 if focused else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), style.RADIUS, style.RADIUS)
        painter.end()


def _label(text: str, role: str) -> TextLabel:
    label = TextLabel(text)
    label.setWordWrap(True)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    style.set_role(label, role)
    return label
