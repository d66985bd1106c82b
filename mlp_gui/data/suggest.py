"""Suggestions: which column is probably the target, which are better ignored, and why."""

from __future__ import annotations

import re

from mlp_gui.data.profile import FieldProfile
from mlp_gui.data.spec import ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.table import Table
from mlp_gui.data.tasks import find_task

_TARGET_NAMES = (
    "target", "label", "labels", "class", "classes", "y", "outcome", "response", "species", "output", "category", "survived",
    "diagnosis", "quality", "price",
)  # fmt: skip
_ID_NAME = re.compile(
    r"(^|[_\s.-])(id|index|uuid|guid|key|nr|no|row|rownames|serial)$|^(unnamed.*|x1?|row_?name)$", re.I
)
_MANY_TEXTS = 50


def suggest_spec(table: Table, targets: tuple[str, ...] = (), inputs: tuple[str, ...] | None = None) -> DataSpec:
    """A spec to start from: ignored columns carry their reason; targets default to the likeliest column.

    Classification gets a stratified split, regression a random one.
    """
    for name in (*targets, *(inputs or ())):
        table.field(name)
    targets = targets or _likely_target(table)
    columns = []
    for profile in table.fields:
        reason = ""
        if profile.name in targets:
            role = "target"
        elif inputs is not None:
            role = "input" if profile.name in inputs else "ignored"
        else:
            reason = why_ignore(profile)
            role = "ignored" if reason else "input"
        columns.append(ColumnSpec(profile.name, role=role, reason=reason))
    return DataSpec(tuple(columns), split=SplitConfig(method=_likely_split(table, targets)))


def why_ignore(profile: FieldProfile) -> str:
    """The reason why a column is better not an input, "" when there is none."""
    if profile.kind == "empty":
        return "It has no values."
    if profile.distinct == 1:
        return "It has the same value in every row."
    if profile.missing > 0.5 * profile.rows:
        return f"It has no value in {profile.missing:,} of {profile.rows:,} rows."
    if is_id_like(profile):
        return "Its values number or name the rows."
    if profile.kind == "datetime":
        return "It holds dates; choose an encoding to use them."
    if profile.kind == "text" and profile.distinct > _MANY_TEXTS:
        return f"It holds {profile.distinct:,} different texts."
    return profile.suggestions[0] if profile.suggestions else ""


def is_id_like(profile: FieldProfile) -> bool:
    """True when every row has its own value and these are names or consecutive whole numbers."""
    if profile.rows < 3 or profile.distinct < profile.present or profile.missing:
        return False
    if profile.kind == "text":
        return profile.distinct > 2
    if profile.kind != "integer" or profile.minimum is None or profile.maximum is None:
        return False
    consecutive = profile.maximum - profile.minimum + 1 == profile.rows
    return consecutive or bool(_ID_NAME.search(profile.name))


def _likely_target(table: Table) -> tuple[str, ...]:
    usable = [f for f in table.fields if _can_be_target(f)]
    by_name = {f.name.strip().lower(): f.name for f in reversed(usable)}
    for name in _TARGET_NAMES:
        if name in by_name:
            return (by_name[name],)
    good = [f for f in usable if not why_ignore(f)] or usable
    return (good[-1].name,) if good else ()


def _can_be_target(f: FieldProfile) -> bool:
    if f.kind == "empty" or f.distinct < 2:
        return False
    return f.is_number or f.distinct <= max(2, f.present // 2)


def _likely_split(table: Table, targets: tuple[str, ...]) -> str:
    if len(targets) != 1 or not table.field(targets[0]).present or table.field(targets[0]).distinct < 2:
        return "random"
    profile = table.field(targets[0])
    if profile.is_number and profile.distinct > 10:
        return "random"
    if not profile.is_number and profile.distinct > max(2, profile.present // 2):
        return "random"
    task, _ = find_task("auto", [profile], [table.frame[profile.name].dropna()])
    return "stratified" if task.is_classification else "random"
