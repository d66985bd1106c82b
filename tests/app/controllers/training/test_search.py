"""Find good settings, from the Train menu to a run with the winner's settings."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from mlp_gui.session.training.study_keeper import studies_folder
from mlp_gui.studies.search.search_summary import summarize_search

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def cells(table, column: int) -> list[str]:
    return [table.item(row, column).text() for row in range(table.rowCount())]


def row_of(table, path: str) -> int:
    return next(row for row in range(table.rowCount()) if path in table.item(row, 0).toolTip())


def test_that_settings_are_searched_beside_the_run_and_taken_over_with_a_click(person: Person) -> None:
    person.program.open_sample("iris")
    person.wait_ready()
    session, run = person.program.session, person.run
    run.set_config(run.config.replace(training=run.config.training.replace(max_epochs=12)))
    person.wait_ready()
    before = run.weights.last.theta.copy()
    person.menu("Train", "Find good settings…")
    dialog = person.program.search.dialog
    ticked = [
        r for r in range(dialog.ranges.rowCount()) if dialog.ranges.item(r, 0).checkState() == Qt.CheckState.Checked
    ]
    assert row_of(dialog.ranges, "training.learning_rate") in ticked
    for row in ticked:
        dialog.ranges.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.start.click()
    assert not session.search.busy  # nothing is ticked
    for path, text in (("training.learning_rate", "0.001:2e9"), ("network.hidden.units", "3:9")):
        dialog.ranges.item(row_of(dialog.ranges, path), 0).setCheckState(Qt.CheckState.Checked)
        dialog.ranges.item(row_of(dialog.ranges, path), 1).setText(text)
    dialog.fields["runs"].show_value(6)
    dialog.start.click()
    person.wait(lambda: not session.search.busy)
    assert not session.search.results  # out of bounds
    dialog.ranges.item(row_of(dialog.ranges, "training.learning_rate"), 1).setText("0.001:0.1")
    dialog.start.click()
    person.wait(lambda: len(session.search.results) >= 3)
    dialog.start.click()
    person.wait(lambda: not session.search.busy)
    kept = list(session.search.results)
    assert dialog.start.text() == "Go on"
    dialog.start.click()
    person.wait(lambda: not session.search.busy and dialog.start.text() == "Start")
    assert session.search.results[: len(kept)] == kept
    found = summarize_search(session.search.study, session.search.results)
    assert np.array_equal(run.weights.last.theta, before)  # the run has not been touched
    assert sorted(map(int, cells(dialog.trials, 0))) == [1, 2, 3, 4, 5, 6]
    dialog.trials.sortItems(1)
    assert int(dialog.trials.item(0, 0).text()) == min(found.trials, key=lambda t: t.order).number
    assert dialog.trials.item(dialog.trials.selectedItems()[0].row(), 0).text() == str(found.winner.number)
    dialog.open_run.click()
    person.wait(lambda: run.epoch == found.finals[0].epochs)
    assert np.array_equal(run.weights.best.theta, found.finals[0].theta)
    other = next(t for t in found.trials if t.settings and t is not found.winner)
    person.program.search.dialog.trial_chosen.emit(other.number - 1)
    dialog.take.click()
    person.wait(lambda: run.config.training.learning_rate == dict(other.values)["training.learning_rate"])
    dialog.repeat.click()
    person.wait(lambda: len(session.study.results) == 5 and not session.study.busy)
    assert session.study.study.config.network.hidden[0].units == dict(other.values)["network.hidden.units"]
    assert {r.job.seed for r in session.study.results} == {0, 1, 2, 3, 4}
    person.program.study.dialog.reject()
    results, path = session.search.results, session.search.keeper.path
    assert path.startswith(str(studies_folder()))  # kept without being asked for
    person.program.study.open_study(path)
    person.answer("Discard")
    person.wait(lambda: session.search.results is not results and session.search.keeper.path == path)
    dialog = person.program.search.dialog
    assert [r.job for r in session.search.results] == [r.job for r in results]
    boxes = [dialog.ranges.item(row, 0).checkState() for row in range(dialog.ranges.rowCount())]
    assert boxes.count(Qt.CheckState.Checked) == 2
    assert dialog.ranges.item(row_of(dialog.ranges, "network.hidden.units"), 1).text() == "3:9"
    assert dialog.start.text() == "Go on"
    dialog.reject()
    person.wait(person.no_dialog)
