"""What was found about the work of a class: one row for each file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import visible
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class ShownHandIn(NamedTuple):
    """One file as the table shows it: its name, how many tasks it reaches, what was found, and the tasks in lines."""

    file: str
    tasks: str
    sentence: str
    details: str


class HandInsDialog(QDialog):
    """Shows the verdicts, and asks for more files.

    Attributes
    ----------
    table : QTableWidget
    choose, close_button : QPushButton

    Signals
    -------
    choose_requested
    """

    choose_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check hand-ins"))
        self._sentence = TextLabel()
        self._sentence.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Hand-ins"))
        self.table.setHorizontalHeaderLabels([tr("File"), tr("Tasks"), tr("What was found")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setColumnWidth(0, style.px(180))
        self.table.setColumnWidth(1, style.px(100))
        self.choose, self.close_button = QPushButton(tr("Choose files…")), QPushButton(tr("Close"))
        style.set_role(self.choose, "primary")
        self.choose.clicked.connect(self.choose_requested)
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[style.SPACE[2]] * 4)
        column.setSpacing(style.SPACE[1])
        column.addWidget(self._sentence)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.resize(style.px(820), style.px(440))

    def show_sentence(self, sentence: str) -> None:
        """Say what the files are compared with, or that they are being checked."""
        self._sentence.setText(sentence)

    def show_found(self, found: Sequence[ShownHandIn]) -> None:
        """Show the verdicts in place of those before."""
        self.table.setRowCount(len(found))
        for at, one in enumerate(found):
            for column, text in enumerate((one.file, one.tasks, one.sentence)):
                item = QTableWidgetItem(visible(text))
                set_tip(item, one.details)
                self.table.setItem(at, column, item)
