"""Starting the windowed program: checks first, then Qt, then the window, then the file that was named."""

from __future__ import annotations

import argparse
import sys

from mlp_gui.app.checks import check_binding, check_display
from mlp_gui.core.errors import UserError

DESCRIPTION = "Open the window. FILE is a CSV file, a saved run (.mlp) or sample:NAME."


def start(arguments: list[str]) -> int:
    """Open the window; returns the exit code (2 when it cannot open, said in one sentence on stderr)."""
    parser = argparse.ArgumentParser(prog="mlp-gui", description=DESCRIPTION)
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--preset", choices=("tutorial",), help="open a known run with its data and settings")
    parser.add_argument("--self-test", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        check_display()
        check_binding()
    except UserError as error:
        _say(str(error))
        return 2
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from mlp_gui.app.program import Program
    from mlp_gui.app.self_test import SelfTest

    app = QApplication(sys.argv[:1])
    app.setApplicationName("mlp_gui")
    app.setApplicationDisplayName("mlp_gui")
    app.setDesktopFileName("mlp_gui")
    program = Program(app)
    program.window.show()
    if not options.self_test:
        program.project.offer_recovery()
    if options.preset:
        program.open_preset(options.preset)
    elif options.file:
        program.open(options.file)
    test = SelfTest(program, options.self_test) if options.self_test else None
    if test is not None:
        QTimer.singleShot(0, test.begin)
    code = app.exec()
    program.close()
    return code if test is None else test.code


def _say(sentence: str) -> None:
    """On Windows a windowed program has no stderr."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
