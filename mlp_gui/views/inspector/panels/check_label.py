"""The cross-check: a button that asks another library about the shown batch, and what it answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mlp_gui.core.translation import tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip


class CheckLabel(QWidget):
    """Button that asks another library, and its answer. Until `show_library` names one it says what to install.

    Attributes
    ----------
    button : QPushButton
    message_label : TextLabel

    Signals
    -------
    check_requested
    """

    check_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button, self.message_label = QPushButton(), TextLabel()
        style.set_role(self.button, "quiet")
        self.button.clicked.connect(self.check_requested)
        style.set_role(self.message_label, "note")
        self.message_label.setWordWrap(True)
        self.message_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.message_label)
        self._label = ""
        self.show_none()

    def show_none(self) -> None:
        """Say what to install, as there is no other library."""
        self.button.setText(tr("Check with another library"))
        self.button.setEnabled(False)
        set_tip(self.button, tr("In a terminal: {command}", command="python3 -m pip install scikit-learn"))
        self.show_message(tr("Install scikit-learn, PyTorch or TensorFlow to let it work out these gradients, too."))

    def show_library(self, label: str) -> None:
        """Offer the check by a library, named as people call it, e.g. "PyTorch"."""
        self._label = label
        self.button.setText(tr("Check with {library}", library=label))
        self.show_ready(None)

    def show_ready(self, refusal: str | None) -> None:
        """Forget the last answer; `refusal` is why nothing can be asked now, None when it can."""
        self.button.setEnabled(refusal is None)
        set_tip(
            self.button,
            tr(
                "{library} works out the gradients of the same weights and rows, independently of this program.",
                library=self._label,
            )
            if refusal is None
            else refusal,
        )
        self.show_message("")

    def show_checking(self) -> None:
        self.button.setEnabled(False)
        self.show_message(tr("{library} is working it out.", library=self._label))

    def show_answer(self, sentence: str) -> None:
        self.button.setEnabled(True)
        self.show_message(sentence)

    def show_message(self, sentence: str) -> None:
        self.message_label.setText(sentence)
        self.message_label.setVisible(bool(sentence))
