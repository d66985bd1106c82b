"""The rows that two runs answer most differently, of classes, of several targets and of a run that diverged."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.subsets import Subset
from mlp_gui.session.runs.row_comparison import compare_answers, find_changed_rows


def dataset(task: Task, y: np.ndarray, rows: np.ndarray, **more: object) -> Dataset:
    x = np.zeros((len(y), 1))
    none = SubsetData(x[:0], y[:0], rows[:0])
    return Dataset(SubsetData(x, y, rows), none, none, ("a",), task=task, **more)


def test_that_classes_are_compared_by_the_probability_of_the_true_one() -> None:
    true = np.eye(3)[[0, 2, 1]]
    data = dataset(Task.MULTICLASS, true, np.array([4, 9, 2]), target_names=("kind",), class_names=("a", "b", "c"))
    first = np.array([[0.5, 0.25, 0.25], [0.2, 0.2, 0.6], [0.1, 0.8, 0.1]])
    second = np.array([[0.7, 0.2, 0.1], [0.5, 0.4, 0.1], [0.1, 0.8, 0.1]])
    total, rows = find_changed_rows(data, np.ones(3), ({"training": (true, first)}, {"training": (true, second)}))
    assert total == 3
    assert [(row.row, row.true, row.first, row.second) for row in rows] == [
        (9, "c", 0.6, 0.1), (4, "a", 0.5, 0.7), (2, "b", 0.8, 0.8),
    ]  # fmt: skip
    pairs = ({Subset.TRAINING: (true, first)}, {Subset.TRAINING: (true, second)})
    subset, paired, n = compare_answers(data, "log_loss", np.ones(3), False, pairs)
    losses = [-np.log([0.5, 0.6, 0.8]).mean(), -np.log([0.7, 0.1, 0.8]).mean()]
    assert (subset, n) == (Subset.TRAINING, 3)
    assert paired.skill.value == pytest.approx(1 - losses[1] / losses[0], rel=1e-12)


def test_that_targets_are_compared_in_units_of_their_spread_and_what_is_no_number_comes_first() -> None:
    true = np.zeros((3, 2))
    data = dataset(Task.REGRESSION, true, np.array([0, 1, 2]), target_names=("flow", "level"))
    first, second = np.zeros((3, 2)), np.array([[10.0, 0.5], [30.0, 0.1], [0.0, np.nan]])
    spread = np.array([100.0, 0.5])
    total, rows = find_changed_rows(data, spread, ({"training": (true, first)}, {"training": (true, second)}))
    assert total == 6
    assert [(row.row, row.target) for row in rows] == [
        (2, "level"), (0, "level"), (1, "flow"), (1, "level"), (0, "flow"), (2, "flow"),
    ]  # fmt: skip
