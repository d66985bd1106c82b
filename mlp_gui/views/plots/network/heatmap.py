"""The heatmap of a number for each weight: every layer side by side, biases apart, one scale for each or for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QToolButton, QWidget

from mlp_gui.core.number_format import format_exact
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.colour_scale import StableColourScale, largest_magnitude
from mlp_gui.views.charts.plot import Plot
from mlp_gui.views.plots.network.heatmap_canvas import HeatmapCanvas, HeatmapLabels
from mlp_gui.views.plots.network.strongest_units import MOST_UNITS, Units, is_large, strongest_units
from mlp_gui.views.theme.plain_text import set_tip

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext


def fill_template(text: str, /, **values: int) -> str:
    """Fill in a template without translating it, as files want it."""
    return text.format(**values)


class HeatmapPlot(Plot):
    """Base of the plots of weights and of gradients.

    Attributes
    ----------
    canvas : HeatmapCanvas
    strongest : QToolButton
        Whether only the strongest units of large layers are shown; hidden where there is no such layer.
    shared : QToolButton
        Whether all layers have one colour scale.
    """

    empty = mark("There is no network yet.")
    group, place = mark("Network"), "bottom_left"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = HeatmapCanvas()
        self.canvas.empty_text = tr(self.empty)
        self.canvas.pointed.connect(self._on_pointed)
        self.set_body(self.canvas)
        self._sizes: tuple[int, ...] = ()
        self._inputs: tuple[str, ...] = ()
        self._blocks: tuple[slice, ...] = ()
        self._outputs: tuple[str, ...] = ()
        self._matrices: tuple[NDArray, ...] = ()
        self._epoch = 0
        self._batch = 0
        self._scales: list[StableColourScale] = []
        self._shared_scale = StableColourScale()
        self._cell: tuple[int, int, int] | None = None
        self._shown: list[Units] = []
        self._strength: NDArray | None = (
            None  # parameters by which units are chosen, where these are not the shown ones
        )
        self.strongest = QToolButton()
        self.strongest.setText(tr("{n} strongest", n=MOST_UNITS))
        set_tip(
            self.strongest,
            tr("In large hidden layers, show only the units with the largest weights, in their original order"),
        )
        self.strongest.setCheckable(True)
        self.strongest.setChecked(True)
        self.strongest.toggled.connect(self._on_strongest)
        self.header.add_switch(self.strongest)
        self.strongest.hide()
        self.shared = QToolButton()
        self.shared.setText(tr("one scale"))
        set_tip(self.shared, tr("The same colours mean the same numbers in all layers"))
        self.shared.setCheckable(True)
        self.shared.toggled.connect(self._on_shared)
        self.header.add_switch(self.shared)
        self.mark_dirty()

    # --- what it shows ---------------------------------------------------------------------------------------

    def set_run(self, scene: RunContext | None) -> None:
        if scene is not None:
            data = scene.dataset
            self.show_network(scene.sizes, data.feature_names, data.output_names, data.feature_blocks)
        else:
            self.clear()

    def show_network(
        self,
        sizes: Sequence[int],
        inputs: Sequence[str] = (),
        outputs: Sequence[str] = (),
        blocks: Sequence[slice] = (),
    ) -> None:
        """Prepare for a network.

        Parameters
        ----------
        sizes : tuple of int
            Units of every layer, the inputs first.
        inputs, outputs : sequence of str
            A name for each.
        blocks : sequence of slice
            The inputs that belong to one column, which have one name beside them.
        """
        self._blocks = tuple(blocks)
        self._sizes, self._inputs, self._outputs = tuple(sizes), tuple(inputs), tuple(outputs)
        self._matrices, self._cell = (), None
        self._scales = [StableColourScale() for _ in sizes[1:]]
        self._shared_scale.reset()
        self._shown, self._strength = [], None
        self.strongest.setVisible(is_large(self._sizes))
        self._show_names()
        self.show_hover_text("")
        self.mark_dirty()

    def show_flat(self, flat: NDArray, epoch: int, batch: int = 0) -> None:
        """Show one number for each parameter, read in place and not copied.

        Parameters
        ----------
        flat : ndarray of shape (n_parameters,)
            Layer after layer, each (fan_in + 1, fan_out) with the bias last.
        epoch, batch : int
            When the network had them.
        """
        self._matrices = tuple(ParameterLayout(self._sizes).split(flat))
        self._epoch, self._batch = epoch, batch
        self.mark_dirty()

    def choose_units_by(self, theta: NDArray) -> None:
        """Choose the units to show by other numbers than those that are shown, such as the weights for a gradient."""
        self._strength = theta

    def _is_shortened(self) -> bool:
        return self.strongest.isChecked() and is_large(self._sizes)

    def _choose_units(self) -> None:
        """Choose the units that are shown; while a run goes on they stay, or nobody could follow one."""
        strength = self._strength
        by = self._matrices if strength is None else tuple(ParameterLayout(self._sizes).split(strength))
        self._shown = strongest_units(self._sizes, by) if by and self._is_shortened() else []

    def _show_names(self) -> None:
        hidden = (min(n, MOST_UNITS) if self._is_shortened() else n for n in self._sizes[1:-1])
        sizes = (self._sizes[0], *hidden, self._sizes[-1]) if self._sizes else ()
        self.canvas.show_names(HeatmapLabels(sizes, self._inputs, self._outputs, self._sizes, self._blocks))

    def _drawn(self) -> tuple[NDArray, ...]:
        """Return the matrices of the units that are shown, the bias last."""
        if not self._shown:
            return self._matrices
        ends = zip(self._matrices, self._shown[:-1], self._shown[1:], strict=True)
        return tuple(matrix[np.ix_(np.append(above, len(matrix) - 1), below)] for matrix, above, below in ends)

    def clear(self) -> None:
        self.show_network(())

    # --- a frame ---------------------------------------------------------------------------------------------

    def draw(self) -> None:
        if not self._matrices:
            self.canvas.clear()
            self.show_notice("")
            return
        if not self._shown:
            self._choose_units()
        largest = [largest_magnitude(matrix) for matrix in self._matrices]
        if self.shared.isChecked():
            limits = [self._shared_scale.update_limit(max(largest))] * len(largest)
        else:
            limits = [scale.update_limit(value) for scale, value in zip(self._scales, largest, strict=True)]
        self.canvas.show_matrices(self._drawn(), limits)
        self._say(largest)
        if self._cell is not None:
            self.show_hover_text(self._reading_of(*self._cell))

    def finish_animation(self) -> None:
        before = self._shown
        self._choose_units()
        if any(not np.array_equal(a, b) for a, b in zip(before, self._shown, strict=False)):
            self.mark_dirty()
        largest = [largest_magnitude(matrix) for matrix in self._matrices]
        if self.shared.isChecked():
            changed = bool(largest) and self._shared_scale.shrink_now(max(largest))
        else:
            changes = [scale.shrink_now(value) for scale, value in zip(self._scales, largest, strict=False)]
            changed = any(changes)
        if changed:
            self.mark_dirty()

    def _say(self, largest: list[float]) -> None:
        bad = sum(int(matrix.size - np.isfinite(matrix).sum()) for matrix in self._matrices)
        if bad:
            self.show_notice(tr_n("{n:,} number is not finite (red)", "{n:,} numbers are not finite (red)", bad), "bad")
            return
        when = tr("epoch {epoch:,}", epoch=self._epoch)
        if self._batch:
            when = tr("epoch {epoch:,}, batch {batch:,}", epoch=self._epoch, batch=self._batch)
        strongest = tr("the {n} strongest units", n=MOST_UNITS) if self._is_shortened() else ""
        self.show_notice("; ".join(filter(None, (when, strongest, self.canvas.crowded()))))

    # --- pointer and switches --------------------------------------------------------------------------------

    def _on_pointed(self, cell: tuple[int, int, int] | None) -> None:
        self._cell = cell
        self.show_hover_text(self._reading_of(*cell) if cell is not None else "")

    def _reading_of(self, layer: int, row: int, column: int) -> str:
        if self._shown:
            above, below = self._shown[layer], self._shown[layer + 1]
            row, column = int(above[row]) if row < len(above) else self._sizes[layer], int(below[column])
        value = float(self._matrices[layer][row, column])
        ends = f"{self._source(layer, row, tr)} → {self._unit(layer, column, tr)}"
        return tr("layer {layer}: {ends} = {value}", layer=layer + 1, ends=ends, value=format_exact(value))

    def _source(self, layer: int, row: int, say: Callable[..., str] = fill_template) -> str:
        """Say what a row of a layer's matrix is; English in files."""
        if row == self._sizes[layer]:
            return say(mark("bias"))
        return self._inputs[row] if layer == 0 and self._inputs else say(mark("unit {k}"), k=row + 1)

    def _unit(self, layer: int, column: int, say: Callable[..., str] = fill_template) -> str:
        last = layer == len(self._sizes) - 2
        return self._outputs[column] if last and self._outputs else say(mark("unit {k}"), k=column + 1)

    def _on_strongest(self) -> None:
        self._choose_units()
        self._on_pointed(None)
        self._show_names()
        self.mark_dirty()

    def _on_shared(self, shared: bool) -> None:
        self._shared_scale.reset()
        for scale in self._scales:
            scale.reset()
        self.canvas.show_shared(shared)
        self.mark_dirty()

    def set_vector_mode(self, on: bool) -> None:
        self.canvas.vector = on

    def restyle(self) -> None:
        self.canvas.restyle()

    def columns(self) -> image_export.Columns:
        layers, sources, units, values = [], [], [], []
        for k, matrix in enumerate(self._matrices):
            for (row, column), value in np.ndenumerate(matrix):
                layers.append(k + 1)
                sources.append(self._source(k, row))
                units.append(self._unit(k, column))
                values.append(float(value))
        return {"layer": layers, "from": sources, "to": units, self.name: values}
