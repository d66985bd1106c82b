"""The whole model as one JSON text: readable by eye and by any language. Numbers keep all their digits."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document_text, model_from, weight_arrays
from mlp_gui.export.common.safe_reading import MOST_NUMBERS, json_object
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.model import TrainedModel


@formats.register("json", "JSON (.json)")
class JsonFormat(ExportFormat):
    """The document with the weights as nested lists, which keep all digits."""

    suffix = ".json"
    sentence = mark("Everything as one text that any language reads.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the text as UTF-8."""
        weights = {name: array.tolist() for name, array in weight_arrays(source.model).items()}
        return document_text(source.model, indent=1, weights=weights).encode("utf-8")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        most = MOST_NUMBERS + 2 * source.model.network.n_parameters
        return verify_model(read_json(data, tr("The text"), most), source)


def read_json(data: bytes, where: str, most_numbers: int = MOST_NUMBERS) -> TrainedModel:
    """Read the model from a JSON text.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    most_numbers : int
        Entries that it may have.

    Raises
    ------
    UserError
        If it is damaged, of another kind, or has more entries.
    """
    plain = json_object(data, where, most_numbers)
    weights = plain.get("weights")
    if not isinstance(weights, dict):
        raise UserError(tr("{where} is not a model of this program.", where=where), tr("It holds no weights."))
    return model_from(plain, weights, where)
