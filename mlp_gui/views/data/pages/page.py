"""A page takes the place of the plots: a heading with the way back, tools at its right, and one body."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel


class DataPage(QWidget):
    """A page in the place of the plots: a heading with the way back. A subclass fills `tools` and `body`.

    Attributes
    ----------
    back : QToolButton
    title : TextLabel
    tools : QHBoxLayout
        At the right of the heading.
    body : QVBoxLayout
        Below the heading.

    Signals
    -------
    left
        The person goes back, by the button or Escape.
    """

    left = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QToolButton()
        self.back.setIcon(icons.icon("chevron-left"))
        self.back.setText(tr("Back"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_tip(self.back, tr("Back to the run (Esc)"))
        self.back.clicked.connect(self.left)
        self.title = TextLabel(title)
        style.set_role(self.title, "title")
        self._subtitle = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        style.set_role(self._subtitle, "muted")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(style.SPACE[1])
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._build()

    def show_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)
        set_tip(self._subtitle, "")

    def focus_first(self) -> None:
        """Give the focus to what is used first, because the page has come into view. Override."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(style.SPACE[1], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        head.setSpacing(style.SPACE[1])
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addSpacing(style.SPACE[0])
        head.addWidget(self._subtitle, 1)
        head.addLayout(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addLayout(self.body, 1)


def hairline() -> QFrame:
    """Make a line of one pixel between two parts of a page."""
    line = QFrame()
    line.setProperty("role", "hairline")
    return line


def widget_row(*parts: QWidget | None, margins: tuple[int, int, int, int] | None = None) -> QWidget:
    """Put widgets side by side.

    Parameters
    ----------
    *parts : QWidget or None
        None is a stretch between two widgets.
    margins : tuple of int, optional
        Left, top, right and bottom in pixels; the usual ones of a page when omitted.
    """
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(*(margins or (style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])))
    row.setSpacing(style.SPACE[1])
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return box
