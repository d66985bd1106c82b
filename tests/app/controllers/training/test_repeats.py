"""Several networks from the button beside Train: drawn below the run's curves, and looked at as their average."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest

import mlp_gui
from helpers.person import Person
from mlp_gui.core.number_format import format_number
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.session.training import study_task
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.training.repeat_button import GUARD

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def summed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Of how many networks each summary was made."""
    found: list[int] = []
    summarize = study_task.summarize
    monkeypatch.setattr(
        study_task, "summarize", lambda study, results: found.append(len(results)) or summarize(study, results)
    )
    return found


@pytest.fixture
def three(person: Person, table: Path) -> Person:
    """Somebody who has had three networks trained."""
    person.program.open(str(table))
    person.wait_ready()
    config = person.run.config
    network, training = config.network.replace(hidden=config.network.hidden[:1]), config.training
    person.run.set_config(config.replace(network=network, training=training.replace(max_epochs=30)))
    person.wait_ready()
    button = person.window.control_bar.repeat
    person.wait(lambda: time.monotonic() - button.changed_at > GUARD)
    person.drop_down(button, "3 networks")
    task = person.program.session.study
    person.wait(lambda: len(task.results) == 3 and not task.busy)
    person.wait_for(Phase.FINISHED)
    person.wait(lambda: not person.window.scores.head.average.isHidden())
    person.settle()
    return person


def member_answers(person: Person, subset: str) -> np.ndarray:
    """What each network says of the rows of a subset, in original units: computed by hand."""
    study, run = person.program.session.study, person.run
    rows = run.dataset.subsets[subset]
    answers = [study.study.network_of(result, run.dataset).predict(rows.x) for result in study.results]
    return np.stack([run.dataset.to_original(answer) for answer in answers])


def test_that_the_first_of_them_is_the_run_that_train_would_have_given(summed: list[int], three: Person) -> None:
    run, study, repeats = three.run, three.program.session.study, three.window.loss_plot.axes.repeats
    assert three.window.control_bar.repeat.text() == "Train 3"
    assert repeats.isVisible()
    assert repeats.are_shown
    assert repeats.last == 30
    losses = np.array([result.validation_loss for result in study.results])
    assert repeats.bounds() == [losses.min(), losses.max()]
    assert "3 of 3 networks are finished." in three.sentence()
    three.window.actions_["study"].trigger()  # the dialog asks for the same numbers
    three.program.study.dialog.close()
    three.wait(lambda: three.program.study.dialog is None)
    assert summed[-1] == 3
    assert len(summed) == len(set(summed))  # each finished network was added to them once
    shown = run.displayed.theta.copy()
    np.testing.assert_array_equal(shown, study.results[0].theta)
    run.reset()
    three.wait_for(Phase.READY)
    three.click(three.window.control_bar.primary)
    three.wait_for(Phase.FINISHED)
    np.testing.assert_array_equal(run.displayed.theta, shown)


def test_that_plots_scores_and_exports_use_the_average_and_projects_go_on_with_one(
    three: Person, tmp_path: Path
) -> None:
    session, run, head = three.program.session, three.run, three.window.scores.head
    assert head.average.text() == "average of 3"
    one = run.displayed.theta.copy()
    three.click(head.average)
    three.settle()
    assert head.average.isChecked()
    assert head.weights() == "average of 3"
    mean = member_answers(three, "test").mean(axis=0)
    look = session.evaluation.current_update()
    np.testing.assert_allclose(look.predictions["test"].predicted, mean, rtol=1e-12)
    expected = evaluate(run.dataset.task, look.predictions["test"].true, mean)
    three.wait(lambda: abs(look.scores()["test"]["rmse"] - expected["rmse"]) < 1e-12)
    three.window.workspace.open("what_if")
    plot = three.window.workspace.plot("what_if")
    three.wait(lambda: "±" in plot.answer.text())
    point = plot.values[None, :]
    networks = session.evaluation.current_update().network.members
    apart = np.std([run.dataset.to_original(network.predict(point)) for network in networks], ddof=1)
    assert f"± {format_number(float(apart))}" in plot.answer.text()
    path = tmp_path / "average.json"
    session.export("json", str(path))
    three.wait(path.exists)
    three.wait_idle()
    written = json.loads(path.read_text())
    assert len(written["provenance"]["members"]) == 3
    session.export("mlp", str(tmp_path / "average.mlp"))
    three.wait((tmp_path / "average.mlp").exists)
    three.wait_idle()
    model = mlp_gui.load(tmp_path / "average.mlp")
    frame = session.data.prepared.table.frame.iloc[run.dataset.test.row_numbers]
    np.testing.assert_allclose(np.asarray(model.predict(frame)).ravel(), mean.ravel(), rtol=1e-12)
    session.project.save(str(tmp_path / "project.mlp"))
    three.wait((tmp_path / "project.mlp").exists)
    three.wait_idle()
    saved = mlp_gui.load(tmp_path / "project.mlp")
    np.testing.assert_allclose(
        np.asarray(saved.predict(frame)).ravel(), member_answers(three, "test")[0].ravel(), rtol=1e-12
    )
    three.click(head.best if head.best.isEnabled() else head.last)
    three.settle()
    np.testing.assert_allclose(
        session.evaluation.current_update().predictions["test"].predicted, member_answers(three, "test")[0], rtol=1e-12
    )
    np.testing.assert_array_equal(run.displayed.theta, one)


def test_that_training_on_leaves_the_average(three: Person) -> None:
    three.menu("Train", "Show the average of several networks")
    assert three.run.weights.is_average
    config = three.run.config
    three.run.set_config(config.replace(training=config.training.replace(max_epochs=40)))
    bar = three.window.control_bar
    three.wait(lambda: bar.is_settled and bar.primary.isEnabled())
    three.click(bar.primary)
    three.wait(lambda: three.run.epoch == 40 and three.run.phase is Phase.FINISHED)
    assert not three.run.weights.is_average
    assert not three.window.scores.head.average.isChecked()
    three.run.reset()
    three.wait_for(Phase.READY)
    assert three.window.scores.head.average.isHidden()  # an untrained run has no scores


def test_that_a_click_on_a_word_that_has_just_changed_stops_nothing(person: Person, table: Path) -> None:
    person.program.open(str(table))
    person.wait_ready()
    button, task = person.window.control_bar.repeat, person.program.session.study
    person.wait(lambda: time.monotonic() - button.changed_at > GUARD)
    person.click(button)
    assert task.busy
    assert button.text() == "Stop all"
    person.click(button)  # the second half of a double click
    assert task.busy
    person.wait(lambda: len(task.results) >= 1)
    person.wait(lambda: time.monotonic() - button.changed_at > GUARD)
    person.click(button)
    person.wait(lambda: not task.busy)
    person.wait_idle()
    assert 1 <= len(task.results) < button.count
    assert button.text() == f"Train {button.count}"
