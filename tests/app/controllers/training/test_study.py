"""Many networks from the Train menu: the run is not touched until one of them is opened."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

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


def test_that_a_cross_validation_feeds_the_plots_and_ends_in_a_run_of_all_rows(person: Person, tmp_path: Path) -> None:
    person.program.open_sample("sine")
    person.wait_ready()
    session, run = person.program.session, person.run
    training = run.config.training.replace(max_epochs=20)
    run.set_config(run.config.replace(training=training, uncertainty=run.config.uncertainty.replace(level=0.8)))
    person.wait_ready()
    person.menu("Train", "Train many networks…")
    dialog = person.program.study.dialog
    dialog.plan.numbers["repeats"].show_value(1)
    dialog.folds.show_value(4)
    dialog.start.click()
    person.wait(lambda: session.study.has_folds and dialog.final.isVisible())
    results, rows = session.study.results, session.run.dataset.subsets
    held = np.sort(np.concatenate([r.rows for r in results]))
    assert np.array_equal(held, np.sort(np.concatenate([s.row_numbers for s in rows.values()])))
    heads = [dialog.scores.horizontalHeaderItem(k).text() for k in range(3)]
    assert heads == ["Score", "Mean", "95 % interval"]
    dialog.show_rows.click()
    fit = session.evaluation.current_update().predictions
    assert list(fit) == ["out-of-fold"]
    order = np.argsort(np.concatenate([r.rows for r in results]))
    own = np.concatenate([r.outputs for r in results])[order]
    assert np.array_equal(fit["out-of-fold"].predicted, own)
    table = tmp_path / "rows.csv"
    dialog.save_rows.click()
    person.type_file_name(table)
    person.wait(table.exists)
    epochs = round(float(np.median([r.best_epoch for r in results])))
    dialog.final.click()
    person.wait(lambda: run.phase is Phase.FINISHED and run.epoch == epochs)
    assert len(run.dataset.train) == len(held)
    assert not len(run.dataset.validation)
    # Its intervals are those of the rows out of fold, also in what is saved.
    true = fit["out-of-fold"].true[:, 0]
    errors = np.sort(np.abs(true - own[:, 0]))
    promised = session.evaluation.current_update().promise
    half = errors[int(np.ceil(0.8 * (len(errors) + 1))) - 1]
    assert promised.half_width[0] == pytest.approx(half, rel=1e-12)
    person.wait(lambda: list(session.evaluation.current_update().predictions) == ["out-of-fold"])
    dialog.show_rows.click()
    assert list(session.evaluation.current_update().predictions) == ["training"]
    saved = tmp_path / "final.json"
    session.export("json", str(saved))
    person.wait(saved.exists)
    person.wait(lambda: "final.json" in person.sentence())
    stored = json.loads(saved.read_text(encoding="utf-8"))["calibration"]
    assert stored["subset"] == "out-of-fold"
    assert stored["scores"][0] == pytest.approx(errors, rel=1e-12)
    dialog.reject()
    person.wait(person.no_dialog)


def test_that_a_race_and_a_learning_curve_are_kept_and_opened_again(person: Person, tmp_path: Path) -> None:
    person.program.open_sample("sine")
    person.wait_ready()
    session, run = person.program.session, person.run
    run.set_config(run.config.replace(training=run.config.training.replace(max_epochs=6)))
    person.wait_ready()
    person.menu("Train", "Train many networks…")
    dialog, plan = person.program.study.dialog, person.program.study.dialog.plan
    plan.show_kind("race")
    plan.numbers["repeats"].show_value(1)
    assert plan.setting.value() == "training.optimizer"
    plan.race.setText("sgd, adam")
    dialog.start.click()
    person.wait(lambda: len(session.study.results) == 2 and not session.study.busy)
    assert texts(dialog.members, 0) == ["SGD (gradient descent), seed 0", "Adam, seed 0"]
    dialog.members.cellWidget(0, dialog.members.columnCount() - 1).click()
    person.wait(lambda: run.config.training.optimizer.name == "sgd" and run.epoch == 6)
    dialog.cluster.setText("nothing.json")
    dialog.start.click()
    person.wait(lambda: "Scheduler file not found: nothing.json" in dialog.findChild(QLabel, "sentence").text())
    session.evaluation.out_of_fold_changed.emit()  # shown anew: the sentence stays
    assert "Scheduler file not found: nothing.json" in dialog.findChild(QLabel, "sentence").text()
    dialog.cluster.setText("")
    plan.show_kind("curve")
    plan.rows.setText("20, many")
    dialog.start.click()
    assert "are no numbers of rows" in dialog.findChild(QLabel, "sentence").text()
    plan.numbers["repeats"].show_value(2)
    plan.rows.setText("20, 40")
    dialog.start.click()
    person.wait(lambda: len(session.study.results) == 4 and not session.study.busy)
    assert [r.job.rows for r in session.study.results] == [20, 20, 40, 40]
    kept = tmp_path / "curve.json"
    dialog.save_file.click()
    person.type_file_name(kept)
    person.wait(lambda: "curve.json" in person.sentence())
    results = session.study.results
    person.program.open_sample("iris")
    person.wait(lambda: session.data.table.name == "iris" and run.dataset is not None)
    person.program.study.open_study(str(kept))
    person.wait(lambda: session.study.results is not results)
    assert session.data.table.name == "sine"
    for one, other in zip(session.study.results, results, strict=True):
        assert one.job == other.job
        assert np.array_equal(one.theta, other.theta)
    assert session.study.study.plan.rows == (20, 40)
    assert run.config.training.max_epochs == 6
    dialog.reject()
    person.wait(person.no_dialog)
