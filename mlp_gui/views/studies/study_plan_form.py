"""What is asked of a study: seeds and folds, a learning curve over rows, or a race of settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mlp_gui.core.params import Param
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

FOLDS, CURVE, RACE = "folds", "curve", "race"
KINDS = (
    (FOLDS, mark("Seeds and folds"), mark("Other seeds on the same rows, or folds that predict every row once.")),
    (CURVE, mark("Would more data help?"), mark("Networks that learn from ever more of the training rows.")),
    (RACE, mark("Race"), mark("The same start, with several optimizers or other settings, in one picture.")),
)
SHOWN = {FOLDS: ("repeats", "folds", "fold_repeats"), CURVE: ("repeats", "rows"), RACE: ("repeats", "setting", "race")}
USUAL = 5  # networks


def kind_sentence(kind: str) -> str:
    """Return what a kind of study is, in a sentence.

    Parameters
    ----------
    kind : {"folds", "curve", "race"}
    """
    return next(tr(tip) for name, _, tip in KINDS if name == kind)


@dataclass(frozen=True)
class RaceChoice:
    """A setting that can race.

    Attributes
    ----------
    path, label : str
    values : str
        That are proposed, separated by commas.
    """

    path: str
    label: str
    values: str


class StudyPlanForm(QWidget):
    """The kind of a study, and the fields that belong to it.

    Attributes
    ----------
    kind : ComboBox
    numbers : dict of str to NumberField
        By the name of their setting.
    rows, race : QLineEdit
        Numbers of training rows, and values that race.
    setting : ComboBox
        Which setting races.

    Signals
    -------
    kind_chosen(str)
    """

    kind_chosen = Signal(str)

    def __init__(self, params: Mapping[str, Param], parent: QWidget | None = None) -> None:
        """Make the form.

        Parameters
        ----------
        params : mapping of str to Param
            `repeats`, `folds`, `fold_repeats`, `rows` and `race`, as the plan declares them.
        parent : QWidget, optional
        """
        super().__init__(parent)
        self.kind = ComboBox((name, tr(label), tr(tip)) for name, label, tip in KINDS)
        self.kind.setMinimumContentsLength(18)
        self.kind.setAccessibleName(tr("What is studied"))
        self.kind.edited.connect(self._on_kind)
        self.numbers = {name: NumberField(params[name]) for name in ("repeats", "folds", "fold_repeats")}
        for name, field in self.numbers.items():
            field.show_value(USUAL if name == "repeats" else params[name].default)
        self.rows, self.race, self.setting = QLineEdit(), QLineEdit(), ComboBox()
        self.setting.setMinimumContentsLength(14)
        self.setting.setAccessibleName(tr("What races"))
        self.setting.edited.connect(self._on_setting)
        self._choices: tuple[RaceChoice, ...] = ()
        self._labels: dict[str, TextLabel] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.kind)
        self._row.addSpacing(style.SPACE[1])
        fields: dict[str, QWidget] = {**self.numbers, "rows": self.rows, "setting": self.setting, "race": self.race}
        for name, widget in fields.items():
            if name in params:
                self._label(name, params[name], widget)
            self._row.addWidget(widget, 1 if name in ("rows", "race") else 0)
        for box in (self.kind, self.setting):
            box.setMaximumWidth(style.px(190))
        self._row.addStretch(0)
        self._fields = fields
        self.show_kind(FOLDS)

    def _label(self, name: str, p: Param, field: QWidget) -> None:
        text = tr("Values") if name == "race" else tr(p.label)
        label = TextLabel(text)
        self._labels[name] = label
        field.setAccessibleName(text)
        for widget in (label, field):
            set_tip(widget, tr(p.help))
        self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignRight)

    # --- what is asked ---------------------------------------------------------------------------------------

    def show_kind(self, kind: str) -> None:
        """Show the fields of a kind of study.

        Parameters
        ----------
        kind : {"folds", "curve", "race"}
        """
        self.kind.show_value(kind)
        for name, field in self._fields.items():
            shown = name in SHOWN[kind]
            field.setVisible(shown)
            if name in self._labels:
                self._labels[name].setVisible(shown)

    def show_plan(self, numbers: Mapping[str, int], rows: Sequence[int], race: Sequence[str]) -> None:
        """Show what a study asks for.

        Parameters
        ----------
        numbers : mapping of str to int
            By the names of the fields.
        rows : sequence of int
        race : sequence of str
            As `setting=values`; the first of them is shown.
        """
        self.show_kind(CURVE if rows else RACE if race else FOLDS)
        for name, value in numbers.items():
            self.numbers[name].show_value(value)
        if rows:
            self.show_rows(rows)
        for text in race[:1]:
            setting, _, values = text.partition("=")
            self.setting.show_value(setting.strip())
            self.race.setText(values.strip())

    def show_rows(self, rows: Sequence[int]) -> None:
        """Propose numbers of training rows."""
        self.rows.setText(", ".join(str(n) for n in rows))

    def show_race_choices(self, choices: Sequence[RaceChoice]) -> None:
        """Offer settings that can race, the first of them chosen; a choice of the person stays.

        Parameters
        ----------
        choices : sequence of RaceChoice
        """
        kept = self.setting.value() if self._choices else ""
        self._choices = tuple(choices)
        self.setting.set_entries((c.path, c.label, c.path) for c in choices)
        paths = [choice.path for choice in choices]
        if kept in paths:
            self.setting.show_value(kept)
        elif choices:
            self.setting.show_value(paths[0])
            self.race.setText(choices[0].values)

    def values(self) -> dict[str, object]:
        """Return what is asked, by the names of the plan: numbers, and the texts of `rows` and `race`."""
        kind, shown = self.kind.value(), SHOWN[self.kind.value()]
        found: dict[str, object] = {name: field.value() for name, field in self.numbers.items() if name in shown}
        if kind == FOLDS and not self.numbers["folds"].value():
            found["fold_repeats"] = 1
        if kind == CURVE:
            found["rows"] = self.rows.text()
        if kind == RACE:
            found["race"] = f"{self.setting.value()}={self.race.text().strip()}"
        return found

    @Slot(object)
    def _on_kind(self, kind: str) -> None:
        self.show_kind(kind)
        self.kind_chosen.emit(kind)

    @Slot(object)
    def _on_setting(self, path: str) -> None:
        self.race.setText(next(choice.values for choice in self._choices if choice.path == path))
