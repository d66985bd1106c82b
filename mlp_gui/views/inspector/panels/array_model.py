"""The cells of an array for Qt: numbers, names, what they are in the file, and what they were before an edit."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mlp_gui.core import number_format
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import localize_signs, tr
from mlp_gui.engine.tracing.tensors import AxisKind, Tensor, TensorNames
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.inspector.panels import cell_colours
from mlp_gui.views.inspector.panels.change_marks import changed_text
from mlp_gui.views.theme.plain_text import shown

Index = QModelIndex | QPersistentModelIndex
Original = Callable[[Tensor, tuple[int, int]], str]
Role = Qt.ItemDataRole


class ArrayModel(QAbstractTableModel):
    """Cells of a tensor, with their names and what they are in the file.

    Attributes
    ----------
    tensor : Tensor or None
    names : TensorNames or None
        Names of rows and columns.
    original : callable or None
        What a cell is in the file; None when the tensor is not from there.
    old : ndarray or None
        What the cells were before an edit; None when it has not touched them.
    limit : float
        Magnitude that gets the strongest colour.

    Signals
    -------
    typed(int, int, float)
        Row, column and the new number.
    refused(str)
        What was typed is no number; the reason as a sentence.
    """

    typed = Signal(object, object, float)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tensor: Tensor | None = None
        self.names: TensorNames | None = None
        self.original: Original | None = None
        self.old: NDArray[Any] | None = None
        self._editable = False
        self.limit = 1.0

    def show(
        self,
        tensor: Tensor | None,
        names: TensorNames | None,
        original: Original | None,
        editable: bool,
        old: NDArray[Any] | None = None,
    ) -> None:
        """Replace the tensor; `original` is None when its numbers mean nothing in the file."""
        same = self.tensor is not None and tensor is not None and self.tensor.shape == tensor.shape
        # After a reset the view has no current cell; an array of the same shape only has other numbers.
        if not same:
            self.beginResetModel()
        self.tensor, self.names, self.original, self._editable = tensor, names, original, editable
        self.old = old
        self.limit = cell_colours.colour_limit(tensor.values) if tensor is not None else 1.0
        if not same:
            self.endResetModel()
        elif tensor is not None:
            rows, columns = tensor.shape
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    def was(self, cell: tuple[int, int]) -> float | None:
        """Return what a cell was before an edit; None when it is the same."""
        if self.tensor is None or self.old is None:
            return None
        old, new = float(self.old[cell]), float(self.tensor[cell])
        return None if old == new or (math.isnan(old) and math.isnan(new)) else old

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() or self.tensor is None else self.tensor.shape[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() or self.tensor is None else self.tensor.shape[1]

    @shown
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.tensor is None or not index.isValid():
            return None
        cell = (index.row(), index.column())
        if role == Role.DisplayRole:
            was = self.was(cell)
            number = self.tensor[cell]
            return number_format.format_number(number) if was is None else changed_text(was, number)
        if role == Role.EditRole:
            return localize_signs(repr(self.tensor[cell]))
        if role == Role.UserRole:  # for the tint
            return self.tensor[cell]
        if role == Role.UserRole + 1 and self.original is not None:  # for the line below the number
            return self.original(self.tensor, cell)
        if role == Role.ToolTipRole and self.names is not None:
            original = self.original(self.tensor, cell) if self.original is not None else ""
            said = f"{self.names.cell_label(self.tensor, cell)} = {localize_signs(repr(self.tensor[cell]))}"
            lines = [said, tr("in the file: {number}", number=original)] if original else [said]
            if (was := self.was(cell)) is not None:
                lines.append(tr("before the edit: {number}", number=localize_signs(repr(was))))
            return "\n".join(lines)
        return None

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if self.tensor is None or self.names is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        axis = self.tensor.across if orientation is Qt.Orientation.Horizontal else self.tensor.down
        named = self.names.short_label if role == Role.DisplayRole else self.names.label
        return "" if axis.kind is AxisKind.ONE else named(axis, section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        edit = Qt.ItemFlag.ItemIsEditable if self._editable else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | edit

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        try:
            number = parse_fraction(str(value))
        except UserError as error:
            self.refused.emit(str(error))
            return False
        self.typed.emit(index.row(), index.column(), number)
        return True


def parse_fraction(text: str) -> float:
    """Return a number as people type it, with a point, a comma, or as a fraction such as 1/3.

    Raises
    ------
    UserError
        If it is none, or divides by 0.
    """
    above, slash, below = text.partition("/")
    if not slash:
        return float(parse_number(text))
    divisor = float(parse_number(below))
    if divisor == 0:
        raise UserError(tr("{typed!r} divides by 0.", typed=text.strip()))
    return float(parse_number(above)) / divisor
