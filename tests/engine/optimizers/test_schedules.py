"""Schedules against their formulas and Keras's ReduceLROnPlateau."""

import itertools
import math

import numpy as np
import pytest

from helpers.engine_cases import config, regression, trained
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.optimizers.schedules import (
    MEMORY,
    Constant,
    Cosine,
    Exponential,
    InverseScaling,
    ReduceOnPlateau,
    StepDecay,
    WarmUp,
    schedules,
)
from mlp_gui.engine.training.config import StoppingConfig


def rates(schedule, epochs=10, base=0.8):
    return [schedule.rate(base, epoch, epochs, np.zeros(MEMORY)) for epoch in range(1, epochs + 1)]


def test_that_each_schedule_follows_its_formula() -> None:
    k = np.arange(10)
    np.testing.assert_allclose(rates(Constant()), 0.8)
    np.testing.assert_allclose(rates(StepDecay(every=3, factor=0.5)), 0.8 * 0.5 ** (k // 3))
    np.testing.assert_allclose(rates(Exponential(factor=0.9)), 0.8 * 0.9**k)
    np.testing.assert_allclose(rates(Cosine(final=0.1)), 0.8 * (0.1 + 0.9 * (1 + np.cos(np.pi * k / 9)) / 2))
    np.testing.assert_allclose(rates(InverseScaling(power=0.5)), 0.8 / np.sqrt(k + 1))
    warm = rates(WarmUp(epochs=4, final=0.0))
    np.testing.assert_allclose(warm[:4], [0.2, 0.4, 0.6, 0.8])
    assert warm[4] == pytest.approx(0.8)
    assert warm[-1] == pytest.approx(0, abs=1e-15)
    assert all(a >= b for a, b in itertools.pairwise(warm[4:]))


@pytest.mark.parametrize("schedule", [s() for s in schedules], ids=lambda s: s.name)
def test_that_every_schedule_is_positive_in_the_first_half_and_never_above_the_base(schedule) -> None:
    found = rates(schedule, epochs=50)
    assert all(0 < r <= 0.8 + 1e-12 for r in found[:25])
    assert min(found) >= 0


def keras_plateau(values, base, factor, patience, min_delta, cooldown, min_lr):
    """ReduceLROnPlateau.on_epoch_end, restated; the rate after each epoch."""
    rate, best, wait, cooling, found = base, math.inf, 0, 0, []
    for value in values:
        if cooling > 0:
            cooling, wait = cooling - 1, 0
        if value < best - min_delta:
            best, wait = value, 0
        elif cooling <= 0:
            wait += 1
            if wait >= patience and rate > min_lr:
                rate, cooling, wait = max(rate * factor, min_lr), cooldown, 0
        found.append(rate)
    return found


@pytest.mark.parametrize(("patience", "cooldown", "min_rate"), [(1, 0, 0), (2, 3, 0.01), (3, 1, 0.2), (0, 2, 1e-4)])
def test_that_reduce_on_plateau_is_kerass(patience, cooldown, min_rate) -> None:
    rng = np.random.default_rng(0)
    values = np.round(rng.random(60), 1)
    schedule = ReduceOnPlateau(factor=0.5, patience=patience, cooldown=cooldown, min_rate=min_rate, min_delta=0.01)
    memory, found = np.zeros(MEMORY), []
    for value in values:
        schedule.observe(value, 0.8, memory)
        found.append(schedule.rate(0.8, 1, 1, memory))
    np.testing.assert_allclose(found, keras_plateau(values, 0.8, 0.5, patience, 0.01, cooldown, min_rate))
    assert found[-1] < 0.8


def test_that_nan_does_not_count_as_an_improvement() -> None:
    schedule, memory = ReduceOnPlateau(patience=1), np.zeros(MEMORY)
    for value in (1.0, float("nan")):
        schedule.observe(value, 1.0, memory)
    assert schedule.rate(1.0, 3, 10, memory) == pytest.approx(0.1)


def test_that_the_run_uses_and_reports_the_schedules_rate() -> None:
    data = regression()
    trainer = trained(config([(4, Tanh())], schedule=Exponential(0.5), learning_rate=0.1, max_epochs=4), data)
    np.testing.assert_allclose(trainer.history.learning_rate, [0.1, 0.05, 0.025, 0.0125])


def test_that_a_plateau_of_a_rising_metric_is_seen_too() -> None:
    stopping = StoppingConfig(enabled=False, monitor="r2")
    schedule = ReduceOnPlateau(patience=1, min_delta=1e6)  # nothing is ever good enough
    run_config = config([], stopping=stopping, schedule=schedule, learning_rate=0.1, max_epochs=4)
    trainer = trained(run_config, regression())
    np.testing.assert_allclose(trainer.history.learning_rate, [0.1, 0.1, 0.01, 0.001])
