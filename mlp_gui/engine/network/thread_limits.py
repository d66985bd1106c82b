"""BLAS threads by network size: small matrix products are faster on one thread, large ones on several."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

from threadpoolctl import ThreadpoolController

from mlp_gui.core.translation import tr, tr_n

# Multiplications in a layer's largest product per batch from which more threads pay. Measured: 256 x 128 units in
# batches of 256 gain 30 % on two idle cores; smaller products gain nothing.
WORTH_MORE_THREADS = 8_000_000

# One rule for the process, as BLAS is one; a run asks for it when its tapes are built.
_rule = "auto"


def set_thread_rule(rule: str) -> None:
    """Set how many threads the runs get that begin from now on: "auto" by size, "one", or "all" cores."""
    global _rule
    _rule = rule


def is_large(sizes: tuple[int, ...], batch_rows: int) -> bool:
    """Return whether the products of a batch are worth sharing among cores.

    Parameters
    ----------
    sizes : tuple of int
        Units per layer.
    batch_rows : int
    """
    return max(a * b for a, b in pairwise(sizes)) * batch_rows >= WORTH_MORE_THREADS


def choose_thread_count(sizes: tuple[int, ...], batch_rows: int, cores: int | None = None) -> int:
    """Return 1 for a small network, else all cores but one, unless the rule says otherwise.

    One core stays for the window and other programs. BLAS threads that find their core taken wait for each other: an
    epoch then took 7 times as long as on one thread (measured on two busy cores).

    Parameters
    ----------
    sizes : tuple of int
        Units per layer.
    batch_rows : int
    cores : int, optional
        Counted when omitted.
    """
    cores = cores or os.cpu_count() or 1
    if _rule != "auto":
        return cores if _rule == "all" else 1
    return max(1, cores - 1) if is_large(sizes, batch_rows) else 1


def describe(count: int, large: bool) -> str:
    """Return how many threads the matrix products use and why, as a sentence.

    Parameters
    ----------
    count : int
    large : bool
        Whether the network is large.
    """
    if _rule != "auto":
        why = tr("as set")
    elif large and count == 1:
        why = tr("the network is large, but the other core is for the window")
    else:
        why = tr("the network is large" if large else "the network is small")
    if count == 1:
        return tr("Matrix products run on one thread: {why}.", why=why)
    return tr_n(
        "Matrix products run on {n} thread: {why}.", "Matrix products run on {n} threads: {why}.", count, why=why
    )


@cache
def _blas() -> ThreadpoolController:
    # Finding the loaded libraries is slow, and numpy's does not change: once is enough.
    return ThreadpoolController().select(user_api="blas")


@contextmanager
def blas_threads(count: int) -> Iterator[None]:
    """Let BLAS use that many threads inside, and afterwards what it used before."""
    with _blas().limit(limits=count):
        yield


def one_thread_beside_runs() -> None:
    """Let what a window computes beside a run (predictions, scores) use one thread from now on.

    BLAS threads wait for each other in busy loops: several of them beside a window keep it from being painted.
    """
    _blas().limit(limits=1)
