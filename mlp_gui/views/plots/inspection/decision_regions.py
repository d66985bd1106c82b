"""Decision regions: what the network answers over two of its inputs, the other ones at their medians or at a row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.number_format import format_exact, format_number
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents, ChartPlot
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.image_item import RegionImage, region_colours
from mlp_gui.views.charts.items import Dots, Item
from mlp_gui.views.charts.markers import MARKS
from mlp_gui.views.charts.plot import Rows, plots
from mlp_gui.views.charts.row_chart import row_text
from mlp_gui.views.plots.inspection.piecewise import PiecewiseComputation

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

GRID_COST = 1.5e6  # places x parameters that a frame may cost
FINEST, COARSEST = 96, 24
REFINED = 200  # places along each axis at rest
MAX_DOTS = 1500


@plots.register("regions", "Decision regions")
class DecisionRegionsPlot(ChartPlot):
    """Map of the network's answers over two of its inputs.

    Attributes
    ----------
    target : HeaderCombo
        Which of several outputs is shown.
    """

    short, group, place = mark("Decision regions"), mark("Evaluation"), "top_right"
    help = mark("What the network answers over two inputs, the others held at their medians or at the chosen row.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: RunContext | None = None
        self.target = self.add_choice(tr("The target that is shown"))
        self.target.hide()
        self._across = self.add_choice(tr("The input to the right"))
        self._up = self.add_choice(tr("The input upwards"))
        self._answers: NDArray | None = None
        self._side = FINEST
        self._epoch = 0
        self._held: int | None = None  # number of the row the other inputs are held at
        # What the answers are from: the network, how many parameters it has, and what its outputs mean.
        self._source: tuple[Callable[[NDArray], NDArray], int, Dataset] | None = None
        self._rests = True
        self._refinement = PiecewiseComputation(self)
        self._refinement.finished.connect(self._on_refined)

    @classmethod
    def title_for(cls, task: Task | None, in_full: bool) -> str:
        if task is Task.REGRESSION:
            return tr("Response surface")
        return super().title_for(task, in_full)

    def set_run(self, scene: RunContext | None) -> None:
        self._scene, self._answers, self._held, self._source = scene, None, None, None
        self._refinement.cancel()
        names = scene.settable_names if scene is not None else ()
        self._across.set_texts(names, self._across.chosen())
        targets = scene.dataset.target_names if scene is not None and scene.task is Task.REGRESSION else ()
        self.target.set_texts(targets, self.target.chosen())
        self.target.setVisible(len(targets) > 1)
        self._up.set_texts(
            names, self._up.chosen() if self._up.chosen() in names else names[1] if len(names) > 1 else ""
        )
        if scene is not None:
            self.header.title.setText(self.title_for(scene.task, True))
            self._spread = _spreads(scene)
        self.reset_ranges()

    def reset_ranges(self) -> None:
        super().reset_ranges()
        if self.isVisible():
            self.became_visible.emit()  # another pair of inputs needs other answers

    # --- the answers -----------------------------------------------------------------------------------------

    def update_plot(self, look: PlotUpdate) -> None:
        self._rests = look.at_rest
        self.show_network(look.network.predict, look.network.n_parameters, look.displayed.epoch, look.dataset)

    def show_network(self, predict, parameters: int, epoch: int, dataset: Dataset | None = None) -> None:
        """Compute the answers on a grid over the two inputs.

        Parameters
        ----------
        predict : callable
            From scaled inputs (n_places, n_features) to outputs (n_places, n_outputs).
        parameters : int
            Of the network; the more, the coarser the grid.
        epoch : int
        dataset : Dataset, optional
            Says how outputs become original units; the run's own when omitted.
        """
        if self._scene is None or len(self._scene.plain_features) < 2:
            return
        self._refinement.cancel()
        self._side = int(np.clip(np.sqrt(GRID_COST / max(1, parameters)), COARSEST, FINEST))
        self._source, self._epoch = (predict, parameters, dataset or self._scene.dataset), epoch
        self._answers = self._answers_at(self._side, slice(0, self._side**2))
        self.mark_dirty()

    def _answers_at(self, side: int, part: slice) -> NDArray:
        """Return the answers at some of the places of a square grid, counted row by row from the lower left."""
        assert self._scene is not None
        assert self._source is not None
        predict, _, dataset = self._source
        places = np.arange(part.start, part.stop)
        x = np.tile(self._held_at(), (len(places), 1))
        for feature, at in zip(self._axes_features(), (places % side, places // side), strict=True):
            x[:, feature] = _centres(*self._limits_of(feature), side)[at]
        self._scene.dataset.refresh_pieces(x)
        return dataset.to_original(predict(x))

    def finish_animation(self) -> None:
        """Refine the grid, as there were no other weights for a while."""
        super().finish_animation()
        if self._source is None or self._side >= REFINED or self._refinement.is_running:
            return
        if self._rests and self.isVisible():
            step = max(1, int(GRID_COST / max(1, self._source[1])))
            self._refinement.start(partial(self._answers_at, REFINED), REFINED**2, step)

    @Slot(object)
    def _on_refined(self, answers: NDArray) -> None:
        self._side, self._answers = REFINED, answers
        self.mark_dirty()

    def _axes_features(self) -> tuple[int, int]:
        """Return the positions of the two inputs among the features."""
        assert self._scene is not None
        plain = self._scene.plain_features
        return plain[self._across.index()], plain[self._up.index()]

    def _held_at(self) -> NDArray:
        assert self._scene is not None
        dataset = self._scene.dataset
        for subset in dataset.subsets.values():
            if self._held is not None:
                at = np.flatnonzero(subset.row_numbers == self._held)
                if len(at):
                    return np.asarray(subset.x[at[0]], float)
        return self._spread[1]

    def _limits_of(self, feature: int) -> tuple[float, float]:
        low, high = float(self._spread[0][feature]), float(self._spread[2][feature])
        air = 0.05 * (high - low) or 1.0  # 1.0 for a constant input
        return low - air, high + air

    def show_selection(self, rows: Rows) -> None:
        super().show_selection(rows)
        held = int(rows[0]) if len(rows) == 1 else None
        if held != self._held:
            self._held = held
            if self.isVisible():
                self.became_visible.emit()

    # --- a frame ---------------------------------------------------------------------------------------------

    def contents(self) -> ChartContents:
        if self._scene is None or self._answers is None:
            few = self._scene is not None and len(self._scene.plain_features) < 2
            return ChartContents(
                empty=tr("Regions need two inputs." if few else "The regions appear with the first weights.")
            )
        dataset, (a, b) = self._scene.dataset, self._axes_features()
        limits = (*self._limits_of(a), *self._limits_of(b))
        at, is_number = max(0, self.target.index()), dataset.task is Task.REGRESSION
        centre, reach = _middle_and_reach(dataset, at) if is_number else (0.0, 1.0)
        colours = region_colours(dataset.task, self._answers[:, at:] if is_number else self._answers, centre, reach)
        items: list[Item] = [RegionImage(colours.reshape(self._side, self._side), limits), *self._dots(a, b)]
        keys = self._keys(centre, reach)
        names = dataset.feature_names
        held = tr("medians") if self._held is None else tr("row {row:,}", row=self._held + 1)
        said = tr(
            "epoch {epoch:,}; other inputs at {held}; inputs scaled as the network sees them",
            epoch=self._epoch,
            held=held,
        )
        notice = said, "muted", tr("others at {held}", held=held)
        return ChartContents(items, names[a], names[b], limits[:2], limits[2:], keys, notice)

    def _keys(self, centre: float, reach: float) -> list[LegendKey]:
        assert self._scene is not None
        if self._scene.task is Task.REGRESSION:
            name = f"{self.target.chosen()} " if len(self.target.texts()) > 1 else ""
            return [
                LegendKey(f"{name}≤ {format_number(centre - reach)}", "negative", "square"),
                LegendKey(f"{name}≥ {format_number(centre + reach)}", "positive", "square"),
            ]
        names = self._scene.dataset.class_names or ("0", "1")
        return [LegendKey(name, f"@{k}", MARK_OF[k % 3]) for k, name in enumerate(names)]

    def _dots(self, a: int, b: int) -> list[Dots]:
        """Return the rows as dots; for classes in the colour of the true class, else by subset."""
        assert self._scene is not None
        made, dataset = [], self._scene.dataset
        for subset, part in dataset.subsets.items():
            step = max(1, -(-len(part) // MAX_DOTS))  # rounded up
            x, y, rows = part.x[::step], part.y[::step], part.row_numbers[::step]
            if dataset.task is Task.REGRESSION:
                groups = [(np.ones(len(x), bool), "text", MARKS[subset])]
            else:
                kinds = y.argmax(axis=1) if dataset.task is Task.MULTICLASS else (y[:, 0] >= 0.5).astype(int)
                groups = [(kinds == k, f"@{k}", MARK_OF[k % 3]) for k in np.unique(kinds)]
            for mine, colour, shape in groups:
                reads = partial(self._read_dot, subset, rows[mine], x[mine][:, [a, b]])
                size = 4.0 if dataset.task is Task.REGRESSION else 6.0
                made.append(Dots(x[mine, a], x[mine, b], rows[mine], shape, colour, reads, size, 0.9))
        return made

    def _read_dot(self, subset: str, rows: NDArray, values: NDArray, at: int) -> tuple[str, ...]:
        places = zip((self._across.chosen(), self._up.chosen()), values[at].tolist(), strict=True)
        return row_text(int(rows[at]), subset, *(f"{name} {format_exact(value)}" for name, value in places))

    def columns(self) -> image_export.Columns:
        if self._answers is None:
            return {"across": [], "up": [], "output 1": []}
        a, b = self._axes_features()
        x, y = (_centres(*self._limits_of(k), self._side) for k in (a, b))
        grid = {self._across.chosen(): np.tile(x, self._side), self._up.chosen() + " (up)": np.repeat(y, self._side)}
        return grid | {f"output {k + 1}": self._answers[:, k] for k in range(self._answers.shape[1])}


MARK_OF = ("circle", "triangle", "square")


def _middle_and_reach(dataset: Dataset, at: int) -> tuple[float, float]:
    """Return the middle of the colours and how far they reach, in the target's units: 2.5 scales on either side."""
    rows = np.zeros((3, dataset.n_outputs))
    rows[:, at] = -2.5, 0.0, 2.5
    below, middle, above = dataset.to_original(rows)[:, at].tolist()
    return middle, max(middle - below, above - middle)


def _centres(low: float, high: float, count: int) -> NDArray:
    """Return the centres of `count` equal cells."""
    return low + (np.arange(count) + 0.5) * (high - low) / count


def _spreads(scene: RunContext) -> tuple[NDArray, NDArray, NDArray]:
    """Return the smallest, median and largest value of each feature among the training rows."""
    x = scene.dataset.train.x[:: max(1, len(scene.dataset.train) // 20_000)]  # enough for medians
    return x.min(axis=0), np.median(x, axis=0), x.max(axis=0)
