"""A class file: a table with tasks, ready to begin with. It holds no network, no run, no history and no step back.

class.json          {"sheet": see `ClassSheet`, "data": reference to the table}
data/original       the table's file; absent for a bundled sample

What a pupil makes of it is a project with the same sheet.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from pathlib import Path

from mlp_gui.core.bounded_zip import ZIP_ERRORS, open_zip
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.core.value_kinds import OBJECT, check_values, describe_mistake
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.common.safe_reading import json_object
from mlp_gui.export.project.class_sheet import ClassSheet, ClassTask, sheet_to_plain
from mlp_gui.export.project.container import CLASS_MEMBER, CLASS_SHEET, LIMITS, json_bytes, pack, unpack
from mlp_gui.export.project.project import ORIGINAL, reference_of, sheet_of
from mlp_gui.export.project.table_reference import DataReference, is_sample, make_reference, read_original


@dataclass(frozen=True, eq=False)
class ClassFile:
    """What a class file holds.

    Attributes
    ----------
    sheet : ClassSheet
    reference : DataReference
    original : bytes or None
        The table's file; None for a bundled sample.
    """

    sheet: ClassSheet
    reference: DataReference
    original: bytes | None


@dataclass(frozen=True)
class ClassPlan:
    """What a teacher chooses for a class file.

    Attributes
    ----------
    title : str
    tasks : tuple of ClassTask
    locked, hidden : tuple of str
        See `ClassSheet`.
    """

    title: str
    tasks: tuple[ClassTask, ...] = ()
    locked: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def is_class_file(data: bytes) -> bool:
    """Tell whether the bytes of a file are those of a class file and not of work that began with one."""
    try:
        with open_zip(io.BytesIO(data), LIMITS.most_members) as archive:
            names = archive.namelist()
    except ZIP_ERRORS:
        return False
    return CLASS_MEMBER in names and "model.json" not in names


def encode_class_file(prepared: Prepared, config: RunConfig, plan: ClassPlan) -> bytes:
    """Return a class file of a table that is open.

    Parameters
    ----------
    prepared : Prepared
    config : RunConfig
        What pupils begin with.
    plan : ClassPlan

    Raises
    ------
    UserError
        If the table's file is gone or another one now.
    """
    table, original = prepared.table, read_original(prepared)
    if original is None and not is_sample(table):
        raise UserError(
            tr("{file} is gone or has changed since it was opened.", file=table.name),
            tr("A class file holds the table itself."),
            tr("Open the table again, and prepare it then."),
        )
    reference = make_reference(table, prepared.dataset, original)
    # Of the teacher's machine only the file's name goes to a class: the way to it is nobody's business.
    source = reference.source if is_sample(table) else Path(reference.source).name
    reference = replace(reference, source=source, relative="")
    spec = prepared.spec.replace(columns=tuple(column.replace(reason="") for column in prepared.spec.columns))
    sheet = ClassSheet(
        plan.title,
        plan.tasks,
        plan.locked,
        plan.hidden,
        config,
        spec,
        source,
        reference.sha256,
        reference.read_dialect(),
    )
    members = {CLASS_MEMBER: json_bytes({"sheet": sheet_to_plain(sheet), "data": reference.to_plain()})}
    if original is not None:
        members[ORIGINAL] = original
    return pack(members, CLASS_SHEET)


def save_class_file(path: str | Path, prepared: Prepared, config: RunConfig, plan: ClassPlan) -> str:
    """Write a class file atomically after it was read back and compared, and say so in a sentence.

    Parameters
    ----------
    path : str or Path
    prepared : Prepared
    config : RunConfig
        What pupils begin with.
    plan : ClassPlan
    """
    data, name = encode_class_file(prepared, config, plan), Path(path).name
    again = read_class_file(data, name).sheet
    if (again.tasks, again.locked, again.hidden, again.config) != (plan.tasks, plan.locked, plan.hidden, config):
        raise UserError(tr("{file} would not hold the same tasks and was not saved.", file=name))
    write_atomic(path, data)
    return tr("Saved {file} for a class: the table and the tasks, no network and no history.", file=name)


def read_class_file(data: bytes, where: str) -> ClassFile:
    """Read a class file that nobody has vouched for.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.

    Raises
    ------
    UserError
        If it is damaged, or none.
    """
    members = unpack(data, where)
    sheet = sheet_of(members, where)
    if sheet is None:
        raise UserError(tr("{file} is no class file.", file=where))
    plain = json_object(members[CLASS_MEMBER], where)
    check_values({"data": plain.get("data")}, {"data": OBJECT}, where)
    try:
        reference = reference_of(plain["data"], where)
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(tr("{file} is damaged.", file=where), describe_mistake(error)) from error
    original = members.get(ORIGINAL)
    found = "" if original is None else hashlib.sha256(original).hexdigest()
    if found != sheet.table_sha256 or (original is None and not reference.source.startswith("sample:")):
        raise UserError(tr("{file} is damaged.", file=where), tr("Its table is not the one that it names."))
    return ClassFile(sheet, reference, original)


def sheet_in(data: bytes, where: str) -> ClassSheet:
    """Read the sheet of a class file, or of work that began with one; UserError where there is none.

    Parameters
    ----------
    data : bytes
    where : str
        What the file is called in sentences for the user.
    """
    sheet = sheet_of(unpack(data, where), where)
    if sheet is None:
        raise UserError(
            tr("{file} did not begin with a class file.", file=where),
            hint=tr("Choose work that was saved after a class file was opened."),
        )
    return sheet
