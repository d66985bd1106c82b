"""In every phase the buttons, menu entries and shortcuts are what session/phase.py's table says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from mlp_gui.session.training.phase import Phase, RunCommand, disabled_reason
from mlp_gui.views.shell.actions import ACTIONS
from mlp_gui.views.training.control_bar import PRIMARY

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ready(person) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()


def running(person) -> None:
    """A run that ends only when it is stopped."""
    ready(person)
    person.fill(person.setting("training.max_epochs"), "1000000")
    person.wait_ready()
    person.window.setFocus()
    person.click(person.window.control_bar.primary)
    person.wait(lambda: person.run.epoch > 0)
    person.settle()


def paused(person) -> None:
    ready(person)
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)


def finished(person) -> None:
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FINISHED)


def failed(person) -> None:
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.fill(person.setting("training.learning_rate"), "1e6")
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FAILED)


REACH: dict[Phase, Callable] = {
    Phase.EMPTY: lambda person: None,
    Phase.READY: ready,
    Phase.RUNNING: running,
    Phase.PAUSED: paused,
    Phase.FINISHED: finished,
    Phase.FAILED: failed,
}


def controls(person) -> list[tuple[str, object, RunCommand]]:
    """Everything a person can press, with the command it gives."""
    window = person.window
    bar, head = window.control_bar, window.experiment.data.source
    found = [(spec.name, window.actions_[spec.name], RunCommand(spec.command)) for spec in ACTIONS if spec.command]
    found += [("step button", bar.step, RunCommand.STEP), ("reset button", bar.reset, RunCommand.RESET)]
    found += [("export button", bar.export, RunCommand.EXPORT)]
    found += [("go on", bar.step.go_on, RunCommand.TRAIN), *((a.text(), a, RunCommand.STEP) for a in bar.step.steps)]
    found += [("repeat button", bar.repeat, RunCommand.STUDY)]
    found += [("primary", bar.primary, RunCommand(PRIMARY[person.run.phase.value].command))]
    found += [("panel open", head.open, RunCommand.OPEN), ("panel sample", head.sample, RunCommand.OPEN)]
    found += [(name, b, RunCommand.EXPORT) for name, b in window.experiment.export_panel.buttons.items()]
    file_menu = window.actions_.menus["File"]
    for action in file_menu.actions():
        if action.text() in ("Open sample", "Open recent"):
            found.append((action.text(), action, RunCommand.OPEN))
    return found


@pytest.mark.parametrize("phase", list(Phase))
def test_that_all_controls_agree_with_the_phase_table(request, phase: Phase) -> None:
    person = request.getfixturevalue("fresh_person" if phase is Phase.EMPTY else "person")
    REACH[phase](person)
    assert person.run.phase is phase
    for name, control, command in controls(person):
        reason = disabled_reason(command, phase)
        assert control.isEnabled() == (reason is None), f"{name} in {phase}: {reason}"
        assert reason is None or control.toolTip() == reason, name
    train = person.window.actions_["train"]
    expected = {Phase.RUNNING: "Stop", Phase.EMPTY: "Train", Phase.READY: "Train"}
    assert train.text() == expected.get(phase, "Resume")
    assert train.isEnabled() == (phase is not Phase.EMPTY)
    assert person.window.control_bar.state.text() in (phase.value.capitalize(), "No data")
    assert person.window.control_bar.primary.text() == PRIMARY[phase.value].text
    if phase is Phase.RUNNING:
        person.press(Qt.Key.Key_Space)
        person.wait_for(Phase.PAUSED)


def test_that_space_trains_stops_and_goes_on(person) -> None:
    running(person)
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.PAUSED)
    epoch = person.run.epoch
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: person.run.epoch > epoch + 10)
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.PAUSED)


def test_that_shortcuts_of_what_is_not_allowed_do_nothing(fresh_person) -> None:
    person = fresh_person
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_R, CONTROL)
    person.settle()
    assert person.run.phase is Phase.EMPTY
    ready(person)
    person.press(Qt.Key.Key_R, CONTROL)
    person.press(Qt.Key.Key_E, CONTROL)
    person.press(Qt.Key.Key_P, CONTROL)
    person.settle()
    assert person.no_dialog()
    assert person.run.phase is Phase.READY
    assert not person.window.experiment.export_step.is_open()


def test_that_nothing_can_be_opened_by_key_while_it_trains(person) -> None:
    running(person)
    person.press(Qt.Key.Key_O, CONTROL)
    person.press(Qt.Key.Key_E, CONTROL)
    person.press(Qt.Key.Key_Right)
    person.settle()
    assert person.no_dialog()
    assert person.run.phase is Phase.RUNNING
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.PAUSED)
    person.press(Qt.Key.Key_O, CONTROL)
    person.dialog(QFileDialog)
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)


def test_that_space_and_arrows_in_a_text_field_belong_to_the_field(person) -> None:
    ready(person)
    field = person.setting("training.learning_rate")
    person.click(field, QPoint(8, field.height() // 2))
    assert field.hasFocus()
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Right)
    assert field.cursorPosition() == 1
    person.press(Qt.Key.Key_Space)
    assert " " in field.text()
    person.press(Qt.Key.Key_Escape)
    person.settle()
    assert person.run.phase is Phase.READY
    assert person.run.epoch == 0


def test_that_space_on_a_focused_switch_flips_it(person) -> None:
    ready(person)
    switch = person.setting("training.shuffle")
    assert switch.isChecked()
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: not person.run.config.training.shuffle)
    person.wait_ready()
    assert not switch.isChecked()
    assert person.run.epoch == 0


def test_that_space_on_a_focused_button_presses_that_button(person) -> None:
    paused(person)
    person.window.control_bar.reset.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.READY)


def test_that_clicking_train_leaves_space_to_the_window(person) -> None:
    running(person)
    assert person.window.focusWidget() is not person.window.control_bar.primary
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.PAUSED)


def test_that_a_finished_run_shows_the_best_weights_or_the_last_by_key_and_button(person) -> None:
    finished(person)
    scores, actions = person.window.scores, person.window.actions_
    assert scores.last.isChecked()  # the tutorial restores nothing
    person.press(Qt.Key.Key_B)
    person.wait(scores.best.isChecked)
    assert person.run.displayed.epoch == 52
    assert actions["show_best"].isChecked()
    person.click(scores.last)
    person.wait(lambda: person.run.displayed.epoch == 103)
    assert actions["show_last"].isChecked()
