"""The flow duration curve, true and predicted: how much of the time each value is exceeded."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_number
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.metrics.series import flow_duration
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Item, Line
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.plots.time.series_work import SeriesRows, SeriesWork, joined

Curves = dict[str, tuple[NDArray, NDArray]]
SCALES = mark("log"), mark("linear")
LOOKS = {"true": ("muted", "line", 2.4), "predicted": ("accent", "dash", 1.6)}


@plots.register("duration", "Flow duration curve")
class FlowDurationPlot(SeriesWork):
    """True and predicted values, each sorted from the highest, over the share of the time that exceeds them.

    Attributes
    ----------
    scale : HeaderCombo
        Logarithmic or linear.
    """

    help = mark("Both curves the same: floods and low flows are as frequent as they were, whatever day they fell on.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Curves | None = None
        self.scale = self.add_choice(tr("How it is laid along the axis"), *SCALES)

    @staticmethod
    def compute(parts: dict[str, SeriesRows]) -> Curves:
        rows = joined(parts)
        return {"true": flow_duration(rows.true), "predicted": flow_duration(rows.predicted)}

    def set_result(self, result: Any) -> None:
        self._curves = result

    def contents(self) -> ChartContents:
        curves = self._curves
        if curves is None or not len(curves["true"][0]):
            return ChartContents(empty=self.empty_text(self.no_rows_text(curves)), notice=self.progress_notice(""))
        scale = LOG if self.scale.chosen() == SCALES[0] else LINEAR
        self.axes.set_scales(LINEAR, scale)
        items: list[Item] = []
        for name, (exceeded, flow) in curves.items():
            colour, dash, width = LOOKS[name]
            reads = partial(self._read_at, name, exceeded, flow)
            items.append(Line(exceeded, scale.to(flow), colour, dash, reads, width))
        hidden = int(sum(scale.cannot_show(flow).sum() for _, flow in curves.values()))
        said = self.rows_notice(len(curves["true"][0]))
        if hidden:
            count = tr_n("{n:,} value has no place on this axis", "{n:,} values have no place on this axis", hidden)
            said = count, "warning"
        return ChartContents(
            items,
            tr("exceeded (% of the rows)"),
            self.target_name(),
            x_range=(0.0, 100.0),
            keys=[LegendKey(tr(name), *LOOKS[name][:2]) for name in curves],
            notice=said,
        )

    def _read_at(self, name: str, exceeded: NDArray, flow: NDArray, at: int) -> tuple[str, ...]:
        value, share = format_exact(float(flow[at])), format_number(float(exceeded[at]))
        return tr("{name} {value}, exceeded by {share} % of the rows", name=tr(name), value=value, share=share), value

    def columns(self) -> image_export.Columns:
        curves = self._curves or {name: (np.zeros(0), np.zeros(0)) for name in LOOKS}
        made: dict[str, NDArray] = {}
        for name, (exceeded, flow) in curves.items():
            made |= {f"exceeded ({name})": exceeded, name: flow}
        return made
