"""The whole program in its window, and a person who uses it; afterwards no thread, no window and no crash is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.cleanup import end, running_threads, visible_widgets
from helpers.expand_sections import unfold
from helpers.patient_qtbot import PatientQtBot
from helpers.person import Person
from mlp_gui.app.program import Program
from mlp_gui.session.settings.settings import Settings
from mlp_gui.session.training.phase import Phase

_shared: list[Person] = []  # the one in front of the window that the tests of a module share, if they do


@contextmanager
def _in_front_of_a_program(qapp: QApplication, qtbot: PatientQtBot, folder: Path) -> Iterator[Person]:
    """A fresh program at 1280 x 800 with settings and a log of its own, ended afterwards."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MLP_GUI_SETTINGS", str(folder / "settings.ini"))
        environment.setenv("XDG_DATA_HOME", str(folder / "local"))
        qapp.setQuitOnLastWindowClosed(False)  # a quit would end the test's own event loops
        before = running_threads() if _shared else ()
        somebody = _seated(qapp, qtbot)
        yield somebody
        end(somebody.program, besides=before)
        assert not somebody.crashes, somebody.crashes[0]


def _seated(qapp: QApplication, qtbot: PatientQtBot) -> Person:
    program = Program(qapp)
    program.window.resize(1280, 800)
    program.window.show()
    qtbot.waitUntil(program.window.isActiveWindow)
    return Person(program, qtbot)


@contextmanager
def _put_aside(somebody: Person) -> Iterator[None]:
    """Hide a shared window, so that a test which has a program of its own does not meet it."""
    somebody.window.hide()
    try:
        yield
    finally:
        somebody.window.show()


@pytest.fixture
def fresh_person(qapp: QApplication, qtbot: PatientQtBot, tmp_path: Path) -> Iterator[Person]:
    """Somebody in front of a fresh program, for one test."""
    with ExitStack() as stack:
        for other in filter(lambda each: each.window.isVisible(), _shared):
            stack.enter_context(_put_aside(other))
        yield stack.enter_context(_in_front_of_a_program(qapp, qtbot, tmp_path))


@pytest.fixture
def person(request: pytest.FixtureRequest) -> Person:
    """The same; where a module or a test uses `shared_person` its program, brought back to its first page."""
    if "shared_person" in request.fixturenames:
        return begin_anew(request.getfixturevalue("shared_person"))
    fresh: Person = request.getfixturevalue("fresh_person")
    return fresh


def begin_anew(somebody: Person) -> Person:
    """Bring a window that was used back to its first page, with settings and layout as at first and no run."""
    session = somebody.program.session
    somebody.leave_dialogs()
    session.run.stop()
    somebody.wait(lambda: session.run.phase is not Phase.RUNNING)
    somebody.wait_idle()
    if session.run.phase not in (Phase.EMPTY, Phase.READY):
        session.run.reset()  # a test opens its own data: to open others before it costs as much again
        somebody.wait(lambda: session.run.phase in (Phase.EMPTY, Phase.READY))
        somebody.settle()
    session.project.discard_unsaved()
    if session.preferences.settings != Settings():
        session.preferences.settings = Settings()
        somebody.program.appearance.apply()
    somebody.window.workspace.reset_layout()
    somebody.window.show_workbench(False)
    somebody.settle()
    return somebody


@contextmanager
def shared_program(request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody in front of a program for the tests of a module; for modules with a `shared_person` of their own."""
    folder = request.getfixturevalue("tmp_path_factory").mktemp("shared")
    with _in_front_of_a_program(request.getfixturevalue("qapp"), PatientQtBot(request), folder) as somebody:
        _shared.append(somebody)
        try:
            yield somebody
        finally:
            _shared.remove(somebody)


@pytest.fixture(scope="module")
def shared_person(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody in front of a program that the tests of a module share.

    For tests that only look, or open all they look at: building a window takes a second. A test finds it as the one
    before left it, and brings what it needs: its data, its settings, its page.
    """
    with shared_program(request) as somebody:
        yield somebody


@pytest.fixture(autouse=True)
def _nothing_left_in_the_shared_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test has the shared window in front, and leaves neither a crash nor a second window."""
    if "shared_person" not in request.fixturenames:
        yield
        return
    somebody: Person = request.getfixturevalue("shared_person")
    before = visible_widgets()
    somebody.come_forward()
    QTest.mouseMove(somebody.window, QPoint(1, 1))  # away from what the test before pointed at
    yield
    somebody.settle()
    crashes, somebody.crashes[:] = list(somebody.crashes), []
    left = [widget for widget in visible_widgets() if widget not in before]
    for widget in left:
        widget.close()
    assert not crashes, crashes[0]
    assert somebody.window.isVisible()
    assert not left, f"windows left open: {left}"


@pytest.fixture
def window(person: Person):
    return person.window


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A made table with the target y, in a file."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(90, 3))
    y = np.sin(x[:, 0]) + x[:, 1] * x[:, 2]
    path = tmp_path / "made.csv"
    np.savetxt(path, np.column_stack([x, y]), delimiter=",", header="p,q,r,y", comments="")
    return path


@pytest.fixture(scope="module")
def second_program(qapp: QApplication, shared_person: Person, request: pytest.FixtureRequest) -> Iterator[Person]:
    """Somebody in front of a second program with the same settings; between the tests its window is hidden."""
    before = running_threads()
    with _put_aside(shared_person):
        somebody = _seated(qapp, PatientQtBot(request))
    somebody.window.hide()
    _shared.append(somebody)
    yield somebody
    _shared.remove(somebody)
    end(somebody.program, besides=before)
    assert not somebody.crashes, somebody.crashes[0]


@pytest.fixture
def another(request: pytest.FixtureRequest, qapp: QApplication, qtbot: PatientQtBot) -> Iterator[Person]:
    """A second program beside the first one, as after a restart; beside a shared one, one that is shared as well."""
    if "shared_person" in request.fixturenames and "fresh_person" not in request.fixturenames:
        somebody: Person = request.getfixturevalue("second_program")
        somebody.window.show()
        somebody.come_forward()
        yield begin_anew(somebody)
        somebody.leave_dialogs()
        somebody.program.session.project.discard_unsaved()
        somebody.window.hide()
        crashes, somebody.crashes[:] = list(somebody.crashes), []
        assert not crashes, crashes[0]
        return
    request.getfixturevalue("fresh_person" if "fresh_person" in request.fixturenames else "person")
    before = running_threads()
    somebody = _seated(qapp, qtbot)
    yield somebody
    end(somebody.program, besides=before)


@pytest.fixture
def busy(person):
    """The tutorial's run at epoch 30 with every step and every "More" unfolded."""
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    unfold(person)
    return person
