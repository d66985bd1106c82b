"""Best inputs are those of functions that are known on paper, within the limits, and say when they lie outside."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.session.evaluation.best_inputs import Wish, find_best_inputs, search_axis
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.session.evaluation.profiler import Profiler


def profiler_of(function, outputs):
    x = np.random.default_rng(0).uniform(-1, 1, (60, 2))
    part = SubsetData(x, np.zeros((60, outputs)), np.arange(60))
    none = SubsetData(x[:0], np.zeros((0, outputs)), np.arange(0))
    names = tuple(f"y{k}" for k in range(outputs))
    zero = np.zeros(outputs)
    dataset = Dataset(part, none, none, ("a", "b"), names, Task.REGRESSION, (), zero, zero + 1)
    profiler = Profiler(RunContext(dataset, None, RunConfig(), (2, 3, outputs)))
    profiler.set_network(SimpleNamespace(predict=function), dataset)
    return profiler


def trained(profiler):
    return [search_axis(one, one.low, one.high) for one in profiler.inputs]


def peak(x):
    return -((x[:, :1] - 0.25) ** 2) - 2 * (x[:, 1:] + 0.5) ** 2 + 3


def test_that_the_top_of_a_paraboloid_is_found_within_the_training_range():
    profiler = profiler_of(peak, 1)
    found = find_best_inputs(profiler, [Wish("maximize")], trained(profiler))
    assert found.values == pytest.approx([0.25, -0.5], abs=1e-4)
    assert found.answers == pytest.approx([3], abs=1e-8)
    assert found.desirability == pytest.approx(1)
    assert found.outside == ()


def test_that_a_held_input_stays_and_wide_limits_are_confessed():
    profiler = profiler_of(lambda x: x[:, :1] + x[:, 1:], 1)
    profiler.set_place(profiler.inputs[0], 0.125)
    found = find_best_inputs(profiler, [Wish("maximize")], [None, search_axis(profiler.inputs[1], 0, 5)])
    assert found.values.tolist() == [0.125, 5.0]
    assert found.outside == ("b",)
    least = find_best_inputs(profiler, [Wish("minimize")], trained(profiler))
    assert least.values == pytest.approx([one.low for one in profiler.inputs])


def test_that_a_value_is_reached_or_the_nearest_one():
    profiler = profiler_of(peak, 1)
    assert find_best_inputs(profiler, [Wish("reach", 2.5)], trained(profiler)).answers == pytest.approx([2.5], abs=1e-5)
    assert find_best_inputs(profiler, [Wish("reach", 9)], trained(profiler)).answers == pytest.approx([3], abs=1e-6)


def test_that_two_targets_meet_where_the_product_of_their_desirabilities_is_highest():
    """y0 = -a² and y1 = -(a - 1)² over 0 to 1: both ranges are -1 to 0, and by symmetry the best a is a half."""
    profiler = profiler_of(lambda x: np.column_stack([-(x[:, 0] ** 2), -((x[:, 0] - 1) ** 2)]), 2)
    axes = [search_axis(profiler.inputs[0], 0, 1), None]
    found = find_best_inputs(profiler, [Wish("maximize"), Wish("maximize")], axes)
    assert found.values[0] == pytest.approx(0.5, abs=1e-4)
    assert found.desirability == pytest.approx(0.75, abs=1e-3)  # each is 1 - 0.25
    one = find_best_inputs(profiler, [None, Wish("maximize")], axes)
    assert one.values[0] == pytest.approx(1)
