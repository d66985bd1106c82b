"""Plots, selection, doctor and runs in the whole window, as a person meets them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.cleanup import end, running_threads
from mlp_gui.app.program import Program
from mlp_gui.session.training.phase import Phase


def opened(person):
    person.program.open_sample("iris")
    person.wait_ready()
    return person


@pytest.fixture
def iris(shared_person):
    """Iris opened anew in the window that the tests share, which do not change its settings."""
    shared_person.program.session.project.discard_unsaved()
    shared_person.window.actions_["layout_training"].trigger()
    shared_person.window.workspace.reset_layout()
    return opened(shared_person)


@pytest.fixture
def own_iris(person):
    """Iris in a window of one's own, to change its settings or its list of runs."""
    return opened(person)


def train(person, epochs):
    goal = person.run.epoch + epochs
    person.run.step_epochs(epochs)
    person.wait(lambda: person.run.epoch == goal or person.run.phase is Phase.FINISHED)
    person.wait_for(Phase.PAUSED, Phase.FINISHED)


def layout(person, name):
    person.window.actions_[f"layout_{name}"].trigger()
    person.settle()


def test_that_every_layout_shows_its_plots_with_numbers(iris):
    train(iris, 12)
    for name in ("training", "understand", "evaluate", "present"):
        layout(iris, name)
        for plot in iris.window.plots:
            if plot.isVisible():
                iris.wait(lambda plot=plot: not plot.is_due())
        assert not iris.crashes


def test_that_a_cell_of_the_confusion_matrix_selects_its_rows_everywhere(iris):
    train(iris, 12)
    plot = iris.window.predicted_vs_true_plot
    square = plot.confusion.cells()["training"]
    at = square.topLeft().toPoint() + QPoint(8, 8)  # true setosa, predicted setosa
    QTest.mouseClick(plot.confusion, Qt.MouseButton.LeftButton, pos=at)
    iris.settle()
    rows = iris.program.session.evaluation.selection.rows
    dataset, lens = iris.run.dataset, iris.run.prediction_cache
    seen = lens.predict_subsets()["training"]
    both = (seen.true.argmax(axis=1) == 0) & (seen.predicted.argmax(axis=1) == 0)
    assert sorted(rows.tolist()) == sorted(seen.row_numbers[both].tolist())
    assert iris.window.selection_bar.isVisible()
    assert f"{len(rows):,} rows" in iris.window.selection_bar.label.text() or len(rows) == 1
    iris.click(iris.window.selection_bar.clear)
    assert not iris.window.selection_bar.isVisible()
    assert dataset is iris.run.dataset


def test_that_one_row_says_why_and_leads_to_the_table(iris):
    train(iris, 12)
    row = int(iris.run.dataset.train.row_numbers[3])
    iris.program.session.evaluation.selection.choose(np.array([row]))
    iris.settle()
    text = iris.window.selection_bar.label.text()
    assert text.startswith(f"Row {row + 1:,} (training): ")
    assert "largest error of 105 training rows" in text
    iris.click(iris.window.selection_bar.table)
    assert iris.window.pages.currentWidget() is iris.program.data_pages.table.page


def test_that_the_doctor_offers_a_smaller_rate_and_applies_it(own_iris):
    iris = own_iris
    config = iris.run.config
    iris.run.set_config(config.replace(training=config.training.replace(learning_rate=500.0)))
    iris.wait_ready()
    train(iris, 20)
    iris.settle()
    button = iris.window.status.diagnostics_button
    iris.wait(button.isVisible)
    assert button.text().strip() == "The learning rate is probably too large"
    iris.click(button)
    card = button.card
    assert iris.window.loss_plot.axes.events.region is not None
    QTest.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    iris.settle()
    assert iris.run.config.training.learning_rate < 1
    assert iris.window.loss_plot.axes.events.region is None
    QApplication.processEvents()


def test_that_a_healthy_run_says_nothing(iris):
    train(iris, 60)
    iris.settle()
    assert not iris.window.status.diagnostics_button.isVisible()


def test_that_runs_are_kept_and_any_of_them_is_restored_exactly(own_iris):
    iris = own_iris
    train(iris, 10)
    first = iris.run.weights.last.theta.copy()
    iris.wait(lambda: iris.program.session.runs.runs)
    iris.run.reset()
    iris.wait_for(Phase.READY)
    config = iris.run.config
    iris.run.set_config(config.replace(training=config.training.replace(learning_rate=0.05)))
    iris.wait_ready()
    train(iris, 7)
    attempts = iris.program.session.runs
    iris.wait(lambda: [a.number for a in attempts.runs] == [1, 2])
    iris.window.workspace.open("runs")
    iris.settle()
    head, *rows = iris.window.workspace.plot("runs").table.grid(exact=False)
    assert [row[head.index("Epochs")] for row in rows] == ["10", "7"]
    assert rows[1][head.index("Differs in")] == "Learning rate 0.05"
    iris.program.runs.restore(1)
    iris.wait(lambda: iris.run.epoch == 10)
    iris.settle()
    assert np.array_equal(iris.run.weights.last.theta, first)
    assert attempts.current == 1
    train(iris, 1)
    assert iris.run.epoch == 11


def test_that_importance_comes_from_the_background(iris):
    train(iris, 30)
    layout(iris, "understand")
    plot = iris.window.workspace.plot("importance")
    iris.wait(lambda: plot.result is not None)
    assert set(plot.result.names) == set(iris.run.dataset.feature_names)
    assert np.isfinite(plot.result.drops).all()


def test_that_what_if_answers_as_the_network_and_flags_the_outside(iris):
    train(iris, 30)
    iris.window.workspace.open("what_if")
    iris.settle()
    plot = iris.window.workspace.plot("what_if")
    plot.panels["petal_length_cm"].curve.setValue(200)
    plot.refresh()
    assert plot.line_text() == "outside the training range: petal_length_cm"
    answers = iris.run.prediction_cache.network.predict(plot.values[None, :])[0]
    assert plot.answer.text().startswith(iris.run.dataset.class_names[int(answers.argmax())])


def test_that_best_inputs_are_searched_in_the_background_and_shown_at_the_point(iris):
    train(iris, 30)
    iris.window.workspace.open("what_if")
    iris.settle()
    plot = iris.window.workspace.plot("what_if")
    iris.click(plot.best)
    search = plot.search
    kinds = [goal.kind.currentData() for goal in search.goals]
    assert kinds[plot.output.index()] == "maximize"
    search.goals[plot.output.index()].kind.show_value("")
    search.goals[2].kind.show_value("maximize")
    iris.click(search.limits[0].free)
    before = plot.values.copy()
    iris.click(search.find_button)
    iris.wait(lambda: search.find_button.text() == "Find")
    plot.refresh()
    assert "virginica" in search.said.text()
    assert "Outside" not in search.said.text()
    train_x = iris.run.dataset.train.x
    best = iris.run.prediction_cache.network.predict(plot.values[None, :])[0]
    held = train_x.copy()
    held[:, 0] = before[0]
    assert plot.values[0] == before[0]
    assert best[2] >= iris.run.prediction_cache.network.predict(held)[:, 2].max() - 1e-9
    assert (plot.values[1:] >= train_x.min(axis=0)[1:] - 1e-9).all()
    assert (plot.values[1:] <= train_x.max(axis=0)[1:] + 1e-9).all()
    search.goals[2].kind.show_value("minimize")
    there = plot.values.copy()
    search.find_button.click()
    assert search.find_button.text() == "Stop"
    search.find_button.click()  # before it can have found anything
    assert (search.find_button.text(), search.said.text()) == ("Find", "Stopped: the point stays where it is.")
    search.find_button.click()
    search.close()  # stops it, too
    iris.wait_idle()
    assert search.find_button.text() == "Find"
    assert np.array_equal(plot.values, there)


def test_that_only_visible_plots_are_asked_to_draw(iris, monkeypatch):
    drawn = []
    for name in ("residuals", "network", "curves"):
        plot = iris.window.workspace.plot(name)
        monkeypatch.setattr(plot, "draw", lambda name=name: drawn.append(name))
    train(iris, 5)
    iris.settle()
    assert drawn == []


def view_entry(person, name):
    actions = [a for a in person.window.findChildren(QAction) if a.objectName() == f"panel_{name}"]
    assert len(actions) == 1
    return actions[0]


def test_that_the_view_menu_opens_and_closes_plots_and_panels(iris):
    workspace = iris.window.workspace
    view_entry(iris, "roc").trigger()
    iris.settle()
    assert workspace.plot("roc").isVisible()
    assert view_entry(iris, "roc").isChecked()
    view_entry(iris, "roc").trigger()
    iris.settle()
    assert workspace.panel_name_of("roc") == ""
    for name, panel in (("scores", iris.window.scores), ("experiment", iris.window.experiment)):
        view_entry(iris, name).trigger()
        assert not panel.isVisible()
        view_entry(iris, name).trigger()
        assert panel.isVisible()
    assert not view_entry(iris, "residuals").isEnabled()  # nothing to show for classes


def test_that_the_arrangement_is_there_again_after_a_restart(own_iris, qapp):
    iris = own_iris
    iris.window.workspace.open_at("bottom_left", "calibration")
    iris.program.view.remember()
    iris.program.session.preferences.flush()
    iris.wait_idle()
    first = running_threads()
    again = Program(qapp)
    try:
        assert again.window.workspace.panel_name_of("calibration") == "bottom_left"
    finally:
        end(again, besides=first)


def test_that_at_rest_a_frame_of_one_plot_does_not_paint_the_others(iris):
    train(iris, 12)
    layout(iris, "understand")
    plots = {name: iris.window.workspace.plot(name) for name in ("network", "importance", "dependence")}
    iris.wait(lambda: plots["importance"].result is not None and plots["dependence"].result is not None)
    iris.wait(lambda: not iris.program.session.evaluation.layer_history.has_pending)
    iris.wait(lambda: not any(plot.is_due() for plot in plots.values()))
    dirtied = []
    plots["network"].dirtied.connect(lambda: dirtied.append("network"))
    for _ in range(5):
        plots["importance"].mark_dirty()  # as its progress does many times a second
        iris.wait(lambda: not plots["importance"].is_due())
    assert not dirtied
    train(iris, 1)
    iris.wait(lambda: dirtied and not plots["network"].is_due())
