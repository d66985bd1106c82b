"""The rows that a person has chosen in some plot; every plot and the table follow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot


class RowSelection(QObject):
    """The rows that a person has chosen in some plot.

    Attributes
    ----------
    rows : ndarray of int64
        Their numbers in the table, ascending.

    Signals
    -------
    changed(ndarray of int64)
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: NDArray[np.int64] = np.zeros(0, np.int64)

    @Slot(object)
    def choose(self, rows: NDArray[np.int64]) -> None:
        """Choose these rows and no others; choosing the same again chooses none."""
        chosen = np.unique(np.asarray(rows, np.int64))
        if np.array_equal(chosen, self.rows) and len(chosen):
            chosen = chosen[:0]
        if not np.array_equal(chosen, self.rows):
            self.rows = chosen
            self.changed.emit(chosen)

    def clear(self) -> None:
        """Choose no rows."""
        self.choose(self.rows[:0])
