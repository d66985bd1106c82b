"""Twins are columns that say the same: copies of each other, and inputs that already hold the answer."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table

_ROWS = 20_000
_BLOCK = 256
_CORRELATED = 0.999_99


def find_duplicates(table: Table) -> dict[str, str]:
    """Map columns to an earlier column with exactly the same cells."""
    alike: dict[tuple[Any, ...], list[str]] = {}
    for f in table.fields:
        if f.distinct >= 2:
            alike.setdefault((f.kind, f.missing, f.distinct, f.sum, f.minimum, f.examples), []).append(f.name)
    found: dict[str, str] = {}
    for names in alike.values():
        first: dict[bytes, str] = {}
        for name in names if len(names) > 1 else ():
            earlier = first.setdefault(_digest(table.frame[name]), name)
            if earlier != name and table.frame[earlier].equals(table.frame[name]):
                found[name] = earlier
    return found


def _digest(column: pd.Series[Any]) -> bytes:
    """Equal for equal columns; thousands of alike columns are then told apart without comparing each with each."""
    return hashlib.sha256(pd.util.hash_pandas_object(column, index=False).to_numpy().tobytes()).digest()


def find_leaks(table: Table, target: str) -> dict[str, str]:
    """Map columns to the sentence that says how they give the target away.

    Parameters
    ----------
    table : Table
    target : str
    """
    goal = table.field(target)
    sample = table.frame if table.n_rows <= _ROWS else table.frame.iloc[:: table.n_rows // _ROWS]
    sample = sample[sample[target].notna()]
    # Where hardly a value occurs twice, any two columns stand one to one, and it means nothing.
    has_classes = goal.distinct <= 50 and 2 * goal.distinct <= len(sample)
    found = _same_classes(sample, table.fields, goal) if has_classes else {}
    if goal.is_number and goal.distinct > 2:
        found |= _correlated(sample, [f.name for f in table.fields if _is_candidate(f, goal)], target)
    return found


def _is_candidate(f: FieldProfile, goal: FieldProfile) -> bool:
    return f.is_number and f.name != goal.name and f.distinct > 2


def _correlated(sample: pd.DataFrame, names: list[str], target: str) -> dict[str, str]:
    y = sample[target].to_numpy(dtype=float)
    found = {}
    for at in range(0, len(names), _BLOCK):
        block = names[at : at + _BLOCK]
        for name, r in zip(block, correlations(sample[block].to_numpy(dtype=float), y), strict=True):
            if r > _CORRELATED:
                found[name] = tr(
                    "It is nearly the same as the target {target} (correlation {r:.6f}), so it would give it away.",
                    target=target,
                    r=r,
                )
    return found


def correlations(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the absolute Pearson correlation of each column with a target, of shape (n_columns,); see `correlation`.

    Parameters
    ----------
    x : ndarray of shape (n_rows, n_columns)
    y : ndarray of shape (n_rows,)
    """
    with np.errstate(all="ignore"):
        a, b = x - x.mean(axis=0), y - y.mean()
        r = np.abs(b @ a) / (np.sqrt(np.einsum("ij,ij->j", a, a)) * np.sqrt(b @ b))
    for j in np.flatnonzero(~np.isfinite(r) | (len(y) < 5)):
        r[j] = correlation(x[:, j], y)
    return np.asarray(r)


def correlation(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """Return the absolute Pearson correlation where both are present; 0 for fewer than 5 pairs or a constant.

    Parameters
    ----------
    a, b : ndarray of shape (n_rows,)
    """
    both = np.isfinite(a) & np.isfinite(b)
    if both.sum() < 5:
        return 0.0
    with np.errstate(all="ignore"):
        x, y = a[both] - a[both].mean(), b[both] - b[both].mean()
        size = float(np.sqrt(x @ x) * np.sqrt(y @ y))
        return abs(float(x @ y)) / size if 0 < size < np.inf else 0.0


def _same_classes(sample: pd.DataFrame, fields: tuple[FieldProfile, ...], goal: FieldProfile) -> dict[str, str]:
    """Columns whose values stand one to one for the classes."""
    found = {}
    codes = pd.factorize(sample[goal.name])[0]
    for f in fields:
        if f.name == goal.name or f.distinct != goal.distinct or f.distinct < 2 or f.missing:
            continue
        other = pd.factorize(sample[f.name])[0]
        if len(codes) >= 5 and np.array_equal(codes, other):
            found[f.name] = tr(
                "Its values stand one to one for those of the target {target}, so it would give it away.",
                target=goal.name,
            )
    return found
