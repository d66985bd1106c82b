"""Intervals of every metric: the same drawings as the verdict's, equal to the metric itself on the drawn rows."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import bootstrap
from sklearn.metrics import r2_score

from mlp_gui.core.dataset import Task
from mlp_gui.engine.metrics.bootstrap import drawn_counts, estimate, resampled_sums
from mlp_gui.engine.metrics.metric import evaluate_each, metrics_for
from mlp_gui.engine.metrics.metric_intervals import metric_intervals

RNG = np.random.default_rng(5)


def rows_of(task: Task, n: int = 40):
    """True values and answers that are right often, with some ties."""
    if task is Task.REGRESSION:
        y = RNG.normal(10, 2, (n, 1))
        return y, np.round(y + RNG.normal(0, 1, (n, 1)), 1)
    classes = 2 if task is Task.BINARY else 4
    y = RNG.integers(0, classes, n)
    p = RNG.dirichlet(np.ones(classes), n).round(1) * 0.4 + 0.6 * np.eye(classes)[np.roll(y, n // 7)]
    return (y[:, None].astype(float), p[:, 1:]) if task is Task.BINARY else (np.eye(classes)[y], p)


@pytest.mark.parametrize("task", Task)
@pytest.mark.parametrize("block", [1, 5])
def test_that_each_metric_of_a_drawing_is_the_metric_of_the_drawn_rows(task, block):
    true, predicted = rows_of(task)
    counts = np.vstack(list(drawn_counts(len(true), block, 30)))
    drawn = [np.repeat(np.arange(len(true)), row.astype(int)) for row in counts]
    each = [evaluate_each(task, true[rows], predicted[rows])[0] for rows in drawn]
    y = true.argmax(axis=1) if task is Task.MULTICLASS else true[:, 0]
    p = np.column_stack([1 - predicted, predicted]) if task is Task.BINARY else predicted
    p = p[:, 0] if task is Task.REGRESSION else p
    for kind in metrics_for(task):
        if kind.name != "max_error":
            found = kind({}).resampled(y, p, counts)
            np.testing.assert_allclose(found, [scores[kind.name] for scores in each], atol=1e-9, err_msg=kind.name)
    low, high = metric_intervals(task, true, predicted)[0].get("max_error", (np.nan, np.nan))
    assert np.isnan(low), "the largest error of other rows cannot be drawn from these"
    assert np.isnan(high)


@pytest.mark.parametrize("block", [1, 6])
def test_that_counts_are_the_drawings_of_the_verdict(block):
    terms = RNG.normal(size=(50, 3))
    counts = np.vstack(list(drawn_counts(50, block)))
    np.testing.assert_allclose(counts @ terms, resampled_sums(terms, block), atol=1e-9)


def test_that_an_interval_is_that_of_scipy():
    true, predicted = rows_of(Task.REGRESSION, 200)
    low, high = metric_intervals(Task.REGRESSION, true, predicted)[0]["r2"]
    theirs = bootstrap(
        (true[:, 0], predicted[:, 0]), r2_score, paired=True, vectorized=False, method="percentile", random_state=1,
        n_resamples=2_000,
    ).confidence_interval  # fmt: skip
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=0.15 * (high - low))


def test_that_of_several_targets_the_mean_has_an_interval_of_its_own():
    one, other = rows_of(Task.REGRESSION, 80), rows_of(Task.REGRESSION, 80)
    found = metric_intervals(Task.REGRESSION, np.hstack([one[0], other[0]]), np.hstack([one[1], other[1]]))
    assert len(found) == 3
    for at, (y, p) in enumerate((one, other), 1):
        ours = found[at]["mae"]
        theirs = estimate(np.column_stack([abs(y - p), np.ones(80)]), lambda s: s[:, 0] / s[:, 1])
        assert ours == pytest.approx((theirs.low, theirs.high))
    low, high = found[0]["mae"]
    widths = [b - a for a, b in (found[1]["mae"], found[2]["mae"])]
    assert high - low < np.mean(widths), "two targets together are known better"


def test_that_too_few_rows_and_numbers_that_are_not_finite_have_no_interval():
    true, predicted = rows_of(Task.REGRESSION)
    assert np.isnan(metric_intervals(Task.REGRESSION, true[:1], predicted[:1])[0]["rmse"]).all()
    broken = predicted.copy()
    broken[3] = np.inf
    assert np.isnan(metric_intervals(Task.REGRESSION, true, broken)[0]["rmse"]).all()


@pytest.mark.parametrize("task", Task)
def test_that_intervals_of_many_rows_from_some_of_them_are_those_of_all(task, monkeypatch):
    true, predicted = rows_of(task, 4_000)
    exact = metric_intervals(task, true, predicted)[0]
    monkeypatch.setattr("mlp_gui.engine.metrics.metric_intervals.MOST_ROWS", 1_000)
    quick = metric_intervals(task, true, predicted)[0]
    for name, (low, high) in exact.items():
        if name != "max_error":
            assert quick[name] == pytest.approx((low, high), abs=0.35 * (high - low)), name
