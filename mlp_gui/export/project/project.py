"""A project is a run's .mlp file with more members, from which exactly this work goes on, on any machine.

project.json        {"data": reference, "state": [names], "layout": {name: JSON text}}
state/NAME.npy      the trainer's whole state (absent before the first step)
runs.json, runs/    the list of runs (see `kept_runs`); absent in files of version 1
data/original       the table's file, when the person asked to take it along
class.json          in work that began with a class file: {"sheet"}, see `class_file`
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import COUNT, OBJECT, SHORT_TEXT, TEXT, TEXTS, check_values, describe_mistake
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.engine.training.state import facts_of
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.common.safe_reading import json_object, npy_array
from mlp_gui.export.project.class_sheet import ClassSheet, sheet_from_plain, sheet_to_plain
from mlp_gui.export.project.container import CLASS_MEMBER, CLASS_SHEET, json_bytes, npy_of, pack, unpack
from mlp_gui.export.project.run_format import SavedRun, read_bytes, run_members, run_of, verify_run, version_for
from mlp_gui.export.project.run_list import NO_RUNS, RunRecords, read_runs, runs_members
from mlp_gui.export.project.table_reference import DataReference, is_sample, make_reference, read_original

State = dict[str, np.ndarray]
MEMBER, ORIGINAL = "project.json", "data/original"
# What may stand in project.json, and in its reference to the table.
KINDS = {"data": OBJECT, "state": TEXTS, "layout": OBJECT}
REFERENCE = {
    "name": TEXT, "source": TEXT, "size": COUNT, "sha256": SHORT_TEXT, "dialect": OBJECT.or_none(),
    "rows_sha256": SHORT_TEXT, "relative": TEXT,
}  # fmt: skip
OPTIONAL = ("size", "sha256", "dialect", "rows_sha256", "relative")  # in files of earlier versions
MAX_LAYOUT = 100_000  # letters of a part of the layout


@dataclass(frozen=True, eq=False)
class Project:
    """What a project file holds.

    Attributes
    ----------
    reference : DataReference
    run : SavedRun
    state : dict or None
        The trainer's arrays by name; None before the first step.
    original : bytes or None
        The table's file, when it is embedded.
    layout : dict
        Parts of the window's layout by name, each a JSON object as text.
    runs : RunRecords
    sheet : ClassSheet or None
        Of the class file that the work began with.
    """

    reference: DataReference
    run: SavedRun
    state: State | None = None
    original: bytes | None = None
    layout: dict[str, str] = field(default_factory=dict)
    runs: RunRecords = NO_RUNS
    sheet: ClassSheet | None = None

    def with_source(self, source: str) -> Project:
        """Return the same project with its table at another place."""
        return replace(self, reference=replace(self.reference, source=source))


def encode_project(
    source: ExportInput,
    reference: DataReference,
    state: State | None,
    layout: dict[str, str],
    original: bytes | None = None,
    runs: RunRecords = NO_RUNS,
    sheet: ClassSheet | None = None,
) -> bytes:
    """Return the whole file.

    Parameters
    ----------
    source : ExportInput
    reference : DataReference
    state : dict or None
        The trainer's arrays by name.
    layout : dict
        Of the window, each part a JSON object as text.
    original : bytes, optional
        The table's file, to take it along.
    runs : RunRecords
    sheet : ClassSheet, optional
        Of the class file that the work began with.
    """
    members = run_members(source)
    plain = {"data": reference.to_plain(), "state": sorted(state or {}), "layout": layout}
    members[MEMBER] = json.dumps(plain, ensure_ascii=False).encode("utf-8")
    members |= {f"state/{name}.npy": npy_of(array) for name, array in (state or {}).items()}
    members |= runs_members(runs, members)
    if original is not None:
        members[ORIGINAL] = original
    if sheet is not None:
        members[CLASS_MEMBER] = json_bytes({"sheet": sheet_to_plain(sheet)})
    return pack(members, version_for(source.model) if sheet is None else CLASS_SHEET)


def save_project(
    path: str | Path,
    source: ExportInput,
    state: State,
    layout: dict[str, str] | None = None,
    embed: bool = False,
    runs: RunRecords = NO_RUNS,
    sheet: ClassSheet | None = None,
) -> str:
    """Write a project atomically, after it was read back and compared.

    Parameters
    ----------
    path : str or Path
    source : ExportInput
        With its table: `prepared` is not None.
    state : dict
        The trainer's arrays by name.
    layout : dict, optional
        Of the window, each part a JSON object as text.
    embed : bool
        Take the table's file along. A table that came inside a project has no other place, and always travels on.
    runs : RunRecords
    sheet : ClassSheet, optional
        Of the class file that the work began with.

    Returns
    -------
    str
        The sentence that says what was saved.

    Raises
    ------
    UserError
        If the file would not hold the same, or cannot be written.
    """
    encode = partial(encode_project, source, state=state, layout=layout or {}, runs=runs, sheet=sheet)
    data, is_complete = _encoded_with_table(source, encode, embed, Path(path).parent)
    # All of this before anything is written: the file that is there may hold the only good copy.
    saved = read_project(data, Path(path).name)
    finding = verify_run(saved.run, source)
    _verify_states(saved, Path(path).name, state, runs)
    write_atomic(path, data)
    return _saved_sentence(path, source, finding, is_complete)


def _encoded_with_table(
    source: ExportInput, encode: Callable[..., bytes], embed: bool, folder: Path
) -> tuple[bytes, bool]:
    """Return the whole file, and whether the table can be read again: inside it, or where it was."""
    prepared = source.prepared
    assert prepared is not None
    table, original = prepared.table, read_original(prepared)
    reference = make_reference(table, prepared.dataset, original, folder)
    # A table that came inside a project has no other place: it travels on with every save.
    taken = original if embed or table.path is None else None
    return encode(reference=reference, original=taken), original is not None or is_sample(table)


def _verify_states(saved: Project, where: str, state: State, runs: RunRecords) -> None:
    """Raise UserError unless a project holds these states: of the run to go on from, and of each run of the list."""
    again = [saved.state, *(run.state for run in saved.runs.runs)]
    for kept, found in zip([state, *(run.state for run in runs.runs)], again, strict=True):
        if not _same(kept or {}, found or {}):
            raise UserError(tr("{file} would not hold the same state and was not saved.", file=where))


def _saved_sentence(path: str | Path, source: ExportInput, finding: str, is_complete: bool) -> str:
    said = tr("Saved {file}: {finding} Training can go on from it.", file=Path(path).name, finding=finding)
    if is_complete or source.prepared is None:
        return said
    lost = tr(
        "{file} is gone or has changed since it was opened; training goes on only from the file as it was.",
        file=source.prepared.table.name,
    )
    return f"{said} {lost}"


def _same(kept: State, found: State) -> bool:
    return kept.keys() == found.keys() and all(
        np.array_equal(found[name], array, equal_nan=array.dtype.kind == "f") for name, array in kept.items()
    )


def read_project(data: bytes, where: str) -> Project:
    """Read a project.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is damaged, or a bare run that has no data reference; it says which.
    """
    members = unpack(data, where)
    run = run_of(members, where)
    if MEMBER not in members:
        raise UserError(
            tr("{file} holds a trained network without its table.", file=where),
            tr("It was saved by the command line or by an earlier version."),
            tr("Open the table it belongs to, or use it with mlp-gui predict."),
        )
    plain = json_object(members[MEMBER], where)
    check_values(plain, KINDS, where)
    try:
        reference = reference_of(plain["data"], where)
        names = plain["state"]
        state = {name: npy_array(members[f"state/{name}.npy"], where, text_too=True) for name in names}
        layout = {str(key): _checked_layout(str(value), where) for key, value in plain["layout"].items()}
        if state:
            facts_of(state)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(tr("{file} is damaged.", file=where), describe_mistake(error)) from error
    original, runs = members.get(ORIGINAL), read_runs(members, where)
    return Project(reference, run, state or None, original, layout, runs, sheet_of(members, where))


def sheet_of(members: Mapping[str, bytes], where: str) -> ClassSheet | None:
    """Read the sheet of a class from unpacked members that nobody has vouched for; None where there is none.

    Parameters
    ----------
    members : mapping
        Contents by name.
    where : str
        What the file is called in sentences for the user.
    """
    if CLASS_MEMBER not in members:
        return None
    plain = json_object(members[CLASS_MEMBER], where)
    check_values({"sheet": plain.get("sheet")}, {"sheet": OBJECT}, where)
    return sheet_from_plain(plain["sheet"], where)


def read_run_and_dialect(path: str | Path) -> tuple[SavedRun, Dialect | None]:
    """Read a run from a file, and how its table was read; None for a bare run and for a sample."""
    where = Path(path).name
    members = unpack(read_bytes(path), where)
    run = run_of(members, where)
    if MEMBER not in members:
        return run, None
    try:
        reference = reference_of(json_object(members[MEMBER], where)["data"], where)
    except (KeyError, TypeError) as error:
        raise UserError(tr("{file} is damaged.", file=where), describe_mistake(error)) from error
    return run, reference.read_dialect()


def reference_of(plain: Any, where: str) -> DataReference:
    """Return the reference that a file describes; names that this version does not know are left out.

    Parameters
    ----------
    plain : object
        Nobody has vouched for it.
    where : str
        What the file is called in sentences for the user.
    """
    check_values(plain, REFERENCE, f"{where}: data", OPTIONAL)
    reference = DataReference.from_plain({name: plain[name] for name in REFERENCE if name in plain})
    reference.read_dialect()
    return reference


def _checked_layout(text: str, where: str) -> str:
    """Return a part of the layout that is a JSON object of texts, switches and sizes in pixels; else raise."""
    if len(text) > MAX_LAYOUT:
        raise ValueError("the layout is too long")
    parts: list[Any] = [json_object(text.encode("utf-8"), where)]
    while parts:
        part = parts.pop()
        if isinstance(part, dict | list):
            parts += part.values() if isinstance(part, dict) else part
        elif not (isinstance(part, str | bool) or (isinstance(part, int) and 0 <= part < 100_000)):
            raise ValueError(f"{str(part)[:30]!r} is no size of a part of the window")
    return text
