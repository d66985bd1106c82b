"""Ending a program in a test, and seeing that nothing is left of it."""

from __future__ import annotations

import gc
import logging

from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mlp_gui.app.program import Program


def end(program: Program) -> None:
    """Close the window without a question and check that nothing is left of the program."""
    window = program.window
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()
    program.session.project.let_go()
    window.close()
    program.close()
    QApplication.processEvents()  # what was put off to the next turn of the loop still wants the widgets
    assert not running_threads()
    assert not window.isVisible()
    for handler in tuple(logging.getLogger("mlp_gui").handlers):
        logging.getLogger("mlp_gui").removeHandler(handler)
        handler.close()
    for ended in (program, program.appearance, window):
        ended.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def running_threads() -> list[QThread]:
    return [o for o in gc.get_objects() if isinstance(o, QThread) and isValid(o) and o.isRunning()]
