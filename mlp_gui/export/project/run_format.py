"""run.mlp: the trained model and its history in one file.

    model.json      everything but numbers in bulk (see `document`)
    W1.npy b1.npy   weights of each layer
    history.npy     (epochs, columns of EpochReport)

A project (see `project_file`) is the same file with more members, so that predict and export work from it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import mark, tr
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.training.history import History, are_in_order
from mlp_gui.engine.training.reports import EpochReport
from mlp_gui.export.common.base import ExportFormat, ExportInput, formats, stop_sentence
from mlp_gui.export.common.document import document, model_from, weight_arrays
from mlp_gui.export.common.safe_reading import MAX_BYTES, is_filled_zip, json_object, npy_array, read_file
from mlp_gui.export.common.self_check import verify_model
from mlp_gui.export.project.container import CLASS_MEMBER, ENSEMBLE, VERSION, json_bytes, npy_of, pack, unpack
from mlp_gui.model import TrainedModel


@dataclass(frozen=True, eq=False)
class SavedRun:
    """A trained model and the history of its run, as a file holds them."""

    model: TrainedModel
    history: History


@formats.register("mlp", "Run (.mlp)")
class MlpFormat(ExportFormat):
    """The bare run; `encode_project` adds what is needed to go on from it."""

    suffix, place = ".mlp", 1
    sentence = mark("The trained network and its history in one file, to predict with later.")

    def encode(self, source: ExportInput) -> bytes:
        """Return the container with the run's members."""
        return pack(run_members(source), version_for(source.model))

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Compare the history, and the outputs of the model that is read back, to the last bit.

        Parameters
        ----------
        data : bytes
        source : ExportInput
        """
        return verify_run(read_run_bytes(data, tr("The file")), source)


def verify_run(saved: SavedRun, source: ExportInput) -> str:
    """Compare the history, and the outputs of the model, to the last bit, and say so in a sentence.

    Parameters
    ----------
    saved : SavedRun
        As it was read back.
    source : ExportInput

    Raises
    ------
    UserError
        If something is not the same.
    """
    if not np.array_equal(saved.history.rows(), source.history.rows(), equal_nan=True):
        raise UserError(tr("The history would not be read back with the same numbers; nothing was saved."))
    return verify_model(saved.model, source)


def version_for(model: TrainedModel) -> int:
    """Return the version of the container that holds a model."""
    return ENSEMBLE if isinstance(model.network, Ensemble) else VERSION


def run_members(source: ExportInput) -> dict[str, bytes]:
    """Return the members of a run's file, by name."""
    plain = document(source.model)
    plain["provenance"]["stopped"] = stop_sentence(source)
    members = {"model.json": json_bytes(plain)}
    arrays = weight_arrays(source.model) | {"history": source.history.rows()}
    return members | {f"{name}.npy": npy_of(array) for name, array in arrays.items()}


def read_bytes(path: str | Path) -> bytes:
    """Read the bytes of a file of believable size; UserError when it cannot be read."""
    return read_file(path, MAX_BYTES, is_filled_zip)


def read_run(path: str | Path) -> SavedRun:
    """Read a run from a file that nobody has vouched for; UserError says in a sentence what is wrong with it."""
    return read_run_bytes(read_bytes(path), Path(path).name)


def read_run_bytes(data: bytes, where: str) -> SavedRun:
    """Read a run from the bytes of a file.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is no run or is damaged.
    """
    return run_of(unpack(data, where), where)


def run_of(members: Mapping[str, bytes], where: str) -> SavedRun:
    """Read a run from unpacked members.

    Parameters
    ----------
    members : mapping
        Contents by name.
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If they are damaged.
    """
    if "model.json" not in members and CLASS_MEMBER in members:
        raise UserError(
            tr("{file} is a class file, which holds no trained network.", file=where),
            hint=tr("Open it in the window, train, and save your own project."),
        )
    # Members in folders belong to the project around the run.
    names = [name for name in members if name.endswith(".npy") and "/" not in name]
    arrays = {name.removesuffix(".npy"): npy_array(members[name], where) for name in names}
    model = model_from(json_object(members.get("model.json", b""), where), arrays, where)
    history = arrays.get("history")
    if history is None or history.ndim != 2 or history.shape[1] != len(EpochReport._fields):
        raise UserError(tr("{where} is damaged.", where=where), tr("Its history has another shape."))
    if not are_in_order(history):
        raise UserError(tr("{where} is damaged.", where=where), tr("The epochs of its history are not in order."))
    return SavedRun(model, History(history))
