"""What a study has found: the spread of the scores, averages of members, and predictions of rows that were held out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.core.subsets import Subset
from mlp_gui.engine.metrics.metric import evaluate, metrics
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.studies.plan import StudyJob
from mlp_gui.studies.search_space import Settings
from mlp_gui.studies.student_t import t_quantile
from mlp_gui.studies.study import JobResult, Study

LEVEL = 0.95
MAIN_SCORES = ("r2", "rmse", "mae", "accuracy", "f1_macro", "log_loss")  # that a person is shown, in this order


@dataclass(frozen=True)
class ScoreSpread:
    """One score over several networks.

    Attributes
    ----------
    n : int
        Networks, or folds of which each counts as the mean of its networks.
    mean, standard_deviation, median, low, high : float
        low and high are the smallest and the largest.
    worst : StudyJob
        Of the network with the worst score.
    interval : tuple of float, optional
        Where the score of other rows of the same kind would lie in 95 of 100 cases; of cross-validation only.
    """

    n: int
    mean: float
    standard_deviation: float
    median: float
    low: float
    high: float
    worst: StudyJob
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Predictions of rows by networks that never saw them.

    Attributes
    ----------
    rows : ndarray of shape (n_rows,)
        Positions in the table, ascending.
    truth, outputs : ndarray of shape (n_rows, n_outputs)
        In original units, or classes and probabilities; outputs are means over seeds and repetitions.
    scores : dict of str to float
        Of all these rows together.
    """

    rows: NDArray[np.int64]
    truth: Floats
    outputs: Floats
    scores: dict[str, float]


@dataclass(frozen=True, eq=False)
class StudySummary:
    """What is known of the networks that learned from the same number of rows with the same settings.

    Attributes
    ----------
    limit : int
        Training rows that the plan asked for; 0 for all.
    n_training : tuple of int
        The smallest and the largest number of training rows.
    scores : dict of str to ScoreSpread
    ensemble : dict of str to float
        The mean, over the divisions of the rows, of the scores of the averaged members.
    held_out : HeldOut
    settings : tuple of (str, object)
        In which these networks differ from the run: of a race.
    """

    limit: int
    n_training: tuple[int, int]
    scores: dict[str, ScoreSpread]
    ensemble: dict[str, float]
    held_out: HeldOut
    settings: Settings = ()


def average_members(study: Study, results: Sequence[JobResult]) -> Floats:
    """Return what an ensemble answers to the rows that its members are scored on.

    The mean of numbers before the transformation of a target is undone, or of probabilities.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
        Of networks that learned from the same rows.

    Returns
    -------
    ndarray of shape (n_rows, n_outputs)
        In original units, or probabilities.
    """
    if not study.base.dataset.target_transforms:
        return np.asarray(np.mean(np.stack([result.outputs for result in results]), axis=0))
    # The mean of what was transformed is not the transformed mean: the networks have to be asked again.
    dataset = study.prepared(results[0].job).dataset
    ensemble = Ensemble([study.network_of(result, dataset) for result in results])
    rows = dataset.subsets[Subset(results[0].subset)]
    return dataset.smeared(ensemble.predict).to_original(ensemble.predict(rows.x))


def corrected_interval(values: Floats, n_test: float, n_training: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval of a mean over folds, whose training rows overlap.

    mean ± t · sqrt((1/J + n_test/n_training) · s²) with J - 1 degrees of freedom. Source: Nadeau and Bengio,
    Inference for the Generalization Error, Machine Learning 52 (2003).

    Parameters
    ----------
    values : ndarray of shape (J,)
    n_test, n_training : float
        Rows of a fold, and those that its network learned from.
    level : float
        Between 0 and 1.
    """
    j = len(values)
    if j < 2:
        return math.nan, math.nan
    variance = (1 / j + n_test / n_training) * float(np.var(values, ddof=1))
    half = t_quantile((1 + level) / 2, j - 1) * math.sqrt(variance)
    return float(np.mean(values)) - half, float(np.mean(values)) + half


def summarize(study: Study, results: Sequence[JobResult]) -> list[StudySummary]:
    """Summarize the networks that are finished, by the training rows and the settings that the plan asked for.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    groups: dict[tuple[int, Settings], list[JobResult]] = {}
    for result in sorted(results, key=lambda r: r.job.rows):
        groups.setdefault((result.job.rows, result.job.settings), []).append(result)
    return [_summarized(study, each) for each in groups.values()]


def _summarized(study: Study, results: list[JobResult]) -> StudySummary:
    divisions: dict[tuple[int, int, int], list[JobResult]] = {}
    for result in sorted(results, key=lambda r: r.job.division):
        divisions.setdefault(result.job.division, []).append(result)
    data, truth = study.base.dataset, _truth(study.base.dataset)
    averaged = [
        evaluate(data.task, truth[members[0].rows], average_members(study, members)) for members in divisions.values()
    ]
    numbers = [result.n_training for result in results]
    return StudySummary(
        results[0].job.rows,
        (min(numbers), max(numbers)),
        {name: _spread(name, results, list(divisions.values())) for name in results[0].scores},
        {name: float(np.mean([scores[name] for scores in averaged])) for name in results[0].scores},
        _held_out(data, truth, results),
        results[0].job.settings,
    )


def _spread(name: str, results: list[JobResult], divisions: list[list[JobResult]]) -> ScoreSpread:
    each = np.array([result.scores[name] for result in results])
    has_folds = results[0].job.fold >= 0
    values = np.array([np.mean([m.scores[name] for m in members]) for members in divisions]) if has_folds else each
    better = metrics[name].higher_is_better
    worst = results[int(np.argmin(np.nan_to_num(each if better else -each, nan=-np.inf)))].job
    interval = None
    if has_folds and len(values) > 1:
        rows = np.mean([len(r.rows) for r in results]), np.mean([r.n_training for r in results])
        interval = corrected_interval(values, float(rows[0]), float(rows[1]))
    deviation = float(np.std(values, ddof=1)) if len(values) > 1 else math.nan
    low, median, high = (float(v) for v in np.quantile(values, (0, 0.5, 1)))
    return ScoreSpread(len(values), float(np.mean(values)), deviation, median, low, high, worst, interval)


def _truth(data: Dataset) -> Floats:
    """(n_table_rows, n_outputs) true values; NaN in rows that are not used."""
    n = 1 + max(int(subset.row_numbers.max(initial=-1)) for subset in data.subsets.values())
    truth = np.full((n, data.n_outputs), np.nan)
    for subset in data.subsets.values():
        truth[subset.row_numbers] = data.true_values(subset.y)
    return truth


def _held_out(data: Dataset, truth: Floats, results: list[JobResult]) -> HeldOut:
    total, count = np.zeros_like(truth), np.zeros(len(truth))
    for result in results:
        total[result.rows] += result.outputs
        count[result.rows] += 1
    rows = np.flatnonzero(count)
    outputs = total[rows] / count[rows, None]
    return HeldOut(rows, truth[rows], outputs, evaluate(data.task, truth[rows], outputs))
