"""Thinning a curve: what pixels can show stays, spikes and gaps included."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlp_gui.plotmath.decimate import dash_segments, decimate

COLUMNS = 500


def _edges(x: np.ndarray) -> np.ndarray:
    return np.linspace(0, x[-1], COLUMNS + 1)


def test_that_a_spike_of_one_epoch_among_a_million_survives():
    x = np.arange(1, 1_000_001, dtype=float)
    y = np.exp(-x / 3e5)
    y[654_321] = 7.5
    y[123_456] = -2.5
    kept_x, kept_y, bad = decimate(x, y, _edges(x))
    assert kept_y.max() == 7.5
    assert kept_y.min() == -2.5
    assert len(kept_x) <= 4 * (COLUMNS + 2)
    assert len(bad) == 0
    column = x[-1] / COLUMNS
    assert abs(kept_x[kept_y.argmax()] - 654_322) <= column


@settings(max_examples=40, deadline=None)
@given(st.integers(2100, 9000), st.integers(0, 2**32 - 1))
def test_that_every_column_keeps_its_limits_and_the_line_keeps_its_joints(count: int, seed: int):
    rng = np.random.default_rng(seed)
    x, y = np.arange(1, count + 1, dtype=float), rng.normal(size=count)
    edges = _edges(x)
    kept_x, kept_y, _ = decimate(x, y, edges)
    assert np.all(np.diff(kept_x) >= 0)
    assert set(kept_y) <= set(y)
    edges[-1] += 1e-6
    for k in range(COLUMNS):
        inside, kept = (v[(h >= edges[k]) & (h < edges[k + 1])] for h, v in ((x, y), (kept_x, kept_y)))
        assert inside.min() in kept
        assert inside.max() in kept
        assert inside[0] == kept[0]
        assert inside[-1] == kept[-1]


def test_that_few_points_are_left_as_they_are():
    x, y = np.array([1.0, 2, 3]), np.array([5.0, np.inf, 4])
    kept_x, kept_y, bad = decimate(x, y, np.linspace(0, 10, COLUMNS + 1))
    assert kept_x.tolist() == [1, 2, 3]
    assert np.isnan(kept_y[1])
    assert kept_y[[0, 2]].tolist() == [5, 4]
    assert bad.tolist() == [2]


def test_that_a_zoomed_view_keeps_the_neighbours_outside_so_that_the_line_runs_on():
    x = np.arange(1, 1001, dtype=float)
    kept_x, _, _ = decimate(x, x, np.linspace(400.5, 410.5, COLUMNS + 1))
    assert kept_x.tolist() == list(range(400, 412))


def test_that_nothing_in_view_gives_only_the_neighbours():
    x = np.array([1.0, 2, 3])
    assert decimate(x, x, np.linspace(10, 20, 11))[0].tolist() == [3]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_that_values_which_are_not_finite_make_a_gap_and_are_reported(value: float):
    x = np.arange(1, 100_001, dtype=float)
    y = np.ones(len(x))
    y[50_000] = value
    y[50_001] = 9.0
    _, kept_y, bad = decimate(x, y, _edges(x))
    assert np.isnan(kept_y).sum() == 1
    assert np.nanmax(kept_y) == 9.0
    assert len(bad) == 1
    assert abs(bad[0] - 50_001) <= x[-1] / COLUMNS


def test_that_a_long_gap_stays_empty():
    x = np.arange(1, 100_001, dtype=float)
    y = np.ones(len(x))
    y[20_000:40_000] = np.nan
    kept_x, kept_y, _ = decimate(x, y, _edges(x))
    inside = kept_y[(kept_x > 20_400) & (kept_x < 39_600)]
    assert len(inside)
    assert np.isnan(inside).all()


def test_that_dashes_lie_at_fixed_places_whatever_the_line_begins_with():
    x = np.linspace(0, 90, 31)
    whole, _ = dash_segments(x, np.zeros(31), period=9, on=6, steep=6)
    parts = [dash_segments(x[a:b], np.zeros(b - a), period=9, on=6, steep=6)[0] for a, b in ((0, 11), (10, 31))]

    def drawn(segments):
        return {round(float(p), 6) for a, b in segments for p in np.linspace(a, b, 7)[1:-1]}

    assert all(p % 9 < 6 for p in drawn(whole))
    assert sum(b - a for a, b in whole) == pytest.approx(60)
    assert sum(b - a for seg in parts for a, b in seg) == pytest.approx(60)


def test_that_a_spike_in_the_gap_of_a_dash_is_drawn():
    x, y = np.array([0.0, 7, 7.2, 7.4, 20]), np.array([0.0, 0, 100, 0, 0])
    _, sy = dash_segments(x, y, period=9, on=6, steep=6)
    assert sy.max() == 100


def test_that_a_gap_in_the_data_is_a_gap_in_the_dashes():
    sx, _ = dash_segments(np.array([0.0, 2, 4, 6]), np.array([0.0, np.nan, 0, 0]), period=9, on=6, steep=6)
    assert sx.tolist() == [[4, 6]]
