"""The lasso finds the points that Qt finds inside the same polygon."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from mlp_gui.plotmath.enclosed import find_enclosed
from mlp_gui.views.charts.overlay import Lasso


@given(seed=st.integers(0, 500), n=st.integers(3, 12))
def test_that_the_points_inside_are_those_of_qt(seed, n):
    rng = np.random.default_rng(seed)
    corners, x, y = rng.random((n, 2)) * 100, rng.random(60) * 100, rng.random(60) * 100
    polygon = QPolygonF([QPointF(*corner) for corner in corners.tolist()])
    theirs = [polygon.containsPoint(QPointF(a, b), Qt.FillRule.OddEvenFill) for a, b in zip(x, y, strict=True)]
    assert find_enclosed(corners, x, y).tolist() == theirs


def test_that_a_point_without_a_place_is_outside_and_a_line_of_one_corner_encloses_nothing():
    square = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])
    assert find_enclosed(square, np.array([5.0, np.nan, 5.0]), np.array([5.0, 5.0, np.nan])).tolist() == [1, 0, 0]
    lasso = Lasso()
    lasso.begin(QPointF(1, 1))
    lasso.extend(QPointF(1.5, 1))  # too near to be another corner
    assert lasso.end().shape == (1, 2)
    assert not lasso.drawing
