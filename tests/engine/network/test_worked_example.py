"""The worked 3-2-1 network of scikit-learn's test_fit: forward, loss, gradients, step (peer cases 1 and 2)."""

import numpy as np
import pytest

from helpers.engine_cases import config, dataset
from mlp_gui.core.dataset import Task
from mlp_gui.engine.network.activations import Sigmoid
from mlp_gui.engine.network.losses import BinaryCrossEntropy
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.regularization import penalty
from mlp_gui.engine.training.trainer import Trainer

CLOSE = {"rtol": 0, "atol": 1e-11}


@pytest.fixture
def trainer() -> Trainer:
    # The case has the single row (x, 0). A row of the other class with weight 0 satisfies "at least two classes".
    x = np.array([[0.6, 0.8, 0.7], [0.0, 0.0, 0.0]])
    data = dataset((x, np.array([[0.0], [1.0]])), task=Task.BINARY, weights=np.array([1.0, 0.0]))
    settings = {"loss": BinaryCrossEntropy(), "optimizer": SGD(), "learning_rate": 0.1, "l2": 0.1, "shuffle": False}
    trainer = Trainer(config([(2, Sigmoid())], batch_size=2, **settings), data)
    first, second = trainer.network.matrices
    first[:] = [[0.1, 0.2], [0.3, 0.1], [0.5, 0], [0.1, 0.1]]
    second[:] = [[0.1], [0.2], [1.0]]
    return trainer


def test_that_the_forward_pass_gives_the_published_numbers(trainer: Trainer) -> None:
    network, x = trainer.network, trainer.dataset.train.x[:1]
    hidden = Sigmoid()(x @ network.weights(0) + network.biases(0))
    np.testing.assert_allclose(hidden, [[0.679178699175, 0.574442516812]], **CLOSE)
    np.testing.assert_allclose(network.predict(x), [[0.765452021910]], **CLOSE)


def test_that_the_loss_and_its_penalty_are_kept_apart(trainer: Trainer) -> None:
    report = trainer.step_epoch()
    assert report.train_loss == pytest.approx(1.450095114624, abs=1e-11)
    trainer.reset()
    network = trainer.network
    network.matrices[0][:] = [[0.1, 0.2], [0.3, 0.1], [0.5, 0], [0.1, 0.1]]
    network.matrices[1][:] = [[0.1], [0.2], [1.0]]
    before = penalty(trainer.config.training, network.theta, trainer.update.decayed)
    assert before == pytest.approx(0.0225, abs=1e-14)
    assert report.train_loss + before == pytest.approx(1.472595114624, abs=1e-11)


def test_that_gradients_and_step_give_the_published_numbers(trainer: Trainer) -> None:
    trainer.step_batch()
    first, second = trainer.network.layer_views(trainer.gradient)
    np.testing.assert_allclose(second[:-1, 0], [0.529878708522, 0.459708185964], **CLOSE)
    np.testing.assert_allclose(second[-1], [0.765452021910], **CLOSE)
    np.testing.assert_allclose(first[-1], [0.016678816354, 0.037424221791], **CLOSE)
    np.testing.assert_allclose(
        first[:-1],
        [[0.020007289812, 0.042454533075], [0.043343053083, 0.039939377433], [0.061675171448, 0.026196955254]],
        **CLOSE,
    )
    first, second = trainer.network.matrices
    np.testing.assert_allclose(
        first[:-1],
        [[0.097999271019, 0.195754546693], [0.295665694692, 0.096006062257], [0.493832482855, -0.002619695525]],
        **CLOSE,
    )
    np.testing.assert_allclose(second[:-1, 0], [0.047012129148, 0.154029181404], **CLOSE)
    np.testing.assert_allclose(first[-1], [0.098332118365, 0.096257577821], **CLOSE)
    np.testing.assert_allclose(second[-1], [0.923454797809], **CLOSE)
    np.testing.assert_allclose(trainer.network.predict(trainer.dataset.train.x[:1]), [[0.739491918049]], **CLOSE)
