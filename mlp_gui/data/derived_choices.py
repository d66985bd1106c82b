"""Derived columns as a person chooses them: added, taken away, and the target some rows ahead."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.derived.derived_column import looking_ahead, parse_all, parse_derived
from mlp_gui.data.derived.tokens import quoted_name
from mlp_gui.data.preprocessing.spec import ColumnRole, ColumnSpec, DataSpec


def with_derived(spec: DataSpec, *texts: str) -> DataSpec:
    """Return a spec with more derived columns: inputs, unless they look ahead, which only a target may.

    Parameters
    ----------
    spec : DataSpec
    *texts : str
        Declarations such as "rain_lag1 = lag(rain, 1)"; one of a name that is there replaces it.

    Raises
    ------
    UserError
        If one cannot be read.
    """
    new = {parse_derived(text).name: text for text in texts}
    known = {c.name for c in spec.columns}
    added = [name for name in new if name not in known]
    kept = [new.pop(name, text) for name, text in zip(spec.derived_names, spec.derived, strict=True)]
    derived = (*kept, *new.values())
    ahead = looking_ahead(parse_all(derived))
    columns = [ColumnSpec(n, role=ColumnRole.IGNORED if n in ahead else ColumnRole.INPUT) for n in added]
    return spec.replace(derived=derived).with_columns(*columns)


def declared(spec: DataSpec, texts: Sequence[str]) -> DataSpec:
    """Return a spec with these derived columns and no others; what was chosen for those that stay is kept.

    Parameters
    ----------
    spec : DataSpec
    texts : sequence of str
        Declarations.

    Raises
    ------
    UserError
        If one cannot be read.
    """
    names = {column.name for column in parse_all(texts)}
    gone = set(spec.derived_names) - names
    kept = spec.replace(derived=(), columns=tuple(c for c in spec.columns if c.name not in gone))
    return with_derived(kept, *texts)


def formula_of(spec: DataSpec, name: str) -> str:
    """Return the formula of a derived column, "" for a column of the file.

    Parameters
    ----------
    spec : DataSpec
    name : str
    """
    if name not in spec.derived_names:
        return ""
    return parse_derived(spec.derived[spec.derived_names.index(name)]).formula_text


def with_horizon(spec: DataSpec, ahead: str, with_present: bool = True) -> DataSpec:
    """Return a spec that forecasts: each target is its value some rows later.

    Parameters
    ----------
    spec : DataSpec
        With its targets.
    ahead : str
        What stands in `lead` behind the column: "1", or "1, by=station, order=date".
    with_present : bool
        Whether the present value becomes an input.

    Raises
    ------
    UserError
        If there is no target, or `ahead` is not of that form.
    """
    if not spec.targets:
        raise UserError(tr("No target is chosen."), hint=tr("Choose the column to forecast."))
    rows = ahead.partition(",")[0].strip()
    made = {name: f"{name}_ahead{rows}" for name in spec.targets}
    texts = [f"{quoted_name(new)} = lead({quoted_name(name)}, {ahead})" for name, new in made.items()]
    targets = [_of_numbers(spec.column(name), new) for name, new in made.items()]
    role = ColumnRole.INPUT if with_present else ColumnRole.IGNORED
    now = [spec.column(name).replace(role=role, reason="", smearing=False) for name in made]
    return with_derived(spec, *texts).with_columns(*now, *targets)


def _of_numbers(column: ColumnSpec, name: str) -> ColumnSpec:
    """Return the choices about a column for one that is derived from it: its cells are read already."""
    return ColumnSpec(
        name, column.role, column.missing, column.fill, scaling=column.scaling, transform=column.transform,
        encoding=column.encoding, smearing=column.smearing,
    )  # fmt: skip


def split_declarations(text: str) -> tuple[str, ...]:
    """Return the declarations of a text, which stand in lines or between semicolons.

    Parameters
    ----------
    text : str
    """
    parts, start, quote = [], 0, ""
    for at, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in '`"':
            quote = letter
        elif letter in ";\n":
            parts.append(text[start:at])
            start = at + 1
    return tuple(part.strip() for part in (*parts, text[start:]) if part.strip())
