"""A tape is the list of operations of a training step, each with its name and equation, bound to its arrays once.

Running a tape is training; looking at it is the microscope, which therefore shows exactly what was run.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from mlp_gui.engine.network.memory import Array as Array
from mlp_gui.engine.network.memory import constant, filled

Call = tuple[Callable[..., Any], tuple[Any, ...]]


class Stage(StrEnum):
    """A part of a training step. The values are written to files."""

    BATCH = "batch"
    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    PENALTY = "penalty"
    UPDATE = "update"


class OpKind(StrEnum):
    """What an operation does. The values are written to files and stand in lessons.

    A trace also shows two steps that are no operation of a tape: OUTPUT reads out what the last sums mean, and MOVE is
    what an optimizer of all rows did in several looks at the loss.
    """

    INPUTS = "inputs"
    NOISE = "noise"
    MASK = "mask"
    SUM = "sum"
    ACTIVATION = "activation"
    DROP = "drop"
    OUTPUT = "output"
    ERROR = "error"
    LOSS = "loss"
    DELTA_OUT = "delta_out"
    SLOPE = "slope"
    GRADIENT = "gradient"
    DELTA = "delta"
    L1 = "l1"
    L2 = "l2"
    CLIP_VALUE = "clip_value"
    CLIP_NORM = "clip_norm"
    UPDATE = "update"
    DECAY = "decay"
    MAX_NORM = "max_norm"
    AVERAGE = "average"
    MOVE = "move"

    @property
    def stage(self) -> Stage:
        """The part of a training step that such an operation belongs to."""
        return _STAGE_OF[self]


_KINDS_OF = {
    Stage.BATCH: (OpKind.INPUTS, OpKind.NOISE),
    Stage.FORWARD: (OpKind.MASK, OpKind.SUM, OpKind.ACTIVATION, OpKind.DROP),
    Stage.LOSS: (OpKind.OUTPUT, OpKind.ERROR, OpKind.LOSS, OpKind.DELTA_OUT),
    Stage.BACKWARD: (OpKind.SLOPE, OpKind.GRADIENT, OpKind.DELTA),
    Stage.PENALTY: (OpKind.L1, OpKind.L2, OpKind.CLIP_VALUE, OpKind.CLIP_NORM),
    Stage.UPDATE: (OpKind.UPDATE, OpKind.DECAY, OpKind.MAX_NORM, OpKind.AVERAGE, OpKind.MOVE),
}
_STAGE_OF = {kind: stage for stage, kinds in _KINDS_OF.items() for kind in kinds}


@dataclass(frozen=True, eq=False)
class Op:
    """One named operation.

    Attributes
    ----------
    kind : OpKind
        What it does. Only this may decide anything: symbol, equation and code are for display.
    symbol : str
        What it computes, e.g. "z₁".
    equation : str
        How, e.g. "z₁ = a₀ W₁ + b₁".
    code : str
        The same as a line of numpy.
    calls : tuple of Call
        The numpy functions with the arrays they read and write, in order.
    result : ndarray
        The array that holds the result when the calls are done. Later operations may overwrite it.
    layer : int
        1 for the first hidden layer and so on; 0 when the operation belongs to no layer.
    """

    kind: OpKind
    symbol: str
    equation: str
    code: str
    calls: tuple[Call, ...]
    result: Array
    layer: int = 0

    @property
    def stage(self) -> Stage:
        """The part of a training step that the operation belongs to."""
        return self.kind.stage

    def run(self) -> None:
        """Run the calls in order."""
        run_calls(self.calls)


def run_calls(calls: Iterable[Call]) -> None:
    """Run calls in order: the hot loop of the whole program.

    Everything it needs was looked up, sliced and allocated beforehand.
    """
    for function, arguments in calls:
        function(*arguments)


def flatten_calls(ops: Iterable[Op]) -> list[Call]:
    """Return the operations as one flat list of calls, ready to run."""
    return [call for op in ops for call in op.calls]


def maximum(a: Array, b: Array, out: Array) -> Call:
    """Return the call np.maximum(a, b, out=out).

    Numpy 2.4 takes `out` by name only, here and for minimum.

    Parameters
    ----------
    a, b, out : ndarray
    """
    return partial(np.maximum, out=out), (a, b)


def minimum(a: Array, b: Array, out: Array) -> Call:
    """Return the call np.minimum(a, b, out=out).

    Parameters
    ----------
    a, b, out : ndarray
    """
    return partial(np.minimum, out=out), (a, b)


def product(a: Array, b: Array, out: Array) -> Call:
    """Return the call out = a b of matrices.

    Arrays of one network have no gaps, and `dot` is the fastest. In a stack of several they may have some, and `dot`
    would refuse or copy them; where one number lies between a and b `matmul` leaves BLAS, and a plain product takes its
    place.

    Parameters
    ----------
    a, b, out : ndarray
    """
    if out.flags.c_contiguous and a.flags.forc and b.flags.forc:
        return a.dot, (b, out)
    return (np.multiply if a.shape[1] == 1 else np.matmul), (a, b, out)


def append_ones(x: Array, dtype: DTypeLike) -> Array:
    """Return rows with a column of ones, which the bias is multiplied with.

    Parameters
    ----------
    x : ndarray, shape (n_rows, n_columns)
    dtype : dtype of the result

    Returns
    -------
    ndarray, shape (n_rows, n_columns + 1)
    """
    x1 = np.ones((len(x), x.shape[1] + 1), dtype)
    x1[:, :-1] = x
    return x1


def pieces_in_cache(shape: tuple[int, ...]) -> tuple[int, int]:
    """Divide the units of an array into equal pieces of at most 8,192 numbers, where that is possible.

    Parameters
    ----------
    shape : tuple of int
        (n_units, n_rows).

    Returns
    -------
    pieces, numbers : int
        How many pieces there are, and the numbers in each.
    """
    units, numbers = max(1, shape[0]), math.prod(shape)
    pieces = next((n for n in range(1, units) if units % n == 0 and numbers <= 8192 * n), units)
    return pieces, numbers // pieces


class ScratchArrays:
    """Scratch arrays by name, allocated on first use and then shared by all tapes of the same batch size."""

    def __init__(self, dtype: DTypeLike) -> None:
        self.dtype = np.dtype(dtype)
        self._arrays: dict[tuple[str, tuple[int, ...], int], Array] = {}

    def array(self, name: str, shape: tuple[int, ...], fill: float = 0.0, axis: int = 0) -> Array:
        """Return the array of a name and shape; equal requests return the same memory.

        Parameters
        ----------
        name : str
        shape : tuple of int
        fill : float
            The values at the first request.
        axis : int
            As for `memory.zeros`.
        """
        # Whoever takes a name shares its memory: what is in it survives only until the next user's call runs.
        key = (name, shape, axis)
        if key not in self._arrays:
            self._arrays[key] = filled(fill, shape, self.dtype, axis)
        return self._arrays[key]

    def like(self, array: Array, name: str) -> Array:
        """Return a scratch array of the shape of another.

        Parameters
        ----------
        array : ndarray
        name : str
        """
        return self.array(name, array.shape, axis=0 if array.flags.c_contiguous else 1)  # it lies as the other does

    def number(self, value: float) -> Array:
        """Return a constant as a 0-d array, which numpy adds in 0.68 us; a Python float costs 1.14 us."""
        return constant(np.array(value, self.dtype))


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def sub(symbol: str, index: int) -> str:
    """Return a symbol with its layer's number, e.g. z₁.

    Parameters
    ----------
    symbol : str
    index : int
    """
    return symbol + str(index).translate(_SUBSCRIPTS)
