"""What the program changes about the interpreter: how it imports, how its threads share it, when it collects."""

from __future__ import annotations

import builtins
import gc
import sys

# Seconds after which a thread that waits for the interpreter gets it. Each line and each text of an axis is drawn
# without the interpreter, which is then asked for again: Python's own 5 ms for each of 200 are a second in which the
# window stands still while another thread computes. (Two computing threads lose nothing that could be measured.)
TURN = 0.00001
FULL = 100  # collections of the middle generation between two full ones


def import_without_inspection() -> None:
    """Import as Python does, for the whole process; call it when PySide6 is imported and before the heavy rest.

    PySide6 puts itself in front of each import and reads the source of every module for its own name, in case one asks
    for `from __feature__ import snake_case`. None of ours does, and it takes a sixth of the start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def shorten_switch_interval() -> None:
    """Shorten Python's switch interval, for the whole process."""
    sys.setswitchinterval(TURN)


def freeze_garbage_collector() -> None:
    """Exempt what exists now from garbage collection: a full collection that visits it costs a frame 45 ms.

    Full collections of what is made later come ten times as rarely as usual: ten thousand columns cost 40 ms each time.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, FULL)
