"""Bootstrap intervals: equal to scipy's on the same draws, and as sure as they say."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import bootstrap
from sklearn.metrics import r2_score

from mlp_gui.engine.metrics.bootstrap import block_length, estimate, resampled_sums
from mlp_gui.verdict.row_losses import Skill, r2_estimate


def mean(sums):
    return sums[:, 0] / sums[:, 1]


def with_ones(values):
    return np.column_stack([values, np.ones(len(values))])


def test_that_the_interval_of_a_mean_equals_scipys(rng):
    values = rng.exponential(size=66)
    found = estimate(with_ones(values), mean, seed=5)
    reference = bootstrap(
        (values,), np.mean, method="percentile", n_resamples=2_000, rng=np.random.default_rng(5), vectorized=True
    ).confidence_interval
    assert (found.low, found.high) == pytest.approx((reference.low, reference.high), rel=1e-12)
    assert found.value == pytest.approx(values.mean())


def test_that_the_interval_of_r2_equals_scipys(rng):
    y = rng.normal(1e6, 1, size=(60, 1))
    p = y + 0.6 * rng.normal(size=(60, 1))
    found = r2_estimate(y, p, np.array([2.0]), 1)
    reference = bootstrap(
        (y[:, 0], p[:, 0]), r2_score, paired=True, vectorized=False, method="percentile", n_resamples=2_000,
        rng=np.random.default_rng(0),
    ).confidence_interval  # fmt: skip
    assert found.value == pytest.approx(r2_score(y, p))
    assert (found.low, found.high) == pytest.approx((reference.low, reference.high), rel=1e-6)


def test_that_intervals_cover_the_truth_as_often_as_they_say(rng):
    """The skill of one normal error over another whose deviation is twice as large is exactly a half."""
    hits = 0
    for _ in range(500):
        errors = rng.normal(size=(100, 2)) * [1, 2]
        found = estimate(errors**2, Skill("rmse"), n_resamples=400)
        hits += found.low <= 0.5 <= found.high
    assert 0.92 <= hits / 500 <= 0.98


def test_that_intervals_of_rows_in_order_cover_the_truth_as_often_as_they_say(rng):
    hits = alone = 0
    for seed in range(500):
        noise, series = rng.normal(size=600), np.empty(600)
        series[0] = noise[0]
        for k in range(1, 600):
            series[k] = 0.5 * series[k - 1] + noise[k]
        terms = with_ones(series[200:])
        blocks = estimate(terms, mean, block_length(terms[:, :1]), n_resamples=400, seed=seed)
        rows = estimate(terms, mean, 1, n_resamples=100, seed=seed)
        hits += blocks.low <= 0 <= blocks.high
        alone += rows.low <= 0 <= rows.high
    assert 0.92 <= hits / 500 <= 0.98
    assert alone / 500 < 0.85, "rows that resemble their neighbours must not count as so many rows"


def test_that_blocks_are_runs_of_neighbours_whose_ends_meet():
    terms = 10.0 ** np.arange(6)[:, None]
    sums = resampled_sums(terms, block=3, n_resamples=400)[:, 0]
    runs = {sum(10**k for k in (s, (s + 1) % 6, (s + 2) % 6)) for s in range(6)}
    assert set(sums) == {float(a + b) for a in runs for b in runs}


def test_that_a_large_table_has_the_interval_that_theory_gives(rng):
    values = np.sort(rng.normal(size=50_000))  # sorted: rows are drawn by chance all the same
    found = estimate(with_ones(values), mean)
    half = 1.96 * values.std() / np.sqrt(len(values))
    assert found.high - found.value == pytest.approx(half, rel=0.1)
    assert found.value - found.low == pytest.approx(half, rel=0.1)


def test_that_rows_without_memory_have_short_blocks_and_others_long_ones(rng):
    white = rng.normal(size=(1000, 1))
    assert block_length(white) <= 10
    assert block_length(np.cumsum(white, axis=0)) > 50
