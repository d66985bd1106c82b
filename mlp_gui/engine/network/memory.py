"""Where the arrays of a network lie: on lines of the processor's cache, and side by side where several are trained.

Networks of one shape ask for the same arrays in the same order. In a `StackedMemory` the first array of each lies in
one stack, the second one of each in another: one call of numpy then serves all of them (`fused_calls`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Array = NDArray[np.floating]
CACHE_LINE = 64  # bytes

# Who gives arrays to what is being built: nobody but `zeros` asks, and only while a member of a stack is built.
_give: ContextVar[Callable[[tuple[int, ...], np.dtype, int], Array] | None] = ContextVar("give", default=None)


def zeros(shape: tuple[int, ...], dtype: DTypeLike, axis: int = 0) -> Array:
    """Return zeros that begin with a line of the processor's cache, or in the stack of a member that is being built.

    Arrays of numpy begin anywhere; a pass over 20,000 float32 numbers then takes 1.6 times as long (measured).

    Parameters
    ----------
    shape : tuple of int
    dtype : dtype
    axis : int
        Of a stack, the axis that counts its members. A part of the first axis is without gaps in the stack when the
        members are counted by the second one, and numpy is four times as fast without them (measured). The array
        itself then has gaps.
    """
    give = _give.get()
    return _on_cache_line(shape, np.dtype(dtype)) if give is None else give(shape, np.dtype(dtype), axis)


def filled(value: float | Array, shape: tuple[int, ...], dtype: DTypeLike, axis: int = 0) -> Array:
    """Return an array of `zeros` with other values.

    Parameters
    ----------
    value : float or ndarray
        What is copied into it.
    shape : tuple of int
    dtype : dtype
    axis : int
    """
    array = zeros(shape, dtype, axis)
    array[...] = value
    return array


def constant(array: Array) -> Array:
    """Return an array that nobody can write to any more, so that calls of several networks may share it."""
    array.flags.writeable = False
    return array


def zero_rows(count: int, length: int, dtype: DTypeLike) -> Array:
    """Return zeros, each row of which begins with a line of the cache; in a stack it continues that of its neighbour.

    Parameters
    ----------
    count, length : int
        Number of rows and of columns.
    dtype : dtype
    """
    room = round_up_to_cache_line(length, dtype) if _give.get() is None else length
    return zeros((count, room), dtype, axis=1)[:, :length]


def round_up_to_cache_line(length: int, dtype: DTypeLike) -> int:
    """Return the next number of elements that fills lines of the cache.

    Parameters
    ----------
    length : int
    dtype : dtype
    """
    return -(-length // (per_line := CACHE_LINE // np.dtype(dtype).itemsize)) * per_line


class StackedMemory:
    """Memory for the arrays of several networks of one shape.

    Parameters
    ----------
    n_members : int
    """

    def __init__(self, n_members: int) -> None:
        self._n_members = n_members
        self._stacks: list[Array] = []

    @property
    def bytes_per_member(self) -> int:
        """What the arrays of one network take."""
        return sum(stack.nbytes for stack in self._stacks) // self._n_members

    @contextmanager
    def member(self, k: int) -> Iterator[None]:
        """Let `zeros` give the arrays of member k inside; the other threads have their memory as always.

        Raises
        ------
        ValueError
            If the member asks for other arrays than those before it.
        """
        given = 0

        def give(shape: tuple[int, ...], dtype: np.dtype, axis: int) -> Array:
            nonlocal given
            whole = (*shape[:axis], self._n_members, *shape[axis:])
            if given == len(self._stacks) and k == 0:
                self._stacks.append(_on_cache_line(whole, dtype))
            stack = self._stacks[given] if given < len(self._stacks) else None
            if stack is None or stack.shape != whole or stack.dtype != dtype:
                raise ValueError("the members of a stack differ in shape")
            given += 1
            own: Array = np.moveaxis(stack, axis, 0)[k, ...]  # with the dots: a view, also of a single number
            return own

        token = _give.set(give)
        try:
            yield
        finally:
            _give.reset(token)


def _on_cache_line(shape: tuple[int, ...], dtype: np.dtype) -> Array:
    size = math.prod(shape) * dtype.itemsize
    # Some bytes too many, so that a border of a cache line lies within reach.
    memory = np.zeros(size + CACHE_LINE, np.uint8)
    start = -memory.__array_interface__["data"][0] % CACHE_LINE
    return memory[start : start + size].view(dtype).reshape(shape)
