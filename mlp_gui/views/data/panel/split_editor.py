"""How the rows are divided: the method, three shares that always add up, and the rows that result."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param, param_of, params_of
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.splits.split_config import WITH_COLUMN, WITHOUT_SHARES, SplitConfig
from mlp_gui.views.data.panel.split_bar import SplitBar
from mlp_gui.views.data.tables.column_combo import ColumnCombo
from mlp_gui.views.forms.config_form import ConfigForm
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.forms.row import FormRow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

HOW = mark("Training takes what the others leave; a new training share is taken from the others in their proportion.")

ELSEWHERE = ("train", "validation", "test", "column", "reason")  # shown in rows of their own
CAPTIONS: dict[str, str] = {
    Subset.TRAINING: mark("Training %"),
    Subset.VALIDATION: mark("Validation %"),
    Subset.TEST: mark("Test %"),
}
SHARES: dict[str, str] = {
    Subset.TRAINING: mark("Share of training rows"),
    Subset.VALIDATION: mark("Share of validation rows"),
    Subset.TEST: mark("Share of test rows"),
}


class SplitEditor(QWidget):
    """The method of a split, its shares, and the rows that result.

    Parameters
    ----------
    complete : callable, optional
        Takes a split whose method was just chosen and returns it with the column and the period that it probably needs.

    Attributes
    ----------
    form : ConfigForm
        The method and its seed.
    column_row : FormRow
        The column that says where a row belongs, or its group, or its time; hidden for other methods.
    bar : SplitBar
    fields : dict of str to NumberField
        Share of each subset, in percent.
    rows, captions : dict of str to TextLabel
        How many rows each subset got, and which one it is.
    problem : TextLabel

    Signals
    -------
    edited(SplitConfig)
        The person has changed the split; it is valid. Not emitted by `show_config`.
    """

    edited = Signal(object)

    def __init__(self, complete: Callable[[SplitConfig], SplitConfig] = lambda split: split) -> None:
        super().__init__()
        self._config, self._complete = SplitConfig(), complete
        self.form = ConfigForm(SplitConfig, without=ELSEWHERE)
        self.form.config_edited.connect(self._on_form)
        self.column_row = self._column_row()
        self.bar = SplitBar()
        set_tip(self.bar, f"{tr('Drag the borders, or move them with the arrow keys.')} {tr(HOW)}")
        self.bar.moved.connect(self._on_bar)
        self.fields: dict[str, NumberField] = {}
        self.rows: dict[str, TextLabel] = {}
        self.captions: dict[str, TextLabel] = {}
        self.problem = TextLabel()
        self.problem.setWordWrap(True)
        style.set_role(self.problem, "bad")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.SPACE[0] + 2)
        for widget in (self.form, self.column_row, self.bar, self._shares(), self.problem):
            column.addWidget(widget)

    def show_columns(self, names: tuple[str, ...]) -> None:
        """Offer these columns as the one that says where a row belongs."""
        self.column_row.editor.show_names(names)
        self.column_row.show_value(self._config.column)

    def show_config(self, config: SplitConfig) -> None:
        self._config = config
        self.form.show_config(config)
        self.column_row.show_value(config.column)
        by_share = config.method not in WITHOUT_SHARES
        self.column_row.setVisible(config.method in WITH_COLUMN)
        self.bar.setVisible(by_share)
        for name, share in zip(Subset, (config.train, config.validation, config.test), strict=True):
            self.fields[name].show_value(round(100 * share, 4))
            self.fields[name].setVisible(by_share)
            self.captions[name].setText(tr(CAPTIONS[name] if by_share else name))
        self.bar.show_cuts(config.train, round(config.train + config.validation, 9))

    def show_rows(self, used: dict[str, int] | None) -> None:
        """Show the rows per subset as they came out, or None while that is not known."""
        for name, label in self.rows.items():
            label.setText(tr_n("{n:,} row", "{n:,} rows", used[name]) if used is not None else "")

    def set_locked(self, kind: str, reason: str) -> None:
        self.form.set_locked(kind, reason)
        self.column_row.set_locked(kind, reason)
        for widget in (self.bar, *self.fields.values()):
            widget.setEnabled(kind == "none")

    # --- own ---

    def _column_row(self) -> FormRow:
        p = param_of(SplitConfig, "column")
        row = FormRow(p, ColumnCombo(), live=False)
        row.edited.connect(self._on_column)
        return row

    def _shares(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SPACE[1])
        grid.setVerticalSpacing(2)
        for i, name in enumerate(Subset):
            caption = TextLabel(tr(CAPTIONS[name]))
            style.set_role(caption, "caption")
            field = NumberField(share_param(name, positive=name == Subset.TRAINING))
            field.setAccessibleName(tr("Share of {subset} rows in percent", subset=tr(name)))
            set_tip(field, tr(HOW))
            field.edited.connect(partial(self._on_share, name))
            field.refused.connect(self._show_problem)
            rows = TextLabel()
            rows.setAlignment(Qt.AlignmentFlag.AlignLeft)
            style.set_role(rows, "caption")
            for line, widget in enumerate((caption, field, rows)):
                grid.addWidget(widget, line, i)
            grid.setColumnStretch(i, 1)
            self.fields[name], self.rows[name], self.captions[name] = field, rows, caption
        return box

    def _emit(self, **changes: object) -> None:
        now = self._config
        if (changes.get("method", now.method), changes.get("column", now.column)) != (now.method, now.column):
            changes["reason"] = ""  # it is no proposal any more
        try:
            config = self._config.replace(**changes)
        except UserError as error:
            self._show_problem(str(error))
            self.show_config(self._config)
            return
        self._show_problem("")
        self.show_config(config)
        self.edited.emit(config)

    @Slot(object)
    def _on_form(self, config: SplitConfig) -> None:
        changes: dict[str, object] = {
            p.name: getattr(config, p.name) for p in params_of(SplitConfig) if p.name not in ELSEWHERE
        }
        choices = self.column_row.editor
        if config.method in WITH_COLUMN and config.method != self._config.method and choices.count():
            found = self._complete(config.replace(column=""))
            changes |= {"column": found.column or choices.itemData(choices.count() - 1), "period": found.period}
        self._emit(**changes)

    @Slot(object)
    def _on_column(self, name: str) -> None:
        self._emit(column=name)

    @Slot(float, float)
    def _on_bar(self, first: float, second: float) -> None:
        self._emit(train=first, validation=round(second - first, 9), test=round(1 - second, 9))

    def _on_share(self, name: str, percent: float) -> None:
        train, validation, test = rebalance_shares(
            name, percent / 100, self._config.train, self._config.validation, self._config.test
        )
        self._emit(train=train, validation=validation, test=test)

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def share_param(name: str, positive: bool) -> Param:
    """Declare a share of the rows in percent, as a number field wants it.

    Parameters
    ----------
    name : str
        Of the subset.
    positive : bool
        It may not be 0; otherwise it may not be 100.
    """
    return Param(SHARES[name], low=0, low_open=positive, high=100, high_open=not positive, name=name, kind="float")


def rebalance_shares(
    name: str, share: float, train: float, validation: float, test: float
) -> tuple[float, float, float]:
    """Return the three shares once a subset has another one; they add up to 1.

    Training keeps what the others leave. A new training share is taken from the others in their proportion.

    Parameters
    ----------
    name : str
        Of the subset.
    share : float
        That it should have, 0 to 1.
    train, validation, test : float
        The shares so far.
    """
    if name == Subset.TRAINING:
        rest = 1 - share
        held_out = validation + test
        validation = rest * validation / held_out if held_out else rest
        return share, round(validation, 9), round(rest - validation, 9)
    validation, test = (share, test) if name == Subset.VALIDATION else (validation, share)
    if validation + test >= 1:
        other = max(0.0, 0.99 - share)
        validation, test = (share, other) if name == Subset.VALIDATION else (other, share)
    return round(1 - validation - test, 9), validation, test
