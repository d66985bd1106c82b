"""The weights and biases of every layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from numpy.typing import NDArray

from mlp_gui.core.translation import mark
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.plots.network.heatmap import HeatmapPlot

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate


class HasGradient(Protocol):
    """A snapshot of a run: gradient (parameters,) of its last batch."""

    @property
    def epoch(self) -> int: ...
    @property
    def batch(self) -> int: ...
    @property
    def gradient(self) -> NDArray: ...


@plots.register("gradients", "Gradients")
class GradientsPlot(HeatmapPlot):
    """Heatmap of the last batch's gradient."""

    help = mark("The slope of the last batch's loss along every weight, penalties included.")
    place = "bottom_right"
    empty = mark("The gradients appear with the first batch.")

    def update_plot(self, look: PlotUpdate) -> None:
        self.choose_units_by(look.displayed.theta)  # the same ones as the weights beside it
        self.show_snapshot(look.last)

    def show_snapshot(self, snapshot: HasGradient) -> None:
        if snapshot.epoch or snapshot.batch:
            self.show_flat(snapshot.gradient, snapshot.epoch, snapshot.batch)


class HasWeights(Protocol):
    """A snapshot of a run: theta (parameters,) after `batch` batches of the epoch that follows `epoch`."""

    @property
    def epoch(self) -> int: ...
    @property
    def batch(self) -> int: ...
    @property
    def theta(self) -> NDArray: ...


@plots.register("weights", "Weights")
class WeightsPlot(HeatmapPlot):
    """Heatmap of the weights and biases."""

    help = mark("Every weight of the network: a row for each input of a layer, a column for each of its units.")

    def update_plot(self, look: PlotUpdate) -> None:
        self.show_snapshot(look.displayed)

    def show_snapshot(self, snapshot: HasWeights) -> None:
        self.show_flat(snapshot.theta, snapshot.epoch, snapshot.batch)
