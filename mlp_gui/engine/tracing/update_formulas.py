"""How the numbers of penalties, clipping and the update are written out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.engine.tracing.formulas import (
    Cell,
    Use,
    Written,
    exact,
    formula,
    four,
    is_bias,
    readable,
    same,
    settings_of,
    substituted,
)
from mlp_gui.engine.tracing.trace import Step, Trace
from mlp_gui.engine.tracing.update_steps import assigned, rule


def _penalty(trace: Trace, step: Step, cell: Cell) -> Written:
    training = trace.config.training
    if is_bias(step, cell):
        return formula(trace, step, cell, "g", {"g": step.operands["g"][cell]}, same("g")(cell))
    names = {"g": step.operands["g"][cell], "W": step.operands["W"][cell]}
    if step.kind == "l2":
        return formula(trace, step, cell, "g + l2 * W", names | {"l2": training.l2}, same("g", "W")(cell))
    return formula(trace, step, cell, "g + l1 * np.sign(W)", names | {"l1": training.l1}, same("g", "W")(cell))


def _clip_value(trace: Trace, step: Step, cell: Cell) -> Written:
    c = trace.config.training.clip_limit
    names = {"g": step.operands["g"][cell], "low": -c, "high": c}
    return formula(trace, step, cell, "np.clip(g, low, high)", names, same("g")(cell))


def _clip_norm(trace: Trace, step: Step, cell: Cell) -> Written:
    names = {"g": step.operands["g"][cell], "c": trace.config.training.clip_limit, "norm": step.operands["norm"][0, 0]}
    return formula(trace, step, cell, "g * min(1, c / norm)", names, same("g")(cell))


def _update(trace: Trace, step: Step, cell: Cell) -> Written:
    """Every line of the optimizer's code with its numbers."""
    optimizer, o = trace.config.training.optimizer, step.operands
    names = settings_of(optimizer) | {"theta": o["W"][cell], "g": o["g"][cell], "rate": trace.rate, "t": trace.count}
    memory = [name for name in o if f"{name} new" in o]
    names |= {name: o[name][cell] for name in memory}
    if is_bias(step, cell) and "decay" in names:
        names["decay"] = 0.0
    target, value, lines, expression = trace.names.cell(step.result, cell), step.result[cell], [], exact(o["W"][cell])
    for line in rule(optimizer):
        name, right = assigned(line), re.split(r"[-+]?= ", line, maxsplit=1)[1]
        if name == "theta" or "-=" in line or "+=" in line:
            sign = "-" if "-=" in line else "+"
            right = f"{name} {sign} {_grouped(right)}"
        text = readable(right, names)
        if name == "theta":
            expression = f"{expression} {sign} {_grouped(substituted(right.split(f' {sign} ', 1)[1], names, exact))}"
            names["theta"] = float(eval(right, {"np": np, "__builtins__": {}}, names))  # our own line, not the person's
            lines.append(f"{target} = {text} = {four(names['theta'])}")
        else:
            names[name] = o[f"{name} new"][cell]
            lines.append(f"{name} = {text} = {four(names[name])}")
    old, g = o["W"][cell], o["g"][cell]
    kept: list[tuple[str, float]] = []
    for name in memory:
        kept += [
            (tr("{name} before", name=name), o[name][cell]),
            (tr("{name} after", name=name), o[f"{name} new"][cell]),
        ]
    facts = (
        (tr("old"), old),
        (tr("gradient"), g),
        (tr("learning rate"), trace.rate),
        *((("t", trace.count),) if trace.count else ()),
        *kept,
        (tr("step"), value - old),
        (tr("new"), value),
    )
    uses = tuple(Use(name, *cell) for name in ("W", "g", *memory))
    return Written(target, value, expression, text, uses=uses, lines=tuple(lines), facts=facts)


def _grouped(code: str) -> str:
    return f"({code})" if " + " in code or " - " in code else code


def _decay(trace: Trace, step: Step, cell: Cell) -> Written:
    decay = 0.0 if is_bias(step, cell) else trace.config.training.weight_decay
    names = {"W": step.operands["W"][cell], "rate": trace.rate, "decay": decay}
    return formula(trace, step, cell, "W - rate * decay * W", names, same("W")(cell))


def _max_norm(trace: Trace, step: Step, cell: Cell) -> Written:
    w = step.operands["W"].values
    norm = float((w[:-1, cell[1]] ** 2).sum() ** 0.5)
    names = {"W": float(w[cell]), "c": float(trace.config.training.max_norm or 0), "norm": norm}
    code = "W" if is_bias(step, cell) else "W * min(1, c / norm)"
    return formula(trace, step, cell, code, names, same("W")(cell))


def _move(trace: Trace, step: Step, cell: Cell) -> Written:
    old, g, new = step.operands["W"][cell], step.operands["g"][cell], step.result[cell]
    facts = ((tr("old"), old), (tr("gradient"), g), (tr("step"), new - old), (tr("new"), new))
    written = formula(trace, step, cell, "W + move", {"W": old, "move": new - old}, same("W", "g")(cell))
    return dataclasses.replace(written, facts=facts)


def _average(trace: Trace, step: Step, cell: Cell) -> Written:
    names = {name: step.operands[name][cell] for name in ("mean", "W")} | {"share": trace.config.training.averaging}
    return formula(trace, step, cell, "share * mean + (1 - share) * W", names, same("mean", "W")(cell))


ENDINGS: dict[str, Callable[[Trace, Step, Cell], Written]] = {
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
