"""F1 in every window of the program, dialogs that block the others included."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMessageBox

from helpers.cleanup import visible_widgets
from mlp_gui.core.errors import UserError
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.shell.command_palette import CommandPalette
from mlp_gui.views.shell.help import HelpWindow
from mlp_gui.views.widgets import dialogs
from mlp_gui.views.widgets.error_box import ErrorBox


def f1(person) -> str:
    """The section that the help turns to; the help is closed again."""
    person.settle()
    person.press(Qt.Key.Key_F1)
    person.wait(lambda: any(isinstance(w, HelpWindow) for w in visible_widgets()))
    window = next(w for w in visible_widgets() if isinstance(w, HelpWindow))
    section = window.section()
    person.wait(window.isActiveWindow)
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: not any(isinstance(w, HelpWindow) for w in visible_widgets()))
    person.settle()
    return section


def show_error(person) -> None:
    person.program.services.show_error(UserError("No.", "It is not.", "Do otherwise."))


def ask_about_run(person) -> None:
    dialogs.ask_about_run(person.window, "It goes.", (5, 0), 2, bool, bool)


def ask_open(person) -> None:
    person.menu("File", "Open…")


def commands(person) -> None:
    person.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


DIALOGS = {
    "When something breaks": (show_error, ErrorBox),
    "Before work is lost": (ask_about_run, QMessageBox),
    "Data": (ask_open, QFileDialog),
    "Commands": (commands, CommandPalette),
}


@pytest.fixture(autouse=True)
def _pointer_aside(qapp) -> None:
    """What is pointed at comes first; here it is nothing."""
    QCursor.setPos(QPoint(0, 0))


@pytest.mark.parametrize("section", DIALOGS)
def test_that_f1_in_a_dialog_opens_the_page_about_it(shared_person, section: str) -> None:
    show: Callable = DIALOGS[section][0]
    show(shared_person)
    dialog = shared_person.dialog(DIALOGS[section][1])
    assert f1(shared_person) == section
    assert dialog.isVisible()
    dialog.close()


def test_that_f1_in_the_settings_is_about_the_settings_of_the_program(shared_person) -> None:
    shared_person.menu("Edit", "Settings")
    shared_person.wait(shared_person.program.application_menu.settings.dialog.isActiveWindow)
    shared_person.program.application_menu.settings.dialog.close_button.setFocus()
    assert f1(shared_person) == "Settings of the program"
    shared_person.program.application_menu.settings.dialog.close()


def test_that_f1_on_the_first_page_is_about_it(shared_person) -> None:
    shared_person.window.show_workbench(False)
    shared_person.window.welcome.cards["iris"].setFocus()
    assert f1(shared_person) == "First page"


def test_that_f1_on_a_page_of_the_data_is_about_that_page(shared_person, tmp_path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("a,b\n" + "".join(f"{i},{i * i}\n" for i in range(40)), encoding="utf-8")
    shared_person.program.session.project.discard_unsaved()
    shared_person.program.open(str(table))
    shared_person.wait_ready()
    shared_person.run.step_epochs(1)
    shared_person.wait_for(Phase.PAUSED)
    pages = {"columns": "Columns", "table": "Table", "reading": "Reading", "predict": "Predict a table"}
    for name, section in pages.items():
        shared_person.window.actions_[name].trigger()
        shared_person.settle()
        shared_person.window.pages.currentWidget().back.setFocus()
        assert f1(shared_person) == section


def test_that_f1_in_the_microscope_and_the_loss_surface_opens_the_page_about_the_hood(shared_person) -> None:
    shared_person.program.session.project.discard_unsaved()
    shared_person.program.open_sample("iris")
    shared_person.wait_ready()
    for owner in (shared_person.program.inspector, shared_person.program.loss_landscape):
        owner.open()
        window = owner.inspector_window if owner is shared_person.program.inspector else owner.window
        shared_person.wait(window.isActiveWindow)
        if window.focusWidget() is None:
            window.setFocus()
        shared_person.settle()
        shared_person.press(Qt.Key.Key_F1)
        shared_person.wait(lambda: any(isinstance(w, HelpWindow) for w in visible_widgets()))
        opened = next(w for w in visible_widgets() if isinstance(w, HelpWindow))
        assert opened.pages.currentRow() == 4
        opened.close()
        window.close()
        shared_person.settle()


def test_that_a_second_program_leaves_the_key_to_the_window_that_has_it(person, another) -> None:
    """Each program sees the focus go to the other's main window; a second F1 there would make both do nothing."""
    for somebody in (another, person):
        somebody.window.activateWindow()
        somebody.wait(somebody.window.isActiveWindow)
        somebody.window.welcome.cards["iris"].setFocus()
        assert f1(somebody) == "First page"
