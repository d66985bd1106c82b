"""Errors are said in words, with what to do next and details to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.views.widgets.error_box import show_crash, show_error

LEFT = Qt.MouseButton.LeftButton
PROBLEM = UserError("photo.csv is not a table.", "It begins like a JPEG image.", "Export it as <CSV>.")


def test_that_a_refusal_says_title_detail_and_hint(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_error(parent, PROBLEM)
    assert box.title.text() == PROBLEM.title
    assert [label.text() for label in box.sentences] == [PROBLEM.detail, PROBLEM.hint]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in box.sentences)
    qtbot.mouseClick(box.copy, LEFT)
    assert QGuiApplication.clipboard().text() == str(PROBLEM)
    with qtbot.waitSignal(box.finished, timeout=20_000):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_that_empty_parts_leave_no_gap(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_error(parent, UserError("Only a title."))
    assert box.sentences == []
    box.close()


def test_that_a_failure_of_the_program_shows_its_details_on_demand(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_crash(parent, "Traceback: boom", "/home/a/mlp_gui.log")
    assert any("/home/a/mlp_gui.log" in label.text() for label in box.sentences)
    assert not box.details.isVisible()
    qtbot.mouseClick(box.unfold, LEFT)
    assert box.details.isVisible()
    assert box.details.toPlainText() == "Traceback: boom"
    qtbot.mouseClick(box.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "Traceback: boom"
    with qtbot.waitSignal(box.finished, timeout=20_000):
        qtbot.mouseClick(box.close_button, LEFT)


def test_that_no_button_is_cut_when_another_way_is_offered(qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_error(parent, PROBLEM)
    qtbot.waitExposed(box)
    box.copy.setText("Copy all the details of this error")  # as long as words of other languages are
    offered = box.offer("Read it in quite another way…", lambda: None)
    qtbot.waitUntil(lambda: offered.width() > 0)
    for button in (box.copy, box.close_button, offered):
        qtbot.waitUntil(lambda button=button: button.width() >= button.sizeHint().width())
    box.close()
