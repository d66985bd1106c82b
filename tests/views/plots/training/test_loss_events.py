"""Smoothing, scales and what happened along the epochs, on the real loss plot."""

from __future__ import annotations

from collections import namedtuple
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mlp_gui.plotmath.smoothing import SmoothedSeries
from mlp_gui.views.plots.training.loss import LossPlot
from mlp_gui.views.theme.palette import LIGHT

Mark = namedtuple("Mark", "epoch kind text")


def history(train, validation=None):
    train = np.asarray(train, float)
    validation = np.full(len(train), np.nan) if validation is None else np.asarray(validation, float)
    return SimpleNamespace(epochs=np.arange(1.0, len(train) + 1), train_loss=train, validation_loss=validation)


@pytest.fixture
def plot(qtbot):
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(plot, given):
    plot.show_history(given)
    plot.refresh()
    QApplication.processEvents()
    return plot.axes.grab().toImage()


def test_that_smoothing_is_drawn_over_the_raw_curve_which_stays(plot, rng):
    given = history(1 + rng.random(200), 2 + rng.random(200))
    raw = shown(plot, given)
    plot.smoothing.choose(1)
    smooth = shown(plot, given)
    np.testing.assert_array_equal(plot.axes.curves["training"].y, given.train_loss)  # the raw curve is what was given
    wanted = SmoothedSeries().extend(given.epochs, given.train_loss, 10.0)
    np.testing.assert_array_equal(plot.axes.smooth["training"].y, wanted)
    assert raw != smooth
    assert "training smoothed" in plot.columns()
    plot.smoothing.choose(0)
    assert shown(plot, given) == raw


def test_that_symlog_shows_a_loss_of_zero(plot):
    given = history([100.0, 10.0, 1.0, 0.1, 0.0])
    plot.set_scales("linear", "symlog")
    shown(plot, given)
    assert not len(plot.axes.curves["training"].bad_x)
    assert "0" in plot.axes.left.tickStrings(plot.axes.left.tick_values(), 1, 1)
    plot.set_scales("linear", "log")
    shown(plot, given)
    assert plot.axes.curves["training"].bad_x.tolist() == [5.0]
    assert plot.log_y.isChecked()


@pytest.mark.parametrize("scale", ["linear", "log", "symlog"])
def test_that_every_scale_of_the_epochs_points_at_the_right_epoch(plot, scale):
    plot.set_scales(scale, "linear")
    shown(plot, history(np.linspace(5, 1, 60)))
    x = plot.axes.scales[0].transform(37.0)
    place = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(x, 3.0)))
    QTest.mouseMove(plot.axes.viewport(), QPoint(3, 3))
    QTest.mouseMove(plot.axes.viewport(), place)
    assert plot.line_text().startswith("epoch 37:")


def test_that_pauses_and_rates_are_marked_and_read_out(plot):
    plot.show_events(
        [Mark(20, "pause", "paused"), Mark(20, "rate", "rate 0.01 → 0.001"), Mark(20, "resume", "resumed")]
    )
    image = shown(plot, history(np.linspace(3, 1, 40)))
    foot = plot.axes.layer.mapToScene(plot.axes.layer.boundingRect().bottomLeft()).y()
    x = plot.axes.layer.mapToScene(plot.axes.pixel(20.0, 1.0)).x()
    assert _near_colour(image, int(x) + 2, int(foot) - 5, LIGHT.accent)
    place = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(20.0, 1.0)))
    QTest.mouseMove(plot.axes.viewport(), QPoint(3, 3))
    QTest.mouseMove(plot.axes.viewport(), QPoint(place.x(), int(foot) - 5))
    assert plot.line_text() == "after epoch 20: paused, rate 0.01 → 0.001, resumed"


def _near_colour(image, x, y, colour):
    wanted = QColor(colour).getRgb()[:3]
    for dx in range(-5, 6):
        for dy in range(-5, 6):
            found = image.pixelColor(x + dx, y + dy).getRgb()[:3]
            if sum(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 60:
                return True
    return False


def test_that_the_test_loss_and_the_weights_in_use_are_shown_at_the_end(plot):
    plot.show_best(12, 0.5, restored=True)
    plot.show_test(12, 0.8)
    image = shown(plot, history(np.linspace(3, 0.4, 30), np.linspace(3, 0.6, 30)))
    at = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(12.0, 0.8)))
    assert _near_colour(image, at.x(), at.y(), LIGHT.test) or _near_colour(image, at.x() + 4, at.y(), LIGHT.test)
    assert plot.axes.events.restored
    assert [key.text for key in plot.header.legend.shown_keys()] == ["training", "validation", "test"]


def test_that_following_the_end_shows_the_last_tenth(plot):
    plot.follow_end.setChecked(True)
    shown(plot, history(np.linspace(3, 1, 1000)))
    assert plot.axes.view()[:2] == pytest.approx((900, 1002))


def test_that_a_region_is_marked_and_taken_away(plot):
    given = history(np.linspace(3, 1, 50))
    before = shown(plot, given)
    plot.show_region((10, 30))
    assert shown(plot, given) != before
    plot.show_region(None)
    assert shown(plot, given) == before


# --- labels ---------------------------------------------------------------------------------------------------


def tutorial(rng, epochs=103, best=52):
    """Falling training loss, a validation loss that rises after its best epoch."""
    x = np.arange(1.0, epochs + 1)
    noise = 0.01 * rng.random((2, epochs))
    return history(0.6 + 0.8 * np.exp(-x / 25) + noise[0], 0.75 + 0.7 * np.exp(-x / 15) + 0.002 * x + noise[1])


def labels_of(plot, given):
    shown(plot, given)
    labels = plot.axes.labels
    room = plot.axes.box.rect()
    for k, box in enumerate(labels):
        assert room.contains(box)
        assert not any(box.intersects(other) for other in labels[:k])
    return labels


def runs_through(plot, box, given):
    """Whether any segment of a curve is in a box, worked out from the values."""
    for y in (given.train_loss, given.validation_loss):
        px, py = plot.axes.to_pixels(given.epochs, y)
        dense = np.linspace(px[0], px[-1], 4000)
        heights = np.interp(dense, px, py)
        inside = (dense > box.left()) & (dense < box.right()) & (heights > box.top()) & (heights < box.bottom())
        if inside.any():
            return True
    return False


@pytest.mark.parametrize(("best", "stop"), [(52, 103), (102, 103), (103, 103), (20, 21), (1, 103)])
@pytest.mark.parametrize("size", [(640, 400), (330, 220)])
def test_that_the_labels_of_best_and_stop_meet_neither_each_other_nor_a_curve(plot, rng, best, stop, size):
    plot.resize(*size)
    given = tutorial(rng)
    plot.show_best(best, 0.8022, restored=True)
    plot.show_stop(stop)
    labels = labels_of(plot, given)
    assert len(labels) == 2
    assert not any(runs_through(plot, box, given) for box in labels)


def test_that_twelve_rates_have_labels_where_there_is_room_and_all_are_read_out(plot, rng):
    marks = [Mark(5 + 8 * k, "rate", f"rate {0.1 / 2**k:g} → {0.05 / 2**k:g}") for k in range(12)]
    plot.show_events(marks)
    plot.show_best(52, 0.8)
    given = tutorial(rng)
    labels = labels_of(plot, given)
    texts = [box for box in labels if box.width() > 20 and box.bottom() > plot.axes.box.rect().height() - 40]
    assert len(texts) >= 2
    assert not any(runs_through(plot, box, given) for box in texts)
    foot = plot.axes.layer.mapToScene(plot.axes.layer.boundingRect().bottomLeft()).y()
    for mark in marks:
        place = plot.axes.mapFromScene(plot.axes.layer.mapToScene(plot.axes.pixel(float(mark.epoch), 1.0)))
        QTest.mouseMove(plot.axes.viewport(), QPoint(3, 3))
        QTest.mouseMove(plot.axes.viewport(), QPoint(place.x(), int(foot) - 5))
        assert plot.line_text() == f"after epoch {mark.epoch}: {mark.text}"


def test_that_a_label_stays_off_a_million_noisy_epochs(plot, rng):
    x = np.arange(1.0, 1_000_001)
    given = SimpleNamespace(epochs=x, train_loss=1.0 + 0.3 * rng.random(len(x)), validation_loss=2.0 + np.zeros(len(x)))
    plot.show_best(500_000, 2.0)
    [box] = labels_of(plot, given)
    for low, high in ((1.0, 1.3), (2.0, 2.0)):
        top, bottom = plot.axes.pixel(1.0, high).y(), plot.axes.pixel(1.0, low).y()
        assert box.bottom() < top or box.top() > bottom


def test_that_a_million_epochs_on_a_logarithmic_axis_are_a_line_without_gaps(plot):
    x = np.arange(1.0, 1_000_001)
    given = SimpleNamespace(epochs=x, train_loss=2 + np.log10(x), validation_loss=np.full(len(x), np.nan))
    plot.set_scales("log", "linear")
    image = shown(plot, given)
    left, right = (plot.axes.layer.mapToScene(plot.axes.pixel(at, 3.0)).x() for at in (0.05, 5.95))
    wanted = QColor(LIGHT.training).getRgb()[:3]
    for column in range(int(left), int(right)):
        found = (image.pixelColor(column, y).getRgb()[:3] for y in range(image.height()))
        assert any(sum(abs(a - b) for a, b in zip(rgb, wanted, strict=True)) < 200 for rgb in found), column
