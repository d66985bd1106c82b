"""References and verdict of one set of weights, together, as a run, a report and the command line take them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.subsets import Subset
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.metrics.bootstrap import Estimate
from mlp_gui.engine.metrics.metric import evaluate_each
from mlp_gui.engine.network.ensemble import NetworkOrEnsemble
from mlp_gui.engine.network.losses import Loss
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.model import Scores, compute_predictions
from mlp_gui.verdict.judgement import Pairs, Verdict, judge
from mlp_gui.verdict.references import References, fit_references
from mlp_gui.verdict.sentence import verdict_sentence

KEYS: dict[str, str] = {Subset.TRAINING: "train", Subset.VALIDATION: "validation", Subset.TEST: "test"}


@dataclass(frozen=True, eq=False)
class Assessment:
    """How good a network is beside its references.

    Attributes
    ----------
    references : References
    verdict : Verdict
    targets : dict
        Target -> subset -> metric -> number, in the units of each; empty for a single target.
    """

    references: References
    verdict: Verdict
    targets: dict[str, Scores] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The verdict in words, in the reader's language."""
        return verdict_sentence(self.verdict)

    def provenance(self) -> dict[str, Any]:
        """Return what a file keeps of it: the scores of the references, and the verdict."""
        scores: dict[str, Scores] = self.references.scores
        verdict = {
            "kind": self.verdict.kind,
            "sentence": self.sentence,
            "constant": self.references.constant_label,
        }
        found = {"baselines": scores, "verdict": verdict, "block": self.verdict.block}
        return found | ({"targets": self.targets} if self.targets else {})


@np.errstate(over="ignore", invalid="ignore")  # numbers near the ends of the double range
def assess(
    network: NetworkOrEnsemble,
    config: RunConfig,
    dataset: Dataset,
    prepared: Prepared | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Assessment:
    """Fit the references and judge a network by them.

    Parameters
    ----------
    network : Network or Ensemble
    config : RunConfig
        Of its run.
    dataset : Dataset
    prepared : Prepared, optional
        Tells the times of the rows.
    cancelled : callable
        Polled on the way.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    references = fit_references(dataset, config.training, prepared, cancelled)
    pairs = compute_predictions(network, dataset)
    return assess_answers(dataset, config.training.loss, references, pairs)


@np.errstate(over="ignore", invalid="ignore")  # numbers near the ends of the double range
def assess_answers(dataset: Dataset, loss: Loss, references: References, pairs: Pairs) -> Assessment:
    """Judge answers by references that are fitted already.

    Parameters
    ----------
    dataset : Dataset
    loss : Loss
    references : References
    pairs : dict
        True and predicted values of each subset that has rows.
    """
    return Assessment(references, judge(dataset, loss, references, pairs), score_targets(dataset, pairs))


def score_targets(dataset: Dataset, pairs: Pairs) -> dict[str, Scores]:
    """Score each of several targets by itself: numbers of different units have no mean.

    Parameters
    ----------
    dataset : Dataset
    pairs : dict
        True and predicted values of each subset that has rows.

    Returns
    -------
    dict
        Target -> subset -> metric -> number; empty for a single target and for classes.
    """
    if dataset.task.is_classification or len(dataset.target_names) < 2:
        return {}
    each = {name: evaluate_each(dataset.task, *pair) for name, pair in pairs.items()}
    return {target: {name: scores[k] for name, scores in each.items()} for k, target in enumerate(dataset.target_names)}


def plain_scores(scores: Mapping[str, Scores]) -> dict[str, Any]:
    """Return scores of references or targets for JSON: name -> subset -> metric -> number or None."""
    return {
        model: {
            KEYS[subset]: {metric: value if math.isfinite(value) else None for metric, value in values.items()}
            for subset, values in each.items()
        }
        for model, each in scores.items()
    }


def plain_verdict(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict for JSON, its skills as shares: 0.12 for a measure that is 12 % lower."""
    return {
        "kind": verdict.kind,
        "finding": verdict.finding,
        "sentence": verdict_sentence(verdict),
        "subset": KEYS[verdict.subset],
        "rows": verdict.rows,
        "measure": verdict.measure,
        "skill": {model: _plain(one) for model, one in verdict.skill.items()},
        "score": {"metric": "log_loss" if verdict.is_classification else "r2", **_plain(verdict.score)},
    }


def _plain(one: Estimate) -> dict[str, float | None]:
    return {name: x if math.isfinite(x) else None for name, x in vars(one).items()}
