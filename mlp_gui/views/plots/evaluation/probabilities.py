"""The probabilities of a class as histograms, by what the rows truly are; for two classes with a movable threshold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_percent
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, mark, tr, tr_n
from mlp_gui.engine.metrics.curves import ThresholdMetrics, threshold_metrics
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.class_chart import ClassChart
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Bars, Item, Rule
from mlp_gui.views.charts.plot import plots
from mlp_gui.views.theme import style
from mlp_gui.views.theme.plain_text import set_tip

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext
    from mlp_gui.session.training.prediction_cache import SubsetPredictions

BINS = 20


@plots.register("probabilities", "Probabilities")
class ProbabilitiesPlot(ClassChart):
    """Histograms of a class's probability, one for each true class.

    Attributes
    ----------
    subset : HeaderCombo
    threshold : QSlider
        In percent; rows from there on are counted as the class.
    """

    place = "bottom_left"
    help = mark(
        "How the rows of each true class are spread over the probability. Move the threshold: the rates follow."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subset = self.add_choice(tr("The rows that are shown"), Subset.TRAINING)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setRange(0, 100)
        self.threshold.setValue(50)
        self.threshold.setFixedWidth(style.px(96))
        set_tip(self.threshold, tr("Rows with at least this probability are taken for the class"))
        self.threshold.setAccessibleName(tr("Threshold"))
        self.threshold.valueChanged.connect(self.mark_dirty)
        self.header.add_switch(self.threshold)

    def set_run(self, scene: RunContext | None) -> None:
        self._offer([n for n, s in scene.dataset.subsets.items() if len(s)] if scene is not None else [])
        self.threshold.setVisible(scene is not None and scene.task is Task.BINARY)
        super().set_run(scene)

    def _offer(self, names: list[str]) -> None:
        # At first the rows that the network was not trained on.
        kept = self.subset.chosen() if self.subset.chosen() in names else Subset.VALIDATION
        self.subset.set_texts(names, kept, [tr(name) for name in names])

    def show_predictions(self, seen: Mapping[str, SubsetPredictions]) -> None:
        super().show_predictions(seen)
        if self._seen and self.subset.chosen() not in self._seen:
            self._offer(list(self._seen))

    def rows(self) -> tuple[NDArray, NDArray, NDArray, NDArray]:
        """Return row numbers, true class numbers, whether they belong to the chosen class, and its probability."""
        for name, seen in self._seen.items():
            if name == self.subset.chosen():
                at = self.chosen()
                belongs = seen.true[:, at] >= 0.5
                several = self.scene is not None and self.scene.task is Task.MULTICLASS
                kinds = seen.true.argmax(axis=1) if several else belongs.astype(int)
                score = np.asarray(seen.predicted[:, at], float)
                fine = np.isfinite(score)
                return seen.row_numbers[fine], kinds[fine], belongs[fine], score[fine]
        return np.zeros(0, int), np.zeros(0, int), np.zeros(0, bool), np.zeros(0)

    def rates(self) -> ThresholdMetrics:
        """Compute the metrics at the threshold."""
        _, _, belongs, score = self.rows()
        return threshold_metrics(belongs, score, self.threshold.value() / 100)

    def binned(self) -> tuple[NDArray, list[tuple[str, NDArray, list[NDArray]]]]:
        """Return edges, and per true class its name, its counts and its rows by bin."""
        rows, kinds, _, score = self.rows()
        at = np.clip((score * BINS).astype(int), 0, BINS - 1)  # a probability of 1 is in the last bin
        parts = []
        for k, name in enumerate(self.class_names()):
            mine = kinds == k
            parts.append((name, np.bincount(at[mine], minlength=BINS), [rows[mine & (at == b)] for b in range(BINS)]))
        return np.linspace(0, 1, BINS + 1), parts

    def contents(self) -> ChartContents:
        edges, parts = self.binned()
        items: list[Item] = []
        bottom, keys = np.zeros(BINS), []
        for k, (name, heights, rows) in enumerate(parts):
            reads = partial(self._read_bar, name, edges, heights)
            items.append(Bars(edges, bottom, bottom + heights, f"@{k}", reads, tuple(rows)))
            keys.append(LegendKey(name, f"@{k}", "square"))
            bottom = bottom + heights
        binary = self.scene is not None and self.scene.task is Task.BINARY
        if binary:
            value = self.threshold.value() / 100
            items.append(Rule(x=value, text=format_localized(value, ".2f"), colour="text"))
        return ChartContents(
            items if bottom.any() else (),
            tr("probability of {name}", name=self.class_name()),
            tr("rows"),
            (-0.01, 1.01),
            (0.0, self._y.update_range(0.0, float(bottom.max(initial=1)))[1]),
            keys,
            self._rates_said() if binary and bottom.any() else self.status_notice(),
            self.empty_rows(),
        )

    def _rates_said(self) -> tuple[str, ...]:
        r = self.rates()
        said = {
            "accuracy": format_percent(r.accuracy),
            "precision": format_percent(r.precision),
            "recall": format_percent(r.recall),
        }
        short = tr("accuracy {accuracy}  precision {precision}  recall {recall}", **said)
        more = tr("specificity {specificity}  F1 {f1:.3f}", specificity=format_percent(r.specificity), f1=r.f1)
        return (
            f"{short}  {more}",
            "text",
            short,
            tr("acc {accuracy} prec {precision} rec {recall}", **said),
        )

    def _read_bar(self, name: str, edges: NDArray, heights: NDArray, k: int) -> tuple[str, ...]:
        said = tr_n(
            "true {name}: {n:,} row given {low:.2f} to {high:.2f}",
            "true {name}: {n:,} rows given {low:.2f} to {high:.2f}",
            int(heights[k]),
            name=name,
            low=edges[k],
            high=edges[k + 1],
        )
        return (said,)

    def columns(self) -> image_export.Columns:
        edges, parts = self.binned()
        return {"from": edges[:-1], "to": edges[1:]} | {f"true {name}": counts for name, counts, _ in parts}
