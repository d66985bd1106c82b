"""A chart about classes: one class against the rest, for every subset."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Task
from mlp_gui.core.translation import mark
from mlp_gui.views.charts.row_chart import RowChart

CLASSES = frozenset({Task.BINARY, Task.MULTICLASS})


class ClassChart(RowChart):
    """Base of ROC, calibration and probabilities: one class against the rest, in every subset."""

    group = mark("Evaluation")
    tasks = CLASSES

    def outputs(self) -> tuple[str, ...]:
        """Return what can be chosen: one of several classes, or a target of two classes."""
        return self.scene.dataset.output_names if self.scene is not None else ()

    def class_names(self) -> tuple[str, ...]:
        return (self.scene.dataset.class_names if self.scene is not None else ()) or ("0", "1")

    def class_name(self) -> str:
        """Return the class that the probability is for."""
        if self.scene is None:
            return ""
        return self.class_names()[1] if self.scene.task is Task.BINARY else self.target_name()

    def one_vs_rest(self) -> Iterator[tuple[str, NDArray, NDArray, NDArray]]:
        """Yield (subset, row numbers, belongs to the class, probability); the arrays have shape (n_rows,)."""
        for subset, rows, true, probability in self.subsets():
            yield subset, rows, true >= 0.5, np.asarray(probability, float)
