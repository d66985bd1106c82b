"""The importance of the inputs: bars that can be read from the first look on."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.plot_cases import scene_of, shown
from mlp_gui.engine.inspection.feature_importance import Importance


@pytest.fixture
def plot(qtbot):
    return shown(qtbot, "importance", scene_of())


def test_that_names_beside_bars_are_as_wide_as_they_must(plot):
    for names in (("a", "b"), ("a name of some length", "b"), ("x" * 80, "b")):
        plot.set_result(Importance(names, 0.5, np.array([[0.1, 0.2], [0.0, 0.1]])))
        plot.refresh()
        left = plot.axes.left
        shown = left.tickStrings(left.tick_values(), 1, 1)
        assert left.width() <= max(60, 0.35 * plot.axes.width())
        assert shown[::-1] == list(names) or len(names[0]) == 80
    assert "…" in shown[-1]


def test_that_the_first_bars_fill_the_plot_at_once_however_small_they_are(plot):
    plot.refresh()
    plot.set_result(Importance(("a", "b"), 0.5, np.array([[0.001, 0.002], [0.0, 0.001]])))
    plot.refresh()
    assert plot.axes.pixel(0.002, 0).x() - plot.axes.pixel(0, 0).x() > 0.8 * plot.axes.box.rect().width()
