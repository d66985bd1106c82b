"""Weights as a numpy archive: W1, b1, W2, ... and one text with everything else as JSON. No pickle inside."""

from __future__ import annotations

import io

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document_text, model_from, weight_arrays
from mlp_gui.export.common.safe_reading import json_object, npy_array, npy_text, zip_members
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.model import TrainedModel

DOCUMENT = "document.npy"


@formats.register("npz", "numpy archive (.npz)")
class NpzFormat(ExportFormat):
    """The arrays are W1, b1, W2, ...; `document` is a text with everything else."""

    suffix, place = ".npz", 5
    sentence = mark("Weights as numpy arrays with scalers, categories and settings; numpy.load reads it.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the archive, without pickle."""
        buffer = io.BytesIO()
        np.savez(
            buffer, allow_pickle=False, **weight_arrays(source.model), document=np.array(document_text(source.model))
        )
        return buffer.getvalue()

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_model(read_npz(data, tr("The archive")), source)


def read_npz(data: bytes, where: str) -> TrainedModel:
    """Read the model from an archive.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is damaged or of another kind.
    """
    members = zip_members(data, where, lambda name: name.endswith(".npy"))
    if DOCUMENT not in members:
        raise UserError(tr("{where} is not a model of this program.", where=where), tr("It holds no document."))
    # Half a surrogate pair is passed on to `json_object`, which refuses it in a sentence.
    plain = json_object(npy_text(members.pop(DOCUMENT), where).encode("utf-8", "surrogatepass"), where)
    arrays = {name.removesuffix(".npy"): npy_array(content, where) for name, content in members.items()}
    return model_from(plain, arrays, where)
