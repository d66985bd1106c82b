"""Work on columns side by side: numpy lets go of the interpreter while it computes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from mlp_gui.core.cancellation import cancellable_loop

A = TypeVar("A")
B = TypeVar("B")
WORKERS = max(1, min(4, os.cpu_count() or 1))
_WORTH_IT = 50_000  # cells in an item


def parallel_map(work: Callable[[A], B], items: Iterable[A], n: int, cells: int) -> list[B]:
    """Return the results of a function in order, computed by several threads when that pays.

    Parameters
    ----------
    work : callable
    items : iterable
    n : int
        How many items there are.
    cells : int
        How many table cells they hold together; too few for the number of items run one by one in this thread.
    """
    if cells < _WORTH_IT * n or WORKERS == 1:
        return [work(item) for item in cancellable_loop(items)]
    with ThreadPoolExecutor(WORKERS) as pool:
        running = [pool.submit(work, item) for item in items]
        try:
            return [future.result() for future in cancellable_loop(running)]
        finally:
            for future in running:
                future.cancel()  # leaving the pool waits for all that are not
