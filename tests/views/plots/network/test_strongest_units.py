"""Large layers in pictures: the strongest units, from the strongest on, with their names; all of them on request."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from mlp_gui.engine.network.parameter_layout import ParameterLayout
from mlp_gui.views.plots.network.parameters import GradientsPlot, WeightsPlot
from mlp_gui.views.plots.network.strongest_units import strongest_units

SIZES = (3, 64, 64, 1)


def snapshot(flat):
    return SimpleNamespace(theta=flat, gradient=-flat, epoch=1, batch=0)


@pytest.fixture
def theta(rng):
    flat = rng.normal(0, 0.01, ParameterLayout(SIZES).n_parameters)
    first, second, third = ParameterLayout(SIZES).split(flat)
    for place, unit in enumerate((40, 7, 21)):  # from the strongest on
        first[:-1, unit] = second[unit] = 3.0 - place
    third[50] = second[:-1, 50] = 5.0
    return flat


@pytest.fixture(params=[WeightsPlot, GradientsPlot])
def plot(request, qtbot, theta):
    made = request.param()
    qtbot.addWidget(made)
    made.resize(700, 320)
    made.show_network(SIZES, ("a", "b", "c"), ("y",))
    made.show()
    qtbot.waitExposed(made)
    shown = snapshot(theta)
    made.update_plot(SimpleNamespace(displayed=shown, last=shown))
    made.draw()
    return made


def read(plot, layer: int, row: int, column: int) -> str:
    box = plot.canvas.boxes()[layer]
    x = box.cells.left() + (column + 0.5) * box.column_width
    y = box.cells.top() + (row + 0.5) * box.row_height
    QTest.mouseMove(plot.canvas, QPoint(1, 1))  # Qt passes on nothing where the pointer has not moved
    QTest.mouseMove(plot.canvas, QPoint(round(x), round(y)))
    return plot.line_text()


def test_that_the_strongest_units_come_first_and_keep_their_names(plot, theta):
    assert [box.fan_out for box in plot.canvas.boxes()] == [16, 16, 1]
    assert "the 16 strongest units" in plot.line_text()
    sign = 1 if isinstance(plot, WeightsPlot) else -1
    for place, unit in enumerate((40, 7, 21)):
        assert read(plot, 0, 1, place) == f"layer 1: b → unit {unit + 1} = {sign * (3 - place)}"
    assert read(plot, 1, 0, 0).startswith("layer 2: unit 41 → unit 51")


def test_that_all_units_are_shown_on_request(plot):
    assert plot.strongest.isVisible()
    plot.strongest.click()
    plot.draw()
    assert [box.fan_out for box in plot.canvas.boxes()] == [64, 64, 1]
    assert "strongest units" not in plot.line_text()
    assert read(plot, 0, 1, 0).startswith("layer 1: b → unit 1 = ")
    plot.show_network((3, 8, 1))
    assert not plot.strongest.isVisible(), "nothing to leave out"


def test_that_units_keep_their_places_while_a_run_goes_on(plot, theta):
    later = theta.copy()
    ParameterLayout(SIZES).split(later)[0][:-1, 7] = 9.0
    plot.update_plot(SimpleNamespace(displayed=snapshot(later), last=snapshot(later)))
    plot.draw()
    assert "unit 41" in read(plot, 0, 1, 0)
    plot.finish_animation()
    plot.draw()
    assert "unit 8 " in read(plot, 0, 1, 0), "at rest they are sorted anew"


def test_that_strength_is_what_arrives_times_what_leaves(theta):
    matrices = ParameterLayout(SIZES).split(theta)
    shown = strongest_units(SIZES, matrices)
    for k in (1, 2):
        arriving, leaving = np.abs(matrices[k - 1][:-1]).sum(axis=0), np.abs(matrices[k][:-1]).sum(axis=1)
        assert shown[k].tolist() == np.argsort(-arriving * leaving, kind="stable")[:16].tolist()
    assert [len(units) for units in shown] == [3, 16, 16, 1]
