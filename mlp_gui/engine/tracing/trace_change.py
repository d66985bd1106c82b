"""What another weight changes: the trace of a batch before and after it, number by number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.network.tape import Array, OpKind
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.engine.tracing.trace import Trace

RESULT = ""  # beside the names of the operands


@dataclass(frozen=True, eq=False)
class TraceChange:
    """Two traces of the same rows at the same moment of a run, with other weights.

    Attributes
    ----------
    before, after : Trace
    """

    before: Trace
    after: Trace

    @staticmethod
    def between(before: Trace | None, after: Trace) -> TraceChange | None:
        """Return the change, or None where the traces are of other rows, another moment or other settings.

        Parameters
        ----------
        before : Trace or None
        after : Trace
        """
        if before is None or before.dataset is not after.dataset or before.config != after.config:
            return None
        same = (before.epoch, before.batch, before.pick) == (after.epoch, after.batch, after.pick)
        if not same or not np.array_equal(before.names.row_numbers, after.names.row_numbers):
            return None
        return TraceChange(before, after) if _shapes(before) == _shapes(after) else None

    def old(self, step: int, operand: str = RESULT) -> Array | None:
        """Return what an array was before; None where it is the same.

        Parameters
        ----------
        step : int
            Place in the batch.
        operand : str
            Its name, or RESULT.
        """
        was, now = (_tensor(one, step, operand) for one in (self.before, self.after))
        if was is None or now is None or not differs(was.values, now.values).any():
            return None
        return np.asarray(was.values)

    @cached_property
    def steps(self) -> frozenset[int]:
        """Places of the steps that compute something else now."""
        return frozenset(at for at in range(len(self.after.steps)) if self.old(at) is not None)

    @cached_property
    def edges(self) -> frozenset[tuple[int, int, int]]:
        """Weights that are others now: (layer, source, unit); layers count from 1, the bias is the last source."""
        found = set()
        for layer in range(1, len(self.after.names.sizes)):
            was, now = (one.find(OpKind.SUM, layer).operands["W"].values for one in (self.before, self.after))
            found |= {(layer, int(source), int(unit)) for source, unit in np.argwhere(differs(was, now))}
        return frozenset(found)

    def units(self, row: int) -> frozenset[tuple[int, int]]:
        """Return the units that answer otherwise now: (layer, unit).

        Parameters
        ----------
        row : int
            Of the batch, from 0.
        """
        last, found = len(self.after.names.sizes) - 1, set()
        for layer in range(1, last + 1):
            kind = OpKind.OUTPUT if layer == last else OpKind.ACTIVATION
            was, now = (one.find(kind, layer).result.values[row] for one in (self.before, self.after))
            found |= {(layer, int(unit)) for unit in np.flatnonzero(differs(was, now))}
        return frozenset(found)


def differs(was: Array, now: Array) -> NDArray[np.bool_]:
    """Return where two arrays are not the same; two that are no numbers are.

    Parameters
    ----------
    was, now : ndarray
        Of the same shape.
    """
    return np.asarray(~((was == now) | (np.isnan(was) & np.isnan(now))))


def _tensor(trace: Trace, step: int, operand: str) -> Tensor | None:
    found = trace.steps[step]
    return found.result if operand == RESULT else found.operands.get(operand)


def _shapes(trace: Trace) -> list[tuple[object, ...]]:
    return [(step.kind, step.layer, step.result.shape, tuple(step.operands)) for step in trace.steps]
