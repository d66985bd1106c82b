"""The prediction profiler: curves are what the network answers, and every way to move the point moves it alike."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.paths import TESTS
from helpers.plot_cases import answering, shown
from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.preprocessing.spec import SplitConfig
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.views.plots.inspection import what_if

PASSENGERS = TESTS / "data" / "cases" / "gaps" / "passengers.csv"


def numbers_scene(inputs=3, rows=40):
    x = np.random.default_rng(0).uniform(-1, 1, (rows, inputs))
    part = SubsetData(x, x[:, :1] * 2, np.arange(rows) + 10)
    none = SubsetData(x[:0], np.zeros((0, 1)), np.arange(0))
    names = tuple(f"x{k}" for k in range(inputs))
    return RunContext(Dataset(part, none, none, names, ("y",), Task.REGRESSION), None, RunConfig(), (inputs, 3, 1))


@pytest.fixture
def plot(qtbot):
    context = numbers_scene()
    plot = shown(qtbot, "what_if", context)
    plot.update_plot(answering(context, lambda x: (x[:, :1] - 2 * x[:, 1:2]) ** 2))
    plot.refresh()
    return plot


def passengers():
    table = read_table(PASSENGERS)
    prepared = prepare(table, suggest_spec(table, ("y",)).replace(split=SplitConfig(method="file_order")))
    names = list(prepared.pipeline.feature_names)
    return table, names, RunContext(prepared.dataset, prepared, RunConfig(), (len(names), 3, 1))


def test_that_a_moved_value_is_not_empty(qtbot):
    table, names, context = passengers()
    plot = shown(qtbot, "what_if", context)
    plot.set_row(4)
    flag = names.index("age was empty")
    assert np.isnan(table.frame["age"].iloc[4])
    assert plot.values[flag] == 1
    assert set(plot.panels) == {"age", "deck", "fare", "member", "subscribed"}
    plot.panels["fare"].curve.setValue(10)
    assert plot.values[flag] == 1
    plot.panels["age"].curve.setValue(10)
    assert plot.values[flag] == 0


def test_that_a_category_sets_the_features_that_the_pipeline_gives_it(qtbot):
    table, names, context = passengers()
    plot = shown(qtbot, "what_if", context)
    panel = plot.panels["deck"]
    cells = table.frame["deck"]  # one category stands for empty cells
    own = [k for k, name in enumerate(names) if name.startswith("deck = ")]
    for word in panel.words.texts():
        panel.words.choose(panel.words.texts().index(word))
        if word == panel.words.texts()[0]:
            panel.curve.setValue(1)
            panel.curve.setValue(0)
        row = int(np.flatnonzero(cells == word if (cells == word).any() else cells.isna())[0])
        subsets = context.dataset.subsets.values()
        held = next(s.x[list(s.row_numbers).index(row)] for s in subsets if row in s.row_numbers)
        assert plot.values[own] == pytest.approx(held[own])
        plot.refresh()
        assert panel.curve.value() == panel.words.index()


def test_that_the_curves_are_what_is_predicted_at_the_point(plot):
    point = plot.values.copy()
    _, profiles = plot.profiler.profiles()
    for k, profile in enumerate(profiles):
        for place, answer in zip(profile.places, profile.answers[:, 0], strict=True):
            row = point.copy()
            row[k] = place
            assert abs(answer - (row[0] - 2 * row[1]) ** 2) < 1e-12
    assert np.array_equal(plot.values, point)


def test_that_keys_mouse_and_typing_move_the_point(plot):
    panel = plot.panels["x1"]
    panel.curve.setFocus()
    before = plot.values[1]
    low, high = panel.one.span
    QTest.keyClick(panel.curve, Qt.Key.Key_Right)
    assert 0 < plot.values[1] - before < 0.011 * (high - low)
    QTest.keyClick(panel.curve, Qt.Key.Key_Home)
    assert plot.values[1] == pytest.approx(low)
    plot.refresh()
    assert plot.line_text() == "outside the training range: x1"
    assert "outside the training range" in panel.curve.accessibleDescription()

    QTest.mousePress(panel.curve, Qt.MouseButton.LeftButton, pos=QPoint(panel.curve.width() // 2, 30))
    middle = plot.values[1]
    QTest.mouseMove(panel.curve, QPoint(panel.curve.width() - 12, 30))
    QApplication.processEvents()
    QTest.mouseRelease(panel.curve, Qt.MouseButton.LeftButton, pos=QPoint(panel.curve.width() - 12, 30))
    assert low < middle < plot.values[1] <= high

    QTest.keyClicks(panel.field, "")
    panel.field.selectAll()
    QTest.keyClicks(panel.field, "0.123")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert plot.values[1] == 0.123
    plot.refresh()
    assert panel.field.text() == "0.123"
    panel.field.selectAll()
    QTest.keyClicks(panel.field, "many")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert plot.values[1] == 0.123
    assert "no number" in panel.field.toolTip() or "not a number" in panel.field.toolTip()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == "0.123"


def test_that_the_inputs_stand_in_column_order_or_by_their_effect(plot):
    plot.set_row(10)
    plot.refresh()

    def order():
        return [p.one.name for p in sorted(plot.panels.values(), key=lambda p: (p.y(), p.x()))]

    QApplication.processEvents()
    assert order() == ["x0", "x1", "x2"]
    plot.order.choose(1)
    plot.refresh()
    QApplication.processEvents()
    assert order() == ["x1", "x0", "x2"]


def test_that_bands_are_the_promised_intervals(plot):
    context = plot.profiler.context
    interval = PredictionInterval(0.9, np.array([0.25]))
    plot.update_plot(answering(context, lambda x: x[:, :1] * 2, interval))
    plot.refresh()
    _, profiles = plot.profiler.profiles()
    low, high = profiles[0].ends
    assert np.allclose(low, profiles[0].answers - 0.25)
    assert np.allclose(high, profiles[0].answers + 0.25)
    assert "(90 %)" in plot.answer.text()


def test_that_the_nearest_training_rows_can_be_chosen(plot, qtbot):
    plot.show_selection(np.array([17]))
    plot.refresh()
    near = plot.profiler.near_rows()
    x = plot.profiler.context.dataset.train.x
    nearest = np.argsort(((x - x[7]) ** 2).sum(axis=1))[:3]
    assert [one.row for one in near] == (nearest + 10).tolist()
    assert near[0].distance == 0
    assert near[0].true == pytest.approx([2 * x[7, 0]])
    with qtbot.waitSignal(plot.rows_chosen) as chosen:
        QTest.mouseClick(plot.near.buttons[0], Qt.MouseButton.LeftButton)
    assert chosen.args[0].tolist() == [17]
    assert plot.near.buttons[0].text().startswith("row 18: ")


def test_that_of_many_rows_the_nearest_are_looked_for_when_the_point_rests(plot, monkeypatch):
    monkeypatch.setattr(what_if, "LIVE_NUMBERS", 10)
    first = plot.near.buttons[0].text()
    plot.panels["x0"].curve.setValue(0)
    plot.panels["x1"].curve.setValue(0)
    plot.refresh()
    assert plot.near.buttons[0].text() == first
    assert not plot.near.isEnabled()
    plot.finish_animation()
    assert plot.near.isEnabled()
    assert plot.near.buttons[0].text().startswith(f"row {plot.profiler.near_rows()[0].row + 1}: ")
    assert plot.near.buttons[0].text() != first


def test_that_thirty_inputs_are_predicted_in_one_batch_and_drawn_within_a_frame(qtbot):
    calls = []
    context = numbers_scene(30)
    plot = shown(qtbot, "what_if", context)

    def answer(x):
        calls.append(len(x))
        return np.tanh(x).sum(axis=1, keepdims=True)

    plot.update_plot(answering(context, answer))
    plot.refresh()
    assert len(calls) == 1
    began = time.process_time()
    for k in range(10):
        plot.panels["x3"].curve.setValue(20 + k)
        plot.refresh()
        plot.panels["x3"].grab()
    assert (time.process_time() - began) / 10 < 0.2  # 10 ms by itself; the rest is for a busy machine
