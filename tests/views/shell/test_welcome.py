"""The welcome page: everything a first minute needs is one click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from mlp_gui.data.samples.catalogue import samples
from mlp_gui.views.shell.sample_picture import points_of
from mlp_gui.views.shell.welcome import Welcome

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot):
    made = Welcome()
    qtbot.addWidget(made)
    made.resize(1024, 600)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_that_every_sample_has_a_card_with_its_sentence(page, qtbot) -> None:
    chosen = []
    page.sample_chosen.connect(chosen.append)
    for sample in samples():
        card = page.cards[sample.name]
        assert card.accessibleDescription() == sample.sentence
        qtbot.mouseClick(card, LEFT)
    assert chosen == [s.name for s in samples()]


def test_that_a_card_is_pressed_by_key(page, qtbot) -> None:
    with qtbot.waitSignal(page.tutorial_requested, timeout=20_000):
        page.tutorial.setFocus()
        qtbot.keyClick(page.tutorial, Qt.Key.Key_Space)


def test_that_open_asks_for_a_file(page, qtbot) -> None:
    with qtbot.waitSignal(page.open_requested, timeout=20_000):
        qtbot.mouseClick(page.drop_zone.open, LEFT)


def test_that_recent_files_are_listed_by_name_without_the_samples(page, qtbot) -> None:
    assert not page.recent_title.isVisible()
    page.show_recent(["/data/a & b.csv", "sample:xor", "/data/c.csv"])
    buttons = [b for b in page.findChildren(QAbstractButton) if b.accessibleName().startswith("Open ")]
    qtbot.waitUntil(lambda: all(b.isVisible() for b in buttons), timeout=20_000)
    assert [b.text() for b in buttons] == ["a && b.csv", "c.csv"]
    with qtbot.waitSignal(page.recent_chosen, timeout=20_000) as asked:
        qtbot.mouseClick(buttons[0], LEFT)
    assert asked.args == ["/data/a & b.csv"]
    page.show_recent([])
    assert not page.recent_title.isVisible()


def drag(page: Welcome, *paths: str) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.rect().center(), copy, data, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(page.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(page.viewport(), QDropEvent(QPointF(page.rect().center()), copy, data, LEFT, none))
    return enter.isAccepted()


def test_that_a_dropped_file_is_opened(page) -> None:
    dropped = []
    page.file_dropped.connect(dropped.append)
    assert drag(page, "/data/my table.csv")
    assert dropped == ["/data/my table.csv"]


def test_that_two_files_at_once_are_not_taken(page) -> None:
    dropped = []
    page.file_dropped.connect(dropped.append)
    assert not drag(page, "/data/a.csv", "/data/b.csv")
    assert dropped == []


def test_that_loading_is_shown_and_can_be_cancelled(page, qtbot) -> None:
    page.show_loading("big.csv", 0.4)
    assert page.drop_zone.reading.text() == "Reading big.csv"
    assert not page.tutorial.isEnabled()
    with qtbot.waitSignal(page.cancel_requested, timeout=20_000):
        qtbot.mouseClick(page.drop_zone.cancel, LEFT)
    page.show_loading(None)
    assert page.drop_zone.open.isVisible()
    assert page.tutorial.isEnabled()


@pytest.mark.parametrize("sample", samples(), ids=lambda s: s.name)
def test_that_the_picture_of_a_sample_shows_its_rows(sample) -> None:
    x, y, kinds = points_of(sample)
    assert len(x) == len(y) == len(kinds) > 20
    assert 0 <= x.min() < x.max() <= 1
    assert 0 <= y.min() < y.max() <= 1
    assert (kinds.max() > 0) == sample.task.is_classification


def test_that_the_lessons_take_the_place_of_the_samples_and_one_of_them_is_chosen(page, qtbot) -> None:
    entries = [("leak", "A leak", "How it looks."), ("dead_relu", "A dead ReLU", "How it happens.")]
    page.lessons_requested.connect(lambda: page.show_lessons(entries))
    qtbot.mouseClick(page.lessons, LEFT)
    cards = page.lesson_cards
    qtbot.waitUntil(cards["leak"].isVisible)
    assert not page.cards["iris"].isVisible()
    assert cards["leak"].hasFocus()
    assert cards["leak"].accessibleDescription() == "How it looks."
    with qtbot.waitSignal(page.lesson_chosen) as chosen:
        qtbot.mouseClick(cards["dead_relu"], LEFT)
    assert chosen.args == ["dead_relu"]
    qtbot.mouseClick(page.back, LEFT)
    assert page.cards["iris"].isVisible()
    qtbot.mouseClick(page.lessons, LEFT)
    assert len(page.lesson_cards) == 2
