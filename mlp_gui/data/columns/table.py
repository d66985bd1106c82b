"""A table is what was read from one file: cells as numbers where a whole column is numeric, else the exact text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.file_names import shown_name
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import Dialect
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.remark import Remark
from mlp_gui.data.columns.time_axis import find_time_axis, time_of_rows
from mlp_gui.data.dates.date_parsing import Days

_WIDE = 200  # columns


@dataclass(frozen=True, eq=False)
class Table:
    """Rows and columns of one file; missing cells are NaN.

    Attributes
    ----------
    name : str
        As it can be shown: bytes of the file's name that are no UTF-8 are replaced. The path keeps them.
    path : Path, optional
        None for a sample, and for a table that came inside a project.
    frame : DataFrame
        Integer and real columns as numbers, all others as text. The index is 0, 1, 2, ...
    dialect : Dialect, optional
        How the file was read; None for kinds of files that have no dialect, and for drawn samples.
    fields : tuple of FieldProfile
        One for each column.
    warnings : tuple of str
        Sentences about everything that was guessed, left out or converted while reading.
    left_out : tuple of (str, int)
        Reason and number of records of the file that are not rows of the frame.
    first_line : int
        The line of the file in which row 0 stands; 0 when rows and lines do not run in step.
    stamp : tuple of int
        Of the file when it was read, see `file_stamp`.
    original : bytes, optional
        The file's bytes, when it came inside a project.
    formats : mapping of str to ColumnFormat
        Column to how its cells are written.
    remarks : tuple of Remark
        Those of the warnings that offer a way out.
    asked : mapping of str to ColumnFormat
        Column to how a person asked to read it.
    markers : mapping of str to tuple of str
        Column -> cells that a person said mean no value; they are gaps here.
    unmarked : Table, optional
        The table without those markers.
    identity : tuple of int
        Of the file that was read, see `file_identity`; zeros when there is none.
    derived : tuple of str
        Declarations of the columns that were computed from others.
    underived : Table, optional
        The table without them.
    """

    name: str
    path: Path | None
    frame: pd.DataFrame
    dialect: Dialect | None
    fields: tuple[FieldProfile, ...]
    warnings: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    first_line: int = 0
    stamp: tuple[int, int] = (0, 0)
    original: bytes | None = None
    formats: Mapping[str, ColumnFormat] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    asked: Mapping[str, ColumnFormat] = field(default_factory=dict)
    markers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unmarked: Table | None = None
    identity: tuple[int, int] = (0, 0)
    derived: tuple[str, ...] = ()
    underived: Table | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", shown_name(self.name))

    @property
    def n_rows(self) -> int:
        """The number of rows."""
        return len(self.frame)

    @property
    def n_columns(self) -> int:
        """The number of columns."""
        return self.frame.shape[1]

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in file order."""
        return tuple(self.frame.columns)

    @cached_property
    def units(self) -> dict[str, str]:
        """The unit of each column that has one, from its cells or from the header."""
        return {name: form.unit for name, form in self.formats.items() if form.unit and self.has(name)}

    @cached_property
    def time_axis(self) -> tuple[str, ...]:
        """The column of dates that the rows follow, and that of the times of day beside it; empty without one."""
        return find_time_axis(self.frame, self.fields)

    @property
    def date_column(self) -> str:
        """The column of dates that the rows follow; "" without one."""
        return "".join(self.time_axis[:1])

    @cached_property
    def _moments(self) -> dict[str, Days]:
        return {}

    def moments(self, column: str) -> Days:
        """Return when each row was, of shape (n_rows,): days since 1970, or the numbers of the column; read once.

        Parameters
        ----------
        column : str
            Of dates or numbers. A column of times of day that the rows follow as well counts with it.
        """
        if column not in self._moments:
            axis = self.time_axis if column in self.time_axis[:1] else (column,)
            is_number = self.field(column).is_number
            found = (
                self.frame[column].to_numpy(dtype=float) if is_number else time_of_rows(self.frame, self.fields, axis)
            )
            found.flags.writeable = False
            self._moments[column] = found
        return self._moments[column]

    @cached_property
    def _by_name(self) -> dict[str, FieldProfile]:
        return {f.name: f for f in self.fields}

    def precomputed(self) -> Table:
        """Return itself, with what is asked often computed in the calling thread, not in the window's."""
        _ = self.column_names, self._by_name
        return self

    def has(self, name: str) -> bool:
        """Tell whether there is a column of that name."""
        return name in self._by_name

    @cached_property
    def _values(self) -> dict[str, NDArray[Any]]:
        return dict(zip(self.column_names, column_arrays(self.frame), strict=True))

    def values(self, name: str) -> NDArray[Any]:
        """Return the cells of a column, of shape (n_rows,): of ten thousand columns pandas takes seconds for that."""
        return self._values[name]

    def field(self, name: str) -> FieldProfile:
        """Return the profile of a column.

        Raises
        ------
        UserError
            If the table has no such column; the message names those that it has.
        """
        try:
            return self._by_name[name]
        except KeyError:
            raise UserError(
                tr("There is no column {name!r} in {table}.", name=name, table=self.name),
                hint=tr("Its columns: {names}.", names=join_names(self.column_names, 12)),
            ) from None

    def row_location(self, row: int) -> str:
        """Describe where a row stands: "line 17" when lines are known, else "row 16" counted from 1."""
        return describe_row_location(row, self.first_line)


def column_arrays(frame: pd.DataFrame) -> list[NDArray[Any]]:
    """Return the cells of each column, of shape (n_rows,), all at once where a wide frame holds one kind of numbers.

    Parameters
    ----------
    frame : DataFrame
    """
    kinds = set(frame.dtypes) if frame.shape[1] > _WIDE else set()
    if len(kinds) == 1 and kinds.pop().kind in "iuf":
        return list(frame.to_numpy().T)
    return [column.to_numpy() for _, column in frame.items()]


def describe_row_location(row: int, first_line: int) -> str:
    """Describe where a row stands, in words.

    Parameters
    ----------
    row : int
        Counted from 0.
    first_line : int
        The line of row 0; 0 when that is not known.
    """
    return tr("line {n:,}", n=row + first_line) if first_line else tr("row {n:,}", n=row + 1)
