"""The transformations in the languages of the export formats: one row per transformation, one column per language.

A new transformation is its two functions in `core.transform_functions`, which Python scripts hold as they stand, its
label in `core.transformation` and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mlp_gui.core.transformation import Transformation
from mlp_gui.export.scripts.activation_code import OnnxGraph

Knots = tuple[tuple[float, float], ...]
KnotSpans = Callable[[Transformation], tuple[str, str]]
Source = Callable[[str, Any], str]  # value, what was learned (λ, knots) -> expression
OnnxFunction = Callable[[OnnxGraph, str, Any], str]  # graph, value, what was learned -> name of the result


@dataclass(frozen=True)
class TransformCode:
    """One transformation in every language, and its way back.

    Attributes
    ----------
    c, c_back : callable
        Return expressions of a double.
    spreadsheet, spreadsheet_back : callable
        Return formulas, in functions that Excel and LibreOffice share.
    onnx, onnx_back : callable
        Add operations to a graph, only those that runtimes know in 64 bit.
    """

    c: Source
    c_back: Source
    spreadsheet: Source
    spreadsheet_back: Source
    onnx: OnnxFunction
    onnx_back: OnnxFunction


_POWER = """static double mlp_power(double logarithm, double p)
{
    return p != 0.0 ? expm1(p * logarithm) / p : logarithm;
}"""
_ROOT = """static double mlp_root(double z, double p)
{
    return p != 0.0 ? log1p(p * z) / p : z;
}"""

_BETWEEN = """static double mlp_between(double v, int n, const double *from, const double *to)
{
    int i;
    if (v != v) {
        return v;
    }
    for (i = 0; i < n && v > from[i]; i++) {
    }
    if (i == 0 || i == n) {
        return to[i == 0 ? 0 : n - 1];
    }
    return to[i - 1] + (v - from[i - 1]) * (to[i] - to[i - 1]) / (from[i] - from[i - 1]);
}"""
C_HELPERS = {"mlp_power": _POWER, "mlp_root": _ROOT, "mlp_between": _BETWEEN}


def _c_between(value: str, knots: Knots, source: int) -> str:
    arrays = [f"(const double[]){{{', '.join(repr(knot[k]) for knot in knots)}}}" for k in (source, 1 - source)]
    return f"mlp_between({value}, {len(knots)}, {', '.join(arrays)})"


def _sheet_power(logarithm: str, p: float) -> str:
    return f"((EXP(({p!r})*{logarithm})-1)/({p!r}))" if p else logarithm


def _sheet_root(value: str, p: float) -> str:
    return f"(LN(1+({p!r})*({value}))/({p!r}))" if p else value


def _signed(graph: OnnxGraph, value: str, of_size: Callable[[str], str]) -> str:
    """Apply a function of the size, which keeps the sign."""
    return graph.op("Mul", graph.op("Sign", value), of_size(graph.op("Abs", value)))


def _asinh(graph: OnnxGraph, value: str, p: float) -> str:
    def of_size(size: str) -> str:
        root = graph.op("Sqrt", graph.op("Add", graph.op("Mul", size, size), 1.0))
        return graph.op("Log", graph.op("Add", size, root))

    return _signed(graph, value, of_size)


def _sinh(graph: OnnxGraph, value: str, p: float) -> str:
    both = graph.op("Sub", graph.op("Exp", value), graph.op("Exp", graph.op("Neg", value)))
    return graph.op("Mul", both, 0.5)


def _power(graph: OnnxGraph, logarithm: str, p: float) -> str:
    if not p:
        return logarithm
    return graph.op("Div", graph.op("Sub", graph.op("Exp", graph.op("Mul", logarithm, p)), 1.0), p)


def _positive(graph: OnnxGraph, value: str) -> str:
    return graph.op("Where", graph.op("Greater", value, 0.0), value, float("nan"))


def _root(graph: OnnxGraph, value: str, p: float) -> str:
    return graph.op("Div", graph.op("Log", graph.op("Add", graph.op("Mul", value, p), 1.0)), p) if p else value


def _log1p(graph: OnnxGraph, value: str) -> str:
    return graph.op("Log", graph.op("Add", value, 1.0))


def _yeo_johnson(graph: OnnxGraph, value: str, p: float) -> str:
    above = _power(graph, _log1p(graph, graph.op("Max", value, 0.0)), p)
    below = _power(graph, _log1p(graph, graph.op("Max", graph.op("Neg", value), 0.0)), 2 - p)
    return graph.op("Where", graph.op("Less", value, 0.0), graph.op("Neg", below), _with_nan(graph, value, above))


def _from_yeo_johnson(graph: OnnxGraph, value: str, p: float) -> str:
    def back(size: str, power: float) -> str:
        return graph.op("Sub", graph.op("Exp", _root(graph, size, power)), 1.0)

    above, below = (
        back(graph.op("Max", value, 0.0), p),
        back(graph.op("Max", graph.op("Neg", value), 0.0), 2 - p),
    )
    return graph.op("Where", graph.op("Less", value, 0.0), graph.op("Neg", below), _with_nan(graph, value, above))


def _sheet_between(value: str, source: str, target: str) -> str:
    """Go along the line through the knots: the last one that is not above the value, and the one after it."""
    (first, last), (start, end) = source.split(":"), target.split(":")
    sheet = source.partition("!")[0]
    at = f"MATCH({value},{source},1)"
    low, high, below, above = (f"INDEX({span},{at}{step})" for span in (source, target) for step in ("", "+1"))
    line = f"{below}+({value}-{low})*({above}-{below})/({high}-{low})"
    return f"IF({value}<={first},{start},IF({value}>={sheet}!{last},{sheet}!{end},{line}))"


def _between(graph: OnnxGraph, value: str, knots: Knots, source: int) -> str:
    """Add the steps from knot to knot, each as far as the value has gone it."""
    x, z = (np.array([[knot[k] for knot in knots]]) for k in (source, 1 - source))
    passed = graph.op("Div", graph.op("Sub", value, graph.array(x[:, :-1])), graph.array(np.diff(x)))
    share = graph.op("Max", graph.op("Min", passed, 1.0), 0.0)
    steps = graph.op("MatMul", share, graph.array(np.diff(z).T))
    return _with_nan(graph, value, graph.op("Add", steps, float(z[0, 0])))


def _with_nan(graph: OnnxGraph, value: str, result: str) -> str:
    """Give NaN back where Max may have lost it."""
    return graph.op("Where", graph.op("IsNaN", value), float("nan"), result)


TRANSFORM_CODES: dict[str, TransformCode] = {
    "log": TransformCode(
        c=lambda v, p: f"log({v})",
        c_back=lambda v, p: f"exp({v})",
        spreadsheet=lambda v, p: f"LN({v})",
        spreadsheet_back=lambda v, p: f"EXP({v})",
        onnx=lambda graph, v, p: graph.op("Log", v),
        onnx_back=lambda graph, v, p: graph.op("Exp", v),
    ),
    "log1p": TransformCode(
        c=lambda v, p: f"log1p({v})",
        c_back=lambda v, p: f"expm1({v})",
        spreadsheet=lambda v, p: f"LN(1+{v})",
        spreadsheet_back=lambda v, p: f"(EXP({v})-1)",
        onnx=lambda graph, v, p: _log1p(graph, v),
        onnx_back=lambda graph, v, p: graph.op("Sub", graph.op("Exp", v), 1.0),
    ),
    "log10": TransformCode(
        c=lambda v, p: f"log10({v})",
        c_back=lambda v, p: f"pow(10.0, {v})",
        spreadsheet=lambda v, p: f"LOG10({v})",
        spreadsheet_back=lambda v, p: f"EXP({v}*LN(10))",
        onnx=lambda graph, v, p: graph.op("Mul", graph.op("Log", v), 0.43429448190325182),
        onnx_back=lambda graph, v, p: graph.op("Exp", graph.op("Mul", v, 2.302585092994046)),
    ),
    "sqrt": TransformCode(
        c=lambda v, p: f"sqrt({v})",
        c_back=lambda v, p: f"({v}) * ({v})",
        spreadsheet=lambda v, p: f"SQRT({v})",
        spreadsheet_back=lambda v, p: f"({v})*({v})",
        onnx=lambda graph, v, p: graph.op("Sqrt", v),
        onnx_back=lambda graph, v, p: graph.op("Mul", v, v),
    ),
    "cbrt": TransformCode(
        c=lambda v, p: f"cbrt({v})",
        c_back=lambda v, p: f"({v}) * ({v}) * ({v})",
        spreadsheet=lambda v, p: f"IF({v}=0,0,SIGN({v})*EXP(LN(ABS({v}))/3))",
        spreadsheet_back=lambda v, p: f"({v})*({v})*({v})",
        onnx=lambda graph, v, p: _signed(graph, v, lambda size: graph.op("Pow", size, 1 / 3)),
        onnx_back=lambda graph, v, p: graph.op("Mul", graph.op("Mul", v, v), v),
    ),
    "asinh": TransformCode(
        c=lambda v, p: f"asinh({v})",
        c_back=lambda v, p: f"sinh({v})",
        spreadsheet=lambda v, p: f"ASINH({v})",
        spreadsheet_back=lambda v, p: f"SINH({v})",
        onnx=_asinh,
        onnx_back=_sinh,
    ),
    "logit": TransformCode(
        c=lambda v, p: f"(log({v}) - log1p(-({v})))",
        c_back=lambda v, p: f"1.0 / (1.0 + exp(-({v})))",
        spreadsheet=lambda v, p: f"(LN({v})-LN(1-{v}))",
        spreadsheet_back=lambda v, p: f"1/(1+EXP(-{v}))",
        onnx=lambda graph, v, p: graph.op("Sub", graph.op("Log", v), graph.op("Log", graph.op("Sub", 1.0, v))),
        onnx_back=lambda graph, v, p: graph.op("Sigmoid", v),
    ),
    "box_cox": TransformCode(
        c=lambda v, p: f"{v} > 0 ? mlp_power(log({v}), {p!r}) : NAN",
        c_back=lambda v, p: f"exp(mlp_root({v}, {p!r}))",
        spreadsheet=lambda v, p: _sheet_power(f"LN({v})", p),
        spreadsheet_back=lambda v, p: f"EXP({_sheet_root(v, p)})",
        onnx=lambda graph, v, p: _power(graph, graph.op("Log", _positive(graph, v)), p),
        onnx_back=lambda graph, v, p: graph.op("Exp", _root(graph, v, p)),
    ),
    "yeo_johnson": TransformCode(
        c=lambda v, p: f"({v}) < 0 ? -mlp_power(log1p(-({v})), {2 - p!r}) : mlp_power(log1p({v}), {p!r})",
        c_back=lambda v, p: f"({v}) < 0 ? -expm1(mlp_root(-({v}), {2 - p!r})) : expm1(mlp_root({v}, {p!r}))",
        spreadsheet=lambda v, p: f"IF({v}<0,-{_sheet_power(f'LN(1-{v})', 2 - p)},{_sheet_power(f'LN(1+{v})', p)})",
        spreadsheet_back=lambda v, p: f"IF({v}<0,1-EXP({_sheet_root(f'-{v}', 2 - p)}),EXP({_sheet_root(v, p)})-1)",
        onnx=_yeo_johnson,
        onnx_back=_from_yeo_johnson,
    ),
    "rank_normal": TransformCode(
        c=lambda v, knots: _c_between(v, knots, 0),
        c_back=lambda v, knots: _c_between(v, knots, 1),
        spreadsheet=lambda v, spans: _sheet_between(v, *spans),
        spreadsheet_back=lambda v, spans: _sheet_between(v, *reversed(spans)),
        onnx=lambda graph, v, knots: _between(graph, v, knots, 0),
        onnx_back=lambda graph, v, knots: _between(graph, v, knots, 1),
    ),
}
