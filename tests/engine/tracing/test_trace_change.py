"""What an edit of a weight changes in a trace: exactly what depends on that weight."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.tape import OpKind
from mlp_gui.engine.tracing.trace import Pick, PickKind, trace
from mlp_gui.engine.tracing.trace_change import TraceChange
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig
from mlp_gui.engine.training.trainer import Trainer


@pytest.fixture
def trainer(rng) -> Trainer:
    x = rng.standard_normal((12, 2))
    none = SubsetData(x[:0], x[:0, :1], np.arange(0))
    data = Dataset(SubsetData(x, x[:, :1] * x[:, 1:], np.arange(12)), none, none, ("a", "b"), ("y",), Task.REGRESSION)
    return Trainer(RunConfig(NetworkConfig((LayerConfig(3), LayerConfig(2)))), data)


def test_that_what_depends_on_a_weight_changes_and_nothing_else(trainer) -> None:
    before = trace(trainer.config, trainer.dataset, trainer.state())
    trainer.set_weights(0.75, 1)  # from the first input to the second unit
    after = trace(trainer.config, trainer.dataset, trainer.state())
    change = TraceChange.between(before, after)
    assert change.edges == {(1, 0, 1)}
    assert change.units(0) == {(1, 1), (2, 0), (2, 1), (3, 0)}
    at = next(k for k, step in enumerate(after.steps) if (step.kind, step.layer) == (OpKind.SUM, 1))
    old = change.old(at)
    assert np.array_equal(np.flatnonzero((old != after.steps[at].result.values).any(axis=0)), [1])
    assert np.array_equal(change.old(at, "W")[0, 1], before.theta[1])
    assert change.old(0) is None  # the inputs are the same
    assert at in change.steps


def test_that_other_rows_another_moment_and_the_same_weights_are_no_change(trainer) -> None:
    before = trace(trainer.config, trainer.dataset, trainer.state())
    assert TraceChange.between(None, before) is None
    assert TraceChange.between(before, before).steps == frozenset()
    one_row = trace(trainer.config, trainer.dataset, trainer.state(), Pick(PickKind.ROWS, "training", (0,)))
    assert TraceChange.between(before, one_row) is None
    trainer.advance(60.0, 1)
    assert TraceChange.between(before, trace(trainer.config, trainer.dataset, trainer.state())) is None
