"""A question which rows are to be left out: by their numbers or by a condition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel

EXPLANATION = mark(
    "Numbers as the table shows them, or a condition with and, or, not and brackets. A column whose name has blanks "
    "stands between backticks, a text between quotation marks. The split of the other rows stays as it is."
)
EXAMPLE = '318, 400-410   ·   flow > 1000 and station = "A"   ·   date < 2009-01-01'


class LeaveOutDialog(QDialog):
    """Asks for rows until there are some.

    Parameters
    ----------
    count : callable
        Returns how many rows an entry means; raises `UserError` if it cannot be used.
    parent : QWidget, optional

    Attributes
    ----------
    field : QLineEdit
    problem : TextLabel
    accept_button : QPushButton

    Signals
    -------
    chosen(LeftOut)
    """

    chosen = Signal(object)

    def __init__(self, count: Callable[[LeftOut], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.setWindowTitle(tr("Leave rows out"))
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Rows to leave out"))
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setMinimumWidth(style.px(520))
        explanation, self.problem = TextLabel(tr(EXPLANATION)), TextLabel()
        style.set_role(explanation, "caption")
        style.set_role(self.problem, "bad")
        for label in (explanation, self.problem):
            label.setWordWrap(True)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().height())  # the window does not jump
        self.accept_button, cancel = QPushButton(tr("Leave out")), QPushButton(tr("Cancel"))
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._on_accept)
        cancel.clicked.connect(self.reject)
        self.field.textEdited.connect(self.problem.clear)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        for widget in (explanation, self.field, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    @Slot()
    def _on_accept(self) -> None:
        text = self.field.text().strip()
        try:
            entry = LeftOut(rows=text) if text[:1].isdigit() and not set(text) & set("<>=") else LeftOut(condition=text)
            n = self._count(entry)
        except UserError as error:
            self.problem.setText(" ".join(filter(None, (error.title, error.detail, error.hint))))
            return
        if not n:
            self.problem.setText(tr("No row fulfils it."))
            return
        self.chosen.emit(entry)
        self.accept()
