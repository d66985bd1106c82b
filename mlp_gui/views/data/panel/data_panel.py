"""The data panel: the table, which of its rows and columns are used and why, the target, and the split."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import param_of
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.columns.remark import WayOut
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.leak import Cure
from mlp_gui.data.leakage.split_proposal import complete_split
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.data.preprocessing.spec import ColumnRole, DataSpec, SplitConfig
from mlp_gui.data.suggest import why_ignore
from mlp_gui.views.data.panel.column_details import ColumnDetails
from mlp_gui.views.data.panel.columns_view import ColumnsView
from mlp_gui.views.data.panel.panel_summary import describe_choices, describe_use
from mlp_gui.views.data.panel.split_editor import SplitEditor
from mlp_gui.views.data.panel.table_notes import TableNotes
from mlp_gui.views.data.panel.target_row import TargetRow
from mlp_gui.views.data.tables.source_header import DataPageLinks, SourceHeader
from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.forms.row import FormRow
from mlp_gui.views.theme import style
from mlp_gui.views.widgets.collapsible import CollapsibleSection
from mlp_gui.views.widgets.combo_box import ComboBox

LOCKED = mark("Reset the run to change this: the epochs so far belong to the old setting.")


class DataPanel(QWidget):
    """Shows a table, its spec and the dataset made from them.

    Attributes
    ----------
    source : SourceHeader
    links : DataPageLinks
    target : TargetRow
    columns : ColumnsView
    details : ColumnDetails
        Of the column that is current in `columns`.
    more : CollapsibleSection
        Holds `task`, `split` and `form`, which has the other settings of the spec.
    task : FormRow
    split : SplitEditor
    form : ConfigForm
    notes : TableNotes
        Holds `reading`, `remarks`, `ledger`, `problem`, `leak`, `leaks` and `notices`.
    body : QWidget
        All but `source`: hidden without a table, disabled while one is read.

    Signals
    -------
    spec_edited(DataSpec)
        The person has changed a choice. Not emitted by `show_spec`.
    remark_answered(DataSpec)
        The person has taken a way out of a remark, perhaps while the choices are locked.
    open_requested, sample_chosen(str), cancel_requested
        As in `SourceHeader`.
    changed
        What is shown is new, and so is the summary.
    """

    spec_edited = Signal(object)
    remark_answered = Signal(object)
    open_requested = Signal()
    sample_chosen = Signal(str)
    cancel_requested = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._spec: DataSpec | None = None
        self._used: dict[str, int] = {}
        self.source = SourceHeader()
        self.links = DataPageLinks()
        self.notes = notes = TableNotes()
        self.reading, self.remarks, self.ledger, self.problem = (
            notes.reading,
            notes.remarks,
            notes.ledger,
            notes.problem,
        )
        self.leak, self.leaks, self.notices = notes.leak, notes.leaks, notes.notices
        self.target = TargetRow()
        self.columns = ColumnsView()
        self.details = ColumnDetails()
        self.task = FormRow(param_of(DataSpec, "task"), ComboBox(), live=False)
        self.split = SplitEditor(self._completed)
        self.form = ConfigForm(DataSpec, without=("columns", "derived", "split", "left_out", "task"))
        self.more = CollapsibleSection(tr("Task, split and scaling"), _column(self.task, self.split, self.form))
        self._build()
        self._connect()
        self.show_table(None)

    # --- shown by the wiring ---

    def show_table(self, table: Table | None) -> None:
        """Show a table as it was read; None when there is none."""
        self._table = table
        self.source.show_table(table)
        self.links.show_table(table)
        self.columns.show_table(table)
        self.details.show_column(None, None)
        self.body.setVisible(table is not None)
        self.notes.show_reading(table)
        if table is not None:
            self.target.show_table(table)
            self.split.show_columns(table.column_names)
        self.show_prepared(None, None)
        self.changed.emit()

    def show_spec(self, spec: DataSpec) -> None:
        """Show the choices about the table; nothing but `changed` is emitted."""
        self._spec = spec
        self.target.show_spec(spec)
        self.columns.show_spec(spec)
        self.details.show_spec(spec)
        self.task.show_value(spec.task)
        self.split.show_config(spec.split)
        self.form.show_config(spec)
        self.notes.show_spec(spec)
        self._show_choices(self.task.editor.currentText())
        self.remarks.show_remarks(self._table.remarks if self._table is not None else (), spec)
        self.changed.emit()

    def show_amended(self, table: Table) -> None:
        """Show the same table, read in another way."""
        self._table = table
        self.notes.show_reading(table)
        self.target.show_table(table)
        self.split.show_columns(table.column_names)
        self.columns.model.show_amended(table)
        self.details.show_amended(table)
        if self._spec is not None:
            self.show_spec(self._spec)

    def show_prepared(self, prepared: Prepared | None, problem: UserError | None) -> None:
        """Show the dataset made from table and spec, or the reason why there is none."""
        self.notes.show_prepared(prepared, problem)
        self._show_task(prepared)
        self._used = prepared.ledger.used if prepared is not None else {}
        self.split.show_rows(self._used or None)
        self.changed.emit()

    def show_loading(self, name: str | None, fraction: float = float("nan")) -> None:
        """Show which file is being read, and the share read so far (NaN: unknown); None when reading has ended."""
        self.source.show_loading(name, fraction)
        self.body.setEnabled(name is None)
        self.changed.emit()

    def set_locked(self, kind: str, reason: str = "") -> None:
        """Disable all choices unless kind is "none"; data is never live, so "live_only" disables it too."""
        reason = reason or tr(LOCKED)
        self.columns.set_open(kind == "none", "" if kind == "none" else reason)
        for row in (self.target, self.task):
            row.set_locked(kind, reason)
        self.split.set_locked(kind, reason)
        self.form.set_locked(kind, reason)
        self.details.set_locked(kind, reason)

    def summary(self) -> str:
        """Return the panel in three lines, for when it is folded."""
        if self.source.is_loading():
            return self.source.loading.words.text()
        if self._table is None or self._spec is None:
            return tr("No table is open.")
        return describe_use(self._table, self._spec, self._used)

    # --- own ---

    def _build(self) -> None:
        self.body = QWidget()
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(style.SPACE[1])
        for widget in (self.links, self.notes, self.target, self.columns, self.details, self.more):
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[1])
        column.addWidget(self.source)
        column.addWidget(self.body)

    def _connect(self) -> None:
        self.source.open_requested.connect(self.open_requested)
        self.source.sample_chosen.connect(self.sample_chosen)
        self.source.cancel_requested.connect(self.cancel_requested)
        self.target.edited.connect(self._on_target)
        self.remarks.chosen.connect(self._on_remark)
        self.leaks.chosen.connect(self._on_cure)
        self.notes.skewed.chosen.connect(self._on_transforms)
        self.columns.roles_chosen.connect(self._on_roles)
        self.columns.column_chosen.connect(self._on_column_chosen)
        self.details.edited.connect(self._on_column_edited)
        self.task.edited.connect(self._on_task)
        self.split.edited.connect(self._on_split)
        self.form.config_edited.connect(self._emit)

    def _show_task(self, prepared: Prepared | None) -> None:
        p = self.task.param
        found = ""
        if prepared is not None and prepared.spec.task == "auto":
            found = tr("{task} (auto)", task=prepared.task.label)
        reason = prepared.task_reason if prepared is not None else ""
        labels = [(n, tr(label), "") if n != "auto" else (n, found or tr(label), reason) for n, label in p.choices]
        self.task.editor.set_entries(labels)
        self.task.show_value(self._spec.task if self._spec is not None else "auto")
        self._show_choices(self.task.editor.currentText())

    def _show_choices(self, task: str) -> None:
        """Show the folded settings in a line."""
        if self._spec is not None:
            self.more.show_summary(describe_choices(task, self._spec))

    @Slot(object)
    def _on_remark(self, chosen: list[tuple[str, WayOut]]) -> None:
        if self._spec is not None:
            self._answer(self._spec.with_ways_out(chosen))

    def _answer(self, spec: DataSpec) -> None:
        self.show_spec(spec)
        self.remark_answered.emit(spec)

    def _emit(self, spec: DataSpec) -> None:
        self.show_spec(spec)
        self.spec_edited.emit(spec)

    @Slot(object)
    def _on_target(self, targets: tuple[str, ...]) -> None:
        """Make a former target an input, unless it is a column that would have been left out from the start."""
        if self._spec is None or self._table is None:
            return
        spec = self._spec.with_roles(targets=targets)
        for name in self._spec.targets:
            reason = why_ignore(self._table.field(name))
            if reason and name not in targets:
                spec = spec.with_columns(spec.column(name).replace(role=ColumnRole.IGNORED, reason=reason))
        self._emit(spec)

    @Slot(list, str)
    def _on_roles(self, names: list[str], role: str) -> None:
        if self._spec is not None:
            changed = [self._spec.column(n).replace(role=role, reason="") for n in names]
            self._emit(self._spec.with_columns(*changed))

    @Slot(str)
    def _on_column_chosen(self, name: str) -> None:
        if self._table is not None and self._spec is not None:
            self.details.show_column(self._table.field(name), self._spec)

    @Slot(object)
    def _on_column_edited(self, column: object) -> None:
        if self._spec is not None:
            self._emit(self._spec.with_columns(column))  # type: ignore[arg-type]  # a Column by its signal

    @Slot(object)
    def _on_task(self, task: str) -> None:
        if self._spec is not None:
            self._emit(self._spec.replace(task=task))

    def _completed(self, split: SplitConfig) -> SplitConfig:
        """Return a split with the column and the period that it probably needs."""
        if self._table is None:
            return split
        return complete_split(split, self._table, self._spec.targets if self._spec is not None else ())

    @Slot(object)
    def _on_split(self, split: SplitConfig) -> None:
        if self._spec is not None:
            self._emit(self._spec.replace(split=split))

    @Slot(object)
    def _on_transforms(self, chosen: dict[str, str]) -> None:
        """Transform columns, by name; the training may be over, as for the answers to remarks."""
        if self._spec is not None:
            changed = [self._spec.column(name).replace(transform=transform) for name, transform in chosen.items()]
            self._answer(self._spec.with_columns(*changed))

    @Slot(object, str)
    def _on_cure(self, cure: Cure, reason: str) -> None:
        if self._spec is not None:
            self._answer(self._spec.cured(cure, reason))


def _column(*widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.SPACE[1])
    for widget in widgets:
        column.addWidget(widget)
    return box
