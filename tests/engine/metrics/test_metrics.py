"""Metrics equal scikit-learn's to 1e-12, hydrology's to their formulas, and say nan where they are undefined."""

import dataclasses
import math
import subprocess
import sys
import warnings

import numpy as np
import pytest
from sklearn import metrics as sk

from helpers.engine_cases import config, dataset
from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import UserError
from mlp_gui.engine.metrics.classification import confusion_matrix
from mlp_gui.engine.metrics.metric import evaluate, evaluate_each, metrics, metrics_for, score
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.network import Network
from mlp_gui.model import compute_losses, compute_scores

RNG = np.random.default_rng(0)
EXACT = {"rel": 1e-12, "abs": 1e-12}


def test_that_regression_metrics_equal_scikit_learns() -> None:
    y, p = RNG.standard_normal((50, 3)) + 2, RNG.standard_normal((50, 3)) + 2
    found = evaluate(Task.REGRESSION, y, p)
    assert found["mse"] == pytest.approx(sk.mean_squared_error(y, p), **EXACT)
    assert found["rmse"] == pytest.approx(sk.root_mean_squared_error(y, p), **EXACT)
    assert found["mae"] == pytest.approx(sk.mean_absolute_error(y, p), **EXACT)
    assert found["mape"] == pytest.approx(100 * sk.mean_absolute_percentage_error(y, p), **EXACT)
    assert found["r2"] == found["nse"] == pytest.approx(sk.r2_score(y, p), **EXACT)
    assert found["max_error"] == pytest.approx(np.abs(y - p).max(axis=0).mean(), **EXACT)
    each = evaluate_each(Task.REGRESSION, y, p)
    assert [scores["r2"] for scores in each] == pytest.approx(sk.r2_score(y, p, multioutput="raw_values"), **EXACT)
    assert score("r2", Task.REGRESSION, y, p) == found["r2"]


def test_that_hydrologys_metrics_follow_their_formulas() -> None:
    y, p = RNG.random((40, 1)) + 1, RNG.random((40, 1)) + 1
    found = evaluate(Task.REGRESSION, y, p)
    r = np.corrcoef(y[:, 0], p[:, 0])[0, 1]
    assert found["squared_correlation"] == pytest.approx(r**2, **EXACT)
    kge = 1 - np.sqrt((r - 1) ** 2 + (p.std() / y.std() - 1) ** 2 + (p.mean() / y.mean() - 1) ** 2)
    assert found["kge"] == pytest.approx(kge, **EXACT)
    assert found["pbias"] == pytest.approx(100 * (p.sum() - y.sum()) / y.sum(), **EXACT)
    assert evaluate(Task.REGRESSION, y, y * 1.1)["pbias"] == pytest.approx(10, **EXACT)
    perfect = evaluate(Task.REGRESSION, y, y)
    assert (perfect["kge"], perfect["r2"], perfect["pbias"]) == pytest.approx((1, 1, 0), abs=1e-12)


def test_that_mape_of_kerass_case_is_right_and_undefined_at_zero_targets() -> None:
    y, p = np.array([[1.0, 9, 2], [-5, -2, 6]]), np.array([[4.0, 8, 12], [8, 1, 3]])
    flat = evaluate(Task.REGRESSION, y.reshape(-1, 1), p.reshape(-1, 1))
    assert flat["mape"] == pytest.approx(211.8518, abs=5e-4)
    assert np.isnan(evaluate(Task.REGRESSION, np.array([[0.0], [1]]), np.array([[1.0], [1]]))["mape"])


def class_scores(y, p, labels, one_column):
    """scikit-learn's numbers for class numbers y and probabilities p."""
    hat = p.argmax(axis=1)
    auc = p[:, 1] if one_column else p
    onehot = np.eye(len(labels))[y]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            "accuracy": sk.accuracy_score(y, hat),
            "balanced_accuracy": sk.balanced_accuracy_score(y, hat),
            "precision_macro": sk.precision_score(y, hat, average="macro", zero_division=0),
            "precision_weighted": sk.precision_score(y, hat, average="weighted", zero_division=0),
            "recall_macro": sk.recall_score(y, hat, average="macro", zero_division=0),
            "recall_weighted": sk.recall_score(y, hat, average="weighted", zero_division=0),
            "f1_macro": sk.f1_score(y, hat, average="macro"),
            "f1_weighted": sk.f1_score(y, hat, average="weighted"),
            "mcc": sk.matthews_corrcoef(y, hat),
            "log_loss": sk.log_loss(y, p, labels=labels),
            "brier": sk.brier_score_loss(y, p[:, 1]) if one_column else ((p - onehot) ** 2).sum(axis=1).mean(),
            "roc_auc": sk.roc_auc_score(y, auc, multi_class="ovr"),
            "average_precision": sk.average_precision_score(y if one_column else onehot, auc),
        }


@pytest.mark.parametrize("decimals", [1, 16])
@pytest.mark.parametrize("n_classes", [2, 3, 5])
def test_that_classification_metrics_equal_scikit_learns(n_classes, decimals) -> None:
    """With one decimal the probabilities have many ties."""
    rng = np.random.default_rng(n_classes)
    y = rng.integers(0, n_classes, 80)
    p = np.round(rng.dirichlet(np.ones(n_classes), 80), decimals)
    p[:, 0] = 1 - p[:, 1:].sum(axis=1)
    p = np.clip(p, 0, 1)
    expected = class_scores(y, p, list(range(n_classes)), n_classes == 2)
    if n_classes == 2:
        found = evaluate(Task.BINARY, y[:, None].astype(float), p[:, 1:])
    else:
        found = evaluate(Task.MULTICLASS, np.eye(n_classes)[y], p)
    assert set(found) == set(expected)
    for name, value in expected.items():
        assert found[name] == pytest.approx(value, rel=1e-12, abs=1e-12), name


def test_that_the_confusion_matrix_has_truth_down_and_prediction_across() -> None:
    y, p = RNG.integers(0, 3, 60), RNG.dirichlet(np.ones(3), 60)
    assert confusion_matrix(y, p).tolist() == sk.confusion_matrix(y, p.argmax(axis=1)).tolist()


def test_that_a_class_missing_from_the_truth_leaves_what_can_be_computed() -> None:
    y, p = np.eye(3)[[0, 1, 1, 0]], RNG.dirichlet(np.ones(3), 4)
    found = evaluate(Task.MULTICLASS, y, p)
    assert np.isnan(found["roc_auc"])
    assert 0 <= found["accuracy"] <= 1
    assert np.isfinite(found["log_loss"])


def test_that_undefined_is_nan_and_never_an_exception_or_warning() -> None:
    nan = np.full((4, 1), np.nan)
    constant = np.ones((4, 1))
    cases = [
        (np.zeros((0, 1)),) * 2,
        (constant, constant),
        (constant[:1], constant[:1]),
        (constant, nan),
        (constant, constant * np.inf),
    ]
    for y, p in cases:
        for task in (Task.REGRESSION, Task.BINARY):
            found = evaluate(task, y, p)
            assert all(isinstance(v, float) for v in found.values())
    assert np.isnan(evaluate(Task.REGRESSION, constant, constant)["r2"])
    assert np.isnan(evaluate(Task.BINARY, constant, nan)["accuracy"])


def test_that_several_binary_targets_are_averaged() -> None:
    y, p = RNG.integers(0, 2, (30, 2)).astype(float), RNG.random((30, 2))
    found = evaluate(Task.BINARY, y, p)
    assert found["accuracy"] == pytest.approx(((p > 0.5) == y).mean())
    assert len(evaluate_each(Task.BINARY, y, p)) == 2


# In the unit of the target, or in its square; the others have no unit.
UNIT_POWERS = {"mse": 2, "rmse": 1, "mae": 1, "max_error": 1}


def test_that_a_metric_grows_with_the_unit_of_the_target() -> None:
    y, p = RNG.normal(3, 1, (30, 1)), RNG.normal(3, 1, (30, 1))
    small, large = evaluate(Task.REGRESSION, y, p), evaluate(Task.REGRESSION, 10 * y, 10 * p)
    for metric in metrics_for(Task.REGRESSION):
        assert large[metric.name] == pytest.approx(small[metric.name] * 10 ** UNIT_POWERS.get(metric.name, 0)), (
            metric.name
        )


def test_that_every_metric_says_what_it_is() -> None:
    for metric in metrics:
        assert metric.equation
        assert metric.__doc__
    assert {m.name for m in metrics_for(Task.REGRESSION)} >= {"r2", "rmse", "kge"}
    with pytest.raises(UserError, match="There is no metric named 'r3'"):
        metrics["r3"]


@pytest.mark.parametrize(
    ("module", "family", "member"),
    [
        ("metrics.regression", "metrics", "accuracy"),
        ("optimizers.base", "optimizers", "lbfgs"),
        ("optimizers.first_order", "optimizers", "levenberg_marquardt"),
    ],
)
def test_that_a_family_is_whole_when_its_module_is_all_that_is_imported(module: str, family: str, member: str) -> None:
    code = f"from mlp_gui.engine.{module} import {family}; print({member!r} in {family})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "True\n"


@pytest.mark.parametrize("metric", [m for m in metrics if not m.classification], ids=lambda m: m.name)
@pytest.mark.parametrize("p", [[0.0, 1e300, -1e308], [np.inf, 0, 0], [np.nan, 0, 0]], ids=str)
def test_that_a_metric_of_numbers_beyond_floats_is_large_or_undefined_and_does_not_warn(metric, p) -> None:
    y, p = np.array([1e300, -1e300, 2e300]), np.array(p)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        value = metric()(y, p)
        assert evaluate(Task.REGRESSION, y[:, None], p[:, None])[metric.name] == pytest.approx(value, nan_ok=True)
    assert not math.isfinite(value) or abs(value) > 1e6 or metric.name == "squared_correlation"


def test_that_kge_of_predictions_far_beyond_the_targets_is_a_number() -> None:
    y, p = np.array([1e-100, 2e-100, 3e-100]), np.array([1e100, 2e100, 3e100])
    assert metrics["kge"]()(y, p) == pytest.approx(-math.sqrt(2) * 1e200)


def test_that_scores_and_losses_of_targets_beyond_floats_do_not_warn() -> None:
    rng = np.random.default_rng(0)
    data = dataclasses.replace(
        dataset((rng.standard_normal((9, 2)), 1e10 * rng.standard_normal((9, 1)))), target_scale=np.array([1e300])
    )
    run_config = config([(3, Tanh())])
    network = Network.from_config(run_config.network, run_config.training.loss, 2, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scores, losses = compute_scores(network, data), compute_losses(network, run_config, data)
    assert not math.isfinite(scores["training"]["rmse"])
    assert losses["training"] == pytest.approx(np.mean((network.predict(data.train.x) - data.train.y) ** 2))
    assert losses["validation"] is None
