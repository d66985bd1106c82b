"""The column that is selected in the list: its numbers, and what is done with it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived_choices import formula_of
from mlp_gui.data.preprocessing.spec import ColumnSpec, DataSpec
from mlp_gui.views.data.tables.columns_model import describe_column
from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel

OF_CELLS = ("markers", "kept", "read_as", "below_limit", "spelling", "gap_words")  # how cells of a file are read


class ColumnDetails(QFrame):
    """The column that is selected in the list; hidden while none is.

    Attributes
    ----------
    facts : TextLabel
        Its numbers.
    form, derived_form : ConfigForm
        What is done with it; made when such a column is first selected.

    Signals
    -------
    edited(ColumnSpec)
        The person wants something else to be done with it.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "nest")
        self._field: FieldProfile | None = None
        self.facts = TextLabel()
        self.facts.setWordWrap(True)
        style.set_role(self.facts, "caption")
        self._lock = ("none", "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.SPACE[1], 0, 0, 0)
        self._column.setSpacing(style.SPACE[0] + 2)
        self._column.addWidget(self.facts)
        self.hide()

    @cached_property
    def form(self) -> ConfigForm:
        """Return the form, which the first request makes: it holds a tenth of the window's widgets."""
        return self._made(())

    @cached_property
    def derived_form(self) -> ConfigForm:
        """Return the form of a derived column, of which no cells are read."""
        return self._made(OF_CELLS)

    def show_column(self, field: FieldProfile | None, spec: DataSpec | None) -> None:
        """Show a column as it is chosen to be used, or none."""
        self._field = field
        if field is not None and spec is not None:
            column, formula = spec.column(field.name), formula_of(spec, field.name)
            self.facts.setText("\n".join(filter(None, (formula, describe_column(field, column)))))
            form = self.derived_form if formula else self.form
            form.show_config(column)
            for each in self._forms():
                each.setVisible(each is form)
        self.setVisible(field is not None)

    def show_amended(self, table: Table) -> None:
        """Show the same table, read in another way."""
        if self._field is not None and table.has(self._field.name):
            self._field = table.field(self._field.name)
        else:
            self.show_column(None, None)

    def show_spec(self, spec: DataSpec) -> None:
        if self._field is not None:
            self.show_column(self._field, spec)

    def set_locked(self, kind: str, reason: str) -> None:
        self._lock = kind, reason
        for form in self._forms():
            form.set_locked(kind, reason)

    def _made(self, without: tuple[str, ...]) -> ConfigForm:
        form = ConfigForm(ColumnSpec, without=("name", "reason", *without))
        form.config_edited.connect(self._on_edited)
        form.set_locked(*self._lock)
        self._column.addWidget(form)
        return form

    def _forms(self) -> list[ConfigForm]:
        """Return those that have been made."""
        return [self.__dict__[name] for name in ("form", "derived_form") if name in self.__dict__]

    @Slot(object)
    def _on_edited(self, column: ColumnSpec) -> None:
        self.edited.emit(column)
