"""Many networks from the Train menu: the run is not touched until one of them is opened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import mlp_gui
from helpers.person import Person
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def texts(table, column: int) -> list[str]:
    return [table.item(row, column).text() for row in range(table.rowCount())]


def test_that_networks_are_trained_beside_the_run_and_one_is_opened_with_a_click(
    person: Person, tmp_path: Path
) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    session, run = person.program.session, person.run
    config = run.config.replace(training=run.config.training.replace(max_epochs=8))
    run.set_config(config)
    person.wait_ready()
    before = run.weights.last.theta.copy()
    person.menu("Train", "Train many networks…")
    dialog = person.program.study.dialog
    dialog.networks.show_value(3)
    dialog.start.click()
    person.wait(lambda: len(session.study.results) == 3 and not session.study.busy)
    assert np.array_equal(run.weights.last.theta, before)
    assert run.phase is Phase.READY
    assert texts(dialog.members, 0) == ["seed 0", "seed 1", "seed 2"]
    assert dialog.start.text() == "Start"
    losses = [r.scores["log_loss"] for r in session.study.results]
    row = texts(dialog.scores, 0).index("Log loss")
    assert dialog.scores.item(row, 4).text() == f"seed {int(np.argmax(losses))}"
    average = tmp_path / "average.mlp"
    dialog.average.click()
    person.type_file_name(average)
    person.wait(average.exists)
    person.wait(lambda: "3 networks" in person.sentence())
    model = mlp_gui.load(average)
    outputs = np.mean([r.outputs for r in session.study.results], axis=0)
    test_rows = session.study.results[0].rows
    np.testing.assert_allclose(model.predict_proba("sample:iris")[test_rows], outputs, rtol=1e-9)
    dialog.members.cellWidget(1, dialog.members.columnCount() - 1).click()
    person.wait(lambda: run.epoch == 8 and run.config.network.seed == 1)
    second = session.study.results[1]
    person.wait(lambda: np.array_equal(run.weights.best.theta, second.theta))
    person.wait(lambda: any(one.config.network.seed == 1 for one in session.runs.runs))
    dialog.networks.show_value(1)
    dialog.folds.show_value(60)
    dialog.start.click()
    person.wait(lambda: not session.study.busy)
    assert not session.study.results
    dialog.folds.show_value(3)
    dialog.start.click()
    person.wait(lambda: len(session.study.results) == 3 and not session.study.busy)
    assert texts(dialog.members, 0) == ["fold 1, seed 1", "fold 2, seed 1", "fold 3, seed 1"]
    assert not dialog.average.isVisible()
    assert dialog.members.columnCount() == 5  # no button: these learned from other rows
    assert sorted(np.concatenate([r.rows for r in session.study.results])) == list(range(150))
    dialog.reject()
    person.wait(person.no_dialog)
    assert person.program.study.dialog is None
