"""The chronicle and the trail: bounded memory, the run's own numbers, the same training with or without them."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.training.config import NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.evaluation.layer_history import (
    MAX_MOMENTS,
    MAX_SCORED,
    QUANTILES,
    LayerHistory,
    quantile_sample_size,
    quantiles,
    sample_indices,
)
from mlp_gui.session.training.worker import EVERY, advance_with_snapshots, next_snapshot_epoch


def dataset(rng):
    x = rng.normal(size=(64, 3))
    part, none = SubsetData(x, x[:, :1] ** 2, np.arange(64)), SubsetData(x[:0], x[:0, :1], np.arange(0))
    return Dataset(part, none, none, ("a", "b", "c"), ("y",), Task.REGRESSION)


def trainer(rng):
    return Trainer(RunConfig(network=NetworkConfig(), training=TrainingConfig()), dataset(rng))


def test_that_a_moment_holds_the_weights_norms_and_quantiles(rng):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), made.batches_per_epoch)
    made.step_epoch()
    now = made.snapshot()
    chronicle.record(now)
    assert chronicle.has_pending
    chronicle.process_pending()
    assert not chronicle.has_pending
    [moment] = chronicle.records
    matrices = made.network.layer_views(now.theta)
    for k, matrix in enumerate(matrices):
        np.testing.assert_allclose(moment.weights[k], matrix.ravel()[chronicle.sampled_indices(k)].astype(np.float32))
        np.testing.assert_allclose(moment.weight_quantiles[k], np.quantile(matrix[:-1], QUANTILES), rtol=1e-13)
        slope = made.network.layer_views(now.gradient)[k]
        np.testing.assert_array_equal(moment.gradients[k], slope.ravel().astype(np.float32))
        np.testing.assert_allclose(moment.gradient_quantiles[k], np.quantile(slope[:-1], QUANTILES), rtol=1e-13)
        assert moment.statistics.weight_norm[k] == np.linalg.norm(matrix)
    assert moment.epoch == 1.0


def test_that_the_step_ratio_is_per_update(rng):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), made.batches_per_epoch)
    first = made.snapshot()
    chronicle.record(first, None)
    for _ in range(4):
        made.step_epoch()
    now = made.snapshot()
    chronicle.record(now, None)
    chronicle.process_pending()
    moved = np.linalg.norm(made.network.layer_views(now.theta - first.theta)[0])
    wanted = moved / np.linalg.norm(made.network.layer_views(now.theta)[0]) / (4 * made.batches_per_epoch)
    assert chronicle.records[1].statistics.step_ratio[0] == np.float64(wanted)


@pytest.mark.parametrize("looked_at", [1, 700, 10_000])
def test_that_it_never_holds_more_than_its_places_and_stays_evenly_spread(rng, looked_at):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    for epoch in range(3000):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        if epoch % looked_at == looked_at - 1:
            chronicle.process_pending()
    chronicle.process_pending()
    epochs = np.array([m.epoch for m in chronicle.records])
    assert len(epochs) < MAX_MOMENTS
    assert epochs[0] == 0
    assert np.diff(epochs).max() <= 2 * np.diff(epochs).min()


@pytest.mark.parametrize("looked_at", [2, 9])
def test_that_going_back_forgets_what_came_later(rng, looked_at):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    for epoch in (0, 1, 2, 3, 1):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        if epoch == looked_at:
            chronicle.process_pending()
    chronicle.process_pending()
    assert [m.epoch for m in chronicle.records] == [0, 1]


def test_that_the_health_of_now_needs_no_moment(rng):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), made.batches_per_epoch)
    chronicle.record(made.snapshot())
    assert chronicle.latest_statistics() is None  # nothing has been trained
    made.step_epoch()
    chronicle.record(made.snapshot())
    health = chronicle.latest_statistics()
    assert health is not None
    assert health.weight_norm[0] == np.linalg.norm(made.network.matrices[0])
    assert chronicle.has_pending


def test_that_snapshots_nobody_looks_at_take_bounded_memory(rng, monkeypatch):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), 1)
    theta = made.network.theta.copy()
    monkeypatch.setattr("mlp_gui.session.evaluation.layer_history.MOST_RAW_BYTES", 20 * theta.nbytes)
    for epoch in range(100):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
        assert chronicle.pending_count <= 10
    chronicle.process_pending()
    assert [m.epoch for m in chronicle.records] == list(range(100))


def test_that_leaving_a_trail_changes_no_number(rng):
    one, two = trainer(rng), None
    two = Trainer(one.config, dataset(np.random.default_rng(20261124)))
    for _ in range(20):
        reports, trail = advance_with_snapshots(one, 0.002, 40)
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
        epoch = next_snapshot_epoch(epoch)
        stops.append(epoch)
    assert stops[:EVERY] == list(range(1, EVERY + 1))
    assert len(stops) < 12 * EVERY
    assert np.all(np.diff(stops) > 0)


def test_that_small_layers_are_kept_whole_and_large_ones_share_the_rest():
    kept = sample_indices([4, 50_000, 30_000], most=1004)
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
    assert quantile_sample_size(200_001) == 20_001


def test_that_moments_recorded_without_scores_get_those_of_their_weights(rng):
    made = trainer(rng)
    chronicle = LayerHistory(made.network.copy(), dataset(rng), 1, lambda theta: {"training": {"r2": float(theta[0])}})
    chronicle.record(made.snapshot())
    for _ in range(3):
        made.step_epoch()
        chronicle.record(made.snapshot(), {"training": {"r2": 0.5}} if made.epoch == 2 else None)
    now = made.snapshot()
    chronicle.process_pending()
    scores = [moment.scores for moment in chronicle.records]
    assert scores[0] is None  # nothing has been trained
    assert scores[2] == {"training": {"r2": 0.5}}
    assert scores[3] == {"training": {"r2": float(now.theta[0])}}


def test_that_of_many_moments_some_are_scored_and_the_newest_always(rng):
    made = trainer(rng)
    theta = made.network.theta.copy()
    asked = []
    chronicle = LayerHistory(made.network.copy(), dataset(rng), 1, lambda theta: asked.append(theta) or {})
    for epoch in range(1, 500):
        chronicle.record(Snapshot(epoch, 0, theta, theta))
    chronicle.process_pending()
    assert MAX_SCORED <= len(asked) <= 1.5 * MAX_SCORED
    assert chronicle.records[-1].scores is not None


def test_that_what_a_copy_has_worked_out_is_not_worked_out_again(rng):
    made, asked = trainer(rng), []

    def score(theta):
        asked.append(theta)
        return {"training": {"r2": float(theta[0])}}

    history = LayerHistory(made.network.copy(), dataset(rng), 1, score, lambda: score)
    plain = LayerHistory(made.network.copy(), dataset(rng), 1, score)
    for _ in range(4):
        made.step_epoch()
        snapshot = made.snapshot()
        history.record(snapshot)
        plain.record(snapshot)
    plain.process_pending()
    asked.clear()
    copied = history.copy().all_records()
    assert len(asked) == 4
    history.process_pending()
    assert len(asked) == 4
    assert tuple(history.records) == copied  # the very same records
    for one, other in zip(history.records, plain.records, strict=True):
        assert one.scores == other.scores
        np.testing.assert_array_equal(one.statistics.step_ratio, other.statistics.step_ratio)


def test_that_a_record_beside_another_moment_before_is_made_anew(rng):
    made = trainer(rng)
    history, plain = (LayerHistory(made.network.copy(), dataset(rng), made.batches_per_epoch) for _ in range(2))
    begin = made.snapshot()
    made.step_epoch()
    history.record(made.snapshot())
    made.step_epoch()
    end = made.snapshot()
    history.record(end)
    history.copy().all_records()
    for each in (history, plain):
        each.record(begin)  # the run went back
        each.record(end)
        each.process_pending()
    assert [record.epoch for record in history.records] == [0, 2]
    np.testing.assert_array_equal(history.records[1].statistics.step_ratio, plain.records[1].statistics.step_ratio)
