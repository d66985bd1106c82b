"""Rows that a person leaves out: by their numbers, those of a stretch of time, or where a condition holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.splits.condition import parse_condition, rows_where
from mlp_gui.data.splits.row_times import read_moment

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]
_RANGE = re.compile(r"0*(\d{1,13})\s*(?:(?:-|–|\.\.)\s*0*(\d{1,13}))?")
_NAMED = 3  # stretches of row numbers that a sentence names
_SOON = 1e-8  # of a day, or of the column's unit: what rounding takes from a moment


@dataclass(frozen=True)
class LeftOut(Config):
    """Rows that are left out, and taken back, together: by number, by a condition, or from one moment to another."""

    rows: str = param("", "Rows", sparse=True, help="Numbers as the table shows them, such as 318, 400-410.")
    condition: str = param("", "Where", sparse=True, help='Such as flow > 1000 and station = "A".')
    column: str = param("", "Column", sparse=True, help="It says when a row was.")
    first: str = param("", "From", sparse=True)
    last: str = param("", "To", sparse=True, help="The last moment that is left out, too.")

    def check(self) -> None:
        """Refuse what names no rows, and numbers that cannot be read."""
        if sum(map(bool, (self.rows, self.column, self.condition))) != 1:
            raise UserError(tr("Rows that are left out need their numbers, a condition, or a column and its dates."))
        if self.condition:
            parse_condition(self.condition)
        if self.rows:
            read_stretches(self.rows)

    def matches(self, table: Table) -> Mask:
        """Return which rows of a table are meant, of shape (n_rows,).

        Raises
        ------
        UserError
            If the table has no such rows or column, or a date cannot be read.
        """
        if self.condition:
            return rows_where(table, self.condition)
        if self.rows:
            return _by_number(self.rows, table)
        profile = table.field(self.column)
        moments = table.moments(self.column)
        first, last = read_moment(self.first, profile), read_moment(self.last, profile)
        first, last = np.nan_to_num(first, nan=-np.inf), np.nan_to_num(last, nan=np.inf)
        return np.asarray((moments >= first - _SOON) & (moments <= last + _SOON))

    def describe(self) -> str:
        """Return what is left out in a few words: "row 318", "date 2009-01-01 to 2009-12-31"."""
        if self.condition:
            return tr("where {condition}", condition=self.condition)
        if self.rows:
            stretches = [part.strip() for part in self.rows.split(",")]
            shown = ", ".join(stretches[:_NAMED]).replace("-", "–")
            n = sum(last - first for first, last in read_stretches(self.rows))
            if len(stretches) > _NAMED:
                return tr("rows {rows} and others", rows=shown)
            return tr_n("row {rows}", "rows {rows}", n, rows=shown)
        if self.first and self.last:
            return tr("{column} {first} to {last}", column=self.column, first=self.first, last=self.last)
        return (
            tr("{column} from {first} on", column=self.column, first=self.first)
            if self.first
            else tr("{column} up to {last}", column=self.column, last=self.last)
        )


def _by_number(text: str, table: Table) -> Mask:
    found = np.zeros(table.n_rows, bool)
    stretches = read_stretches(text)
    end = max(last for _, last in stretches)
    if end > table.n_rows:
        raise UserError(
            tr("There is no row {row:,} to leave out.", row=end),
            tr_n("{table} has {n:,} row.", "{table} has {n:,} rows.", table.n_rows, table=table.name),
        )
    for first, last in stretches:
        found[first:last] = True
    return found


def read_stretches(text: str) -> list[tuple[int, int]]:
    """Read row numbers, counted from 1 as in the table, as positions: of each stretch the first, and the one after it.

    A stretch is never written out: a hostile file may name billions of rows.

    Parameters
    ----------
    text : str
        Such as "318, 400-410".

    Raises
    ------
    UserError
        If a part is neither a number nor a stretch of them.
    """
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        read = _RANGE.fullmatch(part.strip())
        first = int(read[1]) if read else 0
        last = int(read[2]) if read and read[2] else first
        if not 1 <= first <= last < 10**12:
            raise UserError(
                tr("{text!r} names no rows.", text=part.strip()),
                hint=tr("Write their numbers as the table shows them, such as 318, 400-410."),
            )
        found.append((first - 1, last))
    return found


def read_row_numbers(text: str, n_rows: int) -> Rows:
    """Return the rows of a table that `read_stretches` reads, as positions, ascending, of shape (n,).

    Parameters
    ----------
    text : str
    n_rows : int
        Of the table; numbers beyond it are passed over.
    """
    named = np.zeros(n_rows, bool)
    for first, last in read_stretches(text):
        named[first:last] = True
    return np.flatnonzero(named)


def write_row_numbers(rows: Iterable[int] | Rows) -> str:
    """Return positions as `read_row_numbers` reads them, neighbours as a stretch: "318, 400-410".

    Parameters
    ----------
    rows : iterable of int
        Positions, counted from 0.
    """
    numbers = np.unique(np.fromiter(rows, np.int64)) + 1
    breaks = np.flatnonzero(np.diff(numbers) > 1) + 1
    stretches = [(part[0], part[-1]) for part in np.split(numbers, breaks)] if len(numbers) else []
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in stretches)


def fit_to_table(left_out: tuple[LeftOut, ...], table: Table) -> tuple[LeftOut, ...]:
    """Return what of rows left out can be said of another reading of their table: rows and columns that it has.

    Parameters
    ----------
    left_out : tuple of LeftOut
    table : Table
    """
    kept = []
    for entry in left_out:
        if entry.condition or (entry.column and table.has(entry.column)):
            kept += [entry] if _fits(entry, table) else []
        elif entry.rows:
            rows = read_row_numbers(entry.rows, table.n_rows)
            if len(rows):
                kept.append(entry.replace(rows=write_row_numbers(rows)))
    return tuple(kept)


def _fits(entry: LeftOut, table: Table) -> bool:
    try:
        entry.matches(table)
    except UserError:  # it asks a column that the table has no longer, or one that was read as something else
        return False
    return True
