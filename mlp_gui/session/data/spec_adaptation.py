"""What the columns of a table are for when its file is read again: what a person chose stays as far as it fits."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from mlp_gui.core.errors import UserError
from mlp_gui.data.columns.profile import NUMERIC_KINDS, FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derivation import as_declared
from mlp_gui.data.derived.derived_column import derived_names, fitting
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec
from mlp_gui.data.reread import read_as_asked_for
from mlp_gui.data.splits.left_out import fit_to_table
from mlp_gui.data.suggest import suggest_spec


def is_same_file(table: Table | None, source: str | Path | None) -> bool:
    """Tell whether a table was read from the file of a path; never so for samples.

    Parameters
    ----------
    table : Table or None
    source : str, Path or None
        A path or `sample:NAME`.
    """
    if table is None or table.path is None or source is None:
        return False
    try:
        # The same file may be reached by another spelling or a link.
        return os.path.samefile(table.path, source)
    except OSError:
        return False


def is_same_path(table: Table | None, source: str) -> bool:
    """Tell whether a table was read from a path, without a look at the disk.

    Parameters
    ----------
    table : Table or None
    source : str
        A path or `sample:NAME`.
    """
    return table is not None and table.path is not None and os.path.abspath(table.path) == os.path.abspath(source)


def is_read_again(was: Table | None, table: Table | None) -> bool:
    """Tell whether a table is another reading of the same file, with the same columns.

    Parameters
    ----------
    was, table : Table or None
        The table before, and the one now.
    """
    if was is None or table is None or table.path is None:
        return False
    # By what was found when they were read: this is asked in the window's thread, and the disk may be slow.
    if not is_same_path(was, str(table.path)) and (was.identity != table.identity or not any(table.identity)):
        return False
    before, now = was.underived or was, table.underived or table
    return set(before.column_names) == set(now.column_names)


def opened_spec(
    before: DataSpec | None, was: Table | None, source: str, suggest: Callable[[str, Table], DataSpec], table: Table
) -> DataSpec:
    """Return what the columns are for when a file is opened, which may be the one before; looks at the disk.

    Parameters
    ----------
    before : DataSpec or None
    was : Table or None
        The table before.
    source : str
        A path or `sample:NAME`.
    suggest : callable
        Returns what the columns of a new table are for, from its source and itself.
    table : Table
        As it is now.
    """
    if before is not None and was is not None and is_same_file(was, source):
        return reopened_spec(before, was, table)
    return suggest(source, table)


def read_again_spec(before: DataSpec | None, was: Table | None, path: str, table: Table) -> DataSpec:
    """Return what the columns are for when a file is read in another dialect; looks at the disk.

    Parameters
    ----------
    before : DataSpec or None
    was : Table or None
        The table before.
    path : str
    table : Table
        As it is now.
    """
    return adapt_spec(before if is_same_file(was, path) else None, table, was=was)


def reopened_spec(before: DataSpec, was: Table, table: Table) -> DataSpec:
    """Return what the columns are for when the same file is opened again: it may have grown.

    A file that has lost a column in use is a new table, about which everything is suggested anew.

    Parameters
    ----------
    before : DataSpec
        Of the table before.
    was, table : Table
        The table before, and as it is now.
    """
    used = {*before.inputs, *before.targets, *filter(None, (before.weight,))}
    known = {*table.column_names, *derived_names(fitting(before.derived, table.column_names))}
    return adapt_spec(before, table, was) if used <= known else suggest_spec(table)


def adapt_spec(before: DataSpec | None, table: Table, was: Table | None = None) -> DataSpec:
    """Suggest what a table's columns are for, keeping what fits of a spec before.

    Parameters
    ----------
    before : DataSpec or None
        Its targets, split and scaling are kept as far as the columns are there.
    table : Table
    was : Table, optional
        The table before; roles, encodings and what stands for gaps are then kept, too, in columns of the same kind.
    """
    if before is None:
        return suggest_spec(table)
    derived = () if was is None else fitting(before.derived, table.column_names)
    table = table if was is None else _read_as_before(table, before.replace(derived=derived))
    targets = tuple(name for name in before.targets if table.has(name))
    made = suggest_spec(table, targets)
    split = before.split if not before.split.column or table.has(before.split.column) else made.split
    made = made.replace(split=split, scaling=before.scaling, scale_target=before.scale_target, fit_on=before.fit_on)
    made = made.replace(pieces=before.pieces if was is not None else made.pieces)
    made = made.replace(derived=derived)
    if was is None:
        return made
    columns = tuple(
        _adapted(before.column(c.name), was.field(c.name), c, table.field(c.name)) if was.has(c.name) else c
        for c in made.columns
    )
    if sum(c.role == ColumnRole.WEIGHT for c in columns) > 1:  # a new column that looks like one, too
        columns = tuple(
            c.replace(role=ColumnRole.IGNORED) if c.role == ColumnRole.WEIGHT and not was.has(c.name) else c
            for c in columns
        )
    same_targets = targets == before.targets and all(_kind(was.field(n)) == _kind(table.field(n)) for n in targets)
    left_out = fit_to_table(before.left_out, table)
    return made.replace(columns=columns, task=before.task if same_targets else made.task, left_out=left_out)


def _read_as_before(table: Table, before: DataSpec) -> Table:
    """Return the table with its columns read as a person asked for, which decides what they hold."""
    try:
        return as_declared(read_as_asked_for(table, before), before.markers, before.derived)
    except UserError:
        return table  # whoever prepares it will say what is wrong


def _adapted(old: ColumnSpec, was: FieldProfile, new: ColumnSpec, now: FieldProfile) -> ColumnSpec:
    """Return a column as it was chosen; as it is suggested where it holds something else now."""
    if _kind(was) == _kind(now):
        if now.missing and not was.missing:  # nobody has chosen yet what stands for a gap
            old = old.replace(missing=new.missing, fill=new.fill)
        said = new.reason if new.role == old.role else ""
        return old.replace(reason=said) if old.reason else old
    chosen = old.role in (ColumnRole.TARGET, ColumnRole.WEIGHT) or (old.role == ColumnRole.IGNORED and not old.reason)
    return new.replace(role=old.role, reason="") if chosen else new


def _kind(profile: FieldProfile) -> str:
    """Return what a column holds, whole or broken numbers and few or many words being the same."""
    if profile.kind in NUMERIC_KINDS:
        return "number"
    return "text" if profile.kind == "category" else profile.kind
