"""The learning curves on the real widget: what is drawn is what was given, read back from the pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from mlp_gui.views.plots.training.loss import LossPlot
from mlp_gui.views.theme.palette import LIGHT


@dataclass
class Columns:
    epochs: np.ndarray
    train_loss: np.ndarray
    validation_loss: np.ndarray


def history(train, validation=None) -> Columns:
    train = np.asarray(train, float)
    validation = np.full(len(train), np.nan) if validation is None else np.asarray(validation, float)
    return Columns(np.arange(1.0, len(train) + 1), train, validation)


@pytest.fixture
def plot(qtbot):
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(600, 320)
    made.show()
    qtbot.waitExposed(made)
    return made


def painted(plot: LossPlot) -> QImage:
    plot.refresh()
    return plot.axes.grab().toImage()


def spot(plot: LossPlot, x: float, y: float) -> QPoint:
    """Where a value in the axes' units is in the pixels of the axes widget."""
    return plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(x, y)))


def near(image: QImage, place: QPoint, colour: str, reach: int = 2) -> bool:
    """Whether a pixel close to the place is like that colour."""
    wanted = QColor(colour)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            c = image.pixelColor(place.x() + dx, place.y() + dy)
            parts = zip((c.red(), c.green(), c.blue()), (wanted.red(), wanted.green(), wanted.blue()), strict=True)
            if sum(abs(a - b) for a, b in parts) < 60:
                return True
    return False


def test_that_the_curves_go_through_their_values(plot):
    train, validation = 1 + 1 / np.arange(1, 101), 2 + np.sin(np.arange(100) / 9)
    plot.show_history(history(train, validation))
    image = painted(plot)
    for epoch in (2, 15, 50, 99):
        assert near(image, spot(plot, epoch, train[epoch - 1]), LIGHT.training)
    hits = [near(image, spot(plot, e, validation[e - 1]), LIGHT.validation) for e in range(20, 90)]
    assert 0.5 < np.mean(hits) <= 1  # dashes
    assert not near(image, spot(plot, 50, 1.6), LIGHT.training)


def test_that_a_curve_drawn_in_pieces_equals_one_drawn_at_once(plot, qtbot):
    rng = np.random.default_rng(1)
    train, validation = rng.random(300) + 1, rng.random(300) + 2
    for count in range(250, 301):
        plot.show_history(history(train[:count], validation[:count]))
        plot.refresh()
        plot.axes.viewport().repaint()
    grown = np.array(_grey(plot.axes.grab().toImage()))
    for curve in plot.axes.curves.values():
        curve.invalidate()
    whole = np.array(_grey(painted(plot)))
    assert grown.shape == whole.shape
    assert np.mean(np.abs(grown.astype(int) - whole) > 90) < 0.002


def _grey(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].copy()


def test_that_a_reset_run_is_drawn_anew(plot):
    plot.show_history(history(np.linspace(2, 1, 50)))
    painted(plot)
    again = np.linspace(1, 2, 60)
    plot.show_history(history(again))
    image = painted(plot)
    assert near(image, spot(plot, 10, again[9]), LIGHT.training)
    assert not near(image, spot(plot, 10, 2 - 9 / 49), LIGHT.training)


def test_that_nan_makes_a_gap_a_cross_and_a_sentence(plot):
    train = np.ones(100)
    train[:5] = 0.5
    train[40:60] = np.nan
    plot.show_history(history(train))
    image = painted(plot)
    assert near(image, spot(plot, 30, 1.0), LIGHT.training)
    assert not near(image, spot(plot, 50, 1.0), LIGHT.training, reach=4)
    assert near(image, spot(plot, 50, 1.0) + QPoint(0, _bottom(plot) - 6 - spot(plot, 50, 1.0).y()), LIGHT.bad, reach=4)
    assert "20 values are not finite" in plot.line_text()


def _bottom(plot: LossPlot) -> int:
    return plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.layer.boundingRect().bottomLeft())).y()


def test_that_a_run_without_validation_rows_has_no_validation_curve(plot):
    plot.show_history(history([3, 2, 1]))
    painted(plot)
    assert [key.text for key in plot.header.legend.shown_keys()] == ["training"]
    assert "validation" not in plot.line_text()
    assert "not finite" not in plot.line_text()


def test_that_no_epoch_and_one_epoch_are_shown(plot):
    painted(plot)
    assert plot.line_text() == ""
    plot.show_history(history([0.5], [0.75]))
    image = painted(plot)
    assert near(image, spot(plot, 1, 0.5), LIGHT.training)
    assert near(image, spot(plot, 1, 0.75), LIGHT.validation)
    assert plot.line_text() == "epoch 1:  training 0.5000   validation 0.7500"


def test_that_a_spike_among_a_million_epochs_is_seen(plot):
    train = np.full(1_000_000, 1.0)
    train[700_000] = 5.0
    plot.show_history(history(train))
    image = painted(plot)
    assert near(image, spot(plot, 700_001, 4.5), LIGHT.training)
    assert near(image, spot(plot, 700_001, 3.0), LIGHT.training)
    assert not near(image, spot(plot, 690_000, 3.0), LIGHT.training)


def test_that_a_logarithmic_axis_is_one_and_says_what_it_cannot_show(plot, qtbot):
    train = 10.0 ** -np.linspace(0, 4, 100)
    train[20:22] = 0.0
    train[22] = -1
    plot.show_history(history(train))
    qtbot.mouseClick(plot.log_y, Qt.MouseButton.LeftButton)
    image = painted(plot)
    for epoch in (10, 60, 99):
        assert near(image, spot(plot, epoch, math.log10(train[epoch - 1])), LIGHT.training)
    assert "3 values are 0 or less" in plot.line_text()
    qtbot.mouseClick(plot.log_x, Qt.MouseButton.LeftButton)
    image = painted(plot)
    assert near(image, spot(plot, math.log10(60), math.log10(train[59])), LIGHT.training)
    assert [float(t) for t in plot.axes.bottom.tickStrings(plot.axes.bottom.tick_values(), 1, 1)][:1] == [1]


def test_that_the_pointer_reads_the_exact_numbers(plot):
    train, validation = np.array([0.9, 0.812345678, 0.7]), np.array([1.0, 0.923456789, 0.95])
    plot.show_history(history(train, validation))
    painted(plot)
    QTest.mouseMove(plot.axes.viewport(), spot(plot, 2.2, 0.9))
    assert plot.line_text() == "epoch 2:  training 0.81234568   validation 0.92345679"
    QTest.mouseMove(plot.axes.viewport(), spot(plot, 40, 0.9))
    QTest.mouseMove(plot.axes.viewport(), QPoint(2, 2))
    assert plot.line_text().startswith("epoch 3")


def test_that_best_stop_patience_and_test_are_marked(plot):
    plot.show_history(history(np.linspace(2, 1, 100), np.linspace(2, 1.5, 100)))
    plot.show_best(52, 0.8022)
    plot.show_early_stopping(20)
    plot.show_stop(93)
    plot.show_test(100, 1.8)
    image = painted(plot)
    assert near(image, spot(plot, 52, 1.1), LIGHT.good, reach=4)
    assert near(image, spot(plot, 93, 1.1), LIGHT.muted)
    assert near(image, spot(plot, 100, 1.8), LIGHT.test, reach=5)
    assert image.pixelColor(spot(plot, 65, 1.23)) == QColor(LIGHT.surface)
    assert image.pixelColor(spot(plot, 80, 1.23)) != QColor(LIGHT.surface)
    assert "test" in [key.text for key in plot.header.legend.shown_keys()]


def test_that_no_label_hides_a_spike(plot):
    train = np.full(1000, 1.0)
    train[515] = 5.0
    plot.show_history(history(train))
    plot.show_best(500, 1.0)
    image = painted(plot)
    top = spot(plot, 516, 5.0)
    assert all(near(image, top + QPoint(0, dy), LIGHT.training) for dy in range(2, 40, 3))


def test_that_zooming_stops_following_and_a_double_click_goes_back(plot, qtbot):
    plot.show_history(history(np.linspace(2, 1, 100)))
    painted(plot)
    whole = plot.axes.view()
    plot.axes.box.scaleBy((0.5, 0.5))
    plot.axes.box.sigRangeChangedManually.emit([True, True])
    zoomed = plot.axes.view()
    assert zoomed != whole
    plot.show_history(history(np.linspace(2, 1, 500)))
    painted(plot)
    assert plot.axes.view() == zoomed
    qtbot.mouseDClick(plot.axes.viewport(), Qt.MouseButton.LeftButton, pos=spot(plot, *_middle(zoomed)))
    assert plot.axes.view()[1] >= 500


def _middle(view):
    return (view[0] + view[1]) / 2, (view[2] + view[3]) / 2


def test_that_the_wheel_zooms(plot, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    plot.show_history(history(np.linspace(2, 1, 100)))
    painted(plot)
    place = QPointF(spot(plot, 50, 1.5))
    event = QWheelEvent(
        place, plot.axes.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plot.axes.viewport(), event)
    assert plot.axes.user_zoomed
    assert plot.extra_actions()[0].isEnabled()


def test_that_the_axis_stands_still_while_a_run_grows(plot):
    train = 1 / np.arange(1, 1001) ** 0.3
    widths, ranges = set(), set()
    for count in range(10, 1001, 10):
        plot.show_history(history(train[:count]))
        plot.refresh()
        widths.add(plot.axes.box.rect().width())
        ranges.add(plot.axes.view())
    assert len(widths) == 1
    assert len(ranges) < 40


def test_that_the_csv_holds_every_epoch(plot):
    plot.show_history(history([0.5, 0.25], [np.nan, 0.1]))
    assert plot.csv().decode() == "epoch,training,validation\n1.0,0.5,\n2.0,0.25,0.1\n"


def test_that_clear_forgets_everything(plot):
    plot.show_history(history([3, 2, 1]))
    plot.show_best(2, 2.0)
    painted(plot)
    plot.clear()
    painted(plot)
    assert plot.line_text() == ""
    assert plot.csv() == b"epoch,training,validation\n"


@pytest.mark.parametrize("epochs", [980, 9_800, 98_000, 980_000])
def test_that_the_last_number_of_the_axis_is_whole(plot, epochs):
    plot.show_history(history(np.linspace(2, 1, epochs)))
    painted(plot)
    axis = plot.axes.bottom
    surface = QPixmap(10, 10)
    painter = QPainter(surface)
    texts = {text: rect for rect, _, text in axis.generateDrawSpecs(painter)[2]}
    painter.end()
    assert f"{10 ** len(str(epochs)):,}" in texts
    assert all(axis.mapRectToScene(rect).right() <= plot.axes.width() for rect in texts.values())


@pytest.mark.parametrize("after", [60, 10, 1, 0, None])
def test_that_the_pointer_may_lie_where_the_curves_have_just_ended(plot, after):
    """The history has changed and the next frame has not come yet, when the pointer moves or the axes repaint."""
    plot.show_history(history(np.linspace(2.0, 1.0, 100)))
    plot.refresh()
    QTest.mouseMove(plot.axes.viewport(), spot(plot, 95, 1.05))
    assert "95" in plot.hover_text[0]
    if after is None:
        plot.clear()
    else:
        plot.show_history(history(np.linspace(2.0, 1.0, after)))
    plot.axes.grab()
    for epoch in (97, 90, 50, 3):
        QTest.mouseMove(plot.axes.viewport(), spot(plot, epoch, 1.5))
        assert not (said := plot.hover_text[0]) or float(said.split(":")[0].split()[1]) <= (after or 0)
    plot.refresh()
    plot.axes.grab()
