"""BLAS threads by network size: small matrix products are faster on one thread, large ones on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

from threadpoolctl import ThreadpoolController

# Multiplications in a layer's largest product per batch from which a second thread pays: 256 x 128 units in batches of
# 256 gain 30 %; half of that gains nothing, and loses much when other programs want the processor too.
WORTH_MORE_THREADS = 8_000_000

_rule = "auto"


def set_rule(rule: str) -> None:
    """How many threads runs get that begin from now on: "auto" by size, "one", or "all" cores."""
    global _rule
    _rule = rule


def threads_for(sizes: tuple[int, ...], batch_rows: int) -> int:
    """1 for a small network; for a large one all cores, less one for the window where there are more than two."""
    largest = max(a * b for a, b in pairwise(sizes)) * batch_rows
    cores = os.cpu_count() or 1
    if _rule != "auto":
        return cores if _rule == "all" else 1
    return 1 if largest < WORTH_MORE_THREADS or cores == 1 else max(2, cores - 1)


def note(count: int) -> str:
    """How many threads the matrix products use and why, as a sentence."""
    used = "one thread" if count == 1 else f"{count} threads"
    why = "as set" if _rule != "auto" else f"the network is {'small' if count == 1 else 'large'}"
    return f"Matrix products run on {used}: {why}."


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")


@contextmanager
def blas_threads(count: int) -> Iterator[None]:
    """BLAS uses that many threads inside, and what it used before afterwards."""
    with _blas().limit(limits=count):
        yield


def one_thread_beside_runs() -> None:
    """What a window computes beside a run (predictions, scores) uses one thread from now on.

    BLAS threads wait for each other in busy loops: several of them beside a window keep it from being painted.
    """
    _blas().limit(limits=1)
