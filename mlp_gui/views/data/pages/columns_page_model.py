"""All columns of a table as a Qt model: their numbers, what is done with them, and remarks; ordered and filtered here.

Ten thousand columns are ordered in some 10 ms with keys computed once; Qt's proxy would ask for each pair.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor

from mlp_gui.core import number_format
from mlp_gui.core.params import params_of
from mlp_gui.core.transformation import SHORT_LABELS
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.missing_markers import field_notes
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived_choices import formula_of
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.suggest import gap_policy
from mlp_gui.views.data.tables.columns_base_model import ColumnsBaseModel, Index
from mlp_gui.views.data.tables.columns_model import ROLE_WORDS, describe_column
from mlp_gui.views.data.tables.table_model import TableCell
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import shown

NAME, ROLE, KIND, MISSING, DISTINCT, LOW, MIDDLE, HIGH, VALUES, SCALING, ENCODING, POLICY, REMARK = range(13)
HEADINGS = (
    mark("Column"), mark("Role"), mark("Kind"), mark("Missing"), mark("Distinct"), mark("Minimum"), mark("Median"),
    mark("Maximum"), mark("Values"), mark("Scaling"), mark("Encoding"), mark("Missing values"), mark("Remark"),
)  # fmt: skip
NUMERIC = (MISSING, DISTINCT, LOW, MIDDLE, HIGH)
_ITEM = Qt.ItemDataRole
_ORDER: dict[str, int] = {ColumnRole.TARGET: 0, ColumnRole.INPUT: 1, ColumnRole.WEIGHT: 2, ColumnRole.IGNORED: 3}
_SHORT = {
    "default": mark("Same as table"), "auto": mark("Automatic"), "drop": mark("Leave row out"),
    "most_frequent": mark("Most frequent"),
}  # fmt: skip
_CHOICES = {p.name: dict(p.choices) for p in params_of(ColumnSpec)}
FILTERS: dict[str, tuple[str, Callable[[FieldProfile, ColumnSpec], bool]]] = {
    "all": (mark("All columns"), lambda f, c: True),
    "input": (mark("Inputs"), lambda f, c: c.role == ColumnRole.INPUT),
    "target": (mark("Targets"), lambda f, c: c.role == ColumnRole.TARGET),
    "ignored": (mark("Ignored"), lambda f, c: c.role == ColumnRole.IGNORED),
    "missing": (mark("With missing values"), lambda f, c: f.missing > 0),
    "remark": (mark("With a remark"), lambda f, c: bool(remark(f, c))),
    "number": (mark("Numbers"), lambda f, c: f.is_number),
    "other": (mark("Not numbers"), lambda f, c: not f.is_number),
}


class ColumnsPageModel(ColumnsBaseModel):
    """All columns with their numbers and settings, ordered and filtered here.

    Signals
    -------
    bars_requested(list of str)
        Columns in view whose histograms are wanted by `show_bars`; some 30 ms after the first was looked for.
    """

    bars_requested = Signal(list)
    headings, numeric = HEADINGS, NUMERIC

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[int] = []
        self._bars: dict[str, Any] = {}
        self._wanted: set[str] = set()
        self._reasons: dict[str, str] = {}
        self._by: tuple[int, bool] | None = None
        self._filter = ("", "all")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._ask)

    def show_table(self, table: Table | None, spec: DataSpec | None) -> None:
        self._fields = table.fields if table is not None else ()
        self._spec = spec or DataSpec()
        self._filter = ("", "all")
        self._bars, self._wanted, self._reasons = {}, set(), {}
        self._arrange()

    def show_amended(self, table: Table) -> None:
        """Show the same table, read in another way."""
        self._fields = table.fields
        self._bars, self._wanted, self._reasons = {}, set(), {}
        self._arrange()

    def show_spec(self, spec: DataSpec) -> None:
        """Show other choices; the columns stay where they are until the next ordering or filtering."""
        for name in [name for name in self._bars if spec.column(name).transform != self._spec.column(name).transform]:
            del self._bars[name]  # its picture is that of the transformed values
        self._spec = spec
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(HEADINGS) - 1))

    def show_reasons(self, reasons: dict[str, str]) -> None:
        """Show why columns, by name, are better not inputs, whatever their role is now."""
        self._reasons = reasons
        self.show_spec(self._spec)

    def show_bars(self, bars: dict[str, Any]) -> None:
        self._bars |= bars
        self._wanted -= set(bars)
        if self._rows:
            self.dataChanged.emit(self.index(0, VALUES), self.index(len(self._rows) - 1, VALUES))

    def order(self, section: int | None, descending: bool) -> None:
        """Order the rows.

        Parameters
        ----------
        section : int or None
            One of NAME to REMARK; None is file order.
        descending : bool
            Columns without a value come last either way.
        """
        self._by = None if section is None else (section, descending)
        self._arrange()

    def filter(self, text: str, group: str) -> None:
        """List only some of the columns.

        Parameters
        ----------
        text : str
            Held by the name, whatever its case.
        group : str
            A key of FILTERS.
        """
        self._filter = (text, group)
        self._arrange()

    def suggested_ignores(self) -> dict[str, str]:
        """Return the inputs that something speaks against, in the order of the file, with the reason."""
        inputs = set(self._spec.inputs)
        return {name: reason for name, reason in self._reasons.items() if name in inputs}

    @property
    def total(self) -> int:
        return len(self._fields)

    def place(self, row: int) -> int:
        return self._rows[row]

    def columns(self, rows: list[int]) -> list[ColumnSpec]:
        """Return the specs of many rows at once."""
        fields, places = self._fields, self._rows
        return self._spec.columns_of([fields[places[row]].name for row in rows])

    def cells(self, row: int, sections: list[int]) -> list[TableCell | None]:
        """Return what is painted in these sections of a row; the values have a picture instead."""
        field, column = self.field(row), self.column(row)
        return [
            None
            if section == VALUES
            else TableCell(self._text(field, column, section), self._colour(field, column, section))
            for section in sections
        ]

    def bars(self, row: int) -> Any:
        """Return the counts for the histogram of a row's values, or ask for them and return None."""
        return self._bars_of(self.field(row))

    def _text(self, field: FieldProfile, column: ColumnSpec, section: int) -> str:
        return self._remark(field) if section == REMARK else cell_text(field, column, section)

    def _remark(self, field: FieldProfile) -> str:
        derived = formula_of(self._spec, field.name)
        return derived or remark(field, self._spec.column(field.name), self._reasons.get(field.name, ""))

    # --- Qt ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._rows)

    @shown
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> Any:
        field, section = self.field(index.row()), index.column()
        if role == _ITEM.DisplayRole:
            return self._text(field, self.column(index.row()), section)
        if role == _ITEM.TextAlignmentRole:
            return self.side(section)
        if role == _ITEM.ForegroundRole:
            colour = self._colour(field, self.column(index.row()), section)
            return None if colour is None else QColor(colour)
        if role == _ITEM.ToolTipRole:
            return describe_column(field, self.column(index.row()).replace(reason=self._reasons.get(field.name, "")))
        return None

    # --- own ---

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = self._listed()
        if self._by is not None:
            section, descending = self._by
            keys = {i: self._key(self._fields[i], section) for i in self._rows}
            known = [i for i in self._rows if keys[i] is not None]
            known.sort(key=lambda i: keys[i], reverse=descending)
            self._rows = known + [i for i in self._rows if keys[i] is None]
        self.endResetModel()

    def _listed(self) -> list[int]:
        """Return the columns that the filter lets through, in the order of the file."""
        text, group = self._filter[0].casefold(), self._filter[1]
        listed = list(range(len(self._fields)))
        if text:
            listed = [i for i in listed if text in self._fields[i].name.casefold()]
        if group == "remark":
            return [i for i in listed if self._remark(self._fields[i])]
        if group != "all":
            belongs = FILTERS[group][1]
            listed = [i for i in listed if belongs(self._fields[i], self._spec.column(self._fields[i].name))]
        return listed

    def _key(self, field: FieldProfile, section: int) -> Any:
        if section == REMARK:
            return self._remark(field).casefold() or None
        return sort_key(field, self._spec.column(field.name), section)

    def _colour(self, field: FieldProfile, column: ColumnSpec, section: int) -> str | None:
        palette = style.current()
        if column.role == ColumnRole.TARGET and section in (NAME, ROLE):
            return palette.accent
        default = {KIND: "auto", SCALING: "default", ENCODING: "auto", POLICY: gap_policy(field)[0]}
        chosen = {KIND: column.read_as, SCALING: column.scaling, ENCODING: column.encoding, POLICY: column.missing}
        value = chosen.get(section)
        usual = section in default and value == default[section]
        return palette.muted if column.role == ColumnRole.IGNORED or usual or section == REMARK else None

    def _bars_of(self, field: FieldProfile) -> Any:
        if field.name not in self._bars and field.name not in self._wanted:
            self._wanted.add(field.name)
            self._timer.start()
        return self._bars.get(field.name)

    @Slot()
    def _ask(self) -> None:
        if self._wanted:
            self.bars_requested.emit(sorted(self._wanted))


def cell_text(field: FieldProfile, column: ColumnSpec, section: int) -> str:
    """Return the text of a cell; the section is one of NAME to POLICY."""
    if section in (LOW, MIDDLE, HIGH):
        value = {LOW: field.minimum, MIDDLE: field.median, HIGH: field.maximum}[section]
        return number_format.format_number(value) if value is not None else ""
    if section == DISTINCT:
        return ("" if field.exact else "≈ ") + number_format.format_integer(field.distinct)
    if section == MISSING:
        return number_format.format_integer(field.missing) if field.missing else ""
    if section in (SCALING, ENCODING, POLICY):
        return _choice(field, column, section)
    named = f"{field.name} [{field.unit}]" if field.unit else field.name
    return {NAME: named, KIND: tr(field.kind), ROLE: tr(ROLE_WORDS[column.role])}.get(section, "")


def _choice(field: FieldProfile, column: ColumnSpec, section: int) -> str:
    if column.role == ColumnRole.IGNORED or (section == SCALING and not field.is_number):
        return ""
    if section == POLICY and column.role == ColumnRole.TARGET and not field.is_ticked:
        return ""  # rows without target are never used
    if section == POLICY and column.missing == "constant":
        return tr("Constant {value}", value=column.fill).rstrip()
    name = {SCALING: "scaling", ENCODING: "encoding", POLICY: "missing"}[section]
    value = getattr(column, name)
    if section == SCALING and column.transform != "none":
        scaling = tr(_SHORT.get(value, _CHOICES[name][value])).partition(":")[0]
        smeared = column.smearing and column.role == ColumnRole.TARGET
        parts = [tr(SHORT_LABELS[column.transform]), tr("smeared") if smeared else "", scaling * (value != "default")]
        return " · ".join(filter(None, parts))
    return tr(_SHORT[value]) if value in _SHORT else tr(_CHOICES[name][value]).partition(":")[0]


def remark(field: FieldProfile, column: ColumnSpec, reason: str = "") -> str:
    """Return what speaks against the column as an input, and whatever else was noticed about it."""
    return " ".join(dict.fromkeys(s for s in (reason or column.reason, *field_notes(field)) if s))


def sort_key(field: FieldProfile, column: ColumnSpec, section: int) -> Any:
    """Return what a column is ordered by in a section; None comes last."""
    if section in (LOW, MIDDLE, HIGH):
        value = {LOW: field.minimum, MIDDLE: field.median, HIGH: field.maximum}[section]
        return None if value is None or math.isnan(value) else value
    if section in (MISSING, DISTINCT):
        return field.missing if section == MISSING else field.distinct
    if section == VALUES:
        return None
    if section == ROLE:
        return _ORDER[column.role]
    return cell_text(field, column, section).casefold() or None
