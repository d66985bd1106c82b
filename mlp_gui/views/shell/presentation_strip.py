"""A thin line above everything while somebody presents: it says how to leave, and leaves at a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style


class PresentationStrip(QWidget):
    """Stands where the menu bar was.

    Attributes
    ----------
    leave : QToolButton

    Signals
    -------
    leave_requested
    """

    leave_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.leave = QToolButton()
        self.leave.setText(tr("End presentation (Esc or F11)"))
        self.leave.setProperty("role", "caption")
        self.leave.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.leave.clicked.connect(self.leave_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[1], 0, style.SPACE[1], 0)
        row.addStretch(1)
        row.addWidget(self.leave)
        self.hide()
