"""The score by which a search compares settings."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics, metrics_for
from mlp_gui.studies.search_config import AUTO
from mlp_gui.studies.study import JobResult, Study


def score_name(study: Study) -> str:
    """Return the name of the metric that decides.

    Parameters
    ----------
    study : Study

    Raises
    ------
    UserError
        If it is none of this kind of target.
    """
    asked, task = study.plan.search.score, study.base.task
    if asked == AUTO:
        return "log_loss" if task.is_classification else "rmse"
    if metrics[asked] not in metrics_for(task):
        raise UserError(
            tr("{score} is no score of this target.", score=tr(metrics[asked].label)),
            hint=tr("Choose one of: {names}.", names=", ".join(m.name for m in metrics_for(task))),
        )
    return asked


def mean_score(study: Study, results: Sequence[JobResult]) -> float:
    """Return the score of settings, over their folds; nan where one has none.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    name = score_name(study)
    return float(np.mean([result.scores.get(name, math.nan) for result in results]))


def mean_order(study: Study, results: Sequence[JobResult]) -> float:
    """Return a number of which the smaller one is better; infinity where there is no score.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    score = mean_score(study, results)
    if not math.isfinite(score):
        return math.inf
    return -score if metrics[score_name(study)].higher_is_better else score


def is_at_its_end(result: JobResult) -> bool:
    """Return whether training has ended by itself, and is not only halted.

    Parameters
    ----------
    result : JobResult
    """
    return not result.job.epochs or bool(result.stopped) or result.epochs < result.job.epochs
