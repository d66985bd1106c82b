"""Samples as tables, with the columns and split that suit them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from mlp_gui.core.resources import resource
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.format_inference import with_asked_kinds
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples import generators
from mlp_gui.data.samples.catalogue import sample
from mlp_gui.data.suggest import suggest_spec


def read_sample(name: str, formats: Mapping[str, ColumnFormat] | None = None) -> Table:
    """Read or draw the sample of a name.

    Parameters
    ----------
    name : str
    formats : mapping of str to ColumnFormat, optional
        Column -> how to read it; of a sample that is drawn, those that are to be texts.

    Raises
    ------
    UserError
        If there is none.
    """
    if formats is None:
        kept = _read_once(name)
        return replace(kept, frame=kept.frame.copy())
    return _read(name, formats)


# The first page draws every sample, and then one of them is opened. Nothing in their tables is said in a language.
@cache
def _read_once(name: str) -> Table:
    return _read(name, None)


def _read(name: str, formats: Mapping[str, ColumnFormat] | None) -> Table:
    found = sample(name)
    if not found.made_by:
        return replace(read_table(resource("samples", f"{name}.csv"), formats=formats), name=found.name, path=None)
    frame, asked = getattr(generators, found.made_by)(), dict(formats or {})
    texts = [column for column, form in asked.items() if form.kind == "text"]
    frame = frame.assign(**{column: column_texts(frame[column]) for column in texts})
    fields = with_asked_kinds(profile_frame(frame), asked, asked)
    return Table(found.name, None, frame, None, fields, asked=asked)


def sample_spec(name: str, table: Table | None = None) -> DataSpec:
    """Return the columns, target and split with which a sample opens.

    Parameters
    ----------
    name : str
    table : Table, optional
        The sample, if it was read already.
    """
    found = sample(name)
    table = table or read_sample(name)
    return suggest_spec(table, found.targets, found.inputs or None)
