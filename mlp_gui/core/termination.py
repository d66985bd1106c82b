"""Signals that end a program: Ctrl+C in its terminal, `kill`, a terminal or a session that goes away."""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import NoReturn

# On Windows SIGBREAK is what the console sends for everything but Ctrl+C, its closing included.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def exit_code(number: int) -> int:
    """Return the code with which a program says that a signal has ended it, as shells do."""
    return 128 + number


def awaited_signals() -> list[signal.Signals]:
    """Return the signals that end this program, without those that were to be ignored when it was started (`nohup`)."""
    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]


def end_at_once_on_signals() -> None:
    """Answer signals while there is no work to lose: end, without a traceback."""
    for number in awaited_signals():
        signal.signal(number, end_at_once)


def end_at_once(number: int, frame: FrameType | None = None) -> NoReturn:
    """End the process without another instruction, in whatever state it is.

    Parameters
    ----------
    number : int
        Of the signal that says so.
    frame : frame, optional
        Where the process was; not used.
    """
    os._exit(exit_code(number))
