"""Fit and residuals on logarithmic axes: points stand at their logarithms, and those without one are counted."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from helpers.plot_cases import items, move_to, scene_of, seen, shown
from mlp_gui.core.dataset import Task
from mlp_gui.views.charts.items import Dots


@pytest.fixture
def make(qtbot):
    return partial(shown, qtbot)


TRUE, PREDICTED = [0.01, 1.0, 100.0, 0.0, 5.0], [0.02, 0.5, 90.0, 1.0, -2.0]


def test_that_the_fit_counts_what_has_no_logarithm_and_reads_out_original_units(make) -> None:
    plot = make("fit", scene_of())
    plot.show_predictions({"training": seen(TRUE, PREDICTED)})
    plot.refresh()
    before = plot.points.scores()
    plot.log.click()
    plot.refresh()
    assert plot.line_text() == "2 rows have no place on these axes"
    assert plot.points.scores() == before
    x0, x1, y0, y1 = plot.points.view()
    assert x0 <= -2 < 2 <= x1
    assert y0 <= np.log10(0.02) < 2 <= y1
    plot.axes = plot.points
    move_to(plot, 2.0, np.log10(90.0))
    assert plot.line_text() == "row 3 (training): true 100, predicted 90, error 10"
    assert plot.svg()
    plot.log.click()
    plot.refresh()
    assert plot.line_text() != "2 rows have no place on these axes"


def test_that_a_fit_without_any_positive_value_is_drawn_empty(make) -> None:
    plot = make("fit", scene_of())
    plot.log.setChecked(True)
    plot.show_predictions({"training": seen([-1.0, -2], [-1.5, -2])})
    plot.refresh()
    plot.grab()
    assert plot.line_text() == "2 rows have no place on these axes"


def test_that_classes_have_no_logarithm(make) -> None:
    assert not make("fit", scene_of(Task.BINARY)).log.isVisible()
    assert make("fit", scene_of()).log.isVisible()


def test_that_residuals_keep_their_sign_and_lose_no_row_but_those_at_zero_and_below(make) -> None:
    plot = make("residuals", scene_of())
    plot.show_predictions({"training": seen(TRUE, PREDICTED)})
    plot.log.setChecked(True)
    plot.refresh()
    (dots,) = items(plot, Dots)
    assert plot.line_text() == "1 row has no place on these axes"
    assert dots.x == pytest.approx([*np.log10(PREDICTED[:4]), np.nan], nan_ok=True)
    residual = np.subtract(TRUE, PREDICTED)
    assert np.sign(dots.y).tolist() == np.sign(residual).tolist()
    assert plot.axes.left.scale_.inverse(dots.y) == pytest.approx(residual)
    plot.against.choose(1)
    plot.refresh()
    assert items(plot, Dots)[0].x.tolist() == [1, 2, 3, 4, 5]  # numbers of rows stay as they are
