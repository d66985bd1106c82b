"""Ending a program in a test, and seeing that nothing is left of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getAllValidWrappers, isValid

from mlp_gui.app.program import Program


def end(program: Program, besides: Sequence[QThread] = ()) -> None:
    """Close the window without a question and check that nothing is left of the program.

    `besides` are the threads of another program, which lives on and may have begun others since. A thread that is left
    is stopped all the same: the tests that follow are none the worse.
    """
    window = program.window
    for widget in visible_widgets():
        if widget is not window:
            widget.close()
    program.session.project.discard_unsaved()
    window.close()
    program.close()
    window.close()  # the first one waits for a file that is being written, which has been withdrawn since
    assert not [timer for timer in program.findChildren(QTimer) if timer.isActive()]
    QApplication.processEvents()  # what was put off to the next turn of the loop still wants the widgets
    left = [t for t in running_threads() if t not in besides and owner_of(t) in (program, None)]
    for thread in left:
        thread.quit()
        thread.wait(10_000)
    assert not left
    assert not window.isVisible()
    for handler in tuple(logging.getLogger("mlp_gui").handlers):
        logging.getLogger("mlp_gui").removeHandler(handler)
        handler.close()
    delete(program)


def delete(program: Program) -> None:
    """Delete what is left of a closed program; plots that the layout does not hold have no parent to go with."""
    plots = program.window.workspace.existing_plots()
    for ended in (program, program.appearance, program.window):
        ended.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for plot in plots:
        if isValid(plot):
            plot.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def running_threads() -> list[QThread]:
    """The threads of Qt that are at work.

    From the binding's list: gc.get_objects() would hold a tuple that another thread is just making, whose maker then
    ends with a SystemError.
    """
    kinds = {QThread, *_subclasses(QThread)}  # to ask each of all objects for its type is slow when Qt's are among them
    return [o for o in getAllValidWrappers() if type(o) in kinds and isValid(o) and o.isRunning()]


def owner_of(thread: QThread) -> Program | None:
    """The program that a thread belongs to, if there is one."""
    ancestor = thread.parent()
    while ancestor is not None and not isinstance(ancestor, Program):
        ancestor = ancestor.parent()
    return ancestor


def _subclasses(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        yield below
        yield from _subclasses(below)


def visible_widgets() -> list[QWidget]:
    """The widgets of the windows that are on the screen.

    QApplication.topLevelWidgets() would wrap Qt's own hidden popups as well; Qt deletes those at will, and a wrapper
    that outlives its widget ends in a segmentation fault.
    """
    windows = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return [widget for window in windows if (widget := QWidget.find(window.winId())) is not None]
