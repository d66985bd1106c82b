"""Signals end the window as an event of Qt.

Python's own answer is an exception wherever the program happens to be. Raised inside a slot it is printed and lost, or
leaves a half-done step behind: the window stood still for ever, or died.
"""

from __future__ import annotations

import signal
import socket
import threading
from contextlib import suppress
from time import monotonic
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from mlp_gui.core.termination import awaited_signals, end_at_once, exit_code

GRACE = 60.0  # seconds for ending in order; a copy of a large table takes a few
IMPATIENT = 2.0  # seconds after which another Ctrl+C means that nothing is to be waited for


class TerminationSignals(QObject):
    """Ends the event loop, and with it the program, when a signal comes; the exit code tells which."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        for number in awaited_signals():
            signal.signal(number, _leave_to_the_notifier)
        # The interpreter writes each signal's number there at once, whatever the GUI thread is busy with.
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)

    @Slot()
    def _on_signal(self) -> None:
        with suppress(BlockingIOError):
            number = self._reading.recv(1)[0]
            self._notifier.setEnabled(False)
            threading.Thread(target=self._watch, args=(number,), daemon=True).start()
            self._app.exit(exit_code(number))

    def _watch(self, number: int) -> None:
        """End the process when ending in order takes too long, or when a person at the terminal insists.

        Sessions that end send several signals at once: only Ctrl+C is a person's.
        """
        began = monotonic()
        while (left := began + GRACE - monotonic()) > 0:
            self._reading.settimeout(left)
            with suppress(TimeoutError):
                if self._reading.recv(1)[0] == signal.SIGINT and monotonic() - began > IMPATIENT:
                    break
        end_at_once(number)


def _leave_to_the_notifier(number: int, frame: FrameType | None) -> None:
    """Raise nothing: the notifier hears of the signal as well."""
