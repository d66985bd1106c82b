"""Lags that are worth offering: of a table whose rows follow each other in time, and are like the rows before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.translation import format_localized, mark, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.columns.time_axis import time_of_rows
from mlp_gui.data.derived.derived_column import parse_all
from mlp_gui.data.derived.parallel_series import find_parallel_series
from mlp_gui.data.derived.presets import preset_texts

FIRST, LAST = 1, 7  # rows back
_MOST_COLUMNS = 8
_FEWEST_ROWS = 50
_LEAST_LIKENESS = 0.3
_REGULAR = 0.9  # of all steps that are of one length
_STEPS = (
    (1.0, mark("The rows follow each other day by day ({name})")),
    (1 / 24, mark("The rows follow each other hour by hour ({name})")),
    (7.0, mark("The rows follow each other week by week ({name})")),
)


@dataclass(frozen=True)
class LagProposal:
    """Lags that are offered.

    Attributes
    ----------
    texts : tuple of str
        Their declarations.
    columns : tuple of str
        What they are lags of.
    reason : str
        A sentence.
    """

    texts: tuple[str, ...]
    columns: tuple[str, ...]
    reason: str


def propose_lags(table: Table, inputs: Sequence[str], targets: Sequence[str]) -> LagProposal | None:
    """Return lags of the targets and of the inputs that are numbers, where earlier rows tell something.

    Parameters
    ----------
    table : Table
    inputs, targets : sequence of str

    Returns
    -------
    LagProposal or None
        None without a time axis of regular steps, for a target that is unlike its row before, and where lags are
        declared already.
    """
    derived = parse_all(table.derived)
    if any(call.function == "lag" for column in derived for call in column.windows):
        return None
    if len(targets) != 1 or not table.field(targets[0]).is_number or table.n_rows < _FEWEST_ROWS:
        return None
    found = _rows_in_time(table)
    if found is None:
        return None
    values = table.frame[targets[0]].to_numpy(dtype=np.float64)
    likeness = _likeness(values[found.before], values[found.after])
    if likeness < _LEAST_LIKENESS:
        return None
    numbers = [n for n in inputs if table.field(n).is_number and table.field(n).distinct > 2]
    made = {column.name for column in derived}
    columns = tuple(name for name in (targets[0], *numbers) if name not in made)[:_MOST_COLUMNS]
    if not columns:
        return None
    numbers_of_rows = range(FIRST, LAST + 1)
    texts = preset_texts("lag", columns, numbers_of_rows, found.by, found.order, taken=table.column_names)
    step, name = found.step, found.date
    said = next((tr(words, name=name) for usual, words in _STEPS if abs(step - usual) < 0.01 * usual), "")
    said = said or tr("The rows follow each other in time ({name})", name=name)
    said = tr("{said} for each {by}", said=said, by=found.by) if found.by else said
    reason = tr(
        "{said}, and {target} is like it was a row before (correlation {likeness}): earlier values may be good inputs.",
        said=said, target=targets[0], likeness=format_localized(likeness, ".2f"),
    )  # fmt: skip
    return LagProposal(texts, columns, reason)


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class _RowsInTime:
    """Which rows follow which: date, by and order as a lag names them; the usual step in days; pairs of rows."""

    date: str
    by: str
    order: str
    step: float
    before: np.ndarray
    after: np.ndarray


def _rows_in_time(table: Table) -> _RowsInTime | None:
    """Find rows in regular steps of time: all of them, or those of each series; None without."""
    series, axis = find_parallel_series(table), table.time_axis
    rows, by, date, order = np.arange(table.n_rows), "", "", ""
    if series is not None:
        by, date, order = series.by, series.date, "" if series.is_ordered else series.date
        times = table.moments(date)
        rows = series.in_order(times)
    elif axis:
        date, times = axis[0], time_of_rows(table.frame, table.fields, axis)
    else:
        return None
    steps = np.diff(times[rows])
    inside = np.ones(len(steps), bool) if series is None else np.diff(series.codes[rows]) == 0
    middle = float(np.nanmedian(steps[inside]))
    regular = np.abs(steps[inside] - middle) <= 0.01 * abs(middle)
    if not middle or regular.mean() < _REGULAR:
        return None
    if middle < 0:
        if len(axis) > 1:
            return None
        order = date
    return _RowsInTime(date, by, order, abs(middle), rows[:-1][inside], rows[1:][inside])


def _likeness(before: np.ndarray, after: np.ndarray) -> float:
    """Return the correlation of the values with those of the row before; 0 where it is not defined."""
    both = ~np.isnan(before) & ~np.isnan(after)
    if both.sum() < _FEWEST_ROWS // 2:
        return 0.0
    with np.errstate(all="ignore"):
        found = float(np.corrcoef(before[both], after[both])[0, 1])
    return found if np.isfinite(found) else 0.0
