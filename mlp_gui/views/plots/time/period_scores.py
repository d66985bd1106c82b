"""Scores of each month, each season or each year, with the number of rows that they are of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.hydrology import why_undefined
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.session.evaluation.time_zoom import ORDER
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.forms.tooltips import metric_tooltip
from mlp_gui.views.plots.time.score_grid import Cell, ScoreGrid
from mlp_gui.views.plots.time.series_work import AT_REST, Compute, SeriesRows, joined

MONTH, SEASON, YEAR = mark("by month"), mark("by season"), mark("by year")
MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
SEASONS = mark("December to February"), mark("March to May"), mark("June to August"), mark("September to November")
SHOWN = ("nse", "rmse", "mae", "pbias")


class PeriodScores(NamedTuple):
    """One row of the table: its period, how many rows of the table it is of, and the numbers."""

    period: int
    n_rows: int
    scores: dict[str, Cell]


@plots.register("periods", "Scores by month and year")
class PeriodScoresTable(ScoreGrid):
    """A row for each month, season or year of the chosen subset.

    Attributes
    ----------
    period : HeaderCombo
        Month, season or year.
    """

    short = mark("By month and year")
    help = mark("When it goes wrong: scores of the rows of each month, season or year of a column of dates.")
    _found: list[PeriodScores] | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = self.add_choice(tr("Which rows belong together"), MONTH, SEASON, YEAR)
        self.period.changed.connect(self._on_chosen)

    def computation(self) -> Compute:
        kind, has_dates = self.period.chosen(), self.axis_name() != ORDER
        return lambda parts: scores_of_periods(joined(parts), kind) if has_dates else []

    def set_result(self, result: Any) -> None:
        self._found = result

    def head(self) -> list[tuple[str, str]]:
        return [("", ""), (tr("rows"), ""), *((tr(metrics[name].label), metric_tooltip(name)) for name in SHOWN)]

    def rows(self) -> list[tuple[str, str, list[Cell]]]:
        return [
            (self._name(one.period), "", [(one.n_rows, ""), *(one.scores[name] for name in SHOWN)])
            for one in self._found or ()
        ]

    def _name(self, period: int) -> str:
        if self.period.chosen() == MONTH:
            return tr(MONTHS[period])
        return tr(SEASONS[period]) if self.period.chosen() == SEASON else str(period)

    def said(self) -> tuple[Sequence[str], tuple[str, ...]]:
        if self._found is None:
            return [self.empty_text(tr(AT_REST))], self.progress_notice("")
        if self.axis_name() == ORDER:
            return [tr("No column holds dates, so that no row has a month or a year.")], self.progress_notice("")
        return [], self.rows_notice(sum(one.n_rows for one in self._found))


def periods_of(seconds: NDArray, kind: str) -> NDArray[np.int64]:
    """Return the month (0 to 11), the season (0 is December to February) or the year of dates.

    Parameters
    ----------
    seconds : ndarray of shape (n_rows,)
        Since 1970.
    kind : str
        `MONTH`, `SEASON` or `YEAR`.
    """
    months = np.floor(seconds).astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    if kind == YEAR:
        return np.asarray(months // 12 + 1970)
    month = months % 12
    return np.asarray(month if kind == MONTH else (month + 1) % 12 // 3)


def scores_of_periods(rows: SeriesRows, kind: str) -> list[PeriodScores]:
    """Score the rows of each period, in the order of the calendar.

    Parameters
    ----------
    rows : SeriesRows
        Places are seconds since 1970; rows without a date are left out.
    kind : str
        As in `periods_of`.
    """
    fine = np.isfinite(rows.places)
    true, predicted = np.asarray(rows.true, float)[fine], np.asarray(rows.predicted, float)[fine]
    period = periods_of(rows.places[fine], kind)
    made = []
    for one in np.unique(period).tolist():
        y, p = true[period == one], predicted[period == one]
        values = {name: metrics[name]()(y, p) for name in SHOWN}
        scores = {
            name: (value if np.isfinite(value) else float("nan"), _why(name, value, y, p))
            for name, value in values.items()
        }
        made.append(PeriodScores(one, len(y), scores))
    return made


def _why(name: str, value: float, y: NDArray, p: NDArray) -> str:
    return why_undefined(name, y, p) if not np.isfinite(value) and name in ("nse", "pbias") else ""
