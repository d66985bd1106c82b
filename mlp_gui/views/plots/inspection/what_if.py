"""What if: the inputs of a chosen row under sliders, and what the network answers to them now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSlider, QWidget

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.number_format import format_level, format_number, format_percent
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.visible_text import visible
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import class_probabilities
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, Promise
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.header_combo import HeaderCombo, IntervalChoice
from mlp_gui.views.charts.plot import Plot, Rows, plots
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip

if TYPE_CHECKING:
    from mlp_gui.engine.network.network import Network
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

STEPS, BEYOND = 200, 0.25  # a slider goes a quarter of the range beyond what the training rows hold


@plots.register("what_if", "What if")
class WhatIfPlot(Plot):
    """Controls for the inputs of one row, and the network's answer.

    Attributes
    ----------
    values : ndarray of shape (n_features,)
        The inputs as they are set, scaled.
    sliders : dict of str to QSlider
        By column; categories have a list instead.
    answer : TextLabel
    """

    group, place = mark("Understanding"), "top_right"
    help = mark("Move an input and see what the network would answer. Values outside the training range are flagged.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: RunContext | None = None
        self._network: Network | None = None
        self._dataset: Dataset | None = None  # says how outputs become original units
        self._row = -1
        self.values: NDArray = np.zeros(0)  # the inputs as they are set, scaled
        self._low = self._high = np.zeros(0)
        self.sliders: dict[str, QSlider] = {}
        self._words: dict[str, HeaderCombo] = {}
        self._values: dict[str, TextLabel] = {}
        self.answer = plain_label()
        self._promise: Promise | None = None
        self._promised = ""
        self.interval = IntervalChoice()
        self.header.add_switch(self.interval)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setProperty("ground", "panel")
        self.set_body(self._area)
        self.mark_dirty()

    # --- what it shows ---------------------------------------------------------------------------------------

    def set_run(self, scene: RunContext | None) -> None:
        self._scene, self._network, self._dataset, self._row = scene, None, None, -1
        self.sliders, self._words, self._values = {}, {}, {}
        if scene is not None:
            train = scene.dataset.train
            self._low, self._high = train.x.min(axis=0), train.x.max(axis=0)
        self._area.setWidget(self._made(scene))  # deletes the former page with its controls
        if scene is not None:
            self.set_row(int(train.row_numbers[0]))
        self.mark_dirty()

    def update_plot(self, look: PlotUpdate) -> None:
        self._promise, self._promised = look.promise, look.promise_sentence()
        self.interval.show_level(look.level)
        # The sliders ask it long after this call.
        self._network, self._dataset = look.network.copy(), look.dataset
        self.mark_dirty()

    def show_selection(self, rows: Rows) -> None:
        if len(rows) == 1:
            self.set_row(int(rows[0]))

    def set_row(self, row: int) -> None:
        """Begin from a row of the table, by its number."""
        for subset in self._scene.dataset.subsets.values() if self._scene is not None else ():
            at = np.flatnonzero(subset.row_numbers == row)
            if len(at):
                self._row, self.values = row, np.array(subset.x[at[0]], float)
                self._set_controls()
                self.mark_dirty()
                return

    def _made(self, scene: RunContext | None) -> QWidget:
        inside = QWidget()
        inside.setProperty("ground", "panel")
        grid = QGridLayout(inside)
        grid.setContentsMargins(12, 4, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.answer = plain_label()
        style.set_role(self.answer, "title")
        grid.addWidget(self.answer, 0, 0, 1, 3)
        for k, (name, features) in enumerate(scene.groups.items() if scene is not None else ()):
            label, value = plain_label(name), plain_label()
            style.set_role(label, "caption")
            style.set_role(value, "caption")
            value.setMinimumWidth(style.px(96))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, k + 1, 0)
            grid.addWidget(self._control(name, features), k + 1, 1)
            grid.addWidget(value, k + 1, 2)
            self._values[name] = value
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self._values) + 1, 1)
        return inside

    def _control(self, name: str, features: tuple[int, ...]) -> QWidget:
        assert self._scene is not None
        words = self._scene.categories(name)
        if words:
            choice = HeaderCombo(tr("The category of {name}", name=name), words)
            choice.changed.connect(partial(self._on_word, name))
            self._words[name] = choice
            return choice
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setMinimumHeight(style.px(22))  # a lower one cuts its handle
        slider.setAccessibleName(visible(name))
        one_value = len(set(features) & set(self._scene.plain_features)) == 1 + (name in self._scene.flags)
        slider.setEnabled(one_value)
        set_tip(slider, "" if one_value else tr("A date is given by several numbers and is kept as it is."))
        slider.valueChanged.connect(partial(self._on_slider, name))
        self.sliders[name] = slider
        return slider

    # --- values ----------------------------------------------------------------------------------------------

    def _span(self, feature: int) -> tuple[float, float]:
        low, high = float(self._low[feature]), float(self._high[feature])
        width = (high - low) or 1.0  # 1.0 for a constant input
        return low - BEYOND * width, high + BEYOND * width

    def _set_controls(self) -> None:
        assert self._scene is not None
        for name, slider in self.sliders.items():
            feature = self._scene.groups[name][0]
            low, high = self._span(feature)
            slider.blockSignals(True)  # or its steps would round the values of the row
            share = (self.values[feature] - low) / (high - low)
            slider.setValue(round(float(np.clip(share, 0, 1)) * STEPS))  # an outlier may be too far for Qt's numbers
            slider.blockSignals(False)
        for name, choice in self._words.items():
            features = self._scene.groups[name]
            scaled = self.values[list(features)]
            single = len(features) < len(choice.texts())
            at = int(scaled[0] > self._low[features[0]]) if single else int(scaled.argmax())
            choice.set_texts(choice.texts(), choice.texts()[at])

    def _on_slider(self, name: str, step: int) -> None:
        assert self._scene is not None
        feature = self._scene.groups[name][0]
        low, high = self._span(feature)
        self.values[feature] = low + step / STEPS * (high - low)
        if name in self._scene.flags:
            self.values[self._scene.flags[name]] = 0.0  # a value that was moved is not empty
        self._scene.dataset.refresh_pieces(self.values[None, :])  # in place
        self.mark_dirty()

    def _on_word(self, name: str, at: int) -> None:
        """Set one feature for each category; of two categories one feature says which."""
        assert self._scene is not None
        features = self._scene.groups[name]
        single = len(features) < len(self._words[name].texts())
        shift, scale = self._scene.unit_of
        for k, feature in enumerate(features):
            on = at == (k + 1 if single else k)
            self.values[feature] = (float(on) - shift[feature]) / scale[feature]
        self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        if self._scene is None or self._network is None or not len(self.values):
            self.answer.setText("")
            self.show_notice(tr("The sliders answer from the first weights on."))
            return
        shift, scale = self._scene.unit_of
        outside = []
        for name, label in self._values.items():
            feature = self._scene.groups[name][0]
            if name in self._words:
                label.setText("")
                continue
            # A slider at the very end of the range differs from it by rounding only.
            beyond = not self._low[feature] - 1e-9 <= self.values[feature] <= self._high[feature] + 1e-9
            outside += [name] if beyond else []
            value = format_number(float(self.values[feature] * scale[feature] + shift[feature]))
            label.setText(tr("{value} outside", value=value) if beyond else value)
            style.set_role(label, "bad" if beyond else "caption")
        self.answer.setText(self._answer())
        if outside:
            some = ", ".join(outside[:3]) + (" …" if len(outside) > 3 else "")
            self.show_notice(tr("outside the training range: {names}", names=some), "warning")
        else:
            said = tr("starting from row {row:,}", row=self._row + 1)
            self.show_notice(f"{said} · {self._promised}" if self._promised else said, "muted", said)

    def _answer(self) -> str:
        assert self._scene is not None
        assert self._network is not None
        dataset = self._dataset or self._scene.dataset
        answers = dataset.to_original(self._network.predict(self.values[None, :]))[0]
        if dataset.task is Task.MULTICLASS:
            best = int(answers.argmax())
            return f"{dataset.class_names[best]}  {format_percent(float(answers[best]))}{self._set_of(answers)}"
        names = dataset.target_names
        if dataset.task is Task.BINARY:
            classes = dataset.class_names or ("0", "1")
            at = int(answers[0] >= 0.5)
            share = format_percent(float(answers[0] if at else 1 - answers[0]))
            return f"{classes[at]}  {share}{self._set_of(answers)}"
        ends = [""] * len(names)
        if isinstance(self._promise, PredictionInterval):
            low, high = (values[0] for values in self._promise.ends(answers[None, :]))
            level = format_level(self._promise.level)
            numbers = zip(map(format_number, low.tolist()), map(format_number, high.tolist()), strict=True)
            ends = ["  " + tr("{low} to {high} ({level})", low=a, high=b, level=level) for a, b in numbers]
        return "   ".join(f"{n} {format_number(float(v))}{e}" for n, v, e in zip(names, answers, ends, strict=True))

    def _set_of(self, answers: NDArray) -> str:
        """Return the classes that the row may belong to."""
        assert self._scene is not None
        if not isinstance(self._promise, ClassSets):
            return ""
        names = self._scene.dataset.class_names or ("0", "1")
        members = self._promise.members(class_probabilities(self._scene.task, answers[None, :]))[0]
        said = ", ".join(name for name, on in zip(names, members, strict=True) if on)
        return f"  {{{said}}} ({format_level(self._promise.level)})"

    def columns(self) -> image_export.Columns:
        if self._scene is None:
            return {"input": [], "value": []}
        shift, scale = self._scene.unit_of
        names, values = self._scene.dataset.feature_names, self.values * scale + shift
        shown = self._scene.plain_features
        return {"input": [names[k] for k in shown], "value": values[list(shown)]}


def plain_label(text: str = "") -> TextLabel:
    """Make a label for names from the data: one that looks like HTML is shown as it is."""
    return TextLabel(text)
