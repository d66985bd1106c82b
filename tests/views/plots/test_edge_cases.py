"""Plots of rows that are odd: of absurd size, of several targets, missing from a subset, named like HTML."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from sklearn.calibration import calibration_curve

from helpers.plot_cases import answering, items, move_to, scene_of, seen, shown
from mlp_gui.core.dataset import SubsetData, Task
from mlp_gui.engine.inspection.feature_importance import PartialDependence
from mlp_gui.plotmath.ticks import nice_range, ticks
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.views.charts.image_item import RegionImage
from mlp_gui.views.charts.items import Dots


@pytest.fixture
def make(qtbot):
    return partial(shown, qtbot)


def with_(scene, **changed):
    return RunContext(replace(scene.dataset, **changed), None, scene.config, scene.sizes)


@pytest.mark.parametrize(
    ("low", "high"),
    [(-1.7e308, 1.7e308), (1e308, 1.1e308), (0.0, 5e-324), (1e-320, 2e-320), (1e-318, 1.0), (-1.0, 0.0)],
)
def test_that_every_pair_of_numbers_has_a_range_with_a_few_numbers(low, high):
    bottom, top = nice_range(low, high)
    assert np.isfinite([bottom, top, top - bottom, 500 / (top - bottom)]).all()
    assert 1 <= len(ticks(bottom, top, 8)) <= 9


@pytest.mark.parametrize("size", [1e-318, 1e-300, 1.0, 1e17, 1e300, 1.7e308])
@pytest.mark.parametrize("name", ["fit", "residuals", "errors", "series"])
def test_that_rows_of_any_size_are_drawn(make, name, size):
    true = np.array([-1.0, -0.5, 0.0, 0.25, 0.5, 1.0])
    plot = make(name, scene_of())
    with np.errstate(over="ignore"):
        plot.show_predictions({"training": seen(true * size, true[::-1] * size)})
        plot.refresh()
        plot.grab()
    axes = plot.points if name == "fit" else plot.axes
    for low, high in (axes.bottom.range, axes.left.range):
        assert np.isfinite([low, high, high - low]).all()
        assert low < high
    assert "not finite" not in plot.line_text()


@pytest.mark.parametrize("level", [0.0, 3.0, 1e17, -1e200])
def test_that_errors_that_are_as_good_as_the_same_have_bins_and_all_rows_are_in_them(make, level):
    """A run that diverged answers one number for every row: besides it the true values are nothing."""
    plot = make("errors", scene_of())
    plot.show_predictions({"training": seen([0.0, 0.0, 16.0], [level, level, level + 16.0])})
    plot.refresh()
    edges, counts, _ = plot.binned()
    assert (np.diff(edges) > 0).all()
    assert counts["training"].sum() == 3
    plot.grab()


def test_that_the_error_of_large_numbers_is_read_out_to_its_last_digit(make):
    plot = make("residuals", scene_of())
    plot.show_predictions({"training": seen([0.0, 10.0], [-55_344_551.0, 5.0])})
    plot.refresh()
    move_to(plot, -55_344_551.0, 55_344_551.0)
    assert "residual 55,344,551" in plot.line_text()


def test_that_importance_is_offered_only_on_rows_that_there_are(make):
    plot = make("importance", scene_of())
    assert plot.subset.texts() == ("training",)
    some = SubsetData(np.zeros((2, 2)), np.zeros((2, 1)), np.arange(2))
    plot.set_run(with_(scene_of(), validation=some))
    assert plot.subset.texts() == ("validation", "training")


def test_that_a_surface_says_which_of_several_targets_it_shows(make):
    scene = scene_of(targets=("y", "z"))
    plot = make("regions", with_(scene, target_shift=np.array([0.0, 500.0]), target_scale=np.array([1.0, 100.0])))
    plot.show_network(lambda x: np.column_stack([np.zeros(len(x)), x[:, 0]]), 10, 1)
    plot.refresh()
    assert plot.target.isVisible()
    assert [key.text for key in plot.header.legend.shown_keys()] == ["y ≤ -2.500", "y ≥ 2.500"]
    flat = items(plot, RegionImage)[0].colours
    assert (flat == flat[0, 0]).all()
    plot.target.choose(1)
    plot.refresh()
    assert [key.text for key in plot.header.legend.shown_keys()] == ["z ≤ 250.0", "z ≥ 750.0"]
    sloped = items(plot, RegionImage)[0].colours
    assert not (sloped == sloped[0, 0]).all()


def test_that_a_surface_of_one_target_has_no_choice_of_targets(make):
    plot = make("regions", scene_of())
    plot.show_network(lambda x: x[:, :1], 10, 1)
    plot.refresh()
    assert not plot.target.isVisible()
    assert [key.text for key in plot.header.legend.shown_keys()] == ["≤ -2.500", "≥ 2.500"]


def test_that_what_if_begins_from_a_row_far_beyond_the_training_rows(make):
    far = SubsetData(np.array([[1e12, 0.0]]), np.zeros((1, 1)), np.array([6]))
    plot = make("what_if", with_(scene_of(), test=far))
    plot.show_selection(np.array([6]))
    assert plot.values.tolist() == [1e12, 0.0]
    plot.refresh()
    assert plot.panels["a"].field.text() == "1e12"
    plot.update_plot(answering(plot.profiler.context, lambda x: x[:, :1]))
    plot.refresh()
    assert plot.panels["a"].curve.value() == plot.panels["a"].curve.maximum()
    assert plot.line_text() == "outside the training range: a"


def test_that_what_if_shows_names_as_they_are(make):
    plot = make("what_if", with_(scene_of(), feature_names=("<b>a</b>", "b")))
    name = next(label for label in plot.findChildren(QLabel) if label.text() == "<b>a</b>")
    assert name.textFormat() is Qt.TextFormat.PlainText
    assert plot.answer.textFormat() is Qt.TextFormat.PlainText


def test_that_a_point_of_the_calibration_chooses_the_rows_it_stands_for(make):
    plot = make("calibration", scene_of(Task.BINARY, classes=("no", "yes")))
    belongs, score = np.array([0, 1, 0, 1, 1, 1.0]), np.array([0.12, 0.18, 0.13, 0.55, 0.94, 0.98])
    plot.show_predictions({"training": seen(belongs, score, first=10)})
    plot.refresh()
    share, mean = calibration_curve(belongs, score, n_bins=10)
    [dots] = items(plot, Dots)
    assert dots.x == pytest.approx(mean)
    chosen = []
    plot.rows_chosen.connect(lambda rows: chosen.append(rows.tolist()))
    for x, y in zip(mean, share, strict=True):
        QTest.mouseClick(plot.axes.viewport(), Qt.MouseButton.LeftButton, pos=move_to(plot, x, y))
    assert chosen == [[10, 11, 12], [13], [14, 15]]


def test_that_a_column_of_the_dependence_is_never_overwritten_by_an_input_of_its_name(make):
    plot = make("dependence", with_(scene_of(), feature_names=("mean", "b")))
    grid = np.array([0.0, 1.0])
    plot.set_result(PartialDependence(grid, np.array([[5.0], [6.0]]), np.array([[[5.0], [6.0]]])))
    assert plot.columns()["mean (x)"].tolist() == [0.0, 1.0]
    assert plot.columns()["mean"].tolist() == [5.0, 6.0]
