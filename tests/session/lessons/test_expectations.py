"""Every lesson says what is true: its numbers and the right answers to its questions, without a window."""

import json
from typing import Any

import pytest

from mlp_gui.core import translation
from mlp_gui.core.errors import UserError
from mlp_gui.core.resources import resource
from mlp_gui.session.lessons.expectations import LessonChecker
from mlp_gui.session.lessons.lesson import InspectorLocation, Question
from mlp_gui.session.lessons.lesson_reader import lesson_names, read_lesson

TRANSLATED = sorted(resource("lessons").glob("*/*.json"))
TEXTS = ("title", "sentence", "text", "why", "choices")
STEPS_THAT_ONLY_TELL = {("rising_loss", 2), ("dead_relu", 0)}


@pytest.mark.parametrize("name", lesson_names())
def test_that_every_number_of_the_lesson_is_true(name) -> None:
    lesson = read_lesson(name)
    proof = LessonChecker(lesson)
    for index, step in enumerate(lesson.steps):
        assert step.expectations or (name, index) in STEPS_THAT_ONLY_TELL, f"step {index + 1} proves nothing"
        assert proof.failures(index) == []
        if step.look is not None:
            found = proof.trace(step.look)
            assert step.look.read_value(found) == step.look.find_step(found).result[step.look.row, step.look.unit]
        if step.question is not None:
            place = step.question.sign_of or step.question.value_of
            found = proof.trace(place) if place is not None else None
            answer = step.question.answer(found)
            assert answer is not None
            assert step.question.answer_text(found)
            assert step.question.is_right(answer, found)
            assert not any(
                step.question.is_right(at, found) for at in range(len(step.question.choices)) if at != answer
            )


def test_that_the_published_update_is_worked_through_to_the_last_digit() -> None:
    lesson = read_lesson("one_update")
    checked = [e for step in lesson.steps for e in step.expectations if e.high - e.low <= 1.1e-11]
    assert len(checked) >= 25


def test_that_an_expectation_that_is_wrong_fails() -> None:
    lesson = read_lesson("one_update")
    proof = LessonChecker(lesson)
    proof.trainer.network.theta[0] += 0.01
    assert any(proof.failures(index) for index in range(3))


def test_that_a_number_may_be_a_little_off() -> None:
    lesson = read_lesson("one_update")
    question = lesson.steps[1].question
    found = LessonChecker(lesson).trace(InspectorLocation("sum", 1))
    assert question.is_right(0.75, found)
    assert question.is_right(0.7501, found)
    assert not question.is_right(0.76, found)


def test_that_an_unknown_lesson_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="tutorial"):
        read_lesson("nothing")


def test_that_a_question_of_sign_knows_zero() -> None:
    lesson = read_lesson("dead_relu")
    proof = LessonChecker(lesson)
    for index in range(3):
        proof.failures(index)
    question = lesson.steps[2].question
    assert isinstance(question, Question)
    assert question.answer_text(proof.trace(question.sign_of)) == "zero"


def without_texts(plain: Any) -> Any:
    """A lesson's file with the place and number of its texts, but not the texts."""
    if isinstance(plain, dict):
        return {key: _count(value) if key in TEXTS else without_texts(value) for key, value in plain.items()}
    return [without_texts(part) for part in plain] if isinstance(plain, list) else plain


def _count(texts: str | list[str]) -> int:
    every = [texts] if isinstance(texts, str) else texts
    assert all(text.strip() for text in every), "a text is empty"
    return len(every)


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_that_a_translated_lesson_differs_in_its_texts_only(path) -> None:
    plain, translated = (json.loads(p.read_text(encoding="utf-8")) for p in (resource("lessons", path.name), path))
    assert without_texts(translated) == without_texts(plain)
    assert translated["title"] != plain["title"]


@pytest.mark.parametrize("name", lesson_names())
def test_that_every_lesson_speaks_german_to_those_who_read_it(name) -> None:
    english = read_lesson(name)
    translation.set_language(lambda text, n: f"«{text}»", translation.COMMA, "de")
    try:
        german = read_lesson(name)
    finally:
        translation.set_language(None)
    assert german.title != english.title
    for ours, theirs in zip(english.steps, german.steps, strict=True):
        assert (ours.text, ours.why or "-") != (theirs.text, theirs.why)
        assert (ours.actions, ours.look, ours.expectations) == (theirs.actions, theirs.look, theirs.expectations)
        if ours.question is not None and theirs.question is not None:
            assert ours.question.right == theirs.question.right
            if ours.question.sign_of is not None:
                assert theirs.question.choices == ("«negative»", "«zero»", "«positive»")
