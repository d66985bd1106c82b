"""run.mlp: the trained model and its history in one file, a zip of JSON and .npy members with a checksum for each.

    manifest.json   {"format", "version", "sha256": {member: digest}}
    model.json      everything but numbers in bulk (see `document`)
    W1.npy b1.npy   weights of each layer
    history.npy     (epochs, columns of EpochReport)

Python's zipfile and numpy alone can read it. Nothing in it is executable and nothing is pickled.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.engine.history import History
from mlp_gui.engine.report import EpochReport
from mlp_gui.export.document import document, model_from, weight_arrays
from mlp_gui.export.formats import ExportFormat, Source, formats, prove_model
from mlp_gui.model import TrainedModel

FORMAT, VERSION = "mlp_gui run", 1
MOST_BYTES = 2_000_000_000  # unpacked; a larger file was not written by this program
MOST_RATIO = 200  # unpacked to packed; weights do not shrink like that, zip bombs do
MOST_MEMBERS = 500


@dataclass(frozen=True, eq=False)
class SavedRun:
    model: TrainedModel
    history: History


@formats.register("mlp", "Run (.mlp)")
class MlpFormat(ExportFormat):
    suffix = ".mlp"
    sentence = "The trained network and its history in one file, to predict with later."

    def encode(self, source: Source) -> bytes:
        members = {"model.json": json.dumps(document(source.model), ensure_ascii=False).encode("utf-8")}
        arrays = weight_arrays(source.model) | {"history": source.history.rows()}
        members |= {f"{name}.npy": _npy(array) for name, array in arrays.items()}
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
        manifest = {"format": FORMAT, "version": VERSION, "sha256": digests}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("manifest.json", json.dumps(manifest, indent=1))
            for name, data in members.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def prove(self, data: bytes, source: Source) -> str:
        saved = read_run_bytes(data, "The file")
        if not np.array_equal(saved.history.rows(), source.history.rows(), equal_nan=True):
            raise UserError("The history would not be read back with the same numbers; nothing was saved.")
        return prove_model(saved.model, source)


def read_run(path: str | Path) -> SavedRun:
    """A run from a file that nobody has vouched for; UserError says in a sentence what is wrong with it."""
    name = Path(path).name
    try:
        size = Path(path).stat().st_size
        if size > MOST_BYTES:
            raise UserError(f"{name} is too large to be a run of this program ({size:,} bytes).")
        data = Path(path).read_bytes()
    except OSError as error:
        raise UserError(f"{name} cannot be read.", f"{error.strerror}.", "Check the path.") from error
    return read_run_bytes(data, name)


def read_run_bytes(data: bytes, where: str) -> SavedRun:
    members = _members(data, where)
    manifest = _json(members.get("manifest.json", b""), where)
    if manifest.get("format") != FORMAT:
        raise UserError(f"{where} is not a run of this program.")
    if manifest.get("version") != VERSION:
        raise UserError(
            f"{where} was written by another version of this program.",
            f"Its format version is {str(manifest.get('version'))[:20]}, this program reads {VERSION}.",
        )
    digests = manifest.get("sha256")
    found = {name: hashlib.sha256(content).hexdigest() for name, content in members.items() if name != "manifest.json"}
    if digests != found:
        raise UserError(f"{where} is damaged.", "Its checksums do not match its contents.", "Use another copy.")
    arrays = {name.removesuffix(".npy"): _array(members[name], where) for name in found if name.endswith(".npy")}
    model = model_from(_json(members.get("model.json", b""), where), arrays, where)
    history = arrays.get("history")
    if history is None or history.ndim != 2 or history.shape[1] != len(EpochReport._fields):
        raise UserError(f"{where} is damaged.", "Its history has another shape.")
    return SavedRun(model, History(history))


def _members(data: bytes, where: str) -> dict[str, bytes]:
    """All members, after their sizes were checked and before any was unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            total = sum(info.file_size for info in infos)
            names = [info.filename for info in infos]
            if len(infos) > MOST_MEMBERS or len(set(names)) < len(names) or total > MOST_BYTES:
                raise UserError(f"{where} is not a run of this program.", "Its table of contents is impossible.")
            if total > MOST_RATIO * max(len(data), 10_000):
                raise UserError(f"{where} was not opened.", f"It would unpack to {total:,} bytes.")
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UserError(f"{where} is not a run of this program or is damaged.", str(error)[:200]) from error
    except zlib.error as error:
        raise UserError(f"{where} is damaged.", str(error)[:200]) from error


def _json(data: bytes, where: str) -> dict[str, Any]:
    try:
        plain = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UserError(f"{where} is damaged.", str(error)[:200]) from error
    if not isinstance(plain, dict):
        raise UserError(f"{where} is damaged.", "An object was expected.")
    return plain


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def _array(data: bytes, where: str) -> np.ndarray:
    try:
        array: np.ndarray = np.load(io.BytesIO(data), allow_pickle=False)
    except (ValueError, OSError, EOFError) as error:
        raise UserError(f"{where} is damaged.", str(error)[:200]) from error
    return array
