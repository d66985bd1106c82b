"""Undo and redo: one line for columns and settings, in the order in which a person chose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo(person) -> None:
    person.press(Qt.Key.Key_Z, CTRL)
    person.wait(lambda: not person.program.session.data.preparing)
    person.settle()


def redo(person) -> None:
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    person.wait(lambda: not person.program.session.data.preparing)
    person.settle()


def test_that_columns_and_settings_are_taken_back_in_the_order_in_which_they_were_chosen(person) -> None:
    person.program.open_sample("busan_beach")
    person.wait_ready()
    desk, run = person.program.session.data, person.run
    rate, spec = run.config.training.learning_rate, desk.spec
    person.fill(person.setting("training.learning_rate"), "0.5")
    person.settle()
    desk.set_spec(spec.replace(fit_on="all_rows"))
    person.wait_ready()
    person.fill(person.setting("training.batch_size"), "7")
    person.settle()
    assert person.window.actions_["undo"].toolTip() == "Take back: Batch size."
    undo(person)
    assert run.config.training.batch_size != 7
    assert desk.spec.fit_on == "all_rows"
    undo(person)
    assert desk.spec == spec
    assert run.config.training.learning_rate == 0.5
    undo(person)
    assert run.config.training.learning_rate == rate
    assert not person.window.actions_["undo"].isEnabled()
    for _ in range(3):
        redo(person)
    assert (run.config.training.learning_rate, run.config.training.batch_size) == (0.5, 7)
    assert desk.spec.fit_on == "all_rows"
    assert not person.window.actions_["redo"].isEnabled()


def test_that_a_number_that_is_spun_up_is_one_step_of_undo(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    before = person.run.config.training.max_epochs
    field = person.setting("training.max_epochs")
    person.fill(field, str(before))
    for _ in range(5):
        person.press(Qt.Key.Key_Up)
    person.settle()
    assert person.run.config.training.max_epochs != before
    undo(person)
    assert person.run.config.training.max_epochs == before


def test_that_a_started_run_says_why_its_network_cannot_be_taken_back(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    person.fill(person.setting("network.seed"), "5")
    person.settle()
    person.run.step_epochs(2)
    person.wait_for("paused")
    action = person.window.actions_["undo"]
    assert not action.isEnabled()
    assert action.toolTip() == "Reset the run to change this: the epochs so far belong to the old setting."


def test_that_another_table_begins_a_new_line(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    person.fill(person.setting("training.batch_size"), "9")
    person.settle()
    person.program.open_sample("busan_beach")
    person.wait_ready()
    assert not person.window.actions_["undo"].isEnabled()
