"""Runs side by side as a person meets them: forks, restoring, deleting, and the whole list in a project."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.cleanup import visible_widgets
from helpers.person import LEFT, PLAIN, Person
from mlp_gui.core.number_format import format_percent
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.session.training.phase import Phase
from mlp_gui.views.plots.training.runs import RunsPlot
from mlp_gui.views.plots.training.runs_bar import RunsBar
from mlp_gui.views.plots.training.runs_table import RunsTable
from mlp_gui.views.widgets.sortable_cell import VALUE

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def runner(person: Person, table: Path) -> Person:
    """A table is open and ready to be trained on."""
    person.drop(person.window, table)
    person.wait_ready()
    return person


def kept(person: Person) -> dict[int, RunRecord]:
    return {run.number: run for run in person.program.session.runs.runs}


def step_tens(person: Person, tens: int) -> None:
    person.come_forward()
    for _ in range(tens):
        goal = person.run.epoch + 10
        person.press(Qt.Key.Key_Right, SHIFT)
        person.wait(lambda goal=goal: person.run.epoch == goal and person.run.phase is Phase.PAUSED)
    attempts = person.program.session.runs
    person.wait(lambda: attempts.find_run(attempts.current) and attempts.find_run(attempts.current).last_epoch == goal)
    person.settle()


def set_rate(person: Person, text: str) -> None:
    person.fill(person.setting("training.learning_rate"), text)
    person.wait(lambda: person.run.config.training.learning_rate == float(text))
    person.settle()


def reset(person: Person) -> None:
    person.click(person.window.control_bar.reset)
    person.wait_ready()


def go_back_to(person: Person, epoch: int) -> None:
    track = person.window.timeline.track
    person.wait(track.isEnabled)
    person.click(track, QPoint(round(track.x_of(epoch)), track.height() // 2))
    person.wait(lambda: person.run.epoch == epoch)
    person.settle()


def three_runs_and_a_fork(person: Person) -> None:
    """Run 1: 20 epochs; run 2: 30 with another rate; run 3: forks off run 2 after 10 with a third one; run 4: 10."""
    step_tens(person, 2)
    reset(person)
    set_rate(person, "0.01")
    step_tens(person, 3)
    go_back_to(person, 10)
    set_rate(person, "0.02")
    step_tens(person, 2)
    reset(person)
    set_rate(person, "0.05")
    step_tens(person, 1)


def open_runs(person: Person) -> RunsPlot:
    """In front of its place by its tab, and as large as all plots."""
    tabs = person.window.workspace.panels["top_left"].strip.tabs
    at = next(i for i in range(tabs.count()) if tabs.tabText(i) == "Runs")
    person.click(tabs, tabs.tabRect(at).center())
    plot = person.window.workspace.plot("runs")
    assert isinstance(plot, RunsPlot)
    person.wait(lambda: plot.isVisible() and not plot.is_due())
    person.window.workspace.plot("runs").maximise_requested.emit()
    person.settle()
    return plot


def place_of(table: RunsTable, number: int, title: str) -> QPoint:
    """The middle of a cell."""
    titles = [table.model().headerData(c, Qt.Orientation.Horizontal) for c in range(table.model().columnCount())]
    index = table.index_of(number)
    index = index.siblingAtColumn(titles.index(title))
    table.scrollTo(index)
    return table.visualRect(index).center()


def double_click(person: Person, table: RunsTable, number: int, title: str) -> None:
    place = place_of(table, number, title)
    viewport = table.viewport()
    person.click(viewport, place)
    QTest.mouseDClick(person.window.windowHandle(), LEFT, PLAIN, viewport.mapTo(person.window, place))
    person.settle()


def choose_from_menu(person: Person, table: RunsTable, number: int, text: str) -> None:
    """The context menu of a run."""
    table.customContextMenuRequested.emit(place_of(table, number, "Epochs"))
    person.settle()
    menu = next(w for w in visible_widgets() if isinstance(w, QMenu))
    action = next(a for a in menu.actions() if a.text() == text)
    assert action.isEnabled(), action.toolTip()
    person.click(menu, menu.actionGeometry(action).center())
    person.settle()


def facts_of(run: RunRecord) -> tuple:
    return (
        run.number, run.name, run.shown, run.parent, run.fork_epoch, run.config, run.best_epoch, run.best_value,
        run.ending, run.scores, run.epochs.tobytes(), run.train.tobytes(), run.validation.tobytes(),
        {name: (array.dtype, array.shape, array.tobytes()) for name, array in run.state.items()},
    )  # fmt: skip


def test_that_a_fork_is_a_run_of_its_own_that_shares_its_parents_past(runner: Person) -> None:
    three_runs_and_a_fork(runner)
    runs = kept(runner)
    assert {n: (r.parent, r.fork_epoch, r.last_epoch) for n, r in runs.items()} == {
        1: (0, 0, 20), 2: (0, 0, 30), 3: (2, 10, 30), 4: (0, 0, 10),
    }  # fmt: skip
    np.testing.assert_array_equal(runs[3].validation[:10], runs[2].validation[:10])
    assert not np.array_equal(runs[3].validation[10:], runs[2].validation[10:])
    plot = open_runs(runner)
    table = plot.table
    assert table.index_of(3).parent() == table.index_of(2)
    head, *rows = table.grid(exact=True)
    assert [row[head.index("training.learning_rate")] for row in rows] == ["0.005", "0.01", "0.02", "0.05"]
    assert [row[0].strip() for row in rows] == ["run 1", "run 2", "run 3", "run 4"]
    assert rows[2][head.index("differs")] == "fork of run 2 at epoch 10: Learning rate 0.02"
    lines = [item for item in plot.axes.contents.items if hasattr(item, "hover_texts")]
    assert [line.x[0] for line in lines] == [1, 1, 10, 1]  # the past is drawn once, as the parent's


def test_that_the_loss_curves_say_where_a_fork_branched_off(runner: Person) -> None:
    step_tens(runner, 2)
    assert "fork" not in [mark.kind for mark in runner.window.loss_plot.axes.events.marks]
    go_back_to(runner, 10)
    set_rate(runner, "0.02")
    step_tens(runner, 1)
    forks = [mark for mark in runner.window.loss_plot.axes.events.marks if mark.kind == "fork"]
    assert [(mark.epoch, mark.text) for mark in forks] == [(10, "fork of run 1")]


def judged_by(state) -> np.ndarray:
    """The weights that a run is judged by: their average, where there is one."""
    return state.get("average", state["theta"])


def test_that_any_run_is_restored_with_a_double_click_and_goes_on_as_if_never_left(runner: Person) -> None:
    three_runs_and_a_fork(runner)
    table = open_runs(runner).table
    ends = {number: judged_by(run.state) for number, run in kept(runner).items()}
    for number in (2, 3, 1, 4, 2):
        double_click(runner, table, number, "Epochs")
        runner.wait(lambda n=number: runner.program.session.runs.current == n)
        runner.wait(lambda n=number: np.array_equal(runner.run.weights.last.theta, ends[n]))
        assert runner.window.isWindowModified()
    step_tens(runner, 1)
    config = runner.run.config
    alone = Trainer(config.replace(training=config.training.replace(learning_rate=0.01)), runner.run.dataset)
    for _ in range(40):
        alone.step_epoch()
    np.testing.assert_array_equal(runner.run.weights.last.theta, alone.snapshot().theta)
    assert kept(runner)[2].last_epoch == 40
    assert sorted(kept(runner)) == [1, 2, 3, 4]


def test_that_a_deleted_run_comes_back_by_undo_in_its_colour(runner: Person) -> None:
    three_runs_and_a_fork(runner)
    plot = open_runs(runner)
    before = {item.colour for item in plot.axes.contents.items}
    choose_from_menu(runner, plot.table, 2, "Delete")
    runner.wait(lambda: sorted(kept(runner)) == [1, 3, 4])
    runner.wait(lambda: not plot.is_due())
    assert [line.x[0] for line in plot.axes.contents.items if hasattr(line, "hover_texts")] == [1, 1, 1]  # whole again
    assert {item.colour for item in plot.axes.contents.items} == before - {"@1"}
    assert runner.window.actions_["undo"].toolTip() == "Take back: the deletion of run 2."
    runner.come_forward()
    runner.press(Qt.Key.Key_Z, CTRL)
    runner.wait(lambda: sorted(kept(runner)) == [1, 2, 3, 4])
    runner.wait(lambda: not plot.is_due())
    assert {item.colour for item in plot.axes.contents.items} == before
    assert "stands in the window" in plot.table.runs.table.find(4).removable


def test_that_the_name_typed_into_the_table_is_the_runs_name(runner: Person) -> None:
    step_tens(runner, 1)
    plot = open_runs(runner)
    double_click(runner, plot.table, 1, "Run")
    runner.press(Qt.Key.Key_A, CTRL)
    runner.type("slow one")
    runner.press(Qt.Key.Key_Return)
    runner.wait(lambda: kept(runner)[1].name == "slow one")
    runner.wait(lambda: not plot.is_due())
    assert [key.text for key in plot.header.legend.shown_keys()] == ["slow one"]
    reset(runner)
    set_rate(runner, "0.05")
    step_tens(runner, 1)
    compare_and_check(runner, plot)


def compare_and_check(person: Person, plot: RunsPlot) -> None:
    """Compare both runs with the button; their answers are computed from their kept weights by hand."""
    data, runs = person.run.dataset, kept(person)
    person.wait(lambda: person.program.session.judge.references is not None)
    plot.table.choose(1)
    person.click(plot.findChild(RunsBar).compare)
    dialog = person.program.runs.comparison
    person.wait(lambda: dialog.changed.rowCount() > 0)
    answers = [by_hand(runs[n], data.test.x) * data.target_scale + data.target_shift for n in (1, 2)]
    true = data.test.y * data.target_scale + data.target_shift
    rmse = [np.sqrt(np.mean((each - true) ** 2)) for each in answers]
    better, worse = ("run 2", "slow one") if rmse[1] < rmse[0] else ("slow one", "run 2")
    share = format_percent(1 - min(rmse) / max(rmse))
    said = dialog.sentence.text()
    assert said.startswith(f"The RMSE of {better} is {share} lower than that of {worse} (")
    assert f"on the same {len(true)} test rows" in said
    cells = [[dialog.changed.item(r, c).data(VALUE) for c in range(6)] for r in range(dialog.changed.rowCount())]
    assert len(cells) == len(data.train) + len(data.validation) + len(data.test)
    assert [row[5] for row in cells] == sorted((row[5] for row in cells), reverse=True)
    by_row = {int(row[0]): row for row in cells if row[1] == "test"}
    for k, number in enumerate(data.test.row_numbers):
        found = by_row[int(number)]
        assert found[2:5] == pytest.approx([true[k, 0], answers[0][k, 0], answers[1][k, 0]], rel=1e-12)
    person.click(dialog.changed.viewport(), dialog.changed.visualItemRect(dialog.changed.item(0, 0)).center())
    assert person.program.session.evaluation.selection.rows.tolist() == [int(cells[0][0])]
    dialog.reject()
    person.wait(person.no_dialog)


def by_hand(run: RunRecord, x: np.ndarray) -> np.ndarray:
    """The answer of a network of one layer of 10 tanh units or more, from the weights that were best."""
    network, theta = run.config.network, run.state["best_theta"]
    at = 0
    widths = [x.shape[1], *(layer.units for layer in network.hidden), 1]
    for k, (n_in, n_out) in enumerate(pairwise(widths)):
        weights = theta[at : at + (n_in + 1) * n_out].reshape(n_in + 1, n_out)
        at += weights.size
        x = np.column_stack([x, np.ones(len(x))]) @ weights
        if k < len(network.hidden):
            x = x / (1 + np.exp(-x))  # SiLU
    return x


def test_that_a_project_brings_back_every_run_and_the_layout(runner: Person, another: Person, tmp_path: Path) -> None:
    three_runs_and_a_fork(runner)
    runner.program.session.runs.rename(2, "Größer =1+1")
    runner.menu("View", "Evaluate")
    runner.come_forward()
    runner.press(Qt.Key.Key_S, CTRL)
    runner.type_file_name(tmp_path / "work.mlp")
    runner.wait(lambda: runner.program.session.project.path == str(tmp_path / "work.mlp"))
    assert not runner.window.isWindowModified()
    another.come_forward()
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    another.wait(lambda: another.program.session.runs.current == 4)
    another.settle()
    assert another.window.workspace.layout_.name == "evaluate"
    here, there = kept(runner), kept(another)
    assert sorted(there) == [1, 2, 3, 4]
    for number, run in there.items():
        assert facts_of(run) == facts_of(here[number]), number
    assert not another.window.isWindowModified()
    another.menu("View", "Training")
    another.settle()
    table = open_runs(another).table
    double_click(another, table, 2, "Epochs")
    another.wait(lambda: another.run.epoch == 30)
    step_tens(another, 1)
    config = another.run.config
    alone = Trainer(config, another.run.dataset)
    for _ in range(40):
        alone.step_epoch()
    assert config.training.learning_rate == 0.01
    np.testing.assert_array_equal(another.run.weights.last.theta, alone.snapshot().theta)
    step_again(another, table)


def step_again(person: Person, table: RunsTable) -> None:
    """A new run after opening has a number, and so a colour, that none had before."""
    person.window.workspace.plot("runs").maximise_requested.emit()
    reset(person)
    step_tens(person, 1)
    assert sorted(kept(person)) == [1, 2, 3, 4, 5]


def test_that_a_fork_that_is_saved_while_it_trains_comes_back_as_that_fork(
    runner: Person, another: Person, tmp_path: Path
) -> None:
    runner.come_forward()
    runner.fill(runner.setting("training.max_epochs"), "9999999")
    runner.wait_ready()
    step_tens(runner, 2)
    go_back_to(runner, 10)
    runner.click(runner.window.control_bar.primary)
    runner.wait(lambda: runner.run.epoch > 40 and runner.run.phase is Phase.RUNNING)
    runner.come_forward()
    runner.press(Qt.Key.Key_S, CTRL)
    runner.type_file_name(tmp_path / "work.mlp")
    runner.wait(lambda: runner.program.session.project.path == str(tmp_path / "work.mlp"))
    runner.click(runner.window.control_bar.primary)
    runner.wait_for(Phase.PAUSED)
    runner.wait_idle()  # the copy aside of where it stopped is written
    another.come_forward()
    another.drop(another.window, tmp_path / "work.mlp")
    another.wait_for(Phase.PAUSED)
    another.wait(lambda: sorted(kept(another)) == [1, 2] and kept(another)[2].state is not None)
    fork = kept(another)[2]
    assert (another.program.session.runs.current, fork.parent, fork.fork_epoch) == (2, 1, 10)
    assert fork.last_epoch == another.run.epoch > 40
    np.testing.assert_array_equal(judged_by(fork.state), another.run.weights.last.theta)
    assert kept(another)[1].last_epoch == 20
