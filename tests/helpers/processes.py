"""Running a module of `helpers` as a program in a process of its own."""

from __future__ import annotations

import os
import sys

from helpers.paths import REPOSITORY, TESTS


def environment() -> dict[str, str]:
    """Return the environment in which such a program finds `helpers` and this checkout's `mlp_gui`."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (TESTS, REPOSITORY)))}


def command(module: str, *arguments: str) -> list[str]:
    """Return the command line that runs `helpers.<module>`; with -P it imports nothing from the current folder."""
    return [sys.executable, "-P", "-m", f"helpers.{module}", *arguments]
