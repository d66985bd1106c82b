"""The table of a saved run: inside its file, where it was, or where somebody says it is now."""

from __future__ import annotations

from pathlib import Path

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.table import Table
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.export.project.project import Project
from mlp_gui.export.project.table_reference import embedded_table, locate


def prepared_of(project: Project, path: Path, named: str | None = None) -> Prepared:
    """Prepare the table of a project as its run had it.

    Parameters
    ----------
    project : Project
    path : Path
        Where the project is.
    named : str, optional
        Where its table is now; where it was, or inside the project, when omitted.
    """
    spec = project.run.model.spec
    return prepare(read_as_asked_for(_table_of(project, path, named), spec), spec)


def _table_of(project: Project, path: Path, named: str | None) -> Table:
    """Open the table inside the project, or else the one that was named, or else the one where it was."""
    if project.original is not None:
        return embedded_table(project.reference, project.original)
    source = named or locate(project.reference, path.parent)
    if source is None:
        raise UserError(
            f"{Path(project.reference.source).name} is not where it was when the run was saved.",
            f"Looked for {project.reference.source} and beside {path.name}.",
            "Name the table: mlp-gui train DATA --resume RUN.mlp",
        )
    return open_table(source, dialect=project.reference.read_dialect())
