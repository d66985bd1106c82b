"""Take away: what a finished or paused run can be saved as."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mlp_gui.views.shell import icons, style

KINDS = (
    ("npz", "Weights .npz", "Arrays for numpy, with scalers, column order and five check rows. No pickle inside."),
    ("json", "Weights .json", "The same as text, for any language."),
    ("history", "History .csv", "One row per epoch: losses and learning rate."),
    ("predictions", "Predictions .csv", "One row per table row: true and predicted values, and the subset."),
)


class TakeAway(QWidget):
    """A button for each kind of file. Emits `export_requested(kind)`: "npz", "json", "history" or "predictions"."""

    export_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self.note = QLabel()
        self.note.setWordWrap(True)
        style.set_role(self.note, "caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.SPACE[1])
        for i, (kind, text, tip) in enumerate(KINDS):
            button = QPushButton(text)
            button.setIcon(icons.icon("export"))
            button.setProperty("tip", tip)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_clicked, kind))
            self.buttons[kind] = button
            grid.addWidget(button, i, 0)
        grid.addWidget(self.note, len(KINDS), 0, Qt.AlignmentFlag.AlignLeft)
        self.show_allowed(None)

    def show_allowed(self, reason: str | None) -> None:
        """reason: why nothing can be exported now, None when everything can."""
        for button in self.buttons.values():
            button.setEnabled(reason is None)
            button.setToolTip(reason or str(button.property("tip")))
        self.note.setText(reason or "")
        self.note.setVisible(bool(reason))

    def _on_clicked(self, kind: str, checked: bool = False) -> None:
        self.export_requested.emit(kind)
