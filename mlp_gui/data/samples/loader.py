"""Samples as tables, with the columns and split that suit them."""

from __future__ import annotations

from dataclasses import replace

from mlp_gui.core.resources import resource
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.reader import read_table
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.samples import generators
from mlp_gui.data.samples.catalogue import sample
from mlp_gui.data.suggest import suggest_spec


def read_sample(name: str) -> Table:
    """Read or draw the sample of a name.

    Raises
    ------
    UserError
        If there is none.
    """
    found = sample(name)
    if not found.made_by:
        return replace(read_table(resource("samples", f"{name}.csv")), name=found.name, path=None)
    frame = getattr(generators, found.made_by)()
    return Table(found.name, None, frame, None, profile_frame(frame))


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
