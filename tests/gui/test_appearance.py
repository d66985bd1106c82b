"""Theme and text size by menu and key: applied to the whole window at once, remembered, plots included."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mlp_gui.session.preferences import Preferences
from mlp_gui.session.settings import Settings
from mlp_gui.views.shell import style

CONTROL = Qt.KeyboardModifier.ControlModifier


def ground(person) -> float:
    """How light the largest plot is, 0 to 1, read back from its pixels."""
    picture = person.window.loss_plot.grab().toImage()
    return picture.pixelColor(3, picture.height() - 3).lightnessF()


def test_that_dark_and_light_are_chosen_from_the_menu_and_remembered(person) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()
    person.menu("View", "Dark")
    person.settle()
    assert ground(person) < 0.3
    assert Preferences().settings.theme == "dark"
    person.menu("View", "Light")
    person.settle()
    assert ground(person) > 0.7
    assert Preferences().settings.theme == "light"


def test_that_text_grows_shrinks_and_comes_back_by_key(person) -> None:
    normal = style.text_scale()
    person.press(Qt.Key.Key_Plus, CONTROL)
    person.wait(lambda: style.text_scale() > normal)
    for _ in range(20):
        person.press(Qt.Key.Key_Minus, CONTROL)
    assert style.text_scale() == 0.8
    person.press(Qt.Key.Key_0, CONTROL)
    assert style.text_scale() == normal
    assert Preferences().settings.text_size == Settings().text_size
