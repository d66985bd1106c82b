"""Ctrl+C while the window starts: the program ends at once, without a traceback, and no library meets the exception."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from helpers.processes import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")

# The signal comes when a module is about to be read: deep in the import of others, which Qt's own do in C++.
PROGRAM = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
from mlp_gui.__main__ import main
sys.exit(main([]))
"""
MODULES = (
    "mlp_gui.app.main", "mlp_gui.data.open_table", "shiboken6", "PySide6.QtCore", "PySide6.QtGui",
    "mlp_gui.app.first_window", "mlp_gui.app.program",
)  # fmt: skip


def test_that_ctrl_c_at_any_moment_of_the_start_ends_the_program_in_order() -> None:
    children = {
        module: subprocess.Popen(
            [sys.executable, "-c", PROGRAM, module],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for module in MODULES
    }
    ended = {module: (child.communicate(timeout=240), child.returncode) for module, child in children.items()}
    for module, ((said, complaints), code) in ended.items():
        assert code == 128 + signal.SIGINT, f"{module}: {complaints}"
        assert said == ""
        assert complaints in ("", "Interrupted.\n"), module
