"""The residuals, true minus predicted, along time: the stretches in which the network is too high or too low."""

from __future__ import annotations

from functools import partial

from numpy.typing import NDArray

from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.items import Dots, Item, Rule
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import row_text, tidy_difference
from mlp_gui.views.plots.time.time_axis import MOST_BLOCKS
from mlp_gui.views.plots.time.time_chart import TimeChart


@plots.register("residual_series", "Residuals over time")
class ResidualSeriesPlot(TimeChart):
    """True minus predicted, along the order of the rows or along a column."""

    short = mark("Residuals over time")
    help = mark(
        "True minus predicted along time. Long stretches on one side of 0 mean that the network misses a slow change."
    )
    place = "bottom_left"

    def contents(self) -> ChartContents:
        self.axes.bottom.is_dates = self.is_dates()
        found = self.ordered()
        items: list[Item] = []
        if len(found.rows):
            items = [
                *self.shades(found, found.true - found.predicted),
                Rule(y=0.0),
                *self.lines(found, found.true - found.predicted, 1.2),
            ]
            size, opacity = self.dot_style()
            seen = opacity if len(found.blocks()) > MOST_BLOCKS else 0.0
            for subset, rows, true, predicted in self.drawn():
                places, residual = self.place_of(rows), true - predicted
                reads = partial(self._read_row, subset, rows, places, residual)
                items.append(Dots(places, residual, rows, MARKS[subset], subset, reads, min(size, 6.0), seen))
        return ChartContents(
            items,
            self.along.chosen_label(),
            tr("true - predicted {name}", name=self.target_name()).rstrip(),
            x_range=self.shown_range(found),
            keys=self.subset_keys(found) if items else (),
            notice=self.notice(0),
            empty=self.empty_rows(),
        )

    def _read_row(self, subset: str, rows: NDArray, places: NDArray, residual: NDArray, at: int) -> tuple[str, ...]:
        parts = [tr("residual {value}", value=tidy_difference(float(residual[at])))]
        if self.is_dates():
            parts.insert(0, date_text(float(places[at])))
        return row_text(int(rows[at]), subset, *parts)

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"subset": [], "row": [], "place": [], "residual": []}
        for subset, rows, true, predicted in self.subsets():
            cells = [subset] * len(rows), (rows + 1).tolist(), self.place_of(rows).tolist(), (true - predicted).tolist()
            for column, values in zip(made.values(), cells, strict=True):
                column += values
        return made
