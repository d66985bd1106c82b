"""Row weights: sample weights from the table times class weights, scaled to a mean of 1 over the subset's rows."""

from __future__ import annotations

import numpy as np

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import TrainingConfig


def class_weights(config: TrainingConfig, dataset: Dataset) -> Array | None:
    """Return the weight of each class, (n_classes,), or None.

    Balanced: training rows / (classes * rows of the class), as in scikit-learn.

    Parameters
    ----------
    config : TrainingConfig
    dataset : Dataset

    Raises
    ------
    UserError
        If the given weights do not fit the classes.
    """
    if config.class_weight == "none" or not dataset.task.is_classification:
        return None
    counts = np.bincount(_classes(dataset.train, dataset.task), minlength=_n_classes(dataset))
    if config.class_weight == "balanced":
        # A class may have no training row at all; its weight is then never used.
        balanced: Array = counts.sum() / (len(counts) * np.maximum(counts, 1))
        return balanced
    return _parsed(config.class_weights, len(counts))


def _parsed(text: str, classes: int) -> Array:
    try:
        weights = np.array([float(part) for part in text.replace(";", ",").split(",")])
    except ValueError:
        weights = np.array([])
    if len(weights) != classes or not np.isfinite(weights).all() or (weights < 0).any() or not weights.any():
        raise UserError(
            tr("The class weights {text!r} do not fit.", text=text),
            tr_n(
                "The target has {n} class, so {n} number of at least 0 is needed.",
                "The target has {n} classes, so {n} numbers of at least 0 are needed.",
                classes,
            ),
            tr("For example: {example}.", example=", ".join(["1"] * classes)),
        )
    return weights


def _n_classes(dataset: Dataset) -> int:
    return 2 if dataset.task is Task.BINARY else dataset.n_outputs


def _classes(subset: SubsetData, task: Task) -> Array:
    return subset.y.argmax(axis=1) if task is Task.MULTICLASS else subset.y[:, 0].round().astype(int)


def sample_weights(config: TrainingConfig, dataset: Dataset, subset: SubsetData) -> Array | None:
    """Return the weights of a subset's rows, (n_rows, 1) with mean 1; None when all rows count alike.

    Parameters
    ----------
    config : TrainingConfig
    dataset : Dataset
    subset : Subset

    Raises
    ------
    UserError
        If all weights are 0.
    """
    per_class = class_weights(config, dataset)
    if not len(subset) or (per_class is None and subset.weights is None):
        return None
    weights = np.ones(len(subset)) if subset.weights is None else np.asarray(subset.weights, float)
    if per_class is not None:
        weights = weights * per_class[_classes(subset, dataset.task)]
    if not weights.any():
        raise UserError(tr("All row weights are 0."), hint=tr("Give at least one row a weight."))
    scaled: Array = (weights / weights.mean())[:, None]
    return scaled
