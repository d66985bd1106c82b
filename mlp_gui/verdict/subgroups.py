"""Scores of parts of the rows: the categories of a column, the months of its dates, the quarters of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.number_format import format_four_digits
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.dates.date_parsing import days_of, is_time_of_day
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.metrics.metric_intervals import Interval, metric_intervals
from mlp_gui.verdict.judgement import Pairs

MOST_GROUPS = 12  # the commonest categories; the others are one group
QUARTERS = 4
MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
Rows = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Subgroup:
    """Some rows and how good the network is on them.

    Attributes
    ----------
    label : str
        What they have in common, in the reader's language.
    rows : int
    scores : dict of str to float
    intervals : dict of str to (float, float)
    """

    label: str
    rows: int
    scores: dict[str, float]
    intervals: dict[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Subgroups:
    """The groups of one column.

    Attributes
    ----------
    column : str
    subset : Subset
        Whose rows were grouped.
    groups : tuple of Subgroup
    """

    column: str
    subset: Subset
    groups: tuple[Subgroup, ...]


def grouping_columns(table: Table) -> tuple[str, ...]:
    """Return the columns whose values make groups, those with categories and dates first.

    Parameters
    ----------
    table : Table
    """
    fields = [f for f in table.fields if f.kind not in ("text", "empty") and f.distinct > 1]
    fields = [f for f in fields if not (f.kind == "datetime" and is_time_of_day(f.date_format))]
    return tuple(f.name for f in sorted(fields, key=lambda f: f.is_number and f.distinct > MOST_GROUPS))


def score_subgroups(
    dataset: Dataset,
    table: Table,
    column: str,
    pairs: Pairs,
    subset: Subset,
    block: int = 1,
    cancelled: Callable[[], bool] = lambda: False,
) -> Subgroups:
    """Score the network on each group of rows by itself, with intervals.

    Parameters
    ----------
    dataset : Dataset
    table : Table
        That the dataset was made of.
    column : str
    pairs : dict
        True and predicted values of each subset that has rows.
    subset : Subset
        Whose rows are grouped.
    block : int
        Length of the blocks of rows that are drawn together.
    cancelled : callable
        Polled on the way.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    used = np.concatenate([part.row_numbers for part in dataset.subsets.values()])
    rows = dataset.subsets[subset].row_numbers
    true, predicted = pairs[subset]
    groups = []
    for label, chosen in _groups(table, table.field(column), used, rows):
        if chosen.any():
            pair = true[chosen], predicted[chosen]
            # Of rows that lie apart, a block of the same time has fewer.
            apart = float(np.median(np.diff(np.flatnonzero(chosen)))) if chosen.sum() > 1 else 1.0
            intervals = metric_intervals(dataset.task, *pair, max(1, round(block / apart)), cancelled)[0]
            groups.append(Subgroup(label, int(chosen.sum()), evaluate(dataset.task, *pair), intervals))
    return Subgroups(column, subset, tuple(groups))


def subgroup_label(group: Subgroup, subset: str) -> str:
    """Return a heading such as "test, station A (23 rows)".

    Parameters
    ----------
    group : Subgroup
    subset : str
    """
    rows = tr_n("{n:,} row", "{n:,} rows", group.rows)
    return tr("{subset}, {group} ({rows})", subset=tr(subset), group=group.label, rows=rows)


def _groups(
    table: Table, field: FieldProfile, used: NDArray[np.int64], rows: NDArray[np.int64]
) -> Iterator[tuple[str, Rows]]:
    """Yield each group's label and which of `rows` belong to it; its bounds come from all used rows."""
    series = table.frame[field.name]
    if field.kind == "datetime":
        days = days_of(series.iloc[rows], field.date_format, field.century)
        yield from _months(days)
        gone = np.isnan(days)
    elif field.is_number and field.distinct > MOST_GROUPS:
        values = series.to_numpy(dtype=float)
        yield from _quarters(values[used], values[rows])
        gone = np.isnan(values[rows])
    else:
        yield from _categories(series.iloc[used], series.iloc[rows], field.is_number)
        gone = series.iloc[rows].isna().to_numpy()
    yield tr("no value"), gone


def _months(days: NDArray[np.float64]) -> Iterator[tuple[str, Rows]]:
    known = ~np.isnan(days)
    whole = np.floor(np.where(known, days, 0)).astype(np.int64).astype("datetime64[D]")
    month = whole.astype("datetime64[M]").astype(np.int64) % 12
    for k, name in enumerate(MONTHS):
        yield tr(name), known & (month == k)


def _quarters(values: NDArray[np.float64], mine: NDArray[np.float64]) -> Iterator[tuple[str, Rows]]:
    known = values[np.isfinite(values)]
    if not len(known):
        return
    # Of values that are frequent, several bounds are equal: they are one.
    edges = np.unique(np.quantile(known, np.linspace(0, 1, QUARTERS + 1)))
    for k, (low, high) in enumerate(pairwise(edges.tolist())):
        last = k == len(edges) - 2
        label = tr("{low} to {high}", low=format_four_digits(low), high=format_four_digits(high))
        yield label, (mine >= low) & ((mine <= high) if last else (mine < high))


def _categories(used: pd.Series, mine: pd.Series, numbers: bool) -> Iterator[tuple[str, Rows]]:
    counts = used.value_counts()
    kept = counts.index[:MOST_GROUPS].tolist()
    for value in sorted(kept) if numbers else kept:
        yield format_four_digits(float(value)) if numbers else str(value), (mine == value).to_numpy(dtype=bool)
    yield tr("all others"), (mine.notna() & ~mine.isin(kept)).to_numpy(dtype=bool)
