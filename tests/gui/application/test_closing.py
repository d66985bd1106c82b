"""Closing the window: while nothing, something or everything is going on; the threads end in every case."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from helpers.cleanup import running_threads
from mlp_gui.export.project.project import save_project
from mlp_gui.export.project.run_format import read_run
from mlp_gui.session.project import project_io
from mlp_gui.session.training.phase import Phase

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def training(person):
    """A run that would not end by itself within the test."""
    person.click(person.window.welcome.cards["rings"])
    person.wait_ready()
    person.fill(person.setting("training.max_epochs"), "1000000")
    person.wait_ready()
    person.window.setFocus()
    person.click(person.window.control_bar.primary)
    person.wait(lambda: person.run.epoch > 20)
    return person


def closed(person) -> bool:
    return not person.window.isVisible() and not running_threads()


def test_that_an_untrained_window_closes_without_a_question(person) -> None:
    person.press(Qt.Key.Key_Q, CONTROL)
    person.wait(lambda: closed(person))


def test_that_closing_while_a_table_is_read_ends_the_reading(person) -> None:
    person.click(person.window.welcome.cards["busan_beach"])
    assert person.program.session.data.loading
    person.press(Qt.Key.Key_Q, CONTROL)
    person.wait(lambda: closed(person))


def test_that_closing_while_it_trains_asks_and_cancel_keeps_the_window_and_the_run(training) -> None:
    training.press(Qt.Key.Key_Q, CONTROL)
    assert "epochs trained so far are in no file yet" in training.dialog(QMessageBox).informativeText()
    training.answer("Cancel")
    training.wait_for(Phase.PAUSED)
    assert training.window.isVisible()
    epoch = training.run.epoch
    training.press(Qt.Key.Key_Right)
    training.wait(lambda: training.run.epoch == epoch + 1)


def test_that_closing_while_it_trains_and_discarding_ends_all_threads(training) -> None:
    training.press(Qt.Key.Key_Q, CONTROL)
    training.answer("Discard")
    training.wait(lambda: closed(training))


def test_that_closing_while_it_trains_and_saving_writes_the_run_first(training, tmp_path: Path) -> None:
    training.press(Qt.Key.Key_Q, CONTROL)
    training.answer("Save")
    training.type_file_name(tmp_path / "kept.mlp")
    training.wait(lambda: closed(training))
    assert (tmp_path / "kept.mlp").stat().st_size > 1000


def test_that_the_frame_of_the_window_is_a_close_button_too(training) -> None:
    training.window.windowHandle().close()
    training.answer("Discard")
    training.wait(lambda: closed(training))


def test_that_a_save_that_fails_keeps_window_and_run(training, tmp_path: Path) -> None:
    training.press(Qt.Key.Key_Q, CONTROL)
    training.answer("Save")
    training.type_file_name(tmp_path / "no such folder" / "kept.mlp")
    training.wait(lambda: not training.no_dialog())
    training.leave_dialogs()
    assert training.window.isVisible()
    assert training.run.phase is Phase.PAUSED
    assert training.program.session.project.modified


def test_that_a_save_that_was_withdrawn_is_not_a_close_that_waits(training, tmp_path: Path) -> None:
    """Save, then Escape in the file dialog: a later save is only a save."""
    training.press(Qt.Key.Key_Q, CONTROL)
    training.answer("Save")
    training.dialog(QFileDialog).reject()
    training.wait(training.no_dialog)
    assert training.window.isVisible()
    training.window.activateWindow()
    training.window.windowHandle().requestActivate()
    training.wait(lambda: QGuiApplication.focusWindow() is training.window.windowHandle())
    training.press(Qt.Key.Key_S, CONTROL)
    training.type_file_name(tmp_path / "kept.mlp")
    training.wait(lambda: training.program.session.project.path == str(tmp_path / "kept.mlp"))
    training.settle()
    assert training.window.isVisible()


def test_that_runs_of_the_list_are_asked_about_even_when_the_run_was_reset(training, tmp_path: Path) -> None:
    training.click(training.window.control_bar.primary)
    training.wait_for(Phase.PAUSED)
    training.wait(lambda: len(training.program.session.runs.runs) == 1)
    training.click(training.window.control_bar.reset)
    training.wait_for(Phase.READY)
    assert training.window.isWindowModified()
    training.press(Qt.Key.Key_Q, CONTROL)
    assert "1 earlier run of the list is in no file yet" in training.dialog(QMessageBox).informativeText()
    training.answer("Cancel")
    training.press(Qt.Key.Key_S, CONTROL)
    training.type_file_name(tmp_path / "kept.mlp")
    training.wait(lambda: not training.window.isWindowModified())
    training.press(Qt.Key.Key_Q, CONTROL)
    training.wait(lambda: closed(training))


def test_that_a_window_that_is_closed_while_it_saves_closes_when_the_file_is_written(
    training, tmp_path: Path, monkeypatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def held(path: str, *rest: object) -> str:
        if Path(path).parent == tmp_path:  # not the copy aside
            begun.set()
            go_on.wait(60)
        return save_project(path, *rest)

    monkeypatch.setattr(project_io, "save_project", held)
    training.click(training.window.control_bar.primary)
    training.wait_for(Phase.PAUSED)
    training.press(Qt.Key.Key_S, CONTROL)
    training.type_file_name(tmp_path / "kept.mlp")
    training.wait(begun.is_set)
    assert not (tmp_path / "kept.mlp").exists()
    training.window.windowHandle().close()
    assert training.window.isVisible()
    go_on.set()
    training.wait(lambda: closed(training))
    assert read_run(tmp_path / "kept.mlp").history[-1].epoch == training.run.epoch


@pytest.mark.parametrize("folder", ["", "no such folder"], ids=["written", "refused"])
def test_that_closing_while_a_file_is_exported_waits_for_it(person, table: Path, tmp_path: Path, folder: str) -> None:
    person.drop(person.window, table)
    person.wait_ready()
    path = tmp_path / folder / "kept.npz"
    person.program.session.export("npz", str(path))
    person.window.windowHandle().close()
    assert person.window.isVisible()
    if folder:
        assert person.read_error() == "kept.npz was not written: the folder does not exist."
        assert person.window.isVisible()
    else:
        person.wait(lambda: closed(person))
        assert path.exists()


def test_that_a_save_that_broke_is_not_a_close_that_waits(training, tmp_path: Path, monkeypatch) -> None:
    def broken(path: str, *rest: object) -> str:
        if Path(path).parent == tmp_path:
            raise ZeroDivisionError("a save that breaks")
        return save_project(path, *rest)  # the copy aside

    with monkeypatch.context() as patch:
        patch.setattr(project_io, "save_project", broken)
        training.press(Qt.Key.Key_Q, CONTROL)
        training.answer("Save")
        training.type_file_name(tmp_path / "kept.mlp")
        training.read_error()
    assert "ZeroDivisionError" in training.crashes.pop()
    training.come_forward()
    training.press(Qt.Key.Key_S, CONTROL)
    training.type_file_name(tmp_path / "kept.mlp")
    training.wait(lambda: training.sentence().startswith("Saved kept.mlp"))
    training.settle()
    assert training.window.isVisible()
