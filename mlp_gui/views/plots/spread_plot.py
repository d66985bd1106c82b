"""How the weights of a layer are spread over the epochs: bands with 50, 90 and 100 % of them, or histograms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from mlp_gui.core.words import mark
from mlp_gui.views.plots import picture
from mlp_gui.views.plots.base import plots
from mlp_gui.views.plots.chart import ChartPlot, Contents
from mlp_gui.views.plots.chart_items import Band, Item, Line
from mlp_gui.views.plots.header import Key
from mlp_gui.views.plots.regions import Regions, shaded
from mlp_gui.views.plots.ticks import nice_ceiling, nice_range
from mlp_gui.views.shell.numbers import integer, number

if TYPE_CHECKING:
    from mlp_gui.session.chronicle import Moment
    from mlp_gui.session.look import Look, Scene

BINS = 30
NAMES = ("smallest", "5 %", "25 %", "median", "75 %", "95 %", "largest")


@plots.register("spread", "Weights over time")
class SpreadPlot(ChartPlot):
    shows_chronicle = True
    short, group, place = mark("Spread"), mark("Network"), "bottom_right"
    help = mark("The spread of a layer's weights over the epochs: median, and bands with 50, 90 and 100 % of them.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: list[Moment] = []
        self.form = self.add_choice("How the spread is drawn", "bands", "histograms")
        self.layer = self.add_choice("The layer that is shown", "layer 1")

    def begin(self, scene: Scene | None) -> None:
        self._moments = []
        layers = len(scene.sizes) - 1 if scene is not None else 1
        self.layer.set_texts([f"layer {k + 1}" for k in range(layers)], self.layer.chosen())
        self.forget()

    def look(self, look: Look) -> None:
        self._moments = look.chronicle.moments
        self.mark_dirty()

    def series(self) -> tuple[NDArray, NDArray]:
        """Epochs (moments,) and quantiles (moments, 7)."""
        k = self.layer.index()
        if not self._moments or k < 0:
            return np.zeros(0), np.zeros((0, len(NAMES)))
        return np.array([m.epoch for m in self._moments]), np.array([m.spread[k] for m in self._moments])

    def histograms(self) -> tuple[NDArray, NDArray]:
        """Edges (31,) of the bins and the share of the kept weights in each, (bins, moments)."""
        kept = np.array([m.weights[self.layer.index()] for m in self._moments], float)
        fine = kept[np.isfinite(kept)]
        edges = np.linspace(*(nice_range(float(fine.min()), float(fine.max())) if len(fine) else (0.0, 1.0)), BINS + 1)
        at = np.clip(np.searchsorted(edges, kept, "right") - 1, 0, BINS - 1)
        counts = np.zeros((BINS, len(kept)))
        moments = np.broadcast_to(np.arange(len(kept))[:, None], kept.shape)
        np.add.at(counts, (at[np.isfinite(kept)], moments[np.isfinite(kept)]), 1.0)
        return edges, counts / max(1, kept.shape[1])

    def _image(self) -> Contents:
        """Time to the right in equal steps, the darker the more weights."""
        x = np.array([m.epoch for m in self._moments])
        edges, shares = self.histograms()
        places = np.linspace(x[0], x[-1], max(2, round(self.axes.box.rect().width())))
        columns = np.clip(np.searchsorted(x, places, "right") - 1, 0, len(x) - 1)
        most = max(float(shares.max()), 1e-9)
        place = float(x[0]), float(x[-1]), float(edges[0]), float(edges[-1])
        image = Regions(shaded(shares[:, columns] / most), place)
        return Contents(
            [image],
            "epoch",
            f"weights of {self.layer.chosen()}",
            (0.0, nice_ceiling(max(10.0, 1.02 * float(x[-1])))),
            (float(edges[0]), float(edges[-1])),
            keys=[Key(f"{BINS} bins; the darkest holds {100 * most:.0f} %", "training", "square")],
        )

    def contents(self) -> Contents:
        x, q = self.series()
        if len(x) > 1 and self.form.index() == 1:
            return self._image()
        items: list[Item] = []
        if len(x):
            items = [Band(x, q[:, a], q[:, b], "training", o) for a, b, o in ((0, 6, 0.14), (1, 5, 0.2), (2, 4, 0.3))]
            items.append(Line(x, q[:, 3], "training", reads=partial(self._read_at, x, q)))
        last = float(x[-1]) if len(x) else 0.0
        return Contents(
            items,
            "epoch",
            f"weights of {self.layer.chosen()}",
            (0.0, nice_ceiling(max(10.0, 1.02 * last))),
            keys=[Key("median; bands: 50, 90, 100 %", "training", "line")],
            empty="The bands begin with the first epochs.",
        )

    def _read_at(self, x: NDArray, q: NDArray, at: int) -> tuple[str, ...]:
        parts = ", ".join(f"{name} {number(float(v))}" for name, v in zip(NAMES, q[at], strict=True))
        small, _, low, middle, high, _, large = (number(float(v)) for v in q[at])
        epoch = integer(int(x[at]))
        return f"epoch {epoch}: {parts}", f"{epoch}: {small}, {low}, {middle}, {high}, {large}"

    def columns(self) -> picture.Columns:
        x, q = self.series()
        return {"epoch": x} | {name: q[:, k] for k, name in enumerate(NAMES)}
