"""The transformations in the languages of the export formats: one row per transformation, one column per language.

A new transformation is its two functions in `core.transform_functions`, which Python scripts hold as they stand, its
label in `core.transformation` and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_gui.core.transformation import Transformation
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.export.scripts.activation_code import OnnxGraph

Source = Callable[[str, float], str]  # value, λ -> expression
OnnxFunction = Callable[[OnnxGraph, str, float], str]  # graph, value, λ -> name of the result


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


def c_transformations(pipeline: Pipeline) -> str:
    """Write the C functions that transform input i, and that bring output j back within its limits.

    Parameters
    ----------
    pipeline : Pipeline
    """
    forward = {i: f.transformation for i, f in enumerate(pipeline.inputs) if not f.transformation.is_none}
    back = {j: found for j, found in enumerate(pipeline.target_transforms) if not found.is_none}
    cases = [
        f"    case {i}:\n        v = {TRANSFORM_CODES[_row(found)].c('v', found.parameter)};\n        break;"
        for i, found in forward.items()
    ]
    finite = "    return v - v == 0.0 ? v : NAN;" if forward else "    return v;"
    parts = [_switch("mlp_transform", cases, finite)]
    cases = [
        f"    case {j}:\n        v = v < {found.low!r} ? {found.low!r} : v > {found.high!r} ? {found.high!r} : v;\n"
        f"        v = {TRANSFORM_CODES[_row(found)].c_back('v', found.parameter)};\n        break;"
        for j, found in back.items()
    ]
    parts.append(_switch("mlp_restore", cases, "    return v;"))
    # A function that nothing calls would be a warning of the compiler.
    needed = [code for code, call in ((_POWER, "mlp_power("), (_ROOT, "mlp_root(")) if call in "".join(parts)]
    return "\n\n".join([*needed, *parts])


def _switch(name: str, cases: list[str], end: str) -> str:
    body = ["    switch (i) {", *cases, "    default:", "        break;", "    }"] if cases else ["    (void)i;"]
    return "\n".join([f"static double {name}(int i, double v)", "{", *body, end, "}"])


def spreadsheet_forward(found: Transformation, value: str) -> str:
    """Return the formula of a transformed value.

    Parameters
    ----------
    found : Transformation
    value : str
        A formula.
    """
    return value if found.is_none else TRANSFORM_CODES[_row(found)].spreadsheet(value, found.parameter)


def spreadsheet_back(found: Transformation, value: str) -> str:
    """Return the formula of the original unit of a value, which is kept within the limits.

    Parameters
    ----------
    found : Transformation
    value : str
        A formula.
    """
    if found.is_none:
        return value
    kept = f"MIN(MAX({value},{found.low!r}),{found.high!r})"
    return TRANSFORM_CODES[_row(found)].spreadsheet_back(kept, found.parameter)


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
    result = TRANSFORM_CODES[_row(found)].onnx(graph, value, found.parameter)
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
    return TRANSFORM_CODES[_row(found)].onnx_back(graph, kept, found.parameter)


def _row(found: Transformation) -> str:
    """Return the row of a transformation: Box-Cox with the power 0 is the logarithm."""
    if found.name == "box_cox" and not found.parameter:
        return "log"
    return found.name


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
}
