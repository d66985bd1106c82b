"""A dense curve: what is drawn in a column of pixels is the range of its values, however many there are."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from mlp_gui.plotmath.min_max_blocks import BLOCK, Envelope, MinMaxBlocks
from mlp_gui.views.charts.column_renderer import DashPattern, render_columns


def alphas(image: QImage) -> np.ndarray:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return flat[:, :, 3].copy()


def envelope_of(low, high, last=None):
    low, high = np.array(low, float), np.array(high, float)
    n = len(low)
    return Envelope(np.arange(n), np.array(high if last is None else last, float), low, high, np.zeros(n, bool))


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


def test_that_a_column_is_filled_between_its_ends_with_soft_edges():
    found = alphas(render_columns(envelope_of([10.25], [20.5]), 1, 40, 1.0, "#0072b2"))[:, 0] / 255
    assert found.sum() == pytest.approx(20.5 - 10.25 + 1.0, abs=0.01)  # as much as the line covers
    assert found[9] == pytest.approx(0.25, abs=0.01)
    assert (found[10:21] == 1).all()
    assert found[21] == 0


def test_that_columns_are_joined_but_not_over_a_gap():
    found = envelope_of([5.0, 30.0, np.nan, 8.0], [6.0, 31.0, np.nan, 9.0])
    rows = alphas(render_columns(found, 4, 40, 1.0, "#000000")) > 0
    assert rows[6:31, 1].all()  # from where the first one ended
    assert not rows[:, 2].any()
    assert rows[:, 3].nonzero()[0].tolist() == [7, 8, 9]


def test_that_a_gap_of_a_dash_hides_no_spike():
    low, high = np.full(18, 10.0), np.full(18, 10.5)
    high[7] = 35.0
    rows = (
        alphas(render_columns(envelope_of(low, high, low), 18, 40, 1.0, "#000000", DashPattern(0, 9.0, 6.0, 6.0))) > 0
    )
    drawn = rows.any(axis=0)
    assert drawn.tolist() == [*[True] * 6, False, True, False, *[True] * 6, *[False] * 3]
    assert rows[34, 7]


def test_that_the_line_runs_on_through_columns_without_a_point():
    found = Envelope(np.array([0, 4, 6]), *(np.array([5.0, 25.0, np.nan]) for _ in range(3)), np.zeros(3, bool))
    rows = alphas(render_columns(found, 8, 40, 1.0, "#000000")) > 0
    assert rows.any(axis=0).tolist() == [*[True] * 5, *[False] * 3]
    assert rows[15, 2]  # half of the way
