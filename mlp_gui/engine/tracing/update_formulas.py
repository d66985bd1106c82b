"""How the numbers of penalties, clipping and the update are written out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.formulas import (
    Cell,
    OperandUse,
    WrittenFormula,
    format_exact,
    format_significant,
    formula,
    is_bias,
    param_values,
    readable_code,
    same_cell_of,
    substitute,
)
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.engine.tracing.update_steps import assigned_name, update_code_lines


def _penalty(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    training = trace.config.training
    if is_bias(step, cell):
        return formula(trace, step, cell, "g", {"g": step.operands["g"][cell]}, same_cell_of("g")(cell))
    names = {"g": step.operands["g"][cell], "W": step.operands["W"][cell]}
    if step.kind == "l2":
        return formula(trace, step, cell, "g + l2 * W", names | {"l2": training.l2}, same_cell_of("g", "W")(cell))
    return formula(trace, step, cell, "g + l1 * np.sign(W)", names | {"l1": training.l1}, same_cell_of("g", "W")(cell))


def _clip_value(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    c = trace.config.training.clip_limit
    names = {"g": step.operands["g"][cell], "low": -c, "high": c}
    return formula(trace, step, cell, "np.clip(g, low, high)", names, same_cell_of("g")(cell))


def _clip_norm(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    names = {"g": step.operands["g"][cell], "c": trace.config.training.clip_limit, "norm": step.operands["norm"][0, 0]}
    return formula(trace, step, cell, "g * min(1, c / norm)", names, same_cell_of("g")(cell))


def _update(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    """Every line of the optimizer's code with its numbers."""
    optimizer, o = trace.config.training.optimizer, step.operands
    names = param_values(optimizer) | {"theta": o["W"][cell], "g": o["g"][cell], "rate": trace.rate, "t": trace.count}
    memory = [name for name in o if f"{name} new" in o]
    names |= {name: o[name][cell] for name in memory}
    if is_bias(step, cell) and "decay" in names:
        names["decay"] = 0.0
    target, value, lines = trace.names.cell_label(step.result, cell), step.result[cell], []
    expression = format_exact(o["W"][cell])
    for line in update_code_lines(optimizer):
        name, right = assigned_name(line), re.split(r"[-+]?= ", line, maxsplit=1)[1]
        if name == "theta" or "-=" in line or "+=" in line:
            sign = "-" if "-=" in line else "+"
            right = f"{name} {sign} {_grouped(right)}"
        text = readable_code(right, names)
        if name == "theta":
            change = substitute(right.split(f" {sign} ", 1)[1], names, format_exact)
            expression = f"{expression} {sign} {_grouped(change)}"
            names["theta"] = float(eval(right, {"np": np, "__builtins__": {}}, names))  # our own line, not the person's
            lines.append(f"{target} = {text} = {format_significant(names['theta'])}")
        else:
            names[name] = o[f"{name} new"][cell]
            lines.append(f"{name} = {text} = {format_significant(names[name])}")
    old, g = o["W"][cell], o["g"][cell]
    kept: list[tuple[str, float]] = []
    for name in memory:
        kept.append((tr("{name} before", name=name), o[name][cell]))
        kept.append((tr("{name} after", name=name), o[f"{name} new"][cell]))
    facts = (
        (tr("old"), old),
        (tr("gradient"), g),
        (tr("learning rate"), trace.rate),
        *((("t", trace.count),) if trace.count else ()),
        *kept,
        (tr("step"), value - old),
        (tr("new"), value),
    )
    uses = tuple(OperandUse(name, *cell) for name in ("W", "g", *memory))
    return WrittenFormula(target, value, expression, text, uses=uses, lines=tuple(lines), facts=facts)


def _grouped(code: str) -> str:
    return f"({code})" if " + " in code or " - " in code else code


def _decay(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    decay = 0.0 if is_bias(step, cell) else trace.config.training.weight_decay
    names = {"W": step.operands["W"][cell], "rate": trace.rate, "decay": decay}
    return formula(trace, step, cell, "W - rate * decay * W", names, same_cell_of("W")(cell))


def _max_norm(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    w = step.operands["W"].values
    norm = float((w[:-1, cell[1]] ** 2).sum() ** 0.5)
    names = {"W": float(w[cell]), "c": float(trace.config.training.max_norm or 0), "norm": norm}
    code = "W" if is_bias(step, cell) else "W * min(1, c / norm)"
    return formula(trace, step, cell, code, names, same_cell_of("W")(cell))


def _move(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    old, g, new = step.operands["W"][cell], step.operands["g"][cell], step.result[cell]
    facts = ((tr("old"), old), (tr("gradient"), g), (tr("step"), new - old), (tr("new"), new))
    written = formula(trace, step, cell, "W + move", {"W": old, "move": new - old}, same_cell_of("W", "g")(cell))
    return dataclasses.replace(written, facts=facts)


def _average(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    names = {name: step.operands[name][cell] for name in ("mean", "W")} | {"share": trace.config.training.averaging}
    return formula(trace, step, cell, "share * mean + (1 - share) * W", names, same_cell_of("mean", "W")(cell))


UPDATE_FORMULAS: dict[str, Callable[[Trace, TraceStep, Cell], WrittenFormula]] = {
    "l1": _penalty,
    "l2": _penalty,
    "clip_value": _clip_value,
    "clip_norm": _clip_norm,
    "update": _update,
    "decay": _decay,
    "max_norm": _max_norm,
    "move": _move,
    "average": _average,
}
