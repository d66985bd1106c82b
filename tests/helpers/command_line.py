"""The command line, called as a function or started as a process; both answer as `subprocess.run` does."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from mlp_gui.__main__ import main
from mlp_gui.cli import COMMANDS

Done = subprocess.CompletedProcess[str]
WITHOUT_DISPLAY = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}


def call(*arguments: str, cwd: Path | None = None) -> Done:
    """A command in this process: a hundred times as fast as one of its own."""
    assert arguments[0] in (*COMMANDS, "--help", "--version"), "this would open the window"
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd or Path.cwd()), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(list(arguments))
        except SystemExit as end:  # how argparse ends --help and --version
            code = int(end.code or 0)
    return subprocess.CompletedProcess(list(arguments), code, out.getvalue(), err.getvalue())


def start(*arguments: str, cwd: Path | None = None, encoding: str = "utf-8") -> Done:
    """A process without a display, as a person starts it on a server. encoding: what its output can say."""
    return subprocess.run(
        [sys.executable, "-m", "mlp_gui", *arguments], capture_output=True, text=True, encoding=encoding, cwd=cwd,
        env=WITHOUT_DISPLAY | {"PYTHONIOENCODING": encoding}, check=False,
    )  # fmt: skip
