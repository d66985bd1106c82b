"""Suggestions: which column is probably the target, which are better ignored, and why."""

from __future__ import annotations

import re

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage import find_duplicates, find_leaks
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.preprocessing.target_type import infer_task

_TARGET_NAMES = (
    "target", "label", "labels", "y", "outcome", "response", "output", "survived", "diagnosis", "species", "class",
    "classes", "category", "quality", "price",
)  # fmt: skip
_ID_NAME = re.compile(
    r"(^|[_\s.-])(id|index|uuid|guid|key|nr|no|row|rownames|serial)$|^(unnamed.*|x1?|row_?name)$", re.I
)
_MANY_TEXTS = 50


def suggest_spec(table: Table, targets: tuple[str, ...] = (), inputs: tuple[str, ...] | None = None) -> DataSpec:
    """A spec to start from: ignored columns carry their reason; targets default to the likeliest column.

    inputs: exactly these, or None for all columns that nothing speaks against.
    Classification gets a stratified split, regression a random one. UserError for a name that is no column.
    """
    for name in (*targets, *(inputs or ())):
        table.field(name)
    targets = targets or _likely_target(table)
    reasons = reasons_to_ignore(table, targets) if inputs is None else {}
    columns = []
    for name in table.column_names:
        if name in targets:
            role = ColumnRole.TARGET
        elif inputs is not None:
            role = ColumnRole.INPUT if name in inputs else ColumnRole.IGNORED
        else:
            role = ColumnRole.IGNORED if name in reasons else ColumnRole.INPUT
        columns.append(ColumnSpec(name, role=role, reason=reasons.get(name, "") if role == ColumnRole.IGNORED else ""))
    return DataSpec(tuple(columns), split=SplitConfig(method=_likely_split(table, targets)))


def reasons_to_ignore(table: Table, targets: tuple[str, ...]) -> dict[str, str]:
    """Column -> the reason why it is better not an input, for columns that have one."""
    found = {f.name: reason for f in table.fields if f.name not in targets and (reason := why_ignore(f))}
    giveaways: dict[str, str] = {}
    for target in targets:
        giveaways |= {n: r for n, r in find_leaks(table, target).items() if n not in targets}
    copies = {
        n: tr("It is a copy of {name}.", name=of)
        for n, of in find_duplicates(table).items()
        if n not in targets and of not in targets
    }
    others = [n for n in table.column_names if n not in {*targets, *found, *giveaways, *copies}]
    # With nothing else to learn from, a column that gives the target away is better than none.
    found = copies | (giveaways if others else {}) | found
    if len({*found, *targets}) == table.n_columns:
        # With nothing else to learn from, dates and numbers that count the rows are better than no input at all.
        spare = {f.name for f in table.fields if f.distinct > 1 and (f.kind == "datetime" or f.is_number)}
        found = {n: reason for n, reason in found.items() if n not in spare}
    return found


def why_ignore(profile: FieldProfile) -> str:
    """The reason why a column is better not an input, "" when there is none."""
    if profile.kind == "empty":
        return tr("It has no values.")
    if profile.distinct == 1:
        return tr("It has the same value in every row.")
    if profile.missing > 0.5 * profile.rows:
        return tr("It has no value in {missing:,} of {rows:,} rows.", missing=profile.missing, rows=profile.rows)
    if is_id_like(profile):
        return tr("Its values number or name the rows.")
    if profile.kind == "datetime":
        return tr("It holds dates; choose an encoding to use them.")
    if profile.kind == "text" and profile.distinct > _MANY_TEXTS:
        return tr("It holds {n:,} different texts.", n=profile.distinct)
    return ""


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
    task, _ = infer_task("auto", [profile], [table.frame[profile.name].dropna()])
    return "stratified" if task.is_classification else "random"
