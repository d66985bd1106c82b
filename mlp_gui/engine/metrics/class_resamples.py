"""Counts and ranks of classes in many drawings of the rows at once, for the intervals of their metrics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.metrics.metric import NAN, Values

Ranks = list[tuple[Values, Values]]


def log_losses(y: Values, p: Values) -> Values:
    """Return -ln of the probability given to each row's class, shape (n_rows,).

    Parameters
    ----------
    y, p : ndarray
        As `tally` takes them.
    """
    eps = np.finfo(p.dtype).eps
    clipped = np.clip(p, eps, 1 - eps)
    # Clipping lifts the zeros, so that the rows no longer add up to 1.
    clipped = clipped / clipped.sum(axis=1, keepdims=True)
    return np.asarray(-np.log(clipped[np.arange(len(y)), y.astype(int)]))


def brier_terms(y: Values, p: Values) -> Values:
    """Return what each row adds to the Brier score, shape (n_rows,).

    Parameters
    ----------
    y, p : ndarray
        As `tally` takes them.
    """
    truth = np.eye(p.shape[1])[y.astype(int)]
    return np.asarray(((p - truth) ** 2).sum(axis=1) / (2 if p.shape[1] == 2 else 1))


@dataclass(frozen=True, eq=False)
class ClassTally:
    """How often each class was hit, true and predicted in each drawing; ndarrays of shape (n_resamples, n_classes)."""

    hits: Values
    true: Values
    predicted: Values

    @property
    def occurs(self) -> NDArray[np.bool_]:
        """Where a class is in truth or prediction."""
        return np.asarray(self.true + self.predicted > 0)

    @property
    def precision(self) -> Values:
        """Of each class, 0 where undefined."""
        return np.asarray(self.hits / np.maximum(self.predicted, 1))

    @property
    def recall(self) -> Values:
        """Of each class, 0 where undefined."""
        return np.asarray(self.hits / np.maximum(self.true, 1))

    @property
    def f1(self) -> Values:
        """Of each class, 0 where undefined."""
        return np.asarray(2 * self.hits / np.maximum(self.true + self.predicted, 1))

    def mean_of(self, rates: Values, weights: NDArray[np.bool_] | Values) -> Values:
        """Return the weighted mean over the classes, shape (n_resamples,).

        Parameters
        ----------
        rates, weights : ndarray, shape (n_resamples, n_classes)
        """
        return np.asarray((rates * weights).sum(axis=1) / weights.sum(axis=1))

    def matthews(self) -> Values:
        """Return the correlation of true and predicted classes, shape (n_resamples,); 0 where undefined."""
        n = self.true.sum(axis=1)
        common = n * self.hits.sum(axis=1) - (self.true * self.predicted).sum(axis=1)
        spread = (n**2 - (self.predicted**2).sum(axis=1)) * (n**2 - (self.true**2).sum(axis=1))
        return np.asarray(np.where(spread > 0, common / np.sqrt(np.where(spread > 0, spread, 1.0)), 0.0))


def tally(y: Values, p: Values, counts: Values) -> ClassTally:
    """Count the classes in each drawing of the rows.

    Parameters
    ----------
    y : ndarray, shape (n_rows,)
        Class numbers from 0.
    p : ndarray, shape (n_rows, n_classes)
        Probabilities.
    counts : ndarray, shape (n_resamples, n_rows)
    """
    truth, said = np.eye(p.shape[1])[y.astype(int)], np.eye(p.shape[1])[p.argmax(axis=1)]
    return ClassTally(counts @ (truth * said), counts @ truth, counts @ said)


def resampled_roc_auc(ranks: Ranks) -> Values:
    """Return the area under the ROC curve in each drawing, shape (n_resamples,); of several classes the mean.

    Parameters
    ----------
    ranks : list
        Of `rank_classes`.
    """
    areas = []
    for hits, rows in ranks:
        misses = rows - hits
        above = misses.copy()
        above[:, 1:] += misses[:, :-1]
        pairs = hits[:, -1].astype(float) * misses[:, -1]
        turned = np.einsum("ij,ij->i", _steps(hits), above, dtype=float) / 2
        areas.append(1 - turned / np.where(pairs > 0, pairs, NAN))
    return np.asarray(np.mean(areas, axis=0))


def resampled_average_precision(ranks: Ranks) -> Values:
    """Return the average precision in each drawing, shape (n_resamples,); of several classes the mean.

    Parameters
    ----------
    ranks : list
        Of `rank_classes`.
    """
    areas = []
    for hits, rows in ranks:
        precision, total = hits / np.maximum(rows, 1), hits[:, -1].astype(float)
        areas.append(np.einsum("ij,ij->i", _steps(hits), precision, dtype=float) / np.where(total > 0, total, NAN))
    return np.asarray(np.mean(areas, axis=0))


def _steps(sums: Values) -> Values:
    steps = sums.copy()
    steps[:, 1:] -= sums[:, :-1]
    return steps


def rank_classes(y: Values, p: Values, counts: Values) -> Ranks:
    """Return for each class the members and the rows that reach each threshold, ndarrays (n_resamples, n_thresholds).

    Parameters
    ----------
    y, p, counts : ndarray
        As `tally` takes them.
    """
    found, narrow = [], counts.astype(np.float32)  # exact for counts below 2^24, in half the memory
    for c in range(1, 2) if p.shape[1] == 2 else range(p.shape[1]):
        order = np.argsort(-p[:, c], kind="stable")
        ranked, drawn = p[order, c], narrow[:, order]
        last = np.append(np.nonzero(np.diff(ranked))[0], len(ranked) - 1)
        both = [np.cumsum(drawn * (y[order] == c), axis=1), np.cumsum(drawn, axis=1)]
        hits, rows = both if len(last) == len(ranked) else [sums[:, last] for sums in both]
        found.append((hits, rows))
    return found
