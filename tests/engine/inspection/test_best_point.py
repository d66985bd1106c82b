"""The search finds optima that are known on paper, within its limits, and desirabilities are Derringer and Suich's."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.inspection.best_point import SearchAxis, find_best_point
from mlp_gui.engine.inspection.desirability import Goal, overall_desirability, search_score

NOTHING = np.zeros((0, 2))


def test_that_the_optimum_of_a_slanted_quadratic_is_found() -> None:
    matrix, best = np.array([[2.0, 1.6], [1.6, 2.0]]), np.array([0.3, -1.2])

    def score(points: np.ndarray) -> np.ndarray:
        return -np.einsum("ij,jk,ik->i", points - best, matrix, points - best)

    point, reached = find_best_point(score, [SearchAxis(-3, 3), SearchAxis(-3, 3)], NOTHING)
    assert point == pytest.approx(best, abs=1e-5)
    assert reached == pytest.approx(0, abs=1e-9)


def test_that_an_optimum_outside_of_the_limits_is_replaced_by_the_best_point_of_their_edge() -> None:
    """With x held at most at 1, y = 2 - x / 2 is best: the derivative of the quadratic in y is 0 there."""

    def score(points: np.ndarray) -> np.ndarray:
        x, y = points.T
        return -((x - 4) ** 2) - (y - 2 + x / 2) ** 2

    point, _ = find_best_point(score, [SearchAxis(-1, 1), SearchAxis(-3, 3)], NOTHING)
    assert point[0] == 1.0
    assert point[1] == pytest.approx(1.5, abs=1e-5)


def test_that_categories_whole_numbers_and_held_inputs_stay_what_they_are() -> None:
    wanted = np.array([3.0, 7.4, 0.25, 0.6])

    def score(points: np.ndarray) -> np.ndarray:
        return -((points - wanted) ** 2).sum(axis=1)

    whole = SearchAxis(0, 100, tuple(range(101)))
    axes = [SearchAxis(0, 4, (0, 1, 2, 3, 4)), whole, SearchAxis(0.5, 0.5), SearchAxis(0, 1)]
    point, _ = find_best_point(score, axes, np.array([[0.0, 100.0, 0.5, 0.0]]))
    assert point == pytest.approx([3, 7, 0.5, 0.6], abs=1e-5)
    assert point[2] == 0.5


def test_that_the_highest_of_many_hills_is_found_and_a_search_can_be_cancelled() -> None:
    def score(points: np.ndarray) -> np.ndarray:
        x, y = points.T
        return np.cos(5 * x) + np.cos(5 * y) - 0.02 * ((x - 2.4) ** 2 + y**2)

    axes = [SearchAxis(-4, 4), SearchAxis(-4, 4)]
    grid = np.stack(np.meshgrid(*2 * [np.linspace(-4, 4, 1601)]), -1).reshape(-1, 2)
    point, reached = find_best_point(score, axes, NOTHING)
    assert reached >= score(grid).max() - 1e-9
    assert np.abs(point - grid[score(grid).argmax()]).max() < 0.01
    with pytest.raises(Cancelled):
        find_best_point(score, axes, NOTHING, cancelled=lambda: True)


def test_that_desirability_is_that_of_derringer_and_suich() -> None:
    """Their equations (1) and (2): ((y - y*) / (c - y*))^r, and two such sides with s and t."""
    larger = Goal("maximize", 120, 170, power=2)
    assert larger.desirability([100, 120, 145, 170, 200]).tolist() == [0, 0, 0.25, 1, 1]
    assert Goal("minimize", 120, 170).desirability([100, 145, 200]).tolist() == [1, 0.5, 0]
    both = Goal("reach", 400, 600, 450)
    assert both.desirability([400, 425, 450, 525, 600, 650]).tolist() == [0, 0.5, 1, 0.5, 0, 0]


def test_that_several_goals_count_by_their_geometric_mean() -> None:
    goals = [Goal("maximize", 0, 1), None, Goal("minimize", 0, 1)]
    answers = np.array([[0.9, 5, 0.6], [0.5, 5, 1.5], [0.2, 5, -1.0]])
    assert overall_desirability(goals, answers) == pytest.approx([np.sqrt(0.9 * 0.4), 0, np.sqrt(0.2)])
    assert search_score(goals, answers)[1] == pytest.approx(-0.5)
    assert overall_desirability([None], answers).tolist() == [1, 1, 1]
