"""How the threads of the program share the interpreter, so that the window gets its turn."""

from __future__ import annotations

import gc
import sys

# Seconds after which a thread that waits for the interpreter gets it. Each line and each text of an axis is drawn
# without the interpreter, which is then asked for again: Python's own 5 ms for each of 200 are a second in which the
# window stands still while another thread computes. (Two computing threads lose nothing that could be measured.)
TURN = 0.00001
FULL = 100  # collections of the middle generation between two full ones


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
