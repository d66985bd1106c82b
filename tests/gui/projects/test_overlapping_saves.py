"""Saves take a while: what is saved, opened or begun meanwhile neither gets lost nor lands in the wrong file."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

import mlp_gui.session.project.project_io
from helpers.person import Person
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CONTROL = Qt.KeyboardModifier.ControlModifier


class SlowDisk:
    """The first save to `path` waits until it is told to go on."""

    def __init__(self, path: Path) -> None:
        self.path, self.begun, self.go_on = path, Event(), Event()
        self.written = 0
        self._really_save = mlp_gui.session.project.project_io.save_project

    def save(self, path: str, *rest: object) -> str:
        if path == str(self.path) and not self.begun.is_set():
            self.begun.set()
            assert self.go_on.wait(60)
        said = self._really_save(path, *rest)
        self.written += path == str(self.path)
        return said


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    slow = SlowDisk(tmp_path / "work.mlp")
    monkeypatch.setattr(mlp_gui.session.project.project_io, "save_project", slow.save)
    return slow


def step(person: Person) -> None:
    epoch = person.run.epoch
    person.press(Qt.Key.Key_Right)
    person.wait(lambda: person.run.epoch == epoch + 1)
    person.wait_for(Phase.PAUSED)


def begin_to_save(person: Person, disk: SlowDisk) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()
    step(person)
    person.press(Qt.Key.Key_S, CONTROL)
    person.type_file_name(disk.path)
    person.wait(disk.begun.is_set)


def test_that_the_later_of_two_saves_is_what_the_file_holds(person: Person, disk: SlowDisk) -> None:
    begin_to_save(person, disk)
    step(person)
    person.press(Qt.Key.Key_S, CONTROL)
    person.type_file_name(disk.path)
    person.settle()
    assert person.window.isWindowModified()
    disk.go_on.set()
    person.wait(lambda: disk.written == 2)
    person.wait(lambda: "Saved work.mlp" in person.sentence())
    assert not person.window.isWindowModified()
    assert len(read_run(disk.path).history) == 2


def test_that_a_save_in_progress_does_not_give_its_name_to_another_table(
    person: Person, disk: SlowDisk, tmp_path: Path
) -> None:
    begin_to_save(person, disk)
    person.menu("File", "Open sample", "Iris")
    person.wait_ready()
    disk.go_on.set()
    person.wait(lambda: "Saved work.mlp" in person.sentence())
    old = disk.path.read_bytes()
    assert "work.mlp" not in person.window.windowTitle()
    person.window.activateWindow()
    person.window.windowHandle().requestActivate()
    step(person)
    person.press(Qt.Key.Key_S, CONTROL)
    person.dialog(QFileDialog)  # a new name is asked for
    person.leave_dialogs()
    assert disk.path.read_bytes() == old
