"""Two windows with one project: neither replaces the other's work without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from helpers.person import Person
from helpers.project_steps import CTRL, save_as, step_tens, trained
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def both(person: Person, another: Person, table: Path, tmp_path: Path) -> tuple[Person, Person]:
    """The other one has opened the project; then the first one has trained on and saved."""
    trained(person, table)
    save_as(person, tmp_path / "work.mlp")
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    for _ in range(2):  # one's own saves are nobody else's
        step_tens(person, 1)
        save(person)
    step_tens(another, 1)
    another.press(Qt.Key.Key_S, CTRL)
    assert another.dialog(QMessageBox).text() == "work.mlp has changed since it was opened or saved here."
    return person, another


def save(person: Person) -> None:
    person.press(Qt.Key.Key_S, CTRL)
    person.wait(lambda: not person.window.isWindowModified() and person.sentence().startswith("Saved work.mlp"))


def epochs(path: Path) -> int:
    return len(read_run(path).history)


def test_that_cancel_leaves_the_file_and_the_work_as_they_are(both, tmp_path: Path) -> None:
    _, another = both
    another.answer("Cancel")
    assert epochs(tmp_path / "work.mlp") == 30
    assert another.window.isWindowModified()


def test_that_the_work_goes_to_a_file_of_its_own_or_replaces_the_other(both, tmp_path: Path) -> None:
    person, another = both
    another.answer("Save as")
    another.type_file_name(tmp_path / "mine.mlp")
    another.wait(lambda: not another.window.isWindowModified() and (tmp_path / "mine.mlp").exists())
    assert (epochs(tmp_path / "work.mlp"), epochs(tmp_path / "mine.mlp")) == (30, 20)
    (tmp_path / "mine.mlp").replace(tmp_path / "work.mlp")
    person.come_forward()
    person.press(Qt.Key.Key_S, CTRL)
    person.answer("Replace")
    person.wait(lambda: epochs(tmp_path / "work.mlp") == 30)
    person.wait(lambda: person.sentence().startswith("Saved work.mlp"))
