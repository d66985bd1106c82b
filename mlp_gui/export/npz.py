"""Weights as a numpy archive: W1, b1, W2, ... and one text with everything else as JSON. No pickle inside."""

from __future__ import annotations

import io
import json
import zipfile

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.export.document import document, model_from, weight_arrays
from mlp_gui.export.formats import ExportFormat, Source, formats, prove_model
from mlp_gui.model import TrainedModel


@formats.register("npz", "numpy archive (.npz)")
class NpzFormat(ExportFormat):
    suffix = ".npz"
    sentence = "Weights as numpy arrays with scalers, categories and settings; numpy.load reads it."

    def encode(self, source: Source) -> bytes:
        buffer = io.BytesIO()
        text = np.array(json.dumps(document(source.model), ensure_ascii=False))
        np.savez(buffer, allow_pickle=False, **weight_arrays(source.model), document=text)
        return buffer.getvalue()

    def prove(self, data: bytes, source: Source) -> str:
        return prove_model(read_npz(data, "The archive"), source)


def read_npz(data: bytes, where: str) -> TrainedModel:
    """The model in an archive; UserError when it is damaged or of another kind."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        plain = json.loads(str(arrays.pop("document")))
    except (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise UserError(f"{where} is not a readable numpy archive of a model.", str(error)[:200]) from error
    return model_from(plain, arrays, where)
