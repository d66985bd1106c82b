"""The networks of a study as one model, which answers with the mean of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.model import TrainedModel
from mlp_gui.studies.study import JobResult, Study

# With fewer validation rows the choice follows their noise: the chosen members are then no better on other rows.
LEAST_ROWS_TO_CHOOSE = 200
CHOICES = 50  # of members, one after the other


def ensemble_model(study: Study, results: Sequence[JobResult], chosen: bool = False) -> TrainedModel:
    """Make one model of the networks that learned from the same rows: of those with the most rows, in a learning curve.

    Numbers are averaged before any unit is put back, classes as probabilities.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    chosen : bool
        Whether the validation rows choose the members, greedily and with replacement; else all count alike.

    Raises
    ------
    UserError
        If the study has folds, fewer than two networks are finished, or too few validation rows shall choose.
    """
    refuse_ensemble(study, chosen)
    members = _of_most_rows(results)
    if len(members) < 2:
        raise _no_average(len(members))
    prepared = study.prepared(members[0].job)
    networks = [study.network_of(result, prepared.dataset) for result in members]
    shares = choose_shares(networks, prepared.dataset) if chosen else [1 / len(members)] * len(members)
    kept = [k for k, share in enumerate(shares) if share]
    ensemble = Ensemble([networks[k] for k in kept], [shares[k] for k in kept])
    said = describe_members(study, [members[k] for k in kept], ensemble.shares)
    made = TrainedModel.from_run(
        prepared, study.config_of(members[kept[0]].job), ensemble, max(one["epoch"] for one in said), "average"
    )
    return replace(made, provenance=made.provenance | {"members": said})


def describe_members(study: Study, members: Sequence[JobResult], shares: Sequence[float]) -> list[dict[str, Any]]:
    """Return what exports say of the networks of an average: seed, epoch of the weights, and share.

    Parameters
    ----------
    study : Study
    members : sequence of JobResult
    shares : sequence of float
    """
    seed = study.config.network.seed
    return [
        {"seed": seed + result.job.seed, "epoch": _epoch_of(study, result), "share": share}
        for result, share in zip(members, shares, strict=True)
    ]


def average_of(study: Study, results: Sequence[JobResult], dataset: Dataset) -> Ensemble:
    """Return what answers with the mean of networks that have learned from the same rows, each counting alike.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    dataset : Dataset
        Of these rows.
    """
    return Ensemble([study.network_of(result, dataset) for result in results])


def refuse_ensemble(study: Study, chosen: bool = False) -> None:
    """Refuse what no average can be made of, before any network is trained.

    Parameters
    ----------
    study : Study
    chosen : bool
        Whether the validation rows shall choose the members.

    Raises
    ------
    UserError
        If the plan has folds, a search or a single network, or there are too few validation rows.
    """
    if study.plan.search.is_wanted or study.plan.race:
        raise UserError(
            tr("The networks of a search or a race differ in their settings."),
            hint=tr("Average networks that differ in their seed: a study without folds."),
        )
    if study.plan.folds:
        raise UserError(
            tr("The networks of folds learn from other rows each and scale them differently."),
            hint=tr("Average networks that differ in their seed: a study without folds."),
        )
    if study.plan.repeats < 2:
        raise _no_average(study.plan.repeats)
    if chosen:
        _refuse_few_rows(study.base.dataset)


def _no_average(n: int) -> UserError:
    said = tr_n("{n:,} network has no average.", "{n:,} networks have no average.", n)
    return UserError(said, hint=tr("Train two networks or more."))


def _refuse_few_rows(data: Dataset) -> None:
    n = len(data.validation)
    if n < LEAST_ROWS_TO_CHOOSE:
        raise UserError(
            tr_n("{n:,} validation row is too few to choose networks by: the choice would follow chance.",
                 "{n:,} validation rows are too few to choose networks by: the choice would follow chance.", n),
            tr("At least {n:,} are needed.", n=LEAST_ROWS_TO_CHOOSE),
            tr("Average all networks, or keep more rows for validation."),
        )  # fmt: skip


def _of_most_rows(results: Sequence[JobResult]) -> list[JobResult]:
    most = max((result.n_training for result in results), default=0)
    return sorted((r for r in results if r.n_training == most), key=lambda result: result.job.seed)


def _epoch_of(study: Study, result: JobResult) -> int:
    """Return the epoch of the weights that the stopping rule asks for."""
    best = study.config.training.stopping.restore_best and result.best_epoch > 0
    return result.best_epoch if best else result.epochs


def choose_shares(networks: Sequence[Network], data: Dataset) -> list[float]:
    """Return what each network shall count, chosen by the loss of the mean answer on the validation rows.

    One network after the other joins, the one with which the mean is best; one may join several times. The choice ends
    where its loss was least. Source: Caruana et al., Ensemble selection from libraries of models, ICML 2004.

    Parameters
    ----------
    networks : sequence of Network
    data : Dataset

    Raises
    ------
    UserError
        If there are fewer than LEAST_ROWS_TO_CHOOSE validation rows.
    """
    _refuse_few_rows(data)
    rows = data.validation
    answers = np.stack([network.predict(rows.x) for network in networks])
    total, counts = np.zeros_like(answers[0]), np.zeros(len(networks), int)
    best, best_loss = counts.copy(), np.inf
    for n in range(1, CHOICES + 1):
        losses = [_loss((total + answer) / n, rows.y, data) for answer in answers]
        k = int(np.argmin(losses))
        total += answers[k]
        counts[k] += 1
        if losses[k] < best_loss:
            best, best_loss = counts.copy(), losses[k]
    return [float(count) / float(best.sum()) for count in best]


def _loss(answer: Floats, y: Floats, data: Dataset) -> float:
    """Return the mean squared error, or the log loss of probabilities."""
    if not data.task.is_classification:
        return float(np.mean((answer - y) ** 2))
    tiny = np.finfo(answer.dtype).tiny
    p = answer * y + (1 - answer) * (1 - y) if y.shape[1] == 1 else (answer * y).sum(axis=1)
    return float(-np.mean(np.log(np.maximum(p, tiny))))
