"""A task is one function run in a thread of its own, with progress, cancel, and every ending reported."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer, Signal, Slot

from mlp_gui.core.cancellation import cancelled_by
from mlp_gui.core.errors import Cancelled, UserError

Work = Callable[[Callable[[float], None], Callable[[], bool]], Any]


class TaskThread(QThread):
    """Runs `work(progress, cancelled)`; exactly one of the four endings is emitted.

    Signals
    -------
    progressed(float)
    succeeded(object), refused(UserError), cancelled, crashed(str)
        The endings.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    crashed = Signal(str)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Run the work, in this thread."""
        try:
            with cancelled_by(self.isInterruptionRequested):
                result = self._work(self.progressed.emit, self.isInterruptionRequested)
        except UserError as error:
            self.refused.emit(error)
        except Cancelled:
            self.cancelled.emit()
        # What leaves `run` is printed at best, and `finished` then tells of a success.
        except Exception:
            self.crashed.emit(traceback.format_exc())
        else:
            self.succeeded.emit(result)


class BackgroundTask(QObject):
    """Runs one function at a time in a thread: starting another withdraws the first, whose result is then ignored.

    A task begins when the window has painted what it says of the beginning: beside it, painting takes twice as long.

    Attributes
    ----------
    title : str
        What a person is told about a task that takes a while, in English; "" when whoever started it shows it.
    writes : bool
        Whether its end is a file that a person asked for.

    Signals
    -------
    started, progressed(float)
    succeeded(object), refused(UserError), cancelled, crashed(str)
        The endings.
    cancelled_by_user
        The person wanted no more of it; `cancelled` was emitted before.
    """

    started = Signal()
    cancelled_by_user = Signal()  # the person wanted no more of it; `cancelled` was emitted before
    progressed = Signal(float)
    succeeded = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None, title: str = "", writes: bool = False) -> None:
        super().__init__(parent)
        self.title, self.writes = title, writes
        self._current: TaskThread | None = None
        # Withdrawn ones stay here until they end: Qt aborts the process when a running thread is collected.
        self._threads: set[TaskThread] = set()
        self._closed = False
        self._starter = QTimer(self)  # no queued call, which would come before the painting
        self._starter.setSingleShot(True)
        self._starter.timeout.connect(self._on_turn)

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return self._current is not None

    def start(self, work: Work, delay: int = 0) -> None:
        """Begin a task, unless this was closed: an event that is still under way then may well ask for it.

        Parameters
        ----------
        work : callable
            Called with `progress` and `cancelled`, in a thread.
        delay : int
            Milliseconds before it begins, in which another one may take its place.
        """
        self.cancel()
        if self._closed:
            return
        task = TaskThread(work, self)
        # Bound methods of an object of the GUI thread: Qt queues the calls, so no slot runs in the task's thread.
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_success)
        task.refused.connect(self._on_refusal)
        task.cancelled.connect(self._on_withdrawal)
        task.crashed.connect(self._on_crash)
        task.finished.connect(self._on_finished)
        self._current = task
        self._starter.start(delay)
        self.started.emit()

    def cancel_by_user(self) -> None:
        """Withdraw the task as the person's Cancel does."""
        if self._current is not None:
            self.cancel()
            self.cancelled_by_user.emit()

    def cancel(self) -> None:
        """Withdraw the task."""
        if self._current is not None:
            self._leave()
            self.cancelled.emit()

    def finish(self) -> None:
        """Wait for the task that has begun, and tell how it ended."""
        for task in tuple(self._threads):
            task.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self) -> None:
        """Withdraw everything and wait, for good: a thread alive at exit would abort the process."""
        self._closed = True
        self._leave()
        for task in tuple(self._threads):
            task.requestInterruption()
            task.wait()

    def _leave(self) -> None:
        """Let the current task go; one that has not begun never will."""
        task, self._current = self._current, None
        self._starter.stop()
        if task in self._threads:
            task.requestInterruption()
        elif task is not None:
            task.deleteLater()

    def _is_current(self) -> bool:
        # What a withdrawn thread has said before may still be in the queue.
        return self.sender() is self._current and self._current is not None

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if self._is_current():
            self.progressed.emit(share)

    @Slot(object)
    def _on_success(self, result: Any) -> None:
        if self._is_current():
            self._current = None
            self.succeeded.emit(result)

    @Slot(object)
    def _on_refusal(self, error: UserError) -> None:
        if self._is_current():
            self._current = None
            self.refused.emit(error)

    @Slot()
    def _on_withdrawal(self) -> None:
        if self._is_current():
            self._current = None
            self.cancelled.emit()

    @Slot(str)
    def _on_crash(self, details: str) -> None:
        if self._is_current():
            self._current = None
            self.crashed.emit(details)

    @Slot()
    def _on_turn(self) -> None:
        if self._current is not None:
            self._threads.add(self._current)
            self._current.start()

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if isinstance(task, TaskThread):
            self._threads.discard(task)
            task.deleteLater()
