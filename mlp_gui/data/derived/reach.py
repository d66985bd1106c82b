"""How far into time a formula reaches: the latest row of each column that it asks, counted from the present one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mlp_gui.data.derived.derived_column import DerivedColumn
from mlp_gui.data.derived.expression import ColumnName, Node, Number

Reach = dict[str, int]


def reach_of(formula: Node, others: Mapping[str, Reach]) -> Reach:
    """Return the latest row of each column of the file: 0 for the present one, -1 for the one before.

    Parameters
    ----------
    formula : Node
    others : mapping of str to dict
        What derived columns reach, by name.
    """
    if isinstance(formula, Number):
        return {}
    if isinstance(formula, ColumnName):
        return others.get(formula.name, {formula.name: 0})
    moved = {"lag": -int(formula.count), "lead": int(formula.count)}.get(formula.function, 0)
    found: Reach = {}
    for argument in formula.arguments:
        for name, latest in reach_of(argument, others).items():
            found[name] = max(found.get(name, latest + moved), latest + moved)
    return found


def columns_with_target(
    columns: Sequence[DerivedColumn], inputs: Iterable[str], targets: Iterable[str]
) -> dict[str, str]:
    """Map inputs to the target whose own value they hold, which nobody knows when a prediction is made.

    Parameters
    ----------
    columns : sequence of DerivedColumn
    inputs, targets : iterable of str
    """
    reaches: dict[str, Reach] = {}
    for column in columns:
        reaches[column.name] = reach_of(column.formula, reaches)
    found = {}
    for target in targets:
        asked = reaches.get(target, {target: 0})
        for name in inputs:
            if name not in reaches and target not in reaches:
                continue  # both stand in the file: that is for others to find
            own = reaches.get(name, {name: 0})
            if any(own[other] >= latest for other, latest in asked.items() if other in own):
                found[name] = target
    return found
