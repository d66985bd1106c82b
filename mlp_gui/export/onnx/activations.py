"""Activations as ONNX operations that runtimes know in 64 bit too, unlike ONNX's own Elu, Selu, Softplus and Erf."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.network.activations import Activation
from mlp_gui.export.onnx.graph import Graph
from mlp_gui.export.scripts.source_code import constants_of


def activate(graph: Graph, activation: Activation, z: str) -> str:
    """The value of the activation at z; UserError when it has no words here."""
    if activation.name not in _WORDS:
        raise UserError(
            tr("ONNX cannot carry the activation {activation}.", activation=tr(activation.label)),
            hint=tr("Choose the Python script."),
        )
    return _WORDS[activation.name](graph, z, constants_of(activation))


def sigmoid(graph: Graph, z: str) -> str:
    return graph.op("Sigmoid", z)


def _leaky(graph: Graph, z: str, own: dict[str, float]) -> str:
    return graph.op("Max", z, graph.op("Mul", z, own["alpha"]))


def _elu(graph: Graph, z: str, own: dict[str, float]) -> str:
    below = graph.op("Sub", graph.op("Exp", graph.op("Min", z, 0.0)), 1.0)
    return graph.op("Add", graph.op("Max", z, 0.0), graph.op("Mul", below, own["alpha"]))


def _softplus(graph: Graph, z: str, own: dict[str, float]) -> str:
    rest = graph.op("Log", graph.op("Add", graph.op("Exp", graph.op("Neg", graph.op("Abs", z))), 1.0))
    return graph.op("Add", graph.op("Max", z, 0.0), rest)


def _gelu(graph: Graph, z: str, own: dict[str, float]) -> str:
    phi = graph.op("Add", graph.erf(graph.op("Mul", z, 0.5**0.5)), 1.0)
    return graph.op("Mul", z, graph.op("Mul", phi, 0.5))


_WORDS: dict[str, Callable[[Graph, str, Any], str]] = {
    "identity": lambda graph, z, own: z,
    "sigmoid": lambda graph, z, own: sigmoid(graph, z),
    "tanh": lambda graph, z, own: graph.op("Tanh", z),
    "relu": lambda graph, z, own: graph.op("Max", z, 0.0),
    "leaky_relu": _leaky,
    "elu": _elu,
    "selu": lambda graph, z, own: graph.op("Mul", _elu(graph, z, own), own["scale"]),
    "softplus": _softplus,
    "silu": lambda graph, z, own: graph.op("Mul", z, sigmoid(graph, z)),
    "gelu": _gelu,
}
