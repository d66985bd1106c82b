"""Smoothing equals its definition, however the series grows; scales turn back into numbers."""

from __future__ import annotations

from time import thread_time

import numpy as np
import pytest

from mlp_gui.plotmath.scales import LINEAR, LOG, Scale, symlog_for
from mlp_gui.plotmath.smoothing import SmoothedSeries


def defined(x, y, tau):
    """The sum written out."""
    out = np.full(len(x), np.nan)
    for k in range(len(x)):
        weight = np.exp(-(x[k] - x[: k + 1]) / tau) * np.isfinite(y[: k + 1])
        if np.isfinite(y[k]):
            out[k] = (weight * np.nan_to_num(y[: k + 1])).sum() / weight.sum()
    return out


@pytest.mark.parametrize("tau", [0.5, 3.0, 200.0])
def test_that_it_is_the_debiased_time_weighted_average(rng, tau):
    x = np.cumsum(rng.integers(1, 4, 300)).astype(float)
    y = rng.normal(size=300)
    y[[0, 40, 41]] = np.nan
    np.testing.assert_allclose(SmoothedSeries().extend(x, y, tau), defined(x, y, tau), rtol=0, atol=1e-12)


def test_that_growing_piece_by_piece_gives_the_same_as_at_once(rng):
    x, y, growing = np.arange(1.0, 2001), rng.normal(size=2000), SmoothedSeries()
    for n in (1, 2, 700, 701, 2000):
        found = growing.extend(x[:n], y[:n], 5.0)
    np.testing.assert_allclose(found, SmoothedSeries().extend(x, y, 5.0), rtol=0, atol=1e-12)


def test_that_the_first_value_is_the_value_itself_and_a_constant_stays_one():
    x = np.arange(1.0, 50)
    assert SmoothedSeries().extend(x, x * 0 + 3.0, 10.0) == pytest.approx(3.0)
    assert SmoothedSeries().extend(x, x**2, 10.0)[0] == 1.0


def test_that_another_series_begins_anew(rng):
    x, follower = np.arange(1.0, 100), SmoothedSeries()
    follower.extend(x, rng.normal(size=99), 5.0)
    y = rng.normal(size=99)
    np.testing.assert_allclose(follower.extend(x, y, 5.0), defined(x, y, 5.0), rtol=0, atol=1e-12)


def test_that_a_million_epochs_take_a_fraction_of_a_second(rng):
    x, y = np.arange(1.0, 1e6 + 1), rng.random(1_000_000)
    start = thread_time()
    SmoothedSeries().extend(x, y, 10.0)
    assert thread_time() - start < 1.0


@pytest.mark.parametrize("scale", [LINEAR, LOG, Scale("symlog", 0.01)])
def test_that_places_turn_back_into_numbers(scale):
    values = np.array([1e-4, 0.5, 1.0, 300.0])
    np.testing.assert_allclose(scale.inverse(scale.to(values)), values, rtol=1e-9)


def test_that_symlog_passes_through_zero_and_shows_both_signs():
    scale = symlog_for(-50.0, 2000.0, 0.02)
    assert scale.knee == 0.01
    assert scale.transform(0.0) == 0.0
    assert scale.transform(-5.0) == -scale.transform(5.0)
    places = scale.ticks(scale.transform(-50), scale.transform(2000), 12)
    texts = scale.labels(places)
    assert "0" in texts
    assert any(t.startswith("-") for t in texts)
    assert places == sorted(places)
    assert LOG.cannot_show(np.array([-1.0, 0.0, 1.0])).tolist() == [True, True, False]
