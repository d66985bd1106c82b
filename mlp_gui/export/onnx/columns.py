"""Raw columns inside an ONNX graph: one input (rows, 1) per column, gaps filled, categories as 0 and 1, dates as waves.

Numbers are 64-bit inputs where NaN is a gap; categories are texts where "" is a gap; dates are days since 1970-01-01.
"""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.export.common.raw_columns import RawColumn
from mlp_gui.export.onnx.graph import Graph
from mlp_gui.export.scripts.transform_code import onnx_forward

_DOUBLE = np.dtype(np.float64)


def input_names(columns: tuple[RawColumn, ...]) -> tuple[str, ...]:
    """Return the names of the model's inputs: those of the columns, as far as ONNX can carry them, each once."""
    found: list[str] = []
    for i, column in enumerate(columns, 1):
        name = column.name.encode("utf-8", "replace").decode("utf-8").replace("\0", "?") or f"column_{i}"
        found.append(name if name not in found else f"{name} ({i})")
    return tuple(found)


def encode_column(graph: Graph, fitted: FittedInput, name: str) -> str:
    """Add the encoding and scaling of one column.

    Parameters
    ----------
    graph : Graph
    fitted : FittedInput
    name : str
        Name of the graph's input, or of a derived column in it, of shape (rows, 1).

    Returns
    -------
    str
        Name of the result, of shape (rows, features): NaN where a cell is missing that nothing stands in for.

    Raises
    ------
    UserError
        If the empty text is one of the column's categories.
    """
    raw = _one_hot(graph, fitted, name) if fitted.encoding == "one_hot" else _numbers(graph, fitted, name)
    moved = graph.op("Sub", raw, graph.array(np.array([fitted.shift])))
    return graph.op("Div", moved, graph.array(np.array([fitted.scale])))


def without_markers(graph: Graph, column: FittedInput | RawColumn, name: str) -> str:
    """Return numbers with NaN for those that mean no value.

    Parameters
    ----------
    graph : Graph
    column : FittedInput or RawColumn
    name : str
    """
    for marker in column.marker_numbers:
        name = graph.op("Where", graph.op("Equal", name, marker), math.nan, name)
    return name


def word_numbers(graph: Graph, column: RawColumn, name: str) -> str:
    """Return what formulas take for the words of a column of yes and no, of shape (rows, 1).

    Parameters
    ----------
    graph : Graph
    column : RawColumn
    name : str

    Raises
    ------
    UserError
        If it holds other words.
    """
    numbers = column.word_numbers()
    texts = [word.encode("utf-8", "replace") for word in numbers]
    flags = graph.op("OneHotEncoder", name, domain="ai.onnx.ml", cats_strings=texts, zeros=1)
    flags = graph.op("Reshape", graph.cast(flags, _DOUBLE), graph.array(np.array([-1, len(texts)], np.int64)))
    found = graph.op("MatMul", flags, graph.array(np.array(list(numbers.values()))[:, None]))
    known = graph.op("ReduceSum", flags, graph.array(np.array([1], np.int64)), keepdims=1)
    return graph.op("Where", graph.op("Greater", known, 0.5), found, math.nan)


def _numbers(graph: Graph, fitted: FittedInput, name: str) -> str:
    value = name = without_markers(graph, fitted, name)
    if fitted.fill is not None:
        value = graph.op("Where", graph.op("IsNaN", name), float(fitted.fill), name)
    flags = [graph.op("Where", graph.op("IsNaN", name), 1.0, 0.0)] if fitted.flag else []
    value = onnx_forward(fitted.transformation, graph, value)
    if fitted.encoding in ("number", "days"):
        parts = [value, *([_pieces(graph, fitted, value)] if fitted.edges else []), *flags]
        return graph.op("Concat", *parts, axis=1) if len(parts) > 1 else value
    parts = []
    if fitted.encoding in ("day_of_year", "day_and_hour"):
        parts += _waves(graph, _share_of_year(graph, value))
    if fitted.encoding in ("hour_of_day", "day_and_hour"):
        parts += _waves(graph, graph.fraction(value))
    return graph.op("Concat", *parts, *flags, axis=1)


def _pieces(graph: Graph, fitted: FittedInput, value: str) -> str:
    """Give the share of each piece below a number, of shape (rows, pieces); not by Clip, which may lose NaN."""
    edges = np.array(fitted.edges)
    above = graph.op("Sub", value, graph.array(edges[None, :-1]))
    share = graph.op("Div", above, graph.array(np.diff(edges)[None]))
    share = graph.op("Where", graph.op("Less", share, 0.0), 0.0, share)
    return graph.op("Where", graph.op("Greater", share, 1.0), 1.0, share)


def _waves(graph: Graph, share: str) -> list[str]:
    angle = graph.op("Mul", share, 2 * math.pi)
    return [graph.op("Sin", angle), graph.op("Cos", angle)]


def _share_of_year(graph: Graph, days: str) -> str:
    """Compute the share of the year that has passed, by the calendar's rule from days since 1970-01-01.

    Years are counted from March (H. Hinnant, "chrono-compatible low-level date algorithms").
    """
    op, whole = graph.op, graph.whole_division
    # Whole seconds first, as the encoder does. 719,468 days lie between 0000-03-01 and 1970-01-01.
    day = op("Add", whole(op("Round", op("Mul", days, 86_400.0)), 86_400.0), 719_468.0)
    era = whole(day, 146_097.0)
    day = op("Sub", day, op("Mul", era, 146_097.0))
    leaps = op("Sub", whole(day, 36_524.0), op("Add", whole(day, 1_460.0), whole(day, 146_096.0)))
    year = whole(op("Add", day, leaps), 365.0)
    passed = op("Add", op("Mul", year, 365.0), op("Sub", whole(year, 4.0), whole(year, 100.0)))
    since_march = op("Sub", day, passed)
    early = op("GreaterOrEqual", since_march, 306.0)
    civil = op("Add", year, op("Where", early, 1.0, 0.0))
    leap = op(
        "Sub", _divides(graph, civil, 4.0), op("Sub", _divides(graph, civil, 100.0), _divides(graph, civil, 400.0))
    )
    late = op("Add", op("Add", since_march, 59.0), leap)
    before = op("Where", early, op("Sub", since_march, 306.0), late)
    return op("Div", op("Add", before, graph.fraction(days)), op("Add", leap, 365.0))


def _divides(graph: Graph, value: str, by: float) -> str:
    """Give 1 where the whole number is a multiple, else 0."""
    same = graph.op("Equal", graph.op("Mul", graph.whole_division(value, by), by), value)
    return graph.op("Where", same, 1.0, 0.0)


def _one_hot(graph: Graph, fitted: FittedInput, name: str) -> str:
    """Give 0 and 1 for each category. The empty text is one more of them, which then becomes the fill or NaN."""
    if "" in fitted.categories:
        raise UserError(
            tr(
                "ONNX cannot tell an empty cell of the column {name} from its category that is an empty text.",
                name=fitted.name[:80],
            ),
            hint=tr("Rename that category in the file, or choose the Python script."),
        )
    words = (*fitted.categories, "")
    texts = [word.encode("utf-8", "replace") for word in words]
    flags = graph.op("OneHotEncoder", name, domain="ai.onnx.ml", cats_strings=texts, zeros=1)
    flags = graph.op("Reshape", graph.cast(flags, _DOUBLE), graph.array(np.array([-1, len(words)], np.int64)))
    # One row per word. That of the gap holds the fill, and a word that is none of them gets zeros.
    table = np.eye(len(words))[:, : len(fitted.categories)]
    if fitted.fill in fitted.categories:
        table[-1, fitted.categories.index(str(fitted.fill))] = 1.0
    found = graph.op("MatMul", flags, graph.array(table[:, 1:] if fitted.single else table))
    if fitted.is_yes_no:
        known = graph.op("ReduceSum", flags, graph.array(np.array([1], np.int64)), keepdims=1)
        found = graph.op("Where", graph.op("Greater", known, 0.5), found, math.nan)
    if fitted.fill is not None:
        return found
    gap = graph.op("Gather", flags, graph.array(np.array([len(words) - 1], np.int64)), axis=1)
    return graph.op("Where", graph.op("Greater", gap, 0.5), math.nan, found)
