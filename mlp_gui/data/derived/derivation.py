"""Tables with derived columns: what was declared is computed of the rows that are there, in training and afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.missing_markers import with_markers
from mlp_gui.data.columns.parallel import parallel_map
from mlp_gui.data.columns.profile import FieldProfile, profile_column
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.time_axis import time_of_rows
from mlp_gui.data.derived.derived_column import DerivedColumn, closure, parse_all
from mlp_gui.data.derived.evaluation import FormulaEvaluator
from mlp_gui.data.derived.source_column import SOURCE_KINDS, SourceColumn, groups_of, source_of


@dataclass(frozen=True)
class Derivation:
    """What a fitted pipeline has to compute before it encodes anything.

    Attributes
    ----------
    columns : tuple of str
        Declarations, each of which may use those before it.
    sources : tuple of SourceColumn
        The columns of the file that they ask.
    """

    columns: tuple[str, ...] = ()
    sources: tuple[SourceColumn, ...] = ()

    @property
    def declared(self) -> tuple[DerivedColumn, ...]:
        """The declarations, read."""
        return parse_all(self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The derived columns."""
        return tuple(column.name for column in self.declared)

    def sources_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the columns of the file that some columns need: themselves, or what they are derived from."""
        declared = self.declared
        derived = {column.name for column in declared}
        found: dict[str, None] = {}
        for name in names:
            needed = closure(declared, (name,))
            asked = [n for column in needed for n in column.needs if n not in derived]
            found |= dict.fromkeys(asked if needed else (name,))
        return tuple(found)

    def frame_with(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a frame with the derived columns; those whose sources it lacks are left out.

        Parameters
        ----------
        frame : DataFrame
            Rows of the file, in its order.
        """
        known = {source.name for source in self.sources if source.name in frame.columns}
        able = []
        for column in self.declared:
            if all(name in known for name in column.needs):
                known.add(column.name)
                able.append(column)
        return _joined(frame, derived_values(frame, able, {source.name: source for source in self.sources}))

    def table_with(self, table: Table) -> Table:
        """Return a table with the derived columns; those whose sources it lacks are left out."""
        if set(self.columns) <= set(table.derived):
            return table
        refuse_backwards(table, self.declared)
        frame = self.frame_with(table.frame)
        return _with_fields(table, frame, [n for n in self.names if n in frame.columns], self.columns)

    def check(self) -> None:
        """Refuse what a file describes and this program has not made.

        Raises
        ------
        UserError
            If a declaration cannot be read, or asks a column about which nothing is known.
        """
        known = {source.name for source in self.sources}
        bad = next((s for s in self.sources if s.kind not in SOURCE_KINDS), None)
        if bad is not None:
            raise UserError(tr("The source {name} of derived columns is of an unknown kind.", name=bad.name))
        for column in self.declared:
            unknown = [name for name in column.needs if name not in known]
            if unknown or column.name in known:
                raise UserError(tr("The derived column {name} does not fit the pipeline.", name=column.name))
            known.add(column.name)


def derivation_of(table: Table, names: Iterable[str]) -> Derivation:
    """Return what has to be computed for some columns of a table with derived ones.

    Parameters
    ----------
    table : Table
    names : iterable of str
    """
    kept = closure(parse_all(table.derived), names)
    derived = {column.name for column in kept}
    asked = dict.fromkeys(name for column in kept for name in column.needs if name not in derived)
    sources = tuple(source_of(table.field(name), table.formats.get(name)) for name in asked)
    return Derivation(tuple(column.text for column in kept), sources)


def as_declared(table: Table, markers: Mapping[str, tuple[str, ...]], derived: Sequence[str]) -> Table:
    """Return a table as a spec declares it: which cells mean no value, and with which derived columns.

    Parameters
    ----------
    table : Table
        As it was read; or as another spec declares it, which is undone.
    markers : mapping of str to tuple of str
        See `with_markers`.
    derived : sequence of str
        Declarations.

    Raises
    ------
    UserError
        If a derived column asks one that is not there, or has the name of one that is.
    """
    marked = with_markers(table.underived or table, markers)
    if not derived:
        return marked
    if table.underived is marked and table.derived == tuple(derived):
        return table
    columns = check_declarations(marked, derived)
    refuse_backwards(marked, columns)
    sources = {f.name: source_of(f, marked.formats.get(f.name)) for f in marked.fields}
    frame = _joined(marked.frame, derived_values(marked.frame, columns, sources))
    return _with_fields(marked, frame, [column.name for column in columns], tuple(derived))


def check_declarations(table: Table, texts: Sequence[str]) -> tuple[DerivedColumn, ...]:
    """Return the declarations, read, if they can be computed of a table.

    Parameters
    ----------
    table : Table
        Without derived columns.
    texts : sequence of str

    Raises
    ------
    UserError
        If a derived column asks one that is not there or holds words, or has the name of one that is.
    """
    made: set[str] = set()
    columns = parse_all(texts)
    for column in columns:
        if table.has(column.name):
            raise UserError(
                tr("The table has a column {name} already.", name=column.name),
                hint=tr("Give the derived column another name."),
            )
        for name in column.needs:
            if name not in made:
                table.field(name)  # refuses an unknown column by its name, and names those that there are
        for name in column.numbers - made:
            source_of(table.field(name), None).refuse_words()
        made.add(column.name)
    return columns


def refuse_backwards(table: Table, columns: Sequence[DerivedColumn]) -> None:
    """Check that no derived column takes rows in the order of the file where that goes back in time.

    Parameters
    ----------
    table : Table
    columns : sequence of DerivedColumn

    Raises
    ------
    UserError
        If one does: what it takes for earlier rows would be later ones.
    """
    in_file_order = next((c.name for c in columns if any(not call.order for call in c.windows)), None)
    if in_file_order is None or not table.time_axis:
        return
    axis = table.time_axis
    times = time_of_rows(table.frame, table.fields, axis)
    times = times[~np.isnan(times)]
    if times[0] > times[-1]:
        raise UserError(
            tr(
                "The rows go from late to early ({date}), so {name} would take later values.",
                date=axis[0],
                name=in_file_order,
            ),
            hint=tr("Write order={date} into its formula, such as lag(rain, 1, order={date}).", date=axis[0]),
        )


def derived_values(
    frame: pd.DataFrame, columns: Sequence[DerivedColumn], sources: Mapping[str, SourceColumn]
) -> dict[str, NDArray[np.float64]]:
    """Compute derived columns.

    Parameters
    ----------
    frame : DataFrame
        Rows of the file, in its order.
    columns : sequence of DerivedColumn
    sources : mapping of str to SourceColumn
        How the frame's columns are read.

    Returns
    -------
    dict of str to ndarray
        Each of shape (n_rows,), NaN where there is no value.

    Raises
    ------
    UserError
        If a column holds words where numbers are needed.
    """
    made: dict[str, NDArray[np.float64]] = {}
    read: dict[str, NDArray[np.float64]] = {}

    def numbers(name: str) -> NDArray[np.float64]:
        if name in made:
            return made[name]
        if name not in read:
            read[name] = sources[name].numbers(frame[name])
        return read[name]

    def groups(name: str) -> NDArray[Any]:
        return groups_of(pd.Series(made[name]) if name in made else frame[name])

    evaluator = FormulaEvaluator(len(frame), numbers, groups)
    for column in columns:
        made[column.name] = evaluator.evaluate(column.formula)
    return made


def _joined(frame: pd.DataFrame, values: Mapping[str, NDArray[np.float64]]) -> pd.DataFrame:
    """Return a frame with more columns, which are not copied: lags are views of their column."""
    if not values:
        return frame
    more = pd.DataFrame({n: pd.Series(v, frame.index, copy=False) for n, v in values.items()}, copy=False)
    kept = frame.drop(columns=[n for n in values if n in frame.columns])
    return pd.concat([kept, more], axis=1)


def _with_fields(table: Table, frame: pd.DataFrame, names: Sequence[str], derived: tuple[str, ...]) -> Table:
    fields = tuple(f for f in table.fields if f.name not in set(names))
    work = ((name, frame[name]) for name in names)
    new = parallel_map(lambda item: _profiled(*item), work, len(names), len(names) * len(frame))
    return replace(table, frame=frame, fields=(*fields, *new), derived=derived, underived=table).precomputed()


def _profiled(name: str, series: pd.Series[Any]) -> FieldProfile:
    # What stands far from the others was found in the columns of the file.
    return replace(profile_column(name, series), sentinels=())
