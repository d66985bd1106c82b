"""The time machine: memory, and commands that come faster than the worker can answer."""

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.inspector.inspector import Inspector
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run

BUDGET = 400_000


def data() -> Dataset:
    rng = np.random.default_rng(3)
    x = rng.standard_normal((60, 4))
    parts = [SubsetData(x[cut], np.sin(x[cut, :1]), np.arange(len(x[cut]))) for cut in (slice(0, 40), slice(40, 60))]
    empty = SubsetData(x[:0], x[:0, :1], np.arange(0))
    return Dataset(*parts, empty, ("a", "b", "c", "d"), ("y",), Task.REGRESSION)


@pytest.fixture
def run(qtbot):
    made = Run()
    made.time_machine = TimeMachine(made)
    made.set_dataset(
        data(),
        RunConfig(
            NetworkConfig((LayerConfig(20, Tanh()),)),
            TrainingConfig(batch_size=10, max_epochs=10**6, stopping=StoppingConfig(enabled=False, restore_best=False)),
        ),
    )
    qtbot.waitUntil(lambda: made.phase is Phase.READY)
    yield made
    made.close()


def test_that_line_and_branches_together_stay_within_the_budget(run, qtbot) -> None:
    machine = run.time_machine
    machine.set_budget(BUDGET)
    for fork in range(10):
        run.time_machine.step_epochs(40)
        end = run.epoch + 40
        qtbot.waitUntil(lambda end=end: run.epoch >= end and run.phase is Phase.PAUSED, timeout=20_000)
        qtbot.waitUntil(lambda: machine.facts.end.epoch == run.epoch)
        assert machine.facts.used <= machine.facts.budget == BUDGET
        machine.go_to(run.epoch - 20)
        qtbot.waitUntil(lambda end=end: run.epoch == end - 20)
        rate = 0.001 * (1 + fork % 2)
        run.set_config(run.config.replace(training=run.config.training.replace(learning_rate=rate * 1.1)))
        qtbot.waitUntil(lambda: machine.facts.end.epoch == run.epoch)
    assert 1 <= len(machine.facts.branches) <= 8


def test_that_a_budget_may_be_larger_than_an_int_of_c(run, qtbot) -> None:
    run.time_machine.set_budget(10**12)
    qtbot.waitUntil(lambda: run.time_machine.facts.budget == 10**12)
    run.time_machine.step_epochs(3)
    qtbot.waitUntil(lambda: run.time_machine.facts.end.epoch == 3)
    assert 0 < run.time_machine.facts.used < run.time_machine.facts.budget


def with_rate(config: RunConfig, rate: float) -> RunConfig:
    return config.replace(training=config.training.replace(learning_rate=rate))


def wait_for(run, qtbot, epoch: int) -> None:
    qtbot.waitUntil(lambda: run.epoch == epoch and run.phase is Phase.PAUSED, timeout=20_000)
    qtbot.waitUntil(lambda: run.time_machine.facts.end.epoch >= epoch, timeout=20_000)


def go_to(run, qtbot, end: int, epoch: int) -> None:
    """Trained to the end, then back."""
    run.time_machine.step_epochs(end)
    wait_for(run, qtbot, end)
    run.time_machine.go_to(epoch)
    wait_for(run, qtbot, epoch)


def test_that_a_step_right_after_a_change_in_the_past_trains_with_what_was_changed(run, qtbot) -> None:
    go_to(run, qtbot, end=20, epoch=10)
    first = run.config
    run.set_config(with_rate(first, 0.03))
    run.time_machine.step_epochs(5)  # the worker has not heard of the change yet
    wait_for(run, qtbot, 15)
    alone = Trainer(first, run.dataset)
    for _ in range(10):
        alone.step_epoch()
    alone.retune(with_rate(first, 0.03))
    for _ in range(5):
        alone.step_epoch()
    np.testing.assert_array_equal(run.weights.last.theta, alone.network.theta)
    assert len(run.history) == 15
    assert [branch.end.epoch for branch in run.time_machine.facts.branches] == [20]


def test_that_a_step_right_after_an_edited_weight_in_the_past_trains_with_it(run, qtbot) -> None:
    hood = Inspector(run, run.time_machine)
    go_to(run, qtbot, end=20, epoch=10)
    hood.edit_parameter(3, 0.25)
    run.time_machine.step_epochs(5)
    wait_for(run, qtbot, 15)
    alone = Trainer(run.config, run.dataset)
    for _ in range(10):
        alone.step_epoch()
    alone.set_weights(0.25, 3)
    for _ in range(5):
        alone.step_epoch()
    np.testing.assert_array_equal(run.weights.last.theta, alone.network.theta)


def test_that_steps_in_the_past_that_pile_up_are_all_made(run, qtbot) -> None:
    go_to(run, qtbot, end=20, epoch=5)
    for _ in range(4):
        run.time_machine.step_epochs(1)
    wait_for(run, qtbot, 9)
    for _ in range(30):
        run.time_machine.step_epochs(1)
    wait_for(run, qtbot, 20)
    assert not run.time_machine.facts.branches


def test_that_a_change_during_a_move_is_kept(run, qtbot) -> None:
    go_to(run, qtbot, end=20, epoch=5)
    run.time_machine.go_to(15)
    run.set_config(with_rate(run.config, 0.03))
    wait_for(run, qtbot, 15)
    qtbot.waitUntil(lambda: run.time_machine.facts.end.epoch == 15)
    assert run.config.training.learning_rate == 0.03
    qtbot.waitUntil(lambda: run.worker.trainer.config == run.config)  # a queued command: the worker hears of it later


def test_that_after_a_change_during_a_move_one_can_go_to_where_it_led_and_before(run, qtbot) -> None:
    go_to(run, qtbot, end=20, epoch=5)
    run.time_machine.go_to(15)
    run.set_config(with_rate(run.config, 0.03))
    run.time_machine.go_to(12)  # not clamped to where the run stood when the move began
    wait_for(run, qtbot, 12)
    assert run.time_machine.facts.end.epoch == 15


def test_that_run_trainer_and_line_keep_one_table_of_epochs(run, qtbot) -> None:
    def share() -> bool:
        trainer, line = run.worker.trainer, run.time_machine.recorder.line
        columns = [history.train_loss for history in (run.history, trainer.history, line.history)]
        return all(len(column) == run.epoch and np.shares_memory(column, columns[0]) for column in columns)

    go_to(run, qtbot, end=200, epoch=120)
    assert len(run.history) == 200
    assert run.worker.trainer.history[-1].epoch == 120
    run.time_machine.step_epochs(80)  # along the line: nothing is trained again
    wait_for(run, qtbot, 200)
    qtbot.waitUntil(share)
    run.time_machine.go_to(120)
    wait_for(run, qtbot, 120)
    run.set_config(with_rate(run.config, 0.03))
    run.time_machine.step_epochs(300)
    wait_for(run, qtbot, 420)
    qtbot.waitUntil(share)
