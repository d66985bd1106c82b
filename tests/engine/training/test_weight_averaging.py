"""Moving averages of the weights: Keras's numbers (peer case 40), and a run judged by them that resumes exactly."""

import numpy as np
import pytest

from helpers.engine_cases import config, regression
from helpers.trainer_runs import assert_same_run, walk
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.tape import ScratchArrays, flatten_calls, run_calls
from mlp_gui.engine.optimizers.base import UpdateArrays
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.training.config import StoppingConfig, TrainingConfig
from mlp_gui.engine.training.regularization import average_weights
from mlp_gui.engine.training.state import latest_theta
from mlp_gui.engine.training.trainer import Trainer

WATCHING = StoppingConfig(patience=1000, restore_best=False)


def averaged(share=0.9, **more):
    settings = {"learning_rate": 0.01, "batch_size": 7, "max_epochs": 100, "stopping": WATCHING} | more
    return config([(6, Tanh())], averaging=share, **settings)


def test_that_the_average_starts_at_the_first_new_weights_and_follows_as_in_keras() -> None:
    theta, g = np.array([3.0, 5.0]), np.ones(2)
    u = UpdateArrays(
        theta, g, np.zeros((0, 2)), np.ones(2), np.ones(()), np.zeros(()), ScratchArrays("float64"),
        average=np.full(2, np.nan),
    )  # fmt: skip
    calls = [*SGD().update(u), *flatten_calls(average_weights(TrainingConfig(averaging=0.9), u))]
    run_calls(calls)
    np.testing.assert_allclose([theta, u.average], [[2, 4], [2, 4]], rtol=1e-15)
    run_calls(calls)
    np.testing.assert_allclose([theta, u.average], [[1, 3], [1.9, 3.9]], rtol=1e-15)


def test_that_averaging_judges_the_run_and_leaves_its_weights_alone() -> None:
    data = regression()
    plain, run_ = walk(Trainer(averaged(0.0), data), 5), walk(Trainer(averaged(0.95), data), 5)
    np.testing.assert_array_equal(plain.network.theta, run_.network.theta)
    np.testing.assert_array_equal(plain.history.train_loss, run_.history.train_loss)
    expected = None
    again = Trainer(averaged(0.0), data)
    for _ in range(5 * again.batches_per_epoch):
        again.step_batch()
        expected = again.network.theta if expected is None else 0.95 * expected + 0.05 * again.network.theta
        expected = expected.copy()
    np.testing.assert_allclose(run_.result_theta(), expected, rtol=1e-12)
    np.testing.assert_array_equal(run_.snapshot().theta, run_.result_theta())
    np.testing.assert_array_equal(latest_theta(run_.state()), run_.result_theta())
    twin = plain.network.copy()
    twin.theta[:] = expected
    loss = np.mean((twin.predict(data.validation.x) - data.validation.y) ** 2)
    assert run_.history[-1].validation_loss == pytest.approx(loss, rel=1e-12)
    assert run_.history[-1].validation_loss != plain.history[-1].validation_loss


def test_that_the_best_weights_are_the_average_of_the_best_epoch() -> None:
    trainer = Trainer(averaged(0.9, stopping=StoppingConfig(patience=1000)), regression())
    found = {}
    for report in trainer.epochs():
        found[report.epoch] = trainer.snapshot().theta
    np.testing.assert_array_equal(trainer.result_theta(), found[trainer.best_epoch])


def test_that_before_the_first_update_the_initial_weights_are_shown() -> None:
    trainer = Trainer(averaged(), regression())
    for theta in (trainer.snapshot().theta, trainer.result_theta(), latest_theta(trainer.state())):
        np.testing.assert_array_equal(theta, trainer.network.theta)
    trainer.set_weights(0.5, 0)
    assert trainer.result_theta()[0] == trainer.network.theta[0] == 0.5


@pytest.mark.parametrize("batches", [0, 1, 5, 9, 20])
def test_that_a_checkpoint_holds_the_average(batches) -> None:
    data = regression()
    whole, first = Trainer(averaged(), data), Trainer(averaged(), data)
    for _ in range(batches):
        first.step_batch()
    second = Trainer.from_state(averaged(), data, first.state())
    walk(whole, second.epoch + 3)
    walk(second, 3)
    assert_same_run(whole, second)
    np.testing.assert_array_equal(whole.result_theta(), second.result_theta())
    np.testing.assert_array_equal(whole.history.validation_loss, second.history.validation_loss)


def test_that_a_run_that_diverges_goes_back_to_a_finite_average() -> None:
    trainer = Trainer(averaged(optimizer=SGD(), learning_rate=0.05), regression())
    walk(trainer, 3)
    kept = trainer.result_theta()
    trainer.retune(trainer.config.replace(training=trainer.config.training.replace(learning_rate=1e9)))
    for _ in trainer.epochs():
        kept = kept if trainer.stopped else trainer.result_theta()
    assert trainer.stopped.kind == "diverged"
    assert np.isfinite(kept).all()
    np.testing.assert_array_equal(trainer.result_theta(), kept)


def test_that_an_optimizer_of_all_rows_refuses_averaging() -> None:
    with pytest.raises(UserError, match="does not work with") as caught:
        Trainer(averaged(optimizer=LBFGS()), regression())
    assert "Weight averaging" in caught.value.title


def test_that_pieces_of_the_parameters_give_the_same_bits_as_all_at_once(monkeypatch) -> None:
    settings = {"l1": 1e-3, "l2": 1e-2, "weight_decay": 0.01}
    runs = []
    for part in (10**9, 5):
        monkeypatch.setattr("mlp_gui.engine.optimizers.base.PART", part)
        runs.append(walk(Trainer(averaged(**settings), regression()), 4))
    assert_same_run(*runs)
    np.testing.assert_array_equal(runs[0].result_theta(), runs[1].result_theta())
