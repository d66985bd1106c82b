"""What a fitted network makes of its inputs: permutation importance, partial dependence and individual curves.

Definitions as in scikit-learn's inspection module (Breiman 2001; Friedman 2001; Goldstein et al. 2015).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.network.tape import Array

Predict = Callable[[Array], Array]
Score = Callable[[Array], float]  # of predictions (rows, outputs); higher is better
Progress = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class Importance:
    """drops: (inputs, repeats) by how much the score falls when an input's values are shuffled among the rows."""

    names: tuple[str, ...]
    base: float
    drops: Array


def permutation_importance(
    predict: Predict,
    score: Score,
    x: Array,
    groups: Mapping[str, Sequence[int]],
    repeats: int = 5,
    seed: int = 0,
    progress: Progress = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Importance:
    """x: (rows, features); groups: input -> its features, which are shuffled together. Raises Cancelled."""
    rng = np.random.default_rng(seed)
    base = score(predict(x))
    drops = np.zeros((len(groups), repeats))
    shuffled = np.array(x)
    for k, features in enumerate(groups.values()):
        columns = list(features)
        for r in range(repeats):
            if cancelled():
                raise Cancelled
            shuffled[:, columns] = x[rng.permutation(len(x))][:, columns]
            drops[k, r] = base - score(predict(shuffled))
            progress((k * repeats + r + 1) / drops.size)
        shuffled[:, columns] = x[:, columns]
    return Importance(tuple(groups), base, drops)


@dataclass(frozen=True, eq=False)
class PartialDependence:
    """grid: (places,) values of the feature; mean: (places, outputs); single: (rows, places, outputs) of some rows."""

    grid: Array
    mean: Array
    single: Array


def partial_dependence(
    predict: Predict,
    x: Array,
    feature: int,
    grid: Array,
    most_single: int = 50,
    progress: Progress = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> PartialDependence:
    """The answers when a feature is set to each value of the grid in every row of x (rows, features)."""
    kept = np.unique(np.linspace(0, max(0, len(x) - 1), min(len(x), most_single)).astype(int))
    means, singles = [], []
    changed = np.array(x)
    for k, value in enumerate(grid.tolist()):
        if cancelled():
            raise Cancelled
        changed[:, feature] = value
        answers = predict(changed)
        means.append(answers.mean(axis=0))
        singles.append(answers[kept])
        progress((k + 1) / len(grid))
    return PartialDependence(grid, np.array(means), np.stack(singles, axis=1))
