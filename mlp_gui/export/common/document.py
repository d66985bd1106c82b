"""A trained model as a plain document: names, numbers and texts that any program can read, and the way back."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.serialization import from_json, to_json
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import describe_mistake
from mlp_gui.data.preprocessing.prepare import Pipeline
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.engine.calibration.prediction_interval import Coverage
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.export.common.calibration_entry import calibration_entry, read_calibration, read_me_of
from mlp_gui.model import CheckRows, TrainedModel

FORMAT, VERSION = "mlp_gui model", 2
SINGLE = 1  # the version of a single network, which earlier programs read
MOST_MEMBERS = 10_000
MAX_CHECK_ROWS = 1_000
READ_ME = (
    "1. Encode raw rows as `pipeline` says: fill gaps, turn categories into 0/1 columns, then (value - shift) / scale.",
    "2. For each layer k = 1, 2, ...: a = activation(a @ Wk + bk), where Wk has shape (inputs, units).",
    "3. The last layer's output is `network.output` (identity, sigmoid or softmax) of a @ W + b.",
    "4. For regression: value * target_scale + target_shift of `pipeline` is in original units.",
    "5. check_rows holds raw rows and the outputs that must come out.",
)
TRANSFORMED = (
    "A `transformation` is applied to a value before it is scaled, and undone last: the function of that name, with "
    "the power `parameter`; predictions are kept within `low` and `high` before it is undone."
)
SMEARED = (
    "A target whose `transformation` has `smearing`, pairs of a residual and its weight, is the weighted mean of what "
    "is undone for the kept value + residual (Duan, 1983)."
)
DERIVED = (
    "`pipeline.derivation.columns` are computed first, from all rows in file order: lag(x, n) is the value n rows "
    "earlier. The help of the program says under `Derived columns` what each function gives."
)
AVERAGED = (
    "These are several networks: each Wk and bk holds theirs one after the other, and what they answer is averaged, "
    "each with its share in `network.shares`, after the output function and before any unit is put back."
)
FLAGGED = "6. An input with `flag` has one more column, its last: 1 where its cell was empty, else 0."


def document(model: TrainedModel) -> dict[str, Any]:
    """Describe everything but the weights, ready for strict JSON: a score that is not a number is None."""
    network = model.network
    return {
        "format": FORMAT,
        "version": VERSION if isinstance(network, Ensemble) else SINGLE,
        "read_me": _read_me(model),
        "provenance": _without_nan(model.provenance),
        "task": model.task.value,
        # The settings say it too. This is for readers who know nothing of this program; `_built` compares the sizes.
        "network": {
            "sizes": list(network.sizes),
            "activations": [to_json(f) | {"name": f.name} for f in network.activations],
            "output": network.output,
            "dtype": network.theta.dtype.name,
            **({"shares": list(network.shares)} if isinstance(network, Ensemble) else {}),
        },
        "pipeline": model.pipeline.to_json(),
        "settings": {"data": to_json(model.spec), "run": to_json(model.config)},
        "check_rows": {
            "columns": list(model.checks.columns),
            "rows": [list(row) for row in model.checks.rows],
            "outputs": _without_nan(model.checks.outputs.tolist()),
        },
        **calibration_entry(model),
    }


def _read_me(model: TrainedModel) -> list[str]:
    pipeline = model.pipeline
    said = [*READ_ME, *([FLAGGED] if any(fitted.flag for fitted in pipeline.inputs) else [])]
    promised = [read_me_of(model.calibration)] if model.calibration is not None else []
    changed = any(not t.is_none for t in (*(f.transformation for f in pipeline.inputs), *pipeline.target_transforms))
    more = [
        *([TRANSFORMED] if changed else []),
        *([SMEARED] if any(t.smearing for t in pipeline.target_transforms) else []),
    ]
    more += [DERIVED] if pipeline.derivation.columns else []
    more += promised
    more += [AVERAGED] * isinstance(model.network, Ensemble)
    return [*said, *(f"{k}. {sentence}" for k, sentence in enumerate(more, len(said) + 1))]


def document_text(model: TrainedModel, indent: int | None = None, **more: Any) -> str:
    """Return the document as JSON.

    Parameters
    ----------
    model : TrainedModel
    indent : int, optional
        Blanks per level; all in one line when omitted.
    **more
        Entries that are added at the end.
    """
    # Without NaN, a word that is no JSON: parsers of other languages refuse it.
    return json.dumps(document(model) | more, indent=indent, ensure_ascii=False, allow_nan=False)


def weight_arrays(model: TrainedModel) -> dict[str, np.ndarray]:
    """Return copies of the weights: W1 (inputs, units), b1 (units,), W2, ...

    Those of an ensemble have one more axis, their first: the members.
    """
    arrays, members = {}, model.network.members
    for k in range(model.network.n_layers):
        weights, biases = [m.weights(k) for m in members], [m.biases(k) for m in members]
        is_one = isinstance(model.network, Network)
        arrays[f"W{k + 1}"] = weights[0].copy() if is_one else np.stack(weights)
        arrays[f"b{k + 1}"] = biases[0].copy() if is_one else np.stack(biases)
    return arrays


def model_from(plain: Mapping[str, Any], arrays: Mapping[str, Any], where: str) -> TrainedModel:
    """Build the model that `document` and `weight_arrays` described.

    Parameters
    ----------
    plain : mapping
        The document.
    arrays : mapping
        Arrays or nested lists by name: W1 (inputs, units), b1 (units,), W2, ...; of an ensemble, one for each member.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is no model, of another version, or its parts do not fit together.
    """
    if plain.get("format") != FORMAT:
        raise UserError(
            tr("{where} is not a model of this program.", where=where), tr("Its `format` entry is missing or another.")
        )
    if plain.get("version") not in (SINGLE, VERSION):
        raise UserError(
            tr("{where} was written by another version of this program.", where=where),
            tr(
                "Its format version is {found}, this program reads {known}.",
                found=str(plain.get("version"))[:20],
                known=VERSION,
            ),
            tr("Open it with a newer version."),
        )
    try:
        return _built(plain, arrays)
    # All that contents of an unexpected kind can raise on their way through the constructors.
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        raise UserError(tr("{where} is damaged.", where=where), describe_mistake(error)) from error


def _built(plain: Mapping[str, Any], arrays: Mapping[str, Any]) -> TrainedModel:
    settings = plain["settings"]
    config = from_json(RunConfig, settings["run"])
    pipeline = Pipeline.from_json(plain["pipeline"])
    sizes = (len(pipeline.feature_names), *(layer.units for layer in config.network.hidden), pipeline.n_outputs)
    if list(sizes) != list(plain["network"]["sizes"]):
        raise ValueError(f"the layers {plain['network']['sizes']} are not those of the settings, {list(sizes)}")
    output = {"regression": "identity", "binary": "sigmoid", "multiclass": "softmax"}[pipeline.task.value]
    if config.training.loss.output != output:
        raise ValueError(f"the loss {config.training.loss.name} does not fit the task {pipeline.task.value}")
    network = _network(config, sizes, plain, arrays)
    checks, spec = _checks(plain["check_rows"], pipeline), _stored_spec(settings["data"])
    found = read_calibration(plain["calibration"], pipeline) if "calibration" in plain else None
    return TrainedModel(pipeline, network, config, spec, _provenance(plain["provenance"]), checks, found)


def _network(
    config: RunConfig, sizes: tuple[int, ...], plain: Mapping[str, Any], arrays: Mapping[str, Any]
) -> NetworkOrEnsemble:
    """Fill a network, or the members of an ensemble, which the document's version announces."""
    shares = plain["network"]["shares"] if plain["version"] == VERSION else None
    if shares is not None and not (isinstance(shares, list) and 1 <= len(shares) <= MOST_MEMBERS):
        raise ValueError(f"a list of 1 to {MOST_MEMBERS:,} shares was expected")
    n = () if shares is None else (len(shares),)
    # Every array is checked before the network takes memory for sizes that are only claimed.
    layers = [
        (_weights(arrays[f"W{k}"], (*n, fan_in, units)), _weights(arrays[f"b{k}"], (*n, units)))
        for k, (fan_in, units) in enumerate(pairwise(sizes), 1)
    ]
    activations = tuple(layer.activation for layer in config.network.hidden)
    members = []
    for at in [(m,) for m in range(len(shares))] if shares is not None else [()]:
        network = Network(sizes, activations, config.training.loss.output, config.network.dtype)
        for k, (weights, biases) in enumerate(layers):
            network.weights(k)[:], network.biases(k)[:] = weights[at], biases[at]
        members.append(network)
    return members[0] if shares is None else Ensemble(members, shares)


def _stored_spec(plain: dict[str, Any]) -> DataSpec:
    """Read the data settings of a file. Files from before `ties` was declared gave ties to the first class."""
    split = plain.get("split")
    if isinstance(split, dict) and "ties" not in split:
        plain = plain | {"split": split | {"ties": "first"}}
    return from_json(DataSpec, plain)


def _weights(values: Sequence[Any], shape: tuple[int, ...]) -> np.ndarray:
    array = np.asarray(values)
    if array.shape != shape:
        raise ValueError(f"weights of shape {array.shape} where {shape} is needed")
    if array.dtype.kind not in "iuf":
        raise ValueError("a weight is not a number")
    if not np.isfinite(array).all():
        raise ValueError("a weight is not a finite number")
    return array


def _checks(plain: Mapping[str, Any], pipeline: Pipeline) -> CheckRows:
    columns, rows = tuple(plain["columns"]), tuple(tuple(row) for row in plain["rows"])
    if columns != pipeline.raw_names or len(rows) > MAX_CHECK_ROWS:
        raise ValueError("the check rows are not of the columns of the pipeline")
    if any(len(row) != len(columns) for row in rows):
        raise ValueError("a check row has another number of cells")
    if any(cell is not None and not isinstance(cell, str | int | float) for row in rows for cell in row):
        raise ValueError("a cell of a check row is neither number nor text")
    cells = [[math.nan if v is None else float(v) for v in row] for row in plain["outputs"]]
    outputs = np.array(cells, float).reshape(len(rows), pipeline.n_outputs)
    return CheckRows(columns, rows, outputs)


def _provenance(plain: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known about the run, each entry of the kind that the program expects of it."""
    found: dict[str, Any] = dict(plain)
    found.setdefault("stopped", "")
    kinds = {"stopped": str, "program": str, "version": str, "created": str, "data": str, "weights": str, "epoch": int}
    for name, kind in kinds.items():
        # Booleans are asked for by themselves, because True is an int.
        if not isinstance(found[name], kind) or isinstance(found[name], bool):
            raise ValueError(f"provenance.{name} is not {'a whole number' if kind is int else 'a text'}")
    if not all(isinstance(line, str) for line in found["ledger"]):
        raise ValueError("provenance.ledger is not a list of sentences")
    found["rows"] = {str(name): int(n) for name, n in found["rows"].items()}
    found["scores"] = _scores(found["scores"])
    for name in ("baselines", "targets"):
        if name in found:
            found[name] = {str(model): _scores(each) for model, each in found[name].items()}
    if "coverage" in found:
        Coverage.from_plain(found["coverage"])
    if not 0 < float(found.get("temperature", 1.0)) < float("inf"):
        raise ValueError("provenance.temperature is not a positive number")
    block = found.get("block", 1)
    if not isinstance(block, int) or isinstance(block, bool) or block < 1:
        raise ValueError("provenance.block is not a number of rows")
    if not all(isinstance(text, str) for text in found.get("verdict", {"sentence": ""}).values()):
        raise ValueError("provenance.verdict is not a text")
    return found


def _scores(plain: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    return {
        str(subset): {str(metric): math.nan if v is None else float(v) for metric, v in values.items()}
        for subset, values in plain.items()
    }


def _without_nan(value: Any) -> Any:
    """Replace what JSON and Python source cannot write as a number by None."""
    if isinstance(value, dict):
        return {str(name): _without_nan(v) for name, v in value.items()}  # names of an enum as plain text, too
    if isinstance(value, list | tuple):
        return [_without_nan(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
