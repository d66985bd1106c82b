"""Partial dependence: the mean answer when one input is set to each of its values, and what single rows would get."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_level
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval
from mlp_gui.engine.inspection.feature_importance import PartialDependence, partial_dependence
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.background_chart import BackgroundChart, Work
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Band, Item, Line, Rule
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import tidy_difference

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

MOST_ROWS, PLACES = 1000, 41


@plots.register("dependence", "Dependence")
class PartialDependencePlot(BackgroundChart):
    """Partial dependence of the output on one input, with single rows as thin lines.

    Attributes
    ----------
    result : PartialDependence or None
        As last computed.
    """

    short, place = mark("Dependence"), "top_right"
    help = mark("The mean answer over training rows when one input takes each value; thin lines are single rows.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output = self.add_choice(tr("The output that is shown"))
        self._output.hide()
        self._input = self.add_choice(tr("The input that is varied"))
        self._input.changed.connect(self.request_again)
        self.result: PartialDependence | None = None
        self._level = 0.0

    def update_plot(self, look: PlotUpdate) -> None:
        if look.level != self._level:
            self.request_again()
        super().update_plot(look)

    def set_run(self, scene: RunContext | None) -> None:
        names = scene.settable_names if scene is not None else ()
        self._input.set_texts(names, self._input.chosen())
        outputs = scene.dataset.output_names if scene is not None else ()
        self._output.set_texts(outputs, self._output.chosen())
        self._output.setVisible(len(outputs) > 1)
        self.result = None
        super().set_run(scene)

    def make_work(self, look: PlotUpdate) -> Work | None:
        assert self.scene is not None
        # A copy, because the run may go on while a thread computes with it.
        self._level = look.level
        dataset, network, feature = look.dataset, look.network.copy(), self._feature()
        x = dataset.train.x[:: max(1, -(-len(dataset.train) // MOST_ROWS))]
        if feature < 0 or not len(x):
            return None
        values = np.unique(x[:, feature])
        # Few values are taken as they are: between the codes of a category there is nothing to ask.
        grid = values if len(values) <= PLACES else np.linspace(values[0], values[-1], PLACES)

        promise = look.promise

        def predict(rows: NDArray) -> NDArray:
            """Return the outputs; beside them the ends of their intervals, where there are any."""
            dataset.refresh_pieces(rows)
            found = np.asarray(dataset.to_original(network.predict(rows)))
            return np.hstack([found, *promise.ends(found)]) if isinstance(promise, PredictionInterval) else found

        return lambda progress, cancelled: partial_dependence(predict, x, feature, grid, 50, progress, cancelled)

    def set_result(self, result: PartialDependence) -> None:
        self.result = result
        self.mark_dirty()

    def contents(self) -> ChartContents:
        if self.result is None or self.scene is None:
            return ChartContents(
                notice=self.progress_notice(""),
                empty=self.empty_text(tr("The curves are computed when training is paused.")),
            )
        feature, at = self._feature(), max(0, self._output.index())
        shift, scale = (float(v[feature]) for v in self.scene.unit_of)
        x = self.result.grid * scale + shift
        thin = self.result.single[:, :, at]
        items: list[Item] = [Line(x, row, "muted", width=0.8, opacity=0.35) for row in thin]
        mean = self.result.mean[:, at]
        n = len(self.scene.dataset.output_names)
        has_band = self.result.mean.shape[1] == 3 * n
        if has_band:
            items.insert(0, Band(x, self.result.mean[:, n + at], self.result.mean[:, 2 * n + at], "training", 0.14))
        items.append(Line(x, mean, "training", "line", partial(self._read_at, x, mean), 2.4))
        name = self.scene.dataset.output_names[at]
        held = self._row_place(shift, scale)
        if held is not None:
            items.append(Rule(x=held, colour="text", dash=True, text=tr("chosen row")))
        if self.scene.task is Task.BINARY and self.scene.dataset.class_names:
            name = self.scene.dataset.class_names[1]
            is_class = True
        else:
            is_class = self.scene.task is Task.MULTICLASS
        return ChartContents(
            items,
            self._input.chosen(),
            tr("probability of {name}", name=name) if is_class else name,
            y_range=(-0.02, 1.02) if self.scene.task.is_classification else None,
            keys=[LegendKey(tr("mean"), "training", "line"), LegendKey(tr("single rows"), "muted", "line")],
            notice=self.progress_notice(
                tr("{level} interval of single rows", level=format_level(self._level))
                if has_band
                else tr("training rows")
            ),
        )

    def _feature(self) -> int:
        """Return the position of the chosen input among the features, -1 for none."""
        chosen = self._input.index()
        return self.scene.plain_features[chosen] if self.scene is not None and chosen >= 0 else -1

    def _row_place(self, shift: float, scale: float) -> float | None:
        """Return where the chosen row is."""
        if len(self.axes.chosen) != 1 or self.scene is None:
            return None
        for subset in self.scene.dataset.subsets.values():
            found = np.flatnonzero(subset.row_numbers == self.axes.chosen[0])
            if len(found):
                return float(subset.x[found[0], self._feature()]) * scale + shift
        return None

    def show_selection(self, rows: NDArray) -> None:
        super().show_selection(rows)
        self.mark_dirty()

    def _read_at(self, x: NDArray, mean: NDArray, at: int) -> tuple[str, ...]:
        place, answer = (tidy_difference(float(v[at])) for v in (x, mean))
        return (tr("{name} {place}: mean answer {answer}", name=self._input.chosen(), place=place, answer=answer),)

    def columns(self) -> image_export.Columns:
        if self.result is None or self.scene is None:
            return {"input": [], "mean": []}
        feature, at = self._input.index(), max(0, self._output.index())
        shift, scale = (float(v[feature]) for v in self.scene.unit_of)
        single = {f"row {k + 1}": row for k, row in enumerate(self.result.single[:, :, at])}
        x = self.result.grid * scale + shift
        return {f"{self._input.chosen()} (x)": x, "mean": self.result.mean[:, at]} | single
