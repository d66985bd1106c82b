"""Take away: what the network and its run can be saved as, each format with the sentence that says what it is for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.export.catalogue import formats
from mlp_gui.export.formats import ExportFormat
from mlp_gui.views.shell import icons, style

FIRST = ("mlp", "npz", "json", "history", "predictions")


class TakeAway(QWidget):
    """A button for each format. Emits `export_requested(format name)` and `predict_requested()`."""

    export_requested = Signal(str)
    predict_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self.note = QLabel()
        self.note.setWordWrap(True)
        style.set_role(self.note, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.note)
        for chosen in sorted(formats, key=_place):
            button = QPushButton(f"Save {chosen.label}…")
            button.setIcon(icons.icon("export"))
            button.setAccessibleDescription(chosen.sentence)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_clicked, chosen.name))
            sentence = QLabel(chosen.sentence)
            sentence.setWordWrap(True)
            style.set_role(sentence, "caption")
            self.buttons[chosen.name] = button
            column.addWidget(button)
            column.addWidget(sentence)
            column.addSpacing(style.SPACE[0])
        self.predict = QPushButton("Predict another table…")
        self.predict.setIcon(icons.icon("table"))
        self.predict.setAccessibleDescription("The network's answers for the rows of another file (Ctrl+P).")
        self.predict.clicked.connect(self.predict_requested)
        column.addWidget(self.predict)
        self.show_allowed(None)

    def show_allowed(self, reason: str | None) -> None:
        """reason: why nothing can be exported now, None when everything can."""
        for button in (*self.buttons.values(), self.predict):
            button.setEnabled(reason is None)
            button.setToolTip(reason or button.accessibleDescription())
        self.note.setText(reason or "")
        self.note.setVisible(bool(reason))

    def _on_clicked(self, name: str, checked: bool = False) -> None:
        self.export_requested.emit(name)


def _place(chosen: type[ExportFormat]) -> int:
    """The whole model first, then its history and predictions; formats that are not named here come last."""
    return FIRST.index(chosen.name) if chosen.name in FIRST else len(FIRST)
