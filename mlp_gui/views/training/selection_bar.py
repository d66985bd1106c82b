"""The line about the chosen rows: what they are, ways to the table, to leave them out, and to let go of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class SelectionBar(QWidget):
    """Line about the chosen rows; hidden while none is chosen.

    Attributes
    ----------
    label : TextLabel
    table, leave_out, clear : QToolButton

    Signals
    -------
    table_requested, leave_out_requested, clear_requested
    """

    table_requested = Signal()
    leave_out_requested = Signal()
    clear_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = TextLabel()
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the window
        self.table, self.clear = self._link(tr("Show in the table")), self._link(tr("Clear"))
        self.leave_out = self._link(tr("Leave out"))
        self.leave_out.clicked.connect(self.leave_out_requested)
        self.table.clicked.connect(self.table_requested)
        self.clear.clicked.connect(self.clear_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[2], 2, style.SPACE[1], 2)
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.label, 1)
        row.addWidget(self.table)
        row.addWidget(self.leave_out)
        row.addWidget(self.clear)
        self.hide()

    def _link(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("role", "link")
        return button

    def show_sentence(self, sentence: str) -> None:
        """Say what the chosen rows are; an empty sentence hides the bar."""
        self.label.setText(sentence)
        set_tip(self.label, sentence)
        self.setVisible(bool(sentence))

    def set_leaving_out_open(self, reason: str) -> None:
        """Allow rows to be left out, or forbid it for a reason; "" allows it."""
        self.leave_out.setEnabled(not reason)
        tip = tr("Train without these rows; the split of the others stays. The data panel takes them back.")
        set_tip(self.leave_out, reason or tip)
