"""Networks of a study that have the same rows are trained together, and come out as if each was trained alone."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.study_cases import study_of
from mlp_gui.core.errors import Cancelled
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.lockstep.lockstep import Lockstep
from mlp_gui.engine.training.config import RunConfig, StoppingConfig
from mlp_gui.studies import train_job as module
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.plan import StudyPlan
from mlp_gui.studies.study import Study
from mlp_gui.studies.train_job import train_job


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many networks were trained together each time."""
    found: list[int] = []

    class NotedLockstep(Lockstep):
        def __init__(self, configs, dataset) -> None:
            found.append(len(configs))
            super().__init__(configs, dataset)

    monkeypatch.setattr(module, "Lockstep", NotedLockstep)
    return found


def with_training(study: Study, **changes) -> Study:
    training = study.config.training.replace(**changes)
    return Study(study.table, study.spec, RunConfig(study.config.network, training), study.plan)


def without_stop(study: Study, **changes) -> Study:
    return with_training(study, stopping=StoppingConfig(enabled=False), **changes)


def test_that_networks_of_the_same_rows_are_trained_together_and_equal_single_ones(small_table: Table, groups) -> None:
    study = study_of(small_table, StudyPlan(repeats=4, folds=2), "kind")
    study = with_training(
        study, stopping=StoppingConfig(enabled=False, target_loss=1.0), max_epochs=40, learning_rate=0.003
    )
    results = list(run_jobs(study.jobs(), opening(study, 0)))
    assert groups == [4, 4]
    assert {r.job for r in results} == set(study.jobs())
    assert len({r.epochs for r in results}) > 1  # they stop when each has to
    for result in results:
        alone = train_job(study, result.job)
        assert result.theta.tobytes() == alone.theta.tobytes()
        assert result.outputs.tobytes() == alone.outputs.tobytes()
        np.testing.assert_array_equal(result.rows, alone.rows)
        assert result.train_loss.tobytes() == alone.train_loss.tobytes()
        assert (result.epochs, result.best_epoch, result.stopped) == (alone.epochs, alone.best_epoch, alone.stopped)
        assert result.scores == alone.scores


def test_that_networks_that_differ_in_more_than_their_seeds_and_large_ones_are_trained_alone(
    small_table: Table, groups
) -> None:
    study = study_of(small_table, StudyPlan(repeats=2, race=("optimizer=adam,sgd",)))
    assert len(list(run_jobs(study.jobs(), opening(study, 0)))) == 4
    early = with_training(study_of(small_table, StudyPlan(repeats=3)), stopping=StoppingConfig(patience=1))
    assert len(list(run_jobs(early.jobs(), opening(early, 0)))) == 3  # each stop would cost the others a new stack
    large = without_stop(study_of(small_table, StudyPlan(repeats=3)), max_epochs=1)
    layers = (large.config.network.hidden[0].replace(units=500),)
    large = Study(
        large.table, large.spec, large.config.replace(network=large.config.network.replace(hidden=layers)), large.plan
    )
    assert len(list(run_jobs(large.jobs(), opening(large, 0)))) == 3
    assert groups == []


def test_that_a_stop_ends_networks_that_are_trained_together(small_table: Table, groups) -> None:
    study = without_stop(study_of(small_table, StudyPlan(repeats=3)), max_epochs=1_000_000)
    asked = iter(range(1000))
    with pytest.raises(Cancelled):
        list(run_jobs(study.jobs(), opening(study, 0, lambda: next(asked) > 20), lambda: next(asked) > 20))
    assert groups == [3]
    assert next(asked) < 30
