"""The run in its own thread, without a window: nothing is lost between worker and listener, and refusals are words."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.cleanup import running_threads
from helpers.settling import turns
from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training import worker
from mlp_gui.session.training.phase import Phase, RunCommand
from mlp_gui.session.training.run import Run

CONFIG = RunConfig(
    network=NetworkConfig(hidden=(LayerConfig(4),)),
    training=TrainingConfig(max_epochs=5000, batch_size=16, stopping=StoppingConfig(enabled=False)),
)


@pytest.fixture
def dataset(rng) -> Dataset:
    x = rng.normal(size=(60, 3))
    y = x @ np.array([[1.0], [-2.0], [0.5]])
    rows = np.arange(60)
    parts = (slice(0, 40), slice(40, 60), slice(60, 60))
    train, validation, test = (SubsetData(x[part], y[part], rows[part]) for part in parts)
    return Dataset(
        task=Task.REGRESSION,
        train=train,
        validation=validation,
        test=test,
        feature_names=("a", "b", "c"),
        target_names=("y",),
    )


@pytest.fixture
def run(qtbot, dataset):
    run = Run()
    run.set_dataset(dataset, CONFIG)
    qtbot.waitUntil(lambda: run.phase is Phase.READY)
    yield run
    run.close()


def test_that_every_epoch_is_delivered_exactly_once_and_in_order(qtbot, run) -> None:
    """Epochs are faster than slices: a signal carries many, and none is lost or doubled, across stops too."""
    heard: list[int] = []
    slices: list[int] = []

    def listen(reports: list) -> None:
        heard.extend(report.epoch for report in reports)
        slices.append(len(reports))

    run.epochs_finished.connect(listen)
    run.train()
    for goal in (300, 900, 1500):
        qtbot.waitUntil(lambda goal=goal: run.epoch > goal or run.phase is Phase.FINISHED)
        run.stop()
        qtbot.waitUntil(lambda: run.phase in (Phase.PAUSED, Phase.FINISHED))
        run.train()
    qtbot.waitUntil(lambda: run.phase is Phase.FINISHED, timeout=20_000)
    assert heard == list(range(1, 5001))
    assert max(slices) > 1
    np.testing.assert_array_equal(run.history.epochs, heard)


def test_that_a_listener_hears_before_the_next_slice_begins(qtbot, run) -> None:
    """Back-pressure: a slow listener delays the worker, so that no queue can fill up."""
    ahead = []

    def listen() -> None:
        ahead.append(run.epoch - len(run.history))

    run.progressed.connect(listen)
    run.step_epochs(2000)
    qtbot.waitUntil(lambda: run.epoch == 2000 and run.phase is Phase.PAUSED)
    assert set(ahead) == {0}


def test_that_it_is_the_engine_bit_for_bit(qtbot, run, dataset) -> None:
    run.step_epochs(120)
    qtbot.waitUntil(lambda: run.epoch == 120 and run.phase is Phase.PAUSED)
    trainer = Trainer(CONFIG, dataset)
    for _ in range(120):
        trainer.step_epoch()
    np.testing.assert_array_equal(run.displayed.theta, trainer.network.theta)


def test_that_a_frozen_setting_is_refused_in_words_and_the_old_one_stays(qtbot, run) -> None:
    run.step_epochs(1)
    qtbot.waitUntil(lambda: run.phase is Phase.PAUSED)
    refusals, shown = [], []
    run.refused.connect(refusals.append)
    run.config_changed.connect(lambda: shown.append(run.config))
    run.set_config(CONFIG.replace(training=CONFIG.training.replace(batch_size=7)))
    assert str(refusals[0]).startswith("Batch size cannot change in the middle of a run.")
    assert "Reset" in refusals[0].hint
    assert shown == [CONFIG]
    assert run.config == CONFIG


def test_that_commands_that_are_not_legal_are_ignored(qtbot, run) -> None:
    run.reset()
    run.stop()
    assert run.phase is Phase.READY
    run.set_dataset(None)
    run.train()
    run.step_epochs(3)
    run.step_batch()
    run.close()  # what the thread has to say has been said then
    turns(qtbot)
    assert run.phase is Phase.EMPTY
    assert run.epoch == 0


def test_that_answers_of_an_earlier_dataset_are_not_heard(qtbot, run, dataset) -> None:
    run.train()
    qtbot.waitUntil(lambda: run.epoch > 10)
    run.set_dataset(dataset, CONFIG.replace(network=CONFIG.network.replace(seed=5)))
    qtbot.waitUntil(lambda: run.phase is Phase.READY)
    turns(qtbot)  # one thread answers in order: what it said of the earlier dataset has arrived
    assert run.epoch == len(run.history) == 0
    np.testing.assert_array_equal(run.displayed.theta, Trainer(run.config, dataset).network.theta)


def test_that_a_run_that_cannot_be_built_is_refused_and_leaves_an_empty_run(qtbot, run, dataset) -> None:
    refusals = []
    run.refused.connect(refusals.append)
    for_classes = next(loss for loss in losses if loss.output == "softmax")()
    multiclass = CONFIG.replace(training=CONFIG.training.replace(loss=for_classes))
    run.set_dataset(dataset, multiclass)
    qtbot.waitUntil(lambda: bool(refusals))
    assert str(refusals[0])
    assert run.phase is Phase.EMPTY
    run.set_dataset(dataset, CONFIG)
    qtbot.waitUntil(lambda: run.phase is Phase.READY)


def test_that_closing_twice_while_it_trains_ends_the_thread(qtbot, run) -> None:
    run.train()
    qtbot.waitUntil(lambda: run.epoch > 10)
    run.close()
    run.close()
    assert not running_threads()


HUGE = RunConfig(network=NetworkConfig(hidden=(LayerConfig(100_000), LayerConfig(100_000))), training=CONFIG.training)


def test_that_too_large_a_network_is_refused_in_words_and_a_small_one_trains_afterwards(qtbot, run) -> None:
    refused: list = []
    crashed: list[str] = []
    run.refused.connect(refused.append)
    run.crashed.connect(crashed.append)
    run.set_config(HUGE)
    run.train()  # before the worker has answered, as a person who is quick
    qtbot.waitUntil(lambda: bool(refused))
    assert "too large for the memory" in refused[0].title
    assert "10,000,600,001 weights" in refused[0].detail
    assert run.phase is Phase.EMPTY
    assert "too large for the memory" in run.why_not(RunCommand.TRAIN)
    run.train()
    assert run.phase is Phase.EMPTY
    run.set_config(CONFIG)
    qtbot.waitUntil(lambda: run.phase is Phase.READY)
    run.step_epochs(3)
    qtbot.waitUntil(lambda: run.epoch == 3 and run.phase is Phase.PAUSED)
    assert not crashed


@pytest.mark.parametrize("error", [RuntimeError("it broke"), MemoryError()])
def test_that_a_crash_while_building_leaves_a_run_that_works(qtbot, run, monkeypatch, error) -> None:
    refused: list = []
    crashed: list[str] = []
    run.refused.connect(refused.append)
    run.crashed.connect(crashed.append)

    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(worker, "Trainer", fail)
    run.set_config(CONFIG.replace(network=NetworkConfig(hidden=(LayerConfig(5),))))
    run.train()
    qtbot.waitUntil(lambda: bool(refused or crashed))
    assert run.phase is Phase.EMPTY
    assert run.why_not(RunCommand.TRAIN)
    assert ("not enough memory" in str(refused[0])) if isinstance(error, MemoryError) else ("it broke" in crashed[0])
    monkeypatch.undo()
    run.set_config(CONFIG)
    qtbot.waitUntil(lambda: run.phase is Phase.READY)
    run.step_epochs(3)
    qtbot.waitUntil(lambda: run.epoch == 3 and run.phase is Phase.PAUSED)
