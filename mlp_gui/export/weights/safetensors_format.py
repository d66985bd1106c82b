"""Weights in the safetensors format: a length, a JSON header with offsets and texts, then the plain numbers.

The format is small enough to be written and read here (https://huggingface.co/docs/safetensors), without a dependency.
"""

from __future__ import annotations

import hashlib
import json
import math
import struct
from collections.abc import Iterable

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.core.value_kinds import describe_mistake
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats
from mlp_gui.export.common.document import document_text, model_from, weight_arrays
from mlp_gui.export.common.safe_reading import json_object
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.model import TrainedModel

KINDS = {"F64": "<f8", "F32": "<f4", "F16": "<f2"}
_NAMES = {"float64": "F64", "float32": "F32"}
METADATA, DOCUMENT, SHA256 = "__metadata__", "mlp_gui", "mlp_gui_sha256"


@formats.register("safetensors", "safetensors (.safetensors)")
class SafetensorsFormat(ExportFormat):
    """The tensors are W1, b1, W2, ...; the metadata's entry `mlp_gui` is a text with everything else."""

    suffix = ".safetensors"
    sentence = mark("Weights by name with everything else as text beside them; many deep learning tools read it.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the file."""
        arrays, text = weight_arrays(source.model), document_text(source.model)
        body = [np.ascontiguousarray(array, KINDS[_NAMES[array.dtype.name]]).tobytes() for array in arrays.values()]
        return pack(arrays, {"format": "np", DOCUMENT: text, SHA256: _digest(body, text)})

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_model(read_safetensors(data, tr("The file")), source)


def _digest(body: Iterable[bytes | memoryview], text: str) -> str:
    """Return the checksum of the numbers and of the document."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    for part in body:
        digest.update(part)
    return digest.hexdigest()


def pack(arrays: dict[str, np.ndarray], metadata: dict[str, str]) -> bytes:
    """Return named arrays and texts as one file.

    Parameters
    ----------
    arrays : dict
        Of 64-bit or 32-bit floats.
    metadata : dict
        Texts by name.
    """
    header: dict[str, object] = {METADATA: metadata}
    parts, at = [], 0
    for name, array in arrays.items():
        kind = _NAMES[array.dtype.name]
        data = np.ascontiguousarray(array, KINDS[kind]).tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [at, at + len(data)]}
        parts.append(data)
        at += len(data)
    text = json.dumps(header, ensure_ascii=False, allow_nan=False).encode("utf-8")
    # The format allows blanks after the header: the numbers then begin at a multiple of 8 bytes.
    text += b" " * (-len(text) % 8)
    return b"".join([struct.pack("<Q", len(text)), text, *parts])


def unpack(data: bytes, where: str) -> tuple[dict[str, np.ndarray], dict[str, str]]:
    """Read the arrays and texts of a file of any origin.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Returns
    -------
    arrays, metadata : dict
        By name.

    Raises
    ------
    UserError
        If it is damaged or of another kind.
    """
    length = struct.unpack("<Q", data[:8])[0] if len(data) >= 8 else 0
    if not 2 <= length <= len(data) - 8:
        raise UserError(tr("{where} is not a safetensors file or is damaged.", where=where))
    header, body = json_object(data[8 : 8 + length], where), memoryview(data)[8 + length :]
    metadata = header.pop(METADATA, {})
    arrays, end = {}, 0
    try:
        for name, entry in sorted(header.items(), key=lambda pair: pair[1]["data_offsets"][0]):
            dtype, shape = np.dtype(KINDS[entry["dtype"]]), tuple(entry["shape"])
            first, last = entry["data_offsets"]
            # Each tensor begins where the one before ends: nothing can be hidden in between, and nothing is read twice.
            if first != end or last > len(body) or math.prod(shape) * dtype.itemsize != last - first or min(shape) < 0:
                raise ValueError(f"the place of {name[:80]!r} is impossible")
            arrays[name] = np.frombuffer(body[first:last], dtype).reshape(shape).astype(dtype.newbyteorder("="))
            end = last
        if end != len(body) or not all(isinstance(text, str) for text in metadata.values()):
            raise ValueError("there is more in it than it says")
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise UserError(tr("{where} is damaged.", where=where), f"{describe_mistake(error)}.") from error
    # Files of earlier versions have none.
    if SHA256 in metadata and metadata[SHA256] != _digest([body], metadata.get(DOCUMENT, "")):
        raise UserError(
            tr("{where} is damaged.", where=where),
            tr("Its checksum does not match its contents."),
            tr("Use another copy."),
        )
    return arrays, metadata


def read_safetensors(data: bytes, where: str) -> TrainedModel:
    """Read the model from a file.

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
    arrays, metadata = unpack(data, where)
    if DOCUMENT not in metadata:
        raise UserError(
            tr("{where} is not a model of this program.", where=where),
            tr("Its metadata lack the entry {name}.", name=DOCUMENT),
        )
    # Half a surrogate pair is passed on to `json_object`, which refuses it in a sentence.
    return model_from(json_object(metadata[DOCUMENT].encode("utf-8", "surrogatepass"), where), arrays, where)
