"""What numbers are in the file, and how they were scaled, beside the formulas of a step."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.formulas import WrittenFormula
from mlp_gui.engine.tracing.forward_backward_formulas import total_loss
from mlp_gui.engine.tracing.tensors import Tensor
from mlp_gui.engine.tracing.trace import Trace, TraceStep

Cell = tuple[int, int]


class HasOriginals(Protocol):
    """What knows the numbers of the file behind a tensor that was scaled or encoded."""

    def has_original(self, tensor: Tensor) -> bool: ...

    def original_text(self, tensor: Tensor, cell: Cell) -> str: ...

    def scaling_text(self, tensor: Tensor, cell: Cell) -> str: ...


def with_explanation(
    written: WrittenFormula, trace: Trace, step: TraceStep, cell: Cell, originals: HasOriginals | None
) -> WrittenFormula:
    """Add to the loss how the mean comes about, and to an input how it was scaled.

    Parameters
    ----------
    written : WrittenFormula
    trace : Trace
    step : TraceStep
    cell : Cell
        Row and column of the number that is written out.
    originals : HasOriginals or None
    """
    if step.kind is OpKind.INPUTS and originals is not None:
        how = originals.scaling_text(step.result, cell)
        return replace(written, lines=(f"{written.target} = {how} = {written.text}",)) if how else written
    if step.kind is not OpKind.LOSS:
        return written
    total = total_loss(trace)
    lines = (*written.lines, *total.lines)
    return WrittenFormula(
        written.target, written.value, written.expression, written.text, total.factor_names, total.terms, (), lines
    )


def of_terms(step: TraceStep, cell: Cell, originals: HasOriginals | None) -> tuple[str, ...]:
    """Return what the inputs in a weighted sum are in the file.

    Parameters
    ----------
    step : TraceStep
    cell : Cell
        Row and column of the sum.
    originals : HasOriginals or None

    Returns
    -------
    tuple of str
        A text for each term; empty for other steps, and without a file.
    """
    if originals is None or step.kind is not OpKind.SUM or step.layer != 1:
        return ()
    a = step.operands["a"]
    cells = [(cell[0], i) for i in range(a.shape[1])] if originals.has_original(a) else []
    return tuple(originals.original_text(a, place) for place in cells)
