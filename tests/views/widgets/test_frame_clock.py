"""The frame clock paints what is dirty and visible, not more often than allowed, and at once when told to."""

from __future__ import annotations

import time

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mlp_gui.views.widgets.frame_clock import FrameClock


class Counter(QWidget):
    """Counts how often it takes values and how often it paints."""

    dirtied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.refreshed = self.painted = 0
        self.dirty = False

    def mark(self) -> None:
        self.dirty = True
        self.dirtied.emit()

    def is_due(self) -> bool:
        return self.dirty and self.isVisible()

    def refresh(self) -> None:
        self.dirty = False
        self.refreshed += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


@pytest.fixture
def window(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    holder.plots = [Counter(), Counter()]
    for plot in holder.plots:
        layout.addWidget(plot)
    holder.resize(300, 200)
    holder.show()
    qtbot.waitUntil(lambda: all(plot.painted for plot in holder.plots), timeout=20_000)
    return holder


def pass_frames(qtbot, witness: Counter) -> None:
    """Wait until the clock has painted another plot three times."""
    for _ in range(3):
        before = witness.refreshed
        witness.mark()
        qtbot.waitUntil(lambda before=before: witness.refreshed > before)


def test_that_pixels_are_painted_when_paint_now_returns(window):
    clock = FrameClock()
    first, second = window.plots
    clock.register(first)
    clock.register(second)
    before = first.painted
    first.mark()
    clock.paint_now()
    assert (first.refreshed, first.painted) == (1, before + 1)
    assert second.refreshed == 0
    assert clock.frames == 1
    clock.paint_now()
    assert clock.frames == 1


def test_that_hidden_plots_cost_nothing_and_catch_up_when_shown(window, qtbot):
    clock = FrameClock(100)
    plot, witness = window.plots
    clock.register(plot)
    clock.register(witness)
    plot.hide()
    plot.mark()
    assert not clock.is_frame_due()
    pass_frames(qtbot, witness)
    assert plot.refreshed == 0
    assert not clock.is_frame_due()
    plot.show()
    plot.dirtied.emit()
    qtbot.waitUntil(lambda: plot.refreshed == 1, timeout=20_000)


def test_that_many_changes_make_few_frames(window, qtbot):
    clock = FrameClock(20)
    plot = window.plots[0]
    clock.register(plot)
    for _ in range(30):
        plot.mark()
        qtbot.wait(5)
    qtbot.waitUntil(lambda: not plot.dirty, timeout=20_000)
    assert 2 <= plot.refreshed <= 12


def test_that_due_waits_for_the_interval(window, qtbot):
    clock = FrameClock(10)
    clock.taking_turns = True
    plot = window.plots[0]
    clock.register(plot)
    plot.mark()
    assert clock.is_frame_due()
    clock.paint_now()
    plot.mark()
    assert not clock.is_frame_due()
    qtbot.waitUntil(clock.is_frame_due)


def test_that_the_timer_steps_in_when_no_turn_comes(window, qtbot):
    clock = FrameClock(50)
    clock.taking_turns = True
    plot = window.plots[0]
    clock.register(plot)
    plot.mark()
    qtbot.waitUntil(lambda: clock.frames == 1, timeout=20_000)
    assert plot.refreshed == 1


def test_that_a_minimised_window_costs_nothing(qtbot):
    from mlp_gui.views.plots.training.loss import LossPlot

    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.show()
    qtbot.waitExposed(plot)
    plot.mark_dirty()
    assert plot.is_due()
    plot.setWindowState(Qt.WindowState.WindowMinimized)
    assert not plot.is_due()


class Slow(Counter):
    """Takes a while to refresh."""

    def refresh(self) -> None:
        super().refresh()
        time.sleep(0.02)


@pytest.fixture
def slow_plots(window, qtbot):
    plots = [Slow() for _ in range(4)]
    for plot in plots:
        window.layout().addWidget(plot)
    window.resize(300, 600)
    qtbot.waitUntil(lambda: all(plot.painted for plot in plots), timeout=20_000)
    return plots


def frames_of(clock: FrameClock, plots: list[Counter], frames: int) -> list[int]:
    """How often each was refreshed in so many frames in which all have something new."""
    before = [plot.refreshed for plot in plots]
    for _ in range(frames):
        for plot in plots:
            plot.mark()
        clock.paint_now()
    return [plot.refreshed - was for plot, was in zip(plots, before, strict=True)]


def test_that_dear_frames_are_spread_while_a_worker_waits_and_are_whole_at_rest(slow_plots):
    clock = FrameClock(20)
    for plot in slow_plots:
        clock.register(plot)
    assert frames_of(clock, slow_plots, 5) == [5] * 4
    clock.taking_turns = True
    frames_of(clock, slow_plots, 20)
    assert clock.parts == 3
    assert frames_of(clock, slow_plots, 12) == [4] * 4  # each in every third one
    clock.taking_turns = False
    assert frames_of(clock, slow_plots, 5) == [5] * 4


def test_that_cheap_frames_are_whole(window):
    clock = FrameClock(2)
    clock.taking_turns = True
    for plot in window.plots:
        clock.register(plot)
    assert frames_of(clock, window.plots, 20) == [20] * 2


def test_that_what_was_left_out_of_the_last_frame_is_painted_soon(slow_plots, qtbot):
    clock = FrameClock(20)
    clock.taking_turns = True
    for plot in slow_plots:
        clock.register(plot)
    frames_of(clock, slow_plots, 20)
    assert any(plot.dirty for plot in slow_plots)
    qtbot.waitUntil(lambda: not any(plot.dirty for plot in slow_plots), timeout=20_000)


def test_that_a_closed_clock_touches_no_plot_again(qtbot):
    """Its timer outlived the window: the plot that it asked for was deleted."""
    clock, plot = FrameClock(1000), Counter()
    said = []
    clock.register(plot)
    clock.frame_due.connect(lambda: said.append("due"))
    clock.close()
    plot.dirtied.emit()
    shiboken6.delete(plot)
    clock.paint_now()
    clock.wake()
    qtbot.waitUntil(lambda: not clock.findChild(QTimer).isActive())
    assert not said
