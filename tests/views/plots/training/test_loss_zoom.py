"""The learning curves under a wheel that is turned far too often: they are drawn, and soon."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from mlp_gui.plotmath.decimate import dash_segments
from mlp_gui.plotmath.scales import Scale
from mlp_gui.plotmath.ticks import log_ticks
from mlp_gui.views.charts.markers import DASH_ON, DASH_PERIOD
from mlp_gui.views.plots import all_plots

NOTCH = 120


@pytest.fixture
def plot(qtbot):
    made = all_plots().create("loss")
    qtbot.addWidget(made)
    made.resize(520, 340)
    made.show()
    qtbot.waitExposed(made)
    epochs = np.arange(1, 101.0)
    made.show_history(SimpleNamespace(epochs=epochs, train_loss=1 / epochs, validation_loss=2 / epochs))
    return made


def turn(plot, delta):
    at = plot.axes.viewport().rect().center()
    place, nothing = QPointF(plot.axes.viewport().mapToGlobal(at)), QPoint()
    none = Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(at), place, nothing, QPoint(0, delta), Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(plot.axes.viewport(), event)


@pytest.mark.parametrize("scale", ["linear", "log", "symlog"])
@pytest.mark.parametrize("delta", [NOTCH, -NOTCH], ids=["in", "out"])
def test_that_the_wheel_can_be_turned_as_often_as_one_likes(plot, scale, delta):
    plot.set_scales(scale, scale)
    plot.refresh()
    for k in range(400):
        turn(plot, delta)
        if k % 20 == 0 or k > 390:
            plot.refresh()
            plot.grab()
    x0, x1, _, _ = plot.axes.view()
    assert (x1 - x0 < 1e-6) if delta > 0 else (x1 - x0 > 1e12)


def test_that_a_line_that_is_zoomed_into_is_cut_into_the_dashes_that_can_be_seen():
    x, y = dash_segments(np.array([-1e9, 1e9]), np.array([0.0, 100.0]), DASH_PERIOD, DASH_ON, 1e12)
    assert len(x) < 10_000
    seen = (x[:, 0] >= 0) & (x[:, 1] <= 500)
    assert seen.sum() == pytest.approx(500 / DASH_PERIOD, abs=2)
    assert y[seen] == pytest.approx(50.0, abs=1e-4)


@pytest.mark.parametrize(("low", "high"), [(-1e12, 1e12), (350.0, 360.0), (-1e9, -1e8), (-1.0, 1e9)])
def test_that_logarithmic_axes_far_outside_of_numbers_have_few_labels(low, high):
    assert len(log_ticks(low, high, 6)) <= 7
    assert len(Scale("symlog", 1.0).ticks(low, high, 6)) <= 9
