"""The whole program without a window: a session is opened, trained, stepped back, forked, taught, exported, saved."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from mlp_gui.core.errors import UserError
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.export.project.run_format import read_run
from mlp_gui.presets import propose_config
from mlp_gui.session.lessons.lesson_reader import read_lesson
from mlp_gui.session.project import project
from mlp_gui.session.session import Session
from mlp_gui.session.training.phase import Phase


@pytest.fixture
def session(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("MLP_GUI_SETTINGS", str(tmp_path / "settings.ini"))
    made = Session()
    crashes: list[str] = []
    made.crashed.connect(crashes.append)
    yield made
    made.close()
    assert not crashes, crashes[0]


def open_iris(session: Session, qtbot) -> None:
    session.open("sample:iris")
    qtbot.waitUntil(lambda: session.run.phase is Phase.READY)


def train(session: Session, qtbot, epochs: int) -> None:
    goal = session.run.epoch + epochs
    session.timeline.step_epochs(epochs)
    qtbot.waitUntil(lambda: session.run.epoch == goal and session.run.phase is Phase.PAUSED)
    qtbot.waitUntil(lambda: session.timeline.facts.end.epoch >= goal)


def test_that_a_stop_while_a_copy_is_being_written_is_copied_at_once_too(session, qtbot, monkeypatch) -> None:
    real = project.write_project

    def slow(*arguments: object) -> object:
        time.sleep(0.5)
        return real(*arguments)

    monkeypatch.setattr(project, "write_project", slow)
    open_iris(session, qtbot)
    train(session, qtbot, 1)
    train(session, qtbot, 1)
    side = session.project.autosave_file.claim_path()
    qtbot.waitUntil(lambda: side.exists() and len(read_run(side).history) == 2, timeout=20_000)  # not after a minute


def go_to(session: Session, qtbot, epoch: int) -> None:
    session.timeline.go_to(epoch)
    qtbot.waitUntil(lambda: session.run.epoch == epoch and session.timeline.is_in_past)


def set_rate(session: Session, rate: float) -> None:
    config = session.run.config
    session.undo_stack.set_config(config.replace(training=config.training.replace(learning_rate=rate)))


def trained_alone(session: Session, *epochs: tuple[int, float]) -> np.ndarray:
    """Weights of a plain trainer after so many epochs at each rate."""
    config = session.run.config
    for k, (count, rate) in enumerate(epochs):
        config = config.replace(training=config.training.replace(learning_rate=rate))
        if k == 0:
            trainer = Trainer(config, session.run.dataset)
        else:
            trainer.retune(config)
        for _ in range(count):
            trainer.step_epoch()
    return trainer.snapshot().theta


def test_that_a_sample_becomes_a_run_with_the_settings_that_suit_it(session, qtbot) -> None:
    open_iris(session, qtbot)
    dataset = session.run.dataset
    assert session.run.config == propose_config(dataset, None)
    assert session.run.status_text.startswith(f"Ready: {len(dataset.train):,} rows to train on")
    assert session.evaluation.context.dataset is dataset
    assert session.evaluation.context.prepared is session.data.prepared


def test_that_training_equals_a_plain_trainer_and_is_evaluated(session, qtbot) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 30)
    rate = session.run.config.training.learning_rate
    np.testing.assert_array_equal(session.run.weights.last.theta, trained_alone(session, (30, rate)))
    update = session.evaluation.current_update()
    assert update.at_rest
    seen = update.predictions["training"]
    assert len(seen.predicted) == len(session.run.dataset.train)
    assert update.scores()["training"]["accuracy"] == np.mean(seen.predicted.argmax(1) == seen.true.argmax(1))
    session.evaluation.layer_history.process_pending()
    assert session.evaluation.layer_history.latest_statistics() is not None


def test_that_stepping_back_and_forth_trains_nothing_anew(session, qtbot) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 20)
    end, rate = session.run.weights.last.theta.copy(), session.run.config.training.learning_rate
    session.timeline.step_back()
    qtbot.waitUntil(lambda: session.run.epoch == 19)
    np.testing.assert_array_equal(session.run.weights.last.theta, trained_alone(session, (19, rate)))
    assert len(session.run.history) == 20
    heard: list[object] = []
    session.run.epochs_finished.connect(heard.append)
    session.timeline.step_epochs(1)
    qtbot.waitUntil(lambda: session.run.epoch == 20)
    np.testing.assert_array_equal(session.run.weights.last.theta, end)
    assert not heard


def test_that_a_change_in_the_past_forks_the_run(session, qtbot) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 20)
    qtbot.waitUntil(lambda: len(session.runs.runs) == 1)
    rate = session.run.config.training.learning_rate
    go_to(session, qtbot, 10)
    set_rate(session, rate / 2)
    train(session, qtbot, 5)
    np.testing.assert_array_equal(session.run.weights.last.theta, trained_alone(session, (10, rate), (5, rate / 2)))
    qtbot.waitUntil(lambda: len(session.runs.runs) == 2)
    assert [(run.parent, run.fork_epoch, run.last_epoch) for run in session.runs.runs] == [(0, 0, 20), (1, 10, 15)]
    assert session.runs.current == 2
    fork = session.event_log.events[0]
    assert (fork.epoch, fork.kind, fork.text) == (10, "fork", "fork of run 1")
    session.runs.restore(1)
    qtbot.waitUntil(lambda: session.run.epoch == 20 and session.runs.current == 1)
    assert not [event for event in session.event_log.events if event.kind == "fork"]


def test_that_undo_takes_an_edit_back_and_says_what(session, qtbot) -> None:
    open_iris(session, qtbot)
    before = session.run.config
    set_rate(session, 0.012345)
    assert session.undo_stack.next_undo() == "Learning rate"
    session.undo_stack.undo()
    assert session.run.config == before
    assert session.undo_stack.next_redo() == "Learning rate"


def test_that_chosen_rows_are_let_go_with_the_run(session, qtbot) -> None:
    open_iris(session, qtbot)
    session.evaluation.selection.choose(np.array([3, 1]))
    assert session.evaluation.selection.rows.tolist() == [1, 3]
    session.open("sample:xor")
    qtbot.waitUntil(lambda: session.data.table.name == "xor" and session.run.phase is Phase.READY)
    assert not len(session.evaluation.selection.rows)


def test_that_the_inspector_applies_exactly_the_batch_it_shows(session, qtbot) -> None:
    open_iris(session, qtbot)
    session.inspector.set_active(True)
    qtbot.waitUntil(lambda: session.inspector.is_current)
    shown = session.inspector.trace.average_after.copy()  # by which the run is judged
    with qtbot.waitSignal(session.inspector.applied) as applied:
        session.inspector.apply()
    assert applied.args == [True]
    np.testing.assert_array_equal(session.run.weights.last.theta, shown)


def test_that_an_edited_weight_in_the_past_leaves_the_future(session, qtbot) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 12)
    go_to(session, qtbot, 6)
    session.inspector.edit_parameter(2, 0.5)
    train(session, qtbot, 2)
    rate = session.run.config.training.learning_rate
    trainer = Trainer(session.run.config, session.run.dataset)
    for _ in range(6):
        trainer.step_epoch()
    trainer.set_weights(0.5, 2)
    for _ in range(2):
        trainer.step_epoch()
    np.testing.assert_array_equal(session.run.weights.last.theta, trainer.snapshot().theta)
    assert not np.array_equal(trainer.snapshot().theta, trained_alone(session, (8, rate)))
    qtbot.waitUntil(lambda: [branch.end.epoch for branch in session.timeline.facts.branches] == [12])


def test_that_a_lesson_is_played_to_its_end(session, qtbot) -> None:
    player, lesson = session.lessons, read_lesson("one_update")
    pages: list[int] = []
    player.page_shown.connect(lambda page: pages.append(page.number if page is not None else 0))
    player.start(lesson)
    for number, step in enumerate(lesson.steps, 1):
        qtbot.waitUntil(lambda number=number: player.page.number == number and not player.page.busy)
        if step.question is not None:
            assert player.page.asking
            player.answer(step.question.answer(session.inspector.trace))
            assert player.page.verdict is True
        player.next()
    assert player.lesson is None
    assert pages[-1] == 0
    assert sorted(set(pages)) == list(range(len(lesson.steps) + 1))


def test_that_the_history_is_exported(session, qtbot, tmp_path: Path) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 7)
    path = tmp_path / "history.csv"
    with qtbot.waitSignal(session.exporter.exported):
        session.export("history", str(path))
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 8
    losses = [float(line.split(",")[1]) for line in lines[1:]]
    np.testing.assert_allclose(losses, session.run.history.train_loss, rtol=1e-6)


def test_that_an_export_without_a_run_is_refused_in_words(session, qtbot) -> None:
    refusals: list[UserError] = []
    session.refused.connect(refusals.append)
    session.export("history", "nowhere.csv")
    assert [error.title for error in refusals] == ["There is no trained network yet."]


def test_that_a_saved_project_is_taken_up_where_it_stood(session, qtbot, tmp_path: Path) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 9)
    qtbot.waitUntil(lambda: len(session.runs.runs) == 1)
    assert session.project.modified
    path, layout = tmp_path / "work.mlp", {"window": json.dumps({"side_bar": False})}
    session.project.layout_requested.connect(lambda: session.project.set_window_layout(layout))
    with qtbot.waitSignal(session.project.saved):
        session.project.save(str(path))
    assert not session.project.modified
    assert session.project.name == "work.mlp"
    weights = session.run.weights.last.theta.copy()
    session.open("sample:xor")
    qtbot.waitUntil(lambda: session.data.table.name == "xor" and session.run.phase is Phase.READY)
    assert session.project.path == ""
    with qtbot.waitSignal(session.project.restored) as restored:
        session.project.open(str(path))
    assert restored.args[0].layout == layout
    qtbot.waitUntil(lambda: session.run.epoch == 9)
    np.testing.assert_array_equal(session.run.weights.last.theta, weights)
    assert [run.last_epoch for run in session.runs.runs] == [9]
    assert not session.project.modified


def test_that_a_range_test_leaves_the_run_alone(session, qtbot) -> None:
    open_iris(session, qtbot)
    weights = session.run.weights.last.theta.copy()
    with qtbot.waitSignal(session.lr_range_test.range_found) as found:
        session.lr_range_test.start()
    assert found.args[0].sentence
    np.testing.assert_array_equal(session.run.weights.last.theta, weights)
    assert session.run.phase is Phase.READY


def test_that_another_table_is_predicted_until_the_run_changes(session, qtbot, tmp_path: Path) -> None:
    open_iris(session, qtbot)
    train(session, qtbot, 3)
    path = tmp_path / "new.csv"
    session.data.table.frame.head(10).to_csv(path, index=False)
    session.predictor.open(str(path))
    qtbot.waitUntil(lambda: session.predictor.result is not None)
    assert len(session.predictor.result.frame) == 10
    session.run.reset()
    qtbot.waitUntil(lambda: session.run.phase is Phase.READY)
    assert session.predictor.result is None


def test_that_nothing_is_saved_over_the_open_table_or_the_one_that_is_predicted(session, qtbot, tmp_path: Path) -> None:
    table, new = tmp_path / "own.csv", tmp_path / "new.csv"
    lines = ["x,y", *(f"{k / 7},{k % 5}.5" for k in range(60))]
    for path in (table, new):
        path.write_text("\n".join(lines), encoding="utf-8")
    session.open(str(table))
    qtbot.waitUntil(lambda: session.run.phase is Phase.READY)
    train(session, qtbot, 2)
    session.predictor.open(str(new))
    qtbot.waitUntil(lambda: session.predictor.result is not None)
    refused: list[UserError] = []
    session.refused.connect(refused.append)
    for save in (
        lambda: session.export("predictions", str(table)),
        lambda: session.project.save(str(table)),
        lambda: session.predictor.save(str(new)),
    ):
        count = len(refused)
        save()
        qtbot.waitUntil(lambda count=count: len(refused) > count)
        assert "it is the table that is open" in refused[-1].title
    assert [path.read_text(encoding="utf-8") for path in (table, new)] == ["\n".join(lines)] * 2


def test_that_a_closed_session_says_nothing_that_its_threads_said_before(session, qtbot) -> None:
    """What was in the queue at the end reached widgets that were deleted by its turn."""
    open_iris(session, qtbot)
    said: list[str] = []
    session.run.train()
    trainer = session.run.worker.trainer
    end = time.monotonic() + 20
    while trainer.epoch == 0 and time.monotonic() < end:
        pass  # and no event runs here meanwhile: what the slice tells is waiting when the session closes
    assert trainer.epoch > 0
    session.close()
    session.run.progressed.connect(lambda *_: said.append("progressed"))
    session.run.phase_changed.connect(lambda *_: said.append("phase"))
    QCoreApplication.processEvents()
    assert not said
