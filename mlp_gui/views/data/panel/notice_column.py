"""Notices one below the other, as many as there is something to say, each with buttons for what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.views.theme import style
from mlp_gui.views.widgets.notice import Notice

Said = tuple[str, tuple[str, ...], tuple[str, ...]]  # the headline, what is unfolded below it, the buttons


class NoticeColumn(QWidget):
    """A column of notices of one kind; hidden while there is none.

    Parameters
    ----------
    kind : str
        Of `Notice`.

    Attributes
    ----------
    notices : list of Notice
        Also those that are hidden and wait to be used again.
    """

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, self._reason = kind, ""
        self.notices: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE[1])
        self.hide()

    def show_notices(self, said: Sequence[Said]) -> None:
        """Show a notice for each, in the same order."""
        while len(self.notices) < len(said):
            notice = Notice(self._kind)
            notice.action_chosen.connect(partial(self.take, len(self.notices)))
            self._column.addWidget(notice)
            self.notices.append(notice)
        for i, notice in enumerate(self.notices):
            headline, details, labels = said[i] if i < len(said) else ("", (), ())
            notice.show_sentences(headline, details)
            notice.show_actions(labels)
            notice.set_actions_open(self._reason)
        self.setVisible(bool(said))

    def set_open(self, reason: str) -> None:
        """Allow the buttons, or forbid them for a reason; "" allows them."""
        self._reason = reason
        for notice in self.notices:
            notice.set_actions_open(reason)

    def take(self, place: int, position: int) -> None:
        """Do what a button says.

        Parameters
        ----------
        place : int
            Of the notice in the column, from 0.
        position : int
            Of the button in the notice, from 0.
        """
        raise NotImplementedError
