"""The verdict in the window: above the scores, in the mark of the status line, and as the button that it offers."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error, r2_score

from mlp_gui.app.controllers.training.runs import runs_table
from mlp_gui.core.number_format import format_number
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training.phase import Phase


def judged(person):
    person.wait(lambda: person.program.session.judge.assessment is not None)
    person.settle()
    return person.program.session.judge.assessment.verdict


def rows(table) -> dict[str, list[str]]:
    """The score table by its first column."""
    return {
        table.item(r, 0).text(): [table.item(r, c).text() for c in range(1, table.columnCount())]
        for r in range(table.rowCount())
    }


def test_that_the_tutorials_run_is_no_better_than_the_mean_and_its_cure_one_click(shared_person):
    person, window = shared_person, shared_person.window
    person.program.open_preset("tutorial")
    person.wait_ready()
    assert window.scores.verdict.sentence() == ""
    window.control_bar.train_requested.emit()
    person.wait_for(Phase.FINISHED)
    verdict = judged(person)
    assert (verdict.kind, verdict.subset) == ("bad", "validation")
    said = window.scores.verdict.sentence()
    assert said.startswith("No better than the mean: R² -0.04 [")
    assert said.endswith("] on 66 validation rows.")
    assert window.status.kind == "bad", "no green tick for a worthless network"
    # The rows of the references are those of the models themselves.
    dataset = person.run.dataset
    y = dataset.to_original(dataset.validation.y)
    shown = rows(window.scores.table)
    mean = np.full_like(y, dataset.to_original(dataset.train.y).mean())
    assert shown["validation: the mean"][0] == format_number(r2_score(y, mean))
    linear = {
        format_number(r2_score(dataset.validation.y, Ridge(152 * share, solver="svd").fit(
            dataset.train.x, dataset.train.y).predict(dataset.validation.x)))
        for share in (10.0, 1.0, 0.1, 0.01, 1e-3, 1e-4, 1e-6)
    }  # fmt: skip
    assert shown["validation: linear model"][0] in linear
    assert set(window.loss_plot.axes.references) == {"the mean", "linear model", "the value before"}
    # The button takes the settings that suit, as an edit that can be undone; the run stays in the list.
    assert window.scores.verdict.button.text() == "Use the proposed settings"
    before = person.run.config
    person.click(window.scores.verdict.button)
    person.wait(lambda: person.run.config != before)
    person.wait_ready()
    assert person.run.config.training.optimizer.name == "adam"
    assert [run.number for run in person.program.session.runs.runs] == [1]
    person.program.session.undo_stack.undo()
    person.wait_ready()
    assert person.run.config == before


@pytest.mark.parametrize("choice", ["best", "last"])
def test_that_the_mark_is_green_only_for_a_network_that_beats_both(shared_person, choice):
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open("sample:xor")
    person.wait_ready()
    window.control_bar.train_requested.emit()
    person.wait_for(Phase.FINISHED)
    person.click(getattr(window.scores, choice))
    verdict = judged(person)
    assert verdict.kind == window.status.kind == window.scores.verdict.kind == "good"
    assert "than a linear model" in window.scores.verdict.sentence()
    assert verdict.skill["linear"].low > 0
    assert verdict.skill["constant"].low > 0


def test_that_the_verdict_is_said_while_presenting_and_the_references_stand_in_runs(shared_person):
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open_preset("tutorial")
    person.wait_ready()
    window.control_bar.train_requested.emit()
    person.wait_for(Phase.FINISHED)
    judged(person)
    said = window.scores.verdict.sentence()
    assert not window.status.sentence().startswith(said)
    window.actions_["present"].trigger()
    person.settle()
    assert window.status.sentence().startswith(said)
    window.actions_["present"].trigger()
    person.settle()
    assert not window.status.sentence().startswith(said)
    session = person.program.session
    table = runs_table(session.runs, session.judge.references)
    keys = [column.key for column in table.columns]
    scores, references = session.runs.runs[0].scores["validation"], session.judge.references.scores
    for model in ("constant", "linear"):
        cell = table.rows[0].cells[keys.index(f"skill.{model}")]
        assert cell.value == pytest.approx(1 - scores["rmse"] / references[model]["validation"]["rmse"])


def test_that_the_two_training_losses_are_told_apart(shared_person):
    """During the epoch the weights move; after it all rows are answered by the last ones."""
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open_preset("tutorial")
    person.wait_ready()
    person.program.session.timeline.step_epochs(3)
    person.wait_for(Phase.PAUSED)
    trainer = Trainer(person.run.config, person.run.dataset)
    during = [trainer.step_epoch().train_loss for _ in range(3)][-1]
    train = person.run.dataset.train
    after = mean_squared_error(train.y, trainer.network.predict(train.x))
    assert format_number(during) != format_number(after)
    place = f"{format_number(during)} (after it {format_number(after)})"
    person.wait(lambda: place in window.loss_plot.line_text() or "all rows after it" in window.loss_plot.line_text())
    assert format_number(after) in window.loss_plot.line_text()


def test_that_a_run_that_goes_on_has_no_verdict(shared_person):
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open("sample:xor")
    person.wait_ready()
    person.program.session.timeline.step_epochs(3)
    person.wait_for(Phase.PAUSED)
    judged(person)
    window.control_bar.train_requested.emit()
    person.wait(lambda: person.run.phase is Phase.RUNNING)
    assert window.scores.verdict.sentence() == "The verdict follows when training is paused."
    assert window.status.kind == "neutral"
    person.run.stop()
    person.wait_for(Phase.PAUSED, Phase.FINISHED)
    judged(person)


def test_that_two_runs_on_the_same_rows_are_compared_row_by_row(shared_person):
    person, window = shared_person, shared_person.window
    person.program.session.project.discard_unsaved()
    person.program.open("sample:xor")
    person.wait_ready()
    verdicts = []
    for _ in range(2):
        person.program.session.timeline.step_epochs(40)
        person.wait_for(Phase.PAUSED)
        verdicts.append(judged(person))
        config = person.run.config
        network = config.network.replace(seed=config.network.seed + 1)
        if len(verdicts) == 1:
            person.program.session.undo_stack.set_config_anew(config.replace(network=network))
            person.wait(lambda network=network: person.run.config.network == network)
            person.wait_ready()
    table = person.program.runs.table()
    place = [column.key for column in table.columns].index("paired")
    first, second = (np.array(verdict.row_losses) for verdict in verdicts)
    cells = [row.cells[place] for row in table.rows]
    assert cells[0].value == pytest.approx(1 - first.mean() / second.mean())
    assert np.isnan(cells[1].value), "the run in the window is not compared with itself"
    gap = second - first
    chance = NormalDist().cdf(-abs(gap.mean()) / (gap.std() / np.sqrt(len(gap))))
    said = cells[0].text.rsplit(" ", 2)[-2]
    assert float(said) / 100 == pytest.approx(chance, abs=0.05)
    assert window.scores.verdict.sentence()
