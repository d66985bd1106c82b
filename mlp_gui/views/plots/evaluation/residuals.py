"""The residuals, true minus predicted, against the prediction, an input or the order of the rows."""

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
from mlp_gui.views.charts.items import Dots, Item, Rule
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import WAITING, RowChart, row_text, tidy_difference

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

PREDICTION, ORDER = mark("prediction"), mark("row")


@plots.register("residuals", "Residuals")
class ResidualsPlot(RowChart):
    """Scatter of the residuals.

    Attributes
    ----------
    against : HeaderCombo
        What is to the right: the prediction, the order of the rows, or a column.
    """

    help = mark(
        "True minus predicted, for every row. A good fit leaves no pattern: a bend or a funnel says what is missing."
    )
    group, place = mark("Evaluation"), "top_right"
    tasks = frozenset({Task.REGRESSION})
    subsamples = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.against = self.add_choice(tr("What the residuals are drawn against"), PREDICTION, ORDER)

    def set_run(self, scene: RunContext | None) -> None:
        inputs = scene.inputs if scene is not None else ()
        said = tr(PREDICTION), tr(ORDER)
        self.against.set_texts([PREDICTION, ORDER, *inputs], self.against.chosen(), said)
        super().set_run(scene)

    def _is_dates(self) -> bool:
        return self.scene is not None and self.scene.columns.get(self.against.chosen()) == "date"

    def abscissa(self, rows: NDArray, predicted: NDArray) -> NDArray:
        """Return what is to the right, one number for each row."""
        if self.against.index() <= 0:
            return predicted
        if self.against.index() == 1 or self.scene is None:
            return rows + 1.0
        return self.scene.column(self.against.chosen())[rows]

    def contents(self) -> ChartContents:
        self.axes.bottom.is_dates = self._is_dates()
        items: list[Item] = [Rule(y=0.0)]
        size, opacity = self.dot_style()
        for subset, rows, true, predicted in self.drawn():
            x, residual = self.abscissa(rows, predicted), true - predicted
            reads = partial(self._read_row, subset, rows, x, residual)
            items.append(Dots(x, residual, rows, MARKS[subset], subset, reads, size, opacity))
        name = self.against.chosen_label()
        if self.against.index() <= 0:
            name = tr("predicted {name}", name=self.target_name())
        return ChartContents(
            items if len(items) > 1 else (),  # the line at zero alone shows nothing
            name,
            tr("true - predicted {name}", name=self.target_name()).rstrip(),
            keys=self.keys(),
            notice=self.status_notice(),
            empty=tr(WAITING),
        )

    def _read_row(self, subset: str, rows: NDArray, x: NDArray, residual: NDArray, at: int) -> tuple[str, ...]:
        shown = date_text(float(x[at])) if self._is_dates() else format_exact(float(x[at]))
        parts = [tr("residual {value}", value=tidy_difference(float(residual[at])))]
        if self.against.index() != 1:
            parts.insert(0, f"{self.against.chosen_label()} {shown}")
        return row_text(int(rows[at]), subset, *parts)

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"subset": [], "row": [], self.against.chosen() + " (x)": [], "residual": []}
        for subset, rows, true, predicted in self.subsets():
            values = ([subset] * len(rows), (rows + 1).tolist(), self.abscissa(rows, predicted).tolist())
            for column, cells in zip(made.values(), (*values, np.subtract(true, predicted).tolist()), strict=True):
                column += cells
        return made
