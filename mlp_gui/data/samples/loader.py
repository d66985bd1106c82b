"""Samples as tables, and a table from whatever names one: a path or "sample:NAME"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mlp_gui.core.resources import resource
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples import generators
from mlp_gui.data.samples.catalogue import PREFIX, sample
from mlp_gui.data.suggest import suggest_spec


def read_sample(name: str) -> Table:
    found = sample(name)
    if not found.made_by:
        return replace(read_table(resource("samples", f"{name}.csv")), name=found.name, path=None)
    frame = getattr(generators, found.made_by)()
    return Table(found.name, None, frame, None, profile_frame(frame))


def sample_spec(name: str, table: Table | None = None) -> DataSpec:
    """The columns, target and split with which a sample opens."""
    found = sample(name)
    table = table or read_sample(name)
    return suggest_spec(table, found.targets, found.inputs or None)


def open_table(
    text: str | Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    dialect: Dialect | None = None,
    like: Dialect | None = None,
) -> Table:
    """A path, or "sample:NAME", as a table. dialect: how a file is to be read; None guesses, with regard to `like`."""
    if str(text).startswith(PREFIX):
        return read_sample(str(text).removeprefix(PREFIX))
    return read_table(text, dialect, progress=progress, cancelled=cancelled, like=like)
