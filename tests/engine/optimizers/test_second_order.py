"""L-BFGS and Levenberg-Marquardt reach closed-form solutions, and descend on curved ones."""

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, numeric_gradient, objective, regression, trained
from mlp_gui.engine.network.activations import ReLU, Sigmoid, SiLU, Tanh
from mlp_gui.engine.network.losses import LogCosh
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.levenberg_marquardt import LevenbergMarquardt, jacobian
from mlp_gui.engine.training import full_batch
from mlp_gui.engine.training.trainer import Trainer

SECOND_ORDER = [LBFGS(), LevenbergMarquardt()]


def least_squares(x, y, weights=None, l2=0.0) -> np.ndarray:
    """Weights and biases (inputs + 1, outputs) that minimise mean (p - y)^2 + l2/2 sum W^2, biases not penalised."""
    x1 = np.column_stack([x, np.ones(len(x))])
    w = np.ones(len(x)) if weights is None else weights / weights.mean()
    penalty = np.diag([l2 * y.size / 2] * x.shape[1] + [0.0])
    return np.linalg.solve(x1.T @ (w[:, None] * x1) + penalty, x1.T @ (w[:, None] * y))


@pytest.mark.parametrize("optimizer", SECOND_ORDER, ids=lambda o: o.name)
@pytest.mark.parametrize("l2", [0.0, 0.1])
@pytest.mark.parametrize("weighted", [False, True])
def test_that_a_linear_network_reaches_the_least_squares_solution(optimizer, l2, weighted) -> None:
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((80, 5)), rng.standard_normal((80, 2))
    weights = rng.random(80) if weighted else None
    run_config = config([], optimizer=optimizer, l2=l2, max_epochs=200)
    trainer = trained(run_config, dataset((x, y), weights=weights))
    np.testing.assert_allclose(trainer.network.matrices[0], least_squares(x, y, weights, l2), atol=1e-8)
    assert trainer.stopped.kind == "converged"
    assert trainer.stopped.sentence.startswith(f"Converged at epoch {trainer.epoch}: ")


@pytest.mark.parametrize("optimizer", SECOND_ORDER, ids=lambda o: o.name)
def test_that_pieces_of_the_rows_give_the_same_result(monkeypatch, optimizer) -> None:
    data = regression(rows=50, outputs=2)
    run_config = config([(4, Tanh())], optimizer=optimizer, l2=0.01, max_epochs=5)
    whole = trained(run_config, data)
    monkeypatch.setattr(full_batch, "PIECE_ROWS", 16)
    monkeypatch.setattr(full_batch, "JACOBIAN_NUMBERS", 300)
    pieces = trained(run_config, data)
    np.testing.assert_allclose(whole.network.theta, pieces.network.theta, rtol=1e-6)


@pytest.mark.parametrize("f", [Tanh(), Sigmoid(), ReLU(), SiLU()], ids=lambda f: f.name)
def test_that_the_jacobian_agrees_with_central_differences(f) -> None:
    trainer = Trainer(config([(4, f), (3, f)], optimizer=LevenbergMarquardt()), regression(rows=5, outputs=2))
    network, x = trainer.network, trainer.dataset.train.x
    network.theta += 0.1 * np.random.default_rng(1).standard_normal(network.n_parameters)
    found = jacobian(network, x)
    for row in range(5):
        for j in range(2):
            exact = numeric_gradient(network.theta, lambda r=row, c=j: network.logits(x)[r, c])
            np.testing.assert_allclose(found[row, j], exact, atol=1e-8)


@pytest.mark.parametrize("optimizer", SECOND_ORDER, ids=lambda o: o.name)
def test_that_the_penalised_loss_never_rises(optimizer) -> None:
    data = regression(rows=80)
    trainer = trained(config([(6, Tanh())], optimizer=optimizer, l2=1e-3, max_epochs=60), data)
    total = trainer.history.train_loss + trainer.history.column("penalty")
    assert (np.diff(total) <= 0).all()
    assert total[-1] < 0.2 * total[0]
    assert objective(trainer, data.train.x, data.train.y) == pytest.approx(total[-1], rel=1e-12)


def test_that_levenberg_marquardt_needs_few_epochs_on_a_curved_target() -> None:
    x = np.linspace(-1, 1, 60)[:, None]
    data = dataset((x, np.sin(4 * x)))
    hidden = [(8, Tanh())]
    second_order = trained(config(hidden, optimizer=LevenbergMarquardt(), max_epochs=30), data)
    first_order = trained(config(hidden, learning_rate=0.01, max_epochs=300), data)
    assert second_order.history.train_loss[-1] < 1e-3
    assert second_order.history.train_loss[-1] < 0.1 * first_order.history.train_loss[-1]


def test_that_lbfgs_takes_other_losses_and_classes() -> None:
    data = classes(rows=90, n_classes=3)
    trainer = trained(config([(5, Tanh())], data, optimizer=LBFGS(), l2=1e-3, max_epochs=100), data)
    predicted = trainer.network.predict(data.train.x).argmax(axis=1)
    assert (predicted == data.train.y.argmax(axis=1)).mean() > 0.97
    data = regression()
    trainer = trained(config([(5, Tanh())], optimizer=LBFGS(), loss=LogCosh(), max_epochs=50), data)
    assert trainer.history.train_loss[-1] < 0.2 * trainer.history.train_loss[0]


def test_that_a_minimum_is_recognised_at_once() -> None:
    x = np.random.default_rng(0).standard_normal((20, 2))
    for optimizer in SECOND_ORDER:
        trainer = Trainer(config([], optimizer=optimizer), dataset((x, x[:, :1])))
        trainer.network.matrices[0][:] = [[1.0], [0.0], [0.0]]
        trainer.step_epoch()
        assert trainer.stopped.kind == "converged"
        assert trainer.network.theta.tolist() == [1, 0, 0]


@pytest.mark.parametrize("optimizer", SECOND_ORDER, ids=lambda o: o.name)
def test_that_float32_descends_too(optimizer) -> None:
    run_config = config([(6, Tanh())], optimizer=optimizer, max_epochs=40, network={"dtype": "float32"})
    trainer = trained(run_config, regression(rows=80))
    assert trainer.history.train_loss[-1] < 0.2 * trainer.history.train_loss[0]
    assert trainer.network.theta.dtype == "float32"
