"""Plots of rows and classes: the numbers in their items are the numbers given."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sklearn.metrics import accuracy_score, roc_auc_score

from helpers.plot_cases import items, move_to, scene_of, seen, shown
from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_number
from mlp_gui.views.charts.image_item import RegionImage
from mlp_gui.views.charts.items import Bars, Dots, Line, Rule


@pytest.fixture
def make(qtbot):
    return partial(shown, qtbot)


@pytest.mark.parametrize("name", ["residuals", "errors", "importance", "dependence", "series"])
def test_that_axes_show_no_numbers_while_there_is_nothing_to_measure(make, name):
    plot = make(name, scene_of())
    plot.refresh()
    assert not plot.axes.contents.items
    assert plot.axes.left.tick_values() == plot.axes.bottom.tick_values() == []


def test_that_the_numbers_come_with_the_rows(make):
    plot = make("residuals", scene_of())
    plot.show_predictions({"training": seen([1, 2, 3], [1.5, 2, 2])})
    plot.refresh()
    assert len(plot.axes.left.tick_values()) > 1
    assert len(plot.axes.bottom.tick_values()) > 1


def test_that_a_name_longer_than_its_axis_is_cut_with_dots_and_comes_back(make):
    plot = make("residuals", scene_of(targets=("a_target_with_quite_a_long_name_in_it",)))
    plot.show_predictions({"training": seen([1, 2, 3], [1.5, 2, 2])})
    plot.refresh()
    full = "true - predicted a_target_with_quite_a_long_name_in_it"
    for height, whole in ((200, False), (700, True)):
        plot.resize(520, height)
        QApplication.processEvents()
        plot.refresh()
        assert (plot.axes.left.labelText == full) is whole
        assert plot.axes.left.label.boundingRect().width() <= plot.axes.left.height() + 12  # its margins


# --- residuals ------------------------------------------------------------------------------------------------


def test_that_residuals_are_true_minus_predicted_of_every_row(make):
    plot = make("residuals", scene_of())
    plot.show_predictions({"training": seen([1, 2, 3], [1.5, 2, 2]), "validation": seen([10], [7], first=40)})
    plot.refresh()
    first, second = items(plot, Dots)
    assert first.y.tolist() == [-0.5, 0.0, 1.0]
    assert first.x.tolist() == [1.5, 2.0, 2.0]
    assert (second.x[0], second.y[0], second.rows[0]) == (7.0, 3.0, 40)
    assert items(plot, Rule)[0].y == 0.0
    move_to(plot, 7.0, 3.0)
    assert plot.line_text() == "row 41 (validation): prediction 7, residual 3"


def test_that_a_click_chooses_the_row_and_the_ring_follows_the_selection(make, qtbot):
    plot, chosen = make("residuals", scene_of()), []
    plot.rows_chosen.connect(lambda rows: chosen.append(rows.tolist()))
    plot.show_predictions({"training": seen([1, 2, 30], [1.5, 2, 20])})
    plot.refresh()
    place = move_to(plot, 20.0, 10.0)
    QTest.mouseClick(plot.axes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [[2]]
    before = plot.axes.grab().toImage()
    plot.show_selection(np.array([2]))
    assert plot.axes.grab().toImage() != before


def test_that_residuals_can_be_drawn_in_row_order(make):
    plot = make("residuals", scene_of())
    plot.show_predictions({"training": seen([1, 2], [0, 0], first=7)})
    plot.against.choose(1)
    plot.refresh()
    assert items(plot, Dots)[0].x.tolist() == [8.0, 9.0]


@pytest.mark.parametrize("name", ["residuals", "errors", "series"])
def test_that_nothing_one_row_and_missing_numbers_are_said(make, name):
    plot = make(name, scene_of())
    plot.refresh()
    assert plot.line_text() == ""
    plot.show_predictions({"training": seen([1], [2])})
    plot.refresh()
    assert plot.line_text() == "all 1 row"
    plot.grab()
    plot.show_predictions({"training": seen([1, 2, 3], [np.nan, 2, np.inf])})
    plot.refresh()
    assert plot.line_text() == "2 predictions are not finite and not shown"
    plot.grab()


@pytest.mark.parametrize("name", ["residuals", "errors", "series"])
def test_that_a_million_rows_are_thinned_and_said(make, name, rng):
    plot = make(name, scene_of())
    true = rng.normal(size=1_000_000)
    predicted = true + 0.1
    predicted[12345] = 99.0
    plot.show_predictions({"training": seen(true, predicted)})
    plot.refresh()
    plot.grab()
    some = "about 5,000 of 1,000,000 rows drawn, the extremes among them"
    assert plot.line_text() == ("all 1,000,000 rows" if name == "errors" else some)
    if name == "residuals":
        dots = items(plot, Dots)[0]
        assert len(dots.x) < 5100
        assert 12345 in dots.rows  # the extreme is kept


def test_that_several_targets_are_chosen_by_name(make):
    plot = make("residuals", scene_of(targets=("y", "z")))
    plot.show_predictions({"training": seen([[1, 10], [2, 20]], [[1, 12], [2, 26]])})
    assert plot.target.texts() == ("y", "z")
    plot.target.choose(1)
    plot.refresh()
    assert items(plot, Dots)[0].y.tolist() == [-2.0, -6.0]


# --- errors and series ----------------------------------------------------------------------------------------


def test_that_the_histogram_has_20_bins_stacked_with_a_line_at_zero(make, rng):
    plot = make("errors", scene_of())
    a, b = rng.normal(size=300), rng.normal(size=100)
    plot.show_predictions({"training": seen(a, 0 * a), "validation": seen(b, 0 * b, first=300)})
    plot.refresh()
    first, second = items(plot, Bars)
    counts, edges = np.histogram(np.concatenate([a, b]), 20)
    np.testing.assert_allclose(first.edges, edges)
    np.testing.assert_array_equal(second.top, counts)
    np.testing.assert_array_equal(first.top, second.bottom)
    np.testing.assert_array_equal(first.top, np.histogram(a, edges)[0])
    assert items(plot, Rule)[0].x == 0.0
    assert sorted(np.concatenate(first.rows).tolist()) == list(range(300))


def test_that_a_bar_chooses_its_rows(make):
    plot, chosen = make("errors", scene_of()), []
    plot.rows_chosen.connect(lambda rows: chosen.append(rows.tolist()))
    plot.show_predictions({"training": seen([0.0, 0.0, 0.0, 10.0], [0, 0, 0, 0])})
    plot.refresh()
    place = move_to(plot, 0.25, 1.5)
    assert plot.line_text().startswith("training: 3 rows with an error from 0")
    QTest.mouseClick(plot.axes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [[0, 1, 2]]


def test_that_the_series_joins_the_subsets_in_file_order(make):
    plot = make("series", scene_of())
    plot.show_predictions({"training": seen([1, 3], [0, 0]), "validation": seen([5], [4], first=2)})
    plot.refresh()
    truth = items(plot, Line)[0]
    assert truth.x.tolist() == [1, 2, 3]
    assert truth.y.tolist() == [1, 3, 5]


# --- classification -------------------------------------------------------------------------------------------


def test_that_the_roc_is_labelled_with_its_area(make, rng):
    plot = make("roc", scene_of(Task.BINARY, classes=("no", "yes")))
    true = (rng.random(200) < 0.4).astype(float)
    score = np.clip(true * 0.3 + rng.random(200) * 0.7, 0, 1)
    plot.show_predictions({"training": seen(true, score)})
    plot.refresh()
    assert format_number(roc_auc_score(true, score)) in plot.line_text()
    assert plot.line_text().startswith("yes:")
    plot.kind.choose(1)
    plot.refresh()
    assert plot.axes.contents.y_name == "precision"


def test_that_the_metrics_follow_the_threshold(make, rng):
    plot = make("probabilities", scene_of(Task.BINARY, classes=("no", "yes")))
    true = (rng.random(300) < 0.5).astype(float)
    score = np.clip(true * 0.4 + rng.random(300) * 0.6, 0, 1)
    plot.show_predictions({"training": seen(true, score)})
    for value in (50, 80):
        plot.threshold.setValue(value)
        plot.refresh()
        wanted = accuracy_score(true, score >= value / 100)
        assert plot.rates().accuracy == pytest.approx(wanted, abs=1e-12)
        assert f"accuracy {100 * wanted:.1f} %" in plot.line_text()
        assert items(plot, Rule)[0].x == value / 100
    assert sum(int(bar.top.sum() - bar.bottom.sum()) for bar in items(plot, Bars)) == 300


def test_that_several_classes_have_no_threshold_but_a_choice(make, rng):
    plot = make("probabilities", scene_of(Task.MULTICLASS, classes=("a", "b", "c")))
    true = np.eye(3)[rng.integers(0, 3, 60)]
    plot.show_predictions({"training": seen(true, rng.dirichlet([1, 1, 1], 60))})
    plot.refresh()
    assert plot.threshold.isHidden()
    assert plot.target.texts() == ("a", "b", "c")
    assert len(items(plot, Bars)) == 3


NOT_FINITE = "2 predictions are not finite and not shown"
LINES = {
    "roc": ["yes:  training AUC –"] * 3,
    "calibration": ["all 2 rows", NOT_FINITE, "all 1 row"],
    "probabilities": [
        "accuracy 50.0 %  precision 100.0 %  recall 50.0 %  specificity –  F1 0.667",
        NOT_FINITE,
        "accuracy 100.0 %  precision 100.0 %  recall 100.0 %  specificity –  F1 1.000",
    ],
}


@pytest.mark.parametrize("name", LINES)
def test_that_one_kind_of_row_and_no_finite_probability_do_not_break_a_plot(make, name):
    plot = make(name, scene_of(Task.BINARY, classes=("no", "yes")))
    cases = (([1, 1], [0.2, 0.9]), ([0, 1], [np.nan, np.nan]), ([1], [0.5]))
    for (true, score), line in zip(cases, LINES[name], strict=True):
        plot.show_predictions({"training": seen(true, score)})
        plot.refresh()
        plot.grab()
        assert plot.line_text() == line


@pytest.mark.parametrize("task", list(Task))
def test_that_regions_ask_the_network_where_the_pixels_are(make, task):
    plot = make(
        "regions",
        scene_of(task, classes=() if task is Task.REGRESSION else ("a", "b", "c")[: 2 + (task is Task.MULTICLASS)]),
    )
    asked = []

    def predict(x):
        asked.append(x)
        outputs = 3 if task is Task.MULTICLASS else 1
        return np.tile(x[:, :1] * 0.5 + 0.5, outputs)

    plot.show_network(predict, 10, 7)
    plot.refresh()
    [picture] = items(plot, RegionImage)
    x0, x1, y0, y1 = picture.limits()
    assert (x0, y0) == pytest.approx((asked[0][:, 0].min(), asked[0][:, 1].min()), abs=0.05)
    assert (x1, y1) == pytest.approx((asked[0][:, 0].max(), asked[0][:, 1].max()), abs=0.05)
    assert len(asked[0]) == len(plot.columns()["output 1"])
    assert "epoch 7" in plot.line_text()
    plot.grab()


def test_that_regions_refine_to_200_places_each_way_at_rest_in_small_pieces(make, qtbot):
    plot, asked = make("regions", scene_of()), []

    def predict(x):
        asked.append(len(x))
        return x[:, :1] + 10 * x[:, 1:2]

    plot.show_network(predict, 2000, 7)
    plot.refresh()
    coarse = len(plot.columns()["output 1"])
    plot.finish_animation()  # as after a while without a frame
    qtbot.waitUntil(lambda: len(plot.columns()["output 1"]) == 200 * 200)
    assert coarse == asked[0] < 200 * 200
    assert max(asked[1:]) * 2000 <= 1.5e6
    assert sum(asked[1:]) == 200 * 200
    across, up, answers = list(plot.columns().values())[:3]
    scene = scene_of()
    np.testing.assert_allclose(answers, scene.dataset.to_original((across + 10 * up)[:, None])[:, 0])
    plot.finish_animation()  # it is as fine as it gets
    plot.refresh()
    [picture] = items(plot, RegionImage)
    assert picture.colours.shape == (200, 200)
    plot.show_network(predict, 2000, 8)  # other weights are coarse again
    assert len(plot.columns()["output 1"]) == coarse


@pytest.mark.parametrize("name", ["fit", "residuals", "errors", "series", "residual_series"])
def test_that_rows_out_of_fold_are_drawn_like_any_others(make, name):
    plot = make(name, scene_of())
    plot.show_predictions({"out-of-fold": seen([1, 2, 3], [1.5, 2, 2])})
    plot.refresh()
    assert not plot.grab().isNull()  # painting looks up the colour of the rows


@pytest.mark.parametrize("name", ["roc", "probabilities", "calibration"])
def test_that_classes_out_of_fold_are_drawn_like_any_others(make, name):
    plot = make(name, scene_of(task=Task.BINARY, classes=("no", "yes")))
    plot.show_predictions({"out-of-fold": seen([0, 1, 1, 0], [0.2, 0.9, 0.6, 0.7])})
    plot.refresh()
    assert not plot.grab().isNull()
    if name == "probabilities":
        assert plot.subset.chosen() == "out-of-fold"
        plot.show_predictions({"training": seen([0, 1], [0.2, 0.9])})
        assert plot.subset.chosen() == "training"
