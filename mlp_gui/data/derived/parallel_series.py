"""Parallel series: rows of several stations or machines whose dates repeat, one series for each value of a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.dates.date_parsing import is_time_of_day

_KNOWN = 0.9  # share of the rows that have a date
_UNIQUE = 0.9  # share of dates that stand in one row alone: then there is one series
_PAIRED = 0.999  # share of pairs of series and date that stand in one row alone
_ROWS_EACH = 20
_MOST_COLUMNS = 20


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class ParallelSeries:
    """What tells the series of a table apart.

    Attributes
    ----------
    by : str
        The column of stations or the like.
    date : str
        The column of dates, which repeat.
    codes : ndarray of shape (n_rows,)
        The series of each row, counted from 0.
    names : tuple of str
        Of the series, in the order of the file.
    is_ordered : bool
        Whether time never goes back within any series, from row to row of the file.
    """

    by: str
    date: str
    codes: NDArray[np.int64]
    names: tuple[str, ...]
    is_ordered: bool

    def in_order(self, times: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the rows of one series after the other, each in the order of time, of shape (n_rows,).

        Parameters
        ----------
        times : ndarray of shape (n_rows,)
        """
        return np.lexsort((times, self.codes))


def find_parallel_series(table: Table) -> ParallelSeries | None:
    """Return what tells the series of a table apart; None where there is one series, or none.

    It is the column of fewest values of which no date has two rows.

    Parameters
    ----------
    table : Table
    """
    dates = [f for f in table.fields if f.kind == "datetime" and not is_time_of_day(f.date_format)]
    date = table.date_column or (dates[0].name if dates else "")
    if not date:
        return None
    times = table.moments(date)
    known = np.isfinite(times)
    if known.sum() < max(2 * _ROWS_EACH, _KNOWN * table.n_rows):
        return None
    places, moments = pd.factorize(times)
    if len(moments) >= _UNIQUE * known.sum():
        return None
    able = sorted((f for f in table.fields if _can_name_series(f)), key=lambda f: f.distinct)
    for field in able[:_MOST_COLUMNS]:
        codes, names = pd.factorize(table.frame[field.name])
        pairs = codes[known] * len(moments) + places[known]
        if (codes >= 0).all() and len(pd.unique(pairs)) >= _PAIRED * len(pairs):
            said = tuple(str(name) for name in names)
            return ParallelSeries(field.name, date, codes.astype(np.int64), said, _is_ordered(codes, times))
    return None


def _can_name_series(f: FieldProfile) -> bool:
    kinds = ("category", "integer", "text", "boolean")
    return f.kind in kinds and not f.missing and 2 <= f.distinct <= f.rows / _ROWS_EACH


def _is_ordered(codes: NDArray[Any], times: NDArray[np.float64]) -> bool:
    order = np.argsort(codes, kind="stable")
    steps = np.diff(times[order])[np.diff(codes[order]) == 0]
    return bool((steps[np.isfinite(steps)] >= 0).all())
