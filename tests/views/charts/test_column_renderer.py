"""Columns of pixels are filled between their limits, joined, and open at gaps."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from mlp_gui.plotmath.min_max_blocks import Envelope
from mlp_gui.views.charts.column_renderer import DashPattern, render_columns


def alphas(image: QImage) -> np.ndarray:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return flat[:, :, 3].copy()


def envelope_of(low, high, last=None):
    low, high = np.array(low, float), np.array(high, float)
    n = len(low)
    return Envelope(np.arange(n), np.array(high if last is None else last, float), low, high, np.zeros(n, bool))


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
