"""The training rows nearest to the point of the profiler: a line of buttons, each of which chooses its row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.core.visible_text import visible
from mlp_gui.session.evaluation.profiler import NearRow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, set_tip
from mlp_gui.views.widgets.buttons import link_button


class NearRowsLine(QWidget):
    """The rows nearest to the point, as many as there is room for.

    Signals
    -------
    row_chosen(array of int)
        The number of the row in the table, of shape (1,).
    """

    row_chosen = Signal(object)
    MOST = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NearRow, ...] = ()
        self.label = TextLabel(tr("Nearest training rows:"))
        style.set_role(self.label, "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.label)
        self.buttons: list[QToolButton] = []
        for k in range(self.MOST):
            button = link_button("")
            button.clicked.connect(partial(self._on_click, k))
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(100, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_rows(self, rows: Sequence[NearRow], true_texts: Sequence[str]) -> None:
        """Show rows with their true values.

        Parameters
        ----------
        rows : sequence of NearRow
        true_texts : sequence of str
        """
        self._rows = tuple(rows)
        for button, near, true in zip(self.buttons, rows, true_texts, strict=False):
            button.setText(menu_text(tr("row {row:,}: {value}", row=near.row + 1, value=visible(true))))
            far = tr("Distance of its scaled inputs: {distance}", distance=format_number(near.distance))
            set_tip(button, far)
        self._fit()

    def _fit(self) -> None:
        """Hide what has no room: half a button could not be read."""
        left = self.width() - self.label.sizeHint().width() - 24
        for k, button in enumerate(self.buttons):
            left -= button.sizeHint().width() + 10
            button.setVisible(k < len(self._rows) and (left >= 0 or k == 0))

    def _on_click(self, k: int, checked: bool = False) -> None:
        self.row_chosen.emit(np.array([self._rows[k].row], np.int64))
