"""The family of export formats: what a format may draw from, and how a file is written, proved and named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.core.registry import Registry
from mlp_gui.data.pipeline import Prepared
from mlp_gui.engine.history import History
from mlp_gui.export.atomic import write_atomic
from mlp_gui.model import TrainedModel

formats: Registry[ExportFormat] = Registry("export format")


@dataclass(frozen=True, eq=False)
class Source:
    """What can be exported. `prepared` is None when the model came from a file without its table."""

    model: TrainedModel
    history: History
    prepared: Prepared | None = None


class ExportFormat:
    """One format. `sentence` says in the window what it is good for."""

    name: ClassVar[str]
    label: ClassVar[str]
    suffix: ClassVar[str]
    sentence: ClassVar[str] = ""

    def encode(self, source: Source) -> bytes:
        """The whole file as bytes."""
        raise NotImplementedError

    def prove(self, data: bytes, source: Source) -> str:
        """Read the bytes back and compare with the source; the finding in words. UserError when they differ."""
        raise NotImplementedError


def export(source: Source, name: str, path: str | Path) -> str:
    """Write a file in the format of that name; returns the sentence that says what was saved and how it was proved."""
    chosen = formats.create(name)
    data = chosen.encode(source)
    finding = chosen.prove(data, source)
    write_atomic(path, data)
    if Path(path).read_bytes() != data:
        raise UserError(f"{Path(path).name} differs from what was written.", hint="Check the disk and save it again.")
    return f"Saved {Path(path).name}: {finding}"


def prove_model(read: TrainedModel, source: Source) -> str:
    """The model that was read back must give the same outputs for the check rows, to the last bit."""
    checks = source.model.checks
    frame = pd.DataFrame([dict(zip(checks.columns, row, strict=True)) for row in checks.rows], columns=checks.columns)
    outputs = read.outputs(frame)
    if not np.array_equal(outputs, checks.outputs, equal_nan=True):
        raise UserError(
            "The file would not give the same predictions and was not saved.",
            f"The largest difference in its check rows is {np.nanmax(np.abs(outputs - checks.outputs)):.3g}.",
        )
    model = source.model
    return (
        f"{model.network.n_parameters:,} weights of epoch {model.provenance['epoch']:,}, "
        f"read back and checked on {len(checks.rows)} rows."
    )
