"""True and predicted values in the order of the file, or against a column of dates or numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, Promise
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Band, Dots, Item, Line
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import row_text
from mlp_gui.views.plots.time.time_axis import MOST_BLOCKS, OrderedRows, broken
from mlp_gui.views.plots.time.time_chart import TimeChart

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate


@plots.register("series", "Series")
class TimeSeriesPlot(TimeChart):
    """True and predicted values along the order of the rows, or along a column.

    Attributes
    ----------
    log : QToolButton
        Whether the y axis is logarithmic.
    """

    help = mark(
        "The true values as a grey line, the predictions over it in the colour of their subset, along a date or in the "
        "order of the file. Zoom: the other plots of time follow."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise: Promise | None = None
        self.log = self.add_toggle(tr("log"), tr("Logarithmic y axis; values of 0 and below have no place on it"))

    def update_plot(self, look: PlotUpdate) -> None:
        self._promise = look.promise
        super().update_plot(look)

    def _bands(self, found: OrderedRows, placed: Callable[[NDArray], NDArray]) -> list[Item]:
        """Return the interval around the predictions."""
        if not isinstance(self._promise, PredictionInterval):
            return []
        low, high = self._promise.ends_of(found.predicted, self.chosen())
        return [Band(found.places, placed(low), placed(high), "muted", 0.22)]

    def truth(self) -> tuple[NDArray, NDArray]:
        """Return places and true values of all rows together, ascending; a gap where rows are left out."""
        found = self.ordered()
        return broken(found.places, found.true)

    def contents(self) -> ChartContents:
        self.axes.bottom.is_dates = self.is_dates()
        scale = LOG if self.log.isChecked() else LINEAR
        self.axes.set_scales(LINEAR, scale)
        found = self.ordered()
        hidden = int(sum(np.sum(scale.cannot_show(v) & np.isfinite(v)) for v in (found.true, found.predicted)))
        items: list[Item] = []
        if len(found.rows):
            x, y = broken(found.places, scale.to(found.true))
            shades = self.shades(found, scale.to(found.true), scale.to(found.predicted))
            items = [*shades, *self._bands(found, scale.to), Line(x, y, "muted", width=2.0, opacity=0.75)]
            items += [*self.lines(found, scale.to(found.predicted)), *self._dots(scale.to, len(found.blocks()))]
        return ChartContents(
            items,
            self.along.chosen_label(),
            self.target_name(),
            x_range=self.shown_range(found),
            keys=[LegendKey(tr("true"), "muted", "line"), *self.subset_keys(found)] if items else (),
            notice=self.notice(hidden),
            empty=self.empty_rows(),
        )

    def _dots(self, placed: Callable[[NDArray], NDArray], blocks: int) -> list[Item]:
        """Return the rows to point at; they are seen where a line alone does not tell the subsets apart."""
        size, opacity = self.dot_style()
        made: list[Item] = []
        for subset, rows, true, predicted in self.drawn():
            places = self.place_of(rows)
            reads = partial(self._read_row, subset, rows, places, true, predicted)
            seen = opacity if blocks > MOST_BLOCKS else 0.0
            made.append(Dots(places, placed(predicted), rows, MARKS[subset], subset, reads, min(size, 6.0), seen))
        return made

    def _read_row(
        self, subset: str, rows: NDArray, places: NDArray, true: NDArray, predicted: NDArray, at: int
    ) -> tuple[str, ...]:
        values = format_exact(float(true[at])), format_exact(float(predicted[at]))
        parts = [tr("true {true}", true=values[0]), tr("predicted {predicted}", predicted=values[1])]
        if self.is_dates():
            parts.insert(0, date_text(float(places[at])))
        return row_text(int(rows[at]), subset, *parts)

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"subset": [], "row": [], "place": [], "true": [], "predicted": []}
        for subset, rows, true, predicted in self.subsets():
            places = self.place_of(rows).tolist()
            cells = ([subset] * len(rows), (rows + 1).tolist(), places, true.tolist(), predicted.tolist())
            for column, values in zip(made.values(), cells, strict=True):
                column += values
        return made
