"""Which part of a file is the table: a sheet and a range of a workbook, a table of a database or a query."""

from __future__ import annotations

import argparse

PARTS = {"sheet": "sheet", "cells": "range", "query": "query"}  # setting of a dialect -> option


def add_part_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say which part of a file is read."""
    command.add_argument(
        "--sheet",
        metavar="NAME",
        help="the sheet of a workbook, or the table of a database; default: the first one with cells",
    )
    command.add_argument("--range", metavar="A1:F200", help="the cells of the sheet; B:F means whole columns")
    command.add_argument("--query", metavar="SELECT", help="what is read of a database, in place of one of its tables")


def chosen_part(options: argparse.Namespace) -> dict[str, str]:
    """Return what was said about the part, as `open_table.with_part` takes it."""
    return {setting: getattr(options, option) or "" for setting, option in PARTS.items()}
