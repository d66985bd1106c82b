"""Running a script that was just generated, apart from this program, with nothing but what it holds."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.calibration.promised_columns import promised_columns
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.self_check import check_outputs, describe_verification, rows_to_frame, verification_rows
from mlp_gui.export.scripts.source_code import without_network
from mlp_gui.model import CheckRows, TrainedModel

SECONDS = 60
# What the self-test says goes to stderr, so that stdout holds nothing but JSON.
_DRIVER = """
import json, runpy, sys
names = runpy.run_path("model.py")
print(names["self_test"](), file=sys.stderr)
json.dump(names["predict"](json.load(sys.stdin), []).tolist(), sys.stdout)
"""


def verify_by_running(data: bytes, model: TrainedModel) -> str:
    """Run the script's own self-test and `predict`, in a process of its own where that is possible.

    Parameters
    ----------
    data : bytes
        The script.
    model : TrainedModel

    Returns
    -------
    str
        The finding, in words.

    Raises
    ------
    UserError
        If it cannot be run, fails its self-test or gives other predictions.
    """
    rows = verification_rows(model)
    # In a frozen program sys.executable is the program itself and not Python.
    alone = not getattr(sys, "frozen", False) and bool(sys.executable)
    found = _in_a_process(data, rows) if alone else _in_a_namespace(data, rows)
    check_outputs(found.reshape(len(rows.rows), -1), rows.outputs, model)
    _refuse_other_promises(_run(without_network(data)), model, rows.outputs)
    return describe_verification(
        model, tr_n("run and checked on {n} row", "run and checked on {n} rows", len(rows.rows))
    )


def verify_by_reading(data: bytes, model: TrainedModel, library: str) -> str:
    """Run the part that needs numpy alone: the weights and the encoded rows must be those of the model.

    Parameters
    ----------
    data : bytes
        The script.
    model : TrainedModel
    library : str
        Name of the library in the finding.

    Returns
    -------
    str
        The finding, in words.

    Raises
    ------
    UserError
        If a weight or an encoded row differs.
    """
    names = _run(without_network(data))
    network, rows = model.network, verification_rows(model)
    stored = [names["LAYERS"]] if isinstance(network, Network) else names["NETWORKS"]
    if len(stored) != len(network.members) or tuple(names.get("SHARES", (1.0,))) != network.shares:
        raise UserError(tr("The script would not hold the same networks and was not saved."))
    for layers, member in zip(stored, network.members, strict=True):
        _refuse_other_weights(layers, member)
    frame = model.pipeline.derivation.frame_with(rows_to_frame(rows.columns, rows.rows))
    expected = model.pipeline.transform_frame(frame)[0]
    found = names["encode"](rows.rows, [])  # without a list for remarks, a cell that cannot be read would be an error
    worst = np.nanmax(np.abs(found - expected), initial=0.0)
    same = np.array_equal(np.isnan(found), np.isnan(expected))
    if not (same and worst <= 1e-12 * max(1.0, float(np.nanmax(np.abs(expected))))):
        raise UserError(tr("The script would not encode rows in the same way and was not saved."))
    _refuse_other_promises(names, model, rows.outputs)
    how = tr_n(
        "read back with the encoding of {n} row; run it where {library} is, it tests itself",
        "read back with the encoding of {n} rows; run it where {library} is, it tests itself",
        len(rows.rows),
        library=library,
    )
    return describe_verification(model, how)


def _refuse_other_promises(names: dict[str, Any], model: TrainedModel, outputs: Floats) -> None:
    """Compare intervals or sets of classes, where the model promises them."""
    promised = model.promise()
    if promised is None:
        return
    pipeline = model.pipeline
    expected, _, _ = promised_columns(promised, outputs, pipeline.target_names, pipeline.class_names)
    found = names["promises"](outputs)
    for heading, values in expected.items():
        same = (
            np.allclose(found[heading], values, rtol=1e-9, atol=0, equal_nan=True)
            if values.dtype.kind == "f"
            else list(found[heading]) == list(values)
        )
        if not same:
            raise UserError(tr("The script would not give the same intervals and was not saved."))


def _refuse_other_weights(layers: list[tuple[Floats, Floats]], network: Network) -> None:
    if len(layers) != network.n_layers:
        raise UserError(tr("The script would not hold the same networks and was not saved."))
    for k, (weights, biases) in enumerate(layers):
        if not (np.array_equal(weights, network.weights(k)) and np.array_equal(biases, network.biases(k))):
            raise UserError(
                tr("The script would not hold the same weights and was not saved."), tr("Layer {k} differs.", k=k + 1)
            )


def _in_a_process(data: bytes, rows: CheckRows) -> Floats:
    """Run isolated Python (-I: no user packages, no environment) in an empty folder, with a time limit."""
    with tempfile.TemporaryDirectory(prefix="mlp_gui-") as folder:
        (Path(folder) / "model.py").write_bytes(data)
        command = [sys.executable, "-I", "-c", _DRIVER]
        text = json.dumps([list(row) for row in rows.rows])
        try:
            done = subprocess.run(
                command, input=text, cwd=folder, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UserError(tr("The script could not be run and was not saved."), str(error)[:200]) from error
    if done.returncode:
        raise UserError(tr("The script did not pass its own test and was not saved."), done.stderr[-300:])
    return np.array(json.loads(done.stdout), float)


def _in_a_namespace(data: bytes, rows: CheckRows) -> Floats:
    names = _run(data.decode("utf-8"))
    found: Floats = names["predict"](rows.rows, [])
    return found


def _run(source: str) -> dict[str, Any]:
    """Return the names that a generated source defines. It was made here, from literals: nothing foreign is run."""
    names: dict[str, Any] = {"__name__": "model"}
    exec(compile(source, "model.py", "exec"), names)
    return names
