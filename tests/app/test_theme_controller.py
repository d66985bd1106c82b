"""Theme and text size by menu and key: applied to the whole window at once, remembered, plots included."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from mlp_gui.session.settings.preferences import Preferences
from mlp_gui.session.settings.settings import Settings
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.theme import style

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

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
    for _ in range(round((style.text_scale() - 0.8) * 10) + 2):  # two more than there are steps
        person.press(Qt.Key.Key_Minus, CONTROL)
    assert style.text_scale() == 0.8
    person.press(Qt.Key.Key_0, CONTROL)
    assert style.text_scale() == normal
    assert Preferences().settings.text_size == Settings().text_size


def test_that_a_layout_or_a_plot_chosen_on_a_page_of_the_table_leads_to_the_plots(person) -> None:
    window = person.window
    person.click(window.welcome.cards["xor"])
    person.wait_ready()
    for path in (("View", "Evaluate"), ("View", "Reset this layout"), ("View", "Network", "Weights")):
        person.menu("Data", "Columns")
        person.wait(lambda: window.pages.currentWidget() is person.program.data_pages.columns.page)
        person.menu(*path)
        person.wait(lambda: window.pages.currentWidget() is window.workbench)


def test_that_export_is_shown_where_a_layout_has_no_side_bar(person) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()
    person.run.step_epochs(2)
    person.wait_for(Phase.PAUSED)
    person.menu("View", "Present two plots")
    person.wait(lambda: not person.window.experiment.isVisible())
    person.menu("File", "Export")
    buttons = person.window.experiment.export_panel.buttons
    person.wait(lambda: next(iter(buttons.values())).isVisible())
    assert person.program.view.shown()[-2:] == ["experiment", "scores"]


def test_that_text_that_grew_and_shrank_leaves_every_button_as_it_was(person) -> None:
    person.click(person.window.welcome.cards["xor"])
    person.wait_ready()

    def buttons() -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
        found = person.window.findChildren(QAbstractButton)
        return [(b.accessibleName() or b.text(), b.iconSize().toTuple(), b.sizeHint().toTuple()) for b in found]

    before = buttons()
    person.press(Qt.Key.Key_Plus, CONTROL)
    person.settle()
    assert buttons() != before
    person.press(Qt.Key.Key_0, CONTROL)
    person.settle()
    assert buttons() == before
