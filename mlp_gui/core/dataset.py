"""A dataset is what a network is trained on: numbers only, in three subsets, with the names to show them by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.subsets import Subset
from mlp_gui.core.transformation import Transformation
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
        """The name in the reader's language."""
        return tr(TASKS[self.value])

    @property
    def is_classification(self) -> bool:
        """Whether the answer is a class."""
        return self is not Task.REGRESSION


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class SubsetData:
    """Rows of one subset.

    Attributes
    ----------
    x : ndarray of shape (n_rows, n_features)
        Encoded and scaled inputs.
    y : ndarray of shape (n_rows, n_outputs)
        Scaled targets; 0 or 1 in one column for two classes, one-hot for several.
    row_numbers : ndarray of shape (n_rows,)
        Positions in the table, counted from 0.
    weights : ndarray of shape (n_rows,), optional
        Sample weights; None when all rows count alike.
    """

    x: Floats
    y: Floats
    row_numbers: NDArray[np.int64]
    weights: Floats | None = None

    def __len__(self) -> int:
        return len(self.x)


def linear_pieces(values: Floats, edges: tuple[float, ...]) -> NDArray[np.float64]:
    """Return how much of each piece between neighbouring edges lies below a value, from 0 to 1 (Gorishniy et al. 2022).

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    edges : sequence of float
        Rising.

    Returns
    -------
    ndarray of shape (n_rows, n_edges - 1)
        NaN where a value is.
    """
    low = np.asarray(edges[:-1], float)
    return np.asarray(np.clip((np.asarray(values, float)[:, None] - low) / np.diff(edges), 0.0, 1.0))


@dataclass(frozen=True)
class PiecewiseInput:
    """A number that the network also sees in pieces: columns of x that follow from the column before them.

    Attributes
    ----------
    value : int
        The column of x with the number itself.
    edges : tuple of float
        Of the pieces, rising, in the units of the number before it is scaled.
    shift, scale : tuple of float
        Of the number, then of each piece: scaled = (value - shift) / scale.
    """

    value: int
    edges: tuple[float, ...]
    shift: tuple[float, ...]
    scale: tuple[float, ...]

    @property
    def pieces(self) -> slice:
        """The columns of x with its pieces."""
        return slice(self.value + 1, self.value + len(self.edges))

    def refresh(self, x: Floats) -> None:
        """Compute the pieces from the number anew.

        Parameters
        ----------
        x : ndarray of shape (n_rows, n_features)
            Changed in place.
        """
        n = len(self.edges)
        values = x[:, self.value] * self.scale[0] + self.shift[0]
        x[:, self.pieces] = (linear_pieces(values, self.edges) - np.array(self.shift[1:n])) / np.array(self.scale[1:n])


@dataclass(frozen=True, eq=False)
class Dataset:
    """The three subsets and how to read their numbers.

    Attributes
    ----------
    train, validation, test : SubsetData
    feature_names : tuple of str
        One for each column of x, such as "rel_hum" or "species = setosa".
    target_names : tuple of str
        The target columns. For several classes there is one, and `class_names` names the columns of y.
    task : Task
    class_names : tuple of str
        Empty for a regression.
    target_shift, target_scale : ndarray of shape (n_outputs,)
        transformed = scaled * target_scale + target_shift; 0 and 1 for classes.
    target_transforms : tuple of Transformation
        One for each output; empty where no target is transformed.
    gap_features : tuple of int
        The columns of x that say whether a cell was empty.
    piecewise : tuple of PiecewiseInput
        The numbers that also enter in pieces.
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
    gap_features: tuple[int, ...] = ()
    target_transforms: tuple[Transformation, ...] = ()
    piecewise: tuple[PiecewiseInput, ...] = ()

    @property
    def subsets(self) -> dict[str, SubsetData]:
        """The rows of each subset, in the order of `Subset`."""
        return {Subset.TRAINING: self.train, Subset.VALIDATION: self.validation, Subset.TEST: self.test}

    @property
    def n_features(self) -> int:
        """The number of columns of x."""
        return int(self.train.x.shape[1])

    @property
    def plain_features(self) -> tuple[int, ...]:
        """The columns of x that are no pieces of a number."""
        gone = {k for one in self.piecewise for k in range(one.pieces.start, one.pieces.stop)}
        return tuple(k for k in range(self.n_features) if k not in gone)

    @property
    def feature_blocks(self) -> tuple[slice, ...]:
        """The columns of x, a number together with its pieces, which stand behind it."""
        starts = self.plain_features
        return tuple(slice(*ends) for ends in pairwise((*starts, self.n_features)))

    def refresh_pieces(self, x: Floats) -> None:
        """Compute the pieces of all numbers anew, after numbers were changed.

        Parameters
        ----------
        x : ndarray of shape (n_rows, n_features)
            Changed in place.
        """
        for one in self.piecewise:
            one.refresh(x)

    @property
    def n_outputs(self) -> int:
        """The number of columns of y."""
        return int(self.train.y.shape[1])

    @property
    def output_names(self) -> tuple[str, ...]:
        """One name per network output: target names, or class names when there is an output per class."""
        return self.class_names if self.task is Task.MULTICLASS else self.target_names

    def to_original(self, y: Floats) -> Floats:
        """Convert predictions to the target's original units, within the limits of its transformation.

        Parameters
        ----------
        y : ndarray of shape (n_rows, n_outputs)
        """
        return predictions_in_original_units(y * self.target_scale + self.target_shift, self.target_transforms)

    def smeared(self, predict: Callable[[Floats], Floats], step: int = 1) -> Dataset:
        """Return the dataset with the smearing corrections that its targets ask for; itself if none does.

        Parameters
        ----------
        predict : callable
            From x to scaled predictions: the network whose residuals of the training rows are smeared.
        step : int
            Every how many training rows one counts.
        """
        if not any(t.smearing for t in self.target_transforms):
            return self
        x, y = self.train.x[::step], self.train.y[::step]
        unscaled = (v * self.target_scale + self.target_shift for v in (np.asarray(y, np.float64), predict(x)))
        fitted = zip(self.target_transforms, *(v.T for v in unscaled), strict=True)
        transforms = tuple(t.smeared(true, found) if t.smearing else t for t, true, found in fitted)
        return replace(self, target_transforms=transforms)

    def true_values(self, y: Floats) -> Floats:
        """Convert scaled targets to their original units.

        Parameters
        ----------
        y : ndarray of shape (n_rows, n_outputs)
        """
        values = y * self.target_scale + self.target_shift
        if not self.target_transforms:
            return values
        return np.column_stack([t.inverse(values[:, k]) for k, t in enumerate(self.target_transforms)])


def predictions_in_original_units(values: Floats, transforms: tuple[Transformation, ...]) -> Floats:
    """Undo the transformations of predictions, which are kept within their limits.

    Parameters
    ----------
    values : ndarray of shape (n_rows, n_outputs)
        Unscaled.
    transforms : tuple of Transformation
        One for each output; empty where there is nothing to undo.
    """
    if not transforms:
        return values
    return np.column_stack([t.predicted(values[:, k]) for k, t in enumerate(transforms)])
