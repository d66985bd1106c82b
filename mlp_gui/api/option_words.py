"""Settings by keyword become the words of the command line, whose parser knows what they mean."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from mlp_gui.cli.main import parser
from mlp_gui.core.errors import UserError


def quoted_names(names: Iterable[str]) -> str:
    """Return names of columns as an option takes them, whatever commas they hold."""
    quoted = ('"' + str(name).replace('"', '""') + '"' for name in names)
    return ",".join(quoted)


def option_words(name: str, value: Any) -> list[str]:
    """Return a setting as the words of the command line, whose parser then knows what it means."""
    flag = "--" + name.replace("_", "-")
    if value is None:
        return []
    if value is True or value is False:
        return [flag if value else f"--no-{flag[2:]}"]
    if name in ("inputs", "by"):
        return [f"{flag}={quoted_names([value] if isinstance(value, str) else value)}"]
    if name in ("derive", "leave_out", "leave_out_time") and not isinstance(value, str):
        return [f"{flag}={each}" for each in value]
    if isinstance(value, Mapping):
        return [f"{flag}={','.join(f'{key}={each}' for key, each in value.items())}"]
    if isinstance(value, list | tuple):
        return [f"{flag}={','.join(map(str, value)) or '0'}"]
    return [f"{flag}={value}"]


def parse_words(words: list[str]) -> argparse.Namespace:
    """Read the words of `train`; UserError for an option that there is not, or that writes files."""
    refused = ("--out", "--history", "--json", "--resume", "--every", "--help", "--by")
    for word in words:
        if word.partition("=")[0] in refused:
            raise UserError(f"There is no setting {word.partition('=')[0][2:]!r} here.")
    return parser().parse_args(words)
