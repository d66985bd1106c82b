"""All leaks of a table as it is used, the surest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import join_names, tr, tr_n
from mlp_gui.data.columns.table import Table
from mlp_gui.data.derived.derived_column import parse_all
from mlp_gui.data.derived.reach import columns_with_target
from mlp_gui.data.leakage.future_inputs import describe_parts, describe_shifted, find_parts, find_shifted
from mlp_gui.data.leakage.giveaways import find_giveaways
from mlp_gui.data.leakage.groups import find_groups
from mlp_gui.data.leakage.leak import Cure, Leak
from mlp_gui.data.leakage.ordered_rows import find_ordered_rows
from mlp_gui.data.leakage.row_copies import find_row_copies

Parts = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
_NAMED = 6


@np.errstate(over="ignore", invalid="ignore")  # steps between numbers near the ends of the double range
def find_leaks(
    table: Table,
    inputs: Sequence[str],
    targets: tuple[str, ...],
    parts: Parts,
    by_chance: bool,
    left_out: Collection[str] = (),
) -> tuple[Leak, ...]:
    """Return what would make the scores of held-out rows better than those of new rows.

    Parameters
    ----------
    table : Table
    inputs, targets : sequence of str
        The columns in use.
    parts : tuple of ndarray
        The rows of training, validation and test.
    by_chance : bool
        Whether single rows were divided by chance.
    left_out : collection of str
        Columns that the program has left out; those that gave a target away are named once more.
    """
    made = columns_with_target(parse_all(table.derived), inputs, targets) if table.derived else {}
    others = [name for name in inputs if name not in made]
    leaks = _of_derived(made, bool(others))
    leaks += [leak for target in targets for leak in _of_columns(table, others, target, left_out)]
    if not len(parts[1]) and not len(parts[2]):
        return tuple(leaks)
    if by_chance:
        used = np.sort(np.concatenate(parts))
        leaks += filter(None, (find_groups(table, targets, parts), find_ordered_rows(table, targets[0], used)))
    return (*leaks, *_of_rows(table, (*inputs, *targets), parts))


def _of_derived(made: Mapping[str, str], others: bool) -> list[Leak]:
    return [
        Leak(
            "giveaway",
            tr(
                "{name} is derived from {target} of the same row, which nobody knows when a prediction is made. Take "
                "an earlier row: lag({target}, 1).",
                name=name,
                target=target,
            ),
            (leave_out((name,)),) if others else (),
        )
        for name, target in made.items()
    ]


def _of_columns(table: Table, inputs: Sequence[str], target: str, left_out: Collection[str]) -> list[Leak]:
    giveaways = find_giveaways(table, target)
    used = set(inputs)
    leaks = [
        Leak("giveaway", tr("{name}: {sentence}", name=name, sentence=said), (leave_out((name,)),))
        for name, said in giveaways.items()
        if name in used and used - giveaways.keys()
    ]
    gone = [name for name in giveaways if name in left_out and name not in used]
    if gone:
        said = tr_n(
            "{names} is left out: it would give the target {target} away.",
            "{names} are left out: they would give the target {target} away.",
            len(gone),
            names=join_names(gone, _NAMED),
            target=target,
        )
        leaks.append(Leak("giveaway", said))
    others = [name for name in inputs if name not in giveaways]
    leaks += [
        Leak("future", describe_shifted(name, target, later), (leave_out((name,)),))
        for name, later in find_shifted(table, target, others).items()
    ]
    how, made_of = find_parts(table, target, others)
    if how:
        cures = (leave_out(made_of),) if len(used) > len(made_of) else ()
        leaks.append(Leak("parts", describe_parts(how, target, made_of), cures))
    return leaks


def _of_rows(table: Table, names: Sequence[str], parts: Parts) -> list[Leak]:
    found = find_row_copies(table, names, parts)
    if found is None:
        return []
    leaks = []
    if found.exact:
        said = tr_n(
            "{n:,} of {held:,} rows for validation and test has the same inputs and target as a training row.",
            "{n:,} of {held:,} rows for validation and test have the same inputs and target as a training row.",
            found.exact,
            held=found.held_out,
        )
        leaks.append(Leak("copies", said, (Cure(tr("Leave the copies out"), copies_within=0.0),)))
    if found.near:
        said = tr_n(
            "{n:,} of {held:,} rows for validation and test is nearly a training row: no column differs by more than "
            "{tolerance:g} standard deviations.",
            "{n:,} of {held:,} rows for validation and test are nearly training rows: no column differs by more than "
            "{tolerance:g} standard deviations.",
            found.near,
            held=found.held_out,
            tolerance=float(f"{found.tolerance:.1g}"),
        )
        cure = Cure(tr("Leave near copies out"), copies_within=found.tolerance)
        leaks.append(Leak("copies", said, (cure,)))
    return leaks


def leave_out(names: tuple[str, ...]) -> Cure:
    """Return the cure that makes columns no inputs."""
    # Without their names, which may be longer than a button can be; the sentence has them.
    return Cure(tr("Leave it out") if len(names) == 1 else tr("Leave them out"), ignored=names)
