"""The whole model as one JSON text: readable by eye and by any language. Numbers keep all their digits."""

from __future__ import annotations

import json

from mlp_gui.core.errors import UserError
from mlp_gui.export.document import document, model_from, weight_arrays
from mlp_gui.export.formats import ExportFormat, Source, formats, prove_model
from mlp_gui.model import TrainedModel


@formats.register("json", "JSON (.json)")
class JsonFormat(ExportFormat):
    suffix = ".json"
    sentence = "The same as one text file that any language reads."

    def encode(self, source: Source) -> bytes:
        weights = {name: array.tolist() for name, array in weight_arrays(source.model).items()}
        text = json.dumps(document(source.model) | {"weights": weights}, indent=1, ensure_ascii=False, allow_nan=True)
        return text.encode("utf-8")

    def prove(self, data: bytes, source: Source) -> str:
        return prove_model(read_json(data, "The text"), source)


def read_json(data: bytes, where: str) -> TrainedModel:
    """The model in a JSON text; UserError when it is damaged or of another kind."""
    try:
        plain = json.loads(data.decode("utf-8"))
        weights = plain.pop("weights")
    except (ValueError, KeyError, AttributeError, RecursionError) as error:
        raise UserError(f"{where} is not a readable JSON text of a model.", str(error)[:200]) from error
    return model_from(plain, weights, where)
