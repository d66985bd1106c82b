"""The whole program in its window, and a person who uses it; afterwards no thread, no window and no crash is left."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mlp_gui.app.program import Program


@pytest.fixture
def person(qapp: QApplication, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """A fresh program at 1280 x 800 with settings and a log of its own."""
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "local"))
    qapp.setQuitOnLastWindowClosed(False)  # a quit would end the test's own event loops
    program = Program(qapp)
    program.window.resize(1280, 800)
    program.window.show()
    qtbot.waitUntil(program.window.isActiveWindow)
    somebody = Person(program, qtbot)
    yield somebody
    end(program)
    assert not somebody.crashes, somebody.crashes[0]


@pytest.fixture
def window(person: Person):
    return person.window


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
