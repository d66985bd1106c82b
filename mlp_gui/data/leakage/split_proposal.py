"""A split that is proposed with its reason, where rows plainly follow one another in time or belong to groups."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import format_localized, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.parallel_series import find_parallel_series
from mlp_gui.data.leakage.groups import find_group_column, find_named_group
from mlp_gui.data.leakage.leak import Cure
from mlp_gui.data.leakage.ordered_rows import as_numbers, find_time_column, likeness
from mlp_gui.data.splits.row_times import periods_of
from mlp_gui.data.splits.split_config import PERIODS, WITH_COLUMN, SplitConfig

_FEWEST_ROWS = 50
_FEWEST_GROUPS = 8  # of fewer, one or two would be the whole test
_ROWS = 50_000
_ALIKE = 0.3  # correlation from one moment to the next: of less, a random split gains little
_OF_A_GROUP = 0.1  # share of the target's variance that lies between groups
_SURE = 4.0  # standard errors of the ratio of variances


def propose_split(table: Table, target: str, usual: SplitConfig) -> SplitConfig:
    """Return the split that suits a table, with its reason where it is not the usual one.

    Only strong evidence counts: a column of dates that never goes back, but from series to series, with a target that
    is like that of the moment before; or a column named after stations, patients and the like, with a target that is
    alike within them.

    Parameters
    ----------
    table : Table
    target : str
    usual : SplitConfig
        What is taken otherwise.
    """
    present = np.flatnonzero(table.frame[target].iloc[:_ROWS].notna().to_numpy())
    if len(present) < _FEWEST_ROWS:
        return usual
    name, alike = _order(table, target, present)
    if name:
        reason = tr(
            "The rows follow each other in time ({name}) and neighbours are alike (correlation {r}), so the latest are "
            "for the test: a random split would promise more than the time to come will keep.",
            name=name,
            r=format_localized(alike, ".2f"),
        )
        return usual.replace(method="time_order", column=name, reason=reason)
    name, share = _groups(table, target, present)
    if name:
        reason = tr(
            "Rows of one group ({name}) are alike ({share:.0%} of the target's variance lies between groups), so no "
            "group is in two subsets: a random split would promise more than a new group will keep.",
            name=name,
            share=share,
        )
        return usual.replace(method="grouped", column=name, reason=reason)
    return usual


def complete_split(split: SplitConfig, table: Table, targets: tuple[str, ...]) -> SplitConfig:
    """Return a split with the column that its method probably needs, and with periods of which some are for the test.

    Parameters
    ----------
    split : SplitConfig
        It keeps a column that it names.
    table : Table
    targets : tuple of str
    """
    if split.method in WITH_COLUMN and split.method != "column" and not split.column:
        name = find_group_column(table, targets) if split.method == "grouped" else find_time_column(table)[0]
        split = split.replace(column=name)
    if split.method != "periods" or not split.column or split.period != SplitConfig().period:
        return split
    are_days, moments = not table.field(split.column).is_number, table.moments(split.column)
    fits = (
        length for length in PERIODS if periods_of(moments, length, are_days).max(initial=0) + 1 >= split.test_every
    )
    return split.replace(period=next(fits, split.period))


def way_to_random(split: SplitConfig, has_classes: bool) -> Cure | None:
    """Return what takes a proposed split back; None where the split was not proposed.

    Parameters
    ----------
    split : SplitConfig
    has_classes : bool
        Whether the target is a class; each then keeps its share in the subsets.
    """
    if not split.reason:
        return None
    method = "stratified" if has_classes else "random"
    return Cure(tr("Split at random"), split=(("method", method), ("column", ""), ("reason", "")))


def _order(table: Table, target: str, rows: NDArray[np.int64]) -> tuple[str, float]:
    """Return the column of dates that the rows follow, and how alike neighbours are; "" where that is not plain."""
    if not any(f.kind == "datetime" for f in table.fields):
        return "", 0.0
    name, times = find_time_column(table)
    if not name or name == target or table.field(name).kind != "datetime":
        return "", 0.0
    steps = np.diff(times[np.isfinite(times)])
    if not ((steps >= 0).all() or (steps <= 0).all() or find_parallel_series(table) is not None):
        return "", 0.0
    alike = likeness(table.frame[target].iloc[rows], times[rows])
    return (name, alike) if alike >= _ALIKE else ("", 0.0)


def _groups(table: Table, target: str, rows: NDArray[np.int64]) -> tuple[str, float]:
    """Return the column of groups whose targets are alike, and the share of the variance between them."""
    name = find_named_group(table, (target,))
    if not name:
        return "", 0.0
    codes = pd.factorize(table.frame[name].iloc[rows])[0]
    known = codes >= 0
    if codes.max(initial=-1) + 1 < _FEWEST_GROUPS:
        return "", 0.0
    answers = table.frame[target].iloc[rows][known]
    share = max((_share_between(codes[known], values) for values in as_numbers(answers)), default=0.0)
    return (name, share) if share >= _OF_A_GROUP else ("", 0.0)


def _share_between(codes: NDArray[np.int64], values: NDArray[np.float64]) -> float:
    """Return the share of the variance of ranks that lies between groups; 0 where it may be chance.

    The intraclass correlation of a one-way analysis of variance, see Snedecor and Cochran, "Statistical Methods".
    """
    ranks = pd.Series(values).rank().to_numpy()
    sizes = np.bincount(codes).astype(float)
    sizes_of, n = sizes[sizes > 0], float(len(codes))
    between, within = len(sizes_of) - 1.0, n - len(sizes_of)
    means = np.bincount(codes, weights=ranks) / np.maximum(sizes, 1)
    inside = float(((ranks - means[codes]) ** 2).sum())
    total = float(((ranks - ranks.mean()) ** 2).sum())
    if within < 1 or total <= 0:
        return 0.0
    if inside <= 0:
        return 1.0
    ratio = ((total - inside) / between) / (inside / within)
    if ratio < 1 + _SURE * np.sqrt(2 / between + 2 / within):
        return 0.0
    size = (n - float((sizes_of**2).sum()) / n) / between
    return float((ratio - 1) / (ratio - 1 + size))
