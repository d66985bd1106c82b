"""Write the golden files anew. Only on purpose: they hold what must not change, so another number is other behaviour.

    PYTHONPATH=.:tests QT_QPA_PLATFORM=offscreen python tests/golden/make_golden.py [--projects]

Without `--projects` the project files stay as they are (they stand for files that people have) and everything that is
made from them is written anew. `projects/version_1.mlp` is never written: see README.md. Look at the difference with
git before you commit it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from golden_commands import commands
from golden_exports import MODELS, all_contents
from golden_files import FOLDER, PROJECTS, machine, packed, write_arrays, write_json
from golden_histories import histories, scores, stops
from golden_made import make_projects
from golden_names import names
from golden_projects import NAMES, continuation, runs_of, shape_of_state
from golden_settings import found_choices, keys_in, text_in, use_program, write_choices
from PySide6.QtWidgets import QApplication

SCRATCH = Path(tempfile.mkdtemp(prefix="golden-"))


def folder_of() -> Path:
    return Path(tempfile.mkdtemp(dir=SCRATCH))


def write_settings(app: QApplication) -> None:
    """The file itself, what is found in it, and the keys after a use of the program."""
    path = Path(os.environ["MLP_GUI_SETTINGS"])
    write_choices()
    (FOLDER / "settings.ini").write_bytes(path.read_bytes())
    found = found_choices()
    use_program(app)
    write_json("settings", {"found": found, "keys": keys_in(path), "panels": text_in(path, "present_panels")})


def main() -> None:
    os.environ |= {"MLP_GUI_SETTINGS": str(SCRATCH / "settings.ini"), "XDG_DATA_HOME": str(SCRATCH / "local")}
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    if "--projects" in sys.argv:
        make_projects(PROJECTS, SCRATCH)
    write_json("machine", machine())
    write_arrays("histories", histories())
    write_arrays("continuations", {f"{n}.{part}": a for n in NAMES for part, a in continuation(n).items()})
    write_json("projects", {n: {"runs": runs_of(n), "state": shape_of_state(n)} for n in NAMES})
    for model in MODELS:
        (FOLDER / "exports" / f"{model}.zip").write_bytes(packed(all_contents(model)))
    write_json("results", {"scores": scores(), "stops": stops()})
    write_json("names", names())
    write_json("commands", commands(folder_of))
    write_settings(app)


if __name__ == "__main__":
    main()
