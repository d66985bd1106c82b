"""From the first page into a lesson: two clicks, or keys alone; and from there under the hood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mlp_gui.session.lessons.lesson_reader import lesson_names, read_lesson

CTRL = Qt.KeyboardModifier.ControlModifier


def tab_to(person, widget: QWidget) -> None:
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        person.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {widget.accessibleName()!r}")


def begun(person) -> bool:
    page = person.program.session.lessons.page
    return page is not None and not page.busy and person.program.lessons.card.isVisible()


def test_that_two_clicks_lead_from_the_start_into_a_lesson(person) -> None:
    welcome = person.window.welcome
    person.click(welcome.lessons)
    person.settle()
    assert list(welcome.lesson_cards) == list(lesson_names())
    assert len(welcome.lesson_cards) >= 7
    for name, card in welcome.lesson_cards.items():
        assert card.text() == read_lesson(name).title
        assert card.accessibleDescription() == read_lesson(name).sentence
    person.click(welcome.lesson_cards["one_update"])
    person.wait(lambda: begun(person), 30)
    assert person.program.session.lessons.page.title == read_lesson("one_update").title


def test_that_a_lesson_and_the_hood_are_reached_by_keys_alone(person) -> None:
    welcome, lessons = person.window.welcome, person.program.lessons
    tab_to(person, welcome.lessons)
    person.press(Qt.Key.Key_Space)
    person.settle()
    assert QApplication.focusWidget() is welcome.lesson_cards["tutorial"]
    tab_to(person, welcome.lesson_cards["dead_relu"])
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: begun(person), 30)
    first = person.program.session.lessons.page.number
    card = lessons.card
    answers = [b for b in card.findChildren(QWidget) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    reached = set()
    for _ in range(120):
        person.press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() in answers:
            reached.add(QApplication.focusWidget())
    assert {b for b in answers if b.isVisible() and b.isEnabled()} <= reached
    assert first == 1
    assert answers
    hood = person.program.inspector.inspector_window
    if hood.is_docked:  # by the lesson
        person.click(hood.stages.place)
    hood.close()
    person.settle()
    person.press(Qt.Key.Key_U, CTRL)
    person.wait(hood.isActiveWindow)
    person.wait(lambda: hood.trace is not None)
    stops = set()
    for _ in range(80):
        person.press(Qt.Key.Key_Tab)
        stops.add(QApplication.focusWidget())
    assert len(stops) > 5
    assert all(stop is not None and hood.isAncestorOf(stop) for stop in stops)
    hood.close()
    person.program.session.lessons.end()
