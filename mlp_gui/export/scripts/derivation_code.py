"""Derived columns as literals of a Python script, whose part `derived` computes them."""

from __future__ import annotations

from typing import Any

from mlp_gui.data.derived.derived_column import closure
from mlp_gui.data.derived.expression import ColumnName, Node, Number
from mlp_gui.data.preprocessing.pipeline import Pipeline


def derivation_literals(pipeline: Pipeline) -> dict[str, Any]:
    """Return the names that the part `derived` of a script needs: its columns, their sources, and the formulas.

    Parameters
    ----------
    pipeline : Pipeline
    """
    declared = closure(pipeline.derivation.declared, pipeline.input_names)
    plain, needed = pipeline.to_json()["derivation"], set(pipeline.raw_names)
    return {
        "SOURCES_OF_ROWS": list(pipeline.raw_names),
        "SOURCES": [source for source in plain["sources"] if source["name"] in needed],
        "DERIVED": [[column.name, formula_literal(column.formula)] for column in declared],
    }


def formula_literal(node: Node) -> Any:
    """Return a formula as plain values: a number, the name of a column, or [function, by, order, arguments ...].

    Parameters
    ----------
    node : Node
    """
    if isinstance(node, Number):
        return node.value
    if isinstance(node, ColumnName):
        return node.name
    return [node.function, node.by, node.order, *map(formula_literal, node.arguments)]
