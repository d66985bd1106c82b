"""How well the probabilities order the rows: the ROC curve, or precision against recall."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_exact, format_number
from mlp_gui.core.subsets import short_label
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.metrics.classification import average_precision, roc_auc
from mlp_gui.engine.metrics.curves import ThresholdCurve, precision_recall_curve, roc_curve
from mlp_gui.views.charts import image_export
from mlp_gui.views.charts.chart import ChartContents
from mlp_gui.views.charts.class_chart import ClassChart
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Item, Line, Rule
from mlp_gui.views.charts.markers import LINES
from mlp_gui.views.charts.plot import plots

UNIT = (-0.02, 1.02)  # a curve along the edge keeps its whole width


@plots.register("roc", "ROC and precision-recall")
class RocPlot(ClassChart):
    """ROC curve or precision-recall curve of each subset.

    Attributes
    ----------
    kind : HeaderCombo
        Which of the two.
    """

    short, place = mark("ROC"), "top_right"
    help = mark("How well the probabilities tell a class from the rest, whatever the threshold.")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = self.add_choice(tr("Which curve is shown"), mark("ROC"), mark("precision-recall"))

    def curves(self) -> dict[str, tuple[ThresholdCurve, float]]:
        """Return, for each subset, its curve and the area below it."""
        made = {}
        for subset, _, belongs, score in self.one_vs_rest():
            fine = np.isfinite(score)
            belongs, score = belongs[fine], score[fine]
            if self.kind.index() == 0:
                made[subset] = roc_curve(belongs, score), roc_auc(belongs, score) if len(score) else float("nan")
            else:
                area = average_precision(belongs, score) if len(score) else float("nan")
                made[subset] = precision_recall_curve(belongs, score), area
        return made

    def contents(self) -> ChartContents:
        is_roc = self.kind.index() == 0
        items: list[Item] = [Rule(slope=1.0)] if is_roc else []
        found = self.curves()
        for subset, (curve, _) in found.items():
            reads = partial(self._read_point, subset, curve)
            items.append(Line(curve.x, curve.y, subset, LINES[subset], reads))
        return ChartContents(
            items if found else (),
            tr("false positive rate" if is_roc else "recall"),
            tr("true positive rate" if is_roc else "precision"),
            UNIT,
            UNIT,
            [LegendKey(tr(subset), subset, LINES[subset]) for subset in found],
            self._said({subset: format_number(area) for subset, (_, area) in found.items()}),
            self.empty_rows(),
        )

    def _said(self, areas: dict[str, str]) -> tuple[str, ...]:
        """Say the area below each subset's curve."""
        name, brief = ("AUC", "AUC") if self.kind.index() == 0 else (tr("average precision"), tr("AP"))
        text = f"{self.class_name()}:  " + "   ".join(f"{tr(subset)} {name} {area}" for subset, area in areas.items())
        short = f"{brief}: " + "  ".join(f"{short_label(subset)} {area}" for subset, area in areas.items())
        return (text, "muted", short) if areas else ("", "muted")

    def _read_point(self, subset: str, curve: ThresholdCurve, at: int) -> tuple[str, ...]:
        names = (tr("FPR"), tr("TPR")) if self.kind.index() == 0 else (tr("recall"), tr("precision"))
        x, y, threshold = (format_exact(float(f"{v[at]:.4g}")) for v in curve)
        return (
            tr("{subset}: threshold {threshold}", subset=tr(subset), threshold=threshold)
            + f", {names[0]} {x}, {names[1]} {y}",
            f"{threshold}: {names[0]} {x}, {names[1]} {y}",
        )

    def columns(self) -> image_export.Columns:
        made: dict[str, list] = {"subset": [], "threshold": [], "x": [], "y": []}
        for subset, (curve, _) in self.curves().items():
            cells = ([subset] * len(curve.x), curve.threshold.tolist(), curve.x.tolist(), curve.y.tolist())
            for column, values in zip(made.values(), cells, strict=True):
                column += values
        return made
