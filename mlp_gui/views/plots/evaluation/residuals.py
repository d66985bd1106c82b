"""The residuals, true minus predicted, against the prediction, an input or the order of the rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_exact
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.date_ticks import date_text
from mlp_gui.plotmath.scales import LINEAR, LOG, Scale, symlog_for
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.items import Dots, Item, Rule
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.row_chart import RowChart, row_text, tidy_difference

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

PREDICTION, ORDER = mark("prediction"), mark("row")
LOG_TIP = mark(
    "Logarithmic axes: to the right, values of 0 and below have no place; upwards, the scale passes through 0 and has "
    "both signs"
)


@plots.register("residuals", "Residuals")
class ResidualsPlot(RowChart):
    """Scatter of the residuals.

    Attributes
    ----------
    against : HeaderCombo
        What is to the right: the prediction, the order of the rows, or a column.
    log : QToolButton
        Whether the axes are logarithmic.
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
        self.log = self.add_toggle(tr("log"), tr(LOG_TIP))

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

    def _scales(self) -> tuple[Scale, Scale]:
        """Return how x and y are laid along the axes; dates and row numbers stay as they are."""
        if not self.log.isChecked():
            return LINEAR, LINEAR
        sizes = np.abs(np.concatenate([true - predicted for _, _, true, predicted in self.subsets()] or [np.zeros(1)]))
        sizes = sizes[np.isfinite(sizes) & (sizes > 0)]
        # Its knee is at a small residual of the many: at the least of all, the axis would be mostly noise around 0.
        knee = float(np.quantile(sizes, 0.1)) if len(sizes) else np.inf
        across = LINEAR if self.against.index() == 1 or self._is_dates() else LOG
        return across, symlog_for(0.0, float(sizes.max(initial=0)), knee)

    def contents(self) -> ChartContents:
        self.axes.bottom.is_dates = self._is_dates()
        across, up = self._scales()
        self.axes.set_scales(across, up)
        items: list[Item] = [Rule(y=0.0)]
        size, opacity = self.dot_style()
        for subset, rows, true, predicted in self.drawn():
            x, residual = self.abscissa(rows, predicted), true - predicted
            reads = partial(self._read_row, subset, rows, x, residual)
            items.append(Dots(across.to(x), up.to(residual), rows, MARKS[subset], subset, reads, size, opacity))
        name = self.against.chosen_label()
        if self.against.index() <= 0:
            name = tr("predicted {name}", name=self.target_name())
        return ChartContents(
            items if len(items) > 1 else (),  # the line at zero alone shows nothing
            name,
            tr("true - predicted {name}", name=self.target_name()).rstrip(),
            keys=self.keys(),
            notice=self._said(across),
            empty=self.empty_rows(),
        )

    def _said(self, across: Scale) -> tuple[str, ...]:
        every = (self.abscissa(rows, predicted) for _, rows, _, predicted in self.subsets())
        hidden = int(sum(across.cannot_show(x).sum() for x in every)) if across == LOG else 0
        if hidden:
            said = tr_n("{n:,} row has no place on these axes", "{n:,} rows have no place on these axes", hidden)
            return said, "warning"
        return self.status_notice()

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
