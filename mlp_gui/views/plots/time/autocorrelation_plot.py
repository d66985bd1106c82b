"""The autocorrelation of the residuals: how much of an error is still there some steps later."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.series import autocorrelation, on_grid, usual_step, white_noise_band
from mlp_gui.session.evaluation.time_zoom import ORDER
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.items import Item, Rule
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.plots.time.series_items import Stems
from mlp_gui.views.plots.time.series_work import AT_REST, SeriesRows, SeriesWork, joined

MOST_LAGS = 60
UNEVEN = mark("The rows do not follow each other in even steps of time.")
UNITS = ((86_400.0, mark("lag (days)")), (3_600.0, mark("lag (hours)")), (60.0, mark("lag (minutes)")))


class ResidualCorrelation(NamedTuple):
    """Autocorrelation of lags from 1 on, in steps; None when the rows lie unevenly."""

    values: NDArray | None
    rows: int
    step: float  # seconds, or rows


@plots.register("autocorrelation", "Autocorrelation of the residuals")
class AutocorrelationPlot(SeriesWork):
    """Correlation of the residuals with themselves some steps later, and the band of pure noise."""

    short = mark("Autocorrelation")
    help = mark(
        "Stems beyond the dashed band of 95 %: errors that last, which an input of the days before could take away."
    )
    place = "top_right"

    _found: ResidualCorrelation | None = None

    @staticmethod
    def compute(parts: dict[str, SeriesRows]) -> ResidualCorrelation:
        rows = joined(parts)
        error = rows.true - rows.predicted
        fine = np.isfinite(rows.places) & np.isfinite(error)
        places, error = rows.places[fine], error[fine]
        grid = on_grid(places, error) if len(error) > 2 else None
        if grid is None:
            return ResidualCorrelation(None, len(error), 0.0)
        return ResidualCorrelation(autocorrelation(grid, MOST_LAGS)[1:], len(error), usual_step(places))

    def set_result(self, result: Any) -> None:
        self._found = result

    def _unit(self) -> tuple[float, str]:
        """Return how long a lag of one step is, and the name of the axis."""
        step = self._found.step if self._found is not None else 0.0
        if self.axis_name() == ORDER:
            return 1.0, tr("lag (rows)")
        return next(((step / size, tr(name)) for size, name in UNITS if step >= size), (step, tr("lag (seconds)")))

    def contents(self) -> ChartContents:
        found = self._found
        if found is None or found.values is None or not np.isfinite(found.values).any():
            said = tr(AT_REST) if found is None else tr(UNEVEN)
            return ChartContents(empty=self.empty_text(said), notice=self.progress_notice(""))
        width, name = self._unit()
        lags, band = width * np.arange(1, len(found.values) + 1), white_noise_band(found.rows)
        items: list[Item] = [Rule(y=0.0), Rule(y=band, dash=True), Rule(y=-band, dash=True)]
        items.append(Stems(lags, found.values, "accent", self._read_lag))
        least, most = float(np.nanmin(found.values)), float(np.nanmax(found.values))
        return ChartContents(
            items,
            name,
            tr("autocorrelation"),
            x_range=(0.0, float(lags[-1]) + 0.5 * width),
            y_range=(min(-0.2, 1.1 * least), max(1.0, 1.05 * most)),
            notice=self.rows_notice(found.rows),
        )

    def _read_lag(self, at: int) -> tuple[str, ...]:
        assert self._found is not None
        assert self._found.values is not None
        value, band = float(self._found.values[at]), white_noise_band(self._found.rows)
        width, name = self._unit()
        return (
            tr(
                "{lag} {n}: {value}, band of 95 % ±{band}",
                lag=name,
                n=format_number(width * (at + 1)),
                value=format_number(value),
                band=format_number(band),
            ),
            f"{format_number(width * (at + 1))}: {format_number(value)}",
        )

    def columns(self) -> image_export.Columns:
        found = self._found
        values = found.values if found is not None and found.values is not None else np.zeros(0)
        band = np.full(len(values), white_noise_band(found.rows) if found is not None else np.nan)
        return {"lag": np.arange(1, len(values) + 1), "autocorrelation": values, "band": band}
