"""A chart about rows of the table: it keeps the predictions of every subset and which of the targets is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_integer
from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.sampling import allot_points, sample_rows
from mlp_gui.session.evaluation.time_zoom import NOTHING_WITHIN, TimeZoom
from mlp_gui.session.training.prediction_cache import MAX_POINTS
from mlp_gui.views.charts.chart import ChartPlot
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.header_combo import ShowAllButton
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.read_out import not_finite_text

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext
    from mlp_gui.session.training.prediction_cache import SubsetPredictions

WAITING = mark("The rows appear with the first weights.")


class RowChart(ChartPlot):
    """Base of plots of residuals, errors, series and probabilities.

    Attributes
    ----------
    scene : RunContext or None
        The run that is shown; None when there is none.
    target : HeaderCombo
        Which of the targets is shown; hidden when there is only one.
    """

    subsamples = False  # whether it draws every row by itself, of many rows only some

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene: RunContext | None = None
        self._seen: dict[str, SubsetPredictions] = {}
        self._within = TimeZoom()  # the stretch of time that the rows are from
        self.target = self.add_choice(tr("The target that is shown"))
        self.target.hide()
        self.header.add_switch(ShowAllButton())

    def set_run(self, scene: RunContext | None) -> None:
        self.scene, self._seen = scene, {}
        names = self.outputs()
        self.target.set_texts(names, self.target.chosen())
        self.target.setVisible(len(names) > 1)
        self.reset_ranges()

    def outputs(self) -> tuple[str, ...]:
        """Return what can be chosen: the targets."""
        return self.scene.dataset.target_names if self.scene is not None else ()

    def update_plot(self, look: PlotUpdate) -> None:
        self._within = look.zoom
        self.show_predictions(look.visible_predictions)

    def show_predictions(self, seen: Mapping[str, SubsetPredictions]) -> None:
        """Show the rows of each subset; subsets without rows may be left out."""
        self._seen = {name: rows for name, rows in seen.items() if len(rows.true)}
        self.mark_dirty()

    def chosen(self) -> int:
        """Return the position of the chosen target."""
        return max(0, self.target.index())  # -1 while there are no targets

    def target_name(self) -> str:
        """Return the name of the chosen target with its unit."""
        names = self.outputs()
        return self.scene.with_unit(names[self.chosen()]) if names and self.scene is not None else ""

    def subsets(self) -> Iterator[tuple[str, NDArray, NDArray, NDArray]]:
        """Yield (subset, row numbers, true, predicted) of the chosen target; the arrays have shape (n_rows,)."""
        at = self.chosen()
        for name, rows in self._seen.items():
            yield name, rows.row_numbers, rows.true[:, at], rows.predicted[:, at]

    def drawn(self) -> Iterator[tuple[str, NDArray, NDArray, NDArray]]:
        """Yield the same of at most about 5,000 rows: the extremes and a fixed choice of the others."""
        limits = allot_points([len(rows.true) for rows in self._seen.values()], MAX_POINTS)
        for (name, rows, true, predicted), most in zip(self.subsets(), limits, strict=True):
            at = sample_rows(true, predicted, most)
            yield name, rows[at], true[at], predicted[at]

    def keys(self) -> list[LegendKey]:
        return [LegendKey(tr(name), name, MARKS[name]) for name in self._seen]

    def dot_style(self) -> tuple[float, float]:
        """Return size and opacity of a dot: smaller and lighter when there are many."""
        return (7.0, 1.0) if sum(len(rows.true) for rows in self._seen.values()) <= 1000 else (5.0, 0.4)

    def empty_rows(self) -> str:
        """Return what stands in the place of the rows where there are none."""
        return tr(WAITING) if self._within.shown is None else tr(NOTHING_WITHIN)

    def status_notice(self) -> tuple[str, ...]:
        """Return the arguments of `show_notice`: how many rows are shown, or that some predictions cannot be."""
        said, kind = self._rows_notice()
        return self._within.sentence(said), kind, *self._within.shorter(said)

    def _rows_notice(self) -> tuple[str, str]:
        if not self._seen:
            return "", "muted"
        bad = sum(int((~np.isfinite(rows.predicted)).any(axis=1).sum()) for rows in self._seen.values())
        if bad:
            return not_finite_text(bad), "bad"
        given = sum(len(rows.true) for rows in self._seen.values())
        total = sum(max(rows.rows_in_subset, len(rows.true)) for rows in self._seen.values())
        if given < total:
            return tr("{shown:,} of {total:,} rows, evenly spaced", shown=given, total=total), "muted"
        if self.subsamples and total > MAX_POINTS:
            return (
                tr("about {shown:,} of {total:,} rows drawn, the extremes among them", shown=MAX_POINTS, total=total),
                "muted",
            )
        return self._within.rows_text(total), "muted"


def row_text(row: int, subset: str, *parts: str) -> tuple[str, ...]:
    """Return how a row is read out, in full and then shorter.

    Parameters
    ----------
    row : int
        Its number in the table, from 0.
    subset : str
    *parts : str
        What there is to read about it; the shortest text has only the last of them.
    """
    number, what = int(row) + 1, ", ".join(parts)
    return (
        tr("row {row:,} ({subset}): {what}", row=number, subset=tr(subset), what=what),
        tr("row {row:,}: {what}", row=number, what=what),
        f"{format_integer(number)}: {parts[-1]}",
    )


def tidy_difference(value: float) -> str:
    """Format a difference of two numbers without the digits that only rounding makes; millions keep every digit."""
    return format_exact(value if abs(value) >= 1e6 else float(f"{value:.6g}"))
