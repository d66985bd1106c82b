"""The network as the numbers and texts that the page computes with: one JSON object in which every text is data."""

from __future__ import annotations

import base64
import json
import math
from typing import Any

import numpy as np

from mlp_gui.core.translation import decimal_sign, format_localized, language, tr
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.self_check import comparison_scale, comparison_tolerance
from mlp_gui.export.page.page_words import page_words
from mlp_gui.export.page.point_columns import PointColumn, point_columns
from mlp_gui.export.page.point_values import PointRange, check_frame, find_range, training_frame
from mlp_gui.export.scripts.derivation_code import formula_literal

LEVELS = (0.5, 0.8, 0.9, 0.95, 0.99)


def page_model(source: ExportInput) -> dict[str, Any]:
    """Return what the page's script is given, as plain values.

    Parameters
    ----------
    source : ExportInput
    """
    model = source.model
    columns, computed = point_columns(model.pipeline)
    checks, answers = check_frame(source)
    training = training_frame(source)
    cells = [column.cells(checks[column.name]) for column in columns]
    return {
        "language": language(),
        "decimal": decimal_sign(),
        "group": format_localized(1_000, ",")[1],
        "words": _words(model.network),
        "task": model.task.value,
        "columns": [_column(column, find_range(column, training, checks)) for column in columns],
        "derived": [[column.name, formula_literal(column.formula)] for column in computed],
        "inputs": [_input(fitted) for fitted in model.pipeline.inputs],
        "features": list(model.pipeline.feature_names),
        "network": _network(model.network),
        "outputs": _outputs(model.pipeline),
        "classes": list(model.pipeline.class_names),
        "intervals": _intervals(source),
        "checks": {
            "rows": [list(row) for row in zip(*cells, strict=True)],
            "outputs": answers.tolist(),
            "scale": comparison_scale(model, answers),
            "tolerance": comparison_tolerance(model),
        },
    }


def script_json(value: Any) -> str:
    """Return JSON that can stand inside a <script> element, whatever texts it holds.

    Parameters
    ----------
    value : object
        Plain values; what is no finite number becomes null.
    """
    # All beyond ASCII is escaped by json itself, U+2028 and lone surrogates with it. Without < and > there is no end of
    # the script and no comment in it.
    text = json.dumps(_finite(value), ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _finite(item) for name, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list | tuple) else value


def _column(column: PointColumn, found: PointRange) -> dict[str, Any]:
    fitted = column.fitted
    plain: dict[str, Any] = {
        "name": column.name,
        "unit": column.format.unit,
        "kind": column.kind,
        "formula": column.formula,
        "start": found.start,
        "counts": list(found.counts),
    }
    if column.kind == "words":
        return plain | {"categories": list(column.categories), "numbers": column.category_numbers()}
    clock = fitted is not None and fitted.encoding in ("hour_of_day", "day_and_hour")
    return plain | {
        "markers": column.markers,
        "low": found.low,
        "high": found.high,
        "trained": found.trained,
        "whole": found.whole,
        "wave": column.wave,
        "clock": column.kind == "date" and (clock or not found.whole),
    }


def _input(fitted: FittedInput) -> dict[str, Any]:
    return {
        "name": fitted.name,
        "encoding": fitted.encoding,
        "categories": list(fitted.categories),
        "first": int(fitted.single),
        "yesNo": fitted.is_yes_no,
        "fill": fitted.fill,
        "flag": fitted.flag,
        "edges": list(fitted.edges),
        "markers": fitted.marker_numbers,
        "shift": list(fitted.shift),
        "scale": list(fitted.scale),
        "low": fitted.low,
        "high": fitted.high,
    }


def _words(network: NetworkOrEnsemble) -> dict[str, str]:
    words = page_words()
    if isinstance(network, Ensemble):
        n = len(network.members)
        words["network"] = tr("First of {n:,} networks; the prediction is their average", n=n)
    return words


def _network(network: NetworkOrEnsemble) -> dict[str, Any]:
    numbers = [
        part
        for member in network.members
        for k in range(member.n_layers)
        for part in (member.weights(k).ravel(), member.biases(k))
    ]
    little = np.concatenate(numbers).astype("<f8")
    return {
        "sizes": list(network.sizes),
        "single": bool(network.theta.dtype == np.float32),
        "labels": [tr(a.label) for a in network.activations],
        "output": network.output,
        **({"shares": list(network.shares)} if isinstance(network, Ensemble) else {}),
        "weights": base64.b64encode(little.tobytes()).decode("ascii"),
    }


def _outputs(pipeline: Pipeline) -> list[dict[str, Any]]:
    """Return the targets of a regression, each with its way back to original units; [] for classes."""
    if pipeline.class_names:
        return []
    return [
        {
            "name": target.name,
            "unit": target.format.unit,
            "shift": float(target.shift),
            "scale": float(target.scale),
        }
        for target in pipeline.targets
    ]


def _intervals(source: ExportInput) -> list[dict[str, Any]]:
    """Return what makes intervals, or sets of classes, at every level with enough validation rows.

    For numbers it is the half width of each target, transformed where it is; for classes the rule of the sets with its
    threshold.
    """
    calibration, pipeline = source.model.calibration, source.model.pipeline
    if calibration is None:
        return []
    levels = [level for level in LEVELS if calibration.is_enough_for(level)]
    if pipeline.class_names:
        rule = calibration.rule
        return [{"level": v, "rule": rule, "threshold": float(calibration.threshold(v)[0])} for v in levels]
    return [{"level": level, "half": [float(v) for v in calibration.threshold(level)]} for level in levels]
