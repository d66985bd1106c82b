"""The learning-rate range test: what it finds learns, whatever the batches are like, and the run is left alone."""

import numpy as np
import pytest

from helpers.engine_cases import config, dataset, regression, trained
from mlp_gui.core.dataset import Dataset
from mlp_gui.core.errors import UserError
from mlp_gui.engine.network.activations import Sigmoid, Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.training.lr_range_test import lr_range_test


def with_rate(run_config, rate):
    return run_config.replace(training=run_config.training.replace(learning_rate=rate))


def test_that_the_range_test_suggests_a_rate_that_learns_and_leaves_the_run_alone() -> None:
    data = regression(rows=300)
    run_config = config([(8, Tanh())], optimizer=SGD(), max_epochs=30)
    found = lr_range_test(run_config, data)
    assert 1e-3 < found.suggestion < 5
    assert len(found.rates) == len(found.losses) > 20
    assert np.isfinite(found.losses).all()
    slow = trained(with_rate(run_config, 1e-5), data)
    good = trained(with_rate(run_config, found.suggestion), data)
    assert good.history.train_loss[-1] < 0.8 * slow.history.train_loss[-1]
    assert np.array_equal(lr_range_test(run_config, data).losses, found.losses)
    assert found.steepest < found.suggestion < found.lowest
    assert found.sentence.startswith("The loss falls fastest at ")


def test_that_the_range_test_is_refused_where_there_is_no_rate() -> None:
    with pytest.raises(UserError, match="finds the length of its steps by itself"):
        lr_range_test(config([], optimizer=LBFGS()), regression())


def with_outlier() -> Dataset:
    """Five batches in the order of the file, one of which has a target far away: its loss is ten times the others'."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((150, 4))
    y = x[:, :1] + 0.1 * rng.standard_normal((150, 1))
    y[40] = 30
    return dataset((x, (y - y.mean()) / y.std()))


@pytest.mark.parametrize("optimizer", [SGD(), Adam()], ids=lambda o: o.name)
def test_that_batches_which_differ_do_not_hide_where_the_loss_falls(optimizer) -> None:
    data = with_outlier()
    run_config = config([(10, Sigmoid()), (5, Sigmoid())], optimizer=optimizer, shuffle=False, max_epochs=40)
    found = lr_range_test(run_config, data)
    grid = {
        rate: trained(with_rate(run_config, rate), data).history.train_loss[-1] for rate in 10.0 ** np.arange(-6, 1)
    }
    reached = trained(with_rate(run_config, found.suggestion), data).history.train_loss[-1]
    assert reached < sorted(grid.values())[2]  # among the best rates of a whole grid
    assert np.median(np.abs(np.diff(found.losses[:50]))) < 0.01 * found.losses[0]


def test_that_nothing_is_suggested_where_nothing_falls() -> None:
    data = regression()
    data = dataset((0 * data.train.x, 0 * data.train.y))
    found = lr_range_test(config([(3, Tanh())], network={"seed": 0}), data)
    assert found.suggestion is None
    assert found.sentence.startswith("The loss did not fall")
