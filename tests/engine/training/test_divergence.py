"""Bad data and huge rates end in words, with the last finite weights kept (peer cases 17, 54, 61, 65 to 68)."""

import math
import warnings

import numpy as np
import pytest

from helpers.engine_cases import classes, config, dataset, regression, subset
from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import format_localized
from mlp_gui.engine.network.activations import ReLU, Tanh, activations
from mlp_gui.engine.network.losses import BinaryCrossEntropy, CrossEntropy
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.levenberg_marquardt import LevenbergMarquardt
from mlp_gui.engine.tracing.trace import trace
from mlp_gui.engine.training.config import StoppingConfig
from mlp_gui.engine.training.stop_reasons import suggest_smaller_rate
from mlp_gui.engine.training.trainer import Trainer


def refusal(data: Dataset, run_config=None) -> str:
    with pytest.raises(UserError) as refused:
        Trainer(run_config or config([(3, Tanh())], data), data)
    return str(refused.value)


@pytest.mark.parametrize("rate", [1e2, 1e3, 1e6, 1e9])
def test_that_a_huge_rate_ends_as_diverged_with_the_last_finite_weights(rate) -> None:
    rng = np.random.default_rng(0)
    data = dataset((rng.standard_normal((100, 3)), rng.standard_normal((100, 1))), (np.ones((5, 3)), np.ones((5, 1))))
    trainer = Trainer(config([(100, ReLU())], optimizer=SGD(), learning_rate=rate, stopping=StoppingConfig()), data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reports = list(trainer.epochs())
    stopped, k = trainer.stopped, trainer.stopped.epoch
    assert stopped.kind == "diverged"
    assert reports[-1].epoch == k == trainer.epoch + 1
    assert k <= 60
    assert stopped.sentence.startswith(f"Diverged at epoch {k}: the loss or a weight became infinite.")
    assert format_localized(0.001) in stopped.advice
    assert np.isfinite(trainer.network.theta).all()
    assert np.isfinite(trainer.history.train_loss[: k - 1]).all()


def test_that_a_diverged_run_goes_on_from_the_last_finite_weights_with_a_smaller_rate() -> None:
    data = regression()
    settings = {"optimizer": Adam(), "max_epochs": 12}
    trainer = Trainer(config([(5, ReLU())], learning_rate=0.01, **settings), data)
    for _ in range(4):
        trainer.step_epoch()
    theta, state = trainer.network.theta.copy(), trainer.optimizer_state.copy()
    trainer.retune(config([(5, ReLU())], learning_rate=1e9, **settings))
    trainer.network.theta[0] = 1e200  # the kind of step that a wrong setting makes
    trainer.step_epoch()
    assert (trainer.stopped.kind, trainer.epoch, len(trainer.history)) == ("diverged", 4, 5)
    assert np.array_equal(trainer.network.theta, theta)
    assert np.array_equal(trainer.optimizer_state, state)
    trainer.retune(config([(5, ReLU())], learning_rate=0.01, **settings))
    assert [r.epoch for r in trainer.epochs()] == list(range(5, 13))
    assert trainer.history.epochs.tolist() == list(range(1, 13))
    assert np.isfinite(trainer.history.train_loss).all()


def test_that_weights_beyond_all_bounds_give_exactly_one_recorded_epoch() -> None:
    """Keras's case: five relu layers with weights of 1e5; in float64 they must be larger still."""
    data = regression()
    for dtype, size in (("float32", 1e8), ("float64", 1e40)):
        trainer = Trainer(config([(4, ReLU())] * 5, optimizer=SGD(), network={"dtype": dtype}), data)
        trainer.network.theta[:] = size
        assert len(list(trainer.epochs())) == 1
        assert not math.isfinite(trainer.history.train_loss[0])
        assert trainer.stopped.sentence.endswith("The initial weights are kept.")


def test_that_non_finite_and_huge_inputs_are_refused_by_name() -> None:
    x, y = np.ones((4, 2)), np.arange(4.0)[:, None]
    for value, words in (
        (np.nan, "x1 is nan in row 3"),
        (np.inf, "x1 is inf in row 3"),
        (1e300, "too large to compute"),
    ):
        bad = x.copy()
        bad[2, 1] = value
        assert words in refusal(dataset((bad, y)))
    bad = y.copy()
    bad[1, 0] = np.inf
    assert "The target y0 has values that are not finite numbers." in refusal(dataset((x, bad)))
    assert "validation" in refusal(dataset((x, y), (np.full((1, 2), np.nan), y[:1])))


def test_that_no_rows_no_columns_and_other_shapes_are_refused() -> None:
    assert "There are no training rows." in refusal(dataset((np.zeros((0, 2)), np.zeros((0, 1)))))
    assert "There are no inputs." in refusal(dataset((np.zeros((3, 0)), np.zeros((3, 1)))))
    assert "There is no target." in refusal(dataset((np.zeros((3, 2)), np.zeros((3, 0)))))
    assert "do not fit together" in refusal(dataset((np.zeros((3, 2)), np.zeros((4, 1)))))
    assert "other columns" in refusal(
        dataset((np.zeros((3, 2)), np.zeros((3, 1))), (np.zeros((1, 3)), np.zeros((1, 1))))
    )


def test_that_one_class_is_explained_before_training() -> None:
    x = np.random.default_rng(0).standard_normal((6, 2))
    one = dataset((x, np.ones((6, 1))), task=Task.BINARY, classes=("no", "yes"))
    assert "The training rows have only one class. All 6 of them are yes." in refusal(one)
    single = dataset((x[:1], np.ones((1, 1))), task=Task.BINARY, classes=("no", "yes"))
    assert "The only one is yes." in refusal(single)
    several = dataset((x, np.eye(3)[[1] * 6]), task=Task.MULTICLASS, classes=("a", "b", "c"))
    assert "All 6 of them are b." in refusal(several)
    assert "only one class" in refusal(dataset((x, np.ones((6, 1))), task=Task.MULTICLASS, classes=("a",)))


def test_that_losses_refuse_targets_they_cannot_take() -> None:
    data = regression()
    assert "needs one output per class" in refusal(data, config([], loss=CrossEntropy()))
    assert "needs targets between 0 and 1" in refusal(data, config([], loss=BinaryCrossEntropy()))


def test_that_bad_weights_are_refused() -> None:
    x, y = np.ones((3, 1)), np.arange(3.0)[:, None]
    for weights in ([1, -1, 1], [0, 0, 0], [1, np.nan, 1]):
        assert "must be finite, not negative" in refusal(dataset((x, y), weights=np.array(weights, float)))
    data = classes()
    for text in ("", "1, 2", "1, a, 2", "1, -1, 1"):
        run_config = config([], data, class_weight="given", class_weights=text)
        assert "The target has 3 classes, so 3 numbers" in refusal(data, run_config)


def test_that_an_unseen_class_declared_in_advance_works() -> None:
    x = np.random.default_rng(0).standard_normal((9, 2))
    data = dataset((x, np.eye(4)[[0, 1, 2] * 3]), task=Task.MULTICLASS, classes=("a", "b", "c", "d"))
    trainer = Trainer(config([(3, Tanh())], data, class_weight="balanced"), data)
    trainer.step_epoch()
    assert trainer.network.predict(x).shape == (9, 4)


def test_that_full_batch_optimizers_name_what_they_do_not_work_with() -> None:
    data = regression()
    assert "does not work with: Dropout, Weight decay." in refusal(
        data, config([], optimizer=LBFGS(), dropout=0.1, weight_decay=0.1)
    )
    assert "needs the mean squared error" in refusal(classes(), config([], classes(), optimizer=LevenbergMarquardt()))
    assert "The network is too large" in refusal(data, config([(1000, Tanh())], optimizer=LevenbergMarquardt()))


@pytest.mark.parametrize("f", [f() for f in activations], ids=lambda f: f.name)
@pytest.mark.parametrize("optimizer", [SGD(), Adam(), LBFGS(), LevenbergMarquardt()], ids=lambda o: o.name)
def test_that_hard_data_ends_in_words_and_finite_weights(f, optimizer) -> None:
    """Constant columns, one row, huge values: no warning, no exception, and a finite state afterwards."""
    rng = np.random.default_rng(0)
    constant = rng.standard_normal((30, 3))
    constant[:, 1] = 7
    cases = [(constant, rng.standard_normal((30, 1))), (np.ones((1, 3)), np.ones((1, 1)))]
    cases += [(constant * 1e100, np.ones((30, 1)) * 1e100), (np.zeros((5, 3)), np.zeros((5, 1)))]
    for x, y in cases:
        data = dataset((x, y), (x, y))
        run_config = config([(4, f)], optimizer=optimizer, max_epochs=6, stopping=StoppingConfig(), learning_rate=1.0)
        trainer = Trainer(run_config, data)
        list(trainer.epochs())
        assert trainer.stopped.sentence
        assert np.isfinite(trainer.network.theta).all()
        assert np.isfinite(trainer.result_theta()).all()


def test_that_diverging_under_a_watched_metric_does_not_raise() -> None:
    data = regression()
    stopping = StoppingConfig(monitor="r2")
    trainer = Trainer(config([(50, ReLU())], optimizer=SGD(), learning_rate=1e8, stopping=stopping), data)
    reports = list(trainer.epochs())
    assert trainer.stopped.kind == "diverged"
    assert isinstance(reports[-1].monitored, float)


def test_that_a_subset_knows_its_length() -> None:
    assert len(subset(np.zeros((3, 2)), np.zeros((3, 1)))) == 3


@pytest.mark.parametrize("weight", [1e300, math.inf])
def test_that_the_microscope_looks_at_weights_beyond_all_bounds_without_a_warning(weight) -> None:
    data, run_config = regression(), config([(3, Tanh())], l1=0.1, l2=0.1)
    trainer = Trainer(run_config, data)
    trainer.set_weights(weight)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not math.isfinite(trace(run_config, data, trainer.state()).penalty)


@pytest.mark.parametrize(("rate", "smaller"), [(1e6, 0.001), (9.0, 0.09), (1.0, 0.01), (0.3, 0.03), (0.001, 0.0001)])
def test_that_the_rate_to_try_next_is_a_round_smaller_one(rate, smaller) -> None:
    assert suggest_smaller_rate(rate) == smaller
