"""The network of all rows: every row is for training, and the folds say for how many epochs."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.study_cases import study_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.export.tables.out_of_fold import out_of_fold_frame
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.final_run import epochs_found, final_config, final_data
from mlp_gui.studies.fold_models import FoldModels
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.summary import summarize

SPLITS = [
    {"method": "random"},
    {"method": "stratified"},
    {"method": "grouped", "column": "station"},
    {"method": "blocked"},
    {"method": "time_order", "column": "day", "validation_from": "40", "test_from": "50", "gap": 3},
    {"method": "periods", "column": "day", "period": "day"},
    {"method": "file_order", "gap": 2},
]


@pytest.mark.parametrize("split", SPLITS, ids=lambda split: split["method"])
def test_that_every_used_row_is_for_training_whatever_the_split(small_table: Table, split: dict) -> None:
    study = study_of(small_table, StudyPlan(folds=3), **split)
    data = final_data(study).dataset
    assert np.array_equal(data.train.row_numbers, np.arange(62))
    assert not len(data.validation)
    assert not len(data.test)


def test_that_the_epochs_are_the_median_of_the_best_of_the_folds(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(folds=5))
    results = list(run_jobs(study.plan.jobs(), opening(study, 0)))
    n = round(float(np.median([result.best_epoch for result in results])))
    assert epochs_found(study, results) == n
    config = final_config(study, results)
    assert config.training.max_epochs == n
    assert not config.training.stopping.enabled
    assert config.replace(training=study.config.training) == study.config
    with pytest.raises(UserError, match="nobody knows how many epochs"):
        epochs_found(study, [])


def test_that_the_network_of_a_fold_says_of_its_rows_what_was_said_out_of_fold(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(folds=4, repeats=2))
    results = list(run_jobs(study.jobs(), opening(study, 0)))
    models = FoldModels.of(study, results)
    outputs = models.outputs(small_table)
    assert outputs.shape == (4, 62, 1)
    held = summarize(study, results)[0].held_out
    fold = np.empty(62, np.int64)
    for result in results:
        fold[result.rows] = result.job.fold
    np.testing.assert_allclose(outputs[fold, np.arange(62)], held.outputs, rtol=1e-12, atol=1e-12)
    assert models.cv_plus is not None
    own = models.cv_plus.residuals[np.argsort(np.concatenate([np.flatnonzero(fold == k) for k in range(4)])), 0]
    np.testing.assert_allclose(own, np.abs(held.truth - held.outputs)[:, 0], rtol=1e-12)
    with pytest.raises(UserError, match="no networks of folds"):
        FoldModels.of(study, results[:5])


def test_that_the_table_has_for_each_row_the_fold_that_never_saw_it(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(folds=4), "kind")
    results = list(run_jobs(study.plan.jobs(), opening(study, 0)))
    frame = out_of_fold_frame(study, results)
    for result in results:
        training, validation, _ = study.parts(result.job)
        rows = np.flatnonzero(frame["fold"] == str(result.job.fold + 1))
        assert np.array_equal(rows, result.rows)
        assert not set(rows) & (set(training) | set(validation))
        columns = [f"probability of {name}" for name in "abc"]
        np.testing.assert_array_equal(frame[columns].to_numpy()[rows], result.outputs)
    assert frame["fold"].isin(["1", "2", "3", "4"]).all()
    best = frame[[f"probability of {name}" for name in "abc"]].to_numpy().argmax(axis=1)
    assert (frame["predicted kind"].to_numpy() == np.array(list("abc"))[best]).all()
    again = study_of(small_table, StudyPlan(folds=4, fold_repeats=2), "kind")
    assert "fold" not in out_of_fold_frame(again, list(run_jobs(again.plan.jobs(), opening(again, 0))))
