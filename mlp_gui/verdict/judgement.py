"""The verdict about a network in numbers: better than its references or not, on which rows, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.subsets import Subset
from mlp_gui.engine.metrics.bootstrap import Estimate, block_length
from mlp_gui.engine.metrics.metric import score
from mlp_gui.engine.metrics.metric_intervals import metric_intervals
from mlp_gui.engine.network.losses import Loss
from mlp_gui.verdict.references import CONSTANT, LINEAR, PERSISTENCE, References, measure_for
from mlp_gui.verdict.row_losses import (
    drop_between,
    probability_of_truth,
    r2_estimate,
    row_losses,
    skill,
)

Kind = Literal["good", "neutral", "warning", "bad"]
Finding = Literal[
    "not_finite", "nothing_varies", "no_better", "not_shown", "only_training", "test_worse", "other_level",
    "linear_better", "as_linear", "few_rows", "better",
]  # fmt: skip
KINDS: dict[str, Kind] = {
    "not_finite": "bad", "nothing_varies": "neutral", "no_better": "bad", "not_shown": "warning",
    "only_training": "neutral",
    "test_worse": "warning", "other_level": "bad", "linear_better": "warning", "as_linear": "neutral",
    "few_rows": "neutral", "better": "good",
}  # fmt: skip
CLEARLY = 0.1  # skill over the constant that few rows may hide behind a wide interval
FEW_ROWS = 20  # with fewer, no interval is to be trusted
MUCH_WORSE = 0.2  # of the explained share, test below validation
NEGLIGIBLE = 1e-4  # of the constant's losses: a network with less error than that is not worse than anything
LEARNT_BY_HEART = 0.25  # of the explained share, held-back rows below training rows
Pairs = dict[str, tuple[Floats, Floats]]  # subset -> true and predicted values


@dataclass(frozen=True)
class Verdict:
    """What is to be thought of a network.

    Attributes
    ----------
    finding : str
    subset : Subset
        The rows that it was judged by: those that had no part in training, if there are any.
    rows, validation_rows : int
    measure : str
        Name of the metric that networks and references are compared by.
    skill : dict of str to Estimate
        By the reference's name: how much smaller the measure is, 0.12 for 12 % lower.
    score, validation_score : Estimate
        R², or the log loss, on the judged rows and on the validation rows.
    constant_score : float
        The log loss of the class frequencies; nan for numbers.
    accuracy, constant_accuracy : float
        nan for numbers.
    constant_label : str
        What the constant is, in English.
    is_classification, ordered, pooled : bool
        Pooled over several targets, each in units of its spread.
    gap : float
        By how much less of the constant's losses is explained in the judged rows than in the training rows.
    row_losses : tuple of float
        What each judged row adds to the measure; for comparisons row by row.
    block : int
        Length of the blocks of rows that were drawn.
    """

    finding: Finding
    subset: Subset
    rows: int
    measure: str
    skill: dict[str, Estimate]
    score: Estimate
    validation_score: Estimate
    validation_rows: int
    constant_score: float
    accuracy: float
    constant_accuracy: float
    constant_label: str
    is_classification: bool
    ordered: bool
    pooled: bool
    gap: float
    row_losses: tuple[float, ...] = field(default=(), repr=False)
    block: int = 1

    @property
    def by_heart(self) -> bool:
        """Whether the training rows are answered far better than the judged ones."""
        return self.gap > LEARNT_BY_HEART

    @property
    def kind(self) -> Kind:
        """How it is marked: nothing is good that repeating the value before would beat."""
        return "neutral" if self.finding == "better" and is_persistence_better(self) else KINDS[self.finding]


def judge(dataset: Dataset, loss: Loss, references: References, pairs: Pairs) -> Verdict:
    """Compare a network with its references, row by row.

    Parameters
    ----------
    dataset : Dataset
    loss : Loss
        Says what they are compared by.
    references : References
        Of this dataset.
    pairs : dict
        True and predicted values of each subset that has rows, as `compute_predictions` returns them.
    """
    # The answers of a run that diverged overflow, which the verdict says in words.
    with np.errstate(all="ignore"):
        return _Judging(dataset.task, measure_for(dataset.task, loss), references, pairs).verdict()


class _Judging:
    """One judgement, with what its parts share."""

    def __init__(self, task: Task, measure: str, references: References, pairs: Pairs) -> None:
        self._task, self._measure, self._references, self._pairs = task, measure, references, pairs
        held_back = (Subset.TEST, Subset.VALIDATION)
        self._subset = next((name for name in held_back if name in pairs), Subset.TRAINING)
        self._losses = {name: self._loss_rows(name) for name in pairs}
        own, constant = self._losses[self._subset]
        self._block = block_length(np.column_stack([own, constant])) if references.ordered else 1

    def _loss_rows(self, name: str) -> tuple[Floats, Floats]:
        """Return the losses of the network and of the constant."""
        true, predicted = self._pairs[name]
        return self._rows(true, predicted), self._rows(true, self._references.answers[CONSTANT][name])

    def _rows(self, true: Floats, predicted: Floats) -> Floats:
        return row_losses(self._task, self._measure, true, predicted, self._references.spread)

    def verdict(self) -> Verdict:
        """Return the verdict."""
        subset, references = self._subset, self._references
        true, predicted = self._pairs[subset]
        own = self._losses[subset][0]
        skills = {
            model: skill(self._measure, own, self._rows(true, answers[subset]), self._block)
            for model, answers in references.answers.items()
        }
        is_class, constant = self._task.is_classification, references.answers[CONSTANT][subset]
        score, validation = self._score(subset), self._score(Subset.VALIDATION)
        return Verdict(
            finding=self._finding(skills, score),
            subset=subset,
            rows=len(true),
            measure=self._measure,
            skill=skills,
            score=score,
            validation_score=validation,
            validation_rows=len(self._pairs[Subset.VALIDATION][0]) if Subset.VALIDATION in self._pairs else 0,
            constant_score=float(self._losses[subset][1].mean()) if is_class else math.nan,
            accuracy=_accuracy(self._task, true, predicted) if is_class else math.nan,
            constant_accuracy=_accuracy(self._task, true, constant) if is_class else math.nan,
            constant_label=references.constant_label,
            is_classification=is_class,
            ordered=references.ordered,
            pooled=not is_class and true.shape[1] > 1,
            gap=self._gap(Subset.TRAINING, subset),
            row_losses=tuple(own.tolist()),
            block=self._block,
        )

    def _score(self, name: Subset) -> Estimate:
        if name not in self._pairs:
            return Estimate(math.nan, math.nan, math.nan)
        true, predicted = self._pairs[name]
        if self._task is Task.REGRESSION and true.shape[1] > 1:
            return r2_estimate(true, predicted, self._references.spread, self._block)
        metric = "log_loss" if self._task.is_classification else "r2"
        # The interval that stands beside this score in every table of scores.
        interval = metric_intervals(self._task, true, predicted, self._block, only=(metric,))[0][metric]
        return Estimate(score(metric, self._task, true, predicted), *interval)

    def _finding(self, skills: dict[str, Estimate], found: Estimate) -> Finding:
        own, constant = self._losses[self._subset]
        over_constant, over_linear = skills[CONSTANT], skills.get(LINEAR)
        if not np.isfinite(own).all():
            return "not_finite"
        if not constant.any() or math.isnan(over_constant.value):
            return "nothing_varies"
        if not over_constant.low > 0:
            return "not_shown" if over_constant.value > CLEARLY else "no_better"
        if self._subset is Subset.TRAINING:
            return "only_training"
        if self._is_test_worse():
            return "test_worse"
        if not self._task.is_classification and found.high < 0:
            return "other_level"
        if over_linear is not None and not over_linear.low > 0:
            # -inf: the linear model has no error at all.
            worse = over_linear.high < 0 or over_linear.value == -math.inf
            return "linear_better" if worse and own.mean() > NEGLIGIBLE * constant.mean() else "as_linear"
        return "few_rows" if len(own) < FEW_ROWS else "better"

    def _is_test_worse(self) -> bool:
        if self._subset is not Subset.TEST or Subset.VALIDATION not in self._losses:
            return False
        gap, low, _ = drop_between(
            self._measure, self._losses[Subset.VALIDATION], self._losses[Subset.TEST], self._block
        )
        return gap > MUCH_WORSE and low > 0

    def _gap(self, better: Subset, worse: Subset) -> float:
        """Return by how much less of the constant's losses is explained in one subset than in another."""
        left = [own.sum() / constant.sum() for own, constant in (self._losses[s] for s in (better, worse))]
        return float(left[1] - left[0])


def _accuracy(task: Task, true: Floats, predicted: Floats) -> float:
    if task is Task.MULTICLASS:
        return float(np.mean(true.argmax(axis=1) == predicted.argmax(axis=1)))
    return float(np.mean(probability_of_truth(task, true, predicted) >= 0.5))


def is_persistence_better(verdict: Verdict) -> bool:
    """Return whether repeating the value before would be better, beyond chance."""
    over = verdict.skill.get(PERSISTENCE)
    return over is not None and over.high < 0
