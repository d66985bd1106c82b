"""From the predictions of a run to what they promise, and from there to columns of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.subsets import Subset
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import ConformalCalibration, calibrate, class_probabilities
from mlp_gui.engine.calibration.prediction_interval import Coverage, Promise, measure_coverage, possible_promise
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig

Pairs = Mapping[str, tuple[Floats, Floats]]
BETWEEN = "; "  # the classes of a set


def calibrate_subset(
    pairs: Pairs, dataset: Dataset, config: UncertaintyConfig
) -> tuple[ConformalCalibration | None, Coverage | None]:
    """Learn from the validation rows how far predictions are off, and count the test rows that hold what that promises.

    Parameters
    ----------
    pairs : mapping
        Subset to true and predicted values in original units, or classes and probabilities.
    dataset : Dataset
    config : UncertaintyConfig

    Returns
    -------
    calibration : ConformalCalibration or None
        None without validation rows.
    coverage : Coverage or None
        None where nothing is promised, or no row is for the test.
    """
    if Subset.VALIDATION not in pairs:
        return None, None
    task, transforms = dataset.task, dataset.target_transforms
    found = calibrate(task, *pairs[Subset.VALIDATION], transforms, config.sets)
    promised = possible_promise(found, config.level, transforms)
    if promised is None or Subset.TEST not in pairs:
        return found, None
    return found, measure_coverage(promised, task, *pairs[Subset.TEST], Subset.TEST)


def interval_headings(target: str, level: float) -> tuple[str, str]:
    """Return the names of the two columns that hold the ends of a target's intervals.

    Parameters
    ----------
    target : str
    level : float
    """
    return f"lower end of {target} ({100 * level:.6g} %)", f"upper end of {target} ({100 * level:.6g} %)"


def set_heading(target: str, level: float) -> str:
    """Return the name of the column that holds the classes which a row may belong to.

    Parameters
    ----------
    target : str
    level : float
    """
    return f"classes of {target} ({100 * level:.6g} %)"


def promised_columns(
    promised: Promise | None, outputs: Floats, targets: Sequence[str], class_names: Sequence[str]
) -> tuple[dict[str, Any], Floats | None, Floats | None]:
    """Return what is promised about rows as columns of a table.

    Parameters
    ----------
    promised : PredictionInterval or ClassSets, optional
    outputs : ndarray of shape (n_rows, n_outputs)
        Predictions in original units, or probabilities; NaN in rows without any.
    targets, class_names : sequence of str

    Returns
    -------
    columns : dict
        Heading to one value for each row: two columns for each target that is a number, or one with the sets.
    low, high : ndarray of shape (n_rows, n_targets) or None
        The ends of the intervals.
    """
    if promised is None:
        return {}, None, None
    if isinstance(promised, ClassSets):
        task = Task.BINARY if outputs.shape[1] == 1 else Task.MULTICLASS
        members = promised.members(class_probabilities(task, outputs))
        words = [BETWEEN.join(name for name, on in zip(class_names, row, strict=True) if on) for row in members]
        return {set_heading(targets[0], promised.level): np.array(words, dtype=object)}, None, None
    low, high = promised.ends(outputs)
    columns: dict[str, Any] = {}
    for k, name in enumerate(targets):
        first, last = interval_headings(name, promised.level)
        columns |= {first: low[:, k], last: high[:, k]}
    return columns, low, high
