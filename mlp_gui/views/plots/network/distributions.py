"""How the weights or gradients of a layer are spread over the epochs: bands with 50, 90 and 100 %, or histograms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_compact, format_integer, format_number, format_percent
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.ticks import nice_ceiling, nice_range
from mlp_gui.session.evaluation.layer_history import quantile_sample_size
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents, ChartPlot
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.image_item import RegionImage, shade_colours
from mlp_gui.views.charts.items import Band, Item, Line
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.charts.read_out import recorded_text
from mlp_gui.views.plots.network.moment_cache import MomentCache

if TYPE_CHECKING:
    from mlp_gui.engine.diagnostics.layer_record import LayerRecord
    from mlp_gui.session.evaluation.layer_history import LayerHistory
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

BINS = 30
NAMES = (mark("smallest"), "5 %", "25 %", mark("median"), "75 %", "95 %", mark("largest"))
WEIGHTS, GRADIENTS = mark("weights"), mark("gradients")
BANDS = ((0, 6, 0.14), (1, 5, 0.2), (2, 4, 0.3))  # of quantiles, and how opaque


@plots.register("spread", "Weight spread")
class DistributionsPlot(ChartPlot):
    """Spread of a layer's weights or gradients over the epochs.

    Attributes
    ----------
    quantity : HeaderCombo
        Weights or gradients.
    form : HeaderCombo
        Bands or histograms.
    layer : HeaderCombo
    """

    shows_layer_history = True
    short, group, place = mark("Weight spread"), mark("Network"), "bottom_right"
    help = mark(
        "How a layer's weights, or the gradients of the last batch, are spread over the epochs: the median and bands "
        "with 50, 90 and 100 % of them, or a histogram for every moment. Biases are left out."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chronicle: LayerHistory | None = None
        self._sizes: tuple[int, ...] = (1, 1)
        self.quantity = self.add_choice(tr("What is shown of the layer"), WEIGHTS, GRADIENTS)
        self.quantity.changed.connect(self._entitle)
        self.form = self.add_choice(tr("How the spread is drawn"), mark("bands"), mark("histograms"))
        self.layer = self.add_choice(tr("The layer that is shown"))
        self._name_layers()
        self._counts = MomentCache()

    def set_run(self, scene: RunContext | None) -> None:
        self._chronicle = None
        self._sizes = scene.sizes if scene is not None else (1, 1)
        self._name_layers()
        self.reset_ranges()

    def _name_layers(self) -> None:
        names = [tr("layer {layer}", layer=k + 1) for k in range(len(self._sizes) - 1)]
        self.layer.set_texts(names, self.layer.chosen())

    def _entitle(self) -> None:
        self.header.title.setText(tr("Gradient spread") if self._of_gradients else tr(self.label))

    @property
    def _of_gradients(self) -> bool:
        return self.quantity.chosen() == GRADIENTS

    def update_plot(self, look: PlotUpdate) -> None:
        self._chronicle = look.layers
        self.mark_dirty()

    # --- what it shows ---------------------------------------------------------------------------------------

    def _moments(self) -> list[LayerRecord]:
        """Return those that have the chosen quantity: before the first batch there is no gradient."""
        moments = self._chronicle.records if self._chronicle is not None else []
        return moments[1:] if self._of_gradients and moments and moments[0].epoch == 0 else moments

    def series(self) -> tuple[NDArray, NDArray]:
        """Return epochs (n_moments,) and quantiles (n_moments, 7)."""
        k, moments = self.layer.index(), self._moments()
        if not moments or k < 0:
            return np.zeros(0), np.zeros((0, len(NAMES)))
        spreads = [m.gradient_quantiles[k] if self._of_gradients else m.weight_quantiles[k] for m in moments]
        return np.array([m.epoch for m in moments]), np.array(spreads)

    def histograms(self) -> tuple[NDArray, NDArray]:
        """Return the edges (31,) of the bins and the share of the kept numbers in each, (bins, moments)."""
        _, quantiles = self.series()
        layer, fine = self.layer.index(), quantiles[np.isfinite(quantiles).all(axis=1)]
        low, high = nice_range(float(fine[:, 0].min()), float(fine[:, -1].max())) if len(fine) else (0.0, 1.0)
        assert self._chronicle is not None
        kept = self._kept()

        def counted(moment: LayerRecord) -> NDArray:
            values = (moment.gradients if self._of_gradients else moment.weights)[layer][:kept]
            # Shares of all numbers, also of those that are not finite and in no bin.
            return np.histogram(values[np.isfinite(values)], BINS, (low, high))[0] / max(1, kept)

        shares = self._counts.extend(self._moments(), (self._of_gradients, layer, low, high), counted)
        return np.linspace(low, high, BINS + 1), shares.T

    def _size(self) -> int:
        """Return how many weights the layer has, without biases."""
        k = self.layer.index()
        return self._sizes[k] * self._sizes[k + 1]

    def _kept(self) -> int:
        """Return how many of them the history keeps one by one; positions are ascending and the biases come last."""
        assert self._chronicle is not None
        return int(np.searchsorted(self._chronicle.sampled_indices(self.layer.index()), self._size()))

    # --- a frame ---------------------------------------------------------------------------------------------

    def contents(self) -> ChartContents:
        x, q = self.series()
        of_layer = {"layer": self.layer.chosen_label()}
        frame = ChartContents(
            (),
            tr("epoch"),
            tr("gradients of {layer}", **of_layer) if self._of_gradients else tr("weights of {layer}", **of_layer),
            (0.0, nice_ceiling(max(10.0, 1.02 * float(x[-1] if len(x) else 0.0)))),
            notice=self._said(len(x)),
            empty=tr("The bands begin with the first epochs."),
        )
        if len(x) > 1 and self.form.index() == 1:
            self._add_image(frame, x)
        elif len(x):
            bands = [Band(x, q[:, a], q[:, b], "training", opacity) for a, b, opacity in BANDS]
            items: list[Item] = [*bands, Line(x, q[:, 3], "training", hover_texts=partial(self._read_at, x, q))]
            frame.items, frame.keys = items, [LegendKey(tr("median; bands: 50, 90, 100 %"), "training", "line")]
        return frame

    def _add_image(self, frame: ChartContents, x: NDArray) -> None:
        """Add the histograms as an image, time to the right in equal steps, the darker the more of them."""
        edges, shares = self.histograms()
        # Moments are unevenly far apart in epochs: each pixel takes the last one before it.
        places = np.linspace(x[0], x[-1], max(2, round(self.axes.box.rect().width())))
        columns = np.clip(np.searchsorted(x, places, "right") - 1, 0, len(x) - 1)
        most = max(float(shares.max()), 1e-9)
        place = float(x[0]), float(x[-1]), float(edges[0]), float(edges[-1])
        frame.items = [
            RegionImage(shade_colours(shares[:, columns] / most), place, partial(self._read_bin, x, edges, shares))
        ]
        frame.y_range = float(edges[0]), float(edges[-1])
        text = tr("{bins} bins; the darkest holds {share}", bins=BINS, share=format_percent(most))
        frame.keys = [LegendKey(text, "training", "square")]

    def _said(self, moments: int) -> tuple[str, ...]:
        """Say of how many numbers, and whether these are a sample."""
        if not moments:
            return "", "muted"
        size, of_bands = self._size(), self.form.index() == 0
        shown = quantile_sample_size(size) if of_bands else self._kept()
        said = tr_n("all {n:,} number of the layer", "all {n:,} numbers of the layer", size)
        if shown < size:
            said = tr("a sample: {some:,} of {all:,} numbers, evenly spaced", some=shown, all=size)
            if of_bands:
                said = tr("{sample}; smallest and largest of all", sample=said)
        return f"{said}, {recorded_text(moments)}", "muted", said

    def _read_at(self, x: NDArray, q: NDArray, at: int) -> tuple[str, ...]:
        values = [format_number(float(v)) for v in q[at]]
        parts = ", ".join(f"{tr(name)} {value}" for name, value in zip(NAMES, values, strict=True))
        small, _, low, middle, high, _, large = values
        epoch = int(x[at])
        said = tr("epoch {epoch:,}: {what}", epoch=epoch, what=parts)
        return said, f"{format_integer(epoch)}: {small}, {low}, {middle}, {high}, {large}"

    def _read_bin(self, x: NDArray, edges: NDArray, shares: NDArray, epoch: float, value: float) -> tuple[str, ...]:
        column = int(np.clip(np.searchsorted(x, epoch, "right") - 1, 0, len(x) - 1))
        row = int(np.clip(np.searchsorted(edges, value, "right") - 1, 0, BINS - 1))
        said = {
            "epoch": int(x[column]),
            "share": format_percent(float(shares[row, column])),
            "low": format_compact(float(edges[row])),
            "high": format_compact(float(edges[row + 1])),
        }
        return (tr("epoch {epoch:,}: {share} from {low} to {high}", **said),)

    def columns(self) -> image_export.Columns:
        x, q = self.series()
        if len(x) > 1 and self.form.index() == 1:
            edges, shares = self.histograms()
            bins = zip(edges[:-1].tolist(), edges[1:].tolist(), shares, strict=True)
            return {"epoch": x} | {f"share from {a:.6g} to {b:.6g}": row for a, b, row in bins}
        return {"epoch": x} | {name: q[:, k] for k, name in enumerate(NAMES)}
