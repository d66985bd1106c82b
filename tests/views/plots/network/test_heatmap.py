"""Heatmaps on the real widget: the colour of every cell is the colour of its number, read back from the pixels."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from mlp_gui.views.charts.class_names import foot, is_level
from mlp_gui.views.charts.colour_scale import (
    StableColourScale,
    colour_indices,
    colour_table,
    largest_magnitude,
    shrink_by_magnitude,
)
from mlp_gui.views.plots.network.heatmap_layout import boxes
from mlp_gui.views.plots.network.parameters import GradientsPlot, WeightsPlot
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import DARK, LIGHT, mix_colours
from mlp_gui.views.theme.style import caption_metrics

SIZES = (3, 4, 2)
INPUTS, OUTPUTS = ("tide_cm", "rel_hum", "species = setosa"), ("yes", "no")


@pytest.fixture
def plot(qtbot):
    made = WeightsPlot()
    qtbot.addWidget(made)
    made.resize(520, 320)
    made.show_network(SIZES, INPUTS, OUTPUTS)
    made.show()
    qtbot.waitExposed(made)
    return made


def snapshot(flat, epoch=7, batch=0):
    flat = np.asarray(flat, float)
    return SimpleNamespace(theta=flat, gradient=flat, epoch=epoch, batch=batch)


def centre(plot, layer: int, row: int, column: int) -> QPoint:
    box = plot.canvas.boxes()[layer]
    x = box.cells.left() + (column + 0.5) * box.column_width
    y = box.bias.center().y() if row == box.fan_in else box.cells.top() + (row + 0.5) * box.row_height
    return QPoint(round(x), round(y))


def cell_colour(plot, layer: int, row: int, column: int) -> QColor:
    return plot.canvas.grab().toImage().pixelColor(centre(plot, layer, row, column))


def wanted(value: float, limit: float, palette=LIGHT) -> QColor:
    end = palette.negative if value < 0 else palette.positive
    return QColor(mix_colours(palette.neutral, end, abs(value) / limit))


def alike(a: QColor, b: QColor, tolerance: int = 4) -> bool:
    return all(abs(p - q) <= tolerance for p, q in zip(a.getRgb(), b.getRgb(), strict=True))


def test_that_every_cell_has_the_colour_of_its_number(plot, rng):
    flat = rng.uniform(-1, 1, 4 * 4 + 5 * 2)
    flat[0] = 1.0
    flat[16] = -2.0
    plot.show_snapshot(snapshot(flat))
    plot.refresh()
    image = plot.canvas.grab().toImage()
    matrices = flat[:16].reshape(4, 4), flat[16:].reshape(5, 2)
    for layer, (matrix, limit) in enumerate(zip(matrices, (1.0, 2.0), strict=True)):
        for (row, column), value in np.ndenumerate(matrix):
            seen = image.pixelColor(centre(plot, layer, row, column))
            assert alike(seen, wanted(value, limit)), (layer, row, column)


def test_that_one_scale_for_all_layers_shows_small_layers_pale(plot, qtbot):
    flat = np.full(26, 0.1)
    flat[16:] = 1.0
    plot.show_snapshot(snapshot(flat))
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 0), wanted(0.1, 0.1))
    qtbot.mouseClick(plot.shared, Qt.MouseButton.LeftButton)
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 0), wanted(0.1, 1.0))
    assert alike(cell_colour(plot, 1, 0, 0), wanted(1.0, 1.0))


def test_that_the_pointer_names_what_it_is_on(plot):
    flat = np.arange(26) / 100
    plot.show_snapshot(snapshot(flat))
    plot.refresh()
    QTest.mouseMove(plot.canvas, centre(plot, 0, 1, 2))
    assert plot.line_text() == "layer 1: rel_hum → unit 3 = 0.06"
    QTest.mouseMove(plot.canvas, centre(plot, 0, 3, 0))
    assert plot.line_text() == "layer 1: bias → unit 1 = 0.12"
    QTest.mouseMove(plot.canvas, centre(plot, 1, 3, 1))
    assert plot.line_text() == "layer 2: unit 4 → no = 0.23"
    QTest.mouseMove(plot.canvas, QPoint(3, 3))
    assert plot.line_text() == "epoch 7"


def test_that_the_read_out_follows_the_training(plot):
    plot.show_snapshot(snapshot(np.zeros(26)))
    plot.refresh()
    QTest.mouseMove(plot.canvas, centre(plot, 0, 0, 0))
    plot.show_snapshot(snapshot(np.full(26, -0.5), 8))
    plot.refresh()
    assert plot.line_text() == "layer 1: tide_cm → unit 1 = -0.5"


def test_that_numbers_which_are_not_finite_are_red_and_counted(plot):
    flat = np.full(26, 0.5)
    flat[[1, 20]] = np.nan, np.inf
    plot.show_snapshot(snapshot(flat))
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 1), QColor(LIGHT.bad))
    assert alike(cell_colour(plot, 0, 0, 0), wanted(0.5, 0.5))
    assert plot.line_text() == "2 numbers are not finite (red)"


def test_that_all_zeros_are_neutral(plot):
    plot.show_snapshot(snapshot(np.zeros(26), 0))
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 0), QColor(LIGHT.neutral))


def test_that_colours_follow_the_palette(plot, qapp):
    plot.show_snapshot(snapshot(np.full(26, 0.5)))
    plot.refresh()
    try:
        style.apply(qapp, DARK)
        plot.refresh()
        assert alike(cell_colour(plot, 0, 0, 0), wanted(0.5, 0.5, DARK))
    finally:
        style.apply(qapp, LIGHT)


def test_that_a_large_layer_says_what_a_cell_is(qtbot, rng):
    plot = WeightsPlot()
    qtbot.addWidget(plot)
    plot.resize(360, 220)
    plot.show_network((784, 300, 10))
    plot.show()
    flat = rng.normal(size=785 * 300 + 301 * 10)
    plot.show_snapshot(snapshot(flat))
    plot.refresh()
    assert "each cell: largest of up to" in plot.line_text()


def test_that_another_network_begins_anew(plot):
    plot.show_snapshot(snapshot(np.ones(26)))
    plot.refresh()
    plot.show_network((2, 1), ("a", "b"), ("y",))
    plot.show_snapshot(snapshot([0.25, -0.25, 0.125]))
    plot.refresh()
    assert alike(cell_colour(plot, 0, 1, 0), wanted(-0.25, 0.25))


def test_that_gradients_wait_for_the_first_batch(qtbot):
    plot = GradientsPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 260)
    plot.show_network((1, 1))
    plot.show_snapshot(snapshot([0, 0], epoch=0, batch=0))
    plot.show()
    plot.refresh()
    assert plot.line_text() == ""
    plot.show_snapshot(snapshot([1e-7, -1e-7], epoch=0, batch=1))
    plot.refresh()
    assert plot.line_text() == "epoch 0, batch 1"
    assert alike(cell_colour(plot, 0, 0, 0), wanted(1, 1))


def test_that_the_csv_names_every_weight(plot):
    plot.show_snapshot(snapshot(np.arange(26)))
    lines = plot.csv().decode().splitlines()
    assert lines[0] == "layer,from,to,weights"
    assert lines[1] == "1,tide_cm,unit 1,0.0"
    assert lines[16] == "1,bias,unit 4,15.0"
    assert lines[26] == "2,bias,no,25.0"


# --- scales and layout, without a widget ---------------------------------------------------------------------


def test_that_a_steady_scale_grows_at_once_and_shrinks_late():
    scale = StableColourScale()
    assert scale.update_limit(0.0) == 0
    assert scale.update_limit(0.9) == 1
    assert scale.update_limit(1.1) == 1.25
    for _ in range(StableColourScale.PATIENCE - 1):
        assert scale.update_limit(0.2) == 1.25
    assert scale.update_limit(0.2) == 0.2
    assert scale.update_limit(np.nan) == 0.2
    scale.update_limit(5.0)
    assert scale.shrink_now(0.2)
    assert scale.limit == 0.2
    assert not scale.shrink_now(0.2)


def test_that_colours_settle_when_the_run_rests(plot, qtbot):
    plot.show_snapshot(snapshot(np.full(26, 1.0)))
    plot.refresh()
    plot.show_snapshot(snapshot(np.full(26, 0.1), 8))
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 0), wanted(0.1, 1.0))
    qtbot.waitUntil(plot.is_due, timeout=20_000)
    plot.refresh()
    assert alike(cell_colour(plot, 0, 0, 0), wanted(0.1, 0.1))


def test_that_the_table_of_colours_is_neutral_in_its_middle():
    table = colour_table(LIGHT)
    assert table[128] == 0xFF000000 | int(LIGHT.neutral[1:], 16)
    assert table[1] == 0xFF000000 | int(LIGHT.negative[1:], 16)
    assert table[255] == 0xFF000000 | int(LIGHT.positive[1:], 16)


@given(arrays(np.float64, (3, 4), elements=st.floats(-10, 10)))
def test_that_indices_are_in_proportion_and_centred(values: np.ndarray):
    found = colour_indices(values, 10.0).astype(float)
    assert np.all(np.abs(found - 128 - 12.7 * values) <= 0.5 + 1e-9)


@given(arrays(np.float64, st.tuples(st.integers(1, 40), st.integers(1, 40)), elements=st.floats(-10, 10)))
def test_that_shrinking_keeps_the_strongest(values: np.ndarray):
    small = shrink_by_magnitude(values, 7, 5)
    assert small.shape[0] <= 7
    assert small.shape[1] <= 5
    assert np.abs(small).max() == np.abs(values).max()
    assert set(small.ravel()) <= set(values.ravel())


def test_that_the_largest_magnitude_ignores_what_is_not_finite():
    assert largest_magnitude(np.array([1.0, -3.0, np.nan, np.inf])) == 3
    assert largest_magnitude(np.array([np.nan])) == 0
    assert largest_magnitude(np.zeros((0,))) == 0


@given(
    st.lists(st.integers(1, 300), min_size=2, max_size=14),
    st.integers(220, 1600),
    st.integers(110, 900),
)
def test_that_boxes_lie_inside_and_do_not_overlap(sizes: list[int], width: int, height: int):
    found = boxes(tuple(sizes), width, height, left=60, foot=16, scale=1.0)
    assert len(found) == len(sizes) - 1
    for box in found:
        for part in (box.cells, box.bias, box.bar):
            assert part.left() >= -0.5
            assert part.right() <= width + 0.5
            assert part.bottom() <= height + 0.5
        assert box.cells.bottom() < box.bias.top()
        assert box.bias.bottom() <= box.bar.top() + 0.5
    for a, b in pairwise(found):
        assert a.cells.right() < b.cells.left() or a.bar.bottom() <= b.head.top() + 0.5


@pytest.mark.parametrize(("names", "wide"), [(("a", "b", "c"), True), (("Adelie", "Chinstrap", "Gentoo"), False)])
def test_that_names_of_classes_below_narrow_columns_are_slanted_and_inside(qtbot, names, wide):
    plot = WeightsPlot()
    qtbot.addWidget(plot)
    plot.resize(460, 230)
    plot.show_network((4, 16, 8, 3), [f"input {k}" for k in range(4)], names)
    plot.show()
    plot.show_snapshot(snapshot(np.linspace(-1, 1, 5 * 16 + 17 * 8 + 9 * 3), 1))
    plot.refresh()
    plot.grab()
    box, metrics = plot.canvas.boxes()[-1], caption_metrics()
    assert is_level(names, box.column_width, metrics) is wide
    room = box.bar.top() - box.bias.bottom()
    assert room >= foot(names, box.column_width, metrics, 0.3 * plot.canvas.height()) - 1
    image, below = plot.canvas.grab().toImage(), 0
    for x in range(int(box.cells.left()) - 20, int(box.cells.right())):
        for y in range(int(box.bias.bottom()) + 2, int(box.bar.top()) - 1):
            below += image.pixelColor(x, y).lightness() < 150
    assert below > 15  # there is text
