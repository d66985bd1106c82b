"""Curves of a classifier: ROC, precision against recall, calibration, and the counts at one threshold.

Definitions as in scikit-learn (roc_curve, precision_recall_curve, calibration_curve with equal bins).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.metrics.metric import NAN, Values

Flags = NDArray[np.bool_]


class ThresholdCurve(NamedTuple):
    """A curve with one point for each threshold.

    Attributes
    ----------
    x, y : ndarray, shape (n_points,)
    threshold : ndarray, shape (n_points,)
        The score from which on a row is taken for the class.
    """

    x: Values
    y: Values
    threshold: Values


def _steps(belongs: Flags, score: Values) -> tuple[Values, Values, Values]:
    """Return true positives, false positives and score, for falling thresholds, one entry for each distinct score."""
    fine = np.isfinite(score)
    belongs, score = belongs[fine], score[fine]
    order = np.argsort(-score, kind="stable")
    ranked = score[order]
    # No threshold separates rows with the same score: only the last of them makes a point.
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1) if len(ranked) else np.zeros(0, int)
    hits = np.cumsum(belongs[order])[last]
    return hits.astype(float), (last + 1.0) - hits, ranked[last]


def roc_curve(belongs: Flags, score: Values) -> ThresholdCurve:
    """Compute the false positive rate (x) and the true positive rate (y).

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)

    Returns
    -------
    ThresholdCurve
        All nan where a kind of row is missing.
    """
    hits, false, threshold = _steps(belongs, score)
    # The curve starts at (0, 0), with a threshold above every score.
    hits, false = np.append(0.0, hits), np.append(0.0, false)
    with np.errstate(all="ignore"):
        return ThresholdCurve(false / false[-1], hits / hits[-1], np.append(np.inf, threshold))


def precision_recall_curve(belongs: Flags, score: Values) -> ThresholdCurve:
    """Compute recall (x) and precision (y), from the highest threshold down; precision is 1 at recall 0.

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)
    """
    hits, false, threshold = _steps(belongs, score)
    with np.errstate(all="ignore"):
        recall = hits / hits[-1] if len(hits) else hits
        return ThresholdCurve(
            np.append(0.0, recall), np.append(1.0, hits / (hits + false)), np.append(np.inf, threshold)
        )


class Calibration(NamedTuple):
    """Predicted and observed shares of the bins that have rows.

    Attributes
    ----------
    predicted : ndarray, shape (n_bins,)
        Mean probability.
    observed : ndarray, shape (n_bins,)
        Share of members of the class.
    rows : ndarray of int, shape (n_bins,)
    """

    predicted: Values
    observed: Values
    rows: NDArray[np.int64]


def calibration_bins(score: Values, bins: int = 10) -> NDArray[np.int64]:
    """Return the bin of each finite probability.

    Parameters
    ----------
    score : ndarray, shape (n_rows,)
    bins : int
        Number of equal bins from 0 to 1.

    Returns
    -------
    ndarray of int, shape (n_rows,)
    """
    # Inner edges only, as in scikit-learn: 0 falls into the first bin and 1 into the last.
    return np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], score)


def calibration_curve(belongs: Flags, score: Values, bins: int = 10) -> Calibration:
    """Compare probabilities with observed shares, in equal bins from 0 to 1.

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)
    bins : int
    """
    fine = np.isfinite(score)
    belongs, score = belongs[fine], score[fine]
    at = calibration_bins(score, bins)
    rows = np.bincount(at, minlength=bins)
    filled = rows > 0
    sums, members = np.bincount(at, score, bins)[filled], np.bincount(at, belongs, bins)[filled]
    return Calibration(sums / rows[filled], members / rows[filled], rows[filled])


class ThresholdMetrics(NamedTuple):
    """Counts and rates when the rows with a probability of at least the threshold are counted as the class."""

    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int
    accuracy: float
    precision: float
    recall: float
    specificity: float
    f1: float


def threshold_metrics(belongs: Flags, score: Values, threshold: float) -> ThresholdMetrics:
    """Count right and wrong decisions at one threshold; rates that are undefined are nan.

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)
    threshold : float
    """
    fine = np.isfinite(score)
    belongs, taken = belongs[fine], score[fine] >= threshold
    tp, fp = int((belongs & taken).sum()), int((~belongs & taken).sum())
    fn, tn = int((belongs & ~taken).sum()), int((~belongs & ~taken).sum())
    return ThresholdMetrics(
        tp, fp, fn, tn,
        _share(tp + tn, len(belongs)), _share(tp, tp + fp), _share(tp, tp + fn), _share(tn, tn + fp),
        _share(2 * tp, 2 * tp + fp + fn),
    )  # fmt: skip


def _share(part: int, whole: int) -> float:
    return part / whole if whole else NAN
