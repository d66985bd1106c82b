"""The search for the best inputs: what is wanted of each output, and between which limits each input may be moved."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mlp_gui.core.errors import UserError
from mlp_gui.core.number_format import format_number, format_percent
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.visible_text import visible
from mlp_gui.engine.inspection.best_point import SearchAxis
from mlp_gui.engine.inspection.desirability import MAXIMIZE, MINIMIZE, REACH
from mlp_gui.session.evaluation.best_inputs import BestInputs, Wish, find_best_inputs, search_axis
from mlp_gui.session.evaluation.profile_inputs import WORDS, ProfileInput
from mlp_gui.session.evaluation.profiler import Profiler
from mlp_gui.views.charts.header_combo import HeaderCombo
from mlp_gui.views.forms.number_parsing import parse_number
from mlp_gui.views.plots.inspection.point_field import PointField
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, menu_text, set_tip
from mlp_gui.views.widgets.combo_box import ComboBox

ANYTHING = ""
KINDS = {
    ANYTHING: mark("Anything"),
    MAXIMIZE: mark("Maximise"),
    MINIMIZE: mark("Minimise"),
    REACH: mark("Reach a value"),
}


class GoalRow:
    """What is wanted of one output.

    Attributes
    ----------
    kind : ComboBox
    value : QLineEdit
        To be reached.
    """

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = ComboBox([(key, tr(text), "") for key, text in KINDS.items()])
        self.kind.setAccessibleName(tr("What is wanted of {name}", name=visible(name)))
        self.kind.show_value(kind)
        self.value = QLineEdit()
        self.value.setAccessibleName(tr("The value of {name} to be reached", name=visible(name)))
        self.value.setFixedWidth(style.px(96))
        self.kind.edited.connect(self._follow)
        self._follow(kind)

    def _follow(self, kind: object) -> None:
        self.value.setEnabled(kind == REACH)
        style.set_mark(self.value, "invalid", False)

    def wish(self) -> Wish | None:
        """Return the wish; raise UserError where the value is no number."""
        kind = self.kind.currentData()
        if kind != REACH:
            return Wish(kind) if kind else None
        try:
            return Wish(REACH, float(parse_number(self.value.text())))
        except UserError:
            style.set_mark(self.value, "invalid", True)
            raise


class LimitRow:
    """Between which limits one input may be moved.

    Attributes
    ----------
    free : QCheckBox
        Off: the input stays as it is.
    ends : tuple of two PointFields; empty for categories
    word : HeaderCombo or None
        The category, or any of them.
    """

    def __init__(self, one: ProfileInput) -> None:
        self.one = one
        self.free = QCheckBox(menu_text(visible(one.label)))
        self.free.setChecked(True)
        set_tip(self.free, tr("Off: it stays where the point is"))
        self.ends: tuple[PointField, ...] = ()
        self.word: HeaderCombo | None = None
        if one.kind == WORDS:
            self.word = HeaderCombo(tr("The category of {name}", name=one.name), (tr("Any category"), *one.words))
        else:
            self.ends = (PointField(one), PointField(one))
            titles = tr("Smallest {name}", name=visible(one.label)), tr("Largest {name}", name=visible(one.label))
            for field, place, title in zip(self.ends, (one.low, one.high), titles, strict=True):
                field.show_place(place)
                field.setAccessibleName(title)
                field.place_chosen.connect(partial(self._show_outside, field))
        for part in (*self.ends, self.word):
            if part is not None:
                self.free.toggled.connect(part.setEnabled)

    def _show_outside(self, field: PointField, place: float) -> None:
        style.set_mark(field, "outside", self.one.is_outside(place))

    def axis(self) -> SearchAxis | None:
        """Return where the input may lie; None where it stays."""
        if not self.free.isChecked():
            return None
        if self.word is not None:
            at = float(self.word.index() - 1)
            return search_axis(self.one, at, at) if at >= 0 else search_axis(self.one, self.one.low, self.one.high)
        low, high = sorted(field.place() for field in self.ends)
        return search_axis(self.one, low, high)


class BestInputsDialog(QDialog):
    """Asks for goals and limits, and says what was found.

    Attributes
    ----------
    goals : list of GoalRow
    limits : list of LimitRow
    find_button : QPushButton
        Stops the search while there is one.
    said : TextLabel

    Signals
    -------
    work_requested(Work)
        Search in the background and answer by `show_progress`, `show_result` or `show_cancelled`.
    cancel_requested
        The result of the work under way is not wanted any more.
    found(ndarray of float)
        The best point, encoded and scaled.
    """

    work_requested = Signal(object)
    cancel_requested = Signal()
    found = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Best inputs within limits"))
        self.goals: list[GoalRow] = []
        self.limits: list[LimitRow] = []
        self._profiler: Profiler | None = None
        self._labels: tuple[str, ...] = ()
        self._is_searching = False
        self.finished.connect(self._stop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said = TextLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(style.px(56))
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.find_button = QPushButton(tr("Find"))
        self.find_button.setDefault(True)
        self.find_button.setProperty("role", "primary")
        self.find_button.clicked.connect(self._on_find)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.find_button)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._area, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self.resize(style.px(480), style.px(460))

    def show_profiler(self, profiler: Profiler, chosen: int) -> None:
        """Offer the outputs and inputs of a run; what was set before stays as long as it is the same run.

        Parameters
        ----------
        profiler : Profiler
        chosen : int
            The output that is to be maximised at first.
        """
        if profiler is self._profiler:
            return
        self._profiler, self._labels = profiler, tuple(profiler.output_labels())
        self.said.setText("")
        self.goals = [GoalRow(name, MAXIMIZE if k == chosen else ANYTHING) for k, name in enumerate(self._labels)]
        self.limits = [LimitRow(one) for one in profiler.inputs]
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(0, 1)
        grid.addWidget(_heading(tr("Wanted")), 0, 0, 1, 3)
        for k, goal in enumerate(self.goals, 1):
            for at, part in enumerate((TextLabel(goal.name), goal.kind, goal.value)):
                grid.addWidget(part, k, at)
        first = len(self.goals) + 1
        grid.addWidget(_heading(tr("Inputs that may be moved")), first, 0)
        for at, text in enumerate((tr("from"), tr("to")), 1):
            grid.addWidget(_heading(text), first, at)
        for k, limit in enumerate(self.limits, first + 1):
            grid.addWidget(limit.free, k, 0)
            if limit.word is not None:
                grid.addWidget(limit.word, k, 1, 1, 2)
            for at, field in enumerate(limit.ends, 1):
                grid.addWidget(field, k, at, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(page)

    def forget(self) -> None:
        """Forget the run and stop searching: there is another one, or none."""
        self._stop()
        self._profiler = None
        self.hide()

    @Slot()
    def _on_find(self) -> None:
        if self._is_searching:
            self._stop()
            return
        if self._profiler is None:
            return
        try:
            wishes = [goal.wish() for goal in self.goals]
        except UserError as error:
            self.said.setText(str(error))
            return
        axes = [limit.axis() for limit in self.limits]
        if not any(wishes) or not any(axes):
            self.said.setText(tr("Choose what is wanted, and at least one input that may be moved."))
            return
        self._show_searching(True)
        self.said.setText(tr("Searching…"))
        own = self._profiler.copy()
        self.work_requested.emit(lambda progress, cancelled: find_best_inputs(own, wishes, axes, progress, cancelled))

    @Slot()
    def _stop(self) -> None:
        """Search no more; closing does it, too."""
        self.cancel_requested.emit()
        if self._is_searching:
            self._show_searching(False)
            self.said.setText(tr("Stopped: the point stays where it is."))

    def _show_searching(self, on: bool) -> None:
        self._is_searching = on
        self.find_button.setText(tr("Stop") if on else tr("Find"))

    @Slot(float)
    def show_progress(self, share: float) -> None:
        self.said.setText(tr("computing: {share}", share=format_percent(share)))

    @Slot(object)
    def show_result(self, result: Any) -> None:
        assert isinstance(result, BestInputs)
        self._show_searching(False)
        self.said.setText(self._sentence(result))
        self.found.emit(result.values)

    @Slot()
    def show_cancelled(self) -> None:
        self._show_searching(False)
        self.said.setText("")

    def _sentence(self, result: BestInputs) -> str:
        pairs = zip(self._labels, result.answers.tolist(), result.goals, strict=True)
        answers = ", ".join(f"{name} {format_number(answer)}" for name, answer, goal in pairs if goal is not None)
        parts = [tr("Found, and the point is there now: {answers}", answers=answers)]
        if sum(goal is not None for goal in result.goals) > 1:
            share = format_number(result.desirability)
            parts.append(tr("Desirability of all goals together: {share} of 1.", share=share))
        if result.outside:
            names = ", ".join(result.outside)
            parts.append(tr("Outside the training range, where the network only guesses: {names}.", names=names))
        return "\n".join(parts)


def _heading(text: str) -> TextLabel:
    label = TextLabel(text)
    style.set_role(label, "caption")
    return label
