"""Calls of numpy that do for several networks what each network's tape does for one.

Tapes of one shape differ in their arrays only. Where these lie side by side (`memory.StackedMemory`), calls that work
number by number become one call for all, and matrix products become one `matmul`, which asks BLAS for each of them as
`dot` does: the bits are those of a single network. All else is called once for each network, as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import as_strided

from mlp_gui.engine.network.memory import Array
from mlp_gui.engine.network.tape import Call


def fuse(tapes: Sequence[Sequence[Call]]) -> list[Call]:
    """Return calls that do what the tapes do.

    Parameters
    ----------
    tapes : sequence of sequence of Call
        Of networks of one shape, whose arrays lie in one `StackedMemory` in the same order.

    Raises
    ------
    ValueError
        If the tapes differ in length.
    """
    if len(tapes) == 1:
        return list(tapes[0])
    return [call for alike in zip(*tapes, strict=True) for call in _fuse_one(alike)]


def _fuse_one(alike: tuple[Call, ...]) -> list[Call]:
    """Return one call instead of several, or those several."""
    function, arguments = alike[0]
    fused: Call | None = None
    if function is np.matmul:
        fused = _matmul([call[1] for call in alike])
    elif getattr(function, "__name__", "") == "dot":
        parts = [(call[0].__self__, *call[1]) for call in alike]  # type: ignore[attr-defined]
        fused = _vecdot(parts) if arguments[0].ndim == 1 else _matmul(parts)
    elif isinstance(function, np.ufunc):
        fused = _elementwise(function, [call[1] for call in alike])
    elif isinstance(function, partial) and isinstance(function.func, np.ufunc):  # with its output by name
        parts = [(*call[1], call[0].keywords["out"]) for call in alike]  # type: ignore[attr-defined]
        fused = _elementwise(function.func, parts)
        if fused is not None:
            *inputs, out = fused[1]
            fused = partial(function.func, out=out), tuple(inputs)
    return list(alike) if fused is None else [fused]


def _elementwise(function: np.ufunc, arguments: list[tuple[Array, ...]]) -> Call | None:
    dimensions = max(array.ndim for array in arguments[0])
    out = [each[-1] for each in arguments]
    step = _distance(out)
    if step is None:
        return None
    # The members are counted by the axis at which the stack has no gaps.
    axis = dimensions - out[0].ndim + sum(stride > step for stride in out[0].strides)
    stacks = [_stack(arrays, dimensions, axis) for arrays in zip(*arguments, strict=True)]
    return None if any(stack is None for stack in stacks) else (function, tuple(stacks))


def _matmul(arguments: list[tuple[Array, ...]]) -> Call | None:
    stacks = [_stack(arrays, 2, 0) for arrays in zip(*arguments, strict=True)]
    # With one number between the matrices numpy leaves BLAS.
    leaves_blas = arguments[0][0].shape[1] == 1
    return None if leaves_blas or any(stack is None for stack in stacks) else (np.matmul, tuple(stacks))


def _vecdot(arguments: list[tuple[Array, ...]]) -> Call | None:
    first, second, out = (
        _stack(arrays, n, 0) for arrays, n in zip(zip(*arguments, strict=True), (1, 1, 0), strict=True)
    )
    return None if first is None or second is None or out is None else (np.vecdot, (first, second, out))


def _distance(arrays: Sequence[Array]) -> int | None:
    """Return how many bytes lie between neighbours that are parts of one stack, or None."""
    first = arrays[0]
    if first.base is None or not all(
        a.base is first.base and a.shape == first.shape and a.strides == first.strides and a.dtype == first.dtype
        for a in arrays
    ):
        return None
    places = [array.__array_interface__["data"][0] for array in arrays]
    steps = {b - a for a, b in pairwise(places)}
    return steps.pop() if len(steps) == 1 and min(steps) > 0 else None


def _stack(arrays: Sequence[Array], dimensions: int, axis: int) -> Array | None:
    """Return one array for what several calls get in one place, or None if there is none.

    Parameters
    ----------
    arrays : sequence of ndarray
        Of the same shape; two or more.
    dimensions : int
        As many axes as each of them shall have, which new ones in front make up for.
    axis : int
        Which axis then counts the members.
    """
    first = arrays[0]
    if not any(array.flags.writeable for array in arrays):  # numbers that nobody changes
        if all(np.array_equal(first, array) for array in arrays):
            return first if first.ndim == 0 else np.expand_dims(first, axis)
        found = np.stack(arrays)
        return np.moveaxis(found.reshape(len(arrays), *(1,) * (dimensions - first.ndim), *first.shape), 0, axis)
    step = _distance(arrays)
    if step is None:
        return None
    one = dimensions - first.ndim
    shape, strides = [*(1,) * one, *first.shape], [*(0,) * one, *first.strides]
    shape.insert(axis, len(arrays))
    strides.insert(axis, step)
    return as_strided(first, shape, strides)
