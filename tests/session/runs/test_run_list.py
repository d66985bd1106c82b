"""The runs of a session: a state that was asked for before a change belongs to neither line."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.session.runs.run_list import RunList
from mlp_gui.session.timeline.time_machine import TimeMachine
from mlp_gui.session.training.phase import Phase
from mlp_gui.session.training.run import Run


@pytest.fixture
def run(qtbot):
    x = np.random.default_rng(3).standard_normal((60, 2))
    parts = [SubsetData(x[cut], np.sin(x[cut, :1]), np.arange(len(x[cut]))) for cut in (slice(0, 40), slice(40, 60))]
    empty = SubsetData(x[:0], x[:0, :1], np.arange(0))
    made = Run()
    made.time_machine = TimeMachine(made)
    made.run_list = RunList(made, made.time_machine)
    training = TrainingConfig(batch_size=10, max_epochs=10**6, stopping=StoppingConfig(enabled=False))
    made.set_dataset(
        Dataset(*parts, empty, ("a", "b"), ("y",), Task.REGRESSION),
        RunConfig(NetworkConfig((LayerConfig(3),)), training),
    )
    qtbot.waitUntil(lambda: made.phase is Phase.READY)
    yield made
    made.close()


def test_that_a_run_keeps_its_end_when_its_past_is_changed_while_a_state_is_on_its_way(run, qtbot) -> None:
    """A copy beside the run was asked for at epoch 10, and the rate was changed before it came."""
    runs, machine = run.run_list, run.time_machine
    machine.step_epochs(30)
    qtbot.waitUntil(lambda: runs.find_run(1) is not None and runs.find_run(1).last_epoch == 30)
    end = runs.find_run(1).state["theta"].copy()
    machine.go_to(10)
    qtbot.waitUntil(lambda: run.epoch == 10)
    with qtbot.waitSignal(run.checkpointed):
        run.request_checkpoint()
        run.set_config(run.config.replace(training=run.config.training.replace(learning_rate=0.02)))
    qtbot.waitUntil(lambda: runs.current == 2)
    qtbot.waitUntil(lambda: runs.find_run(2) is not None)
    assert runs.find_run(1).last_epoch == 30
    np.testing.assert_array_equal(runs.find_run(1).state["theta"], end)
    assert runs.find_run(2).last_epoch == 10
