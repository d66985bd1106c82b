"""The dataset that a run was trained on, from its table when the run came from a file."""

from __future__ import annotations

from pathlib import Path

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.project.project import read_project
from mlp_gui.export.project.run_format import read_bytes
from mlp_gui.export.project.table_reference import embedded_table, locate, rows_digest


def dataset_of(source: ExportInput, path: Path | None) -> Dataset:
    """Return the dataset of a run.

    Parameters
    ----------
    source : ExportInput
    path : Path or None
        Of the file that it came from.

    Raises
    ------
    UserError
        If its table is gone, or gives other numbers than then.
    """
    if source.prepared is not None:
        return source.prepared.dataset
    path = path or Path()
    project = read_project(read_bytes(path), path.name)
    if project.original is not None:
        table = embedded_table(project.reference, project.original)
    else:
        found = locate(project.reference, path.parent)
        if found is None:
            raise UserError(f"The table of {path.name} is not where it was when the run was saved.")
        table = open_table(found, dialect=project.reference.read_dialect())
    prepared = prepare(read_as_asked_for(table, source.model.spec), source.model.spec)
    if rows_digest(prepared.dataset) != project.reference.rows_sha256:
        raise UserError(f"The table of {path.name} gives other numbers than when the run was saved.")
    return prepared.dataset
