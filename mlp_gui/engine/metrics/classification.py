"""Metrics of predicted classes and probabilities, equal to scikit-learn's of the same names."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import mark
from mlp_gui.engine.metrics.class_resamples import (
    brier_terms,
    log_losses,
    rank_classes,
    resampled_average_precision,
    resampled_roc_auc,
    tally,
)
from mlp_gui.engine.metrics.metric import NAN, Metric, Values, metrics, ratio
from mlp_gui.engine.metrics.regression import weighted_means  # registered first: the list of metrics begins with it

Counts = NDArray[np.int64]


def confusion_matrix(y: Values, p: Values) -> Counts:
    """Count the rows by true and predicted class.

    Parameters
    ----------
    y : ndarray, shape (n_rows,)
        Class numbers from 0.
    p : ndarray, shape (n_rows, n_classes)
        Probabilities; the largest is the prediction.

    Returns
    -------
    ndarray of int, shape (n_classes, n_classes)
        True classes down, predicted classes across.
    """
    classes = p.shape[1]
    # One number for each pair of true and predicted class: a single bincount then fills the whole matrix.
    pairs = y.astype(np.int64) * classes + p.argmax(axis=1)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def _rates(y: Values, p: Values) -> tuple[Values, Values, Values, Values]:
    """Return precision, recall, F1 (0 where undefined) and rows of each class that occurs in truth or prediction."""
    counts = confusion_matrix(y, p)
    true, predicted, hits = counts.sum(axis=1), counts.sum(axis=0), np.diag(counts)
    # As in scikit-learn, classes that occur in neither do not count in a macro mean.
    occurs = (true + predicted) > 0
    true, predicted, hits = true[occurs], predicted[occurs], hits[occurs]
    return hits / np.maximum(predicted, 1), hits / np.maximum(true, 1), 2 * hits / (true + predicted), true


def _is_finite(y: Values, p: Values) -> bool:
    return bool(np.isfinite(p).all())


class ClassMetric(Metric):
    """A metric of y (class numbers) and p (probabilities); undefined without rows or with non-finite probabilities."""

    classification = True

    def __call__(self, y: Values, p: Values) -> float:
        return super().__call__(y, p) if len(y) and self.once(_is_finite, y, p) else NAN


@metrics.register("accuracy", "Accuracy")
class Accuracy(ClassMetric):
    """Share of rows whose most probable class is the true one."""

    equation = mark("share of rows predicted right")

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean(p.argmax(axis=1) == y))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means((p.argmax(axis=1) == y).astype(float), counts)


@metrics.register("balanced_accuracy", "Balanced accuracy")
class BalancedAccuracy(ClassMetric):
    """Mean recall of the classes that occur in the truth: rare classes count as much as common ones."""

    equation = mark("mean recall of the classes")

    def compute(self, y: Values, p: Values) -> float:
        _, recall, _, rows = self.once(_rates, y, p)
        # A class that was predicted but never true has no recall.
        return float(recall[rows > 0].mean())

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return (found := self.once(tally, y, p, counts)).mean_of(found.recall, found.true > 0)


@metrics.register("precision_macro", "Precision (macro)")
class PrecisionMacro(ClassMetric):
    """Mean over classes of: share of rows predicted as the class that belong to it."""

    equation = mark("mean over classes of TP / (TP + FP)")

    def compute(self, y: Values, p: Values) -> float:
        return float(self.once(_rates, y, p)[0].mean())

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        found = self.once(tally, y, p, counts)
        return found.mean_of(found.precision, found.occurs)


@metrics.register("precision_weighted", "Precision (weighted)")
class PrecisionWeighted(ClassMetric):
    """Precision per class, weighted with the class's rows."""

    equation = mark("Σ rows · TP / (TP + FP) / Σ rows")

    def compute(self, y: Values, p: Values) -> float:
        precision, _, _, rows = self.once(_rates, y, p)
        return float(np.average(precision, weights=rows))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        found = self.once(tally, y, p, counts)
        return found.mean_of(found.precision, found.true)


@metrics.register("recall_macro", "Recall (macro)")
class RecallMacro(ClassMetric):
    """Mean over classes of: share of the class's rows predicted as such."""

    equation = mark("mean over classes of TP / (TP + FN)")

    def compute(self, y: Values, p: Values) -> float:
        return float(self.once(_rates, y, p)[1].mean())

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        found = self.once(tally, y, p, counts)
        return found.mean_of(found.recall, found.occurs)


@metrics.register("recall_weighted", "Recall (weighted)")
class RecallWeighted(ClassMetric):
    """Recall per class, weighted with the class's rows: equal to the accuracy."""

    equation = mark("Σ rows · TP / (TP + FN) / Σ rows")

    def compute(self, y: Values, p: Values) -> float:
        _, recall, _, rows = self.once(_rates, y, p)
        return float(np.average(recall, weights=rows))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return Accuracy().resampled(y, p, counts)


@metrics.register("f1_macro", "F1 (macro)")
class F1Macro(ClassMetric):
    """Mean over classes of the harmonic mean of precision and recall."""

    equation = mark("mean over classes of 2 TP / (2 TP + FP + FN)")

    def compute(self, y: Values, p: Values) -> float:
        return float(self.once(_rates, y, p)[2].mean())

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        found = self.once(tally, y, p, counts)
        return found.mean_of(found.f1, found.occurs)


@metrics.register("f1_weighted", "F1 (weighted)")
class F1Weighted(ClassMetric):
    """F1 per class, weighted with the class's rows."""

    equation = mark("Σ rows · F1 / Σ rows")

    def compute(self, y: Values, p: Values) -> float:
        _, _, f1, rows = self.once(_rates, y, p)
        return float(np.average(f1, weights=rows))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        found = self.once(tally, y, p, counts)
        return found.mean_of(found.f1, found.true)


@metrics.register("mcc", "Matthews correlation")
class Matthews(ClassMetric):
    """Correlation of true and predicted classes (Gorodkin 2004 for several classes); 0 where undefined."""

    equation = mark("cov(true, predicted) / √(cov(true, true) cov(predicted, predicted))")

    def compute(self, y: Values, p: Values) -> float:
        c = self.once(confusion_matrix, y, p).astype(float)
        true, predicted, n, hits = c.sum(axis=1), c.sum(axis=0), c.sum(), np.trace(c)
        spread = (n * n - predicted @ predicted) * (n * n - true @ true)
        return float((hits * n - true @ predicted) / np.sqrt(spread)) if spread > 0 else 0.0

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return self.once(tally, y, p, counts).matthews()


@metrics.register("log_loss", "Log loss")
class LogLoss(ClassMetric):
    """Mean of -ln(probability given to the true class), probabilities clipped to the smallest step above 0."""

    equation, higher_is_better = mark("mean −ln p(true class)"), False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean(log_losses(y, p)))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means(log_losses(y, p), counts)


@metrics.register("brier", "Brier score")
class Brier(ClassMetric):
    """Two classes: mean of (p - y)^2 for the second class. Several: mean over rows of the sum over the classes."""

    equation, higher_is_better = "mean (p − y)²", False

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean(brier_terms(y, p)))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return weighted_means(brier_terms(y, p), counts)


Thresholds = tuple[Counts, Counts]


def _thresholds(belongs: NDArray[np.bool_], score: Values) -> Thresholds:
    """Return, for each threshold from the strictest, the rows of the class that reach it, and all rows that do."""
    order = np.argsort(-score, kind="stable")
    hits, ranked = np.cumsum(belongs[order]), score[order]
    # Rows with the same score cannot be told apart by a threshold: only the last of them makes a point.
    last = np.append(np.nonzero(np.diff(ranked))[0], len(ranked) - 1)
    return hits[last], last + 1


def _one_against_rest(y: Values, p: Values) -> list[Thresholds]:
    """Return the thresholds of each class against the rest; of two classes only the second one's."""
    classes = range(1, 2) if p.shape[1] == 2 else range(p.shape[1])
    return [_thresholds(y == c, p[:, c]) for c in classes]


def roc_auc(belongs: NDArray[np.bool_], score: Values) -> float:
    """Return the probability that a row of the class scores above a row outside, ties counting half.

    Equals the area under the ROC curve (Mann & Whitney 1947); nan unless both kinds of rows occur.

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)
    """
    return _roc_auc(*_thresholds(belongs, score)) if len(score) else NAN


def _roc_auc(hits: Counts, rows: Counts) -> float:
    misses = rows - hits
    # Pairs of a member and an outsider whose score is lower; those with the same score count half.
    below = misses[-1] - (misses + np.append(0, misses[:-1])) / 2
    return ratio(float(np.diff(hits, prepend=0) @ below), float(hits[-1]) * float(misses[-1]))


def average_precision(belongs: NDArray[np.bool_], score: Values) -> float:
    """Sum (rise of recall) * precision over the thresholds, as scikit-learn does; nan without rows of the class.

    Parameters
    ----------
    belongs : ndarray of bool, shape (n_rows,)
    score : ndarray, shape (n_rows,)
    """
    return _average_precision(*_thresholds(belongs, score)) if len(score) else NAN


def _average_precision(hits: Counts, rows: Counts) -> float:
    precision, recall = hits / rows, hits / max(int(hits[-1]), 1)
    return float(np.sum(np.diff(recall, prepend=0) * precision)) if hits[-1] else NAN


@metrics.register("roc_auc", "ROC AUC")
class RocAuc(ClassMetric):
    """Area under the ROC curve; for several classes the mean of each class against the rest."""

    equation = mark("P(score of a member > score of a non-member)")

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean([_roc_auc(*found) for found in self.once(_one_against_rest, y, p)]))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return resampled_roc_auc(self.once(rank_classes, y, p, counts))


@metrics.register("average_precision", "Average precision")
class AveragePrecision(ClassMetric):
    """Area under the precision-recall steps; for several classes the mean of each class against the rest."""

    equation = "Σ (recallₙ − recallₙ₋₁) precisionₙ"

    def compute(self, y: Values, p: Values) -> float:
        return float(np.mean([_average_precision(*found) for found in self.once(_one_against_rest, y, p)]))

    def resampled(self, y: Values, p: Values, counts: Values) -> Values:
        return resampled_average_precision(self.once(rank_classes, y, p, counts))
