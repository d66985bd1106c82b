"""The command palette, the title, the notification, presentation mode, and what is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from helpers.cleanup import end, running_threads
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.forms import help_pages
from mlp_gui.views.shell.command_palette import CommandPalette, commands_of, score
from mlp_gui.views.shell.help import HelpWindow, show_help
from mlp_gui.views.shell.help_search import find_sections
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _look_as_before(qapp):
    yield
    style.apply(qapp, LIGHT)


def palette(person) -> CommandPalette:
    person.press(Qt.Key.Key_K, CTRL)
    return person.dialog(CommandPalette)


def test_that_every_menu_entry_is_in_the_palette(person) -> None:
    names = {command.name for command in commands_of(person.window.menuBar())}
    for action in person.window.actions_.all():
        assert action.text().removesuffix("…") in names
    assert "Two spirals" in names


def test_that_a_few_letters_and_enter_do_it(person) -> None:
    box = palette(person)
    person.type("two sp")
    assert box.shown()[0].name == "Two spirals"
    person.press(Qt.Key.Key_Return)
    person.wait_ready()
    assert person.program.session.data.table.name == "spirals"


def test_that_a_command_that_is_not_possible_says_why_and_does_nothing(fresh_person) -> None:
    person = fresh_person
    box = palette(person)
    person.type("reset")
    assert box.shown()[0].name == "Reset"
    assert box.shown()[0].reason == "Open a table and choose a target first."
    person.press(Qt.Key.Key_Return)
    assert box.isVisible()
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)


def test_that_the_arrows_move_through_the_list_while_typing(person) -> None:
    box = palette(person)
    person.type("theme")
    person.press(Qt.Key.Key_A, CTRL)
    person.type("o")
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down)
    assert box.list.currentRow() == 2
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)


def test_that_letters_in_order_are_enough_and_beginnings_come_first(person) -> None:
    by_name = {command.name: command for command in commands_of(person.window.menuBar())}
    assert score("xyzq", by_name["Quit"]) is None
    assert score("1000", by_name["Quit"]) is None
    assert score("sv", by_name["Save"]) is not None
    assert score("train", by_name["Train"]) > score("train", by_name["One epoch"])


def test_that_the_title_tells_how_far_a_run_is(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    titles = []
    person.window.windowTitleChanged.connect(titles.append)
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: any(" % · iris" in title for title in titles))
    person.run.stop()
    person.wait(lambda: person.run.phase.is_resting)
    person.settle()
    assert "%" not in person.window.windowTitle()


def test_that_a_run_that_ends_while_you_are_elsewhere_is_told_and_a_short_one_is_not(person, monkeypatch) -> None:
    preferences, attention = person.program.session.preferences, person.program.application_menu.notifications
    person.program.open_sample("iris")
    person.wait_ready()
    monkeypatch.setattr(type(person.window), "isActiveWindow", lambda window: False)
    step(person)
    assert attention.last_notification == ""
    preferences.settings = preferences.settings.replace(notify_after=0)
    step(person)
    assert attention.last_notification == person.run.status_text
    attention.last_notification = ""
    monkeypatch.undo()
    step(person)
    assert attention.last_notification == ""


def step(person) -> None:
    person.run.train()
    person.run.stop()
    person.wait(lambda: person.run.phase == "paused")


def test_that_presenting_shows_only_the_chosen_panels_in_large_type_and_goes_back(person) -> None:
    window, view = person.window, person.program.view
    person.program.open_sample("iris")
    person.wait_ready()
    before = view.shown()
    person.press(Qt.Key.Key_F11)
    person.settle()
    assert view.shown() == ["loss", "fit"]
    assert style.text_scale() == 1.5
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    box = palette(person)
    person.type("scores")
    assert box.shown()[0].name == "Scores"
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: "scores" in view.shown())
    person.press(Qt.Key.Key_Escape)
    person.settle()
    assert view.shown() == before
    assert style.text_scale() == 1.0
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()
    person.press(Qt.Key.Key_F11)
    person.settle()
    assert view.shown() == ["loss", "fit", "scores"]
    person.press(Qt.Key.Key_F11)
    person.settle()


def test_that_presenting_keeps_the_plots_in_front_draws_thick_lines_and_says_how_to_leave(person, qtbot) -> None:
    window, view = person.window, person.program.view
    person.program.open_sample("spirals")
    person.wait_ready()
    window.workspace.open("regions")
    window.workspace.open("curves")
    normal = style.stroke()
    person.press(Qt.Key.Key_F11)
    person.settle()
    assert [name for name in view.shown() if name not in ("scores", "experiment")] == ["curves", "regions"]
    assert style.stroke() > 1.5 * normal
    leave = window.presentation_strip.leave
    assert leave.isVisible()
    assert {"Esc", "F11"} <= set(leave.text().replace("(", " ").replace(")", " ").split())
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    person.settle()
    assert not window.isFullScreen()
    assert not leave.isVisible()
    assert style.stroke() == normal
    person.press(Qt.Key.Key_F11)
    person.settle()
    assert {"curves", "regions"} <= set(view.shown())
    person.press(Qt.Key.Key_Escape)
    person.settle()


def test_that_open_steps_and_the_size_of_the_window_are_remembered(fresh_person, qapp) -> None:
    person = fresh_person
    person.window.experiment.set_open_steps([2, 3])
    person.window.resize(1024, 700)
    person.settle()
    person.program.application_menu.remember()
    person.program.session.preferences.set_bytes("geometry", person.window.saveGeometry())
    person.program.session.preferences.flush()
    person.wait_idle()
    first = running_threads()
    second = Program(qapp)
    try:
        assert second.window.experiment.open_steps() == [2, 3]
        assert (second.window.width(), second.window.height()) == (1024, 700)
    finally:
        end(second, besides=first)
        person.program.crashes.release()


def test_that_settings_columns_runs_and_help_are_found_and_lead_there(person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    person.press(Qt.Key.Key_Right)  # an epoch, so that there is a run
    person.wait_for(Phase.PAUSED)
    person.wait(lambda: person.program.session.runs.runs)
    number = person.program.session.runs.runs[-1].number
    run = f"run {number}"
    found = {}
    for words in ("dropout", "sepal width", run, "saturation", "backup"):
        box = palette(person)
        assert {entry.is_command for entry in box.shown()} == {True}  # before anything is typed
        person.type(words)
        found[words] = [(entry.place, entry.name) for entry in box.shown()[:3]]
        person.press(Qt.Key.Key_Escape)
        person.wait(person.no_dialog)
    assert ("Setting", "Dropout") in found["dropout"]
    assert ("Column", "sepal_width_cm") in found["sepal width"]
    assert found[run][0] == ("Run", run)
    assert ("Help › Glossary", "Saturation") in found["saturation"]
    assert ("Setting of the program", "Backup every") in found["backup"]
    palette(person)
    person.type("momentum")
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)
    palette(person)
    person.type("learning rate")
    person.press(Qt.Key.Key_Return)
    editor = person.setting("training.learning_rate")
    person.wait(lambda: person.window.focusWidget() is editor)
    palette(person)
    person.type(run)
    person.press(Qt.Key.Key_Return)
    plot = person.window.workspace.plot("runs")
    person.wait(lambda: plot.isVisible() and plot.table.chosen() == number)
    palette(person)
    person.type("saturation")
    box = person.dialog(CommandPalette)
    while box.shown()[box.list.currentRow()].place != "Help › Glossary":
        person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    help_window = person.dialog(HelpWindow)
    person.wait(lambda: help_window.section() == "Saturation")
    help_window.close()
    person.settle()


def test_that_the_palette_says_when_it_finds_nothing(person) -> None:
    box = palette(person)
    assert not box.nothing.isVisible()
    person.type("xqzw")
    assert box.shown() == []
    assert box.nothing.isVisible()
    person.press(Qt.Key.Key_Return)
    assert box.isVisible()
    person.press(Qt.Key.Key_Escape)
    person.wait(person.no_dialog)


def test_that_the_help_is_searched_and_the_glossary_has_its_terms(person) -> None:
    window = show_help(person.window, "glossary")
    person.settle()
    assert len(help_pages.sections("glossary")) > 60
    window.search.field.setText("early stopping patience")
    places = [place[:2] for place in find_sections("early stopping patience")]
    assert ("glossary", "Patience") in places
    assert window.search.found.count() == len(places)
    assert not window.pages.isVisible()
    window.search.found.setCurrentRow(places.index(("glossary", "Patience")))
    person.wait(lambda: window.section() == "Patience")
    window.search.field.setText("xqzw")
    assert window.search.nothing.isVisible()
    window.search.field.clear()
    assert window.pages.isVisible()
    window.close()
