"""Take away: what the network and its run can be saved as, each format with the sentence that says what it is for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.params import strip_brackets
from mlp_gui.core.translation import tr
from mlp_gui.export.common.base import ExportFormat
from mlp_gui.export.registry import formats
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.training import pdf_format  # noqa: F401 (registers)
from mlp_gui.views.widgets.collapsible import CollapsibleSection


class ExportPanel(QWidget):
    """A button for each registered format, those without a place folded away under "More formats".

    Attributes
    ----------
    buttons : dict of str to QPushButton
        By the name of the format.
    note : TextLabel
        Why nothing can be exported now.
    more : CollapsibleSection
        The formats without a place.
    predict : QPushButton

    Signals
    -------
    export_requested(str)
        Name of the format.
    predict_requested
        Another table is to be predicted.
    """

    export_requested = Signal(str)
    predict_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self.note = TextLabel()
        self.note.setWordWrap(True)
        style.set_role(self.note, "caption")
        column = _column(self)
        column.addWidget(self.note)
        for chosen in sorted((f for f in formats if f.place is not None), key=lambda f: f.place or 0):
            self._add(column, chosen)
        self.more = CollapsibleSection(tr("More formats"), self._others())
        self.more.show_summary(", ".join(_short(f) for f in _unplaced()) + ".")
        column.addWidget(self.more)
        column.addSpacing(style.SPACE[0])
        self.predict = QPushButton(tr("Predict a table…"))
        self.predict.setIcon(icons.icon("table"))
        self.predict.setAccessibleDescription(tr("The network's answers for the rows of another file (Ctrl+P)."))
        self.predict.clicked.connect(self.predict_requested)
        column.addWidget(self.predict)
        self.show_allowed(None)

    def show_allowed(self, reason: str | None) -> None:
        """Enable the buttons, or say why nothing can be exported now."""
        for button in (*self.buttons.values(), self.predict):
            button.setEnabled(reason is None)
            set_tip(button, reason or button.accessibleDescription())
        self.note.setText(reason or "")
        self.note.setVisible(bool(reason))

    def reveal(self, name: str) -> QPushButton:
        """Return the button of a format, after opening the fold if it stands there."""
        if formats[name].place is None:
            self.more.set_open(True)
        return self.buttons[name]

    def _others(self) -> QWidget:
        others = QWidget()
        column = _column(others)
        for chosen in _unplaced():
            self._add(column, chosen)
        return others

    def _add(self, column: QVBoxLayout, chosen: type[ExportFormat]) -> None:
        button = QPushButton(tr("Save {format}…", format=tr(chosen.label)))
        button.setIcon(icons.icon("export"))
        button.setAccessibleDescription(tr(chosen.sentence))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._on_clicked, chosen.name))
        sentence = TextLabel(tr(chosen.sentence))
        sentence.setWordWrap(True)
        style.set_role(sentence, "caption")
        self.buttons[chosen.name] = button
        column.addWidget(button)
        column.addWidget(sentence)
        column.addSpacing(style.SPACE[0])

    def _on_clicked(self, name: str, checked: bool = False) -> None:
        self.export_requested.emit(name)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE[0])
    return column


def _unplaced() -> list[type[ExportFormat]]:
    return sorted((f for f in formats if f.place is None), key=lambda f: tr(f.label).lower())  # by what is read


def _short(chosen: type[ExportFormat]) -> str:
    """Return the label without the suffix in brackets."""
    return strip_brackets(tr(chosen.label))
