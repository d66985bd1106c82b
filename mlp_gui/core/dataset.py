"""A dataset is what a network is trained on: numbers only, in three subsets, with the names to show them by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr

Floats = NDArray[np.floating]

TASKS = {"regression": mark("Regression"), "binary": mark("Two classes"), "multiclass": mark("Several classes")}


class Task(StrEnum):
    """What kind of question the target asks."""

    REGRESSION = "regression"
    BINARY = "binary"
    MULTICLASS = "multiclass"

    @property
    def label(self) -> str:
        """In the reader's language."""
        return tr(TASKS[self.value])

    @property
    def is_classification(self) -> bool:
        return self is not Task.REGRESSION


@dataclass(frozen=True, eq=False)
class SubsetData:
    """Rows of one subset.

    x: (rows, features) encoded and scaled inputs.
    y: (rows, outputs) scaled targets; 0/1 in one column for two classes, one-hot for several.
    row_numbers: (rows,) positions in the table, counted from 0.
    weights: (rows,) sample weights, or None when all rows count alike.
    """

    x: Floats
    y: Floats
    row_numbers: NDArray[np.int64]
    weights: Floats | None = None

    def __len__(self) -> int:
        return len(self.x)


@dataclass(frozen=True, eq=False)
class Dataset:
    """The three subsets and how to read their numbers.

    feature_names: one per column of x, e.g. "rel_hum" or "species = setosa".
    target_names: the target columns. For several classes there is one target and `class_names` names the columns of y.
    target_shift, target_scale: (outputs,) original = scaled * target_scale + target_shift (0 and 1 for classes).
    """

    train: SubsetData
    validation: SubsetData
    test: SubsetData
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    task: Task
    class_names: tuple[str, ...] = ()
    target_shift: Floats = field(default_factory=lambda: np.zeros(1))
    target_scale: Floats = field(default_factory=lambda: np.ones(1))

    @property
    def subsets(self) -> dict[str, SubsetData]:
        return {Subset.TRAINING: self.train, Subset.VALIDATION: self.validation, Subset.TEST: self.test}

    @property
    def n_features(self) -> int:
        return int(self.train.x.shape[1])

    @property
    def n_outputs(self) -> int:
        return int(self.train.y.shape[1])

    @property
    def output_names(self) -> tuple[str, ...]:
        """One name per network output: target names, or class names when there is an output per class."""
        return self.class_names if self.task is Task.MULTICLASS else self.target_names

    def to_original(self, y: Floats) -> Floats:
        """Scaled targets or predictions (rows, outputs) in the target's original units."""
        return y * self.target_scale + self.target_shift
