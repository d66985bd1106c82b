"""Reading and writing a project's file in the background, and telling whether it has changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.engine.training.state import State
from mlp_gui.export.common.atomic import cancellable
from mlp_gui.export.project.class_file import ClassFile, is_class_file, read_class_file
from mlp_gui.export.project.class_sheet import ClassSheet
from mlp_gui.export.project.project import Project, read_project, save_project
from mlp_gui.export.project.run_format import read_bytes
from mlp_gui.export.project.run_list import RunRecords
from mlp_gui.export.project.table_reference import locate
from mlp_gui.session.project.export_snapshot import ExportSnapshot
from mlp_gui.session.project.file_on_disk import Stamp, stamp


def write_project(
    snapshot: ExportSnapshot,
    state: State,
    layout: dict[str, str],
    runs: RunRecords,
    sheet: ClassSheet | None,
    path: str,
    progress: object,
    cancelled: Callable[[], bool],
    embed: bool = False,
) -> tuple[str, str, Stamp]:
    """Write a project whole, or not at all.

    Parameters
    ----------
    snapshot : ExportSnapshot
        The work at the moment of the state.
    state : State
        Where the run goes on from.
    layout : dict of str
        Of the window, each part a JSON object.
    runs : RunRecords
        The list of runs.
    sheet : ClassSheet or None
        Of the class file that the work began with.
    path : str
    progress, cancelled : callable
        As every background task gets them; writing stops when `cancelled` returns True.
    embed : bool
        Whether the table's bytes go into the file.

    Returns
    -------
    path, sentence : str
        The sentence says what was saved and how it was verified.
    stamp : tuple of int or None
        Of the file that was written.
    """
    with cancellable(cancelled):
        sentence = save_project(path, snapshot.export_input(), state, layout, embed, runs, sheet)
    return path, sentence, stamp(path)


def read_project_file(
    path: str, progress: object, cancelled: object
) -> tuple[Project | ClassFile, str, UserError | None, Stamp]:
    """Read a project and look for its table, or a class file, which has its table inside.

    Parameters
    ----------
    path : str
    progress, cancelled : callable
        As every background task gets them; not used.

    Returns
    -------
    project : Project or ClassFile
        With its table where it is now.
    path : str
    problem : UserError or None
        Why the table could not be found.
    stamp : tuple of int or None
        Of the file that was read.
    """
    seen, data, where = stamp(path), read_bytes(path), Path(path).name
    if is_class_file(data):
        return read_class_file(data, where), path, None, seen
    project = read_project(data, where)
    if project.original is not None:
        return project, path, None, seen
    try:
        found = locate(project.reference, Path(path).parent)
    except UserError as error:
        return project, path, error, seen
    if found is None:
        name = Path(project.reference.source).name
        problem = UserError(
            tr("{name} is not where it was when the project was saved.", name=name),
            tr("Looked for {source} and beside the project.", source=project.reference.source),
            tr("Choose where it is now."),
        )
        return project, path, problem, seen
    return project.with_source(found), path, None, seen
