"""The family of export formats: what a format may draw from, and how a file is written, proved and named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.history import History
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.model import TrainedModel

formats: Registry[ExportFormat] = Registry("export format")


@dataclass(frozen=True, eq=False)
class ExportInput:
    """What can be exported.

    Attributes
    ----------
    model : TrainedModel
    history : History
    prepared : Prepared or None
        None when the model came from a file without its table.
    stopped : str
        Why the run ended, in a sentence; empty when nobody said.
    """

    model: TrainedModel
    history: History
    prepared: Prepared | None = None
    stopped: str = ""


class ExportFormat:
    """One format.

    Attributes
    ----------
    sentence : str
        What it is good for, shown in the window.
    place : int or None
        Where the window lists it, from 1; without one it stands under "More formats".
    needs_table : bool
        Whether the file holds rows of the table, and not of the network alone.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    suffix: ClassVar[str]
    sentence: ClassVar[str] = ""
    place: ClassVar[int | None] = None
    needs_table: ClassVar[bool] = False

    def encode(self, source: ExportInput) -> bytes:
        """Return the whole file as bytes.

        Raises
        ------
        UserError
            If the format cannot carry something of this model.
        """
        raise NotImplementedError

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Read the bytes back and compare them with the source.

        Parameters
        ----------
        data : bytes
            What `encode` gave.
        source : ExportInput

        Returns
        -------
        str
            The finding, in words.

        Raises
        ------
        UserError
            If they differ.
        """
        raise NotImplementedError


def stop_sentence(source: ExportInput) -> str:
    """Return why the run ended, "" when nobody said; a run from a file remembers it in its provenance."""
    return source.stopped or str(source.model.provenance.get("stopped", ""))


def export(source: ExportInput, name: str, path: str | Path) -> str:
    """Write a file in a format, after it was read back and compared with its source.

    Parameters
    ----------
    source : ExportInput
    name : str
        Name of the format in the registry.
    path : str or Path

    Returns
    -------
    str
        The sentence that says what was saved and how it was verified.

    Raises
    ------
    UserError
        If the format cannot carry the model, the bytes do not give the same predictions, or the file cannot be written.
    """
    chosen = formats.create(name)
    data = chosen.encode(source)
    # Before anything is written: a format that fails leaves the file of that name as it is.
    finding = chosen.verify(data, source)
    write_atomic(path, data)
    # Once more from the disk, which may report success and hold something else.
    if Path(path).read_bytes() != data:
        raise UserError(
            tr("{name} differs from what was written.", name=Path(path).name),
            hint=tr("Check the disk and save it again."),
        )
    return tr("Saved {name}: {finding}", name=Path(path).name, finding=finding)
