"""Ridge and logistic regression, against scikit-learn's on the same rows."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression as LogisticOfScikitLearn
from sklearn.linear_model import Ridge

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.baselines.linear import PENALTIES, fit_linear
from mlp_gui.engine.baselines.logistic import LogisticRegression
from mlp_gui.engine.baselines.ridge import LARGEST, RidgePath
from mlp_gui.engine.network.losses import BinaryCrossEntropy, CrossEntropy, apply_output
from mlp_gui.engine.training.config import TrainingConfig


def subset(x, y, weights=None) -> SubsetData:
    return SubsetData(x, y, np.arange(len(x)), weights)


def dataset(task: Task, parts: list[SubsetData], classes: tuple[str, ...] = ()) -> Dataset:
    features = tuple(f"x{k}" for k in range(parts[0].x.shape[1]))
    return Dataset(*parts, features, ("y",), task, classes)


@pytest.mark.parametrize("shape", [(200, 10), (30, 80)], ids=["tall", "wide"])
@pytest.mark.parametrize("weighted", [False, True])
def test_that_ridge_equals_scikit_learns(rng, shape, weighted):
    x = rng.normal(5, 2, shape)
    x[:, 3] = 7.0  # a constant input
    y = x[:, :2] + rng.normal(size=(shape[0], 2))
    weights = rng.random((shape[0], 1)) if weighted else None
    path = RidgePath(x, y, weights)
    for penalty in (1e-3, 0.4, 50.0):
        coefficients, intercepts = path.solve(penalty)
        reference = Ridge(penalty, solver="svd").fit(x, y, None if weights is None else weights[:, 0])
        np.testing.assert_allclose(coefficients.T, reference.coef_, rtol=0, atol=1e-9)
        np.testing.assert_allclose(intercepts, reference.intercept_, rtol=0, atol=1e-9)


@pytest.mark.parametrize("classes", [2, 3])
def test_that_logistic_regression_equals_scikit_learns(rng, classes):
    # Columns of very different place and size, as in a table that is not scaled.
    x = rng.normal(size=(250, 5)) * [1, 10, 0.01, 1, 1] + [0, 1000, 0, 0, 0]
    labels = np.digitize(x[:, 0] + rng.normal(size=250), [-0.5, 0.6][: classes - 1])
    weights = rng.random((250, 1)) * 2
    y = np.eye(3)[labels] if classes == 3 else labels[:, None].astype(float)
    output = "softmax" if classes == 3 else "sigmoid"
    solver = LogisticRegression(x, y, output, weights)
    for penalty in (2.0, 0.1):  # the second begins where the first ended
        coefficients, intercepts = solver.solve(penalty)
        reference = LogisticOfScikitLearn(C=1 / penalty, tol=1e-12, max_iter=10_000, solver="newton-cholesky")
        reference.fit(x, labels, weights[:, 0])
        expected = reference.predict_proba(x)[:, -y.shape[1] :]
        answers = apply_output(output, x @ coefficients + intercepts)
        np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-6)
        np.testing.assert_allclose(coefficients.T, reference.coef_, rtol=0, atol=1e-6)


def test_that_the_penalty_is_the_one_with_the_lowest_validation_loss(rng):
    x = rng.normal(size=(60, 20))
    y = x[:, :1] + 2 * rng.normal(size=(60, 1))
    parts = [subset(x[:25], y[:25]), subset(x[25:45], y[25:45]), subset(x[45:], y[45:])]
    model = fit_linear(dataset(Task.REGRESSION, parts), TrainingConfig())
    losses = {}
    for share in PENALTIES:
        reference = Ridge(share * 25, solver="svd").fit(x[:25], y[:25])
        losses[share * 25] = float(np.mean((reference.predict(x[25:45]).reshape(-1, 1) - y[25:45]) ** 2))
    assert model.penalty == min(losses, key=losses.get)
    assert len(set(losses.values())) == len(losses), "a choice that makes no difference proves nothing"


@pytest.mark.parametrize("loss", [BinaryCrossEntropy(), CrossEntropy()])
def test_that_balanced_classes_count_as_scikit_learns(rng, loss):
    x = rng.normal(size=(90, 2))
    labels = (x[:, 0] + rng.normal(size=90) > 1.2).astype(int)
    two = isinstance(loss, BinaryCrossEntropy)
    y = labels[:, None].astype(float) if two else np.eye(2)[labels]
    none = subset(x[:0], y[:0])
    task = Task.BINARY if two else Task.MULTICLASS
    training = TrainingConfig(loss=loss, class_weight="balanced")
    model = fit_linear(dataset(task, [subset(x, y), none, none], ("no", "yes")), training)
    # Weights are scaled to a mean of 1, which those of scikit-learn have on these rows, too.
    reference = LogisticOfScikitLearn(C=1 / model.penalty, class_weight="balanced", tol=1e-12, max_iter=10_000)
    expected = reference.fit(x, labels).predict_proba(x)[:, -y.shape[1] :]
    if two:
        np.testing.assert_allclose(model.predict(x), expected, rtol=0, atol=1e-5)
    else:  # a softmax of two classes has twice the coefficients, each half as large: half the penalty
        half = LogisticOfScikitLearn(C=2 / model.penalty, class_weight="balanced", tol=1e-12, max_iter=10_000)
        np.testing.assert_allclose(model.predict(x), half.fit(x, labels).predict_proba(x), rtol=0, atol=1e-5)


def test_that_classes_which_are_told_apart_exactly_have_finite_coefficients(rng):
    x = np.sort(rng.normal(size=(40, 1)), axis=0)
    y = (np.arange(40) >= 20).astype(float)[:, None]
    coefficients, intercepts = LogisticRegression(x, y, "sigmoid").solve(1e-4)
    assert np.isfinite(coefficients).all()
    assert np.isfinite(intercepts).all()
    assert ((x @ coefficients + intercepts > 0) == (y > 0)).all()


def test_that_a_fit_that_is_not_wanted_any_more_ends(rng):
    x, y = rng.normal(size=(20, 2)), rng.integers(0, 2, (20, 1)).astype(float)
    none = subset(x[:0], y[:0])
    for task, training in (
        (Task.REGRESSION, TrainingConfig()),
        (Task.BINARY, TrainingConfig(loss=BinaryCrossEntropy())),
    ):
        with pytest.raises(Cancelled):
            fit_linear(dataset(task, [subset(x, y), none, none]), training, lambda: True)


def test_that_a_wide_fit_is_asked_between_pieces_of_its_inputs(rng):
    """Twenty thousand inputs were multiplied in one go, for ten seconds in which cancelling did nothing."""
    asked = []

    def withdrawn() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        RidgePath(rng.normal(size=(20, 30_000)), rng.normal(size=(20, 1)), cancelled=withdrawn)


def test_that_a_matrix_that_takes_long_to_take_apart_is_left_alone(rng):
    x, y = rng.normal(size=(LARGEST + 1, LARGEST + 1)), rng.normal(size=(LARGEST + 1, 1))
    none = subset(x[:0], y[:0])
    assert fit_linear(dataset(Task.REGRESSION, [subset(x, y), none, none]), TrainingConfig()) is None
