"""What if: a prediction profiler. The curve of every input at one point that a person moves, and the answer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.calibration.prediction_interval import Promise
from mlp_gui.plotmath.stable_range import StableRange
from mlp_gui.session.evaluation.point_answer import answer_text, true_text
from mlp_gui.session.evaluation.profile_inputs import ProfileInput
from mlp_gui.session.evaluation.profiler import Profile, Profiler
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.header_combo import HeaderCombo, IntervalChoice
from mlp_gui.views.charts.plot import Plot, Rows, plots
from mlp_gui.views.plots.inspection.best_inputs_dialog import BestInputsDialog
from mlp_gui.views.plots.inspection.near_rows_line import NearRowsLine
from mlp_gui.views.plots.inspection.profile_curve import ProfilePicture
from mlp_gui.views.plots.inspection.profile_panel import ProfileGrid, ProfilePanel
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

ORDERS = (mark("By column"), mark("By effect"))
MOST_CLASSES = 8  # curves in one panel
LIVE_NUMBERS = 2_000_000  # of the training rows, among which the nearest are found within a frame


@plots.register("what_if", "What if")
class WhatIfPlot(Plot):
    """The profiles of all inputs at one point.

    Attributes
    ----------
    profiler : Profiler or None
    panels : dict of str to ProfilePanel
        By input.
    answer : ElidedLabel
    near : NearRowsLine
    best : QToolButton
    search : BestInputsDialog
    output, order : HeaderCombo
    """

    group, place = mark("Understanding"), "top_right"
    help = mark(
        "One curve for each input: what the network answers while it moves and all others stay. Drag the upright lines,"
        " press arrow keys, or type values. Values outside the training range are flagged."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.profiler: Profiler | None = None
        self.panels: dict[str, ProfilePanel] = {}
        self._dataset: Dataset | None = None
        self._promise: Promise | None = None
        self._promised = ""
        self._near_of = b""  # the point whose nearest rows are shown
        self._range, self._limits = StableRange(), (0.0, 1.0)  # of the answers that are shown
        self._wants_order = True
        self.output = HeaderCombo(tr("The output that is shown"))
        self.order = HeaderCombo(tr("The order of the inputs"), ORDERS, [tr(text) for text in ORDERS])
        self.interval = IntervalChoice()
        for switch in (self.output, self.order, self.interval):
            self.header.add_switch(switch)
        self.output.changed.connect(self._on_output)
        self.order.changed.connect(self._on_order)
        self.answer = ElidedLabel()
        self.answer.setContentsMargins(12, 2, 12, 2)
        style.set_role(self.answer, "title")
        self.best = link_button(tr("Best inputs…"))
        set_tip(self.best, tr("Search the inputs at which the answer is as it is wanted"))
        self.best.clicked.connect(self._on_best)
        self.search = BestInputsDialog(self)
        self.search.found.connect(self._on_found)
        self.near = NearRowsLine()
        self.near.row_chosen.connect(self.rows_chosen)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setProperty("ground", "panel")
        self._grid = ProfileGrid([])
        self._area.setWidget(self._grid)
        self.set_body(self._made_body())
        self.mark_dirty()

    def _made_body(self) -> QWidget:
        body, top = QWidget(), QHBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.addWidget(self.answer, 1)
        top.addWidget(self.best)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.near)
        column.addWidget(self._area, 1)
        return body

    @property
    def values(self) -> NDArray:
        """The inputs as they are set, scaled, of shape (n_features,)."""
        return self.profiler.values if self.profiler is not None else np.zeros(0)

    # --- what it shows ---------------------------------------------------------------------------------------

    def set_run(self, scene: RunContext | None) -> None:
        self.profiler = Profiler(scene) if scene is not None else None
        self._dataset, self._promise, self._promised = None, None, ""
        self.search.forget()
        self.panels = {}
        for one in self.profiler.inputs if self.profiler is not None else ():
            panel = self.panels[one.name] = ProfilePanel(one)
            panel.place_chosen.connect(self._on_place)
        self._grid = ProfileGrid(list(self.panels.values()))
        self._area.setWidget(self._grid)  # deletes the former grid with its panels
        labels = self.profiler.output_labels() if self.profiler is not None else ()
        self.output.set_texts(labels, self.output.chosen())
        self.output.setVisible(len(labels) > 1)
        if scene is not None:
            self.set_row(int(scene.dataset.train.row_numbers[0]))
        self.mark_dirty()

    def update_plot(self, look: PlotUpdate) -> None:
        self._promise, self._promised = look.promise, look.promise_sentence()
        self.interval.show_level(look.level)
        if self.profiler is not None:
            # The curves ask it long after this call.
            self.profiler.set_network(look.network.copy(), look.dataset, look.promise)
            self._dataset = look.dataset
        self.mark_dirty()

    def show_selection(self, rows: Rows) -> None:
        if len(rows) == 1:
            self.set_row(int(rows[0]))

    def set_row(self, row: int) -> None:
        """Begin from a row of the table, by its number."""
        if self.profiler is not None and self.profiler.set_row(row):
            self._start_over()

    def _start_over(self) -> None:
        self._range.reset()
        self._wants_order = True
        self.mark_dirty()

    @Slot(object)
    def _on_output(self) -> None:
        self._start_over()

    @Slot(object)
    def _on_order(self) -> None:
        self._wants_order = True
        self.mark_dirty()

    @Slot()
    def _on_best(self) -> None:
        if self.profiler is not None:
            self.search.show_profiler(self.profiler, max(0, self.output.index()))
            self.search.show()
            self.search.raise_()

    @Slot(object)
    def _on_found(self, values: Floats) -> None:
        if self.profiler is not None:
            self.profiler.set_values(values)
            self.mark_dirty()

    @Slot(object, float)
    def _on_place(self, one: ProfileInput, place: float) -> None:
        if self.profiler is not None:
            self.profiler.set_place(one, place)
            self.mark_dirty()

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        profiler = self.profiler
        self.near.setVisible(profiler is not None)
        self.best.setEnabled(profiler is not None and profiler.is_ready)
        if profiler is None or not profiler.is_ready or self._dataset is None:
            self.answer.setText("")
            for panel in self.panels.values():
                panel.show_picture(None, panel.one.coordinate(self.values))
            self.show_notice(tr("The profiles are drawn from the first weights on."))
            return
        answer, profiles = profiler.profiles()
        spread = profiler.spread()
        self.answer.setText(answer_text(self._dataset, answer, self._promise, spread))
        # Set anew where the text is cut.
        set_tip(
            self.answer, "" if spread is None else tr("±: how far the networks of the average lie apart, without noise")
        )
        self._show_panels(answer, profiles)
        # Of many rows they are looked for when the point rests.
        self._show_near(profiler, profiler.context.dataset.train.x.size > LIVE_NUMBERS)
        outside = profiler.outside()
        if outside:
            some = ", ".join(outside[:3]) + (" …" if len(outside) > 3 else "")
            self.show_notice(tr("outside the training range: {names}", names=some), "warning")
        else:
            said = tr("starting from row {row:,}", row=profiler.row + 1)
            self.show_notice(f"{said} · {self._promised}" if self._promised else said, "muted", said)

    def _show_panels(self, answer: Floats, profiles: tuple[Profile, ...]) -> None:
        assert self.profiler is not None
        at = max(0, self.output.index())
        several = self.profiler.context.task is Task.MULTICLASS and len(answer) <= MOST_CLASSES
        y_range = self._y_range(profiles, at, float(answer[at]))
        colour = f"@{at}" if several else "training"
        for panel, profile in zip(self.panels.values(), profiles, strict=True):
            place = panel.one.coordinate(self.values)
            panel.show_picture(ProfilePicture(profile, at, float(answer[at]), place, y_range, several, colour), place)
        names = self.profiler.output_labels() if several else ()
        self.header.legend.show_keys([LegendKey(name, f"@{k}", "line") for k, name in enumerate(names)])
        if self._wants_order:
            self._wants_order = False
            self._grid.order(self._in_order(profiles, at))

    def _y_range(self, profiles: tuple[Profile, ...], at: int, answer: float) -> tuple[float, float]:
        """Return the range of the answers that all panels share, so that slopes can be compared."""
        assert self.profiler is not None
        if self.profiler.context.task.is_classification:
            return 0.0, 1.0
        # Within the training range: what is guessed beyond it would press everything else together.
        parts = [
            values[(p.places >= panel.one.low) & (p.places <= panel.one.high), at]
            for p, panel in zip(profiles, self.panels.values(), strict=True)
            for values in (p.answers, *(p.ends or ()))
        ]
        found = np.concatenate([*parts, [answer]])
        found = found[np.isfinite(found)]
        self._limits = (float(found.min()), float(found.max())) if len(found) else (0.0, 1.0)
        return self._range.update_range(*self._limits)

    def _in_order(self, profiles: tuple[Profile, ...], at: int) -> list[ProfilePanel]:
        panels = list(self.panels.values())
        if self.order.index() == 0:
            return panels
        reach = [p.reach(at, one.one.low, one.one.high) for p, one in zip(profiles, panels, strict=True)]
        return [panels[k] for k in np.argsort(-np.array(reach), kind="stable").tolist()]

    def _show_near(self, profiler: Profiler, wait: bool) -> None:
        point = profiler.values.tobytes()
        is_new = point != self._near_of
        self.near.setEnabled(not is_new or not wait)
        if is_new and not wait:
            self._near_of = point
            rows = profiler.near_rows(NearRowsLine.MOST)
            self.near.show_rows(rows, [true_text(profiler.context.dataset, near.true) for near in rows])

    def finish_animation(self) -> None:
        if self.profiler is not None and self.profiler.is_ready:
            self._show_near(self.profiler, False)
        if self._range.range is not None and self._range.shrink_now(*self._limits):
            self.mark_dirty()

    def restyle(self) -> None:
        self._grid.updateGeometry()

    def columns(self) -> image_export.Columns:
        if self.profiler is None:
            return {"input": [], "value": []}
        places = [(one, one.coordinate(self.values)) for one in self.profiler.inputs]
        return {
            "input": [one.name for one, _ in places],
            "value": [one.text(place, exact=True) for one, place in places],
        }
