"""The column to predict: one from a list, or several that were given the role in the list of columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mlp_gui.core.params import Param
from mlp_gui.core.translation import join_names, mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.views.data.tables.column_combo import ColumnCombo
from mlp_gui.views.forms.row import FormRow

_PARAM = Param(
    mark("Target"),
    help=mark("The column to predict. For several targets, select columns in the list below and press T."),
    name="target",
    kind="choice",
)
SEVERAL = "\0several"


class TargetRow(FormRow):
    """The column to predict.

    Signals
    -------
    edited(tuple of str)
        The one target that the person has chosen. Several are chosen in the list of columns.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._names: tuple[str, ...] = ()
        self._targets: tuple[str, ...] = ()
        super().__init__(_PARAM, ColumnCombo(), live=False)
        self.editor.edited.disconnect(self.edited)
        self.editor.edited.connect(self._on_chosen)

    def show_table(self, table: Table) -> None:
        self._names = table.column_names
        self._fill(())

    def show_spec(self, spec: DataSpec) -> None:
        if len(spec.targets) > 1 or len(self._targets) > 1:
            self._fill(spec.targets)
        self._targets = spec.targets
        self.show_value(self._targets)

    def show_value(self, value: Any) -> None:
        chosen = tuple(value)
        if len(chosen) > 1:
            self.editor.setCurrentIndex(0)
        else:
            self.editor.show_value(chosen[0] if chosen else "")

    def _fill(self, targets: tuple[str, ...]) -> None:
        several: tuple[tuple[str, str, str], ...] = ()
        if len(targets) > 1:
            listed = join_names(targets, 20)
            several = ((SEVERAL, tr("{n:,} targets: {names}", n=len(targets), names=listed), listed),)
        self.editor.show_names(self._names, several)
        self.editor.setPlaceholderText(tr("Choose a column"))

    @Slot(object)
    def _on_chosen(self, name: str) -> None:
        if name != SEVERAL and (name,) != self._targets:
            self.edited.emit((name,))
