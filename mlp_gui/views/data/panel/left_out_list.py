"""The rows that a person has left out, each entry with a way to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.elided_label import ElidedLabel

SHOWN = 6  # entries that have a line of their own; of more, the latest


class LeftOutList(QWidget):
    """Lines such as "row 318", each with a link that takes it back; hidden while nothing is left out.

    Attributes
    ----------
    lines : list of (ElidedLabel, QToolButton)
        Also those that are hidden and wait to be used again.
    all : QToolButton
        Takes everything back; hidden while there is one entry.

    Signals
    -------
    taken_back(tuple of int)
        Positions of the entries that are to be used again.
    """

    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._n, self._reason = 0, ""
        self._caption = TextLabel(tr("Left out by hand"))
        style.set_role(self._caption, "caption")
        self.all = _link(tr("Take all back"))
        self.all.clicked.connect(self._take_all)
        self.lines: list[tuple[ElidedLabel, QToolButton]] = []
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self.all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.hide()

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show what is left out, the latest first."""
        self._n = len(entries)
        shown = list(reversed(entries))[:SHOWN]
        while len(self.lines) < len(shown):
            self._add_line()
        for i, (label, button) in enumerate(self.lines):
            label.setText(shown[i] if i < len(shown) else "")
            set_tip(label, label.text())
            button.setAccessibleName(tr("Use {what} again", what=label.text()))
            for widget in (label, button):
                widget.setVisible(i < len(shown))
        more = self._n - len(shown)
        caption = tr("Left out by hand")
        hidden = tr_n("{n:,} earlier entry not shown", "{n:,} earlier entries not shown", more)
        self._caption.setText(f"{caption} · {hidden}" if more else caption)
        self.all.setVisible(self._n > 1)
        self.setVisible(bool(entries))
        self.set_open(self._reason)

    def set_open(self, reason: str) -> None:
        """Allow the links, or forbid them for a reason; "" allows them."""
        self._reason = reason
        for button in (self.all, *(button for _, button in self.lines)):
            button.setEnabled(not reason)
            set_tip(button, reason)

    def _add_line(self) -> None:
        label, button = ElidedLabel(), _link(tr("Take back"))
        button.clicked.connect(partial(self._take, len(self.lines)))
        row = QHBoxLayout()
        row.setSpacing(style.SPACE[1])
        row.addWidget(label, 1)
        row.addWidget(button)
        self._column.addLayout(row)
        self.lines.append((label, button))

    def _take(self, line: int, checked: bool = False) -> None:
        self.taken_back.emit((self._n - 1 - line,))

    def _take_all(self, checked: bool = False) -> None:
        self.taken_back.emit(tuple(range(self._n)))


def _link(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setProperty("role", "link")
    return button
