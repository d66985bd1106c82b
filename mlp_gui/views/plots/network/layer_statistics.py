"""How the layers do over the epochs: sizes of weights, gradients and steps, dead and saturated units."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_percent
from mlp_gui.core.translation import mark, tr
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents, ChartPlot
from mlp_gui.views.charts.colours import dash_pattern
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Item, Line
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.read_out import recorded_text

if TYPE_CHECKING:
    from mlp_gui.engine.diagnostics.layer_record import LayerRecord
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

QUANTITIES = {
    mark("weight norm"): ("weight_norm", True),
    mark("gradient norm"): ("gradient_norm", True),
    mark("update / weight"): ("step_ratio", True),
    mark("dead units"): ("dead", False),
    mark("saturated units"): ("saturated", False),
}
HELP = mark(
    "Sizes are Euclidean norms of a layer's weights, of its gradient, and of one update divided by the weights (about "
    "0.001 is usual). Dead units give the same for every row; saturated ones have nearly no slope."
)


@plots.register("layers", "Layers")
class LayerStatisticsPlot(ChartPlot):
    """Curves of one statistic of every layer.

    Attributes
    ----------
    quantity : HeaderCombo
        Which statistic.
    """

    shows_layer_history = True
    short, group, place = mark("Layers"), mark("Network"), "bottom_left"
    help = HELP

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: list[LayerRecord] = []
        self.quantity = self.add_choice(tr("What is shown of each layer"), *QUANTITIES)

    def set_run(self, scene: RunContext | None) -> None:
        self._moments = []
        self.reset_ranges()

    def update_plot(self, look: PlotUpdate) -> None:
        self._moments = look.layers.records
        self.mark_dirty()

    def series(self) -> tuple[NDArray, NDArray]:
        """Return epochs (n_moments,) and the chosen quantity (n_moments, n_layers)."""
        name = QUANTITIES[self.quantity.chosen()][0]
        epochs = np.array([moment.epoch for moment in self._moments])
        values = [getattr(moment.statistics, name) for moment in self._moments]
        return epochs, np.array(values) if values else np.zeros((0, 0))

    def contents(self) -> ChartContents:
        epochs, values = self.series()
        log = QUANTITIES[self.quantity.chosen()][1]
        self.axes.set_scales(LINEAR, LOG if log else LINEAR)
        items: list[Item] = []
        keys = []
        layers = [k for k in range(values.shape[1]) if np.isfinite(values[:, k]).any()] if values.size else []
        for k in layers:
            y = LOG.to(values[:, k]) if log else values[:, k]  # lines are given in places on the axis
            items.append(Line(epochs, y, f"@{k}", dash_pattern(k), partial(self._read_at, k, epochs, values)))
            keys.append(LegendKey(tr("layer {layer}", layer=k + 1), f"@{k}", dash_pattern(k)))
        last = float(epochs[-1]) if len(epochs) else 0.0
        return ChartContents(
            items,
            tr("epoch"),
            self.quantity.chosen_label(),
            (0.0, nice_ceiling(max(10.0, 1.02 * last))),
            None if log else (-0.02, 1.02),
            keys,
            (recorded_text(len(epochs)), "muted", ""),
            tr("The lines begin with the first epochs."),
        )

    def _read_at(self, layer: int, epochs: NDArray, values: NDArray, at: int) -> tuple[str, ...]:
        value = float(values[at, layer])
        shown = format_exact(float(f"{value:.6g}")) if QUANTITIES[self.quantity.chosen()][1] else format_percent(value)
        said = tr(
            "epoch {epoch:,}, layer {layer}: {name} {value}",
            epoch=int(epochs[at]),
            layer=layer + 1,
            name=self.quantity.chosen_label(),
            value=shown,
        )
        return (said,)

    def columns(self) -> image_export.Columns:
        epochs, values = self.series()
        return {"epoch": epochs} | {f"layer {k + 1}": values[:, k] for k in range(values.shape[1])}
