"""The best constant, against scikit-learn's dummies and against a search."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.dummy import DummyClassifier, DummyRegressor

from mlp_gui.engine.baselines.constant import constant_output
from mlp_gui.engine.network.losses import MAE, MSE, BinaryCrossEntropy, CrossEntropy, Huber, LogCosh


@pytest.mark.parametrize(("loss", "strategy"), [(MSE(), "mean"), (MAE(), "median")])
@pytest.mark.parametrize("rows", [7, 40])
@pytest.mark.parametrize("weighted", [False, True])
def test_that_the_constant_of_numbers_equals_scikit_learns(rng, loss, strategy, rows, weighted):
    y = rng.exponential(size=(rows, 2))
    weights = rng.integers(1, 4, (rows, 1)).astype(float) if weighted else None
    reference = DummyRegressor(strategy=strategy)
    if strategy == "median" and weighted:  # a weight of 2 is a row that is there twice; scikit-learn takes no middle
        repeated = np.repeat(y, weights[:, 0].astype(int), axis=0)
        expected = reference.fit(np.zeros((len(repeated), 1)), repeated).constant_
    else:
        factors = None if weights is None else weights[:, 0]
        expected = reference.fit(np.zeros((rows, 1)), y, sample_weight=factors).constant_
    np.testing.assert_allclose(constant_output(loss, y, weights), expected[0], rtol=0, atol=1e-12)


@pytest.mark.parametrize(("loss", "classes"), [(BinaryCrossEntropy(), 2), (CrossEntropy(), 4)])
def test_that_the_constant_of_classes_is_their_frequencies(rng, loss, classes):
    labels = rng.integers(0, classes, 60)
    weights = rng.random(60)
    y = np.eye(classes)[labels] if classes > 2 else labels[:, None].astype(float)
    dummy = DummyClassifier(strategy="prior").fit(np.zeros((60, 1)), labels, sample_weight=weights)
    expected = dummy.class_prior_ if classes > 2 else dummy.class_prior_[1:]
    np.testing.assert_allclose(constant_output(loss, y, weights[:, None]), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("loss", [Huber(), Huber(delta_limit=0.1), LogCosh()])
def test_that_no_other_constant_has_a_smaller_loss(rng, loss):
    y = rng.exponential(size=(50, 1))
    weights = rng.random((50, 1)) + 0.1

    def of(value: float) -> float:
        return loss(np.full_like(y, value), y, weights)

    best = float(constant_output(loss, y, weights)[0])
    assert all(of(best) <= of(value) + 1e-15 for value in np.linspace(y.min(), y.max(), 2001))
