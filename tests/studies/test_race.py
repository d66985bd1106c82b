"""A race and a learning curve: the same start, other settings; more rows, and what they say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from helpers.study_cases import study_of
from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.studies.executors import opening, run_jobs
from mlp_gui.studies.learning_curve import more_rows_sentence, proposed_rows
from mlp_gui.studies.plan import StudyJob, StudyPlan
from mlp_gui.studies.search_space import with_settings
from mlp_gui.studies.summary import ScoreSpread, StudySummary, summarize


def test_that_a_race_begins_with_the_same_weights_and_each_lane_equals_its_single_run(small_table: Table) -> None:
    study = study_of(small_table, StudyPlan(repeats=2, race=("optimizer=adam,sgd", "learning_rate=0.1,0.01")))
    study.check()
    results = list(run_jobs(study.jobs(), opening(study, 0)))
    assert len(results) == study.plan.n_jobs == 8
    starts = []
    for result in results:
        settings = dict(result.job.settings)
        assert set(settings) == {"training.optimizer", "training.learning_rate"}
        config = with_settings(study.config, result.job.settings)
        assert config.training.learning_rate == settings["training.learning_rate"]
        network = config.network.replace(seed=result.job.seed)
        alone = Trainer(config.replace(network=network, training=config.training.replace(seed=result.job.seed)),
                        study.base.dataset)  # fmt: skip
        starts.append((result.job.seed, alone.network.theta.copy()))
        list(alone.epochs())
        assert np.array_equal(alone.result_theta(), result.theta)
    for seed, start in starts:
        assert all(np.array_equal(start, other) for k, other in starts if k == seed)
    found = summarize(study, results)
    assert [s.settings for s in found] == list(study.lanes)
    for one in found:
        mine = [r.scores["rmse"] for r in results if r.job.settings == one.settings]
        assert one.scores["rmse"].mean == pytest.approx(np.mean(mine), rel=1e-12)


@pytest.mark.parametrize(
    ("race", "said"),
    [
        (("optimizer=adam",), "needs two different values"),
        (("learning_rate=0.1,0.1",), "needs two different values"),
        (("learning_rate=0.1:0.2",), "needs two different values"),
        (("learning_rate=0.1,-1",), "cannot be -1"),
        (("speed=1,2",), "There is no setting speed"),
        (("optimizer=adam,nobody",), "nobody"),
    ],
)
def test_that_a_race_that_cannot_be_is_refused_in_a_sentence(
    small_table: Table, race: tuple[str, ...], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        study_of(small_table, StudyPlan(race=race)).check()


def spread(n: int, mean: float, deviation: float) -> ScoreSpread:
    return ScoreSpread(n, mean, deviation, mean, mean, mean, StudyJob())


def curve(fewer: ScoreSpread, most: ScoreSpread) -> list[StudySummary]:
    none: StudySummary = None  # type: ignore[assignment]
    return [StudySummary(n, (n, n), {"rmse": s}, {}, none) for n, s in ((100, fewer), (200, most))]  # type: ignore[arg-type]


def test_that_more_rows_help_where_the_change_is_more_than_chance_by_the_test_of_welch() -> None:
    first, rng = 1.0, np.random.default_rng(0)
    for gain in np.linspace(0.0, 0.4, 9):
        one, other = spread(5, first, 0.2), spread(7, first - gain, 0.1)
        p = stats.ttest_ind_from_stats(one.mean, 0.2, 5, other.mean, 0.1, 7, equal_var=False).pvalue
        helps = "would probably help" in more_rows_sentence(curve(one, other))
        assert helps == (gain > 0 and p < 0.05)
    assert "would hardly help" in more_rows_sentence(curve(spread(5, 1.0, 0.1), spread(5, 1.5, 0.1)))
    assert "several networks" in more_rows_sentence(curve(spread(1, 1.0, np.nan), spread(1, 0.5, np.nan)))
    assert not more_rows_sentence(curve(spread(5, 1, 1), spread(5, 1, 1))[:1])
    for n in rng.integers(2, 2000, 20):
        rows = proposed_rows(int(n))
        assert rows == tuple(sorted(set(rows)))
        assert rows[-1] == n
        assert rows[0] >= 2
