"""Weights as CSV, one file per layer in a zip, with the whole model as JSON beside them.

layer_1.csv   a line per input and one for the bias; a column per unit
model.json    everything else (see `document`)
"""

from __future__ import annotations

import csv
import io
import re
import zipfile

import numpy as np

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.words import mark, tr
from mlp_gui.data.writing import safe_text
from mlp_gui.export.document import document_text, model_from
from mlp_gui.export.formats import ExportFormat, Source, formats
from mlp_gui.export.proof import prove_model
from mlp_gui.export.untrusted import json_object, zip_members
from mlp_gui.model import TrainedModel

DOCUMENT = "model.json"
LAYER = re.compile(r"layer_[1-9][0-9]{0,3}\.csv")


@formats.register("csv", "Weights as CSV (.zip)")
class WeightsCsvFormat(ExportFormat):
    suffix = ".zip"
    sentence = mark("A table of weights for each layer, for a spreadsheet or any other program.")

    def encode(self, source: Source) -> bytes:
        model, buffer = source.model, io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for k in range(model.network.n_layers):
                archive.writestr(f"layer_{k + 1}.csv", _layer(model, k))
            archive.writestr(DOCUMENT, document_text(model, indent=1))
        return buffer.getvalue()

    def prove(self, data: bytes, source: Source) -> str:
        return prove_model(read_weights_zip(data, tr("The archive")), source)


def read_weights_zip(data: bytes, where: str) -> TrainedModel:
    """The model in an archive; UserError when it is damaged or of another kind."""
    members = zip_members(data, where, lambda name: name == DOCUMENT or bool(LAYER.fullmatch(name)))
    if DOCUMENT not in members:
        raise UserError(
            tr("{where} is not a model of this program.", where=where), tr("It holds no {name}.", name=DOCUMENT)
        )
    arrays = {}
    for name, content in members.items():
        if name != DOCUMENT:
            matrix = layer_matrix(content, tr("{where}, {part},", where=where, part=name))
            number = name.removeprefix("layer_").removesuffix(".csv")
            arrays[f"W{number}"], arrays[f"b{number}"] = matrix[:-1], matrix[-1]
    return model_from(json_object(members[DOCUMENT], where), arrays, where)


def layer_matrix(data: bytes, where: str) -> np.ndarray:
    """(inputs + 1, units) of one layer's CSV, the bias in the last row; headings are skipped. UserError in words."""
    try:
        rows = [row for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) if row]
        headed = rows[0][0] == "input"
        cells = [row[1:] for row in rows[1:]] if headed else rows
        matrix = np.array([[float(cell) for cell in row] for row in cells], float)
    except (ValueError, IndexError, csv.Error) as error:
        raise UserError(tr("{where} is not a table of weights.", where=where), str(error)[:200]) from error
    if matrix.ndim != 2 or not np.isfinite(matrix).all():
        raise UserError(
            tr("{where} is not a table of weights.", where=where),
            tr("Its lines differ in length or a cell is not finite."),
        )
    return matrix


def _layer(model: TrainedModel, k: int) -> str:
    network, pipeline = model.network, model.pipeline
    names = pipeline.feature_names if k == 0 else [f"unit {j + 1} of layer {k}" for j in range(network.sizes[k])]
    units = [f"unit {j + 1}" for j in range(network.sizes[k + 1])]
    if k == network.n_layers - 1:
        units = list(pipeline.class_names if model.task is Task.MULTICLASS else pipeline.target_names)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["input", *(safe_text(name) for name in units)])
    for name, row in zip([*names, "bias"], network.matrices[k].tolist(), strict=True):
        writer.writerow([safe_text(name), *(repr(value) for value in row)])
    return text.getvalue()
