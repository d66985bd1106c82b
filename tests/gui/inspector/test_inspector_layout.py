"""The microscope on a projector, 1280 x 720 with large text and longer words: nothing is cut off, nothing jumps."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from helpers.person import Person
from helpers.program_fixtures import shared_program
from mlp_gui.core import translation
from mlp_gui.engine.tracing.trace import STAGES
from mlp_gui.session.inspector import cross_checker
from mlp_gui.session.settings.settings import Settings
from mlp_gui.views.inspector.inspector_window import InspectorWindow


def longer(text: str, n: int) -> str:
    """A language whose words are a third longer than English."""
    return " ".join(word + "n" * (len(word) // 3) if word.isalpha() else word for word in text.split(" "))


@pytest.fixture(scope="module", params=["as it is", "longer"])
def language(request) -> Iterator[str]:
    if request.param == "longer":
        translation.set_language(longer, translation.COMMA)
    yield request.param
    translation.set_language(None)


@pytest.fixture(scope="module")
def shared_person(language: str, request) -> Iterator[Person]:
    """Somebody in front of a window in the language."""
    with shared_program(request) as somebody:
        yield somebody


def set_text_size(person: Person, size: int) -> None:
    person.program.session.preferences.settings = Settings(text_size=size)
    person.program.appearance.apply()


def opened(person: Person, size: int, sample: str = "penguins") -> InspectorWindow:
    person.program.session.project.discard_unsaved()
    set_text_size(person, size)
    person.program.open_sample(sample)
    person.wait_ready()
    person.program.inspector.open()
    microscope = person.program.inspector.inspector_window
    microscope.resize(1280, 720)
    person.wait(lambda: microscope.trace is not None and person.program.session.inspector.is_current)
    person.wait(lambda: "3:" in microscope.gradient_check_card.details.text())
    person.settle()
    return microscope


def cut_off(microscope: InspectorWindow) -> list[str]:
    """Labels that are lower than their text, buttons that are narrower, parts that overlap the one below."""
    found = []
    for label in microscope.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.fontMetrics().height()
        if label.isVisible() and label.text() and label.height() < needed:
            found.append(f"{label.text()[:60]!r} is {label.height()} high and needs {needed}")
    for button in (*microscope.footer.findChildren(QAbstractButton), microscope.gradient_check_card.check.button):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            found.append(f"{button.text()!r} is {button.width()} wide and needs {button.minimumSizeHint().width()}")
    parts = [part for part in (microscope.header, microscope.strip, microscope.table) if part.isVisible()]
    for above, below in pairwise(parts):
        if above.geometry().bottom() > below.geometry().top():
            found.append(f"{above} covers {below}")
    if microscope.table.geometry().bottom() > microscope.table.parentWidget().height():
        found.append("the table goes on below its place")
    return found


def test_that_nothing_is_cut_off_and_no_column_moves_from_step_to_step(shared_person: Person) -> None:
    person = shared_person
    microscope = opened(person, 100)
    for size in (100, 150, 200):
        set_text_size(person, size)
        microscope.resize(1280, 720)
        widths = set()
        for at, step in enumerate(microscope.trace.steps):
            microscope.show_step(at)
            microscope.show_cell((0, 0))
            assert person.remaining(lambda: cut_off(microscope)) == [], f"{size} %: {step.kind} of layer {step.layer}"
            widths.add(tuple(microscope.body.sizes()))
        assert len(widths) == 1, size
    microscope.close()


def test_that_the_numbers_stay_in_sight_below_a_lesson(shared_person: Person) -> None:
    person = shared_person
    microscope = opened(person, 200, "busan_beach")
    person.program.lessons.start_lesson("tutorial")
    guide = person.program.session.lessons
    person.wait(lambda: guide.page is not None and not guide.page.busy)
    person.wait(lambda: microscope.trace is not None and microscope.is_docked)
    for stage in STAGES:
        microscope.stages.button(stage).click()
        person.wait(lambda: "3:" in microscope.gradient_check_card.details.text())
        assert person.remaining(lambda: cut_off(microscope)) == [], stage
        assert microscope.table.viewport().height() >= microscope.table.rowHeight(0) // 3
    guide.end()
    person.click(microscope.stages.place)  # into a window of its own again
    assert microscope.isWindow()
    microscope.close()


@pytest.fixture
def no_other_library(monkeypatch) -> None:
    monkeypatch.setattr(cross_checker, "available_library", lambda: None)


@pytest.mark.parametrize("language", ["as it is"], indirect=True)
def test_that_without_another_library_it_says_what_to_install(no_other_library, language, person: Person) -> None:
    check = opened(person, 100).gradient_check_card.check
    assert check.isVisible()
    assert not check.button.isEnabled()
    assert "Install scikit-learn, PyTorch or TensorFlow" in check.message_label.text()
    assert "pip install scikit-learn" in check.button.toolTip()
    person.program.inspector.inspector_window.close()
