"""The command `check`: the work of a whole class against its class file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mlp_gui.cli.options import parse_number
from mlp_gui.cli.output import Result, format_table
from mlp_gui.core.errors import UserError
from mlp_gui.export.project.class_file import is_class_file, sheet_in
from mlp_gui.export.project.class_sheet import ClassSheet
from mlp_gui.export.project.hand_in import SECONDS, HandIn, check_hand_in
from mlp_gui.export.project.run_format import read_bytes

NOT_ALL_HONEST = 3


def add_check_options(check: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    check.add_argument("files", metavar="FILE.mlp|FOLDER", nargs="+", help="work that pupils saved")
    check.add_argument(
        "--class-file", metavar="CLASS.mlp", help="what was handed out; without it each file is believed"
    )
    check.add_argument("--seconds", metavar="S", help=f"after which a repetition is given up (default: {SECONDS:g})")
    check.add_argument("--json", action="store_true", help="print one JSON object")


def check(options: argparse.Namespace) -> Result:
    """Check hand-ins one after the other; a file that cannot be checked says why and stops no other."""
    seconds = SECONDS if options.seconds is None else parse_number(options.seconds, "--seconds")
    given = options.class_file
    sheet = None if given is None else sheet_in(read_bytes(given), Path(given).name)
    found = [_checked(path, sheet, seconds) for path in _files(options.files, given)]
    honest = all(one.get("verdict") in ("honest", "unproven") for one in found)
    rows = [["file", "tasks", ""], *([one["file"], _count(one), one["said"]] for one in found)]
    return Result(format_table(rows), {"hand_ins": found}, 0 if honest else NOT_ALL_HONEST)


def _count(one: dict[str, Any]) -> str:
    return f"{one['reached']} of {len(one['tasks'])}" if "tasks" in one else "-"


def _files(named: list[str], class_file: str | None) -> list[Path]:
    """Return the files and those in the folders, but for the class file itself."""
    paths: list[Path] = []
    for name in named:
        path = Path(name)
        paths += sorted(path.glob("*.mlp")) if path.is_dir() else [path]
    own = None if class_file is None else Path(class_file).resolve()
    paths = [path for path in paths if path.resolve() != own]
    if not paths:
        raise UserError("There is nothing to check.", hint="Name .mlp files, or a folder that holds some.")
    return paths


def _checked(path: Path, sheet: ClassSheet | None, seconds: float) -> dict[str, Any]:
    try:
        data = read_bytes(path)
        if is_class_file(data):
            raise UserError(f"{path.name} is the class file, with nobody's work in it.")
        found: HandIn = check_hand_in(data, path.name, sheet, seconds)
    except UserError as error:
        return {"file": path.name, "verdict": "refused", "said": str(error), "error": error.to_dict()}
    return found.to_plain()
