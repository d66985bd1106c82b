"""The names of shaded stretches: where they stand, and that no curve runs through them."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from mlp_gui.views.plots.time.series_items import Shade
from mlp_gui.views.theme.style import caption_metrics

WIDE, HIGH = 600.0, 150.0
AXES = SimpleNamespace(
    box=SimpleNamespace(rect=lambda: QRectF(0, 0, WIDE, HIGH)),
    pixel=lambda x, y: QPointF(WIDE * x, HIGH * (1 - y)),
    to_pixels=lambda x, y: (WIDE * x, HIGH * (1 - y)),
)


def crosses(box: QRectF, x: np.ndarray, y: np.ndarray) -> bool:
    """Whether a polyline runs through a box, by a thousand places on each of its segments."""
    share = np.linspace(0, 1, 1001)
    px, py = (np.concatenate([a + share * (b - a) for a, b in pairwise(v)]) for v in AXES.to_pixels(x, y))
    return bool(((px >= box.left()) & (px <= box.right()) & (py >= box.top()) & (py <= box.bottom())).any())


@pytest.mark.parametrize("n", [2, 5, 40])
def test_that_no_curve_runs_through_the_name_of_a_stretch(qapp, rng, n) -> None:
    placed = 0
    for _ in range(100):
        x = np.linspace(0.1, 0.9, n)
        curves = tuple((x, rng.random(n)) for _ in range(2))
        box = Shade("training", 0.1, 0.9, curves).name_box(AXES, 60.0)
        if box is not None:
            placed += 1
            assert 0.1 * WIDE <= box.left() <= box.right() <= 0.9 * WIDE
            assert not any(crosses(box, *curve) for curve in curves)
    assert placed > (90 if n < 40 else 0)


def test_that_a_name_without_curves_stands_at_the_upper_left_and_none_where_there_is_no_room(qapp) -> None:
    box = Shade("test", 0.5, 0.9).name_box(AXES, 60.0)
    assert (box.left(), box.top()) == (304.0, 2.0)
    assert box.height() == caption_metrics().height()
    assert Shade("test", 0.5, 0.55).name_box(AXES, 60.0) is None
    zigzag = np.linspace(0, 1, 301)
    assert Shade("test", 0.0, 1.0, ((zigzag, np.arange(301) % 2 * 1.0),)).name_box(AXES, 60.0) is None
