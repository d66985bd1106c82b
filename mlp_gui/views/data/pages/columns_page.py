"""The columns page: every column with its numbers; roles, scaling and fill values for any number of them at once."""

from __future__ import annotations

from itertools import islice
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QPushButton

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.views.data.pages import columns_page_model as m
from mlp_gui.views.data.pages.columns_editor import ColumnsEditor, with_reasons, with_setting
from mlp_gui.views.data.pages.columns_table import ColumnsTable
from mlp_gui.views.data.pages.page import DataPage, hairline, widget_row
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox
from mlp_gui.views.widgets.elided_label import ElidedLabel

HINT = mark("I input · T target · X ignore · Space on or off · Ctrl+A all · Ctrl+Z undo")

SHOWN = 12  # columns that a tooltip names


class ColumnsPage(DataPage):
    """Every column with its numbers; settings for any number of columns at once.

    Attributes
    ----------
    table : ColumnsTable
    editor : ColumnsEditor
    search : QLineEdit
        Text that names must hold.
    group : ComboBox
        Which columns are listed.
    derive : QPushButton
        Opens the derived columns.
    suggested : QPushButton
        Ignores what is better ignored; its tooltip says which columns and why.
    counts, hint : TextLabel
    locked, reset : TextLabel, QPushButton
        Why nothing may be changed and what helps; hidden while it may.

    Signals
    -------
    columns_edited(list of ColumnSpec)
        What the person has changed, all at once.
    refused(UserError)
        A value is not valid.
    reset_requested
        Reset the run, so that columns may be changed.
    derive_requested
        Open the derived columns.
    """

    columns_edited = Signal(object)
    refused = Signal(object)
    reset_requested = Signal()
    derive_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Columns"))
        self._table: Table | None = None
        self._spec: DataSpec | None = None
        self._reason = ""
        self._by: tuple[int, bool] | None = None
        self.table = ColumnsTable()
        self.editor = ColumnsEditor()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Filter by name"))
        self.search.setAccessibleName(tr("Filter columns by name"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(style.px(200))
        self.group = ComboBox((name, tr(label), "") for name, (label, _) in m.FILTERS.items())
        self.group.setAccessibleName(tr("Which columns are listed"))
        self.group.setFixedWidth(style.px(168))
        self.suggested = QPushButton(tr("Ignore all suggested"))
        self.suggested.setIcon(icons.icon("minus"))
        self.derive = QPushButton(tr("Derived columns…"))
        self.derive.setIcon(icons.icon("plus"))
        set_tip(self.derive, tr("Lags, sums and means of earlier rows, and formulas over columns."))
        self.counts = TextLabel()
        self.hint = ElidedLabel(tr(HINT))
        self.locked = TextLabel()
        self.reset = QPushButton(tr("Reset the run"))
        self.reset.setIcon(icons.icon("reset"))
        for label in (self.counts, self.hint, self.locked):
            style.set_role(label, "caption")
        self._arrange()
        self._connect()
        self.show_open("")

    # --- shown by the wiring ---

    def show_table(self, table: Table | None, spec: DataSpec | None) -> None:
        self._table, self._spec = table, spec
        self.search.clear()
        self.group.show_value("all")
        self.table.columns_model.show_table(table, spec)
        if table is not None:
            self.show_subtitle(table.name)
        if self.table.columns_model.rowCount():
            self.table.selectRow(0)
        self._show_counts()
        self._show_selected()
        self._show_suggested()

    def show_spec(self, spec: DataSpec) -> None:
        self._spec = spec
        self.table.columns_model.show_spec(spec)
        self._show_counts()
        self._show_selected()
        self._show_suggested()

    def show_amended(self, table: Table) -> None:
        """Show the same table, read in another way; what is selected and listed stays so."""
        self._table = table
        with _Kept(self.table):
            self.table.columns_model.show_amended(table)
        self._show_counts()
        self._show_selected()

    def show_reasons(self, reasons: dict[str, str]) -> None:
        """Show why columns, by name, are better not inputs, whatever their role is now."""
        self.table.columns_model.show_reasons(reasons)
        self._show_suggested()

    def show_open(self, reason: str) -> None:
        """Show whether anything may be changed: "", or the reason why not."""
        self._reason = reason
        self.locked.setText(reason)
        self.locked.setVisible(bool(reason))
        self.reset.setVisible(bool(reason))
        self.hint.setVisible(not reason)
        self._show_selected()
        self._show_suggested()

    def focus_first(self) -> None:
        self.table.setFocus()

    # --- own ---

    def _arrange(self) -> None:
        magnifier = self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        magnifier.setEnabled(False)
        for button in self.search.findChildren(QAbstractButton):
            button.setAccessibleName(tr("Search" if magnifier in button.actions() else "Clear the search"))
        self.tools.addWidget(self.derive)
        self.tools.addWidget(self.suggested)
        self.tools.addWidget(self.group)
        self.tools.addWidget(self.search)
        self.body.addWidget(self.editor)
        self.body.addWidget(hairline())
        self.body.addWidget(widget_row(self.table, margins=(style.SPACE[1], 0, 0, 0)), 1)
        self.body.addWidget(hairline())
        foot = widget_row(self.counts, self.hint, self.locked, self.reset)
        layout = foot.layout()
        assert isinstance(layout, QHBoxLayout)
        for place in (1, 2):
            layout.setStretch(place, 1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.locked.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_filter)
        self.group.edited.connect(self._on_filter)
        self.table.horizontalHeader().sectionClicked.connect(self._on_heading)
        self.table.selection_changed.connect(self._show_selected)
        self.table.roles_requested.connect(self._on_role)
        self.editor.edited.connect(self._on_edited)
        self.reset.clicked.connect(self.reset_requested)
        self.derive.clicked.connect(self.derive_requested)
        self.suggested.clicked.connect(self._on_suggested)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.setFocus)

    def _selected(self) -> list[ColumnSpec]:
        return self.table.columns_model.columns(self.table.selected()) if self._spec is not None else []

    @Slot()
    def _show_selected(self) -> None:
        derived = self._spec.derived_names if self._spec is not None else ()
        self.editor.show_columns(self._selected(), self._reason, derived)

    def _show_suggested(self) -> None:
        """Show whether something is better ignored, and on hover which columns these are and why."""
        found = self.table.columns_model.suggested_ignores()
        self.suggested.setEnabled(bool(found) and not self._reason)
        lines = [tr("{name}: {sentence}", name=n, sentence=reason) for n, reason in islice(found.items(), SHOWN)]
        if len(found) > SHOWN:
            lines.append(tr_n("and {n:,} more", "and {n:,} more", len(found) - SHOWN))
        none = tr("Nothing speaks against the columns that are inputs.")
        set_tip(self.suggested, self._reason or "\n".join(lines) or none)

    def _show_counts(self) -> None:
        if self._spec is None or self._table is None:
            self.counts.setText("")
            return
        roles = [c.role for c in self._spec.columns]
        ignored = self._table.n_columns - roles.count(ColumnRole.INPUT) - roles.count(ColumnRole.TARGET)
        words = [
            tr_n("{n:,} input", "{n:,} inputs", roles.count(ColumnRole.INPUT)),
            tr_n("{n:,} target", "{n:,} targets", roles.count(ColumnRole.TARGET)),
            tr_n("{n:,} ignored", "{n:,} ignored", ignored),
        ]
        listed = self.table.columns_model.rowCount()
        shown = " · " + tr_n("{n:,} listed", "{n:,} listed", listed) if listed != self.table.columns_model.total else ""
        self.counts.setText(", ".join(words) + shown)

    @Slot()
    def _on_filter(self, *args: Any) -> None:
        with _Kept(self.table):
            self.table.columns_model.filter(self.search.text().strip(), self.group.value())
        self._show_counts()
        self._show_selected()

    @Slot(int)
    def _on_heading(self, section: int) -> None:
        """Order ascending, descending, then as in the file. Counts begin with the largest."""
        first = section in (m.MISSING, m.DISTINCT)
        if self._by is None or self._by[0] != section:
            self._by = (section, first)
        else:
            self._by = (section, not first) if self._by[1] == first else None
        with _Kept(self.table):
            self.table.columns_model.order(*(self._by or (None, False)))
        self.table.horizontalHeader().show_order(*(self._by or (None,)))  # type: ignore[attr-defined]  # a ColumnHeader
        self._show_selected()

    @Slot()
    def _on_suggested(self) -> None:
        if self._spec is not None:
            reasons = self.table.columns_model.suggested_ignores()
            self.columns_edited.emit(with_reasons(self._spec.columns_of(reasons), reasons))

    @Slot(str)
    def _on_role(self, role: str) -> None:
        if role == "toggle":
            roles = [c.role for c in self._selected() if c.role != ColumnRole.TARGET]
            role = ColumnRole.IGNORED if roles and all(r == ColumnRole.INPUT for r in roles) else ColumnRole.INPUT
        self._on_edited("role", role)

    @Slot(str, object)
    def _on_edited(self, name: str, value: Any) -> None:
        if self._reason:
            return
        made, error = with_setting(self._selected(), name, value)
        if error is not None:
            self.refused.emit(error)
        elif made:
            self.columns_edited.emit(made)
        else:
            self._show_selected()


class _Kept:
    """Keeps the selection by name while the rows of the model change places."""

    def __init__(self, table: ColumnsTable) -> None:
        self._table = table
        self._names = {table.columns_model.name(row) for row in table.selected()}

    def __enter__(self) -> None:
        return None

    def __exit__(self, *args: object) -> None:
        self._table.select_names(self._names)
