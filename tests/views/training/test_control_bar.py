"""The control bar offers in each phase what is possible, says why the rest is not, and never moves."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.core.params import Param
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT
from mlp_gui.views.training.control_bar import PRIMARY, ControlBar
from mlp_gui.views.training.progress import pace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    made = ControlBar()
    qtbot.addWidget(made)
    made.resize(1024, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("phase", "word", "signal"),
    [
        ("empty", "Train", "train_requested"),
        ("ready", "Train", "train_requested"),
        ("running", "Stop", "stop_requested"),
        ("paused", "Resume", "train_requested"),
        ("finished", "Resume", "train_requested"),
        ("failed", "Resume", "train_requested"),
    ],
)
def test_that_the_primary_button_trains_stops_or_goes_on(phase, word, signal, bar, qtbot) -> None:
    bar.show_phase(phase, {})
    qtbot.waitUntil(lambda: bar.is_settled, timeout=20_000)
    assert bar.primary.text() == word
    with qtbot.waitSignal(getattr(bar, signal), timeout=20_000):
        qtbot.mouseClick(bar.primary, LEFT)


@pytest.mark.parametrize(("before", "after"), [("running", "finished"), ("ready", "running"), ("paused", "running")])
def test_that_a_click_just_after_the_word_has_changed_does_nothing(before, after, bar, qtbot) -> None:
    """It was aimed at what the button said before: the run may have ended by itself a moment ago."""
    bar.show_phase(before, {})
    qtbot.waitUntil(lambda: bar.is_settled, timeout=20_000)
    bar.show_phase(after, {})
    asked = []
    bar.stop_requested.connect(lambda: asked.append("stop"))
    bar.train_requested.connect(lambda: asked.append("train"))
    qtbot.mouseClick(bar.primary, LEFT)
    assert asked == []
    bar.show_phase(after, {})  # the same again is no change
    qtbot.waitUntil(lambda: bar.is_settled, timeout=20_000)
    qtbot.mouseClick(bar.primary, LEFT)
    assert asked == ["stop" if after == "running" else "train"]


def test_that_export_stands_apart_and_is_there_as_soon_as_something_was_trained(bar, qtbot) -> None:
    bar.show_phase("ready", {"export": "The network has not been trained yet."})
    assert not bar.export.isEnabled()
    bar.show_phase("finished", {})
    with qtbot.waitSignal(bar.export_requested, timeout=20_000):
        qtbot.mouseClick(bar.export, LEFT)
    bar.grab()
    assert bar.export.x() > bar.state.geometry().right() > bar.primary.geometry().right()


def test_that_nothing_moves_from_phase_to_phase(bar) -> None:
    places = set()
    for phase in PRIMARY:
        bar.show_phase(phase, {})
        bar.show_progress(7 if phase == "ready" else 1000, 1000, 6123.0 if phase == "running" else math.nan, 12.0)
        bar.grab()
        parts = (bar.primary, bar.step, bar.reset, bar.counter, bar.progress, bar.state, bar.export)
        places.add(tuple(part.geometry().getRect() for part in parts))
    assert len(places) == 1


def test_that_a_disabled_button_says_why(bar, qtbot) -> None:
    bar.show_phase("running", {"step": "Stop the run first.", "reset": "Stop the run first."})
    asked = []
    bar.step_requested.connect(asked.append)
    qtbot.mouseClick(bar.step, LEFT)
    qtbot.mouseClick(bar.reset, LEFT)
    assert asked == []
    assert bar.step.toolTip() == bar.reset.toolTip() == "Stop the run first."
    bar.show_phase("paused", {"step": None, "reset": None})
    assert bar.step.isEnabled()
    assert "Right" in bar.step.toolTip()


def test_that_step_trains_one_epoch_and_its_menu_more(bar, qtbot) -> None:
    bar.show_phase("paused", {})
    asked = []
    bar.step_requested.connect(asked.append)
    bar.batch_requested.connect(lambda: asked.append("batch"))
    bar.train_requested.connect(lambda: asked.append("train"))
    qtbot.mouseClick(bar.step, LEFT, pos=QPoint(15, 12))
    menu = bar.step.menu()
    for downs in range(1, 6):
        menu.popup(QPoint(0, 0))
        for _ in range(downs):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert asked == [1, "batch", 1, 10, 100, "train"]


def test_that_a_click_does_not_take_the_space_key_from_the_window(bar, qtbot) -> None:
    bar.show_phase("paused", {})
    qtbot.mouseClick(bar.reset, LEFT)
    assert not bar.reset.hasFocus()


def test_that_a_number_still_being_typed_counts_before_training_starts(qtbot) -> None:
    bar = ControlBar()
    field = NumberField(Param("Rate", low=0, kind="float", scale="log"))
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(bar)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    field.show_value(0.1)
    bar.show_phase("ready", {})
    qtbot.waitUntil(lambda: bar.is_settled, timeout=20_000)
    happened = []
    field.edited.connect(happened.append)
    bar.train_requested.connect(lambda: happened.append("train"))
    qtbot.mouseClick(field, LEFT, pos=QPoint(8, 8))
    field.selectAll()
    qtbot.keyClicks(field, "0.02")
    qtbot.mouseClick(bar.primary, LEFT)
    assert happened == [0.02, "train"]
    field.selectAll()
    qtbot.keyClicks(field, "0.03")
    bar.step.menu().popup(QPoint(0, 0))
    qtbot.waitUntil(lambda: happened[-1] == 0.03, timeout=20_000)
    bar.step.menu().close()
    holder.close()


def test_that_progress_is_shown_with_time_left_and_speed(bar, qtbot) -> None:
    bar.resize(1280, bar.height())
    bar.show_phase("running", {})
    bar.show_progress(312, 1000, 6124.3, 12.2, "batch 3 of 5")
    assert bar.counter.number.text() == "312"
    qtbot.waitUntil(lambda: bar.counter.total.text() == "/ 1,000 epochs", timeout=20_000)
    qtbot.waitUntil(lambda: bar.progress.pace.text() == "0:12 left · 6,120 epochs/s", timeout=20_000)
    assert bar.progress.place.text() == "batch 3 of 5"
    assert bar.progress.bar.value() == 312
    bar.resize(bar.minimumSizeHint().width(), bar.height())
    qtbot.waitUntil(lambda: bar.progress.pace.text() == "0:12 left", timeout=20_000)
    bar.show_progress(312, 1000, math.nan, None)
    assert bar.progress.pace.text() == ""


def test_that_speed_and_time_left_vanish_when_the_run_stops(bar) -> None:
    bar.show_phase("running", {})
    bar.show_progress(312, 1000, 6124.3, 12.2)
    bar.show_phase("paused", {})
    bar.show_progress(312, 1000, 6124.3, None)
    assert bar.progress.pace.text() == ""
    assert bar.counter.number.text() == "312"


def test_that_the_counter_keeps_its_width_while_it_counts(bar) -> None:
    widths = set()
    for epoch in (0, 7, 88, 111, 999, 1000):
        bar.show_progress(epoch, 1000, 1.0, 1.0)
        widths.add((bar.counter.number.width(), bar.counter.sizeHint().width()))
    assert len(widths) == 1


@pytest.mark.parametrize(("speed", "text"), [(6124.3, "6,120"), (999.4, "999"), (12.34, "12.3"), (0.5, "0.5")])
def test_that_the_speed_has_three_digits(speed, text) -> None:
    assert pace(speed) == text


def test_that_the_state_is_a_word_that_a_screen_reader_hears(bar) -> None:
    bar.show_phase("failed", {})
    assert bar.state.text() == "Failed"
    assert bar.state.accessibleName() == "State: Failed"


def test_that_the_counter_leaves_out_its_noun_where_there_is_no_room(bar, qtbot) -> None:
    bar.show_progress(312, 1000, 6124.3, 12.2, "")
    qtbot.waitUntil(lambda: bar.counter.total.text() == "/ 1,000 epochs", timeout=20_000)
    bar.resize(bar.minimumSizeHint().width(), bar.height())
    qtbot.waitUntil(lambda: bar.counter.total.text() == "/ 1,000", timeout=20_000)


def test_that_nothing_overlaps_in_a_narrow_window_with_large_text(qtbot, qapp) -> None:
    """A projector of 1024 pixels in a talk: Step and Reset are icons until there is room for their words again."""
    window, bar = QWidget(), ControlBar()
    qtbot.addWidget(window)
    bar.setParent(window)
    window.resize(2048, 200)
    with qtbot.waitExposed(window):
        window.show()
    bar.show_progress(312, 1_000_000, 6124.3, 12.2, "")
    parts = (bar.primary, bar.step, bar.reset, bar.counter, bar.progress, bar.state, bar.export)

    def is_laid_out() -> bool:
        apart = all(a.geometry().right() < b.geometry().left() for a, b in itertools.pairwise(parts))
        return apart and all(part.width() >= part.minimumSizeHint().width() for part in parts)

    try:
        style.apply(qapp, LIGHT, 1.5)
        for width, words in ((1024, ("", "")), (2048, ("Reset", "Step")), (1024, ("", "")), (2048, ("Reset", "Step"))):
            bar.resize(width, bar.sizeHint().height())
            qtbot.waitUntil(lambda words=words: (bar.reset.text(), bar.step.text()) == words and is_laid_out())
        assert (bar.reset.accessibleName(), bar.step.accessibleName()) == ("Reset", "Step: one epoch")
    finally:
        style.apply(qapp, LIGHT)
    window.close()
