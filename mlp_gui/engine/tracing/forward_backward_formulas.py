"""How each number of a forward pass, the loss and a backward pass is written out."""

from __future__ import annotations

import re
from collections.abc import Callable

from mlp_gui.core.number_format import format_significant
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.formulas import (
    Cell,
    OperandUse,
    Term,
    WrittenFormula,
    formula,
    param_values,
    python_literal,
    same_cell_of,
    write_sum,
)
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.engine.tracing.update_formulas import UPDATE_FORMULAS

__all__ = ["WrittenFormula", "total_loss", "write_formula"]


def write_formula(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    """Write out how a number of a step's result was computed.

    Parameters
    ----------
    trace : Trace
    step : TraceStep
    cell : tuple of int
        Row and column of the step's result.
    """
    return _WRITERS[step.kind](trace, step, cell)


# --- forward -------------------------------------------------------------------------------------------------


def _inputs(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    value = step.result[cell]
    target = trace.names.cell_label(step.result, cell)
    return WrittenFormula(
        target,
        value,
        python_literal(value),
        format_significant(value),
        lines=(f"{target} = {format_significant(value)}",),
    )


def _noise(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    before = step.operands["before"][cell]
    # The engine keeps only the sum: the noise is what was added.
    names = {"a": before, "noise": step.result[cell] - before}
    return formula(trace, step, cell, "a + noise", names, same_cell_of("before")(cell))


def _mask(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    value = step.result[cell]
    code = "1 / (1 - rate)" if value else "0 / (1 - rate)"
    return formula(trace, step, cell, code, {"rate": trace.config.training.dropout}, ())


def _sum(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    (row, unit), w, a = cell, step.operands["W"], step.operands["a"]
    sources = range(a.shape[1])
    terms = [Term(trace.names.label(w.down, i), (w[i, unit], a[row, i]), w[i, unit] * a[row, i]) for i in sources]
    bias = w[len(sources), unit]
    terms.append(Term(trace.names.label(w.down, len(sources)), (bias,), bias))
    uses = (OperandUse("W", None, unit), OperandUse("a", row, None))
    return write_sum(trace.names.cell_label(step.result, cell), step.result[cell], terms, (w.symbol, a.symbol), uses)


def _activation(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    f = trace.config.network.hidden[step.layer - 1].activation
    names = {"z": step.operands["z"][cell]} | param_values(f)
    return formula(trace, step, cell, f.code.format(z="z"), names, same_cell_of("z")(cell))


def _drop(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    names = {name: step.operands[name][cell] for name in ("r", "a")}
    return formula(trace, step, cell, "r * a", names, same_cell_of("r", "a")(cell))


# --- loss ----------------------------------------------------------------------------------------------------


def _output(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    z, (row, unit) = step.operands["z"], cell
    output = trace.config.training.loss.output
    if output == "softmax":
        names = {f"z{j}": z[row, j] for j in range(z.shape[1])}
        below = " + ".join(f"np.exp(z{j})" for j in range(z.shape[1]))
        return formula(trace, step, cell, f"np.exp(z{unit}) / ({below})", names, (OperandUse("z", row, None),))
    code = "1 / (1 + np.exp(-z))" if output == "sigmoid" else "z"
    return formula(trace, step, cell, code, {"z": z[cell]}, same_cell_of("z")(cell))


def _loss(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    loss, o = trace.config.training.loss, step.operands
    names = {name: o[name][cell] for name in ("p", "y", "z", "e")}
    limit = param_values(loss)
    # The code of cross-entropy speaks of whole rows; one number of them is -y ln p.
    code = "-y * np.log(p)" if loss.output == "softmax" else loss.code.removeprefix("np.mean(").removesuffix(")")
    return formula(
        trace,
        step,
        cell,
        code,
        names | ({"delta": limit["delta_limit"]} if limit else {}),
        same_cell_of("p", "y")(cell),
    )


def total_loss(trace: Trace) -> WrittenFormula:
    """Write out the loss of the batch: the mean of its parts."""
    step = next(step for step in trace.steps if step.kind is OpKind.LOSS)
    loss, values = trace.config.training.loss, step.result
    terms = []
    for row in range(values.shape[0]):
        for column in range(values.shape[1]):
            factors = [values[row, column]]
            if "w" in step.operands:
                factors.append(step.operands["w"][row, 0])
            product = factors[0] * (factors[1] if len(factors) > 1 else 1.0)
            label = trace.names.label(values.down, row)
            if values.shape[1] > 1:
                label = f"{label}, {trace.names.label(values.across, column)}"
            terms.append(Term(label, tuple(factors), product))
    return write_sum(
        "L", trace.loss, terms, ("ℓ", "w")[: len(terms[0].factors)], (), divisor=round(1 / loss.share(*values.shape))
    )


def _error(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    names = {name: step.operands[name][cell] for name in ("p", "y")}
    return formula(trace, step, cell, "p - y", names, same_cell_of("p", "y")(cell))


def _delta_out(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    loss, (rows, outputs) = trace.config.training.loss, step.result.shape
    code = loss.delta_code.replace("y.size", str(rows * outputs)).replace("len(y)", str(rows))
    names, uses = {"e": step.operands["e"][cell]}, same_cell_of("e")(cell)
    if "delta_limit" in (limit := param_values(loss)):
        names["delta"] = limit["delta_limit"]
    if "w" in step.operands:
        code, names["w"], uses = f"w * {code}", step.operands["w"][cell[0], 0], (*uses, OperandUse("w", cell[0], 0))
    return formula(trace, step, cell, code, names, uses)


# --- backward ------------------------------------------------------------------------------------------------


def _slope(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    f = trace.config.network.hidden[step.layer - 1].activation
    names = {name: step.operands[name][cell] for name in ("z", "a")} | param_values(f)
    code, used = f.slope_code.format(z="z", a="a"), ["z"] if f.keeps_z else ["a"]
    # The code of the slopes is for arrays; a single number has neither shape nor dtype.
    code = "1" if code.startswith("np.ones") else re.sub(r"\.astype\(a\.dtype\)", " * 1.0", code)
    if "r" in step.operands:
        code, names["r"] = f"({code}) * r", step.operands["r"][cell]
        used.append("r")
    return formula(trace, step, cell, code, names, same_cell_of(*used)(cell))


def _gradient(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    (source, unit), a, d = cell, step.operands["a"], step.operands["δ"]
    terms = []
    for row in range(a.shape[0]):
        label, delta = trace.names.label(a.down, row), d[row, unit]
        if source == a.shape[1]:
            terms.append(Term(label, (delta,), delta))
        else:
            terms.append(Term(label, (a[row, source], delta), a[row, source] * delta))
    is_bias = source == a.shape[1]
    uses = (OperandUse("δ", None, unit),) if is_bias else (OperandUse("a", None, source), OperandUse("δ", None, unit))
    return write_sum(
        trace.names.cell_label(step.result, cell),
        step.result[cell],
        terms,
        (d.symbol,) if is_bias else (a.symbol, d.symbol),
        uses,
    )


def _delta(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    (row, unit), w, d = cell, step.operands["W"], step.operands["δ"]
    terms = [
        Term(trace.names.label(d.across, j), (w[unit, j], d[row, j]), w[unit, j] * d[row, j]) for j in range(d.shape[1])
    ]
    uses = (OperandUse("W", unit, None), OperandUse("δ", row, None), OperandUse("slope", *cell))
    return write_sum(
        trace.names.cell_label(step.result, cell),
        step.result[cell],
        terms,
        (w.symbol, d.symbol),
        uses,
        factor=step.operands["slope"][cell],
    )


_WRITERS: dict[OpKind, Callable[[Trace, TraceStep, Cell], WrittenFormula]] = {
    OpKind.INPUTS: _inputs,
    OpKind.NOISE: _noise,
    OpKind.MASK: _mask,
    OpKind.SUM: _sum,
    OpKind.ACTIVATION: _activation,
    OpKind.DROP: _drop,
    OpKind.OUTPUT: _output,
    OpKind.LOSS: _loss,
    OpKind.ERROR: _error,
    OpKind.DELTA_OUT: _delta_out,
    OpKind.SLOPE: _slope,
    OpKind.GRADIENT: _gradient,
    OpKind.DELTA: _delta,
} | UPDATE_FORMULAS
