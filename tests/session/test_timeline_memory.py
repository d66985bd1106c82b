"""The line and all branches that were left stay within the memory budget together."""

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, Subset, Task
from mlp_gui.engine.activations import Tanh
from mlp_gui.engine.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.session.phase import Phase
from mlp_gui.session.run import Run
from mlp_gui.session.timeline import TimeMachine

BUDGET = 400_000


def data() -> Dataset:
    rng = np.random.default_rng(3)
    x = rng.standard_normal((60, 4))
    parts = [Subset(x[cut], np.sin(x[cut, :1]), np.arange(len(x[cut]))) for cut in (slice(0, 40), slice(40, 60))]
    empty = Subset(x[:0], x[:0, :1], np.arange(0))
    return Dataset(*parts, empty, ("a", "b", "c", "d"), ("y",), Task.REGRESSION)


@pytest.fixture
def run(qtbot):
    made = Run()
    made.machine = TimeMachine(made)
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
    machine = run.machine
    machine.set_budget(BUDGET)
    for fork in range(10):
        run.step_epochs(40)
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
