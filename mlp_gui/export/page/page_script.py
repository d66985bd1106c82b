"""The script of the page: the functions of this network, written after those for C, and what every page has.

The expressions of the rows for C are JavaScript too, but for their casts: so a new activation or transformation has one
row, and the page computes it.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace

from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import tr
from mlp_gui.engine.network import erf
from mlp_gui.engine.network.activations import Activation
from mlp_gui.export.scripts.activation_code import activation_source
from mlp_gui.export.scripts.transform_code import c_back, c_forward, sums_between
from mlp_gui.model import TrainedModel

PARTS = ("page_arithmetic", "page_model", "page_charts", "page_network", "page_columns", "page_view")
_ERF = {"near": erf.NEAR, "one": erf.ONE, "far": erf.FAR, "tail": erf.TAIL, "ofOne": erf.ERF_OF_ONE}
_ARRAY = re.compile(r"\(const double\[\]\)\{([^{}]*)\}")


def page_script(model: TrainedModel) -> str:
    """Return the whole script.

    Parameters
    ----------
    model : TrainedModel

    Raises
    ------
    UserError
        If an activation has no row for C.
    """
    arithmetic, *others = (page_part(f"{name}.js") for name in PARTS)
    arithmetic = arithmetic.replace("@ERF@", json.dumps(_ERF))
    return "\n".join(['(() => {\n"use strict";', arithmetic, _functions(model), *others, "})();\n"])


def page_part(name: str) -> str:
    """Read a part of the page that is the same for every model.

    Parameters
    ----------
    name : str
        With its suffix, such as "page.css".
    """
    return resource("export", f"{name}.txt").read_text(encoding="utf-8")


def _functions(model: TrainedModel) -> str:
    """Write the activation of each hidden layer, and the transformations of inputs and targets by their positions."""
    activations = [f"(v) => {_javascript(_activation(a))}" for a in model.network.activations]
    forward = [
        f"{i}: (v) => {_javascript(c_forward(fitted.transformation))}"
        for i, fitted in enumerate(model.pipeline.inputs)
        if not fitted.transformation.is_none
    ]
    back = [f"{j}: {_way_back(found)}" for j, found in enumerate(model.pipeline.target_transforms) if not found.is_none]
    changed = [(j, found) for j, found in enumerate(model.pipeline.target_transforms) if not found.is_none]
    # Of intervals, whose ends are quantiles: the smearing correction of a mean has no part in them.
    towards = [f"{j}: (v) => {_javascript(c_forward(found))}" for j, found in changed]
    ends = [f"{j}: {_way_back(replace(found, smearing=()))}" for j, found in changed]
    tables = {"FORWARD": forward, "BACK": back, "TOWARDS": towards, "ENDS": ends}
    lines = [f"const {name} = {{{', '.join(found)}}};" for name, found in tables.items()]
    limits = [
        f"{j}: [{found.low!r}, {found.high!r}]"
        for j, found in enumerate(model.pipeline.target_transforms)
        if found.low is not None and found.high is not None
    ]
    return "\n".join(
        [f"const ACTIVATIONS = [{', '.join(activations)}];", *lines, f"const LIMITS = {{{', '.join(limits)}}};"]
    )


def _way_back(found: Transformation) -> str:
    """Write the function of a transformed prediction within its limits; with smearing it is the mean over residuals."""
    source = _javascript(c_back(found))
    if not found.smearing:
        return f"(v) => {source}"
    least, most = (number if math.isfinite(number) else None for number in sums_between(found))
    kept = f"fmax(v, {least!r})" if least is not None else "v"
    kept = f"fmin({kept}, {most!r})" if most is not None else kept
    points = json.dumps(found.smearing)
    return (
        f"(z) => {points}.reduce((mean, [r, w]) => {{ let v = z + r; v = {kept}; return mean + w * ({source}); }}, 0)"
    )


def _activation(activation: Activation) -> str:
    source = activation_source(activation, "c", f="")
    if source is None:
        raise UserError(
            tr("The page cannot carry the activation {activation}.", activation=tr(activation.label)),
            hint=tr("Choose the Python script."),
        )
    return source


def _javascript(expression: str) -> str:
    """Return an expression of C as one of JavaScript, for which the page defines C's functions by their names."""
    return _ARRAY.sub(r"[\1]", expression.replace("(mlp_real)", ""))
