"""Each lesson is gone through in the real window: every question answered, every number where the lesson says."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from helpers.person import Person
from mlp_gui.session.lessons.lesson_reader import lesson_names


def begin(person: Person, name: str) -> None:
    title = next(a.text() for a in person.program.lessons.menu.actions() if a.objectName() == f"lesson_{name}")
    person.menu("Inspect", "Lessons", title)
    person.wait(lambda: person.program.session.lessons.page is not None)


def ready(person: Person) -> bool:
    page = person.program.session.lessons.page
    return page is None or not page.busy


def card(person: Person):
    """The one card, below what it speaks of."""
    return person.program.lessons.card


def answer(person: Person, text: str) -> None:
    shown = card(person)
    if shown.field.isVisible():
        person.fill(shown.field, text)
    else:
        person.click(next(b for b in shown.buttons() if b.text() == text))


def close_inspector(person: Person) -> None:
    """Go back to the plots, if the lesson has opened it."""
    person.window.show_plots()


@pytest.fixture
def learner(shared_person: Person) -> Iterator[Person]:
    """A person who may begin a lesson, and leaves it."""
    shared_person.program.session.project.discard_unsaved()
    yield shared_person
    shared_person.program.session.lessons.end()
    close_inspector(shared_person)
    shared_person.wait_idle()


@pytest.mark.parametrize("name", lesson_names())
def test_that_a_person_can_go_through_the_lesson(learner: Person, name: str) -> None:
    person = learner
    begin(person, name)
    guide, hood = person.program.session.lessons, person.program.inspector
    count = len(guide.lesson.steps)
    for number in range(1, count + 1):
        person.wait(lambda number=number: ready(person) and guide.page.number == number)
        person.settle()
        step = guide.page.step
        if step.question is not None:
            right = step.question.answer_text(person.program.session.inspector.trace)
            assert not card(person).next.isEnabled()
            answer(person, right)
            person.wait(lambda: guide.page.verdict is not None)
            assert guide.page.verdict is True, f"step {number}: {right} was not taken"
            assert card(person).verdict.text().startswith("Right.")
        if step.look is not None:
            microscope = hood.inspector_window
            place = (step.look.kind, step.look.layer)
            person.wait(lambda m=microscope, place=place: (m.step.kind, m.step.layer) == place)
            assert microscope.cell == (step.look.row, step.look.unit)
        assert person.crashes == []
        button: QPushButton = card(person).next
        person.wait(button.isEnabled)  # what the step does may go on in the background
        person.click(button)
    assert guide.page is None


def test_that_a_wrong_answer_is_told_and_a_person_may_ask(learner: Person) -> None:
    person = learner
    begin(person, "tutorial")
    guide = person.program.session.lessons
    person.wait(lambda: ready(person))
    person.settle()
    person.click(card(person).next)
    person.wait(lambda: ready(person) and guide.page.number == 2)
    answer(person, "32")
    assert card(person).verdict.text() == "Not quite. Try once more, or let yourself be told."
    assert guide.page.asking, "the first wrong answer reveals nothing"
    assert not card(person).next.isEnabled()
    answer(person, next(b.text() for b in card(person).buttons() if b.isEnabled() and b.text() != "13"))
    assert card(person).verdict.text().startswith("Not quite: 13.")
    person.click(card(person).back)
    person.wait(lambda: ready(person) and guide.page.number == 1)
    person.settle()
    assert not card(person).back.isEnabled()
    person.click(card(person).next)
    person.wait(lambda: ready(person) and guide.page.number == 2)
    answer(person, "13")
    assert card(person).verdict.text().startswith("Right.")
    person.click(card(person).next)
    person.wait(lambda: ready(person) and guide.page.number == 3)
    person.settle()
    person.click(card(person).tell)
    assert card(person).verdict.text().startswith("1.4237.")
    person.click(card(person).end)
    assert not person.program.lessons.card.isVisible()


@pytest.mark.parametrize("name", ["one_update", "scaling"])  # a file beside the lessons, and a sample
def test_that_no_lessons_data_are_among_the_recent_files(learner: Person, tmp_path, name: str) -> None:
    person, before = learner, list(learner.program.session.preferences.recent)
    own = tmp_path / "own.csv"
    own.write_text("a,b\n" + "".join(f"{i},{i * i}\n" for i in range(30)), encoding="utf-8")
    person.program.open(str(own))
    person.wait_ready()
    assert person.program.session.data.table.name == own.name
    person.settle()
    person.program.lessons.start_lesson(name)
    person.wait(lambda: ready(person) and person.program.session.lessons.page is not None)
    assert person.program.session.preferences.recent == [str(own), *before]
