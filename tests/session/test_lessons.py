"""Every lesson says what is true: its numbers and the right answers to its questions, without a window."""

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.session.lesson_proof import Proof
from mlp_gui.session.lessons import Look, Question, lesson_names, read_lesson

STEPS_THAT_ONLY_TELL = {("rising_loss", 2), ("dead_relu", 0)}


@pytest.mark.parametrize("name", lesson_names())
def test_that_every_number_of_the_lesson_is_true(name) -> None:
    lesson = read_lesson(name)
    proof = Proof(lesson)
    for index, step in enumerate(lesson.steps):
        assert step.expectations or (name, index) in STEPS_THAT_ONLY_TELL, f"step {index + 1} proves nothing"
        assert proof.failures(index) == []
        if step.look is not None:
            found = proof.trace(step.look)
            assert step.look.value_in(found) == step.look.step_in(found).result[step.look.row, step.look.unit]
        if step.question is not None:
            place = step.question.sign_of or step.question.value_of
            found = proof.trace(place) if place is not None else None
            answer = step.question.answer(found)
            assert answer
            assert step.question.is_right(answer, found)
            assert not any(step.question.is_right(c, found) for c in step.question.choices if c != answer)


def test_that_the_published_update_is_worked_through_to_the_last_digit() -> None:
    lesson = read_lesson("one_update")
    checked = [e for step in lesson.steps for e in step.expectations if e.high - e.low <= 1.1e-11]
    assert len(checked) >= 25


def test_that_an_expectation_that_is_wrong_fails() -> None:
    lesson = read_lesson("one_update")
    proof = Proof(lesson)
    proof.trainer.network.theta[0] += 0.01
    assert any(proof.failures(index) for index in range(3))


def test_that_a_number_may_be_a_little_off_and_a_word_is_not_a_number() -> None:
    lesson = read_lesson("one_update")
    question = lesson.steps[1].question
    found = Proof(lesson).trace(Look("sum", 1))
    assert question.is_right("0.75", found)
    assert question.is_right("0.7501", found)
    assert not question.is_right("0.76", found)
    assert not question.is_right("a lot", found)


def test_that_an_unknown_lesson_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="tutorial"):
        read_lesson("nothing")


def test_that_a_question_of_sign_knows_zero() -> None:
    lesson = read_lesson("dead_relu")
    proof = Proof(lesson)
    for index in range(3):
        proof.failures(index)
    question = lesson.steps[2].question
    assert isinstance(question, Question)
    assert question.answer(proof.trace(question.sign_of)) == "zero"
