"""Targets and tables that cannot be trained on: why is said in a sentence, and another choice helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.project_steps import trains
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew

ODD = "a,nothing,words,b\n" + "".join(f"{i * 7 % 23},,{['red', 'blue'][i % 2]}{i},{i * i % 7}.5\n" for i in range(60))


@pytest.fixture
def odd(person, tmp_path: Path):
    """A table with a target that can be used and several that cannot."""
    path = tmp_path / "odd.csv"
    path.write_text(ODD, encoding="utf-8")
    person.drop(person.window, path)
    person.wait_ready()
    return person


def choose_target(person, name: str) -> None:
    person.choose(person.window.experiment.data.target.editor, name)
    person.wait(lambda: person.program.session.data.spec.targets == (name,))
    person.wait(lambda: not person.program.session.data.preparing)
    person.settle()


def assert_refused_in_a_sentence(person) -> str:
    problem = person.window.experiment.data.problem
    assert problem.isVisible()
    assert problem.headline.text().endswith(".")
    assert person.run.phase is Phase.EMPTY
    assert not person.window.actions_["train"].isEnabled()
    assert problem.headline.text() in person.sentence()
    return problem.headline.text()


def test_that_a_target_without_values_is_refused_and_another_can_be_chosen(odd) -> None:
    choose_target(odd, "nothing")
    assert_refused_in_a_sentence(odd)
    assert "no value in nothing" in odd.window.experiment.data.problem.details.text()
    choose_target(odd, "b")
    odd.wait_ready()
    assert not odd.window.experiment.data.problem.isVisible()
    assert trains(odd)


def test_that_text_as_a_regression_target_is_refused_and_another_task_helps(odd) -> None:
    choose_target(odd, "words")
    odd.open_more_data()
    odd.choose(odd.window.experiment.data.task.editor, "Regression")
    odd.wait(lambda: not odd.program.session.data.preparing)
    odd.wait(odd.window.experiment.data.problem.isVisible)
    odd.settle()
    assert "words" in assert_refused_in_a_sentence(odd)
    choose_target(odd, "b")
    odd.wait_ready()
    assert trains(odd)


def test_that_no_training_rows_after_dropping_is_a_sentence_and_filling_the_gaps_helps(person, tmp_path) -> None:
    path = tmp_path / "gaps.csv"
    path.write_text("a,b,y\n" + "".join(f"{i},,{i % 5}.5\n,{i},{i % 3}.5\n" for i in range(40)), encoding="utf-8")
    person.drop(person.window, path)
    data_state, panel = person.program.session.data, person.window.experiment.data
    person.wait_ready()
    assert panel.ledger.text() == "All 80 rows used. 80 empty cells filled."
    table = panel.columns.table
    for choice in ("Leave row out", "Mean"):
        for row in (0, 1):
            person.click(table.viewport(), table.visualRect(table.model().index(row, 0)).center())
            person.wait(panel.details.isVisible)
            person.choose(panel.details.form.editor("missing"), choice)
            person.wait(lambda: not data_state.preparing)
        if choice == "Leave row out":
            person.wait(panel.problem.isVisible)
            assert assert_refused_in_a_sentence(person) == "No row can be used."
    person.wait_ready()
    assert not panel.problem.isVisible()
    assert trains(person)


def test_that_a_table_that_cannot_be_trained_on_keeps_its_reason_in_sight(person, tmp_path):
    table = tmp_path / "tiny.csv"
    table.write_text("a,b\n1.5,2.5\n")
    data_state = person.program.session.data
    person.drop(person.window, table)
    person.wait(lambda: data_state.problem is not None or not person.no_dialog())
    reason = str(data_state.problem) if data_state.problem is not None else person.read_error()
    person.settle()
    assert person.sentence().startswith(reason)
