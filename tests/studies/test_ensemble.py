"""The networks of a study as one model: the mean of its members, however it is asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from helpers.study_cases import study_of
from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.network.network import Network
from mlp_gui.model import TrainedModel
from mlp_gui.studies.ensemble import LEAST_ROWS_TO_CHOOSE, choose_shares, ensemble_model
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import summarize


def trained(table: Table, plan: StudyPlan, target: str = "y", **split: object) -> tuple[Study, list[JobResult]]:
    study = study_of(table, plan, target, **split)
    return study, list(run_jobs(plan.jobs(), opening(study, 0)))


def single(study: Study, result: JobResult) -> TrainedModel:
    data, config = study.base.dataset, study.config_of(result.job)
    network = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
    network.theta[:] = result.theta
    return TrainedModel.from_run(study.base, config, network, 1, "last")


@pytest.mark.parametrize("target", ["y", "kind"])
def test_that_the_model_answers_with_the_mean_of_the_networks_and_says_how_far_they_lie_apart(
    small_table: Table, target: str
) -> None:
    study, results = trained(small_table, StudyPlan(repeats=4), target)
    model = ensemble_model(study, results)
    alone = np.stack([single(study, result).predict(small_table).outputs for result in results])
    found = model.predict(small_table)
    np.testing.assert_allclose(found.outputs, alone.mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(found.spread, alone.std(axis=0, ddof=1), rtol=1e-9)
    # The study's own table says the same number of the same rows.
    summary = summarize(study, results)[0]
    for name, value in summary.ensemble.items():
        assert model.provenance["scores"]["test"][name] == pytest.approx(value, rel=1e-9), name
    assert [member["seed"] for member in model.provenance["members"]] == [0, 1, 2, 3]


def test_that_numbers_are_averaged_before_their_transformation_is_undone(small_table: Table) -> None:
    positive = small_table.frame.assign(y=np.exp(small_table.frame["y"] / 4))
    table = replace(small_table, frame=positive)
    study = study_of(table, StudyPlan(repeats=3))
    columns = [c.replace(transform="log") if c.name == "y" else c for c in study.spec.columns]
    study = replace(study, spec=study.spec.replace(columns=tuple(columns)))
    results = list(run_jobs(study.plan.jobs(), opening(study, 0)))
    model = ensemble_model(study, results)
    alone = np.stack([single(study, result).predict(table).outputs for result in results])
    np.testing.assert_allclose(model.predict(table).outputs, np.exp(np.log(alone).mean(axis=0)), rtol=1e-9)
    assert summarize(study, results)[0].ensemble["rmse"] == pytest.approx(model.provenance["scores"]["test"]["rmse"])


def test_that_the_networks_with_the_most_rows_are_averaged(small_table: Table) -> None:
    study, results = trained(small_table, StudyPlan(repeats=2, rows=(10, 25)))
    model = ensemble_model(study, results)
    kept = [result.theta for result in results if result.job.rows == 25]
    np.testing.assert_array_equal([member.theta for member in model.network.members], kept)
    assert model.provenance["rows"]["training"] == 25


def test_that_what_has_no_average_is_refused(small_table: Table) -> None:
    study, results = trained(small_table, StudyPlan(repeats=2))
    with pytest.raises(UserError, match="1 network has no average"):
        ensemble_model(study, results[:1])
    with pytest.raises(UserError, match=f"12 validation rows are too few.*At least {LEAST_ROWS_TO_CHOOSE}"):
        ensemble_model(study, results, chosen=True)
    study, results = trained(small_table, StudyPlan(folds=2))
    with pytest.raises(UserError, match="scale them differently"):
        ensemble_model(study, results)


def dataset_of(truth: Network, n: int) -> Dataset:
    x = np.random.default_rng(4).normal(size=(n, 2))
    rows = SubsetData(x, truth.predict(x), np.arange(n))
    return Dataset(rows, rows, rows, ("a", "b"), ("y",), Task.REGRESSION)


def test_that_the_validation_rows_choose_networks_whose_errors_cancel() -> None:
    truth = Network((2, 1), ())
    truth.theta[:] = 1, 2, 3
    above, below, far = truth.copy(), truth.copy(), truth.copy()
    above.theta[:] += (0.1, 0, 0.2)
    below.theta[:] -= (0.1, 0, 0.2)
    far.theta[:] += 5
    data = dataset_of(truth, LEAST_ROWS_TO_CHOOSE)
    assert choose_shares([far, above, below], data) == [0, 0.5, 0.5]
    assert choose_shares([far, above, truth, below], data) == [0, 0, 1, 0]
    third = truth.copy()
    third.theta[:] -= (0.05, 0, 0.1)  # half as far on the other side: it counts twice
    assert choose_shares([above, third], data) == pytest.approx([1 / 3, 2 / 3])


def test_that_the_choice_of_networks_for_classes_follows_the_log_loss() -> None:
    sure, doubtful = (Network((2, 3), (), "softmax") for _ in range(2))
    sure.theta[:] = np.random.default_rng(1).normal(0, 2, 9)
    doubtful.theta[:] = sure.theta * 0.01
    x = np.random.default_rng(4).normal(size=(LEAST_ROWS_TO_CHOOSE, 2))
    y = np.eye(3)[sure.predict(x).argmax(axis=1)]
    rows = SubsetData(x, y, np.arange(len(x)))
    data = Dataset(rows, rows, rows, ("a", "b"), ("kind",), Task.MULTICLASS, ("p", "q", "r"))
    assert choose_shares([doubtful, sure], data) == [0, 1]
