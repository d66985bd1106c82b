"""An edit in the past of a run that is undone leaves the line, the runs and the weights as they were."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.session.inspector.inspector import Inspector
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
    training = TrainingConfig(batch_size=10, max_epochs=10**6, stopping=StoppingConfig(enabled=False))
    made.time_machine = TimeMachine(made)
    made.run_list = RunList(made, made.time_machine)
    made.inspector = Inspector(made, made.time_machine)
    dataset = Dataset(*parts, empty, ("a", "b"), ("y",), Task.REGRESSION)
    made.set_dataset(dataset, RunConfig(NetworkConfig((LayerConfig(3),)), training))
    qtbot.waitUntil(lambda: made.phase is Phase.READY)
    yield made
    made.close()


def test_that_an_edit_of_the_past_that_is_undone_leaves_no_fork_and_the_whole_line(run, qtbot) -> None:
    machine, runs, inspector = run.time_machine, run.run_list, run.inspector
    machine.step_epochs(30)
    qtbot.waitUntil(lambda: runs.find_run(1) is not None and runs.find_run(1).last_epoch == 30)
    end = run.weights.last.theta.copy()
    machine.go_to(10)
    qtbot.waitUntil(lambda: run.epoch == 10)
    before = run.weights.last.theta.copy()
    inspector.edit_parameter(0, 2.0)
    qtbot.waitUntil(lambda: len(inspector.edits) == 1 and runs.current == 2)
    qtbot.waitUntil(lambda: runs.find_run(2) is not None)
    with qtbot.waitSignal(inspector.undone):
        inspector.undo_edit()
    # The line is known before the weights are there.
    qtbot.waitUntil(lambda: machine.is_in_past and np.array_equal(run.weights.last.theta, before))
    assert (machine.facts.end.epoch, runs.current) == (30, 1)
    assert [kept.number for kept in runs.runs] == [1]
    machine.go_to(30)
    qtbot.waitUntil(lambda: run.epoch == 30 and np.array_equal(run.weights.last.theta, end))
    assert len(run.history) == 30
