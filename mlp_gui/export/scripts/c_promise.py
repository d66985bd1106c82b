"""The function of the C header that says what is promised about a row: the ends of intervals, or a set of classes."""

from __future__ import annotations

import math

from mlp_gui.core.transformation import Transformation
from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.export.scripts.transform_code import c_back, c_forward
from mlp_gui.model import TrainedModel


def promise_code(model: TrainedModel) -> str:
    """Write `mlp_interval` or `mlp_classes`; "" where the model promises nothing.

    Parameters
    ----------
    model : TrainedModel
    """
    found = model.promise()
    if found is None:
        return ""
    level = f"{100 * found.level:.6g} of 100 new rows"
    if isinstance(found, ClassSets):
        return _sets(found, len(model.pipeline.class_names), model.network.sizes[-1], level)
    # Inline, so that a program which does not call it gets no warning.
    lines = [
        f"/* The ends between which the true values of {level} lie, for an answer of mlp_predict. */",
        "static inline void mlp_interval(const double *out, double *low, double *high)",
        "{",
        "    double v;",
    ]
    transforms = found.transforms or (None,) * len(found.half_width)
    for j, (half, transform) in enumerate(zip(found.half_width.tolist(), transforms, strict=True)):
        width = repr(half) if math.isfinite(half) else "INFINITY"
        for name, sign in (("low", "-"), ("high", "+")):
            lines.append(f"    v = out[{j}];")
            lines += _moved(transform, f"v {sign} {width}")
            lines.append(f"    {name}[{j}] = v;")
    return "\n".join([*lines, "}"])


def _moved(transform: Transformation | None, moved: str) -> list[str]:
    if transform is None or transform.is_none:
        return [f"    v = {moved};"]
    low, high = transform.low, transform.high
    return [
        f"    v = {c_forward(transform)};",
        "    v = v - v == 0.0 ? v : NAN;",
        f"    v = {moved};",
        f"    v = v < {low!r} ? {low!r} : v > {high!r} ? {high!r} : v;",
        f"    v = {c_back(transform)};",
    ]


def _sets(found: ClassSets, classes: int, outputs: int, level: str) -> str:
    share = "(i ? out[0] : 1.0 - out[0])" if outputs == 1 else "out[i]"
    score = "1.0 - p[i]"
    lines = [
        f"/* in_set[i] is 1 for each class i of the set that holds the true one for {level}, else 0. */",
        f"static inline void mlp_classes(const double *out, int in_set[{classes}])",
        "{",
        f"    double p[{classes}], score;",
        "    int i;" if found.rule != "aps" else "    int i, j, best = 0;",
        f"    for (i = 0; i < {classes}; i++) {{",
        f"        p[i] = {share};",
        "    }",
        f"    for (i = 0; i < {classes}; i++) {{",
    ]
    if found.rule == "aps":
        lines += [
            "        score = 0.0; /* of all classes that are at least as probable */",
            f"        for (j = 0; j < {classes}; j++) {{",
            "            score += p[j] > p[i] || (p[j] == p[i] && j <= i) ? p[j] : 0.0;",
            "        }",
            "        best = p[i] > p[best] ? i : best;",
        ]
    else:
        lines.append(f"        score = {score};")
    lines += [f"        in_set[i] = score <= {found.threshold!r} + 1e-12;", "    }"]
    if found.rule == "aps":
        lines.append("    in_set[best] = 1;")
    return "\n".join([*lines, "}"])
