"""The loss surface: its values are the loss, its path is the run's, its leading plane keeps the movement."""

import numpy as np
import pytest

from helpers.engine_cases import classes, config, objective, regression
from mlp_gui.core.errors import Cancelled, UserError
from mlp_gui.engine.inspection.loss_landscape import GRID, Trajectory, landscape_over_trajectory, landscape_over_weights
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.training.trainer import Trainer


def walked(data, epochs=20, **training):
    run = config([(4, Tanh())], data, batch_size=16, learning_rate=0.02, **training)
    trainer, thetas = Trainer(run, data), []
    thetas.append(trainer.network.theta.copy())
    for _ in range(epochs):
        trainer.step_epoch()
        thetas.append(trainer.network.theta.copy())
    return trainer, Trajectory(np.arange(epochs + 1), np.array(thetas))


@pytest.mark.parametrize("data", [regression(), classes(n_classes=3)], ids=["mse", "ce"])
def test_that_the_values_over_two_weights_are_the_loss_with_the_penalty(data) -> None:
    trainer, path = walked(data, l2=0.1)
    made = landscape_over_weights(trainer.config, data, path, (2, 7), ("a", "b"))
    for i, j in ((0, 0), (20, 31), (48, 5)):
        trainer.network.theta[:] = path.thetas[-1]
        trainer.network.theta[2], trainer.network.theta[7] = made.first[j], made.second[i]
        assert made.loss[i, j] == pytest.approx(objective(trainer, data.train.x, data.train.y), rel=1e-12)
    np.testing.assert_allclose(made.trajectory, path.thetas[:, [2, 7]], atol=1e-12)
    assert made.rows == len(data.train)


def test_that_the_leading_plane_keeps_most_of_the_movement_and_holds_the_path() -> None:
    data = regression()
    trainer, path = walked(data)
    made = landscape_over_trajectory(trainer.config, data, path)
    assert 0.8 < made.explained_share <= 1 + 1e-12
    assert np.allclose(made.trajectory[-1], 0)
    assert made.loss.shape == (GRID, GRID)
    for axis, positions in ((0, made.first), (1, made.second)):
        assert positions[0] < made.trajectory[:, axis].min()
        assert positions[-1] > made.trajectory[:, axis].max()
    other = landscape_over_weights(trainer.config, data, path, (0, 1), ("a", "b"))
    assert other.explained_share < made.explained_share


def test_that_a_path_of_one_point_still_has_a_landscape_over_two_weights() -> None:
    data = regression()
    trainer, path = walked(data, epochs=0)
    made = landscape_over_weights(trainer.config, data, path, (0, 1), ("a", "b"))
    assert np.isfinite(made.loss).all()
    assert made.first[-1] - made.first[0] >= 2
    with pytest.raises(UserError, match="not moved"):
        landscape_over_trajectory(trainer.config, data, path)
    with pytest.raises(UserError, match="the same"):
        landscape_over_weights(trainer.config, data, path, (1, 1), ("a", "a"))


def test_that_it_can_be_cancelled_and_tells_its_progress() -> None:
    data = regression()
    trainer, path = walked(data)
    seen: list[float] = []
    with pytest.raises(Cancelled):
        landscape_over_trajectory(trainer.config, data, path, progress=seen.append, cancelled=lambda: len(seen) >= 3)
    assert seen == [1 / GRID, 2 / GRID, 3 / GRID]
