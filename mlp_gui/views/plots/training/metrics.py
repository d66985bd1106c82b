"""Any other number over the epochs: metrics of every subset, learning rate, gradient norm, penalty, time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_integer
from mlp_gui.core.translation import lower_first, mark, tr, tr_n
from mlp_gui.engine.metrics.metric import Metric, metrics, metrics_for
from mlp_gui.plotmath.scales import LINEAR, LOG, Scale, symlog_for
from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents, ChartPlot
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Item, Line
from mlp_gui.views.charts.markers import LINES
from mlp_gui.views.charts.plot import plots

if TYPE_CHECKING:
    from mlp_gui.engine.diagnostics.layer_record import LayerRecord
    from mlp_gui.engine.training.history import History
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

COLUMNS = {
    mark("learning rate"): "learning_rate",
    mark("gradient norm"): "gradient_norm",
    mark("penalty"): "penalty",
    mark("monitored value"): "monitored",
    mark("seconds"): "seconds",
}
FIRST = ("r2", "rmse", "accuracy", "roc_auc")
SCALES = (mark("linear"), mark("log"), mark("symlog"))


@plots.register("curves", "Metrics")
class MetricsPlot(ChartPlot):
    """Curves of any one number over the epochs.

    Attributes
    ----------
    quantity : HeaderCombo
        Which number.
    scale : HeaderCombo
        Linear or logarithmic.
    """

    shows_layer_history = True
    short = mark("Metrics")
    help = mark("A metric of every subset, or what the trainer reports after each epoch.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: History | None = None
        self._moments: list[LayerRecord] = []
        self._scene: RunContext | None = None
        self._names: dict[str, str] = {}  # label -> name of a metric
        self.quantity = self.add_choice(tr("What is shown"))
        self.scale = self.add_choice(tr("How it is laid along the axis"), *SCALES)

    def set_run(self, scene: RunContext | None) -> None:
        kinds = sorted(metrics_for(scene.task), key=_rank) if scene is not None else []
        self._scene, self._history, self._moments = scene, None, []
        self._names = {metrics[kind.name].label: kind.name for kind in kinds}
        texts = [*self._names, *COLUMNS] if self._names else []
        self.quantity.set_texts(texts, self.quantity.chosen(), [tr(text) for text in texts])
        self.reset_ranges()

    def update_plot(self, look: PlotUpdate) -> None:
        self._history, self._moments = look.history, look.layers.records
        self.mark_dirty()

    def series(self) -> dict[str, tuple[NDArray, NDArray]]:
        """Name -> epochs and values; of metrics one for each subset, as often as they were computed."""
        chosen = self.quantity.chosen()
        if chosen in COLUMNS:
            if self._history is None or not len(self._history):
                return {}
            return {chosen: (self._history.epochs, self._history.column(COLUMNS[chosen]))}
        name, scored = self._names.get(chosen, ""), [m for m in self._moments if m.scores]
        made = {}
        for subset in LINES:
            mine = [m for m in scored if m.scores and subset in m.scores]
            if mine:
                values = [m.scores[subset].get(name, np.nan) for m in mine if m.scores]
                made[subset] = np.array([m.epoch for m in mine]), np.array(values)
        return made

    def _scale_for(self, series: dict[str, tuple[NDArray, NDArray]]) -> Scale:
        if self.scale.chosen() != "symlog":
            return LOG if self.scale.chosen() == "log" else LINEAR
        values = np.concatenate([y for _, y in series.values()]) if series else np.zeros(1)
        sizes = np.abs(values[np.isfinite(values) & (values != 0)])
        return symlog_for(0.0, float(sizes.max(initial=0)), float(sizes.min(initial=np.inf)))

    def contents(self) -> ChartContents:
        series = self.series()
        scale = self._scale_for(series)
        self.axes.set_scales(LINEAR, scale)
        items: list[Item] = []
        keys, last, bad = [], 0.0, 0
        for name, (x, y) in series.items():
            colour, mark = (name, LINES[name]) if name in LINES else ("accent", "line")
            placed = scale.to(y)
            bad += int((~np.isfinite(placed)).sum())
            items.append(Line(x, placed, colour, mark, partial(self._read_at, name, x, y)))
            keys.append(LegendKey(tr(name), colour, mark))
            last = max(last, float(x[-1]))
        return ChartContents(
            items,
            tr("epoch"),
            self.quantity.chosen_label(),
            (0.0, nice_ceiling(max(10.0, 1.02 * last))),
            None,
            keys,
            self._said(series, bad),
            tr("The lines begin with the first epochs."),
        )

    def _said(self, series: dict[str, tuple[NDArray, NDArray]], bad: int) -> tuple[str, ...]:
        if bad:
            return (
                tr_n("{n:,} value has no place on this axis", "{n:,} values have no place on this axis", bad),
                "warning",
            )
        if self.quantity.chosen() in COLUMNS or not series:
            return "", "muted"
        points = len(next(iter(series.values()))[0])
        return (
            tr_n(
                "computed at {n:,} moment while it was trained",
                "computed at {n:,} moments while it was trained",
                points,
            ),
            "muted",
            "",
        )

    def _read_at(self, name: str, x: NDArray, y: NDArray, at: int) -> tuple[str, ...]:
        value = format_exact(float(y[at]))
        return (
            tr("epoch {epoch:,}: {name} {value}", epoch=int(x[at]), name=lower_first(tr(name)), value=value),
            f"{format_integer(int(x[at]))}: {value}",
        )

    def columns(self) -> image_export.Columns:
        made: dict[str, NDArray] = {} if self.series() else {"epoch": np.zeros(0), self.quantity.chosen(): np.zeros(0)}
        for name, (x, y) in self.series().items():
            made |= {f"epoch ({name})": x, name: y}
        return made


def _rank(kind: type[Metric]) -> int:
    """Put first what a person looks for first; the others follow in the order of their registry."""
    return FIRST.index(kind.name) if kind.name in FIRST else len(FIRST)
