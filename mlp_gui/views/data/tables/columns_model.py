"""The columns of a table as a Qt model: what each is, how much is missing, and whether it is an input."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from mlp_gui.core import number_format
from mlp_gui.core.translation import lower_first, mark, tr, tr_n
from mlp_gui.data.columns.missing_markers import field_notes
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ROLES, ColumnRole, ColumnSpec, DataSpec
from mlp_gui.views.data.tables.columns_base_model import ColumnsBaseModel, Index
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import shown

NAME, KIND, MISSING = range(3)
HEADINGS = (mark("Column"), mark("Kind"), mark("Missing"))
ROLE_WORDS = dict(ROLES)  # shown through `tr`
_ITEM = Qt.ItemDataRole


class ColumnsModel(ColumnsBaseModel):
    """All columns in file order, with name, kind and missing cells. The spec is shown, never changed here.

    Attributes
    ----------
    names : list of str

    Signals
    -------
    role_requested(list of str, str)
        A column was ticked or unticked: its name, and the role that it should have.
    """

    role_requested = Signal(list, str)
    headings, numeric = HEADINGS, (MISSING,)

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self._open = True

    def show_table(self, table: Table | None) -> None:
        self.beginResetModel()
        self._fields = table.fields if table is not None else ()
        self.names = list(table.column_names) if table is not None else []
        self.endResetModel()

    def show_amended(self, table: Table) -> None:
        """Show the same table, read in another way; what is selected stays so."""
        if tuple(self.names) != table.column_names:  # some were derived, or are no more
            self.show_table(table)
        self._fields = table.fields
        self.show_spec(self._spec)

    def show_spec(self, spec: DataSpec) -> None:
        self._spec = spec
        if self._fields:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._fields) - 1, len(HEADINGS) - 1))

    def set_open(self, is_open: bool) -> None:
        """Set whether roles may be changed."""
        self._open = is_open
        self.show_spec(self._spec)

    # --- Qt ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == NAME and self._open and self.column(index.row()).role != ColumnRole.TARGET:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @shown
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> Any:
        if role == _ITEM.DisplayRole:
            return self._text(index.row(), index.column())
        if role == _ITEM.ToolTipRole:
            return describe_column(self._fields[index.row()], self.column(index.row()))
        if role == _ITEM.TextAlignmentRole:
            return self.side(index.column())
        if index.column() == NAME and role in (_ITEM.CheckStateRole, _ITEM.DecorationRole, _ITEM.AccessibleTextRole):
            return self._name_data(index.row(), role)
        if role == _ITEM.ForegroundRole:
            return self._colour(index.row(), index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = _ITEM.EditRole) -> bool:
        if role != _ITEM.CheckStateRole or not self._open:
            return False
        checked = Qt.CheckState(value) is Qt.CheckState.Checked
        self.role_requested.emit([self.name(index.row())], ColumnRole.INPUT if checked else ColumnRole.IGNORED)
        return True

    # --- own ---

    def _text(self, row: int, column: int) -> str:
        field = self._fields[row]
        if column == NAME:
            return field.name
        if column == KIND:
            return tr(field.kind)
        return number_format.format_integer(field.missing) if field.missing else ""

    def _name_data(self, row: int, role: int) -> Any:
        spec_role = self.column(row).role
        if role == _ITEM.AccessibleTextRole:
            return f"{self.name(row)}, {tr(ROLE_WORDS[spec_role])}"
        if spec_role == ColumnRole.TARGET:
            return icons.icon("target", "accent") if role == _ITEM.DecorationRole else None
        if role == _ITEM.CheckStateRole:
            return Qt.CheckState.Checked if spec_role == ColumnRole.INPUT else Qt.CheckState.Unchecked
        return None

    def _colour(self, row: int, column: int) -> Any:
        palette = style.current()
        role = self.column(row).role
        if role == ColumnRole.TARGET and column == NAME:
            return QColor(palette.accent)
        return QColor(palette.muted) if role == ColumnRole.IGNORED or column != NAME else None


def describe_column(field: FieldProfile, column: ColumnSpec) -> str:
    """Describe a column and what is done with it in a few lines, for its tooltip."""
    role = lower_first(tr(ROLE_WORDS[column.role]))
    lines = [tr("{name}: {role}, {kind}", name=field.name, role=role, kind=tr(field.kind))]
    if field.minimum is not None and field.maximum is not None:
        lines.append(_range(field))
    elif field.examples:
        lines.append(tr("e.g. {examples}", examples=", ".join(field.examples[:4])))
    lines.append(_distinct(field))
    lines += [column.reason] if column.reason else []
    lines += [s for s in field_notes(field) if s != column.reason]
    return "\n".join(lines)


def _range(field: FieldProfile) -> str:
    assert field.minimum is not None
    assert field.maximum is not None
    low, high = number_format.format_number(field.minimum), number_format.format_number(field.maximum)
    if field.mean is None or field.median is None:
        return tr("{low} to {high}", low=low, high=high)
    mean, median = number_format.format_number(field.mean), number_format.format_number(field.median)
    return tr("{low} to {high}, mean {mean}, median {median}", low=low, high=high, mean=mean, median=median)


def _distinct(field: FieldProfile) -> str:
    if field.exact:
        return tr_n(
            "{n:,} distinct value, {missing:,} missing",
            "{n:,} distinct values, {missing:,} missing",
            field.distinct,
            missing=field.missing,
        )
    return tr_n(
        "about {n:,} distinct value, {missing:,} missing",
        "about {n:,} distinct values, {missing:,} missing",
        field.distinct,
        missing=field.missing,
    )
