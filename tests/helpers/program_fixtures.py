"""The whole program in its window, and a person who uses it; afterwards no thread, no window and no crash is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from helpers.cleanup import delete, end
from helpers.expand_sections import unfold
from helpers.person import Person
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase


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


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A made table with the target y, in a file."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=(90, 3))
    y = np.sin(x[:, 0]) + x[:, 1] * x[:, 2]
    path = tmp_path / "made.csv"
    np.savetxt(path, np.column_stack([x, y]), delimiter=",", header="p,q,r,y", comments="")
    return path


@pytest.fixture
def another(person: Person, qtbot) -> Iterator[Person]:
    """A second program, as after a restart."""
    program = Program(QApplication.instance())
    program.window.resize(1280, 800)
    program.window.show()
    qtbot.waitActive(program.window)
    yield Person(program, qtbot)
    program.session.project.discard_unsaved()
    program.window.close()
    program.close()
    delete(program)


@pytest.fixture
def busy(person):
    """The tutorial's run at epoch 30 with every step and every "More" unfolded."""
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.run.step_epochs(30)
    person.wait_for(Phase.PAUSED)
    unfold(person)
    return person
