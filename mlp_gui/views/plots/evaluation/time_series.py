"""True and predicted values in the order of the file, or against a column of dates or numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_exact
from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Dots, Item, Line
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import WAITING, RowChart, row_text

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

ORDER = mark("row")


@plots.register("series", "Series")
class TimeSeriesPlot(RowChart):
    """True and predicted values along the order of the rows, or along a column."""

    help = mark("The true values as a line, the predictions as marks, in the order of the file or along a date.")
    group, place = mark("Evaluation"), "top_left"
    tasks = frozenset({Task.REGRESSION})
    subsamples = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._along = self.add_choice(tr("What orders the rows"), ORDER)

    def set_run(self, scene: RunContext | None) -> None:
        columns = scene.columns if scene is not None else {}
        dates = [name for name, kind in columns.items() if kind == "date"]
        targets = scene.dataset.target_names if scene is not None else ()
        others = (name for name, kind in columns.items() if kind != "date" and name not in targets)
        self._along.set_texts([ORDER, *dates, *others], dates[0] if dates else ORDER, [tr(ORDER)])
        super().set_run(scene)

    def _is_dates(self) -> bool:
        return self.scene is not None and self.scene.columns.get(self._along.chosen()) == "date"

    def place_of(self, rows: NDArray) -> NDArray:
        if self._along.index() <= 0 or self.scene is None:
            return rows + 1.0
        return self.scene.column(self._along.chosen())[rows]

    def truth(self) -> tuple[NDArray, NDArray]:
        """Return places and true values of all rows together, ascending; a gap where rows are left out."""
        parts = [(self.place_of(rows), rows, true) for _, rows, true, _ in self.subsets()]
        if not parts:
            return np.zeros(0), np.zeros(0)
        x, rows, y = (np.concatenate(values) for values in zip(*parts, strict=True))
        order = np.argsort(x, kind="stable")
        x, rows, y = x[order], rows[order], y[order]
        keep = np.isfinite(x)
        x, rows, y = x[keep], rows[keep], y[keep]
        steps = np.diff(x)
        usual = np.median(steps) if len(steps) else 0.0  # a mean would grow with the gaps
        gaps = np.flatnonzero(steps > 8 * usual) + 1 if usual > 0 else np.zeros(0, int)
        return np.insert(x, gaps, x[gaps]), np.insert(y, gaps, np.nan)

    def contents(self) -> ChartContents:
        self.axes.bottom.is_dates = self._is_dates()
        x, y = self.truth()
        items: list[Item] = [Line(x, y, "muted", width=1.2)] if len(x) else []
        size, opacity = self.dot_style()
        for subset, rows, true, predicted in self.drawn():
            places = self.place_of(rows)
            reads = partial(self._read_row, subset, rows, places, true, predicted)
            items.append(Dots(places, predicted, rows, MARKS[subset], subset, reads, min(size, 6.0), opacity))
        return ChartContents(
            items,
            self._along.chosen_label(),
            self.target_name(),
            keys=[LegendKey(tr("true"), "muted", "line"), *self.keys()] if items else (),
            notice=self.status_notice(),
            empty=tr(WAITING),
        )

    def _read_row(
        self, subset: str, rows: NDArray, places: NDArray, true: NDArray, predicted: NDArray, at: int
    ) -> tuple[str, ...]:
        values = format_exact(float(true[at])), format_exact(float(predicted[at]))
        parts = [tr("true {true}", true=values[0]), tr("predicted {predicted}", predicted=values[1])]
        if self._is_dates():
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
