"""The transformations of a network's inputs and targets, put into the source of an export format."""

from __future__ import annotations

import math

from mlp_gui.core.transform_functions import defined_between
from mlp_gui.core.transformation import Transformation
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.export.scripts.activation_code import OnnxGraph
from mlp_gui.export.scripts.transform_languages import C_HELPERS, TRANSFORM_CODES, KnotSpans


def c_transformations(pipeline: Pipeline, more: str = "") -> str:
    """Write the C functions that transform input i, and that bring output j back within its limits.

    Parameters
    ----------
    pipeline : Pipeline
    more : str
        Code that comes later and calls the same helpers.
    """
    forward = {i: f.transformation for i, f in enumerate(pipeline.inputs) if not f.transformation.is_none}
    back = {j: found for j, found in enumerate(pipeline.target_transforms) if not found.is_none}
    cases = [f"    case {i}:\n        v = {c_forward(found)};\n        break;" for i, found in forward.items()]
    finite = "    return v - v == 0.0 ? v : NAN;" if forward else "    return v;"
    parts = [_switch("mlp_transform", cases, finite)]
    cases = [f"    case {j}:\n{_c_case(found)}\n        break;" for j, found in back.items()]
    parts.append(_switch("mlp_restore", cases, "    return v;"))
    # A function that nothing calls would be a warning of the compiler.
    needed = [code for name, code in C_HELPERS.items() if f"{name}(" in "".join([*parts, more])]
    return "\n\n".join([*needed, *parts])


def c_forward(found: Transformation) -> str:
    """Return the C expression of a transformed `v`, NaN or infinite where it is not defined.

    Parameters
    ----------
    found : Transformation
    """
    return TRANSFORM_CODES[_row(found)].c("v", found.learned)


def c_back(found: Transformation) -> str:
    """Return the C expression of the original unit of `v`, which is within the limits: without smearing.

    Parameters
    ----------
    found : Transformation
    """
    return TRANSFORM_CODES[_row(found)].c_back("v", found.learned)


def _c_case(found: Transformation) -> str:
    lines = [f"v = v < {found.low!r} ? {found.low!r} : v > {found.high!r} ? {found.high!r} : v;"]
    if not found.smearing:
        lines.append(f"v = {c_back(found)};")
    else:
        residuals, weights = (", ".join(map(repr, numbers)) for numbers in zip(*found.smearing, strict=True))
        least, most = sums_between(found)
        lines += [
            "{ /* the mean over the residuals of the training rows */",
            f"    static const double residual[] = {{{residuals}}};",
            f"    static const double weight[] = {{{weights}}};",
            "    double kept = v, mean = 0.0;",
            "    int k;",
            f"    for (k = 0; k < {len(found.smearing)}; k++) {{",
            "        v = kept + residual[k];",
            *([f"        v = v < {least!r} ? {least!r} : v;"] if least > -math.inf else []),
            *([f"        v = v > {most!r} ? {most!r} : v;"] if most < math.inf else []),
            f"        mean += weight[k] * ({c_back(found)});",
            "    }",
            "    v = mean;",
            "}",
        ]
    return "\n".join(f"        {line}" for line in lines)


def _switch(name: str, cases: list[str], end: str) -> str:
    body = ["    switch (i) {", *cases, "    default:", "        break;", "    }"] if cases else ["    (void)i;"]
    return "\n".join([f"static double {name}(int i, double v)", "{", *body, end, "}"])


def spreadsheet_forward(found: Transformation, value: str, knots: KnotSpans) -> str:
    """Return the formula of a transformed value.

    Parameters
    ----------
    found : Transformation
    value : str
        A formula.
    knots : callable
        Returns the ranges of cells in which the numbers and the scores of its knots stand.
    """
    learned = knots(found) if found.knots else found.parameter
    return value if found.is_none else TRANSFORM_CODES[_row(found)].spreadsheet(value, learned)


def spreadsheet_back(found: Transformation, value: str, knots: KnotSpans) -> str:
    """Return the formula of the original unit of a value, which is kept within the limits.

    Parameters
    ----------
    found : Transformation
    value : str
        A formula.
    knots : callable
        As for `spreadsheet_forward`.
    """
    if found.is_none:
        return value
    learned = knots(found) if found.knots else found.parameter
    return TRANSFORM_CODES[_row(found)].spreadsheet_back(spreadsheet_kept(found, value), learned)


def spreadsheet_smeared(found: Transformation, value: str, residual: str, knots: KnotSpans) -> str:
    """Return the formula of the original unit of a value that is kept within the limits, plus a residual.

    Parameters
    ----------
    found : Transformation
    value, residual : str
        Cells.
    knots : callable
        As for `spreadsheet_forward`.
    """
    learned = knots(found) if found.knots else found.parameter
    least, most = sums_between(found)
    moved = f"({value}+{residual})"
    moved = f"MAX({moved},{least!r})" if least > -math.inf else moved
    moved = f"MIN({moved},{most!r})" if most < math.inf else moved
    return TRANSFORM_CODES[_row(found)].spreadsheet_back(moved, learned)


def spreadsheet_kept(found: Transformation, value: str) -> str:
    """Return the formula of a value within the limits of its predictions.

    Parameters
    ----------
    found : Transformation
    value : str
        A formula.
    """
    return f"MIN(MAX({value},{found.low!r}),{found.high!r})"


def onnx_forward(found: Transformation, graph: OnnxGraph, value: str) -> str:
    """Add a transformation to a graph.

    Parameters
    ----------
    found : Transformation
    graph : OnnxGraph
    value : str
        Name of a value in the graph.

    Returns
    -------
    str
        Name of the result: NaN where it is not defined.
    """
    if found.is_none:
        return value
    result = TRANSFORM_CODES[_row(found)].onnx(graph, value, found.learned)
    return graph.op("Where", graph.op("IsInf", result), float("nan"), result)


def onnx_back(found: Transformation, graph: OnnxGraph, value: str) -> str:
    """Add the way back of a value, which is kept within the limits.

    Parameters
    ----------
    found : Transformation
    graph : OnnxGraph
    value : str
        Name of a value in the graph; NaN stays NaN.
    """
    if found.is_none or found.low is None or found.high is None:
        return value
    kept = graph.op("Where", graph.op("Less", value, found.low), found.low, value)
    kept = graph.op("Where", graph.op("Greater", kept, found.high), found.high, kept)
    back, (least, most) = TRANSFORM_CODES[_row(found)].onnx_back, sums_between(found)
    if not found.smearing:
        return back(graph, kept, found.learned)
    mean = ""
    for residual, weight in found.smearing:
        moved = graph.op("Add", kept, residual)
        if least > -math.inf:
            moved = graph.op("Where", graph.op("Less", moved, least), least, moved)
        if most < math.inf:
            moved = graph.op("Where", graph.op("Greater", moved, most), most, moved)
        term = graph.op("Mul", back(graph, moved, found.learned), weight)
        mean = graph.op("Add", mean, term) if mean else term
    return mean


def sums_between(found: Transformation) -> tuple[float, float]:
    """Return the numbers between which the sum of a prediction and a residual is kept; infinite where there is no end.

    Parameters
    ----------
    found : Transformation
        Of a target.
    """
    assert found.low is not None
    assert found.high is not None
    least, most = defined_between(found.name, found.learned, found.low, found.high)
    return least, most


def _row(found: Transformation) -> str:
    """Return the row of a transformation: Box-Cox with the power 0 is the logarithm."""
    if found.name == "box_cox" and not found.parameter:
        return "log"
    return found.name
