"""The state of a run is a sentence that can be read and copied."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from mlp_gui.views.training.status_line import StatusLine

LONG = "Diverged at epoch 3: the loss became infinite. The weights of epoch 2 are kept. " * 3


@pytest.fixture
def line(qtbot):
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(600, 40)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_that_a_long_sentence_wraps(line, qtbot) -> None:
    line.show_sentence("Ready.")
    one = line.heightForWidth(600)
    line.show_sentence(LONG, "bad")
    qtbot.waitUntil(lambda: line.heightForWidth(600) > one)
    assert line.sentence() == LONG


def test_that_the_sentence_can_be_selected_and_copied(line, qtbot) -> None:
    line.show_sentence("Stopped at epoch 103.", "good")
    qtbot.mouseDClick(line.label, Qt.MouseButton.LeftButton, pos=QPoint(10, line.label.height() // 2))
    qtbot.keyClick(line.label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line.label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Stopped at epoch 103."


def test_that_angle_brackets_are_shown_as_they_are(line) -> None:
    line.show_sentence("loss < 0.1 <b>")
    assert line.label.textFormat() is Qt.TextFormat.PlainText


def test_that_a_remark_that_comes_and_goes_does_not_move_the_window(line, qtbot) -> None:
    line.show_sentence("Finished.", "good")
    before = line.heightForWidth(600), line.sizeHint().height()
    remark = SimpleNamespace(name="x", title="Units are saturated", sentence="s", offer="", region=None)
    line.diagnostics_button.show_diagnoses([remark])
    qtbot.waitUntil(line.diagnostics_button.isVisible)
    assert (line.heightForWidth(600), line.sizeHint().height()) == before
    line.resize(600, line.heightForWidth(600))
    middle = [w.geometry().center().y() for w in (line.icon, line.label, line.diagnostics_button)]
    assert max(middle) - min(middle) <= 1


@pytest.mark.parametrize("kind", ["neutral", "good", "warning", "bad"])
def test_that_every_kind_has_an_icon(kind, line) -> None:
    line.show_sentence("Words.", kind)
    assert not line.icon.pixmap().isNull()
    assert line.icon.isVisible()


def test_that_a_button_of_the_doctors_card_looks_like_any_other(line, qtbot) -> None:
    """The card is a child of the flat button in the line, whose style must not be inherited."""
    remark = SimpleNamespace(name="x", title="Rate", sentence="s", offer="Set the learning rate to 0.1", region=None)
    line.diagnostics_button.show_diagnoses([remark])
    qtbot.mouseClick(line.diagnostics_button, Qt.MouseButton.LeftButton)
    button = line.diagnostics_button.card.buttons[0]
    usual = QPushButton(button.text(), line)
    usual.ensurePolished()
    assert button.sizeHint() == usual.sizeHint()
    line.diagnostics_button.card.close()
