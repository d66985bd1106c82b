"""What a search has found: its settings with their scores, the best ones, what mattered, and the honest last score."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.studies.search.importance import importance_of
from mlp_gui.studies.search.scores import is_at_its_end, mean_order, mean_score, score_name
from mlp_gui.studies.search_space import SearchDimension, Settings, present_values, space_of
from mlp_gui.studies.study import JobResult, Study


@dataclass(frozen=True, eq=False)
class SearchTrial:
    """Settings that were tried.

    Attributes
    ----------
    number : int
        Counted from 1, in the order of the first results.
    settings : tuple of (str, object)
        What differs from the run's own settings; none for the first.
    values : tuple of (str, object)
        The value of every setting that was searched.
    score : float
        Of the rows that the search compares by; nan where there is none.
    order : float
        The smaller one is better.
    epochs : int
        Of its network, or of the longest of its folds.
    is_complete : bool
        Whether training came to its end, and was not stopped as weak.
    refusal : str
        Why no network can be trained with these settings.
    seconds : float
    results : tuple of JobResult
        Of its networks, as far as they came.
    """

    number: int
    settings: Settings
    values: Settings
    score: float
    order: float
    epochs: int
    is_complete: bool
    refusal: str
    seconds: float
    results: tuple[JobResult, ...]


@dataclass(frozen=True, eq=False)
class SearchSummary:
    """All that a search has found.

    Attributes
    ----------
    score : str
        The metric that decides.
    space : tuple of SearchDimension
    trials : tuple of SearchTrial
    winner : SearchTrial, optional
        The best that came to its end, or else the best so far.
    finals : tuple of JobResult
        Networks with the winner's settings, scored on rows that the search never saw where there are any.
    importance : dict of str to float
    caution : str
        What the winner's score is worth, in a sentence.
    """

    score: str
    space: tuple[SearchDimension, ...]
    trials: tuple[SearchTrial, ...]
    winner: SearchTrial | None
    finals: tuple[JobResult, ...]
    importance: dict[str, float]
    caution: str


def summarize_search(study: Study, results: Sequence[JobResult]) -> SearchSummary:
    """Summarize what is known of a search.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
        In the order in which they came.
    """
    space = space_of(study.config, study.plan.search.read_ranges())
    present = present_values(study.config, space)
    reached: dict[Settings, dict[int, list[JobResult]]] = {}
    for result in results:
        if result.job.in_search:
            reached.setdefault(result.job.settings, {}).setdefault(result.job.epochs, []).append(result)
    n_folds = study.plan.folds or 1
    lowest = min((epochs for rungs in reached.values() for epochs in rungs if epochs), default=0)
    trials: list[SearchTrial] = []
    first: dict[Settings, float] = {}
    for settings, rungs in reached.items():
        whole = [found for found in rungs.values() if len(found) == n_folds]
        if whole:
            trials.append(_trial(study, len(trials) + 1, settings, settings or present, whole[-1]))
            if whole[0][0].job.epochs == lowest:  # all after the same number of epochs
                first[settings or present] = mean_order(study, whole[0])
    complete = [t for t in trials if t.is_complete and math.isfinite(t.order)]
    others = [t for t in trials if math.isfinite(t.order)]
    winner = min(complete or others, key=lambda t: t.order, default=None)
    last = [result for result in results if not result.job.in_search]
    finals = tuple(result for result in last if winner is not None and result.job.settings == winner.settings)
    caution = _caution(study, winner, finals)
    return SearchSummary(score_name(study), space, tuple(trials), winner, finals, importance_of(space, first), caution)


def _trial(study: Study, number: int, settings: Settings, values: Settings, last: list[JobResult]) -> SearchTrial:
    return SearchTrial(
        number,
        settings,
        values,
        mean_score(study, last),
        mean_order(study, last),
        max(result.epochs for result in last),
        all(map(is_at_its_end, last)),
        next((result.stopped for result in last if not result.epochs), ""),
        sum(result.seconds for result in last),
        tuple(last),
    )


def _caution(study: Study, winner: SearchTrial | None, finals: tuple[JobResult, ...]) -> str:
    if winner is None:
        return ""
    if not len(study.base.dataset.test):
        return tr(
            "No rows are left that the search never saw: the winner's score is too good. Give the split a share for "
            "test to know how good it is."
        )
    name = tr(metrics[score_name(study)].label)
    if not finals:
        return tr("The winner's {score} was chosen as the best of many and is too good.", score=name)
    return tr(
        "The winner's {score} in the search was chosen as the best of many and is too good; that of the test rows, "
        "which the search never saw, is honest.",
        score=name,
    )
