"""Losses against Keras's and recomputed numbers (peer cases 7 to 17)."""

import numpy as np
import pytest

from mlp_gui.core.dataset import Task
from mlp_gui.core.serialization import from_json
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.network.losses import (
    MAE,
    MSE,
    BinaryCrossEntropy,
    CrossEntropy,
    Huber,
    LogCosh,
    default_loss,
    losses,
)
from mlp_gui.engine.training.config import TrainingConfig

Y = np.array([[1.0, 9, 2], [-5, -2, 6]])
P = np.array([[4.0, 8, 12], [8, 1, 3]])


def logit(p):
    return np.log(p) - np.log1p(-p)


def test_that_mse_is_the_mean_without_a_half() -> None:
    assert MSE()(P, Y) == pytest.approx(49.5, abs=1e-9)
    assert MSE()(P[:1], Y[:1]) == pytest.approx(36.6667, abs=1e-4)
    assert MSE()(P[1:], Y[1:]) == pytest.approx(62.3333, abs=1e-4)


def test_that_mae_huber_and_log_cosh_follow_their_definitions() -> None:
    e = P - Y
    assert MAE()(P, Y) == pytest.approx(np.abs(e).mean())
    for limit in (0.5, 3.0, 100.0):
        expected = np.where(np.abs(e) <= limit, e**2 / 2, limit * (np.abs(e) - limit / 2)).mean()
        assert Huber(limit)(P, Y) == pytest.approx(expected, rel=1e-14)
    assert LogCosh()(P, Y) == pytest.approx(np.log(np.cosh(e)).mean(), rel=1e-12)
    assert LogCosh()(P * 1e6, Y) == pytest.approx(np.abs(P * 1e6 - Y).mean() - np.log(2), rel=1e-12)


def test_that_binary_cross_entropy_of_probabilities_is_kerass() -> None:
    p = np.array([[0.9, 0.1, 0.2], [0.3, 0.8, 0.1], [0.1, 0.2, 0.7]])
    assert BinaryCrossEntropy()(logit(p), np.eye(3)) == pytest.approx(0.200469178, abs=1e-9)


def test_that_binary_cross_entropy_of_logits_is_kerass_and_stays_finite() -> None:
    y, z = np.array([[1.0, 0, 1], [0, 1, 1]]), np.array([[10.0, -10, 10], [10, 10, -10]])
    assert BinaryCrossEntropy()(z, y) == pytest.approx(3.333378732, abs=1e-9)
    assert BinaryCrossEntropy()(z[:1], y[:1]) == pytest.approx(4.54e-5, abs=1e-7)
    assert BinaryCrossEntropy()(z[1:], y[1:]) == pytest.approx(6.666712066, abs=1e-9)
    assert BinaryCrossEntropy()(np.array([[1000.0, -1000]]), np.array([[0.0, 1]])) == pytest.approx(1000)


def test_that_saturated_probabilities_have_a_finite_log_loss() -> None:
    binary = evaluate(Task.BINARY, np.array([[0.0], [0], [1]]), np.array([[0.9], [1], [1]]))
    assert np.isfinite(binary["log_loss"])
    y, p = np.array([[1.0, 0, 0], [0, 1, 0]]), np.array([[0, 1.0, 0], [0.9, 0.05, 0.05]])
    assert np.isfinite(evaluate(Task.MULTICLASS, y, p)["log_loss"])
    hard = evaluate(Task.BINARY, np.array([[1.0], [0], [1], [0]]), np.array([[1.0], [1], [1], [0]]))
    assert np.isfinite(hard["log_loss"])


def test_that_cross_entropy_is_minus_the_log_of_the_true_classs_probability() -> None:
    z, y = np.array([[2.0, 1, 0.1], [0.5, 0.5, 3]]), np.array([[1.0, 0, 0], [0, 1, 0]])
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    assert CrossEntropy()(z, y) == pytest.approx(-np.log(p[[0, 1], [0, 1]]).mean(), rel=1e-14)
    assert CrossEntropy()(z * 1e4, y) == pytest.approx(25000 / 2)


@pytest.mark.parametrize("loss", [m() for m in losses], ids=lambda m: m.name)
def test_that_a_shape_mismatch_is_refused_and_never_broadcast(loss) -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        loss(np.zeros((3, 1)), np.zeros((3, 3)))
    with pytest.raises(ValueError, match="cannot be compared"):
        evaluate(Task.REGRESSION, np.zeros((3, 1)), np.zeros((3, 3)))


def test_that_the_usual_loss_follows_from_the_task() -> None:
    assert [default_loss(task).name for task in Task] == ["mse", "bce", "ce"]


def test_that_losses_are_chosen_by_name() -> None:
    assert from_json(TrainingConfig, {"loss": {"name": "huber", "delta_limit": 2}}).loss == Huber(2.0)
    assert from_json(TrainingConfig, {"loss": "categorical_cross_entropy"}).loss == CrossEntropy()
