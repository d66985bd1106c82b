"""Cancelling from outside what runs deep inside: long loops ask here, and whoever starts the work says how to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from mlp_gui.core.errors import Cancelled

T = TypeVar("T")

# Each thread has its own: cancelling one task does not stop another.
_withdrawn: ContextVar[Callable[[], bool] | None] = ContextVar("withdrawn", default=None)


@contextmanager
def cancelled_by(withdrawn: Callable[[], bool] | None) -> Iterator[None]:
    """Let what runs inside end with `Cancelled` soon after a function returns True; None changes nothing."""
    if withdrawn is None:
        yield
        return
    token = _withdrawn.set(withdrawn)
    try:
        yield
    finally:
        _withdrawn.reset(token)


def raise_if_cancelled() -> None:
    """Raise `Cancelled` if the work of this thread was withdrawn."""
    withdrawn = _withdrawn.get()
    if withdrawn is not None and withdrawn():
        raise Cancelled


def cancellable_loop(items: Iterable[T], every: int = 1) -> Iterator[T]:
    """Yield items, and raise `Cancelled` between them when the work of this thread was withdrawn.

    Parameters
    ----------
    items : iterable
    every : int
        How many are taken between two questions.
    """
    for k, item in enumerate(items):
        if not k % every:
            raise_if_cancelled()
        yield item
