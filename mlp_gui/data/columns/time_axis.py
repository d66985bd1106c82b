"""The time axis of a table: the column of dates that its rows follow, with the times of day beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.dates.date_parsing import Days, days_of, is_time_of_day

_FEWEST_ROWS = 3
_MOST_GAPS = 0.1


def find_time_axis(frame: pd.DataFrame, fields: Sequence[FieldProfile]) -> tuple[str, ...]:
    """Return the first column of dates in which time never goes back, or never forward, from row to row.

    Parameters
    ----------
    frame : DataFrame
    fields : sequence of FieldProfile

    Returns
    -------
    tuple of str
        Its name; and the name of a column of times of day if the rows follow both together. Empty when there is none.
    """
    dates = [f for f in fields if f.kind == "datetime" and not is_time_of_day(f.date_format)]
    clocks = [f for f in fields if f.kind == "datetime" and is_time_of_day(f.date_format)]
    for field in dates:
        days = _days(frame, field)
        if not _is_ordered(days, field.rows):
            continue
        for clock in clocks:
            if _is_ordered(days + _days(frame, clock), field.rows):
                return (field.name, clock.name)
        return (field.name,)
    return ()


def time_of_rows(frame: pd.DataFrame, fields: Sequence[FieldProfile], axis: Sequence[str]) -> Days:
    """Return the time of each row in days since 1970, of shape (n_rows,), NaN where it is not known.

    Parameters
    ----------
    frame : DataFrame
    fields : sequence of FieldProfile
    axis : sequence of str
        As `find_time_axis` returns it.
    """
    times = [_days(frame, field) for name in axis for field in fields if field.name == name]
    return np.sum(times, axis=0) if times else np.full(len(frame), np.nan)


def _days(frame: pd.DataFrame, field: FieldProfile) -> Days:
    return days_of(frame[field.name], field.date_format, field.century)


def _is_ordered(days: Days, rows: int) -> bool:
    present = days[~np.isnan(days)]
    if len(present) < max(_FEWEST_ROWS, (1 - _MOST_GAPS) * rows):
        return False
    steps = np.diff(present)
    return bool((steps >= 0).all() or (steps <= 0).all()) and bool(steps.any())
