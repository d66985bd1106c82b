"""Rows in order of time: neighbours are alike, so a random split asks about moments between those that were learnt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.time_axis import find_time_axis, time_of_rows
from mlp_gui.data.dates.date_parsing import is_time_of_day
from mlp_gui.data.leakage.leak import Cure, Leak

Numbers = NDArray[np.float64]
_TIME_NAME = re.compile(
    r"^(date|datum|time|zeit|timestamp|t|year|jahr|day|tag|week|woche|hours?|seconds?|minutes?)$", re.I
)
_ROWS = 50_000  # neighbours are compared in so many rows from the start
_FEWEST = 30
_MOMENTS = 20
_ALIKE = 0.2
_SURE = 4.0  # standard errors
_REGULAR = 0.8
_MOST_GAPS = 0.1


def find_time_column(table: Table) -> tuple[str, Numbers]:
    """Return the column that says when each row was, and its times in the first rows; "" when there is none.

    Parameters
    ----------
    table : Table

    Returns
    -------
    name : str
    times : ndarray of shape (n_rows,)
        Of the first 50,000 rows at most, in days where the column holds dates: to read a million takes seconds.
    """
    frame = table.frame.iloc[:_ROWS]
    fields = tuple(replace(f, rows=len(frame)) for f in table.fields if f.kind == "datetime")
    axis = find_time_axis(frame, fields)
    if axis:
        return axis[0], time_of_rows(frame, fields, axis)
    for f in fields:
        if not is_time_of_day(f.date_format) and f.missing <= _MOST_GAPS * table.n_rows:
            return f.name, time_of_rows(frame, fields, (f.name,))
    for f in table.fields:
        if f.is_number and not f.missing and f.distinct >= _MOMENTS and _TIME_NAME.search(f.name.strip()):
            times = frame[f.name].to_numpy(dtype=float)
            if (np.diff(times) >= 0).all() or (np.diff(times) <= 0).all():
                return f.name, times
    return "", np.full(len(frame), np.nan)


def find_ordered_rows(table: Table, target: str, rows: NDArray[np.int64]) -> Leak | None:
    """Return what to say where a random split parts neighbours in time.

    Parameters
    ----------
    table : Table
    target : str
    rows : ndarray of shape (n_used,)
        The used rows, as positions in the table.
    """
    if len(rows) < _FEWEST:
        return None
    name, times = find_time_column(table)
    if not name or name == target:
        return None
    rows = rows[rows < len(times)]
    times = times[rows]
    alike = likeness(table.frame[target].iloc[rows], times)
    if not np.isfinite(alike) and not _is_regular(times):
        return None
    cure = Cure(tr("Split in order of time"), split=(("method", "time_order"), ("column", name)))
    if np.isfinite(alike):
        said = tr(
            "The rows follow each other in time ({name}) and neighbours are alike (correlation {r:.2f}). With a random "
            "split the scores will be better than for the time to come.",
            name=name,
            r=alike,
        )
    else:
        said = tr(
            "The rows follow each other in time ({name}). A random split tests on moments between the training rows, "
            "not on the time to come.",
            name=name,
        )
    return Leak("order", said, (cure,))


def likeness(answers: pd.Series[Any], times: Numbers) -> float:
    """Return the correlation of the target from one moment to the next, on ranks; NaN where it may be chance.

    Parameters
    ----------
    answers : Series of shape (n_rows,)
    times : ndarray of shape (n_rows,)
    """
    known = np.isfinite(times)
    moments, place = np.unique(times[known], return_inverse=True)
    if len(moments) < _MOMENTS:
        return float("nan")
    best = float("nan")
    for values in as_numbers(answers[known]):
        ranks = pd.Series(values).rank().to_numpy()
        means = np.bincount(place, weights=ranks) / np.bincount(place)
        means = means - means.mean()
        size = float(means @ means)
        r = float(means[1:] @ means[:-1]) / size if size > 0 else 0.0
        if r > max(_ALIKE, _SURE / np.sqrt(len(moments))):
            best = r if np.isnan(best) else max(best, r)
    return best


def as_numbers(answers: pd.Series[Any]) -> list[Numbers]:
    """Return the target as numbers; of classes, one row of 0 and 1 for each of the first few."""
    if answers.dtype.kind in "iuf":
        return [answers.to_numpy(dtype=float)]
    codes, names = pd.factorize(answers)
    return [(codes == k).astype(float) for k in range(min(len(names), 10))]


def _is_regular(times: Numbers) -> bool:
    """Whether most rows follow the one before after the same time, as measurements do and orders or births do not."""
    steps = np.diff(times)
    steps = np.abs(steps[np.isfinite(steps)])
    usual = float(np.median(steps)) if len(steps) else 0.0
    # Months and years differ by a few days.
    return usual > 0 and bool((np.abs(steps - usual) <= 0.11 * usual).mean() >= _REGULAR)
