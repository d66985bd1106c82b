"""What a thread does to open a table: everything that touches the disk, which may be slow, gone, or no disk at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.regular_file import is_regular_file
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import find_reader
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples.catalogue import PREFIX
from mlp_gui.export.project.container import is_container

Progress = Callable[[float], None]
Withdrawn = Callable[[], bool]
Read = Callable[[Progress, Withdrawn], Table]


@dataclass(frozen=True)
class OpenedTable:
    """A table, and what its columns are for or why nobody can tell."""

    table: Table
    spec: DataSpec | UserError


@dataclass(frozen=True)
class FoundProject:
    """What was asked for is a project, whatever its name says."""

    path: str


@dataclass(frozen=True)
class RefusedTable:
    """Why a table was not read; has_dialect: whether another dialect may be chosen for its file."""

    error: UserError
    has_dialect: bool


def open_and_suggest(
    source: str, read: Read, spec_for: Callable[[Table], DataSpec], progress: Progress, cancelled: Withdrawn
) -> OpenedTable | FoundProject | RefusedTable:
    """Read a table and find what its columns are for: comparing all columns of a wide one takes seconds.

    Parameters
    ----------
    source : str
        A path or `sample:NAME`.
    read : callable
        Reads it.
    spec_for : callable
        Returns what the columns of the table are for.
    progress, cancelled : callable
        See `open_table`.
    """
    on_disk = not source.startswith(PREFIX)
    try:
        table = read(progress, cancelled)
    except UserError as error:
        if on_disk and is_container(source):
            return FoundProject(source)
        return RefusedTable(error, on_disk and is_regular_file(source) and find_reader(source).has_dialect)
    try:
        # In this thread: else the window would work these out when it first asks, and stand still for a wide table.
        return OpenedTable(table.precomputed(), spec_for(table).precomputed())
    except UserError as error:
        # A result and not an exception: the table that was read is wanted all the same.
        return OpenedTable(table, error)
