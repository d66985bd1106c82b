"""Duplicates are columns with exactly the same cells."""

from __future__ import annotations

import hashlib
from typing import Any

import pandas as pd

from mlp_gui.data.columns.table import Table


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
