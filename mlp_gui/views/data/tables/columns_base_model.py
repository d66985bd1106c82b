"""The columns of a table as the rows of a Qt model: what the list in the panel and the columns page share."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.views.theme.plain_text import shown

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnsBaseModel(QAbstractTableModel):
    """The columns of a table as rows of a model: a subclass fills `_fields` and `_spec`, and writes `data`.

    Attributes
    ----------
    headings : tuple of str
        In English; shown through `tr`.
    numeric : tuple of int
        The sections whose texts are aligned to the right.
    """

    headings: tuple[str, ...] = ()
    numeric: tuple[int, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[FieldProfile, ...] = ()
        self._spec = DataSpec()

    def place(self, row: int) -> int:
        """Return which column of the table a row of the model is. Override where they are ordered or filtered."""
        return row

    def field(self, row: int) -> FieldProfile:
        return self._fields[self.place(row)]

    def name(self, row: int) -> str:
        return self.field(row).name

    def column(self, row: int) -> ColumnSpec:
        return self._spec.column(self.name(row))

    def side(self, section: int) -> Qt.AlignmentFlag:
        return _RIGHT if section in self.numeric else _LEFT

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self.headings)

    @shown
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return tr(self.headings[section])
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.TextAlignmentRole:
            return self.side(section)
        return None
