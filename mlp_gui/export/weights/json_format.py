"""The whole model as one JSON text: readable by eye and by any language. Numbers keep all their digits."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document, model_from, weight_arrays
from mlp_gui.export.common.safe_reading import MOST_NUMBERS, json_object
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.model import TrainedModel

SHA256 = "sha256"


@formats.register("json", "JSON (.json)")
class JsonFormat(ExportFormat):
    """The document with the weights as nested lists, which keep all digits."""

    suffix = ".json"
    sentence = mark("Everything as one text that any language reads.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the text as UTF-8."""
        weights = {name: array.tolist() for name, array in weight_arrays(source.model).items()}
        plain = document(source.model) | {"weights": weights}
        return _text(plain | {SHA256: _digest(plain)}, indent=1).encode("utf-8")

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        most = MOST_NUMBERS + 2 * source.model.network.n_parameters
        return verify_model(read_json(data, tr("The text"), most), source)


def _text(plain: dict[str, Any], indent: int | None = None) -> str:
    # Without NaN, a word that is no JSON: parsers of other languages refuse it.
    return json.dumps(plain, indent=indent, ensure_ascii=False, allow_nan=False)


def _digest(plain: dict[str, Any]) -> str:
    """Return the checksum of a document: of its text without blanks, names in order."""
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def refuse_changed(plain: dict[str, Any], where: str) -> None:
    """Check a document against its checksum; those of earlier versions and of other programs have none.

    Parameters
    ----------
    plain : dict
        The document.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it was changed since it was written.
    """
    if SHA256 in plain and plain[SHA256] != _digest({name: v for name, v in plain.items() if name != SHA256}):
        raise UserError(
            tr("{where} is damaged.", where=where),
            tr("Its checksum does not match its contents."),
            tr("Use another copy, or remove its entry {name} if you changed it on purpose.", name=SHA256),
        )


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
    refuse_changed(plain, where)
    weights = plain.get("weights")
    if not isinstance(weights, dict):
        raise UserError(tr("{where} is not a model of this program.", where=where), tr("It holds no weights."))
    return model_from(plain, weights, where)
