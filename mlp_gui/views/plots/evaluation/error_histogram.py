"""The histogram of the errors: 20 bins, the subsets stacked, a line at zero."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_compact
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.ticks import WIDEST
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Bars, Item, Rule
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import RowChart

BINS = 20


@plots.register("errors", "Error histogram", aliases=("histogram",))
class ErrorHistogramPlot(RowChart):
    """Histogram of the errors, true minus predicted, the subsets stacked."""

    short = mark("Error histogram")
    help = mark("How often each size of error occurs: true minus predicted, 20 bins, the subsets stacked.")
    group, place = mark("Evaluation"), "bottom_right"
    tasks = frozenset({Task.REGRESSION})

    def binned(self) -> tuple[NDArray, dict[str, NDArray], dict[str, list[NDArray]]]:
        """Return edges (21,), counts (20,) of each subset and its row numbers by bin."""
        parts = {}
        for subset, rows, true, predicted in self.subsets():
            error = true - predicted
            fine = np.isfinite(error)
            parts[subset] = rows[fine], error[fine]
        every = np.concatenate([error for _, error in parts.values()]) if parts else np.zeros(0)
        if not len(every):
            return np.linspace(0, 1, BINS + 1), {}, {}
        edges = _edges(every)
        counts, rows_of = {}, {}
        for subset, (rows, error) in parts.items():
            # The last bin is closed on both sides: the largest error is in it.
            at = np.clip(np.searchsorted(edges, error, "right") - 1, 0, BINS - 1)
            counts[subset] = np.bincount(at, minlength=BINS)
            # Sorted by bin and split, which costs one sort instead of a comparison for each bin.
            order = np.argsort(at, kind="stable")
            rows_of[subset] = np.split(rows[order], np.cumsum(counts[subset])[:-1])
        return edges, counts, rows_of

    def contents(self) -> ChartContents:
        edges, counts, rows_of = self.binned()
        items: list[Item] = []
        bottom = np.zeros(BINS)
        for subset, heights in counts.items():
            reads = partial(self._read_row, subset, edges, heights)
            items.append(Bars(edges, bottom, bottom + heights, subset, reads, tuple(rows_of[subset])))
            bottom = bottom + heights
        if items:
            items.append(Rule(x=0.0, colour="text"))
        return ChartContents(
            items,
            tr("true - predicted {name}", name=self.target_name()).rstrip(),
            tr("rows"),
            y_range=(0.0, self._y.update_range(0.0, float(bottom.max(initial=1)))[1]),
            keys=[LegendKey(tr(name), name, "square") for name in counts],
            notice=self.status_notice(),
            empty=self.empty_rows(),
        )

    def _read_row(self, subset: str, edges: NDArray, heights: NDArray, k: int) -> tuple[str, ...]:
        ends = {"low": format_compact(float(edges[k])), "high": format_compact(float(edges[k + 1]))}
        rows = int(heights[k])
        return (
            tr_n(
                "{subset}: {n:,} row with an error from {low} to {high}",
                "{subset}: {n:,} rows with an error from {low} to {high}",
                rows,
                subset=tr(subset),
                **ends,
            ),
            tr("{subset}: {rows:,}, {low} to {high}", subset=tr(subset), rows=rows, **ends),
        )

    def columns(self) -> image_export.Columns:
        edges, counts, _ = self.binned()
        return {"from": edges[:-1], "to": edges[1:]} | counts


def _edges(errors: NDArray) -> NDArray:
    """Return edges (21,) from the smallest to the largest error, a little wider where all are nearly the same."""
    # The difference of the ends, and an axis over them, must not overflow.
    low, high = np.clip((errors.min(), errors.max()), -WIDEST, WIDEST).tolist()
    size = max(abs(low), abs(high))
    if high - low <= 1e-12 * size:
        air = max(0.5, 1e-9 * size)
        low, high = low - air, high + air
    return np.linspace(low, high, BINS + 1)
