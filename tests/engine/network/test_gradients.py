"""Backpropagation against central differences of the plain equations: every activation, loss, depth and penalty."""

import numpy as np
import pytest

from helpers.engine_cases import backpropagated, classes, config, dataset, numeric_gradient, objective, regression
from mlp_gui.core.dataset import Task
from mlp_gui.engine.network.activations import Activation, ReLU, Sigmoid, SiLU, Tanh, activations
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.trainer import Trainer

DEPTHS = [(), (4,), (4, 3), (4, 3, 5)]


def data_for(loss):
    if loss.output == "softmax":
        return classes(rows=7, inputs=3, n_classes=3)
    if loss.output == "sigmoid":
        return classes(rows=7, inputs=3, n_classes=2)
    return regression(rows=7, inputs=3, outputs=2)


def trainer_for(f: Activation, loss, hidden, **settings) -> Trainer:
    data = data_for(loss)
    run_config = config([(u, f) for u in hidden], loss=loss, batch_size=7, shuffle=False, optimizer=SGD(), **settings)
    trainer = Trainer(run_config, data)
    # Biases away from 0, so that their gradients are tested in general position.
    trainer.network.theta += 0.1 * np.random.default_rng(1).standard_normal(trainer.network.n_parameters)
    return trainer


def assert_agree(trainer: Trainer, x, y, weights=None) -> None:
    exact = numeric_gradient(trainer.network.theta, lambda: objective(trainer, x, y, weights))
    found = backpropagated(trainer)
    assert np.abs(found - exact).max() <= 1e-6 * np.abs(exact).max()
    assert np.abs(exact).max() > 1e-4


@pytest.mark.parametrize("hidden", DEPTHS, ids=len)
@pytest.mark.parametrize("loss", [m() for m in losses], ids=lambda m: m.name)
@pytest.mark.parametrize("f", [f() for f in activations], ids=lambda f: f.name)
def test_that_backpropagation_agrees_with_central_differences(f, loss, hidden) -> None:
    trainer = trainer_for(f, loss, hidden)
    rows = trainer.dataset.train
    assert_agree(trainer, rows.x, rows.y)


@pytest.mark.parametrize("hidden", DEPTHS, ids=len)
@pytest.mark.parametrize("penalties", [{"l1": 0.03}, {"l2": 0.1}, {"l1": 0.02, "l2": 0.05}], ids=str)
@pytest.mark.parametrize("loss", [m() for m in losses], ids=lambda m: m.name)
def test_that_penalties_are_part_of_the_gradient(loss, penalties, hidden) -> None:
    trainer = trainer_for(Tanh(), loss, hidden, **penalties)
    rows = trainer.dataset.train
    assert_agree(trainer, rows.x, rows.y)


def test_that_layers_may_have_different_activations() -> None:
    data = regression(rows=7)
    hidden = [(4, Sigmoid()), (3, SiLU()), (5, SiLU()), (2, ReLU()), (3, Tanh())]
    trainer = Trainer(config(hidden, batch_size=7, shuffle=False, optimizer=SGD()), data)
    trainer.network.theta += 0.1 * np.random.default_rng(1).standard_normal(trainer.network.n_parameters)
    assert_agree(trainer, data.train.x, data.train.y)


@pytest.mark.parametrize("f", [Sigmoid(), ReLU(), SiLU()], ids=lambda f: f.name)
def test_that_with_a_frozen_dropout_mask_the_gradient_is_exact(f) -> None:
    data = regression(rows=7)
    trainer = Trainer(config([(8, f), (6, f)], batch_size=7, shuffle=False, dropout=0.4, optimizer=SGD()), data)
    trainer.network.theta += 0.1 * np.random.default_rng(1).standard_normal(trainer.network.n_parameters)
    first = [op for op in trainer.tape() if op.stage != "update"]
    for op in first:
        op.run()
    found, masks = trainer.gradient.copy(), first[0].result.copy()
    assert first[0].kind == "mask"
    assert set(np.unique(masks[:8].round(12))) <= {0.0, round(1 / 0.6, 12)}

    def loss_with_mask() -> float:
        a = data.train.x.T
        for k, (start, units) in enumerate(((0, 8), (9, 6))):
            z = trainer.network.weights(k).T @ a + trainer.network.biases(k)[:, None]
            a = np.ascontiguousarray(f(z)) * masks[start : start + units]
        z = a.T @ trainer.network.weights(2) + trainer.network.biases(2)
        return trainer.config.training.loss(np.ascontiguousarray(z), data.train.y)

    exact = numeric_gradient(trainer.network.theta, loss_with_mask)
    np.testing.assert_allclose(found, exact, atol=1e-6 * np.abs(exact).max())


def test_that_dropout_is_off_when_predicting() -> None:
    data = regression()
    trainer = Trainer(config([(8, Tanh())], dropout=0.5), data)
    assert np.array_equal(trainer.network.predict(data.train.x), trainer.network.predict(data.train.x))


def test_that_repeating_every_row_leaves_the_gradient_unchanged() -> None:
    data = regression(rows=10, outputs=2)
    rows = data.train
    thrice = dataset((np.repeat(rows.x, 3, axis=0), np.repeat(rows.y, 3, axis=0)))
    settings = {"batch_size": 30, "l2": 0.1, "shuffle": False}
    once, repeated = (Trainer(config([(5, Tanh())], **settings), d) for d in (data, thrice))
    np.testing.assert_allclose(backpropagated(once), backpropagated(repeated), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(objective(once, rows.x, rows.y), objective(repeated, thrice.train.x, thrice.train.y))


def test_that_a_row_weight_counts_like_repeating_the_row() -> None:
    data = regression(rows=6)
    counts = np.array([1, 2, 1, 3, 1, 1])
    weighted = dataset((data.train.x, data.train.y), weights=counts.astype(float))
    repeated = dataset((np.repeat(data.train.x, counts, axis=0), np.repeat(data.train.y, counts, axis=0)))
    a, b = (Trainer(config([(4, Tanh())], batch_size=100, shuffle=False), d) for d in (weighted, repeated))
    np.testing.assert_allclose(backpropagated(a), backpropagated(b), rtol=1e-12)
    assert a.step_epoch().train_loss == pytest.approx(b.step_epoch().train_loss, rel=1e-12)


def test_that_balanced_classes_count_alike() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((8, 2)), np.array([[1.0], [0], [0], [0], [0], [0], [0], [1]])
    data = dataset((x, y), task=Task.BINARY, classes=("no", "yes"))
    trainer = Trainer(config([], data, class_weight="balanced", batch_size=8, shuffle=False), data)
    weights = np.where(y == 1, 8 / (2 * 2), 8 / (2 * 6))
    exact = numeric_gradient(trainer.network.theta, lambda: objective(trainer, x, y, weights))
    np.testing.assert_allclose(backpropagated(trainer), exact, atol=1e-9)
    given = Trainer(config([], data, class_weight="given", class_weights="2, 6", batch_size=8, shuffle=False), data)
    np.testing.assert_allclose(backpropagated(given), exact, atol=1e-9)
