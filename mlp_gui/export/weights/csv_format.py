"""Weights as CSV, one file per layer in a zip, with the whole model as JSON beside them.

layer_1.csv   a line per input and one for the bias; a column per unit; network_1_layer_1.csv in an ensemble
model.json    everything else (see `document`)
"""

from __future__ import annotations

import csv
import io
import re
from array import array

import numpy as np

from mlp_gui.core.bounded_zip import write_zip
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.engine.network.network import Network
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document_text, model_from
from mlp_gui.export.common.safe_reading import MOST_NUMBERS, WEIGHT_LIMITS, json_object, zip_members
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.model import TrainedModel

DOCUMENT = "model.json"
LAYER = re.compile(r"layer_[1-9][0-9]{0,3}\.csv")
MEMBER = re.compile(r"network_([1-9][0-9]{0,4})_(layer_[1-9][0-9]{0,3}\.csv)")


@formats.register("csv", "Weights as CSV (.zip)")
class WeightsCsvFormat(ExportFormat):
    """Each layer's table has a line per input and one for the bias, and a column per unit."""

    suffix = ".zip"
    sentence = mark("A table of weights for each layer, for a spreadsheet or any other program.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the zip."""
        model = source.model
        members = {}
        for number, network in enumerate(model.network.members, 1):
            begin = "" if isinstance(model.network, Network) else f"network_{number}_"
            for k in range(network.n_layers):
                members[f"{begin}layer_{k + 1}.csv"] = _layer(model, network, k).encode()
        return write_zip(members | {DOCUMENT: document_text(model, indent=1).encode()}, WEIGHT_LIMITS)

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_model(
            read_weights_zip(data, tr("The archive"), MOST_NUMBERS + 2 * source.model.network.n_parameters), source
        )


def read_weights_zip(data: bytes, where: str, most_numbers: int = MOST_NUMBERS) -> TrainedModel:
    """Read the model from an archive.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    most_numbers : int
        Numbers that a layer may have.

    Raises
    ------
    UserError
        If it is damaged, of another kind, or a layer has more numbers.
    """
    members = zip_members(data, where, _is_known)
    if DOCUMENT not in members:
        raise UserError(
            tr("{where} is not a model of this program.", where=where), tr("It holds no {name}.", name=DOCUMENT)
        )
    found: dict[str, dict[int, np.ndarray]] = {}  # layer -> member, 0 for the only one -> matrix
    for name, content in members.items():
        if name != DOCUMENT:
            matrix = layer_matrix(content, tr("{where}, {part},", where=where, part=name), most_numbers)
            member = MEMBER.fullmatch(name)
            layer = name if member is None else member[2]
            found.setdefault(layer, {})[0 if member is None else int(member[1])] = matrix
    arrays: dict[str, np.ndarray] = {}
    for layer, matrices in found.items():
        number = layer.removeprefix("layer_").removesuffix(".csv")
        stack = [matrices[m] for m in sorted(matrices)]
        if len({matrix.shape for matrix in stack}) > 1:
            raise UserError(tr("{where} is damaged.", where=where), tr("The networks in it differ in shape."))
        stacked = stack[0] if 0 in matrices else np.stack(stack)
        arrays[f"W{number}"], arrays[f"b{number}"] = stacked[..., :-1, :], stacked[..., -1, :]
    return model_from(json_object(members[DOCUMENT], where), arrays, where)


def _is_known(name: str) -> bool:
    return name == DOCUMENT or bool(LAYER.fullmatch(name) or MEMBER.fullmatch(name))


def layer_matrix(data: bytes, where: str, most_numbers: int = MOST_NUMBERS) -> np.ndarray:
    """Read one layer's CSV; headings are skipped.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    most_numbers : int
        Cells that it may have, since each takes more memory than its text.

    Returns
    -------
    ndarray of shape (n_inputs + 1, n_units)
        The biases are the last row.

    Raises
    ------
    UserError
        If it is no table of finite numbers or has more of them.
    """
    # Counted before reading, which takes memory for every entry.
    if sum(map(data.count, (b",", b"\n", b"\r"))) > most_numbers:
        raise UserError(
            tr("{where} was not opened.", where=where), tr("It has more entries than a file of this kind needs.")
        )
    try:
        numbers, widths = _numbers_and_widths(data)
    except (ValueError, csv.Error) as error:
        raise UserError(tr("{where} is not a table of weights.", where=where), str(error)[:200]) from error
    found = np.array(numbers)
    if len(widths) != 1 or not all(widths) or not np.isfinite(found).all():
        raise UserError(
            tr("{where} is not a table of weights.", where=where),
            tr("Its lines differ in length or a cell is not finite."),
        )
    return found.reshape(-1, widths.pop())


def _numbers_and_widths(data: bytes) -> tuple[array[float], set[int]]:
    """Return all numbers, line after line, and the lengths that lines have."""
    # 8 bytes for a number; in a list of floats it would take 32.
    numbers, headed = array("d"), False
    widths: set[int] = set()
    # "-sig": spreadsheets begin a UTF-8 file with a byte order mark.
    for row in csv.reader(io.TextIOWrapper(io.BytesIO(data), "utf-8-sig", newline="")):
        if not widths and not headed and row[:1] == ["input"]:
            headed = True
        elif row:
            numbers.extend(map(float, row[headed:]))
            widths.add(len(row) - headed)
    return numbers, widths


def _layer(model: TrainedModel, network: Network, k: int) -> str:
    pipeline = model.pipeline
    names = pipeline.feature_names if k == 0 else [f"unit {j + 1} of layer {k}" for j in range(network.sizes[k])]
    units = [f"unit {j + 1}" for j in range(network.sizes[k + 1])]
    if k == network.n_layers - 1:
        units = list(pipeline.class_names if model.task is Task.MULTICLASS else pipeline.target_names)
    rows = [[name, *row] for name, row in zip([*names, "bias"], network.matrices[k].tolist(), strict=True)]
    return csv_text([["input", *units], *rows])
