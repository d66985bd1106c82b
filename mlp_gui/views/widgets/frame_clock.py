"""The frame clock: it repaints only what has changed and can be seen, a limited number of times a second."""

from __future__ import annotations

from math import ceil
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget


class Repaintable(Protocol):
    """What the clock drives: a plot, or any widget that shows what happens in a run.

    Signals
    -------
    dirtied
        It turned from clean to dirty, or came into view while dirty.
    """

    dirtied: SignalInstance

    def is_due(self) -> bool:
        """Return whether it is dirty and can be seen."""

    def refresh(self) -> None:
        """Take the newest values and ask Qt for a repaint. Afterwards it is clean."""

    def isVisible(self) -> bool: ...
    def window(self) -> QWidget: ...


# A frame after each epoch was measured to cost training more than 80 % of its speed.
MAX_COST = 0.2  # of the time may go into frames while a worker waits for them
MAX_PARTS = 3


class FrameClock(QObject):
    """Two ways to a frame: the clock's own timer, or a caller who takes turns with a worker.

    Such a caller sets `taking_turns`, asks `is_frame_due()` whenever the worker rests, and calls `paint_now()`
    before it lets the worker go on. The timer then only steps in when no turn comes. When a frame of everything
    would keep the worker waiting for too long, the plots are spread over two or three frames: each is painted in
    every second or third one.

    Attributes
    ----------
    interval : float
        Least time in seconds from one frame to the next.
    taking_turns : bool
    frames : int
        Made so far.
    seconds : float
        Spent in frames so far.
    parts : int
        Frames that the plots are spread over.

    Signals
    -------
    frame_due
        A frame is about to be made: now is the time to hand over the newest values.
    painted
        A frame has been made.
    """

    frame_due = Signal()
    painted = Signal()

    def __init__(self, frames_per_second: float = 22.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.interval = 1.0 / frames_per_second
        self.taking_turns = False
        self.frames = 0
        self.seconds = 0.0
        self._plots: list[Repaintable] = []
        self._part: list[Repaintable] = []  # those that the present frame is about
        self._begun = self._cost = self._whole = 0.0  # begin and cost of the last frame, cost of one of everything
        self.parts = 1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.paint_now)

    def register(self, plot: Repaintable) -> None:
        """Drive a plot from now on."""
        self._plots.append(plot)
        plot.dirtied.connect(self.wake)
        self.wake()

    def close(self) -> None:
        """Make no more frames: the plots may be gone before this is."""
        self.blockSignals(True)
        self._plots.clear()
        self._timer.stop()

    @Slot()
    def wake(self) -> None:
        """Let a frame follow when its time has come, because something is dirty."""
        if not self._timer.isActive():
            wait = self.seconds_to_frame()
            patience = 2 * self.interval if self.taking_turns else 0.0
            self._timer.start(max(0, round(1000 * (wait + patience))))

    def is_frame_due(self) -> bool:
        """Return whether it is time for a frame and there is something to paint."""
        return self.seconds_to_frame() <= 0 and any(plot.is_due() for plot in self._plots)

    def seconds_to_frame(self) -> float:
        """Return the seconds until the next frame; frames are an interval apart and take at most half of the time."""
        return max(self.interval, 2 * self._cost) - (perf_counter() - self._begun)

    @Slot()
    def paint_now(self) -> None:
        """Paint everything that is dirty and visible. When this returns the pixels are on their way to the screen."""
        self._timer.stop()
        self._part, start = self._next_part(), perf_counter()
        self.frame_due.emit()
        # Only now: listeners of frame_due make plots dirty. Where none of this part is, others are painted.
        due = [plot for plot in self._part if plot.is_due()] or [plot for plot in self._plots if plot.is_due()]
        if not due:
            return
        for plot in due:
            plot.refresh()
        for window in {id(plot.window()): plot.window() for plot in due}.values():
            # One pass over all that the plots asked to have repainted, now instead of at the next turn of the loop.
            QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
        self._begun, self._cost = start, perf_counter() - start
        self.frames += 1
        self.seconds += self._cost
        self._spread()
        if any(plot.is_due() for plot in self._plots):
            self.wake()
        self.painted.emit()

    def is_included(self, plot: Repaintable) -> bool:
        """Return whether the frame that is being made is about this plot."""
        return plot in self._part

    def _next_part(self) -> list[Repaintable]:
        visible = [plot for plot in self._plots if plot.isVisible()]
        return visible[self.frames % self.parts :: self.parts] if self.taking_turns else visible

    def _spread(self) -> None:
        """Spread the plots over as many parts as the time asks for; fewer again only well within it."""
        if not (self.taking_turns and self.interval):
            return
        # A moving average, so that one slow frame does not change the parts.
        self._whole += 0.1 * (self._cost * self.parts - self._whole)
        room = MAX_COST * self.interval
        most, least = ceil(self._whole / room), ceil(1.25 * self._whole / room)
        self.parts = min(max(self.parts, most), max(1, least), MAX_PARTS)
