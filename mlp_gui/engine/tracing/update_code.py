"""The lines of code of an optimizer's update, taken apart: what each one sets, and from what."""

from __future__ import annotations

import ast
from typing import NamedTuple

from mlp_gui.engine.optimizers.base import Optimizer

SYMBOLS = {"momentum": "mu", "beta_1": "b1", "beta_2": "b2", "epsilon": "eps", "rho": "rho", "decay": "decay"}
"""How the optimizers' settings are called in their lines of code."""

THETA = "theta"


class UpdateLine(NamedTuple):
    """One assignment.

    Attributes
    ----------
    target : str
        The name that the line sets: THETA, or a vector of the optimizer's memory.
    sign : str
        "-" or "+" for a line that changes its target, empty for one that sets it anew.
    value : str
        The right side.
    """

    target: str
    sign: str
    value: str


_SIGNS: dict[type[ast.operator], str] = {ast.Sub: "-", ast.Add: "+"}


def update_lines(optimizer: Optimizer) -> tuple[UpdateLine, ...]:
    """Return the lines of an optimizer's update, in order."""
    return tuple(_parsed(line) for line in optimizer.code_lines())


def _parsed(line: str) -> UpdateLine:
    # Parsed, not split at a sign: the right side may hold signs and equals too.
    node = ast.parse(line).body[0]
    assert isinstance(node, ast.AugAssign | ast.Assign), line
    target: ast.expr = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
    assert isinstance(target, ast.Name), line
    sign = _SIGNS[type(node.op)] if isinstance(node, ast.AugAssign) else ""
    return UpdateLine(target.id, sign, ast.get_source_segment(line, node.value) or "")


def memory_names(optimizer: Optimizer) -> tuple[str, ...]:
    """Return what the vectors of an optimizer's memory are called: m and v for Adam."""
    return tuple(dict.fromkeys(line.target for line in update_lines(optimizer) if line.target != THETA))
