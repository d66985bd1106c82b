"""Duplicates are columns with exactly the same cells."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from typing import Any

import pandas as pd

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.table import Table


def find_duplicates(table: Table) -> dict[str, str]:
    """Map columns to an earlier column with exactly the same cells."""
    alike: dict[tuple[Any, ...], list[str]] = {}
    for f in table.fields:
        if f.distinct >= 2:
            alike.setdefault((f.kind, f.missing, f.distinct, f.sum, f.minimum, f.examples), []).append(f.name)
    found: dict[str, str] = {}
    for names in cancellable_loop(alike.values()):
        first: dict[Hashable, str] = {}
        for name in cancellable_loop(names if len(names) > 1 else ()):
            earlier = first.setdefault(_key(table.frame[name]), name)
            if earlier != name and table.frame[earlier].equals(table.frame[name]):
                found[name] = earlier
    return found


def _key(column: pd.Series[Any]) -> Hashable:
    """Equal for equal columns; thousands of alike columns are then told apart without comparing each with each."""
    values = column.to_numpy()
    if values.dtype.kind in "iuf":
        return hashlib.sha256((values + 0).tobytes()).digest()  # + 0: -0 equals 0
    codes, words = factorize_values(values)
    return hashlib.sha256(codes.tobytes()).digest(), hash(tuple(words))
