"""The limits of dense curves in each column of pixels, however many values there are."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.plotmath.min_max_blocks import BLOCK, MinMaxBlocks


@pytest.mark.parametrize("count", [100, 1000, 100_000])
@pytest.mark.parametrize("positive", [False, True])
def test_that_every_column_has_the_limits_of_its_values(rng, count, positive):
    x = np.arange(1.0, count + 1)
    y = rng.normal(size=count) + (1.0 if positive else 0.0)
    y[rng.integers(count, size=3)] = np.nan
    y[rng.integers(count, size=2)] = np.inf
    blocks = MinMaxBlocks()
    blocks.extend(x, y)
    edges = np.linspace(0.3 * count, 0.8 * count, 41)
    found = blocks.envelope(edges, positive)
    whole = count // 40 * 0.5 > 4 * BLOCK  # then a column begins and ends with whole blocks
    slack = BLOCK if whole else 0
    for at, low, high, bad in zip(found.column, found.low, found.high, found.bad, strict=True):
        inside = (x >= edges[at] - slack) & (x <= edges[at + 1] + slack)
        inner = (x >= edges[at] + slack) & (x < edges[at + 1] - slack)
        shown = np.isfinite(y) & (y > 0) if positive else np.isfinite(y)
        some, sure = y[inside & shown], y[inner & shown]
        if not len(sure):
            assert np.isnan(low) or low in some
            continue
        assert some.min() <= low <= sure.min()
        assert sure.max() <= high <= some.max()
        assert not bad or (inside & ~shown).any()
        assert bad or not (inner & ~shown).any()


def test_that_growing_piece_by_piece_gives_the_same_as_at_once(rng):
    x, y = np.arange(1.0, 5001), rng.random(5000)
    grown, once = MinMaxBlocks(), MinMaxBlocks()
    for stop in (1, 15, 16, 17, 400, 1999, 5000):
        grown.extend(x[:stop], y[:stop])
    once.extend(x, y)
    edges = np.linspace(0, 5000, 21)
    for a, b in zip(grown.envelope(edges), once.envelope(edges), strict=True):
        np.testing.assert_array_equal(a, b)


def test_that_another_series_of_the_same_length_is_read_anew(rng):
    x = np.arange(1.0, 4001)
    blocks, edges = MinMaxBlocks(), np.linspace(0, 4000, 3)
    blocks.extend(x, rng.random(4000))
    blocks.extend(x, rng.random(4000) + 5)
    assert blocks.envelope(edges).low.min() >= 5


def test_that_a_place_is_found_as_numpy_finds_it(rng):
    x = np.sort(rng.random(1000))
    blocks = MinMaxBlocks()
    blocks.extend(x, x)
    for value in (*x[::37], -1.0, 2.0, 0.5):
        for side in ("left", "right"):
            assert blocks.search(value, side) == np.searchsorted(x, value, side)
