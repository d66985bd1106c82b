"""Intervals and sets of classes: equal to MAPIE's, and as good as their promise."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import fit_transformation, with_limits
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.conformal import MOST_KEPT, calibrate
from mlp_gui.engine.calibration.prediction_interval import (
    PredictionInterval,
    measure_coverage,
    possible_promise,
    promise,
)

# Half widths of the SplitConformalRegressor(confidence_level=level, prefit=True) of MAPIE 1.6.0 on `residual_rows(n)`.
MAPIE_WIDTHS = {
    (29, 0.5): 1.1998608463465044, (29, 0.8): 2.2508085395472155, (29, 0.9): 4.334055910990103,
    (29, 0.95): 7.0363561510055295, (66, 0.5): 1.1452382690503708, (66, 0.8): 2.5191870217530923,
    (66, 0.9): 3.0065492734397514, (66, 0.95): 3.9501198157743986, (250, 0.5): 1.0755662451388157,
    (250, 0.8): 2.5124830767658732, (250, 0.9): 3.18095389629589, (250, 0.95): 4.168213383001858,
}  # fmt: skip
# Sets of its SplitConformalClassifier(conformity_score="lac") on the rows of `three_classes`.
MAPIE_SETS = {
    0.7: "1 1 2 1 0 01 0 1 02 2 2 01 2 0 1 0 0 2 01 1",
    0.9: "1 1 02 12 0 01 012 1 02 12 02 01 02 012 12 0 0 2 01 01",
}


def residual_rows(n: int) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(n)
    predicted = rng.normal(size=n)
    true = predicted + rng.normal(size=n) * (1 + abs(predicted))
    return true[:, None], predicted[:, None]


def three_classes() -> tuple[Floats, Floats, Floats]:
    rng = np.random.default_rng(5)
    shares = rng.dirichlet([1, 1, 1], size=120)
    codes = np.array([rng.choice(3, p=row) for row in shares])
    return np.eye(3)[codes], shares, rng.dirichlet([1, 1, 1], size=20)


@pytest.mark.parametrize(("n", "level"), MAPIE_WIDTHS)
def test_that_an_interval_is_that_of_mapie_on_the_same_residuals(n: int, level: float) -> None:
    found = promise(calibrate(Task.REGRESSION, *residual_rows(n)), level)
    assert isinstance(found, PredictionInterval)
    assert found.half_width[0] == pytest.approx(MAPIE_WIDTHS[n, level], rel=1e-14)
    low, high = found.ends(np.array([[2.0]]))
    assert (low[0, 0], high[0, 0]) == (2 - found.half_width[0], 2 + found.half_width[0])


@pytest.mark.parametrize("level", MAPIE_SETS)
def test_that_the_sets_of_the_rule_lac_are_those_of_mapie(level: float) -> None:
    truth, shares, new = three_classes()
    found = promise(calibrate(Task.MULTICLASS, truth, shares), level)
    assert isinstance(found, ClassSets)
    words = ["".join(map(str, np.flatnonzero(row))) for row in found.members(new)]
    assert words == MAPIE_SETS[level].split()


def test_that_adaptive_sets_are_the_shortest_row_of_classes_that_adds_up_to_the_threshold() -> None:
    truth, shares, new = three_classes()
    found = promise(calibrate(Task.MULTICLASS, truth, shares, sets="aps"), 0.8)
    assert isinstance(found, ClassSets)
    sums = [sum(p for p in row if p >= row[code]) for row, code in zip(shares, truth.argmax(axis=1), strict=True)]
    assert found.threshold == pytest.approx(sorted(sums)[int(np.ceil(121 * 0.8)) - 1], rel=1e-14)
    for row, members in zip(new, found.members(new), strict=True):
        assert members[row.argmax()]
        assert row[members].min() > row[~members].max(initial=0)
        assert members.sum() == 1 or row[members].sum() <= found.threshold + 1e-12
        assert members.all() or row[members].sum() + row[~members].max() > found.threshold


@pytest.mark.parametrize("level", [0.8, 0.95])
def test_that_intervals_hold_their_level_over_200_splits(level: float) -> None:
    rng = np.random.default_rng(1)
    shares = []
    for _ in range(200):
        predicted = rng.normal(size=(160, 1))
        true = predicted + rng.standard_t(3, size=(160, 1)) * np.exp(predicted / 2)
        found = promise(calibrate(Task.REGRESSION, true[:60], predicted[:60]), level)
        coverage = measure_coverage(found, Task.REGRESSION, true[60:], predicted[60:], "test")
        assert coverage is not None
        shares.append(coverage.share())
    # The mean over splits is the rank over n + 1 exactly, which is the level or a little more.
    exact = np.ceil(round(61 * level, 9)) / 61
    assert abs(np.mean(shares) - exact) < 3 * np.std(shares, ddof=1) / np.sqrt(200)


@pytest.mark.parametrize("rule", ["lac", "aps"])
def test_that_sets_hold_their_level_over_200_splits(rule: str) -> None:
    rng = np.random.default_rng(2)
    shares = []
    for _ in range(200):
        given = rng.dirichlet([1, 1, 1, 1], size=180)
        truth = np.eye(4)[[rng.choice(4, p=row) for row in given]]
        found = promise(calibrate(Task.MULTICLASS, truth[:80], given[:80] ** 2, sets=rule), 0.9)
        coverage = measure_coverage(found, Task.MULTICLASS, truth[80:], given[80:] ** 2, "test")
        assert coverage is not None
        shares.append(coverage.share())
    error = np.std(shares, ddof=1) / np.sqrt(200)
    assert np.mean(shares) > 0.9 - 3 * error
    if rule == "lac":  # the other adds the most probable class to what would be empty
        assert abs(np.mean(shares) - 73 / 81) < 3 * error


@pytest.mark.parametrize("name", ["log", "sqrt", "logit", "yeo_johnson", "rank_normal"])
def test_that_the_interval_of_a_transformed_target_is_made_where_it_is_symmetric(name: str) -> None:
    rng = np.random.default_rng(3)
    true = rng.uniform(0.1, 0.9, size=(120, 1))
    change = with_limits(fit_transformation(name, true[:, 0]), true[:, 0])
    predicted = change.predicted(change.forward(true) + rng.normal(0, 0.2, size=true.shape))
    found = promise(calibrate(Task.REGRESSION, true, predicted, (change,)), 0.9, (change,))
    assert isinstance(found, PredictionInterval)
    low, high = found.ends(predicted)
    assert np.all(low <= predicted)
    assert np.all(predicted <= high)
    # Of the rows it was learned from it holds the share of the rank, whatever the units.
    assert ((true >= low - 1e-12) & (true <= high + 1e-12)).mean() == pytest.approx(109 / 120)
    inside = (high < true.max()) & (low > true.min())
    errors = np.abs(change.forward(high[inside]) - change.forward(predicted[inside]))
    assert np.allclose(errors, found.half_width[0], rtol=1e-6)


def test_that_errors_are_measured_by_the_difficulty_of_the_row() -> None:
    rng = np.random.default_rng(4)
    spread = np.exp(rng.normal(size=(4000, 1)))
    true = rng.normal(size=(4000, 1)) * spread
    zero = np.zeros_like(true)
    found = promise(calibrate(Task.REGRESSION, true[:2000], zero[:2000], difficulty=spread[:2000]), 0.9)
    assert isinstance(found, PredictionInterval)
    assert found.half_width[0] == pytest.approx(1.645, abs=0.12)  # of the normal distribution
    low, high = found.ends(zero[2000:], spread[2000:])
    held = (low <= true[2000:]) & (true[2000:] <= high)
    wide = spread[2000:] > np.median(spread)
    assert held[wide].mean() == pytest.approx(held[~wide].mean(), abs=0.04)


def test_that_too_few_rows_are_refused_with_the_number_that_is_needed() -> None:
    few = calibrate(Task.REGRESSION, *(rows[:18] for rows in residual_rows(66)))
    with pytest.raises(UserError) as refused:
        promise(few, 0.95)
    assert refused.value.title == "18 validation rows are too few for intervals of 95 %."
    assert refused.value.detail == "19 rows are needed at least."
    assert possible_promise(few, 0.95) is None
    assert promise(few, 0.94).level == 0.94
    assert calibrate(Task.REGRESSION, np.zeros((0, 1)), np.zeros((0, 1))) is None
    for level in (0.0, 1.0, -1.0, 2.0):
        with pytest.raises(UserError, match="level"):
            promise(few, level)


def test_that_many_rows_are_kept_in_part_and_never_promise_too_much() -> None:
    true, predicted = residual_rows(20_000)
    kept = calibrate(Task.REGRESSION, true, predicted)
    assert kept is not None
    assert len(kept.ranks) == MOST_KEPT
    errors = np.sort(np.abs(true - predicted)[:, 0])
    for level in (0.5, 0.9, 0.99, 0.9999):
        rank = int(np.ceil(20_001 * level))
        assert errors[rank - 1] <= kept.threshold(level)[0] <= errors[min(rank + 20, 20_000) - 1]


def test_that_several_targets_have_intervals_of_their_own_and_a_network_that_diverged_has_endless_ones() -> None:
    rng = np.random.default_rng(6)
    true = rng.normal(size=(50, 2)) * [1, 100]
    found = promise(calibrate(Task.REGRESSION, true, np.zeros((50, 2))), 0.9)
    assert isinstance(found, PredictionInterval)
    assert np.array_equal(found.half_width, np.sort(np.abs(true), axis=0)[45])
    diverged = promise(calibrate(Task.REGRESSION, true, np.full((50, 2), np.nan)), 0.9)
    assert isinstance(diverged, PredictionInterval)
    assert np.isinf(diverged.half_width).all()
