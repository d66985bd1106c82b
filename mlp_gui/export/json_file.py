"""The whole model as one JSON text: readable by eye and by any language. Numbers keep all their digits."""

from __future__ import annotations

from mlp_gui.core.errors import UserError
from mlp_gui.export.document import document_text, model_from, weight_arrays
from mlp_gui.export.formats import ExportFormat, Source, formats
from mlp_gui.export.proof import prove_model
from mlp_gui.export.untrusted import json_object
from mlp_gui.model import TrainedModel


@formats.register("json", "JSON (.json)")
class JsonFormat(ExportFormat):
    suffix = ".json"
    sentence = "Everything as one text that any language reads."

    def encode(self, source: Source) -> bytes:
        weights = {name: array.tolist() for name, array in weight_arrays(source.model).items()}
        return document_text(source.model, indent=1, weights=weights).encode("utf-8")

    def prove(self, data: bytes, source: Source) -> str:
        return prove_model(read_json(data, "The text"), source)


def read_json(data: bytes, where: str) -> TrainedModel:
    """The model in a JSON text; UserError when it is damaged or of another kind."""
    plain = json_object(data, where)
    weights = plain.get("weights")
    if not isinstance(weights, dict):
        raise UserError(f"{where} is not a model of this program.", "It holds no weights.")
    return model_from(plain, weights, where)
