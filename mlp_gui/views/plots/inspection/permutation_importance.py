"""Permutation importance: by how much the score falls when one input's values are shuffled among the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.inspection.feature_importance import Importance, permutation_importance
from mlp_gui.engine.metrics.metric import score
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.background_chart import BackgroundChart, Work
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.items import NO_ROWS, HitResult, Item, Rule
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.theme import style

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

MAX_ROWS = 5000
REPEATS = 5
SUBSETS = (Subset.VALIDATION, Subset.TRAINING, Subset.TEST)  # the one that says most first


@plots.register("importance", "Importance")
class PermutationImportancePlot(BackgroundChart):
    """Permutation importance of each input, as bars.

    Attributes
    ----------
    subset : HeaderCombo
        Rows it is measured on.
    result : Importance or None
        As last computed.
    """

    short, place = mark("Importance"), "bottom_left"
    help = mark(
        "How much the score falls when an input is shuffled: bars are the mean of five shuffles, lines their range."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subset = self.add_choice(tr("The rows it is measured on"), *SUBSETS)
        self.subset.changed.connect(self.request_again)
        self.result: Importance | None = None

    def set_run(self, scene: RunContext | None) -> None:
        if scene is not None:  # only of rows that there are
            names = [name for name in SUBSETS if len(scene.dataset.subsets[name])]
            self.subset.set_texts(names, self.subset.chosen(), [tr(name) for name in names])
        super().set_run(scene)

    def measure(self) -> tuple[str, str]:
        """Name and label of the score."""
        classes = self.scene is not None and self.scene.task.is_classification
        return ("accuracy", tr("accuracy")) if classes else ("r2", "R²")

    def make_work(self, look: PlotUpdate) -> Work | None:
        assert self.scene is not None
        # A copy, because the run may go on while a thread computes with it.
        dataset, task, network = look.dataset, self.scene.task, look.network.copy()
        part = dataset.subsets[self.subset.chosen()]
        step = max(1, -(-len(part) // MAX_ROWS))
        x, y = part.x[::step], dataset.true_values(part.y[::step])

        measure = self.measure()[0]

        def value(predicted: np.ndarray) -> float:
            return score(measure, task, y, dataset.to_original(predicted))

        groups = self.scene.groups
        return lambda progress, cancelled: permutation_importance(
            network.predict, value, x, groups, REPEATS, 0, progress, cancelled
        )

    def set_result(self, result: Importance) -> None:
        self.result = result
        self.mark_dirty()

    def reset_ranges(self) -> None:
        self.result = None  # it is about other rows
        super().reset_ranges()

    def contents(self) -> ChartContents:
        if self.result is None:
            return ChartContents(
                notice=self.progress_notice(""),
                empty=self.empty_text(tr("The importance is computed when training is paused.")),
            )
        mean = self.result.drops.mean(axis=1)
        order = np.argsort(-np.nan_to_num(mean), kind="stable")[:14]  # an undefined fall counts as none
        bars = HorizontalBars(
            [self.result.names[k] for k in order], mean[order],
            self.result.drops[order].min(axis=1), self.result.drops[order].max(axis=1), self.measure()[1],
        )  # fmt: skip
        self.axes.left.show_names([self.result.names[k] for k in order[::-1]], 0.35 * self.axes.width())  # from below
        score_, subset = f"{self.measure()[1]} {format_number(self.result.base)}", self.subset.chosen_label()
        shown = tr("{score} on {subset}", score=score_, subset=subset)
        if len(order) < len(mean):
            shown = tr(
                "{score} on {subset}; the first {some:,} of {all:,}",
                score=score_,
                subset=subset,
                some=len(order),
                all=len(mean),
            )
        return ChartContents(
            [Rule(x=0.0), bars],
            tr("drop in {score}", score=self.measure()[1]),
            "",
            y_range=(-0.5, len(order) - 0.5),
            notice=self.progress_notice(shown),
        )

    def columns(self) -> image_export.Columns:
        if self.result is None:
            return {"input": [], "mean fall": []}
        runs = {f"shuffle {r + 1}": self.result.drops[:, r] for r in range(self.result.drops.shape[1])}
        return {"input": self.result.names, "mean fall": self.result.drops.mean(axis=1)} | runs


class HorizontalBars(Item):
    """Named bars below one another.

    Attributes
    ----------
    names : list of str
    mean : ndarray
        Lengths of the bars.
    low, high : ndarray
        Ends of the line over each bar.
    unit : str
        Of the lengths.
    """

    def __init__(self, names: list[str], mean: np.ndarray, low: np.ndarray, high: np.ndarray, unit: str) -> None:
        self.names, self.mean, self.low, self.high, self.unit = names, mean, low, high, unit

    def limits(self) -> tuple[float, float, float, float]:
        return min(0.0, float(self.low.min())), max(1e-9, float(self.high.max())), -0.5, len(self.names) - 0.5

    def boxes(self, axes: Axes) -> list[QRectF]:
        zero = axes.pixel(0, 0).x()
        rect = axes.box.rect()
        step = rect.height() / len(self.names)
        made = []
        for k, value in enumerate(self.mean.tolist()):
            x = axes.pixel(value, 0).x()
            thick = min(0.72 * step, style.px(24))
            made.append(QRectF(min(zero, x), (k + 0.5) * step - thick / 2, max(1.0, abs(x - zero)), thick))
        return made

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        fill = resolve_colour("training")
        fill.setAlphaF(0.35)
        for k, box in enumerate(self.boxes(axes)):
            painter.fillRect(box, fill)
            low, high = axes.pixel(float(self.low[k]), 0).x(), axes.pixel(float(self.high[k]), 0).x()
            painter.fillRect(
                QRectF(low, round(box.center().y()) - 1, max(2.0, high - low), 2), resolve_colour("training")
            )

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        step = axes.box.rect().height() / len(self.names)
        k = int(place.y() / step)
        if not 0 <= k < len(self.names):
            return None
        mean, low, high = (format_number(float(v[k])) for v in (self.mean, self.low, self.high))
        said = tr(
            "{name}: {score} falls by {mean} ({low} to {high})",
            name=self.names[k],
            score=self.unit,
            mean=mean,
            low=low,
            high=high,
        )
        return HitResult(0.0, (said,), NO_ROWS, None)
