"""Sets of classes that hold the true one with a probability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats


def class_scores(probabilities: Floats, codes: NDArray[np.int64], rule: str) -> Floats:
    """Return how unlike its true class each row is.

    Parameters
    ----------
    probabilities : ndarray of shape (n_rows, n_classes)
    codes : ndarray of shape (n_rows,)
        The true classes, counted from 0.
    rule : {"lac", "aps"}
        lac: 1 minus the probability of the true class [1]_; aps: the sum of the probabilities of all classes that are
        at least as probable [2]_.

    Returns
    -------
    ndarray of shape (n_rows,)

    References
    ----------
    .. [1] M. Sadinle, J. Lei and L. Wasserman, "Least ambiguous set-valued classifiers with bounded error levels",
       Journal of the American Statistical Association 114 (2019), 223-234.
    .. [2] Y. Romano, M. Sesia and E. Candès, "Classification with valid and adaptive coverage", NeurIPS 2020.
    """
    return np.asarray(_scores_of_all(probabilities, rule)[np.arange(len(codes)), codes])


def _scores_of_all(probabilities: Floats, rule: str) -> Floats:
    """Return the score that each row would have if a class were its true one, of the shape of the probabilities."""
    if rule == "lac":
        return np.asarray(1 - probabilities)
    order = np.argsort(-probabilities, axis=1, kind="stable")
    sums = np.cumsum(np.take_along_axis(probabilities, order, axis=1), axis=1)
    scores = np.empty_like(sums)
    np.put_along_axis(scores, order, sums, axis=1)
    return scores


@dataclass(frozen=True)
class ClassSets:
    """Which classes a row may belong to.

    Attributes
    ----------
    level : float
    rule : {"lac", "aps"}
    threshold : float
        The largest score of a class that belongs to the set.
    """

    level: float
    rule: str
    threshold: float

    def members(self, probabilities: Floats) -> NDArray[np.bool_]:
        """Return whether each class belongs to the set of a row, of shape (n_rows, n_classes).

        A set of the rule lac may be empty: no class is as probable as true ones are. The rule aps always has the most
        probable class.

        Parameters
        ----------
        probabilities : ndarray of shape (n_rows, n_classes)
            NaN in rows without a prediction, whose sets are empty.
        """
        known = np.isfinite(probabilities).all(axis=1)
        found = np.zeros(probabilities.shape, bool)
        # 1e-12: the sum of all probabilities is 1 but for rounding.
        found[known] = _scores_of_all(probabilities[known], self.rule) <= self.threshold + 1e-12
        if self.rule == "aps":
            rows = np.flatnonzero(known)
            found[rows, probabilities[rows].argmax(axis=1)] = True
        return found
