"""How the numbers of penalties, clipping and the update are written out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from mlp_gui.core.number_format import format_significant, telling_digits
from mlp_gui.core.translation import localize_signs, tr
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.formulas import (
    Cell,
    OperandUse,
    WrittenFormula,
    formula,
    is_bias,
    param_values,
    python_literal,
    readable_code,
    same_cell_of,
    substitute,
)
from mlp_gui.engine.tracing.trace import Trace, TraceStep
from mlp_gui.engine.tracing.update_code import THETA, update_lines


def _penalty(trace: Trace, step: TraceStep, cell: Cell) -> WrittenFormula:
    training = trace.config.training
    if is_bias(step, cell):
        return formula(trace, step, cell, "g", {"g": step.operands["g"][cell]}, same_cell_of("g")(cell))
    names = {"g": step.operands["g"][cell], "W": step.operands["W"][cell]}
    if step.kind is OpKind.L2:
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
    """Write every line of the optimizer's code with its numbers."""
    optimizer, o = trace.config.training.optimizer, step.operands
    # What has a value before and after the update is the optimizer's memory.
    memory = [name for name in o if f"{name} new" in o]
    names = param_values(optimizer) | {THETA: o["W"][cell], "g": o["g"][cell], "rate": trace.rate, "t": trace.count}
    names |= {name: o[name][cell] for name in memory}
    decayed = optimizer.decayed_weight(o["W"][cell], trace.rate)
    if is_bias(step, cell) and "decay" in names:
        # Biases are not decayed, while the optimizer's line of code speaks of decay.
        names["decay"], decayed = 0.0, o["W"][cell]
    target, lines = trace.names.cell_label(step.result, cell), []
    expression, code_lines = python_literal(o["W"][cell]), update_lines(optimizer)
    last, form = len(code_lines) - 1, telling_digits(o["W"][cell], step.result[cell])
    for number, (name, sign, right) in enumerate(code_lines):
        # Digits grow until the change can be seen.
        code = substitute(f"{name} {sign} {_grouped(right)}" if sign else right, {THETA: names[THETA]}, form)
        text = readable_code(code, names)
        if name == THETA:
            expression = f"{expression} {sign} {_grouped(substitute(_grouped(right), names, python_literal))}"
            # The step comes last; what changes θ before it is the decay.
            names[THETA] = step.result[cell] if number == last else decayed
            lines.append(f"{target} = {text} = {localize_signs(form(names[THETA]))}")
        else:
            names[name] = o[f"{name} new"][cell]
            lines.append(f"{name} = {text} = {format_significant(names[name])}")
    uses = tuple(OperandUse(name, *cell) for name in ("W", "g", *memory))
    facts = _facts(trace, step, cell, memory)
    return WrittenFormula(target, step.result[cell], expression, text, uses=uses, lines=tuple(lines), facts=facts)


def _facts(trace: Trace, step: TraceStep, cell: Cell, memory: list[str]) -> tuple[tuple[str, float], ...]:
    """Return the numbers of an update by name; memory: the names of the optimizer's vectors."""
    o, new = step.operands, step.result[cell]
    kept: list[tuple[str, float]] = []
    for name in memory:
        kept.append((tr("{name} before", name=name), o[name][cell]))
        kept.append((tr("{name} after", name=name), o[f"{name} new"][cell]))
    return (
        (tr("old"), o["W"][cell]),
        (tr("gradient"), o["g"][cell]),
        (tr("learning rate"), trace.rate),
        *((("t", trace.count),) if trace.count else ()),
        *kept,
        (tr("step"), new - o["W"][cell]),
        (tr("new"), new),
    )


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


UPDATE_FORMULAS: dict[OpKind, Callable[[Trace, TraceStep, Cell], WrittenFormula]] = {
    OpKind.L1: _penalty,
    OpKind.L2: _penalty,
    OpKind.CLIP_VALUE: _clip_value,
    OpKind.CLIP_NORM: _clip_norm,
    OpKind.UPDATE: _update,
    OpKind.DECAY: _decay,
    OpKind.MAX_NORM: _max_norm,
    OpKind.MOVE: _move,
    OpKind.AVERAGE: _average,
}
