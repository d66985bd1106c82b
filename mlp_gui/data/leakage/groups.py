"""Groups are rows of one station, patient or machine: in two subsets, what was learnt of it is asked again."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.leak import Cure, Leak

_ENTITY = (
    "station|site|patient|subject|person|participant|individual|proband|animal|mouse|cow|speaker|driver|user|customer|"
    "client|household|family|hospital|clinic|school|machine|engine|device|sensor|logger|buoy|gauge|well|borehole|"
    "catchment|basin|plot|farm|plant|batch|lot|specimen|player|vehicle|messstelle|standort|patientin|kunde|maschine|"
    "ger[aä]t|charge|versuchsperson"
)
_NAMED = re.compile(
    rf"^(.*[_\s.-])?({_ENTITY})s?([_\s.-]?(id|ids|nr|no|num|number|name|code|key|index))?$"
    r"|^(.*[_\s.-])?(id|uuid|guid)$",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FEWEST_GROUPS = 4
_SHARED = 0.05  # of the rows stand in a group with others
_FEWEST_SHARED = 10
_LARGEST = 0.6
_UNNAMED_GROUPS, _UNNAMED_SIZE, _UNNAMED_FIXED = 10, 3.0, 2
_VARIED = 5  # values that a column needs to be worth calling fixed within groups
_ROWS = 20_000
_COUNTED = 200_000
_MOST_COLUMNS = 60


def find_group_column(table: Table, targets: tuple[str, ...] = ()) -> str:
    """Return the column that says of which station, patient or the like each row is; "" when there is none.

    It is known by its name; or because several numbers never differ between rows of the same value.

    Parameters
    ----------
    table : Table
    targets : tuple of str
    """
    named = find_named_group(table, targets)
    if named or table.n_columns > _MOST_COLUMNS:
        return named
    able = [f for f in table.fields if f.name not in targets and _can_group(f)]
    unnamed = [
        f for f in able if _UNNAMED_GROUPS <= f.distinct <= f.present / _UNNAMED_SIZE and _shares_rows(table, f.name)
    ]
    found = [f for f in unnamed if _fixes_others(table, f, targets)]
    return min(found, key=lambda f: f.distinct).name if found else ""


def find_named_group(table: Table, targets: tuple[str, ...] = ()) -> str:
    """Return the column of groups that its name gives away, the one of most groups; "" when there is none.

    Parameters
    ----------
    table : Table
    targets : tuple of str
    """
    able = [f for f in table.fields if f.name not in targets and _can_group(f)]
    named = [f for f in able if _NAMED.search(_CAMEL.sub("_", f.name.strip())) and _shares_rows(table, f.name)]
    return max(named, key=lambda f: f.distinct).name if named else ""


def find_groups(table: Table, targets: tuple[str, ...], parts: tuple[NDArray[np.int64], ...]) -> Leak | None:
    """Return what to say where rows of a group stand in two subsets.

    Parameters
    ----------
    table : Table
    targets : tuple of str
    parts : tuple of ndarray
        The rows of training, validation and test.
    """
    name = find_group_column(table, targets)
    if not name:
        return None
    codes = pd.factorize(table.frame[name])[0]
    seen = np.zeros((3, int(codes.max()) + 1), bool)
    for subset, part in zip(seen, parts, strict=True):
        subset[codes[part][codes[part] >= 0]] = True
    parted, used = int((seen.sum(axis=0) > 1).sum()), int(seen.any(axis=0).sum())
    if not parted or used < _FEWEST_GROUPS:
        return None
    said = tr(
        "{parted:,} of {n:,} groups ({name}) have rows in more than one subset: the scores will be better than for a "
        "new group.",
        name=name,
        parted=parted,
        n=used,
    )
    split = (("method", "grouped"), ("column", name))
    return Leak("groups", said, (Cure(tr("Keep groups together"), (name,), split),))


def _can_group(f: FieldProfile) -> bool:
    if f.kind not in ("integer", "category", "text") or f.missing > 0.5 * f.rows:
        return False
    return _FEWEST_GROUPS <= f.distinct <= f.present - _FEWEST_SHARED / 2


def _shares_rows(table: Table, name: str) -> bool:
    """Whether enough rows have another one of the same value, and no value has most of them."""
    counts = table.frame[name].iloc[:_COUNTED].value_counts().to_numpy()
    if not len(counts):
        return False
    total = int(counts.sum())
    shared = int(counts[counts > 1].sum())
    return shared >= max(_FEWEST_SHARED, _SHARED * total) and counts[0] <= _LARGEST * total


def _fixes_others(table: Table, f: FieldProfile, targets: tuple[str, ...]) -> bool:
    """Whether several numbers are the same in all rows of a value, and are no coarser writing of it."""
    frame = table.frame.iloc[:_ROWS]
    codes = pd.factorize(frame[f.name])[0]
    order = np.argsort(codes, kind="stable")
    inside = np.diff(codes[order]) == 0
    if inside.sum() < _FEWEST_SHARED:
        return False
    fixed = 0
    for other in table.fields:
        if other.name == f.name or other.name in targets or not other.is_number or other.distinct < _VARIED:
            continue
        values = frame[other.name].to_numpy(dtype=float)
        ordered = values[order]
        same = (np.diff(ordered) == 0) | (np.isnan(ordered[1:]) & np.isnan(ordered[:-1]))
        if same[inside].all() and not (f.is_number and _follows(frame[f.name].to_numpy(dtype=float), values)):
            fixed += 1
    return fixed >= _UNNAMED_FIXED


def _follows(a: NDArray[np.float64], b: NDArray[np.float64]) -> bool:
    """Whether one rises or falls with the other, as months do with the days of a year."""
    r = pd.Series(a).rank().corr(pd.Series(b).rank())
    return bool(np.isnan(r) or abs(r) > 0.9)
