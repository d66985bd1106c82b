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
    """How much a score depends on each input.

    Attributes
    ----------
    names : tuple of str
        The inputs.
    base : float
        The score without shuffling.
    drops : ndarray, shape (n_inputs, n_repeats)
        How much the score falls when an input's values are shuffled among the rows.
    """

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
    """Measure how much a score falls when the values of one input are shuffled among the rows (Breiman 2001).

    Parameters
    ----------
    predict : callable
        Rows (n_rows, n_features) to predictions (n_rows, n_outputs).
    score : callable
        Predictions to a number; higher is better.
    x : ndarray, shape (n_rows, n_features)
    groups : mapping of str to sequence of int
        The features of each input, which are shuffled together.
    repeats : int
    seed : int
    progress : callable
        Called with the share that is done, 0 to 1.
    cancelled : callable
        Polled before each prediction.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    rng = np.random.default_rng(seed)
    base = score(predict(x))
    drops = np.zeros((len(groups), repeats))
    # One copy of the table for all repeats: each input is put back before the next one is shuffled.
    shuffled = np.array(x)
    for k, features in enumerate(groups.values()):
        columns = list(features)
        for r in range(repeats):
            if cancelled():
                raise Cancelled
            # One permutation for all columns of an input, so that one-hot columns still name one category.
            shuffled[:, columns] = x[rng.permutation(len(x))][:, columns]
            drops[k, r] = base - score(predict(shuffled))
            progress((k * repeats + r + 1) / drops.size)
        shuffled[:, columns] = x[:, columns]
    return Importance(tuple(groups), base, drops)


@dataclass(frozen=True, eq=False)
class PartialDependence:
    """How the predictions follow one feature.

    Attributes
    ----------
    grid : ndarray, shape (n_points,)
        Values of the feature.
    mean : ndarray, shape (n_points, n_outputs)
        Mean predictions over the rows.
    single : ndarray, shape (n_kept, n_points, n_outputs)
        Predictions of some rows.
    """

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
    """Predict with a feature set to each value of a grid in every row (Friedman 2001; Goldstein et al. 2015).

    Parameters
    ----------
    predict : callable
        Rows (n_rows, n_features) to predictions (n_rows, n_outputs).
    x : ndarray, shape (n_rows, n_features)
    feature : int
    grid : ndarray, shape (n_points,)
    most_single : int
        Rows, at most, whose own curves are kept.
    progress : callable
        Called with the share that is done, 0 to 1.
    cancelled : callable
        Polled before each point of the grid.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
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
