"""Derived columns inside an ONNX graph: all rows of a call are one table, in the order in which they are given.

The graph does what `data.derived` does with a table, with the same sequences and the same windows of half the length,
in operations that runtimes know in 64 bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from mlp_gui.data.derived.derived_column import closure
from mlp_gui.data.derived.expression import Call, ColumnName, Node, Number
from mlp_gui.data.derived.functions import FUNCTIONS
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.export.common.raw_columns import raw_columns
from mlp_gui.export.onnx.columns import without_markers, word_numbers
from mlp_gui.export.onnx.graph import Graph
from mlp_gui.export.onnx.row_sequence import SequenceNodes

Named = Callable[[str], str]  # a column -> the value in the graph, of shape (rows,)
_OPERATORS = {
    "+": "Add", "-": "Sub", "*": "Mul", "/": "Div", "^": "Pow", "negative": "Neg", "abs": "Abs", "sqrt": "Sqrt",
    "exp": "Exp", "log": "Log", "sin": "Sin", "cos": "Cos", "floor": "Floor",
}  # fmt: skip
_COMPARISONS = {"<": "Less", "<=": "LessOrEqual", ">": "Greater", ">=": "GreaterOrEqual", "==": "Equal", "!=": "Equal"}


class FormulaNodes:
    """Adds formulas to a graph.

    Parameters
    ----------
    graph : Graph
    n_rows : str
        A vector of one whole number: the rows of a call.
    numbers : callable
        Column to its numbers, NaN where missing.
    groups : callable
        Column to the group of each row, 64-bit floats; infinity where missing.
    """

    def __init__(self, graph: Graph, n_rows: str, numbers: Named, groups: Named) -> None:
        self._graph, self._n_rows, self._numbers, self._groups = graph, n_rows, numbers, groups
        self._sequences: dict[tuple[str, str], SequenceNodes] = {}

    def add(self, formula: Node) -> str:
        """Add a formula; its result has the shape (rows,), NaN where there is no value."""
        return self._graph.op("Expand", self._finite(self._value(formula)), self._n_rows)

    def _finite(self, value: str) -> str:
        return self._graph.op("Where", self._graph.op("IsInf", value), math.nan, value)

    def _value(self, node: Node) -> str:
        if isinstance(node, Number):
            return self._graph.number(node.value)
        if isinstance(node, ColumnName):
            return self._numbers(node.name)
        if node.function in FUNCTIONS and FUNCTIONS[node.function].is_window:
            return self._window(node)
        return self._finite(self._of_row(node.function, [self._value(argument) for argument in node.arguments]))

    def _of_row(self, function: str, values: list[str]) -> str:
        op = self._graph.op
        if function in _OPERATORS:
            return op(_OPERATORS[function], *values)
        if function in _COMPARISONS:
            return self._comparison(function, *values)
        if function in ("min", "max"):
            found = values[0]
            for value in values[1:]:
                found = self._extreme(function, found, value)
            return found
        if function == "if":
            condition, yes, no = values
            chosen = op("Where", op("Equal", condition, 0.0), no, yes)
            return op("Where", op("IsNaN", condition), math.nan, chosen)
        if function == "log10":
            return op("Mul", op("Log", values[0]), 1 / math.log(10))
        if function == "log1p":
            return self._log1p(values[0])
        gap = op("IsNaN", values[0])
        return op("Where", gap, 0.0, 1.0) if function == "present" else op("Where", gap, values[1], values[0])

    def _comparison(self, sign: str, a: str, b: str) -> str:
        op = self._graph.op
        yes, no = (0.0, 1.0) if sign == "!=" else (1.0, 0.0)
        found = op("Where", op(_COMPARISONS[sign], a, b), yes, no)
        return op("Where", op("Or", op("IsNaN", a), op("IsNaN", b)), math.nan, found)

    def _extreme(self, function: str, a: str, b: str) -> str:
        op = self._graph.op
        found = op("Where", op("Less" if function == "min" else "Greater", a, b), a, b)
        return op("Where", op("IsNaN", a), a, found)

    def _log1p(self, x: str) -> str:
        """Compute log(1 + x), exact for small x too (W. Kahan): what 1 + x has lost is given back as a factor."""
        op = self._graph.op
        y = op("Add", x, 1.0)
        lost = op("Sub", y, 1.0)
        same = op("Equal", lost, 0.0)
        return op("Where", same, x, op("Mul", op("Log", y), op("Div", x, op("Where", same, 1.0, lost))))

    def _window(self, call: Call) -> str:
        key = call.by, call.order
        if key not in self._sequences:
            groups, times = self._groups(call.by) if call.by else "", self._numbers(call.order) if call.order else ""
            self._sequences[key] = SequenceNodes(self._graph, self._n_rows, groups, times)
        sequence = self._sequences[key]
        values = sequence.gather(self._graph.op("Expand", self._value(call.arguments[0]), self._n_rows))
        return sequence.scatter(self._in_sequence(call.function, values, call.count, sequence))

    def _in_sequence(self, function: str, x: str, count: float, sequence: SequenceNodes) -> str:
        op, n = self._graph.op, int(count)
        if function in ("lag", "lead"):
            return sequence.shift(x, n if function == "lag" else -n)
        if function == "difference":
            return op("Sub", x, sequence.shift(x, n))
        if function == "ewm":
            return self._exponential_mean(x, count, sequence)
        if function in ("rows_since", "days_since"):
            return sequence.since(x, by_time=function == "days_since")
        folds: dict[str, Callable[[str, str], str]] = {
            "rolling_min": lambda a, b: self._extreme("min", a, b),
            "rolling_max": lambda a, b: self._extreme("max", a, b),
        }
        found = self._roll(x, n, folds.get(function, lambda a, b: op("Add", a, b)), sequence)
        return op("Div", found, float(n)) if function == "rolling_mean" else found

    def _roll(self, x: str, n: int, fold: Callable[[str, str], str], sequence: SequenceNodes) -> str:
        found, block, size, covered = "", x, 1, 0
        while True:
            if n & size:
                part = sequence.shift(block, covered) if covered else block
                found = fold(found, part) if found else part
                covered += size
            if size * 2 > n:
                return found
            block, size = fold(block, sequence.shift(block, size)), size * 2

    def _exponential_mean(self, x: str, span: float, sequence: SequenceNodes) -> str:
        op = self._graph.op
        gap = op("IsNaN", x)
        total, weight = op("Where", gap, 0.0, x), op("Where", gap, 0.0, 1.0)
        factor, step = (span - 1.0) / (span + 1.0), 1
        # Until the weights are nothing beside 1; a table of more rows than 2^40 fits nowhere.
        while factor > 1e-300 and step < 2**40:
            total = op("Add", total, op("Mul", sequence.shift(total, step, 0.0), factor))
            weight = op("Add", weight, op("Mul", sequence.shift(weight, step, 0.0), factor))
            factor, step = factor * factor, step * 2
        nothing = op("Equal", weight, 0.0)
        return op("Where", nothing, math.nan, op("Div", total, op("Where", nothing, 1.0, weight)))


def add_derived(graph: Graph, pipeline: Pipeline, inputs: Sequence[str]) -> dict[str, str]:
    """Add the derived columns that the network needs.

    Parameters
    ----------
    graph : Graph
    pipeline : Pipeline
    inputs : sequence of str
        The graph's inputs, one for each of `raw_columns`, of shape (rows, 1).

    Returns
    -------
    dict of str to str
        Derived column -> its values, of shape (rows, 1).

    Raises
    ------
    UserError
        If a formula computes with a column that the network takes as categories.
    """
    declared = closure(pipeline.derivation.declared, pipeline.input_names)
    if not declared:
        return {}
    columns = {column.name: (column, name) for column, name in zip(raw_columns(pipeline), inputs, strict=True)}
    flat, made = graph.array(np.array([-1], np.int64)), dict[str, str]()

    def numbers(name: str) -> str:
        if name not in made:
            column, cells = columns[name]
            values = word_numbers(graph, column, cells) if column.holds_words else without_markers(graph, column, cells)
            made[name] = graph.op("Reshape", values, flat)
        return made[name]

    def groups(name: str) -> str:
        if name in columns and columns[name][0].holds_words:
            cells = columns[name][1]
            gap = graph.op("OneHotEncoder", cells, domain="ai.onnx.ml", cats_strings=[b""], zeros=1)
            gap, words = graph.op("Reshape", gap, flat), graph.op("Reshape", cells, flat)
            missing = graph.op("Greater", graph.cast(gap, graph.dtype), 0.5)
        else:
            words = numbers(name)
            missing = graph.op("IsNaN", words)
        of_row = graph.several("Unique", 4, words, axis=0, sorted=1)[2]
        return graph.op("Where", missing, math.inf, graph.cast(of_row, graph.dtype))

    first = graph.op("Shape", next(iter(inputs)))
    n_rows = graph.op("Slice", first, graph.array(np.array([0], np.int64)), graph.array(np.array([1], np.int64)))
    nodes = FormulaNodes(graph, n_rows, numbers, groups)
    for column in declared:
        made[column.name] = nodes.add(column.formula)
    wide = graph.array(np.array([-1, 1], np.int64))
    wanted = {fitted.name for fitted in pipeline.inputs}
    return {c.name: graph.op("Reshape", made[c.name], wide) for c in declared if c.name in wanted}
