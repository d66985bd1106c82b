"""Whether probabilities mean what they say: whether of the rows given 70 %, 70 % belong to the class."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_percent
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.metrics.curves import Calibration, calibration_bins, calibration_curve
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.class_chart import ClassChart
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import NO_ROWS, Dots, Item, Line, Rule
from mlp_gui.views.charts.markers import LINES, MARKS
from mlp_gui.views.charts.plot import plots

UNIT = (-0.02, 1.02)  # dots at 0 and 1 are drawn whole


@plots.register("calibration", "Calibration")
class CalibrationPlot(ClassChart):
    """Reliability diagram: how often rows of each of ten bins of probability belong to the class."""

    place = "bottom_right"
    help = mark("On the diagonal the probabilities are right: of rows given 70 %, 70 % belong to the class. Ten bins.")

    def curves(self) -> dict[str, Calibration]:
        return {subset: calibration_curve(belongs, score) for subset, _, belongs, score in self.one_vs_rest()}

    def rows_by_bin(self) -> dict[str, tuple[NDArray, ...]]:
        """Return, for each subset, the rows of each of its points."""
        made = {}
        for subset, rows, _, score in self.one_vs_rest():
            fine = np.isfinite(score)
            rows, bins = rows[fine], calibration_bins(score[fine])
            made[subset] = tuple(rows[bins == k] for k in np.unique(bins))
        return made

    def contents(self) -> ChartContents:
        items: list[Item] = [Rule(slope=1.0)]
        found, rows_of = self.curves(), self.rows_by_bin()
        for subset, curve in found.items():
            items.append(Line(curve.predicted, curve.observed, subset, LINES[subset]))
            reads = partial(self._read_bin, subset, curve)
            dots = Dots(curve.predicted, curve.observed, NO_ROWS, MARKS[subset], subset, reads, groups=rows_of[subset])
            items.append(dots)
        return ChartContents(
            items if found else (),
            tr("mean probability of {name}", name=self.class_name()),
            tr("share that belongs to it"),
            UNIT,
            UNIT,
            [LegendKey(tr(subset), subset, LINES[subset]) for subset in found],
            self.status_notice(),
            self.empty_rows(),
        )

    def _read_bin(self, subset: str, curve: Calibration, at: int) -> tuple[str, ...]:
        given, true = format_percent(float(curve.predicted[at])), format_percent(float(curve.observed[at]))
        said, rows = {"given": given, "true": true}, int(curve.rows[at])
        return (
            tr_n(
                "{subset}: {n:,} row given {given} on average, {true} belong",
                "{subset}: {n:,} rows given {given} on average, {true} belong",
                rows,
                subset=tr(subset),
                **said,
            ),
            tr_n(
                "{n:,} row: given {given}, true {true}",
                "{n:,} rows: given {given}, true {true}",
                int(curve.rows[at]),
                **said,
            ),
        )

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"subset": [], "mean probability": [], "share": [], "rows": []}
        for subset, curve in self.curves().items():
            cells = ([subset] * len(curve.rows), *(values.tolist() for values in curve))
            for column, values in zip(made.values(), cells, strict=True):
                column += values
        return made
