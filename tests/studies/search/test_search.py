"""A search from its first settings to the honest score of its winner."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from helpers.study_cases import study_of
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.studies.executors import opening
from mlp_gui.studies.journal import Journal
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.run_study import StudyRun
from mlp_gui.studies.search.halving import Rungs, rung_epochs
from mlp_gui.studies.search.search import Search
from mlp_gui.studies.search.search_summary import summarize_search
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.study import JobResult, Study

RANGES = ("learning_rate=0.0001:0.1", "units=2:9")


def searched(table: Table, epochs: int = 40, repeats: int = 1, folds: int = 0, **search: object) -> Study:
    config = SearchConfig(**{"runs": 9, "ranges": RANGES, **search})  # type: ignore[arg-type]
    study = study_of(table, StudyPlan(repeats=repeats, folds=folds, search=config))
    training = study.config.training.replace(max_epochs=epochs)
    return Study(study.table, study.spec, study.config.replace(training=training), study.plan)


def run(study: Study, kept: list[JobResult] | None = None, workers: int = 0) -> list[JobResult]:
    found = list(kept or [])
    found += StudyRun(study, found).results(partial(opening, study, workers))
    return found


def key(results: list[JobResult]) -> list[tuple[object, ...]]:
    return [(r.job, r.scores, r.theta.tobytes()) for r in results]


def test_that_a_run_that_was_halted_and_goes_on_equals_one_that_was_not(small_table: Table) -> None:
    study = searched(small_table, repeats=2)
    results = run(study)
    found = summarize_search(study, results)
    halts = rung_epochs(40)
    assert halts == (13, 0)
    assert {r.job.epochs for r in results if r.job.in_search} == {13, 0}
    validation, test = study.base.dataset.validation.row_numbers, study.base.dataset.test.row_numbers
    for result in results:
        assert np.array_equal(result.rows, validation if result.job.in_search else test)
        alone = Trainer(study.config_of(result.job), study.base.dataset)
        for report in alone.epochs():
            if report.epoch == result.job.epochs:
                break
        assert np.array_equal(result.theta, alone.result_theta())
        assert result.epochs == alone.epoch
    assert len(found.trials) == 9
    assert not found.trials[0].settings  # the run's own
    assert found.trials[0].is_complete
    ended = [t for t in found.trials if t.is_complete]
    assert 1 < len(ended) < 9
    assert found.winner is min(ended, key=lambda t: t.score)
    assert [r.job.seed for r in found.finals] == [0, 1]
    assert "honest" in found.caution


def test_that_folds_of_a_search_leave_the_test_rows_alone(small_table: Table) -> None:
    study = searched(small_table, folds=3, runs=3, halving=False, epochs=8)
    results, test = run(study), set(study.base.dataset.test.row_numbers)
    trials = [r for r in results if r.job.in_search]
    learned = sorted(set(range(62)) - test)
    for settings in {r.job.settings for r in trials}:
        of_one = [r for r in trials if r.job.settings == settings]
        assert sorted(np.concatenate([r.rows for r in of_one])) == learned
        for r in of_one:
            assert not test & set(np.concatenate(study.parts(r.job)))
    found = summarize_search(study, results)
    for trial in found.trials:
        assert trial.score == pytest.approx(np.mean([r.scores["rmse"] for r in trial.results]))
    assert set(found.finals[0].rows) == test


@pytest.mark.parametrize("method", ["random", "grid", "optuna"])
def test_that_a_search_that_was_interrupted_anywhere_goes_on_to_its_end(
    small_table: Table, tmp_path: Path, method: str
) -> None:
    if method == "optuna":
        pytest.importorskip("optuna", reason="the extra `search` is not installed")
    study = searched(small_table, method=method, epochs=40, repeats=2, folds=2, runs=5)
    whole = run(study)
    for cut in (0, 1, 4, len(whole) - 1):
        file = tmp_path / f"{cut}.json"
        journal = Journal(file, study)
        for result in whole[:cut]:
            journal.add(result)
        journal.close()
        kept = Journal(file, study)
        kept.close()
        again = run(study, kept.kept)
        assert key(again[:cut]) == key(whole[:cut])
        found = summarize_search(study, again)
        assert len(found.trials) == 5
        assert len({r.job for r in again}) == len(again)  # nothing was trained twice
        if method != "optuna":  # which learns in another order
            assert {t.values: t.score for t in found.trials} == {
                t.values: t.score for t in summarize_search(study, whole).trials
            }
            assert key(again) == key(whole)


def test_that_processes_find_the_same_scores(small_table: Table) -> None:
    study = searched(small_table, halving=False, runs=6, epochs=12)
    alone, pool = summarize_search(study, run(study)), summarize_search(study, run(study, workers=2))
    assert {t.values: t.score for t in alone.trials} == {t.values: t.score for t in pool.trials}
    assert np.array_equal(alone.finals[0].theta, pool.finals[0].theta)


def test_that_minutes_end_a_search_and_its_winner_is_scored_nevertheless(small_table: Table) -> None:
    study = searched(small_table, runs=0, minutes=1, epochs=10)
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 0.5
        return now

    search = Search(study, clock=clock)
    while (job := search.next_job()) is not None:
        search.add(JobResult(job, 10, 10, "ended", 0.0, 9, "validation", np.arange(1), np.ones((1, 1)),
                             {"rmse": 1.0}, np.ones(1), np.ones(1), np.ones(1)))  # fmt: skip
        done, left = search.progress()
        assert done == pytest.approx(1 - left / 60, abs=0.02)
    assert search.is_over()
    assert now < 62
    with pytest.raises(UserError, match="minutes were over before a network was finished"):
        run(searched(small_table, runs=0, minutes=1e-9))


def test_that_stopping_keeps_what_is_finished(small_table: Table) -> None:
    study, found = searched(small_table, epochs=10), []
    results = StudyRun(study).results(partial(opening, study, 0), lambda: len(found) >= 4)
    with pytest.raises(Cancelled):
        found.extend(results)
    assert len(found) == 4
    summary = summarize_search(study, found)
    assert summary.winner is not None
    assert not summary.finals
    assert "too good" in summary.caution


def test_that_settings_that_cannot_be_are_listed_with_their_reason(small_table: Table) -> None:
    study = searched(small_table, runs=3, ranges=("training.optimizer=adam,lbfgs,sgd",), method="grid", epochs=6)
    found = summarize_search(study, run(study))
    refused = [t for t in found.trials if t.refusal]
    assert [dict(t.values)["training.optimizer"] for t in refused] == ["lbfgs"]  # it takes no dropout
    assert "dropout" in refused[0].refusal.lower()
    assert found.winner is not None
    assert found.winner not in refused


def test_that_a_search_without_rows_to_compare_by_is_refused(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(search=SearchConfig(runs=2)), train=0.8, validation=0.0, test=0.2)
    with pytest.raises(UserError, match="no validation rows"):
        StudyRun(study)
    wrong = study_of(small_table, StudyPlan(search=SearchConfig(runs=2, score="accuracy")))
    with pytest.raises(UserError, match="is no score of this target"):
        run(wrong)
    no_test = study_of(small_table, StudyPlan(search=SearchConfig(runs=1)), train=0.8, validation=0.2, test=0.0)
    assert "never saw" in summarize_search(no_test, run(no_test)).caution


def test_that_the_best_third_of_a_rung_goes_on() -> None:
    rungs = Rungs((3, 9, 0))
    names = [((("x", k),), float((k * 5) % 9)) for k in range(9)]
    promoted = []
    for settings, score in names:
        rungs.add(settings, 3, score)
        while (found := rungs.promoted()) is not None:
            rungs.begin(*found)
            promoted.append(found[0][0][1])
    ranked = [settings[0][1] for settings, _ in sorted(names, key=lambda one: one[1])]
    assert set(ranked[:3]) <= set(promoted)
    assert len(promoted) <= 5  # those that were among the best third of fewer
    assert rung_epochs(1000) == (37, 111, 333, 0)
    assert rung_epochs(4) == (0,)
