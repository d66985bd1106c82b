"""A cell of a table that is sorted by its value and not by its text, and knows which row of the data it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem

VALUE = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SortableCell(QTableWidgetItem):
    """A cell with a value to sort by.

    Parameters
    ----------
    text : str
    value : float or str
    row : int
        What the row stands for, read with the role ROW.
    """

    def __init__(self, text: str, value: float | str, row: int) -> None:
        super().__init__(text)
        self.setData(VALUE, value)
        self.setData(ROW, row)
        if not isinstance(value, str):
            self.setTextAlignment(RIGHT)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return bool(self.data(VALUE) < other.data(VALUE))
