"""Python's cyclic garbage collection, moved to the one place where widgets may be freed.

A collection frees whatever it finds, widgets included, in the thread and at the moment that happened to trigger it.
When that is another thread, or Qt is just walking over all widgets (a change of style, font or palette), the process
dies of a segmentation fault. So automatic collection is off while the window lives, and a timer collects instead: in
the GUI thread, between two events of its outermost loop.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL = 200  # ms
REST = 10.0  # seconds between two full collections, which may cost a frame


class GarbageCollector(QObject):
    """Collects as often as Python would, by Python's own thresholds, and everything when nothing else is going on.

    Parameters
    ----------
    is_busy : callable
        Whether something is under way that a full collection (tens of ms with a wide table) would disturb. While it
        is, full collections are as rare as the thresholds say.
    parent : QObject, optional
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._was_automatic = False
        self._last_full = monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Take over from the interpreter."""
        self._was_automatic = gc.isenabled()
        self._last_full = monotonic()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the task back to the interpreter; safe to call twice."""
        self._timer.stop()
        if self._was_automatic:
            self._was_automatic = False
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        # A menu, a drag or a question may run a loop of its own inside a call of Qt that still wants its widgets.
        if self.thread().loopLevel() > 1:
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        # The oldest generation that is due; a collection of it takes the younger ones along.
        due = max((age for age in range(3) if counts[age] > thresholds[age]), default=None)
        is_rested = monotonic() - self._last_full >= REST and not self._is_busy()
        if is_rested and (counts[1] or counts[2]):  # else nothing has survived a young collection since
            due = 2
        if due is None:
            return
        gc.collect(due)
        if due == 2:
            self._last_full = monotonic()
