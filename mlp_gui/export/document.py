"""A trained model as a plain document: names, numbers and texts that any program can read, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import from_plain, to_plain
from mlp_gui.data.pipeline import Pipeline
from mlp_gui.data.spec import DataSpec
from mlp_gui.engine.config import RunConfig
from mlp_gui.engine.network import Network
from mlp_gui.model import CheckRows, TrainedModel

FORMAT, VERSION = "mlp_gui model", 1
READ_ME = (
    "1. Encode raw rows as `pipeline` says: fill gaps, turn categories into 0/1 columns, then (value - shift) / scale.",
    "2. For each layer k = 1, 2, ...: a = activation(a @ Wk + bk), where Wk has shape (inputs, units).",
    "3. The last layer's output is `network.output` (identity, sigmoid or softmax) of a @ W + b.",
    "4. For regression: value * target_scale + target_shift of `pipeline` is in original units.",
    "5. check_rows holds raw rows and the outputs that must come out.",
)


def document(model: TrainedModel) -> dict[str, Any]:
    """Everything but the weights, ready for JSON."""
    network = model.network
    return {
        "format": FORMAT,
        "version": VERSION,
        "read_me": list(READ_ME),
        "provenance": model.provenance,
        "task": model.task.value,
        "network": {
            "sizes": list(network.sizes),
            "activations": [to_plain(f) | {"name": f.name} for f in network.activations],
            "output": network.output,
            "dtype": network.theta.dtype.name,
        },
        "pipeline": model.pipeline.to_plain(),
        "settings": {"data": to_plain(model.spec), "run": to_plain(model.config)},
        "check_rows": {
            "columns": list(model.checks.columns),
            "rows": [list(row) for row in model.checks.rows],
            "outputs": model.checks.outputs.tolist(),
        },
    }


def weight_arrays(model: TrainedModel) -> dict[str, np.ndarray]:
    """W1 (inputs, units), b1 (units,), W2, ... as copies."""
    arrays = {}
    for k in range(model.network.n_layers):
        arrays[f"W{k + 1}"] = model.network.weights(k).copy()
        arrays[f"b{k + 1}"] = model.network.biases(k).copy()
    return arrays


def model_from(plain: Mapping[str, Any], arrays: Mapping[str, Any], where: str) -> TrainedModel:
    """The inverse of `document` and `weight_arrays`; UserError for anything that does not fit together."""
    if plain.get("format") != FORMAT:
        raise UserError(f"{where} is not a model of this program.", "Its `format` entry is missing or another.")
    if plain.get("version") != VERSION:
        raise UserError(
            f"{where} was written by another version of this program.",
            f"Its format version is {str(plain.get('version'))[:20]}, this program reads {VERSION}.",
            "Open it with a newer version.",
        )
    try:
        return _built(plain, arrays)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise UserError(f"{where} is damaged.", f"{type(error).__name__}: {str(error)[:200]}") from error


def _built(plain: Mapping[str, Any], arrays: Mapping[str, Any]) -> TrainedModel:
    settings = plain["settings"]
    config = from_plain(RunConfig, settings["run"])
    pipeline = Pipeline.from_plain(plain["pipeline"])
    sizes = (len(pipeline.feature_names), *(layer.units for layer in config.network.hidden), pipeline.n_outputs)
    if list(sizes) != list(plain["network"]["sizes"]):
        raise ValueError(f"the layers {plain['network']['sizes']} are not those of the settings, {list(sizes)}")
    activations = tuple(layer.activation for layer in config.network.hidden)
    network = Network(sizes, activations, config.training.loss.output, config.network.dtype)
    for k in range(network.n_layers):
        network.weights(k)[:] = _weights(arrays[f"W{k + 1}"], network.weights(k).shape)
        network.biases(k)[:] = _weights(arrays[f"b{k + 1}"], network.biases(k).shape)
    checks = plain["check_rows"]
    outputs = np.asarray(checks["outputs"], float).reshape(len(checks["rows"]), network.sizes[-1])
    rows = tuple(tuple(row) for row in checks["rows"])
    return TrainedModel(
        pipeline,
        network,
        config,
        from_plain(DataSpec, settings["data"]),
        dict(plain["provenance"]),
        CheckRows(tuple(checks["columns"]), rows, outputs),
    )


def _weights(values: Sequence[Any], shape: tuple[int, ...]) -> np.ndarray:
    array = np.asarray(values, float)
    if array.shape != shape:
        raise ValueError(f"weights of shape {array.shape} where {shape} is needed")
    if not np.isfinite(array).all():
        raise ValueError("a weight is not a finite number")
    return array
