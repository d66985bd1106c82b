"""A list of column names to choose one from; it is filled at once, however many there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QListView, QWidget

from mlp_gui.views.theme.plain_text import shown
from mlp_gui.views.widgets.combo_box import ComboBox

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole
_MANY = 1000


class ColumnCombo(ComboBox):
    """A list of column names, and before them entries that are none; emits `edited` as a ComboBox does.

    QComboBox.addItem takes 5 microseconds an entry: 50 ms for ten thousand columns, each time a table is opened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._names = _Names()
        with QSignalBlocker(self):
            self.setModel(self._names)

    def show_names(self, names: tuple[str, ...], first: tuple[tuple[str, str, str], ...] = ()) -> None:
        """Replace the names; nothing is chosen and nothing is emitted.

        Parameters
        ----------
        names : tuple of str
        first : tuple of tuple of str
            Entries before the names, each (name, label, tooltip).
        """
        with QSignalBlocker(self):
            self._names.show_names(names, first)
            self.setCurrentIndex(-1)
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(len(names) > _MANY)  # else a list that opens measures each of them

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(self._names.place_of(value))


class _Names(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._first: tuple[tuple[str, str, str], ...] = ()

    def show_names(self, names: tuple[str, ...], first: tuple[tuple[str, str, str], ...]) -> None:
        self.beginResetModel()
        self._names, self._first = names, first
        self.endResetModel()

    def place_of(self, name: str) -> int:
        """Return the row of a name, -1 for none."""
        try:
            return len(self._first) + self._names.index(name)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._first) + len(self._names)

    @shown
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> Any:
        row = index.row()
        if row < len(self._first):
            name, label, tip = self._first[row]
            return {_ITEM.UserRole: name, _ITEM.DisplayRole: label, _ITEM.ToolTipRole: tip}.get(_ITEM(role))
        if role in (_ITEM.DisplayRole, _ITEM.EditRole, _ITEM.UserRole):
            return self._names[row - len(self._first)]
        return None
