"""Steps that tests of projects share: a table is dropped and trained, a project saved under a name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from helpers.person import Person
from mlp_gui.session.training.phase import Phase

CTRL = Qt.KeyboardModifier.ControlModifier


def step_tens(person: Person, tens: int) -> None:
    person.come_forward()
    for _ in range(tens):
        epoch = person.run.epoch
        person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        person.wait(lambda epoch=epoch: person.run.epoch == epoch + 10 and person.run.phase is Phase.PAUSED)
    person.settle()


def trained(person: Person, table: Path, tens: int = 1) -> None:
    person.drop(person.window, table)
    person.wait_ready()
    step_tens(person, tens)


def save_as(person: Person, path: Path) -> None:
    person.come_forward()
    person.press(Qt.Key.Key_S, CTRL)
    person.type_file_name(path)
    person.wait(lambda: person.program.session.project.path == str(path))


def trains(person: Person) -> bool:
    """Training takes a step by key and epochs by button."""
    epoch = person.run.epoch
    person.window.setFocus()
    person.press(Qt.Key.Key_Right)
    person.wait(lambda: person.run.epoch == epoch + 1)
    person.wait_for(Phase.PAUSED)
    return person.run.history[-1].train_loss == person.run.history[-1].train_loss
