"""Ctrl+C, `kill` and a closed terminal, on the command line: a command ends in a word, a training with what it has."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType

from mlp_gui.core.termination import awaited_signals, exit_code

IMPATIENT = 2.0  # seconds after which another Ctrl+C means that nothing is to be waited for
Handler = Callable[[int, FrameType | None], object]


class Interruption(KeyboardInterrupt):
    """A signal has ended a command.

    Attributes
    ----------
    code : int
        With which the process ends.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = exit_code(number)


class NotedSignals:
    """Signals that came while a training was not to be cut short.

    Attributes
    ----------
    first : int or None
        Number of the first one.
    """

    def __init__(self) -> None:
        self.first: int | None = None
        self._at = 0.0

    def note(self, number: int, frame: FrameType | None) -> None:
        """Keep the first one; a person who presses Ctrl+C again, and not just twice, wants no more of it.

        Parameters
        ----------
        number : int
        frame : frame or None
            Where the program was; not used.

        Raises
        ------
        Interruption
            For that second Ctrl+C.
        """
        if self.first is None:
            self.first, self._at = number, monotonic()
        elif number == signal.SIGINT and monotonic() - self._at > IMPATIENT:
            raise Interruption(number)


@contextmanager
def noting_signals() -> Iterator[NotedSignals]:
    """Let signals be noted inside, instead of raising an exception wherever the program is."""
    noted = NotedSignals()
    with _answering(noted.note):
        yield noted


@contextmanager
def raising_on_signals() -> Iterator[None]:
    """Let each signal that ends a program raise an `Interruption` inside, so that what was begun is cleaned up."""
    with _answering(_raise):
        yield


@contextmanager
def _answering(handler: Handler) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # Python takes handlers from nobody else
        yield
        return
    before = {number: signal.signal(number, handler) for number in awaited_signals()}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


def _raise(number: int, frame: FrameType | None) -> None:
    raise Interruption(number)
