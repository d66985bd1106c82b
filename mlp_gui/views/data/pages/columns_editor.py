"""Settings of all selected columns at once: role, scaling, encoding and how missing values are filled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import params_of
from mlp_gui.core.transformation import SHORT_LABELS
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.preprocessing.column_choices import SMEARING_HELP
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec
from mlp_gui.views.forms.editors import TextField
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox
from mlp_gui.views.widgets.elided_label import ElidedLabel

SHOWN = ("role", "read_as", "transform", "scaling", "encoding", "missing")
LABELS = {"missing": mark("Missing values"), "transform": mark("Transform")}
STRETCH = {"read_as": 5, "scaling": 5, "transform": 4}  # the others' words are short
VARIOUS = mark("Various")
SHORT = {
    ("read_as", "auto"): mark("As it looks"),
    ("encoding", "auto"): mark("Automatic"),
    ("missing", "drop"): mark("Leave row out"),
}


class ColumnsEditor(QWidget):
    """Settings of all selected columns at once.

    Attributes
    ----------
    words : TextLabel
        Which column is selected, or how many are.
    choices : dict of str to ComboBox
        By the name of the setting; without a value where the columns differ.
    fill : TextField
        The constant for missing values; hidden unless a column uses one.
    smearing : QCheckBox
        Whether predictions are means by the smearing correction; hidden unless all columns are transformed targets.

    Signals
    -------
    edited(str, object)
        Name of a setting, and its new value for all selected columns.
    """

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        declared = {p.name: p for p in params_of(ColumnSpec)}
        self.words = ElidedLabel("")
        style.set_role(self.words, "heading")
        self.words.setMinimumWidth(style.px(80))
        self.choices: dict[str, ComboBox] = {}
        self.fill = TextField(declared["fill"])
        self.fill.setPlaceholderText(tr("Constant"))
        self.fill.setAccessibleName(tr("Constant"))
        self.fill.setFixedWidth(style.px(80))
        self.fill.edited.connect(partial(self._emit, "fill"))
        row = QHBoxLayout(self)
        row.setContentsMargins(style.SPACE[2], style.SPACE[1], style.SPACE[2], style.SPACE[1])
        row.setSpacing(style.SPACE[1])
        row.addWidget(self.words, 2)
        for name in SHOWN:
            p = declared[name]
            label = TextLabel(tr(LABELS.get(name, p.label)))
            style.set_role(label, "muted")
            choice = ComboBox((value, _shown(name, value, word), tr(word)) for value, word in p.choices)
            choice.setPlaceholderText(tr(VARIOUS))
            choice.setAccessibleName(tr(p.label))
            set_tip(choice, tr(p.help))
            choice.setMinimumWidth(style.px(84))
            choice.setMaximumWidth(style.px(210))
            choice.edited.connect(partial(self._emit, name))
            label.setBuddy(choice)
            self.choices[name] = choice
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)
            row.addWidget(choice, STRETCH.get(name, 3))
        self.smearing = QCheckBox(tr("Smearing"))
        self.smearing.clicked.connect(self._on_smearing)
        row.addWidget(self.smearing)
        row.addWidget(self.fill)

    def show_columns(self, columns: list[ColumnSpec], reason: str = "", derived: Sequence[str] = ()) -> None:
        """Show what is done with the selected columns.

        Parameters
        ----------
        columns : list of ColumnSpec
        reason : str
            Why nothing may be changed; "" when it may.
        derived : sequence of str
            Names of columns that are not read from the file.
        """
        n = len(columns)
        several = tr_n("{n:,} column selected", "{n:,} columns selected", n) if n else tr("No column is selected")
        self.words.setText(columns[0].name if n == 1 else several)
        set_tip(self.words, self.words.text())
        for name, choice in self.choices.items():
            values = set(map(attrgetter(name), columns))
            choice.setCurrentIndex(choice.findData(next(iter(values))) if len(values) == 1 else -1)
            choice.setEnabled(bool(columns) and not reason)
            set_tip(choice, reason)
        if not reason and any(column.name in derived for column in columns):
            self.choices["read_as"].setEnabled(False)
            set_tip(self.choices["read_as"], tr("Derived columns are numbers; nothing of them is read."))
        shaped = bool(columns) and all(c.role == ColumnRole.TARGET and c.transform != "none" for c in columns)
        self.smearing.setVisible(shaped)
        self.smearing.setChecked(shaped and all(c.smearing for c in columns))
        self.smearing.setEnabled(not reason)
        set_tip(self.smearing, reason or tr(SMEARING_HELP))
        fills = {c.fill for c in columns if c.missing == "constant"}
        self.fill.setVisible(bool(fills))
        self.fill.setEnabled(not reason)
        self.fill.show_value(fills.pop() if len(fills) == 1 else "")

    @Slot(bool)
    def _on_smearing(self, checked: bool) -> None:
        self._emit("smearing", checked)

    def _emit(self, name: str, value: Any) -> None:
        self.edited.emit(name, value)


def _shown(name: str, value: str, word: str) -> str:
    """Return a choice as its list shows it: six lists share a line."""
    if name == "transform" and value in SHORT_LABELS:
        return tr(SHORT_LABELS[value])
    return tr(SHORT[name, value]) if (name, value) in SHORT else tr(word).partition(":")[0]


def with_setting(columns: list[ColumnSpec], name: str, value: Any) -> tuple[list[ColumnSpec], UserError | None]:
    """Return the columns with another value of a setting, without the columns that already have it.

    Parameters
    ----------
    columns : list of ColumnSpec
    name : str
    value : object

    Returns
    -------
    columns : list of ColumnSpec
    error : UserError or None
        Why the value is not valid; then there are no columns.
    """
    is_now = attrgetter(name)
    others = [column for column in columns if is_now(column) != value]
    if not others:
        return [], None
    changes = {name: value, "reason": ""} if name == "role" else {name: value}
    try:
        first = others[0].replace(**changes)
    except UserError as error:
        return [], error
    checked = {key: getattr(first, key) for key in changes}
    return [first, *(_with(column, checked) for column in others[1:])], None


def with_reasons(columns: list[ColumnSpec], reasons: dict[str, str]) -> list[ColumnSpec]:
    """Return the columns in the role of ignored ones.

    Parameters
    ----------
    columns : list of ColumnSpec
    reasons : dict of str to str
        Why each of them, by name, is ignored.
    """
    return [_with(column, {"role": ColumnRole.IGNORED, "reason": reasons[column.name]}) for column in columns]


def _with(column: ColumnSpec, checked: dict[str, Any]) -> ColumnSpec:
    """Return the column with values that have been checked; to check them for ten thousand columns takes 0.2 s."""
    new = object.__new__(ColumnSpec)
    own = new.__dict__
    own.update(column.__dict__)
    own.update(checked)
    return new
