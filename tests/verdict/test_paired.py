"""Two networks on the same rows: the chance that their order would turn, against theory and scipy."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from scipy.stats import bootstrap

from mlp_gui.verdict.paired import compare_paired


def test_that_the_chance_of_turning_is_the_one_that_theory_gives(rng):
    first = rng.exponential(size=400)
    second = first + 0.05 + 0.6 * rng.normal(size=400)
    found = compare_paired("mae", first, second)
    gap = second - first
    chance = NormalDist().cdf(-abs(gap.mean()) / (gap.std() / np.sqrt(len(gap))))
    assert 0.005 < chance < 0.3, "a chance of 0 proves nothing"
    assert found.chance_of_turning == pytest.approx(chance, abs=0.02)
    other = compare_paired("mae", second, first)
    assert other.chance_of_turning == pytest.approx(found.chance_of_turning)
    assert other.skill.value < 0 < found.skill.value


def test_that_the_interval_is_that_of_pairs_of_rows(rng):
    first = rng.exponential(size=80)
    second = first * rng.uniform(0.8, 1.5, size=80)

    def skill(a, b, axis=-1):
        return 1 - np.sqrt(a.mean(axis=axis) / b.mean(axis=axis))

    reference = bootstrap(
        (first, second), skill, paired=True, method="percentile", n_resamples=2_000, rng=np.random.default_rng(0)
    ).confidence_interval
    found = compare_paired("rmse", first, second).skill
    assert (found.low, found.high) == pytest.approx((reference.low, reference.high), rel=1e-9)


def test_that_equal_networks_turn_as_often_as_not(rng):
    losses = rng.exponential(size=50)
    assert compare_paired("mae", losses, losses).chance_of_turning == 0.5


def test_that_rows_that_are_not_the_same_are_not_paired(rng):
    with pytest.raises(ValueError, match="cannot be paired"):
        compare_paired("mae", rng.random(5), rng.random(6))
