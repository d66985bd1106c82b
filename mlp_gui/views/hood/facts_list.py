"""Numbers by name, side by side, in full: what an update of one weight is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mlp_gui.core.words import signed
from mlp_gui.views.shell import numbers, style


class FactsList(QWidget):
    """A row of captions above a row of numbers, wrapped after six."""

    ACROSS = 6

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, style.SPACE[0], 0, 0)
        self._grid.setHorizontalSpacing(style.SPACE[3])
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(self.ACROSS, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def show_facts(self, facts: tuple[tuple[str, float], ...]) -> None:
        """facts: (name, number)."""
        while len(self._labels) < len(facts):
            self._add(len(self._labels))
        for (caption, number), fact in zip(self._labels, facts, strict=False):
            caption.setText(fact[0])
            number.setText(signed(numbers.exponent(f"{fact[1]:.9g}")))
        for at, pair in enumerate(self._labels):
            for label in pair:
                label.setVisible(at < len(facts))

    def _add(self, at: int) -> None:
        caption, number = QLabel(), QLabel()
        style.set_role(caption, "caption")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row, column = divmod(at, self.ACROSS)
        self._grid.addWidget(caption, 2 * row, column)
        self._grid.addWidget(number, 2 * row + 1, column)
        self._labels.append((caption, number))
