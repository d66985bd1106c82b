"""The whole window without a mouse: the focus can be seen, Tab reaches everything, keys lead through the product."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from mlp_gui.session.training.phase import Phase
from mlp_gui.views.forms.number_field import NumberField
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.help import TextWindow
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _look_as_before(qapp):
    yield
    style.apply(qapp, LIGHT)


def test_that_the_focus_can_be_seen_wherever_it_goes(busy) -> None:
    """Each stop of the Tab key looks different from what it looks like without the focus."""
    window = busy.window
    window.experiment.set_open_steps([2, 3])
    busy.settle()
    window.setFocus()
    unseen, visited = [], set()
    for _ in range(60):
        busy.press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is None or id(widget) in visited or isinstance(widget, QAbstractItemView):
            continue
        visited.add(id(widget))
        if widget in (window, *window.plots) or not widget.isVisible():
            continue
        with_focus = widget.grab().toImage()
        widget.clearFocus()
        busy.settle()
        if widget.grab().toImage() == with_focus and not isinstance(widget.parentWidget(), QAbstractItemView):
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(visited) > 20
    assert unseen == []


def test_that_tab_reaches_every_setting_and_no_key_traps_the_focus(busy) -> None:
    window, order = busy.window, []
    window.experiment.set_open_steps([1, 2, 3, 4])
    busy.settle()
    window.setFocus()
    for _ in range(300):
        busy.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not None
        order.append(QApplication.focusWidget())
    reached = set(order[-150:])  # a trap would leave only itself here
    panel = window.experiment
    for field in panel.findChildren(NumberField):
        if field.isVisible() and field.isEnabled():
            assert field in reached, field.accessibleName()
    assert window.control_bar.primary in reached


def test_that_the_whole_product_can_be_walked_by_keyboard_alone(person, tmp_path) -> None:
    """From the first page to an exported file: no click, no command but keys."""
    window, run = person.window, person.run
    assert QApplication.focusWidget() is not None
    person.press(Qt.Key.Key_K, CTRL)  # a sample by its name
    person.dialog(CommandPalette)
    person.type("iris")
    person.press(Qt.Key.Key_Return)
    person.wait_ready()
    header = window.experiment.training_step.header  # a setting by Tab
    window.experiment.data_step.set_open(False)
    tab_to(person, header)
    person.press(Qt.Key.Key_Space)
    assert window.experiment.training_step.is_open()
    field = window.experiment.training.editor("max_epochs")
    tab_to(person, field)
    person.type("40")
    person.press(Qt.Key.Key_Return)
    person.settle()
    assert run.config.training.max_epochs == 40
    window.setFocus()
    person.press(Qt.Key.Key_Right)  # one epoch, one batch, then to the end
    person.wait(lambda: run.epoch == 1 and run.phase is Phase.PAUSED)
    person.press(Qt.Key.Key_Right, CTRL)
    person.wait(lambda: run.batch == 1)
    person.press(Qt.Key.Key_Space)
    person.wait_for(Phase.FINISHED)
    assert run.epoch == 40
    person.press(Qt.Key.Key_Plus, CTRL)  # larger text, the help, the shortcuts
    assert style.text_scale() == 1.1
    person.press(Qt.Key.Key_F1)
    person.dialog(TextWindow)
    person.press(Qt.Key.Key_Escape)
    person.settle()
    person.press(Qt.Key.Key_S, CTRL)  # the project
    person.type_file_name(tmp_path / "walk.mlp")
    person.wait(lambda: (tmp_path / "walk.mlp").exists())
    person.wait(lambda: "Saved walk.mlp" in person.sentence())
    person.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)  # the menus
    menu = window.actions_.menus["Train"]
    person.wait(menu.isVisible)
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: not menu.isVisible())


def tab_to(person, widget: QWidget) -> None:
    for _ in range(200):
        if QApplication.focusWidget() is widget:
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()!r}")
