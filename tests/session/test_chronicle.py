"""The chronicle and the trail: bounded memory, the run's own numbers, the same training with or without them."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, Subset, Task
from mlp_gui.engine.training.config import NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.evaluation.layer_history import (
    MOST_MOMENTS,
    MOST_SCORED,
    QUANTILES,
    Chronicle,
    picks,
    quantiles,
    sorted_of,
)
from mlp_gui.session.training.worker import EVERY, advance, next_stop


def dataset(rng):
    x = rng.normal(size=(64, 3))
    part, none = Subset(x, x[:, :1] ** 2, np.arange(64)), Subset(x[:0], x[:0, :1], np.arange(0))
    return Dataset(part, none, none, ("a", "b", "c"), ("y",), Task.REGRESSION)


def trainer(rng):
    return Trainer(RunConfig(network=NetworkConfig(), training=TrainingConfig()), dataset(rng))


def test_that_a_moment_holds_the_weights_norms_and_quantiles(rng):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), made.batches_per_epoch)
    made.step_epoch()
    now = made.snapshot()
    chronicle.record(now)
    assert chronicle.is_behind
    chronicle.catch_up()
    assert not chronicle.is_behind
    [moment] = chronicle.moments
    matrices = made.network.views_of(now.theta)
    for k, matrix in enumerate(matrices):
        np.testing.assert_allclose(moment.weights[k], matrix.ravel()[chronicle.picked(k)].astype(np.float32))
        np.testing.assert_allclose(moment.spread[k], np.quantile(matrix[:-1], QUANTILES), rtol=1e-13)
        slope = made.network.views_of(now.gradient)[k]
        np.testing.assert_array_equal(moment.gradients[k], slope.ravel().astype(np.float32))
        np.testing.assert_allclose(moment.gradient_spread[k], np.quantile(slope[:-1], QUANTILES), rtol=1e-13)
        assert moment.health.weight_norm[k] == np.linalg.norm(matrix)
    assert moment.epoch == 1.0


def test_that_the_step_ratio_is_per_update(rng):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), made.batches_per_epoch)
    first = made.snapshot()
    chronicle.record(first, None)
    for _ in range(4):
        made.step_epoch()
    now = made.snapshot()
    chronicle.record(now, None)
    chronicle.catch_up()
    moved = np.linalg.norm(made.network.views_of(now.theta - first.theta)[0])
    wanted = moved / np.linalg.norm(made.network.views_of(now.theta)[0]) / (4 * made.batches_per_epoch)
    assert chronicle.moments[1].health.step_ratio[0] == np.float64(wanted)


@pytest.mark.parametrize("looked_at", [1, 700, 10_000])
def test_that_it_never_holds_more_than_its_places_and_stays_evenly_spread(rng, looked_at):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    for epoch in range(3000):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        if epoch % looked_at == looked_at - 1:
            chronicle.catch_up()
    chronicle.catch_up()
    epochs = np.array([m.epoch for m in chronicle.moments])
    assert len(epochs) < MOST_MOMENTS
    assert epochs[0] == 0
    assert np.diff(epochs).max() <= 2 * np.diff(epochs).min()


@pytest.mark.parametrize("looked_at", [2, 9])
def test_that_going_back_forgets_what_came_later(rng, looked_at):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    for epoch in (0, 1, 2, 3, 1):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        if epoch == looked_at:
            chronicle.catch_up()
    chronicle.catch_up()
    assert [m.epoch for m in chronicle.moments] == [0, 1]


def test_that_the_health_of_now_needs_no_moment(rng):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), made.batches_per_epoch)
    chronicle.record(made.snapshot())
    assert chronicle.health() is None  # nothing has been trained
    made.step_epoch()
    chronicle.record(made.snapshot())
    health = chronicle.health()
    assert health is not None
    assert health.weight_norm[0] == np.linalg.norm(made.network.matrices[0])
    assert chronicle.is_behind


def test_that_snapshots_nobody_looks_at_take_bounded_memory(rng, monkeypatch):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    monkeypatch.setattr("mlp_gui.session.evaluation.layer_history.MOST_RAW_BYTES", 20 * theta.nbytes)
    for epoch in range(100):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        assert len(chronicle._raw) <= 10
    chronicle.catch_up()
    assert [m.epoch for m in chronicle.moments] == list(range(100))


def test_that_leaving_a_trail_changes_no_number(rng):
    one, two = trainer(rng), None
    two = Trainer(one.config, one._dataset if hasattr(one, "_dataset") else dataset(np.random.default_rng(20261124)))
    for _ in range(20):
        reports, trail = advance(one, 0.002, 40)
        assert [s.epoch for s in trail] == [r.epoch for r in reports]
        if one.epoch >= 40:
            break
    while two.epoch < 40:
        two.step_epoch()
    assert one.epoch == 40
    assert np.array_equal(one.network.theta, two.network.theta)


def test_that_copies_become_rarer():
    stops, epoch = [], 0
    while epoch < 100_000:
        epoch = next_stop(epoch)
        stops.append(epoch)
    assert stops[:EVERY] == list(range(1, EVERY + 1))
    assert len(stops) < 12 * EVERY
    assert np.all(np.diff(stops) > 0)


def test_that_small_layers_are_kept_whole_and_large_ones_share_the_rest():
    kept = picks([4, 50_000, 30_000], most=1004)
    assert [len(p) for p in kept] == [4, 500, 500]
    np.testing.assert_array_equal(kept[0], np.arange(4))
    for p, size in zip(kept[1:], (50_000, 30_000), strict=True):
        assert (p[0], p[-1]) == (0, size - 1)
        assert np.diff(p).min() >= size // 500 - 1


def test_that_quantiles_of_very_many_values_hold_the_extremes(rng):
    values = rng.normal(size=200_001)
    values[12_345], values[54_321], values[7] = -50.0, 60.0, np.nan
    found = quantiles(values)
    assert (found[0], found[-1]) == (-50.0, 60.0)
    np.testing.assert_allclose(found[1:-1], np.nanquantile(values, QUANTILES)[1:-1], atol=0.05)
    assert sorted_of(200_001) == 20_001


def test_that_moments_recorded_without_scores_get_those_of_their_weights(rng):
    made = trainer(rng)
    chronicle = Chronicle(made.network.copy(), dataset(rng), 1, lambda theta: {"training": {"r2": float(theta[0])}})
    chronicle.record(made.snapshot())
    for _ in range(3):
        made.step_epoch()
        chronicle.record(made.snapshot(), {"training": {"r2": 0.5}} if made.epoch == 2 else None)
    now = made.snapshot()
    chronicle.catch_up()
    scores = [moment.scores for moment in chronicle.moments]
    assert scores[0] is None  # nothing has been trained
    assert scores[2] == {"training": {"r2": 0.5}}
    assert scores[3] == {"training": {"r2": float(now.theta[0])}}


def test_that_of_many_moments_some_are_scored_and_the_newest_always(rng):
    made = trainer(rng)
    theta = made.network.theta.copy()
    asked = []
    chronicle = Chronicle(made.network.copy(), dataset(rng), 1, lambda theta: asked.append(theta) or {})
    for epoch in range(1, 500):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
    chronicle.catch_up()
    assert MOST_SCORED <= len(asked) <= 1.5 * MOST_SCORED
    assert chronicle.moments[-1].scores is not None
