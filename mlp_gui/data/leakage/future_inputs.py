"""Inputs that nobody has when the prediction is wanted: the target of a later row, and the parts that it is made of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.translation import join_names, tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.groups import find_group_column
from mlp_gui.data.leakage.ordered_rows import find_time_column

Numbers = NDArray[np.float64]
_ROWS = 5_000
_FURTHEST = 31  # rows that a target may be shifted by
_SAME = 0.75  # of the pairs: copied rows and the ends of groups interrupt the order
_FEWEST = 20
_MOST_PARTS = 12
_MOST_COLUMNS = 200
_EXACT = 1e-6  # of the target's deviation
_NAMED = 6


def find_shifted(table: Table, target: str, inputs: Sequence[str]) -> dict[str, int]:
    """Map inputs that hold the target of a later row to how many rows later that is.

    An input that holds an earlier target is known in time and is not among them.

    Parameters
    ----------
    table : Table
    target : str
    inputs : sequence of str
    """
    goal = table.field(target)
    if not goal.is_number or goal.distinct < 10:
        return {}
    able = [
        f
        for f in map(table.field, inputs)
        if f.is_number and abs(f.distinct - goal.distinct) <= _FURTHEST + 0.05 * goal.distinct
    ]
    known = np.unique(table.values(target).astype(float))
    able = [f for f in cancellable_loop(able) if _holds_some_of(table.values(f.name)[:_ROWS].astype(float), known)]
    found: dict[str, int] = {}
    for order in _orders(table, (target,)) if able else ():
        y = table.values(target)[order].astype(float)
        for f in cancellable_loop(able):
            x = table.values(f.name)[order].astype(float)
            shares = {k: _agreement(x, y, k) for k in range(-_FURTHEST, _FURTHEST + 1)}
            best = max(shares, key=lambda k: (shares[k], -abs(k)))
            # A target that seldom changes agrees with itself some rows on, too: what counts is where it agrees best.
            if best > 0 and shares[best] >= _SAME and shares[best] > 1.05 * shares[0]:
                found.setdefault(f.name, best)
    return found


def find_parts(table: Table, target: str, inputs: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return how the target is computed from some inputs, "sum" or "product", and those; "" when it is not.

    Sums are also differences and means: every part counts the same, up to its sign. Products are also quotients.

    Parameters
    ----------
    table : Table
    target : str
    inputs : sequence of str
    """
    goal = table.field(target)
    names = [n for n in inputs if table.field(n).is_number and table.field(n).distinct > 2]
    if not goal.is_number or goal.distinct < 10 or len(names) < 2 or len(names) > _MOST_COLUMNS:
        return "", ()
    step = max(1, table.n_rows // _ROWS)
    block = np.column_stack([table.values(n)[::step].astype(float) for n in (target, *names)])
    block = block[np.isfinite(block).all(axis=1)]
    if len(block) < max(_FEWEST, 3 * len(names)):
        return "", ()
    positive = [j for j in range(1, block.shape[1]) if (block[:, j] > 0).all()]
    for how, logarithms, columns in (("sum", False, range(1, block.shape[1])), ("product", True, positive)):
        if logarithms and (len(columns) < 2 or not (block[:, 0] > 0).all()):
            continue
        places = list(columns)
        used = _equal_parts(block[:, 0], block[:, places], exponents=logarithms)
        if used:
            return how, tuple(names[places[j] - 1] for j in used)
    return "", ()


def describe_shifted(name: str, target: str, later: int) -> str:
    """Say that an input holds the target of a later row.

    Parameters
    ----------
    name, target : str
    later : int
        Rows.
    """
    if later == 1:
        return tr(
            "{name} holds the target {target} of the next row: nobody knows it when it is to be predicted.",
            name=name,
            target=target,
        )
    return tr(
        "{name} holds the target {target} of {n:,} rows later: nobody knows it when it is to be predicted.",
        name=name,
        target=target,
        n=later,
    )


def describe_parts(how: str, target: str, parts: tuple[str, ...]) -> str:
    """Say which inputs the target is computed from.

    Parameters
    ----------
    how : str
        "sum" or "product".
    target : str
    parts : tuple of str
    """
    names = join_names(parts, _NAMED)
    if how == "sum":
        return tr(
            "{target} is exactly a sum or difference of {names}. If these are known only together with it, they give "
            "it away.",
            target=target,
            names=names,
        )
    return tr(
        "{target} is exactly a product or quotient of {names}. If these are known only together with it, they give "
        "it away.",
        target=target,
        names=names,
    )


def _orders(table: Table, targets: tuple[str, ...]) -> list[NDArray[np.int64]]:
    """Return orders of the first rows in which one may follow another: of time, and of time within each group."""
    _, times = find_time_column(table)
    times = times[:_ROWS]
    file_order = np.arange(len(times))
    if not np.isfinite(times).all():
        times = file_order.astype(float)
    orders = [np.argsort(times, kind="stable")]
    group = find_group_column(table, targets)
    if group:
        codes = pd.factorize(table.frame[group].iloc[:_ROWS])[0]
        orders.append(np.lexsort((file_order, times, codes)))
    return orders


def _holds_some_of(x: Numbers, known: Numbers) -> bool:
    """Whether most of a few values are among the known ones, which are sorted."""
    if not np.isfinite(x.sum()):
        x = x[np.isfinite(x)]
    few = x[:: max(1, len(x) // 50)]
    at = np.minimum(np.searchsorted(known, few), len(known) - 1)
    return bool(len(few)) and bool((known[at] == few).mean() >= 0.5)


def _agreement(x: Numbers, y: Numbers, later: int) -> float:
    """Return the share of rows in which x is the y of so many rows later; 0 when there are hardly any."""
    if len(y) - abs(later) < _FEWEST:
        return 0.0
    a, b = (x[: len(x) - later], y[later:]) if later >= 0 else (x[-later:], y[:later])
    both = np.isfinite(a) & np.isfinite(b)
    if both.sum() < _FEWEST:
        return 0.0
    near = np.abs(a[both] - b[both]) <= 1e-9 * np.maximum(1e-300, np.abs(b[both]))
    return float(near.mean())


def _equal_parts(y: Numbers, x: Numbers, exponents: bool) -> list[int]:
    """Return the columns that make y up with equal weights, [] when y is not made so.

    exponents: x and y count in powers: as a product, not as a sum.
    """
    a, b = (np.log(x), np.log(y)) if exponents else (x, y)
    spread, scale = b.std(), a.std(axis=0)
    live = np.flatnonzero(np.isfinite(scale) & (scale > 1e-12 * np.maximum(1.0, np.abs(a).max(axis=0))))
    # Of numbers near the ends of the double range there is no deviation: LAPACK would fail.
    if not spread or not np.isfinite(spread) or len(live) < 2:
        return []
    scaled = (a[:, live] - a[:, live].mean(axis=0)) / scale[live]
    weights, _, rank, _ = np.linalg.lstsq(scaled, (b - b.mean()) / spread, rcond=1e-10)
    used = np.flatnonzero(np.abs(weights) > 1e-3)
    if rank < len(live) or not 2 <= len(used) <= _MOST_PARTS:
        return []
    weights = weights[used] * spread / scale[live[used]]
    size = 1.0 if exponents else _rounded(float(np.abs(weights).mean()), len(used))
    if (np.abs(np.abs(weights) - size) > 1e-2 * size).any():
        return []
    made = a[:, live[used]] @ (np.sign(weights) * size)
    if exponents:
        made = np.exp(made - made.mean())
        made *= (y @ made) / (made @ made)
    else:
        made += float((y - made).mean())
    return live[used].tolist() if np.abs(y - made).max() <= _tolerance(y) else []


def _rounded(weight: float, parts: int) -> float:
    """Return 1, or that of a mean, where the weight is near one of them."""
    return next((w for w in (1.0, 1.0 / parts) if abs(weight - w) < 0.02 * w), weight)


def _tolerance(y: Numbers) -> float:
    """Return a little more than half a unit of the last digit that the target is written with."""
    for digits in range(7):
        if np.abs(y - np.round(y, digits)).max() < 1e-9 * max(1.0, float(np.abs(y).max())):
            return 0.6 * 10.0**-digits if digits else _EXACT * float(y.std())
    return _EXACT * float(y.std())
