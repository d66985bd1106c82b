"""Spread, corrected interval and ensembles against scipy and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from sklearn.metrics import log_loss

from helpers.study_cases import study_of
from mlp_gui.data.columns.table import Table
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.student_t import t_quantile
from mlp_gui.studies.summary import average_members, corrected_interval, summarize


@pytest.mark.parametrize("freedom", [1, 2, 4.5, 9, 99, 5000])
@pytest.mark.parametrize("probability", [0.5, 0.9, 0.975, 0.9999])
def test_that_quantiles_of_students_t_are_those_of_scipy(probability: float, freedom: float) -> None:
    wanted = stats.t.ppf(probability, freedom)
    assert t_quantile(probability, freedom) == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def test_that_the_corrected_interval_is_the_formula_of_nadeau_and_bengio() -> None:
    values = np.array([0.81, 0.77, 0.9, 0.85, 0.79])
    half = stats.t.ppf(0.975, 4) * math.sqrt((1 / 5 + 20 / 80) * values.var(ddof=1))
    assert corrected_interval(values, 20, 80) == pytest.approx((values.mean() - half, values.mean() + half), rel=1e-9)
    assert all(math.isnan(end) for end in corrected_interval(values[:1], 20, 80))


def test_that_an_ensemble_of_classes_is_scored_on_the_mean_of_probabilities(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(repeats=5), "kind")
    results = list(run_jobs(study.plan.jobs(), opening(study, 0)))
    found = summarize(study, results)[0]
    each = [r.scores["log_loss"] for r in results]
    truth = small_table.frame["kind"].to_numpy()[results[0].rows]
    mean = np.mean([r.outputs for r in results], axis=0)
    assert np.array_equal(average_members(study, results), mean)
    assert found.ensemble["log_loss"] == pytest.approx(log_loss(truth, mean, labels=["a", "b", "c"]), rel=1e-9)
    assert found.ensemble["log_loss"] <= np.mean(each)  # Jensen
    spread = found.scores["log_loss"]
    assert (spread.low, spread.median, spread.high) == (min(each), pytest.approx(np.median(each)), max(each))
    assert spread.worst.seed == int(np.argmax(each))
    assert found.scores["accuracy"].worst.seed == int(np.argmin([r.scores["accuracy"] for r in results]))
    assert spread.interval is None
