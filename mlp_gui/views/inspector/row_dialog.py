"""A form to type a row in: one field for each column, filled with a row of the file to begin with."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import NAME, visible
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel


class RowDialog(QDialog):
    """Form for a row; it stays open until `close`, so that a refusal can be mended.

    Attributes
    ----------
    fields : dict of str to QLineEdit
        By the name of the column.
    problem : TextLabel
        Why the row was refused.

    Signals
    -------
    row_typed(dict)
        Texts by column.
    """

    row_typed = Signal(object)

    def __init__(self, texts: Mapping[str, str], targets: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A row of your own"))
        self.resize(QSize(style.px(380), style.px(520)).boundedTo(self.screen().availableSize() * 0.9))
        self.fields = {name: QLineEdit(text) for name, text in texts.items()}
        self.problem = TextLabel()
        self.problem.setWordWrap(True)
        style.set_role(self.problem, "bad")
        self.problem.hide()
        form = QFormLayout()
        for name, field in self.fields.items():
            if targets and name == targets[0]:
                line = QFrame()
                line.setProperty("role", "hairline")
                form.addRow(line)
            form.addRow(TextLabel(tr("{name} (true)", name=name) if name in targets else visible(name, NAME)), field)
            field.setAccessibleName(visible(name))
        inside, area = QWidget(), QScrollArea()
        inside.setLayout(form)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._inspect_button = self._buttons.addButton(tr("Look at it"), QDialogButtonBox.ButtonRole.ActionRole)
        self._inspect_button.setDefault(True)
        self._inspect_button.clicked.connect(self._on_look)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        words = TextLabel(tr("Type a row in the units of the file. It is scaled as the rows of the file are."))
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(area, 1)
        column.addWidget(self.problem)
        column.addWidget(self._buttons)

    def show_problem(self, sentence: str) -> None:
        """Say why the row cannot be used."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @Slot()
    def _on_look(self) -> None:
        self.row_typed.emit({name: field.text() for name, field in self.fields.items()})
