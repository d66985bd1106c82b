"""Suggestions: which column is probably the target, which are better ignored, and why."""

from __future__ import annotations

import re

import numpy as np

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.columns.table import Table
from mlp_gui.data.dates.date_parsing import is_time_of_day
from mlp_gui.data.leakage.duplicates import find_duplicates
from mlp_gui.data.leakage.giveaways import find_giveaways
from mlp_gui.data.leakage.split_proposal import propose_split
from mlp_gui.data.preprocessing.input_fitting import FEWEST_VALUES
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec, SplitConfig
from mlp_gui.data.preprocessing.target_type import infer_task
from mlp_gui.data.splits.split import divides_rows

_TARGET_NAMES = (
    "target", "label", "labels", "y", "outcome", "response", "output", "survived", "diagnosis", "species", "class",
    "classes", "category", "quality", "price",
)  # fmt: skip
_ID_NAME = re.compile(
    r"(^|[_\s.-])(id|ids|uuid|guid|key|serial|rownames)$|^(unnamed.*|row_?name|row_?id|row_?(number|nr|no)|obs_?nr?)$",
    re.I,
)
# They name the rows only where the values count them: "no" is nitric oxide, too, and "x" an input like any other.
_COUNTER_NAME = re.compile(r"^(index|idx|nr|no|row|rows|#|n)\.?$", re.I)
_WEIGHT_NAME = re.compile(
    r"^(sample|row|case|obs|observation|survey|frequency|sampling)[_\s.-]?weights?$|^weights$", re.I
)
PIECES, ROWS_FOR_PIECES = 16, 3000  # as measured: of 2,000 rows they helped some tables, of 5,000 all
_MOST_PIECES, _MOST_CELLS_OF_PIECES = 2000, 20_000_000  # of all numbers together, and times the rows: 160 MB
_FEWEST_ROWS = 10  # below, a split would leave too little to learn from
_CODE_DIGITS = 9  # whole numbers of so many digits, all as long, are article numbers and the like
_MANY_TEXTS = 50
_FEW_GAPS, _FEW_GAPS_SHARE, _FEW_WORDS = 5, 0.02, 3  # fewer teach nothing about what an empty cell means


@np.errstate(over="ignore", invalid="ignore")  # numbers near the ends of the double range
def suggest_spec(table: Table, targets: tuple[str, ...] = (), inputs: tuple[str, ...] | None = None) -> DataSpec:
    """Suggest a spec to start from; ignored columns carry their reason.

    Parameters
    ----------
    table : Table
    targets : tuple of str, optional
        The likeliest column when empty.
    inputs : tuple of str, optional
        Exactly these; all columns that nothing speaks against when omitted.

    Raises
    ------
    UserError
        If a name is no column.
    """
    for name in (*targets, *(inputs or ())):
        table.field(name)
    targets = targets or _likely_target(table)
    reasons = reasons_to_ignore(table, targets) if inputs is None else {}
    weight = _likely_weight(table, targets) if inputs is None else ""
    divider = _likely_divider(table, targets) if inputs is None else ""
    columns = []
    for name in cancellable_loop(table.column_names):
        reason = reasons.get(name, "")
        if name in targets:
            role = ColumnRole.TARGET
        elif name == weight:
            role, reason = ColumnRole.WEIGHT, tr("Its name says how much each row counts.")
        elif inputs is not None:
            role = ColumnRole.INPUT if name in inputs else ColumnRole.IGNORED
        else:
            role = ColumnRole.IGNORED if name in reasons else ColumnRole.INPUT
        if name == divider:
            role, reason = ColumnRole.IGNORED, tr("It says which rows are for training, validation and test.")
        explained = role in (ColumnRole.IGNORED, ColumnRole.WEIGHT)
        policy, fill = gap_policy(table.field(name))
        columns.append(ColumnSpec(name, role=role, missing=policy, fill=fill, reason=reason if explained else ""))
    split = _likely_split(table, targets, divider)
    if inputs is None and targets and split.method in ("random", "stratified") and split.test > 0:
        split = propose_split(table, targets[0], split)
    spec = DataSpec(tuple(columns), split=split)
    if split.method == "grouped" and split.column in spec.inputs:
        group = spec.column(split.column)
        said = tr("It says to which group a row belongs.")
        spec = spec.with_columns(group.replace(role=ColumnRole.IGNORED, reason=said))
    return spec.replace(pieces=propose_pieces(table, spec))


def propose_pieces(table: Table, spec: DataSpec) -> int:
    """Suggest in how many pieces each number also enters: 16 from 3,000 rows on, 0 below.

    None where the rows of the test are unlike the others by their time or group: there pieces did harm (the sample
    catchment, whose error grew by a third).

    Parameters
    ----------
    table : Table
    spec : DataSpec
        Its inputs, targets and split count.
    """
    if spec.split.method not in ("random", "stratified", "column"):
        return 0
    fields = [table.field(name) for name in (*spec.inputs, *spec.targets) if table.has(name)]
    numbers = sum(f.is_number and f.distinct >= FEWEST_VALUES and f.name in spec.inputs for f in fields)
    rows = min((f.present for f in fields if f.name in spec.targets), default=0)
    too_many = numbers * PIECES > _MOST_PIECES or numbers * PIECES * rows > _MOST_CELLS_OF_PIECES
    return PIECES if numbers and rows >= ROWS_FOR_PIECES and not too_many else 0


def gap_policy(profile: FieldProfile) -> tuple[str, str]:
    """Suggest what stands for an empty cell of an input, and the constant where it is one: no row is lost to a gap.

    Numbers and dates become the median, with an input that says so where there are more than a few gaps. Words get a
    category of their own, also from a few gaps on. Other columns, such as those without gaps here, are filled with the
    median or the commonest word.
    """
    if profile.is_ticked:
        return "constant", "0" if profile.is_number else "no"
    if not profile.missing or not profile.present:
        return "median", ""
    words = not profile.is_number and profile.kind != "datetime"
    few = _FEW_WORDS if words else max(_FEW_GAPS, _FEW_GAPS_SHARE * profile.rows)
    return ("flagged" if profile.missing >= few else "median"), ""


def rows_lost_to_gaps(table: Table, spec: DataSpec) -> tuple[int, tuple[str, ...]]:
    """Return how many rows with a target are left out for empty cells of inputs, and these inputs.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    """
    names = tuple(c.name for c in spec.columns_of(spec.inputs) if c.missing == "drop" and table.field(c.name).missing)
    if not names:
        return 0, ()
    known = table.frame[list(spec.targets)].notna().all(axis=1)
    return int((known & table.frame[list(names)].isna().any(axis=1)).sum()), names


def with_gaps_filled(table: Table, spec: DataSpec) -> DataSpec:
    """Return the spec with what `gap_policy` suggests for inputs whose empty cells cost rows.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    """
    changed = []
    for name in rows_lost_to_gaps(table, spec)[1]:
        policy, fill = gap_policy(table.field(name))
        changed.append(spec.column(name).replace(missing=policy, fill=fill))
    return spec.with_columns(*changed)


def reasons_to_ignore(table: Table, targets: tuple[str, ...]) -> dict[str, str]:
    """Map columns to the reason why they are better not inputs, for columns that have one.

    Parameters
    ----------
    table : Table
    targets : tuple of str
    """
    found = {f.name: reason for f in table.fields if f.name not in targets and (reason := why_ignore(f))}
    giveaways: dict[str, str] = {}
    for target in targets:
        giveaways |= {n: r for n, r in find_giveaways(table, target).items() if n not in targets}
    copies = {
        n: tr("It is a copy of {name}.", name=of)
        for n, of in find_duplicates(table).items()
        if n not in targets and of not in targets
    }
    spoken_for = {*targets, *found, *giveaways, *copies}
    others = [n for n in table.column_names if n not in spoken_for]
    # With nothing else to learn from, a column that gives the target away is better than none.
    found = copies | (giveaways if others else {}) | found
    if len({*found, *targets}) == table.n_columns:
        # With nothing else to learn from, dates and numbers that count the rows are better than no input at all.
        spare = {f.name for f in table.fields if f.distinct > 1 and (f.kind == "datetime" or f.is_number)}
        found = {n: reason for n, reason in found.items() if n not in spare}
    return found


def why_ignore(profile: FieldProfile) -> str:
    """Return the reason why a column is better not an input, "" when there is none."""
    if profile.kind == "empty":
        return tr("It has no values.")
    if profile.is_ticked:
        return ""
    if profile.distinct == 1:
        return tr("It has the same value in every row.")
    if profile.missing > 0.5 * profile.rows:
        return tr("It has no value in {missing:,} of {rows:,} rows.", missing=profile.missing, rows=profile.rows)
    if is_id_like(profile):
        return tr("Its values number or name the rows.")
    if profile.kind == "datetime" and not is_time_of_day(profile.date_format):
        return tr("It holds dates; choose an encoding to use them.")
    if profile.kind == "text" and profile.distinct > _MANY_TEXTS:
        return tr("It holds {n:,} different texts.", n=profile.distinct)
    return ""


def is_id_like(profile: FieldProfile) -> bool:
    """Return whether the values number or name the rows.

    They do when they are texts of which hardly one occurs twice, whole numbers that count the rows from 0 or 1, long
    whole numbers of one length (article numbers), or different whole numbers under the name of an identifier.
    """
    if profile.rows < 3 or profile.missing:
        return False
    if profile.kind == "text":
        repeats = profile.present - profile.distinct
        return profile.distinct > 2 and (repeats <= 0.05 * profile.present or (repeats == 1 and profile.present >= 10))
    if profile.kind != "integer" or profile.minimum is None or profile.maximum is None:
        return False
    if profile.minimum >= 10 ** (_CODE_DIGITS - 1) and len(f"{profile.minimum:.0f}") == len(f"{profile.maximum:.0f}"):
        return profile.distinct >= 0.9 * profile.present
    if profile.distinct < profile.present:
        return False
    consecutive = profile.maximum - profile.minimum + 1 == profile.rows
    counts = consecutive and profile.minimum in (0, 1)
    named = bool(_COUNTER_NAME.search(profile.name.strip()))
    return counts or (consecutive and named) or bool(_ID_NAME.search(profile.name.strip()))


def _likely_weight(table: Table, targets: tuple[str, ...]) -> str:
    """Return the column that by its name and values weighs the rows, "" when there is none.

    A column called just "weight" may be the weight of a car; it weighs rows only where its mean is 1.
    """
    for f in table.fields:
        if f.name in targets or not f.is_number or f.missing or f.minimum is None or f.minimum < 0 or f.distinct < 2:
            continue
        name = f.name.strip().lower()
        if _WEIGHT_NAME.search(name) or (name in ("weight", "w", "wt") and f.mean and abs(f.mean - 1) < 0.05):
            return f.name
    return ""


def _likely_divider(table: Table, targets: tuple[str, ...]) -> str:
    """Return the column whose cells say train, validation or test, "" when there is none."""
    for f in cancellable_loop(table.fields):
        candidate = f.name not in targets and not f.missing and not f.is_number and 2 <= f.distinct <= 6
        if candidate and divides_rows(table.frame[f.name]):
            return f.name
    return ""


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


def _likely_split(table: Table, targets: tuple[str, ...], divider: str) -> SplitConfig:
    if divider:
        return SplitConfig(method="column", column=divider)
    if table.n_rows < _FEWEST_ROWS:
        return SplitConfig(method="random", train=1.0, validation=0.0, test=0.0)
    return SplitConfig(method="stratified" if _has_classes(table, targets) else "random")


def _has_classes(table: Table, targets: tuple[str, ...]) -> bool:
    if len(targets) != 1 or not table.field(targets[0]).present or table.field(targets[0]).distinct < 2:
        return False
    profile = table.field(targets[0])
    if profile.is_number and profile.distinct > 10:
        return False
    if not profile.is_number and profile.distinct > max(2, profile.present // 2):
        return False
    task, _ = infer_task("auto", [profile], [table.frame[profile.name].dropna()])
    return task.is_classification
