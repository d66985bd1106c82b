"""The dialog of derived columns: presets for several at once, and all declarations as text that may be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.core.visible_text import NAME, visible
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import check_declarations
from mlp_gui.data.derived.derived_column import DerivedColumn
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.derived.parallel_series import find_parallel_series
from mlp_gui.data.derived.presets import PRESETS, preset_texts, read_counts
from mlp_gui.data.derived_choices import split_declarations
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

NAMED = 12


class DeriveDialog(QDialog):
    """Declarations of derived columns, one in each line, with presets that write them.

    Parameters
    ----------
    table : Table
        Without derived columns.
    texts : sequence of str
        The declarations that there are.
    parent : QWidget, optional

    Attributes
    ----------
    preset, by, order : ComboBox
        What is derived, within which groups, in which order.
    columns : QListWidget
        Ticked are those of which it is derived.
    counts : QLineEdit
        Rows, such as "1-7, 14".
    insert : QPushButton
        Writes the preset's declarations below the others.
    text : QPlainTextEdit
    status : TextLabel
        What is wrong and where, or what is derived.

    Signals
    -------
    declared(tuple of str)
        All declarations, as the person wants them.
    """

    declared = Signal(object)

    def __init__(self, table: Table, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(tr("Derived columns"))
        self.resize(QSize(style.px(720), style.px(620)).boundedTo(self.screen().availableSize() * 0.9))
        self.preset = ComboBox((name, tr(label), tr(FUNCTIONS[name].sentence)) for name, label, _, _ in PRESETS)
        self.columns, self.counts = QListWidget(), QLineEdit()
        self.by, self.order = ComboBox(), ComboBox()
        self.insert = QPushButton(tr("Write them below"))
        self.text, self.status = QPlainTextEdit("\n".join(texts)), TextLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = self._buttons.addButton(tr("Use these columns"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill()
        self._arrange()
        self.preset.edited.connect(self._on_preset)
        self.columns.itemChanged.connect(self._show_insert)
        self.counts.textChanged.connect(self._show_insert)
        self.insert.clicked.connect(self._on_insert)
        self.text.textChanged.connect(self._show_status)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._on_preset(PRESETS[0][0])
        self._show_status()

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the ticked columns."""
        items = (self.columns.item(i) for i in range(self.columns.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def texts(self) -> tuple[str, ...]:
        """Return the declarations as they stand there."""
        return split_declarations(self.text.toPlainText())

    # --- own ---

    def _fill(self) -> None:
        fields = self._table.fields
        for field in fields:
            if field.is_number:
                item = QListWidgetItem(visible(field.name, NAME))
                item.setData(Qt.ItemDataRole.UserRole, field.name)
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Unchecked)
                self.columns.addItem(item)
        groups = [f for f in fields if f.kind in ("category", "integer", "text", "boolean")]
        dates = [f for f in fields if f.kind == "datetime"] + [f for f in fields if f.is_number]
        self.by.set_entries((("", tr("All rows together"), ""), *((f.name, visible(f.name, NAME), "") for f in groups)))
        self.order.set_entries(
            (("", tr("Order of the file"), ""), *((f.name, visible(f.name, NAME), "") for f in dates))
        )
        axis, series = self._table.time_axis, find_parallel_series(self._table)
        order = axis[0] if len(axis) == 1 and not self._is_forward(axis[0]) else ""
        if series is not None:
            order = "" if series.is_ordered else series.date
        self.order.show_value(order)
        self.by.show_value(series.by if series is not None else "")

    def _is_forward(self, column: str) -> bool:
        moments = self._table.moments(column)
        return bool(moments[0] <= moments[-1])

    def _arrange(self) -> None:
        form, own = QFormLayout(), QWidget()
        for label, widget in (
            (tr("Derive"), self.preset),
            (tr("Of"), self.columns),
            (tr("Rows"), self.counts),
            (tr("Within groups of"), self.by),
            (tr("In the order of"), self.order),
        ):
            widget.setAccessibleName(label)
            form.addRow(TextLabel(label), widget)
        self.columns.setFixedHeight(style.px(132))
        set_tip(self.counts, tr("How many rows back, or in the window: 1-7, 14. Each number makes a column."))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.insert)
        own.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        words = TextLabel(tr("Each line declares a column as name = formula, and may use those above it."))
        functions = TextLabel(tr("Functions: {names}, and + - * / ^ < <= > >= == !=.", names=", ".join(FUNCTIONS)))
        lines = (f"{f.name}: {tr(f.sentence)}" for f in FUNCTIONS.values())
        set_tip(functions, "\n".join(lines))
        for caption in (words, functions, self.status):
            caption.setWordWrap(True)
            style.set_role(caption, "caption")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Declarations of derived columns"))
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.addWidget(own)
        column.addLayout(foot)
        column.addWidget(words)
        column.addWidget(self.text, 1)
        column.addWidget(functions)
        column.addWidget(self.status)
        column.addWidget(self._buttons)

    @Slot(object)
    def _on_preset(self, name: str) -> None:
        self.counts.setText(next(usual for function, _, _, usual in PRESETS if function == name))
        self._show_insert()

    @Slot()
    def _show_insert(self, *args: object) -> None:
        try:
            n = len(read_counts(self.counts.text())) * len(self.chosen())
            reason = "" if n else tr("Tick a column first.")
        except UserError as error:
            n, reason = 0, str(error)
        self.insert.setEnabled(not reason)
        self.insert.setText(
            tr_n("Write {n:,} line below", "Write {n:,} lines below", n) if n else tr("Write them below")
        )
        set_tip(self.insert, reason)

    @Slot()
    def _on_insert(self) -> None:
        taken = [*self._table.column_names, *(line.partition("=")[0].strip().strip("`") for line in self.texts())]
        made = preset_texts(
            self.preset.value(),
            self.chosen(),
            read_counts(self.counts.text()),
            self.by.value(),
            self.order.value(),
            taken,
        )
        before = self.text.toPlainText().rstrip()
        self.text.setPlainText("\n".join([*([before] if before else []), *made]))

    @Slot()
    def _show_status(self) -> None:
        try:
            columns: tuple[DerivedColumn, ...] = check_declarations(self._table, self.texts())
            said, role = self._summary(columns), "caption"
        except UserError as error:
            said, role = str(error), "bad"
        style.set_role(self.status, role)
        self.status.setText(said)
        self.apply.setEnabled(role == "caption")

    def _summary(self, columns: Sequence[DerivedColumn]) -> str:
        names = join_names([column.name for column in columns], NAMED)
        if not columns:
            return tr("No column is derived.")
        return tr_n("{n:,} derived column: {names}.", "{n:,} derived columns: {names}.", len(columns), names=names)

    @Slot()
    def _on_accepted(self) -> None:
        self.declared.emit(self.texts())
        self.accept()
