"""Work on columns side by side: numpy lets go of the interpreter while it computes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
WORKERS = max(1, min(4, os.cpu_count() or 1))
_WORTH_IT = 50_000  # cells in an item


def parallel_map(work: Callable[[A], B], items: Iterable[A], n: int, cells: int) -> list[B]:
    """The results in order; one by one in this thread when the n items have too few cells to be worth others."""
    if cells < _WORTH_IT * n or WORKERS == 1:
        return [work(item) for item in items]
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, items))
