"""Any settings on hard data: one row, no validation, constant columns, numbers of 1e-300 to 1e150, rates up to 1e9.

Each run ends in words and finite weights, goes on bit for bit from a checkpoint taken anywhere, can be scored and
looked into, and its time line leads back to the same weights. A warning counts as a failure.
"""

import json
import warnings

import numpy as np
import pytest

from helpers.engine_cases import dataset
from helpers.random_config import random_config
from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.engine.metrics.metric import metrics_for
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.timeline import Position, Timeline
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.model import compute_losses, compute_scores


def hard_data(rng: np.random.Generator, output: str) -> Dataset:
    rows, validation = int(rng.choice([1, 2, 3, 8, 33, 70])), int(rng.choice([0, 1, 2, 20]))
    n = rows + validation
    x = rng.standard_normal((n, int(rng.integers(1, 5)))) * 10.0 ** rng.choice([-300, -20, 0, 0, 0, 3, 100, 150])
    if rng.random() < 0.2:
        x[:, 0] = 1.0
    task, names = Task.REGRESSION, ()
    y = rng.standard_normal((n, int(rng.integers(1, 4)))) * 10.0 ** rng.choice([-300, 0, 0, 0, 0, 10, 150])
    if rng.random() < 0.15:
        y[:] = 1.0
    if output == "sigmoid":
        y, task, names = rng.integers(0, 2, (n, 1)).astype(float), Task.BINARY, ("a", "b")
    elif output == "softmax":
        y, task, names = np.eye(3)[rng.integers(0, 3, n)], Task.MULTICLASS, ("a", "b", "c")
    weights = rng.random(rows) if rng.random() < 0.3 else None
    return dataset((x[:rows], y[:rows]), (x[rows:], y[rows:]), task, names, weights)


def hard_case(seed: int) -> tuple[RunConfig, Dataset, np.random.Generator]:
    rng, config = np.random.default_rng(seed), random_config(seed)
    training, data = config.training, hard_data(rng, config.training.loss.output)
    stopping = training.stopping
    if rng.random() < 0.4:
        stopping = stopping.replace(monitor=str(rng.choice([m.name for m in metrics_for(data.task)])))
    rules = {"target_loss": 0.5, "min_gradient": 1e-3, "plateau": 2}
    stopping = stopping.replace(**{name: value for name, value in rules.items() if rng.random() < 0.2})
    rate = float(rng.choice([training.learning_rate, 1e3, 1e9]))
    return config.replace(training=training.replace(stopping=stopping, learning_rate=rate)), data, rng


def started(config: RunConfig, data: Dataset) -> Trainer | None:
    """None when it is refused, in words."""
    try:
        return Trainer(config, data)
    except UserError as error:
        refusal = error
    assert refusal.title.endswith(".")
    return None


def assert_same_state(a: Trainer, b: Trainer) -> None:
    one, two = a.state(), b.state()
    facts = [json.loads(str(state.pop("facts"))) | {"seconds": 0} for state in (one, two)]
    assert facts[0] == facts[1]
    histories = [state.pop("history")[:, :-1] for state in (one, two)]  # without the seconds
    np.testing.assert_array_equal(*histories)
    for name, array in one.items():
        np.testing.assert_array_equal(array, two[name], err_msg=name)


@pytest.mark.parametrize("seed", range(1000, 1060))
def test_that_hard_data_ends_in_words_and_resumes_anywhere(seed) -> None:
    config, data, rng = hard_case(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        whole = started(config, data)
        if whole is None:
            return
        list(whole.epochs())
        first = Trainer(config, data)
        for _ in range(int(rng.integers(0, 30))):
            first.step_batch()
            if first.stopped:
                break
        trace(config, data, first.state())
        second = Trainer.from_state(config, data, first.state())
        if not second.stopped:
            list(second.epochs())
            assert_same_state(whole, second)
        assert whole.stopped.sentence.endswith(".")
        assert np.isfinite(whole.result_theta()).all()
        compute_scores(whole.network, data), compute_losses(whole.network, config, data)


@pytest.mark.parametrize("seed", range(1000, 1030))
def test_that_the_time_line_leads_back_to_the_same_weights(seed) -> None:
    config, data, rng = hard_case(seed)
    trainer = started(config, data)
    if trainer is None:
        return
    line = Timeline()
    line.start_run(trainer)
    for _ in trainer.epochs():
        line.record(trainer)
    if trainer.stopped.kind == "diverged":
        return
    target = int(rng.integers(0, trainer.epoch + 1))
    line.reach(trainer, Position(target))
    other = Trainer(config, data)
    while other.epoch < target:
        other.step_epoch()
    np.testing.assert_array_equal(trainer.network.theta, other.network.theta)
