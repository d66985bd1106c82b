"""What is said of a study: its state in sentences, its scores and networks as rows of tables, its curves by groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.number_format import format_integer, format_interval, format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.learning_curve import compared_score, more_rows_sentence
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.race import lane_name
from mlp_gui.studies.search_space import searchable
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import MAIN_SCORES, StudySummary
from mlp_gui.views.studies.study_picture import CurveGroup, RowsCurve
from mlp_gui.views.studies.study_plan_form import RaceChoice

RACERS = 4  # values that are proposed
FIRST = ("sgd", "momentum", "rmsprop", "adam")  # optimizers that are proposed


def state_sentence(study: Study, results: Sequence[JobResult], summaries: Sequence[StudySummary]) -> str:
    """Say how many networks are finished, and what they say together.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    summaries : sequence of StudySummary
    """
    said = finished_sentence(study, results)
    if study.plan.rows:
        said += " " + more_rows_sentence(summaries)
    elif results and study.plan.folds:
        said += " " + tr("Every row is predicted by networks that never saw it.")
    elif results:
        said += " " + tr("Scored on the {subset} rows.", subset=tr(results[0].subset))
    return said.strip()


def finished_sentence(study: Study, results: Sequence[JobResult]) -> str:
    """Say how many networks are finished.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    n, total = len(results), study.plan.n_jobs
    return tr_n("{done:,} of {n:,} network is finished.", "{done:,} of {n:,} networks are finished.", total, done=n)


def followed_losses(results: Sequence[JobResult]) -> tuple[list[NDArray[np.floating]], Subset]:
    """Return the loss curve of each network and whose it is: validation, or training where one has no validation rows.

    Parameters
    ----------
    results : sequence of JobResult
    """
    if all(np.isfinite(result.validation_loss).any() for result in results):
        return [result.validation_loss for result in results], Subset.VALIDATION
    return [result.train_loss for result in results], Subset.TRAINING


def score_table(study: Study, summaries: Sequence[StudySummary]) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows of the scores.

    Of folds the mean with its corrected interval, else the median.

    Parameters
    ----------
    study : Study
    summaries : sequence of StudySummary
    """
    folds, several = bool(study.plan.folds), len(summaries) > 1
    heads = [tr("Score"), tr("Mean"), tr("95 % interval")] if folds else [tr("Score"), tr("Median")]
    heads += [tr("Range"), tr("Average of networks"), tr("Worst")]
    rows = []
    for summary in summaries:
        for name, spread in summary.scores.items():
            if name not in MAIN_SCORES or (several and name != compared_score(summaries)):
                continue
            label = _group(study, summary) if several else ""
            score = tr(metrics[name].label)
            first = f"{label}: {score}" if label else score
            between = format_interval(*spread.interval) if spread.interval and np.isfinite(spread.interval[0]) else "–"
            middle = [format_number(spread.mean), between] if folds else [format_number(spread.median)]
            extent = tr("{low} to {high}", low=format_number(spread.low), high=format_number(spread.high))
            average, worst = format_number(summary.ensemble[name]), network_name(study, spread.worst)
            rows.append([first, *middle, extent, average, worst])
    return heads, rows


def _group(study: Study, summary: StudySummary) -> str:
    if summary.settings:
        return lane_name(study.config, summary.settings)
    return tr_n("{n:,} row", "{n:,} rows", summary.n_training[1])


def member_table(study: Study, results: Sequence[JobResult]) -> tuple[list[str], list[list[str]]]:
    """Return headings and rows of the networks.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    known = [name for name in MAIN_SCORES if results and name in results[0].scores][:3]
    heads = [tr("Network"), tr("Epochs"), *(tr(metrics[name].label) for name in known)]
    rows = [
        [network_name(study, r.job), format_integer(r.epochs), *(format_number(r.scores[m]) for m in known)]
        for r in results
    ]
    return heads, rows


def network_name(study: Study, job: StudyJob) -> str:
    """Return what tells a network from the others.

    Parameters
    ----------
    study : Study
    job : StudyJob
    """
    seed = study.config.network.seed + job.seed
    said = tr("seed {n}", n=seed) if job.fold < 0 else tr("fold {fold}, seed {n}", fold=job.fold + 1, n=seed)
    if job.fold >= 0 and study.plan.fold_repeats > 1:
        said = tr("repetition {n}, {rest}", n=job.repeat + 1, rest=said)
    if job.settings:
        return f"{lane_name(study.config, job.settings)}, {said}"
    return tr("{rows:,} rows, {rest}", rows=job.rows, rest=said) if job.rows else said


def loss_groups(study: Study | None, results: Sequence[JobResult]) -> tuple[list[CurveGroup], str]:
    """Return the loss curves, those of each lane of a race together, and what they are.

    Parameters
    ----------
    study : Study or None
    results : sequence of JobResult
    """
    losses, subset = followed_losses(results)
    groups = []
    for lane in study.lanes if study is not None else ():
        mine = [loss for loss, r in zip(losses, results, strict=True) if r.job.settings == lane]
        name = lane_name(study.config, lane) if study is not None and lane else ""
        groups.append(CurveGroup(name, mine))
    return groups, tr("validation loss") if subset is Subset.VALIDATION else tr("training loss")


def rows_curve(summaries: Sequence[StudySummary]) -> RowsCurve:
    """Return the score over the training rows.

    Parameters
    ----------
    summaries : sequence of StudySummary
        Of a learning curve, by ascending rows; at least one.
    """
    name = compared_score(summaries)
    spreads = [s.scores[name] for s in summaries]
    rows = np.array([np.mean(s.n_training) for s in summaries])
    mean, low, high = (np.array([getattr(s, part) for s in spreads]) for part in ("mean", "low", "high"))
    return RowsCurve(tr(metrics[name].label), rows, mean, low, high)


def race_choices(config: RunConfig) -> list[RaceChoice]:
    """Return the settings that can race, the optimizer first, with values that are proposed.

    Parameters
    ----------
    config : RunConfig
    """
    found = []
    for d in searchable(config):
        if d.range.choices:
            values: list[Any] = [v for v in FIRST if v in d.range.choices] or list(d.range.choices)[:RACERS]
        elif d.param.search is not None:
            values = list(d.range.grid(RACERS, d.is_whole))
        else:
            continue
        words = [str(v).lower() if isinstance(v, bool) else v if isinstance(v, str) else _number(v) for v in values]
        if len(set(words)) > 1:
            found.append(RaceChoice(d.path, d.label, ", ".join(dict.fromkeys(words))))
    return sorted(found, key=lambda choice: choice.path != "training.optimizer")


def _number(value: float) -> str:
    return f"{value:.3g}" if value % 1 else f"{value:.0f}"
