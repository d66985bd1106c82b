"""The choice between the network that predicts best and one that can be looked at, each with its reason."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

SIZES = {"accurate": mark("As good as possible"), "small": mark("Small, to look inside")}


class NetworkSizeChoice(QWidget):
    """Two radio buttons, none of them checked for a network of a person's own making.

    Attributes
    ----------
    buttons : dict of str to QRadioButton
        By the names of the sizes.

    Signals
    -------
    size_requested(str)
        The name of the size that a person has pressed.
    """

    size_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {name: QRadioButton(tr(label)) for name, label in SIZES.items()}
        self._captions = {name: TextLabel() for name in SIZES}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(self._on_clicked)
            caption = self._captions[name]
            caption.setWordWrap(True)
            caption.setIndent(style.px(22))
            style.set_role(caption, "caption")
            column.addWidget(button)
            column.addWidget(caption)
            column.addSpacing(style.SPACE[0])

    def show_sizes(self, checked: str, reasons: dict[str, str]) -> None:
        """Check one size, "" for none, and say what each is good for.

        Parameters
        ----------
        checked : str
        reasons : dict of str to str
            A sentence for the name of each size.
        """
        self._group.setExclusive(False)  # else the last one checked could not be unchecked
        for name, button in self.buttons.items():
            button.setChecked(name == checked)
            self._captions[name].setText(reasons.get(name, ""))
            self._captions[name].setVisible(bool(reasons.get(name)))
            button.setAccessibleDescription(reasons.get(name, ""))
        self._group.setExclusive(True)

    def set_locked(self, reason: str) -> None:
        """Say why the size cannot be changed now; "" when it can."""
        for button in self.buttons.values():
            button.setEnabled(not reason)
            set_tip(button, reason)

    @Slot()
    def _on_clicked(self) -> None:
        self.size_requested.emit(next(name for name, button in self.buttons.items() if button.isChecked()))
