"""Predicted against true, and confusion matrices: what is drawn and said is what was given."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from sklearn.metrics import confusion_matrix, r2_score

from mlp_gui.core.dataset import Task
from mlp_gui.core.number_format import format_number
from mlp_gui.plotmath.sampling import allot_points, sample_rows
from mlp_gui.views.charts.class_names import foot, is_level
from mlp_gui.views.plots.evaluation.confusion_matrix import class_numbers, confusion_counts
from mlp_gui.views.plots.evaluation.fit_line import fit_line
from mlp_gui.views.plots.evaluation.predicted_vs_true import PredictedVsTruePlot
from mlp_gui.views.plots.evaluation.score_box import ScoreBox, SubsetScore
from mlp_gui.views.theme.palette import LIGHT
from mlp_gui.views.theme.style import caption_metrics


def seen(true, predicted, first=0, total=None):
    true, predicted = np.asarray(true, float), np.asarray(predicted, float)
    if true.ndim == 1:
        true, predicted = true[:, None], predicted[:, None]
    rows = np.arange(first, first + len(true))
    return SimpleNamespace(row_numbers=rows, true=true, predicted=predicted, rows_in_subset=total or len(true))


@pytest.fixture
def plot(qtbot):
    made = PredictedVsTruePlot()
    qtbot.addWidget(made)
    made.resize(560, 360)
    made.show_task(Task.REGRESSION, ["strength"])
    made.show()
    qtbot.waitExposed(made)
    return made


def place(plot, true: float, predicted: float) -> QPoint:
    return plot.points.mapFromScene(plot.points.layer.mapToScene(plot.points.pixel(true, predicted)))


def has_colour(image, at: QPoint, colour: str) -> bool:
    """Whether a pixel around the place is dominated by that colour (marks are translucent)."""
    wanted = QColor(colour)
    for dx in range(-4, 5):
        for dy in range(-4, 5):
            c = image.pixelColor(at.x() + dx, at.y() + dy)
            parts = zip(c.getRgb()[:3], wanted.getRgb()[:3], strict=True)
            if sum(abs(a - b) for a, b in parts) < 70:
                return True
    return False


def test_that_points_lie_where_their_numbers_are_in_the_colour_of_their_subset(plot):
    plot.show_predictions({
        "training": seen([0, 10, 20], [1, 14, 18]),
        "validation": seen([5, 15], [12, 2], first=100),
        "test": seen([8], [20], first=200),
    })  # fmt: skip
    plot.refresh()
    image = plot.points.grab().toImage()
    for subset, true, predicted in (("training", 10, 14), ("validation", 15, 2), ("test", 8, 20)):
        assert has_colour(image, place(plot, true, predicted), LIGHT.series(subset)), subset
    assert not has_colour(image, place(plot, 15, 8), LIGHT.training)
    assert plot.line_text() == "all 6 rows"


def test_that_the_corner_shows_r2_and_squared_correlation_of_all_rows(plot, rng):
    true = rng.normal(size=9000)
    predicted = true * 0.5 + rng.normal(size=9000)
    plot.show_predictions({"training": seen(true, predicted)})
    plot.refresh()
    assert plot.points.scores() == [
        ("training", format_number(r2_score(true, predicted)), format_number(np.corrcoef(true, predicted)[0, 1] ** 2))
    ]


def test_that_the_pointer_reads_the_nearest_row(plot):
    plot.show_predictions({"training": seen([0, 10], [1, 14]), "validation": seen([5], [12.5], first=100)})
    plot.refresh()
    QTest.mouseMove(plot.points.viewport(), place(plot, 5, 12.5) + QPoint(3, 2))
    assert plot.line_text() == "row 101 (validation): true 5, predicted 12.5, error -7.5"
    QTest.mouseMove(plot.points.viewport(), place(plot, 7, 4))
    assert plot.line_text() == "all 3 rows"


def test_that_a_million_rows_are_sampled_and_the_plot_says_so(plot, rng):
    true = rng.normal(size=1_000_000)
    predicted = true + 0.1 * rng.normal(size=1_000_000)
    true[17], predicted[18], predicted[19] = 50, -40, 30
    plot.show_predictions({"training": seen(true, predicted)})
    plot.refresh()
    assert "of 1,000,000 rows drawn, the extremes among them" in plot.line_text()
    assert plot.points.shown_rows() <= 5006
    image = plot.points.grab().toImage()
    at = place(plot, 50, predicted[17])
    assert image.pixelColor(at) not in (QColor(LIGHT.panel), QColor(LIGHT.grid))
    x0, x1, y0, y1 = plot.points.view()
    assert x0 <= true.min()
    assert x1 >= 50
    assert y0 <= -40
    assert y1 >= 30


def test_that_rows_left_out_before_are_said(plot):
    plot.show_predictions({"training": seen([1, 2, 3], [1, 2, 3], total=9000)})
    plot.refresh()
    assert plot.line_text() == "3 of 9,000 rows, evenly spaced; R² and r² of these"


def test_that_predictions_which_are_not_finite_are_counted_and_left_out(plot):
    plot.show_predictions({"training": seen([1, 2, 3], [1, np.nan, np.inf])})
    plot.refresh()
    plot.points.grab()
    assert plot.line_text() == "2 predictions are not finite and not shown"


@pytest.mark.parametrize("rows", [0, 1])
def test_that_no_row_and_one_row_are_harmless(plot, rows):
    plot.show_predictions({"training": seen(np.ones(rows), np.ones(rows))})
    plot.refresh()
    plot.points.grab()
    assert plot.line_text() == ("all 1 row" if rows else "")


def test_that_several_targets_are_chosen_by_name(plot, qtbot):
    plot.show_task(Task.REGRESSION, ["u", "v"])
    true = np.array([[1.0, 100], [2, 300]])
    plot.show_predictions({"training": seen(true, true)})
    plot.refresh()
    assert plot.target.isVisible()
    assert plot.points.view()[1] < 3
    QTest.keyClicks(plot.target, "v")
    plot.refresh()
    assert plot.target.currentText() == "v"
    assert plot.points.view()[1] >= 300
    assert plot.csv().decode().splitlines()[1] == "training,1,100.0,100.0"


def test_that_classes_show_a_confusion_matrix_equal_to_the_reference(plot, rng):
    names = ["setosa", "versicolor", "virginica"]
    true = rng.integers(0, 3, 200)
    scores = np.eye(3)[true] + rng.random((200, 3)) * 1.5
    plot.show_task(Task.MULTICLASS, ["species"], names)
    plot.show_predictions({"training": seen(np.eye(3)[true], scores)})
    plot.refresh()
    plot.confusion.grab()
    reference = confusion_matrix(true, scores.argmax(axis=1))
    columns = plot.confusion.columns()
    assert columns["rows"] == reference.ravel().tolist()
    square = plot.confusion.cells()["training"]
    cell = QPointF(square.left() + square.width() * 0.5, square.top() + square.height() / 6).toPoint()
    QTest.mouseMove(plot.confusion, cell)
    count, total = reference[0, 1], reference[0].sum()
    assert plot.line_text() == (
        f"training: {count} of {total} rows of setosa taken for versicolor ({100 * count / total:.1f} %)"
    )


def test_that_the_colour_of_a_cell_is_its_share(plot):
    plot.show_task(Task.BINARY, ["inside"], ["no", "yes"])
    plot.show_predictions({"training": seen([0, 0, 1, 1], [0.1, 0.2, 0.9, 0.8])})
    plot.refresh()
    image = plot.confusion.grab().toImage()
    square = plot.confusion.cells()["training"].toRect()
    assert image.pixelColor(square.topLeft() + QPoint(2, 2)) == QColor(LIGHT.accent)
    assert image.pixelColor(square.topRight() + QPoint(-4, 2)) == QColor(LIGHT.neutral)
    assert plot.header.title.text() == "Confusion matrix"


def test_that_class_numbers_come_from_targets_and_probabilities_alike():
    probabilities = np.array([[0.2], [0.5], [np.nan]])
    assert class_numbers(Task.BINARY, probabilities).tolist() == [0, 1, -1]
    assert class_numbers(Task.MULTICLASS, np.array([[0.1, 0.9], [0.7, 0.3]])).tolist() == [1, 0]
    assert confusion_counts(np.array([0, 1, 1]), np.array([0, 1, -1]), 2).tolist() == [[1, 0], [0, 1]]


def test_that_a_sample_is_steady_and_holds_the_extremes(rng):
    true, predicted = rng.normal(size=50_000), rng.normal(size=50_000)
    first = sample_rows(true, predicted, 1000)
    assert np.all(np.diff(first) > 0)
    for values in (true, predicted, predicted - true):
        assert values.argmin() in first
        assert values.argmax() in first
    moved = sample_rows(true, predicted + 0.1, 1000)
    assert len(np.intersect1d(first, moved)) >= 1000
    assert len(sample_rows(true, np.full(50_000, np.nan), 1000)) <= 1002


def test_that_subsets_share_the_points():
    assert allot_points([100, 50], 5000) == [100, 50]
    assert allot_points([90_000, 10_000], 5000) == [4500, 500]


def test_that_values_too_large_to_square_get_no_fit_line(recwarn):
    true = np.array([1.0, 2.0, 3.0])
    assert fit_line(true, 2 * true + 1) == pytest.approx((2.0, 1.0))
    assert fit_line(1e300 * true, 1e300 * true) is None
    assert not recwarn.list


# --- names of classes -----------------------------------------------------------------------------------------


def test_that_long_class_names_are_slanted_and_read_in_full_under_the_pointer(plot, rng):
    names = ["Adelie penguin", "Chinstrap penguin", "Gentoo penguin"]
    true = np.eye(3)[rng.integers(0, 3, 60)]
    plot.resize(420, 300)
    plot.show_task(Task.MULTICLASS, ["species"], names)
    rows = {name: seen(true, true) for name in ("training", "validation", "test")}
    plot.show_predictions(rows)
    plot.refresh()
    plot.confusion.grab()
    squares = plot.confusion.cells()
    width = squares["training"].width() / 3
    metrics = caption_metrics()
    assert not is_level(names, width, metrics)
    room = plot.confusion.height() - squares["training"].bottom()
    assert room >= foot(names, width, metrics, 0.3 * plot.confusion.height()) + metrics.height()
    below = QPointF(squares["test"].left() + 1.5 * width, squares["test"].bottom() + 12).toPoint()
    QTest.mouseMove(plot.confusion, QPoint(1, 1))
    QTest.mouseMove(plot.confusion, below)
    assert plot.line_text() == "predicted class: Chinstrap penguin"
    QTest.mouseMove(plot.confusion, QPointF(squares["training"].left() - 12, squares["training"].top() + 5).toPoint())
    assert plot.line_text() == "true class: Adelie penguin"


def test_that_short_class_names_are_level(plot):
    metrics = caption_metrics()
    assert foot(["a", "b"], 60, metrics, 100) == metrics.height() + 2
    assert foot(["a" * 40, "b"], 60, metrics, 100) == 100  # as much as may be used
    assert foot(["a" * 40, "b"], 8, metrics, 100) == 2  # no room for names at all


def test_that_the_corner_has_room_for_every_number(plot, rng):
    """r² of 0.0008999 is wider than most numbers are."""
    true, noise = rng.normal(size=400), rng.normal(size=400)
    true, noise = true - true.mean(), noise - noise.mean()
    noise -= true * (true @ noise) / (true @ true)
    noise *= np.sqrt(true @ true / (noise @ noise))
    plot.show_predictions({"training": seen(true, noise + 0.03 * true)})
    plot.refresh()
    ((_, r2, squared),) = plot.points.scores()
    assert squared == "0.0008992"
    needed = [caption_metrics().horizontalAdvance(text) for text in (f"R² {r2}", f"r² {squared}")]
    assert plot.points.score_box.number_width() >= max(needed)


def test_that_axes_without_points_show_no_numbers(plot):
    plot.refresh()
    axes = (plot.points.left, plot.points.bottom)
    assert [axis.tick_values() for axis in axes] == [[], []]
    plot.show_predictions({"training": seen([1, 2, 3], [1, 2, 3])})
    plot.refresh()
    assert all(len(axis.tick_values()) > 1 for axis in axes)


def test_that_the_scores_stand_where_they_hide_the_fewest_points(rng):
    box, rect = ScoreBox(), QRectF(0, 0, 400, 300)
    box.scores = [SubsetScore("training", "0.5", "0.6"), SubsetScore("test", "0.4", "0.5")]
    along = rng.uniform(0, 1, 200)
    first = box.place(rect, 400 * along, 300 - 300 * along)  # along the diagonal
    assert (first.left(), first.top()) == (4, 4)
    upper_left = rng.uniform(10, 60, (2, 50))
    moved = box.place(rect, *upper_left)
    assert (moved.right(), moved.bottom()) == (396, 296)
    assert (
        box.place(rect, 400 - upper_left[0][:1], 300 - upper_left[1][:1]) == first
    )  # one point is worth a move to none
    few = np.array([20.0, 380.0]), np.array([20.0, 280.0])
    assert box.place(rect, *few) != first  # other corners are free
    narrow = box.place(QRectF(0, 0, first.width() - 20, 300), *few)
    assert narrow.right() <= first.width() - 20  # without the squared correlation
    box.forget()
    assert not box.scores
