"""Networks of a study equal single runs bit for bit, wherever they are trained, and nothing finished is lost."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import mean_squared_error, r2_score

from helpers.study_cases import spec_for, study_of
from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.journal import Journal
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import summarize


def run(study: Study, workers: int = 0) -> list[JobResult]:
    return sorted(run_jobs(study.plan.jobs(), opening(study, workers)), key=lambda r: (r.job.division, r.job.seed))


def test_that_networks_that_differ_in_their_seed_equal_single_runs(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(repeats=3))
    for k, result in enumerate(run(study)):
        network = study.config.network.replace(seed=k)
        config = study.config.replace(network=network, training=study.config.training.replace(seed=k))
        alone = Trainer(config, prepare(small_table, study.spec).dataset)
        list(alone.epochs())
        assert np.array_equal(result.theta, alone.result_theta())
        assert np.array_equal(result.train_loss, alone.history.train_loss)


def test_that_scores_of_folds_equal_cross_validation_by_hand_of_rows_that_were_never_seen(small_table: Table) -> None:
    """Scaling and fill values, too, come from the training rows of the fold, although the spec asks for all rows."""
    study = study_of(small_table, StudyPlan(folds=4))
    results, frame = run(study), small_table.frame
    answers = np.full(62, np.nan)
    for result in results:
        training, validation, held = study.parts(result.job)
        assert not set(held) & (set(training) | set(validation))
        assert np.array_equal(result.rows, held)
        z = frame["z"].iloc[training].mean()
        known = frame[["x", "z"]].iloc[training]
        raw = np.column_stack([frame["x"], frame["z"].fillna(z)])
        center, scale = known.mean().to_numpy(), known.std(ddof=0).to_numpy()  # of known cells
        y = frame["y"].to_numpy()
        network = Trainer(study.config_of(result.job), study.prepared(result.job).dataset).network
        network.theta[:] = result.theta
        own = network.predict((raw[held] - center) / scale)[:, 0] * y[training].std() + y[training].mean()
        np.testing.assert_allclose(result.outputs[:, 0], own, rtol=1e-12, atol=1e-12)
        assert result.scores["rmse"] == pytest.approx(mean_squared_error(y[held], own) ** 0.5, rel=1e-12)
        answers[held] = own
    found = summarize(study, results)[0]
    assert found.scores["r2"].mean == pytest.approx(np.mean([r.scores["r2"] for r in results]), rel=1e-12)
    assert found.held_out.scores["r2"] == pytest.approx(r2_score(frame["y"], answers), rel=1e-12)
    assert study.spec == spec_for()


def test_that_a_pool_gives_the_same_bits_also_when_its_workers_are_killed(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(repeats=3, folds=4), "kind")
    alone, found, killed = run(study), [], 0
    for result in run_jobs(study.plan.jobs(), opening(study, 2)):
        found.append(result)
        if len(found) in (2, 7):
            multiprocessing.active_children()[0].kill()
            killed += 1
    found.sort(key=lambda r: (r.job.division, r.job.seed))
    assert killed == 2
    assert [r.job for r in found] == [r.job for r in alone]
    for one, other in zip(alone, found, strict=True):
        assert np.array_equal(one.theta, other.theta)
        assert np.array_equal(one.outputs, other.outputs)
        assert one.scores == other.scores


def test_that_a_study_goes_on_where_its_file_ends_even_inside_a_line(small_table: Table, tmp_path: Path) -> None:
    study, file = study_of(small_table, StudyPlan(repeats=4)), tmp_path / "study.json"
    journal = Journal(file, study)
    results = run(study)
    for result in results[:3]:
        journal.add(result)
    journal.close()
    whole = file.read_bytes()
    ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    for cut, n in ((len(whole), 3), (ends[2] + 40, 2), (ends[1] - 1, 0), (ends[0], 0), (30, 0), (0, 0)):
        file.write_bytes(whole[:cut])
        again = Journal(file, study)
        assert [r.job for r in again.kept] == [r.job for r in results[:n]]
        for one, other in zip(again.kept, results, strict=False):
            assert np.array_equal(one.theta, other.theta)
            assert one.scores == pytest.approx(other.scores, rel=0, nan_ok=True)
        for result in results[n:]:
            again.add(result)
        again.close()
        assert len(file.read_bytes().splitlines()) == 5
    file.write_bytes(whole)
    with pytest.raises(UserError, match="holds another study"):
        Journal(file, study_of(small_table, StudyPlan(repeats=5)))
    file.write_text("a,b\n1,2\n")
    with pytest.raises(UserError, match="is no study"):
        Journal(file, study)
    assert file.read_text() == "a,b\n1,2\n"


def test_that_a_plan_survives_json_and_names_each_network_once() -> None:
    plan = StudyPlan(repeats=2, folds=3, fold_repeats=2, rows=(50, 20))
    assert from_json(StudyPlan, to_json(plan)) == plan
    jobs = list(plan.jobs())
    assert len(set(jobs)) == len(jobs) == plan.n_jobs == 24
    assert jobs[0] == StudyJob(rows=20, repeat=0, fold=0, seed=0)
