"""Numbers by name, side by side, in full: what an update of one weight is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mlp_gui.core.translation import num
from mlp_gui.views.theme import style


class FactsList(QWidget):
    """Captions above numbers, as many side by side as there is room for."""

    MOST = 6

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, style.SPACE[0], 0, 0)
        self._grid.setHorizontalSpacing(style.SPACE[3])
        self._grid.setVerticalSpacing(0)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._shown, self._across = 0, 0

    def show_facts(self, facts: tuple[tuple[str, float], ...]) -> None:
        """facts: (name, number)."""
        while len(self._labels) < len(facts):
            self._add()
        for (caption, number), fact in zip(self._labels, facts, strict=False):
            caption.setText(fact[0])
            number.setText(num(fact[1], ".9g"))
        for at, pair in enumerate(self._labels):
            for label in pair:
                label.setVisible(at < len(facts))
        self._shown, self._across = len(facts), 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column: `_arrange` finds out how many there are."""
        return QSize(style.px(90), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shown = self._labels[: self._shown]
        widest = max((label.sizeHint().width() for pair in shown for label in pair), default=1)
        across = max(1, min(self.MOST, (self.width() + style.SPACE[3]) // (widest + style.SPACE[3])))
        if across == self._across:
            return
        self._across = across
        for column in range(self.MOST + 1):
            self._grid.setColumnStretch(column, int(column == across))
        for at, (caption, number) in enumerate(shown):
            row, column = divmod(at, across)
            self._grid.addWidget(caption, 2 * row, column)
            self._grid.addWidget(number, 2 * row + 1, column)

    def _add(self) -> None:
        caption, number = QLabel(), QLabel()
        style.set_role(caption, "caption")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels.append((caption, number))
