"""A project that is opened again has its past: every epoch, the marks, the layers and the branches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from helpers.person import Person
from helpers.project_steps import save_as, step_tens, trained

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def theta_at(person: Person, epoch: int) -> np.ndarray:
    person.program.session.timeline.go_to(epoch)
    person.wait(lambda: person.run.epoch == epoch)
    person.settle()
    return person.run.weights.last.theta.copy()


def marks(person: Person) -> list[tuple[int, str]]:
    return [(event.epoch, event.text) for event in person.program.session.event_log.events]


def known(scores: dict[str, dict[str, float]] | None) -> dict[tuple[str, str], float] | None:
    """The scores without those that are undefined, which a file does not tell from absent ones."""
    if scores is None:
        return None
    return {(s, name): v for s, values in scores.items() for name, v in values.items() if v == v}


def layers(person: Person) -> list[tuple]:
    history = person.program.session.evaluation.layer_history
    history.process_pending()
    return [
        (r.epoch, known(r.scores), r.statistics.weight_norm.tolist(), r.weights[0].tolist()) for r in history.records
    ]


def reopened(another: Person, path: Path, epoch: int) -> None:
    another.drop(another.window, path)
    another.wait(lambda: another.run.epoch == epoch and another.run.phase.is_resting)
    another.wait(lambda: another.program.session.timeline.facts.job == another.run.job)
    another.settle()


def test_that_a_run_that_was_changed_and_forked_is_opened_with_its_whole_past(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table, 2)
    person.fill(person.setting("training.learning_rate"), "0.02")
    step_tens(person, 2)
    end = theta_at(person, 40)
    step_tens(person, 1)  # there the line ends
    trunk_layers, changed = layers(person), marks(person)
    assert any("→ 0.02" in text for epoch, text in changed if epoch == 20)
    fifty = person.run.weights.last.theta.copy()
    theta_at(person, 30)
    person.fill(person.setting("training.stopping.patience"), "77")
    step_tens(person, 1)
    trunk, fork = (run.number for run in person.program.session.runs.runs)
    assert person.program.session.runs.current == fork
    here = {epoch: theta_at(person, epoch) for epoch in (0, 7, 20, 25, 31, 40)}
    forked, kept = marks(person), layers(person)
    assert any("77" in text for _, text in forked)
    save_as(person, tmp_path / "work.mlp")

    reopened(another, tmp_path / "work.mlp", 40)
    session = another.program.session
    assert not another.window.timeline.origin.isVisible()
    assert (session.timeline.facts.start.epoch, session.timeline.facts.end.epoch) == (0, 40)
    assert marks(another) == forked
    assert layers(another) == kept
    assert [run.number for run in session.runs.runs] == [trunk, fork]
    for epoch, theta in here.items():
        np.testing.assert_array_equal(theta_at(another, epoch), theta)
    theta_at(another, 40)
    session.runs.restore(trunk)  # along the branch that the file has
    another.wait(lambda: another.run.epoch == 50)
    another.settle()
    np.testing.assert_array_equal(another.run.weights.last.theta, fifty)
    assert marks(another) == changed
    assert layers(another) == trunk_layers
    np.testing.assert_array_equal(theta_at(another, 40), end)
    assert len(another.run.history) == 50


def test_that_a_run_restored_from_the_list_has_its_past(person: Person, table: Path) -> None:
    trained(person, table, 2)
    there = {epoch: theta_at(person, epoch) for epoch in (3, 20)}
    kept, said, number = layers(person), marks(person), person.program.session.runs.current
    person.program.session.run.reset()
    person.wait_ready()
    person.fill(person.setting("network.seed"), "5")
    person.wait_ready()
    step_tens(person, 1)
    assert person.program.session.runs.restore(number)
    person.wait(lambda: person.run.epoch == 20 and person.run.phase.is_resting)
    person.settle()
    assert (layers(person), marks(person)) == (kept, said)
    for epoch, theta in there.items():
        np.testing.assert_array_equal(theta_at(person, epoch), theta)


def test_that_a_project_saved_in_the_past_of_its_run_has_its_future(
    person: Person, another: Person, table: Path, tmp_path: Path
) -> None:
    trained(person, table, 2)
    end = theta_at(person, 20)
    theta_at(person, 5)
    save_as(person, tmp_path / "work.mlp")
    reopened(another, tmp_path / "work.mlp", 5)
    assert len(another.run.history) == 20
    assert len(another.program.session.runs.runs) == 1
    np.testing.assert_array_equal(theta_at(another, 20), end)
