"""What is promised about new rows, as further outputs of the graph: the ends of intervals, or the set of classes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from mlp_gui.engine.calibration.class_sets import ClassSets
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval
from mlp_gui.export.onnx.graph import Graph
from mlp_gui.export.scripts.transform_code import onnx_back, onnx_forward
from mlp_gui.model import TrainedModel

_BOOL, _DOUBLE = 9, 11  # TensorProto.BOOL, TensorProto.DOUBLE


def promise_names(model: TrainedModel) -> tuple[str, ...]:
    """Return what the outputs are called; empty where nothing is promised.

    Parameters
    ----------
    model : TrainedModel
    """
    found = model.promise()
    if found is None:
        return ()
    return ("in_set",) if isinstance(found, ClassSets) else ("lower", "upper")


def add_promise(graph: Graph, model: TrainedModel, values: str, shown: tuple[str, ...]) -> list[Any]:
    """Add the outputs.

    Parameters
    ----------
    graph : Graph
    model : TrainedModel
    values : str
        Predictions in original units (rows, targets), or the probabilities of all classes.
    shown : tuple of str
        Their names, as many as `promise_names` has.

    Returns
    -------
    list of onnx.ValueInfoProto
    """
    found = model.promise()
    if found is None:
        return []
    if isinstance(found, ClassSets):
        graph.rename(_set_of(graph, found, values, len(model.pipeline.class_names)), shown[0])
        return [graph.helper.make_tensor_value_info(shown[0], _BOOL, ["rows", len(model.pipeline.class_names)])]
    ends = []
    for name, sign in zip(shown, (-1.0, 1.0), strict=True):
        graph.rename(_end_of(graph, found, values, sign), name)
        ends.append(graph.helper.make_tensor_value_info(name, _DOUBLE, ["rows", len(model.pipeline.targets)]))
    return ends


def _end_of(graph: Graph, found: PredictionInterval, values: str, sign: float) -> str:
    half = sign * np.asarray(found.half_width, np.float64)
    if not found.transforms:
        return graph.op("Add", values, graph.array(half[None, :]))
    columns = []
    for k, transform in enumerate(found.transforms):
        column = graph.op("Gather", values, graph.array(np.array([k], np.int64)), axis=1)
        moved = graph.op("Add", onnx_forward(transform, graph, column), float(half[k]))
        columns.append(onnx_back(replace(transform, smearing=()), graph, moved))
    return graph.op("Concat", *columns, axis=1)


def _set_of(graph: Graph, found: ClassSets, shares: str, classes: int) -> str:
    most = found.threshold + 1e-12  # as in this program: the sum of all probabilities is 1 but for rounding
    if found.rule == "lac":
        # NaN is in no set: it is not less than anything.
        return graph.op("LessOrEqual", graph.op("Sub", 1.0, shares), most)
    count = graph.array(np.array([classes], np.int64))
    sorted_, places = graph.several("TopK", 2, shares, count, axis=1, largest=1, sorted=1)
    sums = graph.op("CumSum", sorted_, graph.array(np.array(1, np.int64)))
    first = np.zeros((1, classes), bool)
    first[0, 0] = True  # the most probable class always belongs to it
    known = graph.op("Not", graph.op("IsNaN", sums))
    inside = graph.op("Or", graph.op("LessOrEqual", sums, most), graph.array(first))
    inside = graph.op("And", inside, known)
    as_numbers = graph.op("Cast", inside, to=_DOUBLE)
    zeros = graph.op("Mul", graph.op("Cast", places, to=_DOUBLE), 0.0)
    return graph.op("Cast", graph.op("ScatterElements", zeros, places, as_numbers, axis=1), to=_BOOL)
