"""What is needed to repeat a run somewhere else: where its table is, and all of its settings as plain values."""

from __future__ import annotations

import hashlib
import os
from typing import Any

from mlp_gui.core.serialization import to_json
from mlp_gui.data.columns.dialect import MISSING_MARKERS
from mlp_gui.data.csv.byte_source import file_stamp
from mlp_gui.data.preprocessing.spec import ColumnSpec
from mlp_gui.data.samples.catalogue import PREFIX, samples
from mlp_gui.export.common.base import ExportInput


def table_place(source: ExportInput) -> str:
    """Return where the table of a run is: a sample's name, a path, or the name of a file of which no more is known.

    Parameters
    ----------
    source : ExportInput
    """
    name = str(source.model.provenance["data"])
    if source.prepared is None:
        return PREFIX + name if name in {sample.name for sample in samples()} else name
    table = source.prepared.table
    if table.path is None and table.original is None:
        return PREFIX + table.name
    return name if table.path is None else os.path.abspath(table.path)


def table_digest(source: ExportInput) -> tuple[int, str] | None:
    """Return the size and the SHA-256 of the table's file; None for a sample, and when it is gone or another one now.

    Parameters
    ----------
    source : ExportInput
    """
    table = None if source.prepared is None else source.prepared.table
    if table is not None and table.original is not None:
        return len(table.original), hashlib.sha256(table.original).hexdigest()
    if table is None or table.path is None:
        return None
    try:
        if file_stamp(table.path) != table.stamp:
            return None
        with table.path.open("rb") as file:
            return table.stamp[0], hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # the file is gone: what it was cannot be said
        return None


def general_markers(source: ExportInput) -> tuple[str, ...]:
    """Return the cells that a person said mean no value in every column, which no setting holds.

    Parameters
    ----------
    source : ExportInput
    """
    dialect = None if source.prepared is None else source.prepared.table.dialect
    return () if dialect is None else tuple(m for m in dialect.missing if m not in MISSING_MARKERS)


def repeat_settings(source: ExportInput) -> dict[str, Any]:
    """Return what `fit` takes as `config`, and a settings file holds; the run ends where this one ended.

    Parameters
    ----------
    source : ExportInput
    """
    plain = dict(to_json(source.model.config))
    if len(source.history):
        plain["training"] = plain["training"] | {"max_epochs": int(source.history[-1].epoch)}
    data = dict(to_json(source.model.spec))
    usual = to_json(ColumnSpec(""))
    data["columns"] = [
        {name: value for name, value in column.items() if name == "name" or value != usual.get(name)}
        for column in data["columns"]
    ]
    return {"data": data, **plain}
