"""The activations in the languages of the export formats: one row per activation, one column per language.

A new activation is its class in `engine.network.activations`, whose `code` is the column for numpy, and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from mlp_gui.core.serialization import to_json
from mlp_gui.engine.network.activations import Activation

Language = Literal["c", "keras", "pytorch", "sklearn", "spreadsheet"]


class OnnxGraph(Protocol):
    """What an activation or a transformation needs of a graph; each call returns its result's name."""

    def op(self, kind: str, *inputs: str | float) -> str:
        """Add one operation.

        Parameters
        ----------
        kind : str
            The operator's name in ONNX.
        *inputs : str or float
            Names of values, or numbers.
        """
        ...

    def array(self, values: np.ndarray) -> str:
        """Add a constant array of numbers.

        Parameters
        ----------
        values : ndarray
        """
        ...

    def erf(self, x: str) -> str:
        """Add the error function of a value, in 64 bit too."""
        ...


OnnxCode = Callable[[OnnxGraph, str, dict[str, float]], str]  # graph, z, constants -> name of the result


@dataclass(frozen=True)
class NoCounterpart:
    """A cell that is empty on purpose: the format refuses the activation with a sentence of its own."""

    reason: str


@dataclass(frozen=True)
class ActivationCode:
    """One activation in every language. Names in braces stand for the activation's constants and settings.

    Attributes
    ----------
    c : str
        Expression of the weighted sum `v`; `{f}` is the suffix of the math functions for the network's precision.
    keras : str
        Argument of a Keras model's list of layers: a name in quotes, or a layer.
    pytorch : str
        Expression that gives a torch.nn.Module.
    sklearn : str
        The word for `activation` of scikit-learn's MLP.
    spreadsheet : str
        Formula of the cell `{z}`, in functions that Excel and LibreOffice share.
    onnx : callable
        Adds operations to a graph. Only those that runtimes know in 64 bit too, unlike Elu, Selu, Softplus and Erf.
    """

    c: str | NoCounterpart
    keras: str | NoCounterpart
    pytorch: str | NoCounterpart
    sklearn: str | NoCounterpart
    spreadsheet: str | NoCounterpart
    onnx: OnnxCode | NoCounterpart


def constants_of(activation: Activation) -> dict[str, float]:
    """Return what the names in the activation's code stand for: its constants and its settings."""
    return {**activation.constants, **to_json(activation)}


def activation_source(activation: Activation, language: Language, **names: str) -> str | None:
    """Write an activation in a language.

    Parameters
    ----------
    activation : Activation
    language : str
        A column of `ActivationCode`.
    **names : str
        What other names in the cell stand for; they go before constants and settings of the same name.

    Returns
    -------
    str or None
        None where the language has no counterpart.
    """
    row = ACTIVATION_CODES.get(activation.name)
    cell = getattr(row, language, None)
    return cell.format(**(constants_of(activation) | names)) if isinstance(cell, str) else None


def activations_in(language: Language) -> tuple[str, ...]:
    """Return the names of the activations that the language has."""
    return tuple(name for name, row in ACTIVATION_CODES.items() if isinstance(getattr(row, language), str))


def activation_in_onnx(activation: Activation, graph: OnnxGraph, z: str) -> str | None:
    """Add an activation to a graph.

    Parameters
    ----------
    activation : Activation
    graph : OnnxGraph
    z : str
        Name of the weighted sums in the graph.

    Returns
    -------
    str or None
        Name of the result; None, and nothing is added, where ONNX has no counterpart.
    """
    row = ACTIVATION_CODES.get(activation.name)
    if row is None or isinstance(row.onnx, NoCounterpart):
        return None
    return row.onnx(graph, z, constants_of(activation))


def _onnx_leaky_relu(graph: OnnxGraph, z: str, own: dict[str, float]) -> str:
    return graph.op("Max", z, graph.op("Mul", z, own["alpha"]))  # right because alpha is below 1


def _onnx_elu(graph: OnnxGraph, z: str, own: dict[str, float]) -> str:
    # Both branches are computed: Min keeps Exp from overflowing where it is not wanted.
    below = graph.op("Sub", graph.op("Exp", graph.op("Min", z, 0.0)), 1.0)
    return graph.op("Add", graph.op("Max", z, 0.0), graph.op("Mul", below, own["alpha"]))


def _onnx_softplus(graph: OnnxGraph, z: str, own: dict[str, float]) -> str:
    # The engine's own form, which overflows for no z.
    rest = graph.op("Log", graph.op("Add", graph.op("Exp", graph.op("Neg", graph.op("Abs", z))), 1.0))
    return graph.op("Add", graph.op("Max", z, 0.0), rest)


def _onnx_gelu(graph: OnnxGraph, z: str, own: dict[str, float]) -> str:
    phi = graph.op("Add", graph.erf(graph.op("Mul", z, 0.5**0.5)), 1.0)
    return graph.op("Mul", z, graph.op("Mul", phi, 0.5))


_NOT_IN_SKLEARN = NoCounterpart("scikit-learn's MLP knows identity, logistic, tanh and relu, and takes no functions.")

ACTIVATION_CODES: dict[str, ActivationCode] = {
    "identity": ActivationCode(
        c="v",
        keras='"linear"',
        pytorch="torch.nn.Identity()",
        sklearn="identity",
        spreadsheet="{z}",
        onnx=lambda graph, z, own: z,
    ),
    "sigmoid": ActivationCode(
        c="1 / (1 + exp{f}(-v))",
        keras='"sigmoid"',
        pytorch="torch.nn.Sigmoid()",
        sklearn="logistic",
        spreadsheet="1/(1+EXP(-MAX({z},-700)))",  # EXP of more than 709 is an error
        onnx=lambda graph, z, own: graph.op("Sigmoid", z),
    ),
    "tanh": ActivationCode(
        c="tanh{f}(v)",
        keras='"tanh"',
        pytorch="torch.nn.Tanh()",
        sklearn="tanh",
        spreadsheet="TANH({z})",
        onnx=lambda graph, z, own: graph.op("Tanh", z),
    ),
    "relu": ActivationCode(
        c="v > 0 ? v : 0",
        keras='"relu"',
        pytorch="torch.nn.ReLU()",
        sklearn="relu",
        spreadsheet="MAX({z},0)",
        onnx=lambda graph, z, own: graph.op("Max", z, 0.0),
    ),
    "leaky_relu": ActivationCode(
        c="v > 0 ? v : (mlp_real){alpha} * v",
        keras="keras.layers.LeakyReLU(negative_slope={alpha!r})",
        pytorch="torch.nn.LeakyReLU({alpha!r})",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="MAX({z},{alpha}*{z})",
        onnx=_onnx_leaky_relu,
    ),
    "elu": ActivationCode(
        c="v > 0 ? v : (mlp_real){alpha} * expm1{f}(v)",
        keras="keras.layers.ELU(alpha={alpha!r})",
        pytorch="torch.nn.ELU({alpha!r})",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="IF({z}>0,{z},{alpha}*(EXP({z})-1))",
        onnx=_onnx_elu,
    ),
    "selu": ActivationCode(
        c="(mlp_real){scale} * (v > 0 ? v : (mlp_real){alpha} * expm1{f}(v))",
        keras='"selu"',
        pytorch="torch.nn.SELU()",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="{scale}*IF({z}>0,{z},{alpha}*(EXP({z})-1))",
        onnx=lambda graph, z, own: graph.op("Mul", _onnx_elu(graph, z, own), own["scale"]),
    ),
    "softplus": ActivationCode(
        c="(v > 0 ? v : 0) + log1p{f}(exp{f}(-fabs{f}(v)))",
        keras='"softplus"',
        # Above its threshold PyTorch takes z for softplus(z); its own threshold of 20 would be 2e-9 off.
        pytorch="torch.nn.Softplus(threshold=40)",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="MAX({z},0)+LN(1+EXP(-ABS({z})))",
        onnx=_onnx_softplus,
    ),
    "silu": ActivationCode(
        c="v / (1 + exp{f}(-v))",
        keras='"silu"',
        pytorch="torch.nn.SiLU()",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="{z}/(1+EXP(-MAX({z},-700)))",
        onnx=lambda graph, z, own: graph.op("Mul", z, graph.op("Sigmoid", z)),
    ),
    "gelu": ActivationCode(
        c="v * (mlp_real)0.5 * (1 + erf{f}(v * (mlp_real)0.70710678118654752440))",
        keras='"gelu"',
        pytorch="torch.nn.GELU()",
        sklearn=_NOT_IN_SKLEARN,
        spreadsheet="{z}*NORMSDIST({z})",
        onnx=_onnx_gelu,
    ),
}
