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

    prepared: None when the model came from a file without its table. stopped: why the run ended, in a sentence.
    """

    model: TrainedModel
    history: History
    prepared: Prepared | None = None
    stopped: str = ""


class ExportFormat:
    """One format.

    sentence: what it is good for, shown in the window. place: where the window lists it, from 1; without one it stands
    under "More formats".
    """

    name: ClassVar[str]
    label: ClassVar[str]
    suffix: ClassVar[str]
    sentence: ClassVar[str] = ""
    place: ClassVar[int | None] = None

    def encode(self, source: ExportInput) -> bytes:
        """The whole file as bytes. UserError when the format cannot carry something of this model."""
        raise NotImplementedError

    def verify(self, data: bytes, source: ExportInput) -> str:
        """Read the bytes back and compare with the source; the finding in words. UserError when they differ."""
        raise NotImplementedError


def stop_sentence(source: ExportInput) -> str:
    """Why the run ended, "" when nobody said; a run from a file remembers it in its provenance."""
    return source.stopped or str(source.model.provenance.get("stopped", ""))


def export(source: ExportInput, name: str, path: str | Path) -> str:
    """Write a file in the format of that name; returns the sentence that says what was saved and how it was proved."""
    chosen = formats.create(name)
    data = chosen.encode(source)
    finding = chosen.verify(data, source)
    write_atomic(path, data)
    if Path(path).read_bytes() != data:
        raise UserError(
            tr("{name} differs from what was written.", name=Path(path).name),
            hint=tr("Check the disk and save it again."),
        )
    return tr("Saved {name}: {finding}", name=Path(path).name, finding=finding)
