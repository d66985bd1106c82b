"""Options of `train` about rows: how they are divided, and which are left out."""

from __future__ import annotations

import argparse
from typing import Any

from mlp_gui.cli.options import parse_integer, parse_number
from mlp_gui.core.errors import UserError
from mlp_gui.core.params import param_of
from mlp_gui.data.columns.table import Table
from mlp_gui.data.leakage.split_proposal import complete_split
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.data.splits.split_config import BY_TIME, WITH_COLUMN, SplitConfig

# Option -> setting of the split.
_WHOLE_NUMBERS = {
    "split_gap": "gap",
    "split_blocks": "blocks",
    "test_every": "test_every",
    "validation_every": "validation_every",
}
_TEXTS = {"validation_from": "validation_from", "test_from": "test_from", "split_period": "period"}
ROW_OPTIONS = (
    *("split", "split_method", "split_column", "stratify_groups", *_WHOLE_NUMBERS, *_TEXTS),
    *("leave_out", "leave_out_rows", "leave_out_time"),
)


def add_row_options(train: argparse.ArgumentParser) -> None:
    """Add the options to the command `train`."""
    methods = "|".join(name for name, _ in param_of(SplitConfig, "method").choices)
    add = train.add_argument
    add("--split", metavar="A,B,C", help="shares of training, validation and test: 0.7,0.15,0.15")
    add("--split-method", metavar=methods)
    words = "a column that says train, validation or test; with grouped the group of a row, with time_order or periods"
    add("--split-column", metavar="NAME", help=f"{words} its time")
    add("--split-gap", metavar="N", help="rows that are left out before each border between two subsets")
    add("--split-blocks", metavar="N", help="blocks of neighbouring rows, with blocked")
    add(
        "--stratify-groups",
        action="store_true",
        default=None,
        help="with grouped: high and low targets in every subset",
    )
    add("--validation-from", metavar="DATE", help="with time_order: where the validation rows begin")
    add("--test-from", metavar="DATE", help="with time_order: where the test rows begin")
    periods = "|".join(name for name, _ in param_of(SplitConfig, "period").choices)
    add("--split-period", metavar=periods, help="with periods: how long one is")
    add("--test-every", metavar="N", help="with periods: every N-th is for the test")
    add("--validation-every", metavar="N", help="with periods: of the others, every N-th is for validation")
    words = "rows that are not used, by a condition: --leave-out 'flow > 1000 and station = \"A\"'"
    add("--leave-out", metavar="CONDITION", action="append", help=words)
    add("--leave-out-rows", metavar="N,N-N", help="rows that are not used, by number: --leave-out-rows 318,400-410")
    words = "rows that are not used, from one date to another: --leave-out-time 2009-01-01..2009-12-31"
    add("--leave-out-time", metavar="FROM..TO", action="append", help=words)


def split_settings(options: argparse.Namespace, now: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of the split that options name.

    Parameters
    ----------
    options : Namespace
    now : dict
        The settings without them: a method that asks for another kind of column does not take theirs.

    Raises
    ------
    UserError
        If a number cannot be read.
    """
    plain: dict[str, Any] = {}
    if options.split is not None:
        shares = [parse_number(share, "--split") for share in options.split.split(",")]
        if len(shares) != 3:
            raise UserError("--split needs three shares.", hint="For example --split 0.7,0.15,0.15")
        plain |= dict(zip(("train", "validation", "test"), shares, strict=True))
    if options.split_method is not None:
        plain["method"] = options.split_method.replace("-", "_")
        if now["method"] != plain["method"] and not {now["method"], plain["method"]} <= {*BY_TIME}:
            plain["column"] = ""
    if options.split_column is not None:
        plain |= {"method": plain.get("method", "column"), "column": options.split_column}
    if options.seed is not None:
        plain["seed"] = parse_integer(options.seed, "--seed")
    given = vars(options)
    for option, name in _WHOLE_NUMBERS.items():
        if given[option] is not None:
            plain[name] = parse_integer(given[option], "--" + option.replace("_", "-"))
    plain |= {name: given[option] for option, name in _TEXTS.items() if given[option] is not None}
    if plain.keys() & {"method", "column"}:
        plain["reason"] = ""  # it is no proposal any more
    return plain | ({"stratify": True} if options.stratify_groups else {})


def with_column(split: SplitConfig, table: Table, targets: tuple[str, ...], method: str | None) -> SplitConfig:
    """Return the split with the column of dates or of groups that suggests itself, where it asks for one.

    Parameters
    ----------
    split : SplitConfig
    table : Table
    targets : tuple of str
    method : str or None
        The one that an option names: years are then shortened to periods of which some are for the test.

    Raises
    ------
    UserError
        If there is none.
    """
    found = complete_split(split, table, targets)
    if found.method in WITH_COLUMN and not found.column:
        raise UserError("Which column divides the rows?", hint="Name it with --split-column.")
    return found if method else split.replace(column=found.column)


def read_left_out(options: argparse.Namespace, table: Table, spec: DataSpec) -> tuple[LeftOut, ...]:
    """Return which rows options leave out.

    Parameters
    ----------
    options : Namespace
    table : Table
    spec : DataSpec
        Its split may name the column that says when a row was.

    Raises
    ------
    UserError
        If what is left out cannot be read, or there is no column of dates.
    """
    found = [LeftOut(rows=options.leave_out_rows)] if options.leave_out_rows else []
    found += [LeftOut(condition=text) for text in options.leave_out or ()]
    column = spec.split.column if spec.split.method in BY_TIME else table.date_column
    for text in options.leave_out_time or ():
        first, dots, last = text.partition("..")
        if not dots:
            raise UserError(
                f"{text!r} in --leave-out-time is no stretch of time.",
                hint="For example --leave-out-time 2009-01-01..2009-12-31",
            )
        if not column:
            raise UserError(f"{table.name} has no column of dates that its rows follow.")
        found.append(LeftOut(column=column, first=first.strip(), last=last.strip()))
    for entry in found:
        entry.matches(table)  # refuses rows and dates that there are not
    return tuple(found)
