"""The model as an ONNX graph with its preprocessing inside: raw columns in, original units or probabilities out."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import Transformation
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.activations import Activation
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document_text
from mlp_gui.export.common.raw_columns import raw_columns, typed_columns
from mlp_gui.export.common.self_check import check_outputs, describe_verification, verification_rows
from mlp_gui.export.onnx.columns import encode_column, input_names
from mlp_gui.export.onnx.derivation import add_derived
from mlp_gui.export.onnx.graph import IR_VERSION, ML_OPSET, OPSET, Graph
from mlp_gui.export.onnx.promise import add_promise, promise_names
from mlp_gui.export.scripts.activation_code import activation_in_onnx
from mlp_gui.export.scripts.transform_code import onnx_back
from mlp_gui.model import CheckRows, TrainedModel

_TEXT, _DOUBLE = 8, 11  # TensorProto.STRING, TensorProto.DOUBLE
MAX_BYTES = 1_500_000_000  # protobuf cannot hold more than 2 GB


@formats.register("onnx", "ONNX (.onnx)")
class OnnxFormat(ExportFormat):
    """The graph takes raw columns of any number of rows and is run by onnxruntime before it is saved."""

    suffix = ".onnx"
    sentence = mark("Raw columns in, predictions out, for any ONNX runtime; the scaling is inside.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the model as protobuf; UserError without the package onnx and for what ONNX cannot carry."""
        onnx = _package("onnx")
        if source.model.network.theta.nbytes > MAX_BYTES:
            raise UserError(tr("The network is too large for one ONNX file."), hint=tr("Choose the numpy archive."))
        model = build_model(source.model, onnx.helper)
        data: bytes = model.SerializeToString()
        return data

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Check the graph with onnx, run it with onnxruntime and compare the outputs.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        onnx, runtime, model = _package("onnx"), _package("onnxruntime"), source.model
        onnx.checker.check_model(onnx.load_model_from_string(data), full_check=True)
        rows = verification_rows(model)
        session = runtime.InferenceSession(data, providers=["CPUExecutionProvider"])
        found = session.run(None, input_feeds(model, rows))
        # Of two classes the network itself gives the second one's probability only.
        answers = found[1] if model.pipeline.class_names else found[0]
        check_outputs(answers[:, 1:] if model.task is Task.BINARY else answers, rows.outputs, model)
        return describe_verification(model, f"checked by onnx and run by onnxruntime on {len(rows.rows)} rows")


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UserError(
            tr("ONNX files need the packages onnx and onnxruntime, which are not installed."),
            tr("{name} was not found.", name=name),
            tr("Install them: {command}", command="pip install onnx onnxruntime"),
        ) from None


def input_feeds(model: TrainedModel, rows: CheckRows) -> dict[str, Any]:
    """Return raw rows as the inputs of the graph.

    Parameters
    ----------
    model : TrainedModel
    rows : CheckRows

    Returns
    -------
    dict
        Arrays of shape (n_rows, 1) by input: float64 where NaN is a gap, or texts where "" is one.
    """
    found = {}
    names = input_names(raw_columns(model.pipeline))
    for (column, cells), name in zip(typed_columns(model, rows), names, strict=True):
        if column.holds_words:
            values: Any = np.array(["" if cell is None else cell for cell in cells], object)
        else:
            values = np.array([np.nan if cell is None else cell for cell in cells], np.float64)
        found[name] = values.reshape(-1, 1)
    return found


def build_model(model: TrainedModel, helper: Any) -> Any:
    """Build the whole graph.

    Parameters
    ----------
    model : TrainedModel
    helper : module
        onnx.helper, which the caller imported.

    Returns
    -------
    onnx.ModelProto
    """
    pipeline = model.pipeline
    columns = raw_columns(pipeline)
    names = input_names(columns)
    answers = ("label", "probabilities") if pipeline.class_names else ("prediction",)
    outputs = (*answers, *promise_names(model))
    # Names in a graph are unique, and those of the columns come from the data.
    prefix = "node_"
    while any(name.startswith(prefix) for name in (*names, *outputs)):
        prefix += "_"
    graph = Graph(helper, np.dtype(np.float64), prefix)
    shown = tuple(output if output not in names else f"{prefix}{output}" for output in outputs)
    places = dict(zip((column.name for column in columns), names, strict=True)) | add_derived(graph, pipeline, names)
    blocks = [encode_column(graph, fitted, places[fitted.name]) for fitted in pipeline.inputs]
    x = graph.op("Concat", *blocks, axis=1)
    values = _network(graph, model, x)
    ends = _ends(graph, model, values, x, shown)
    starts = [
        helper.make_tensor_value_info(name, _TEXT if column.holds_words else _DOUBLE, ["rows", 1])
        for column, name in zip(columns, names, strict=True)
    ]
    body = helper.make_graph(graph.nodes, "mlp_gui", starts, ends, graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", ML_OPSET)]
    made = helper.make_model(body, opset_imports=opsets, ir_version=IR_VERSION, producer_name="mlp_gui")
    # For people and other programs: runtimes pass over it.
    helper.set_model_props(made, {"mlp_gui": document_text(model)})
    return made


def _network(graph: Graph, model: TrainedModel, x: str) -> str:
    """Compute (rows, outputs) in 64 bit before any unit is put back, from a pass in the network's own precision."""
    network = model.network
    graph.dtype = network.theta.dtype
    x = graph.cast(x, graph.dtype)
    answers = [_member(graph, member, x) for member in network.members]
    found = answers[0]
    if isinstance(network, Ensemble):
        shared = [graph.op("Mul", answer, share) for answer, share in zip(answers, network.shares, strict=True)]
        found = graph.op("Sum", *shared)
    graph.dtype = np.dtype(np.float64)
    return graph.cast(found, graph.dtype)


def _member(graph: Graph, network: Network, a: str) -> str:
    for k in range(network.n_layers):
        z = graph.op("Add", graph.op("MatMul", a, graph.array(network.weights(k))), graph.array(network.biases(k)))
        a = _activated(graph, network.activations[k], z) if k < network.n_layers - 1 else z
    if network.output == "sigmoid":
        a = graph.op("Sigmoid", a)
    elif network.output == "softmax":
        a = graph.op("Softmax", a, axis=1)
    return a


def _activated(graph: Graph, activation: Activation, z: str) -> str:
    result = activation_in_onnx(activation, graph, z)
    if result is None:
        raise UserError(
            tr("ONNX cannot carry the activation {activation}.", activation=tr(activation.label)),
            hint=tr("Choose the Python script."),
        )
    return result


def _ends(graph: Graph, model: TrainedModel, values: str, x: str, shown: tuple[str, ...]) -> list[Any]:
    """Add the outputs: the prediction in original units, or the label and the probability of each class."""
    pipeline, helper = model.pipeline, graph.helper
    # Comparisons in activations lose NaN; a row with a gap gets it back here.
    gap = graph.op("IsNaN", graph.op("ReduceSum", x, graph.array(np.array([1], np.int64)), keepdims=1))
    values = graph.op("Where", gap, float("nan"), values)
    if not pipeline.class_names:
        scaled = graph.op("Mul", values, graph.array(_row(pipeline.target_scale)))
        moved = graph.op("Add", scaled, graph.array(_row(pipeline.target_shift)))
        answer = _in_original_units(graph, pipeline.target_transforms, moved)
        graph.rename(answer, shown[0])
        own = helper.make_tensor_value_info(shown[0], _DOUBLE, ["rows", len(pipeline.targets)])
        return [own, *add_promise(graph, model, answer, shown[1:])]
    shares, first = values, 0
    if model.task is Task.BINARY:
        shares = graph.op("Concat", graph.op("Sub", 1.0, values), values, axis=1)
        first = 1  # a probability of one half counts for the second class
    best = graph.op("ArgMax", shares, axis=1, keepdims=1, select_last_index=first)
    label = graph.op("Gather", graph.texts(pipeline.class_names), best)
    graph.rename(graph.op("Where", gap, graph.texts(("",)), label), shown[0])
    graph.rename(shares, shown[1])
    return [
        helper.make_tensor_value_info(shown[0], _TEXT, ["rows", 1]),
        helper.make_tensor_value_info(shown[1], _DOUBLE, ["rows", len(pipeline.class_names)]),
        *add_promise(graph, model, shares, shown[2:]),
    ]


def _in_original_units(graph: Graph, transforms: tuple[Transformation, ...], values: str) -> str:
    """Undo the transformation of each target; a name that is not yet that of an output."""
    if not transforms:
        return values
    columns = []
    for k, found in enumerate(transforms):
        column = graph.op("Gather", values, graph.array(np.array([k], np.int64)), axis=1)
        columns.append(onnx_back(found, graph, column))
    return graph.op("Concat", *columns, axis=1)


def _row(values: Floats) -> Floats:
    return np.asarray(values, np.float64)[None, :]
