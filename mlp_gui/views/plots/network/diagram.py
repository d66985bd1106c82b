"""The network as a picture: units with names, edges by sign and size, and what each unit gives for a chosen row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_number
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.ticks import nice_ceiling
from mlp_gui.views.charts import colour_scale, image_export
from mlp_gui.views.charts.plot import Plot, Rows, plots
from mlp_gui.views.plots.network.diagram_canvas import DiagramCanvas, DiagramContents
from mlp_gui.views.plots.network.diagram_layout import (
    MAX_UNITS,
    DiagramEdges,
    DrawnLayer,
    choose_drawn_layers,
    strongest_edges,
    strongest_of_blocks,
    unit_activations,
)
from mlp_gui.views.plots.network.unit_tiles import InputPlane, make_tiles, plane_of

if TYPE_CHECKING:
    from mlp_gui.core.dataset import Dataset
    from mlp_gui.engine.network.network import Network
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext


@plots.register("network", "Network")
class NetworkDiagramPlot(Plot):
    """Diagram of the network's units and weights.

    Attributes
    ----------
    canvas : DiagramCanvas
    """

    group, place = mark("Network"), "bottom_right"
    help = mark("Units and their weights. Click a row in another plot to see what every unit gives for it.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = DiagramCanvas()
        self.canvas.pointed.connect(self._on_pointed)
        self.set_body(self.canvas)
        self._scene: RunContext | None = None
        self._dataset: Dataset | None = None  # says how outputs become original units
        self._matrices: list[NDArray] = []
        self._blocks: tuple[slice, ...] = ()  # the features of each input column
        self._columns: list[DrawnLayer] = []
        self._values: list[NDArray] | None = None  # of all units
        self._row: int | None = None
        self._plane: InputPlane | None = None  # where there are just two inputs
        self._responses: list[NDArray] | None = None  # of all units, over the plane
        self._reset_view = QAction(tr("Show the whole network"), self)
        self._reset_view.triggered.connect(self.canvas.reset_view)
        self.mark_dirty()

    def set_run(self, scene: RunContext | None) -> None:
        self._scene, self._dataset, self._matrices, self._values, self._row = scene, None, [], None, None
        self._blocks = scene.dataset.feature_blocks if scene is not None else ()
        self._plane, self._responses = plane_of(scene.dataset) if scene is not None else None, None
        self.canvas.reset_view()
        self.show_hover_text("")
        self.mark_dirty()

    def update_plot(self, look: PlotUpdate) -> None:
        self._dataset = look.dataset
        self.show_network(look.trained_network)

    def show_network(self, network: Network) -> None:
        """Show the weights as they are now; they are read in this call only."""
        self._matrices = [matrix.copy() for matrix in network.matrices]
        row = self._row_values()
        self._values = [a[0] for a in unit_activations(network, row[None, :])] if row is not None else None
        if self._values is not None:
            self._values[0] = self._values[0][[block.start for block in self._blocks]]  # pieces follow from numbers
        self._responses = unit_activations(network, self._plane.grid()) if self._plane is not None else None
        self.mark_dirty()

    def show_selection(self, rows: Rows) -> None:
        chosen = int(rows[0]) if len(rows) == 1 else None
        if chosen != self._row:
            self._row, self._values = chosen, None
            self.mark_dirty()
            if self.isVisible():
                self.became_visible.emit()

    def _row_values(self) -> NDArray | None:
        """Return the chosen row as the network sees it."""
        if self._scene is None or self._row is None:
            return None
        for subset in self._scene.dataset.subsets.values():
            at = np.flatnonzero(subset.row_numbers == self._row)
            if len(at):
                found: NDArray = subset.x[at[0]]
                return found
        return None

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        if not self._matrices or self._scene is None:
            self.canvas.show_contents(None)
            self.show_notice("")
            return
        sizes = (len(self._blocks), *self._scene.sizes[1:])
        matrices = [strongest_of_blocks(self._matrices[0], self._blocks), *self._matrices[1:]]
        self._columns = choose_drawn_layers(sizes, matrices)
        edges = [strongest_edges(m[:-1], a, b) for m, (a, b) in zip(matrices, pairwise(self._columns), strict=True)]
        # The last row of a matrix holds the biases, which have no edges.
        limit = max(colour_scale.largest_magnitude(m[:-1]) for m in self._matrices)
        values = None
        if self._values is not None:
            values = [v[list(c.units)] for v, c in zip(self._values, self._columns, strict=True)]
        names = [self._names(k) for k in range(len(sizes))]
        tiles = make_tiles(self._responses, self._columns) if self._responses is not None else None
        row = self._row_values()
        spot = self._plane.share_of(row) if self._plane is not None and row is not None else None
        most = nice_ceiling(max(limit, 1e-12))
        self.canvas.show_contents(DiagramContents(self._columns, names, edges, most, values, tiles, spot))
        self._say(edges)

    def _say(self, edges: list[DiagramEdges]) -> None:
        """Say below the title how much of the network is drawn, and what the units show."""
        assert self._scene is not None
        drawn, total = sum(len(e.weight) for e in edges), sum(m[:-1].size for m in self._matrices)
        said = tr_n("all {n:,} weight", "all {n:,} weights", total)
        if drawn < total:
            said = tr("the {some:,} strongest of {all:,} weights", some=drawn, all=total)
            if any(len(column.units) < column.total for column in self._columns):
                said = tr(
                    "the {n} strongest units of a layer, {some:,} of {all:,} weights",
                    n=MAX_UNITS,
                    some=drawn,
                    all=total,
                )
        full = said
        if len(self._blocks) < self._scene.sizes[0]:
            full = tr("{weights}; of a number and its pieces the strongest", weights=full)
        if self._values is not None and self._row is not None:
            full = tr("{weights}; units show row {row:,}", weights=full, row=self._row + 1)
        elif self._responses is not None and self.canvas.shows_tiles():
            across, up = self._scene.dataset.feature_names
            full = tr("each unit: its output over {across} (to the right) and {up} (up)", across=across, up=up)
        self.show_notice(full, "muted", said)

    def _names(self, layer: int) -> list[str]:
        """Name the drawn units; the outputs of a chosen row carry their values."""
        assert self._scene is not None
        dataset, units = self._scene.dataset, self._columns[layer].units
        if layer == 0:
            return [dataset.feature_names[self._blocks[u].start] for u in units]
        if layer < len(self._columns) - 1:
            return ["" for _ in units]
        values = self._values[-1] if self._values is not None else None
        shown = (self._dataset or dataset).to_original(values[None, :])[0] if values is not None else None
        return [
            dataset.output_names[u] + (f" {format_number(float(shown[u]))}" if shown is not None else "") for u in units
        ]

    def _unit_name(self, layer: int, position: int) -> str:
        unit = self._columns[layer].units[position]
        assert self._scene is not None
        if layer == 0:
            block = self._blocks[unit]
            name, n = self._scene.dataset.feature_names[block.start], block.stop - block.start - 1
            return tr_n("{name} and {n:,} piece", "{name} and its {n:,} pieces", n, name=name) if n else name
        last = layer == len(self._columns) - 1
        return self._scene.dataset.output_names[unit] if last else tr("unit {k}", k=unit + 1)

    def _source_name(self, layer: int, source: int, target: int) -> str:
        """Name where an edge begins: of a number and its pieces, the one that has this weight."""
        if layer > 0 or self._scene is None:
            return self._unit_name(layer, source)
        block, unit = self._blocks[self._columns[0].units[source]], self._columns[1].units[target]
        with np.errstate(invalid="ignore"):  # a run that diverged is still drawn
            strongest = int(np.nan_to_num(np.abs(self._matrices[0][block, unit])).argmax())
        return self._scene.dataset.feature_names[block.start + strongest]

    def _on_pointed(self, found: tuple[str, int, int] | None) -> None:
        contents = self.canvas.contents
        if found is None or contents is None:
            self.show_hover_text("")
        elif found[0] == "edge":
            _, k, e = found
            edges = contents.edges[k]
            source, target = int(edges.source[e]), int(edges.target[e])
            names = self._source_name(k, source, target), self._unit_name(k + 1, target)
            weight = _tidy(edges.weight[e])
            said = tr("{source} → {target}: weight {weight}", source=names[0], target=names[1], weight=weight)
            self.show_hover_text(said, weight)
        else:
            _, k, at = found
            unit = self._columns[k].units[at]
            parts = [self._unit_name(k, at)]
            if k > 0:
                parts.append(tr("bias {value}", value=_tidy(self._matrices[k - 1][-1, unit])))
            if self._responses is not None:
                given = self._responses[k][:, unit]
                parts.append(tr("{low} to {high}", low=_tidy(given.min()), high=_tidy(given.max())))
            if self._values is not None:
                parts.append(tr("gives {value}", value=_tidy(self._values[k][unit])))
            self.show_hover_text(", ".join(parts))

    def extra_actions(self) -> list[QAction]:
        return [self._reset_view]

    def restyle(self) -> None:
        self.canvas.update()

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"layer": [], "from": [], "to": [], "weight": []}
        for k, matrix in enumerate(self._matrices):
            for (i, j), value in np.ndenumerate(matrix[:-1]):
                for column, cell in zip(made.values(), (k + 1, i + 1, j + 1, float(value)), strict=True):
                    column.append(cell)
        return made


def _tidy(value: float) -> str:
    """Write a number with at most six digits."""
    return format_exact(float(f"{value:.6g}"))
