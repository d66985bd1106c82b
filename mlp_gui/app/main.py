"""Starting the windowed program: checks first, then Qt, then the window, then the file that was named."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from functools import partial
from typing import NoReturn, TextIO

from mlp_gui.app.environment_checks import check_binding, check_display, drop_senseless_scale
from mlp_gui.app.interpreter_tuning import import_without_inspection
from mlp_gui.core.errors import UserError
from mlp_gui.core.termination import end_at_once_on_signals


def start(arguments: list[str]) -> int:
    """Open the window; returns the exit code (2 when it cannot open, said in one sentence on stderr)."""
    from mlp_gui.data.open_table import describe_table_kinds

    description = f"Open the window. FILE is {describe_table_kinds()}, a saved run (.mlp) or sample:NAME."
    parser = argparse.ArgumentParser(prog="mlp-gui", description=description)
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--preset", choices=("tutorial",), help="open a known run with its data and settings")
    parser.add_argument("--install-desktop", action="store_true", help="add the program to the desktop's menu (Linux)")
    parser.add_argument("--remove-desktop", action="store_true", help="take it away again")
    parser.add_argument("--self-test", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        if options.install_desktop or options.remove_desktop:
            return _desktop(options)
        # Until there is an event loop that can end in order. Qt's modules abort when an exception meets their import.
        end_at_once_on_signals()
        check_display()
        if warning := drop_senseless_scale():
            _say(warning)
        check_binding()
    except UserError as error:
        _say(str(error))
        return 2
    return _run(options)


def _desktop(options: argparse.Namespace) -> int:
    from mlp_gui.app.desktop import menu_entry

    _say(menu_entry.install() if options.install_desktop else menu_entry.remove(), sys.stdout)
    return 0


def _run(options: argparse.Namespace) -> int:
    """Show the window with its first page, then import and build the rest when that is painted."""
    gc.disable()  # before there is any widget; the program collects by a timer from its GarbageCollector on
    # Not before the checks: without a display, or with a broken binding, Qt ends the process.
    from mlp_gui.app.application import Application

    import_without_inspection()
    from mlp_gui.app import language
    from mlp_gui.app.first_window import FirstWindow
    from mlp_gui.app.startup import Startup
    from mlp_gui.app.termination_signals import TerminationSignals
    from mlp_gui.session.settings.preferences import Preferences

    if options.self_test:  # a test of the program must not touch what a person has set
        os.environ["MLP_GUI_SETTINGS"] = os.path.join(options.self_test, "settings.ini")
    app = Application(sys.argv[:1])  # Qt would read the other arguments as options of its own
    TerminationSignals(app)
    preferences = Preferences()
    settings = preferences.settings
    language.install_language(settings.language, settings.number_format)
    try:
        front = FirstWindow(app, preferences)
    except Exception:
        _cannot_start(app)
    opening = Startup(app, front, options)
    opening.failed.connect(partial(_cannot_start, app))
    opening.begin()
    code = app.exec()
    return opening.end(code)


def _cannot_start(app: object) -> NoReturn:
    """Show, in a box of its own, an error that came before any window, and keep it in the log."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from mlp_gui.app.crash_handler import log, log_path
    from mlp_gui.core.translation import tr

    log.exception("the program could not start")
    sentence = tr("mlp_gui could not start. The details are in {path}.", path=log_path())
    _say(sentence)
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":  # where nobody could close it
        box = QMessageBox(QMessageBox.Icon.Critical, "mlp_gui", "")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a folder's name may look like HTML
        box.setText(sentence)
        box.exec()
    os._exit(1)  # half-built parts hold a thread, with which Qt would abort


def _say(sentence: str, where: TextIO | None = None) -> None:
    """Write on stderr unless told otherwise; on Windows a windowed program has neither."""
    where = where or sys.stderr
    if where is not None:
        print(sentence, file=where)
