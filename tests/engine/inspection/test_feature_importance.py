"""Importance and dependence against scikit-learn and closed forms; both can be called off."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.inspection import partial_dependence as sk_partial_dependence
from sklearn.linear_model import LinearRegression
from sklearn.neural_network import MLPRegressor

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.inspection.feature_importance import partial_dependence, permutation_importance


def r2(y):
    return lambda p: 1 - float(((p[:, 0] - y) ** 2).sum() / ((y - y.mean()) ** 2).sum())


def test_that_the_importance_of_a_linear_answer_is_twice_its_share_of_the_variance(rng):
    x = rng.normal(size=(20_000, 3))
    slopes = np.array([2.0, 1.0, 0.0])
    y = x @ slopes
    found = permutation_importance(lambda rows: (rows @ slopes)[:, None], r2(y), x, {"a": [0], "b": [1], "c": [2]})
    assert found.base == 1.0
    np.testing.assert_allclose(found.drops.mean(axis=1), 2 * slopes**2 / 5, atol=0.03)
    assert (found.drops[2] == 0).all()


def test_that_features_of_one_input_are_shuffled_together(rng):
    x = np.repeat(rng.normal(size=(500, 1)), 2, axis=1)
    y = x[:, 0] - x[:, 1]  # always 0 as long as both come from the same row
    found = permutation_importance(
        lambda rows: rows[:, :1] - rows[:, 1:], lambda p: -float(np.abs(p[:, 0] - y).max()), x, {"both": [0, 1]}
    )
    assert (found.drops == 0).all()


def test_that_dependence_is_that_of_scikit_learn(rng):
    x = rng.normal(size=(150, 3))
    model = MLPRegressor(hidden_layer_sizes=(8,), max_iter=40, random_state=0)
    with pytest.warns(match="Maximum iterations"):
        model.fit(x, np.sin(2 * x[:, 0]) + x[:, 1])
    wanted = sk_partial_dependence(model, x, [0], grid_resolution=9, kind="both", percentiles=(0, 1))
    found = partial_dependence(lambda rows: model.predict(rows)[:, None], x, 0, wanted["grid_values"][0], 150)
    np.testing.assert_allclose(found.mean[:, 0], wanted["average"][0], rtol=0, atol=1e-12)
    np.testing.assert_allclose(found.single[:, :, 0], wanted["individual"][0], rtol=0, atol=1e-12)


def test_that_dependence_of_a_linear_model_is_its_slope(rng):
    x = rng.normal(size=(60, 2))
    model = LinearRegression().fit(x, 3 * x[:, 0] - x[:, 1])
    found = partial_dependence(lambda rows: model.predict(rows)[:, None], x, 1, np.linspace(-1, 1, 5), 10)
    np.testing.assert_allclose(np.diff(found.mean[:, 0]), -0.5, atol=1e-9)
    assert found.single.shape == (10, 5, 1)


def test_that_both_say_how_far_they_are_and_stop_when_asked(rng):
    x, shares = rng.normal(size=(30, 2)), []
    args = (lambda rows: rows[:, :1], r2(x[:, 0]), x, {"a": [0], "b": [1]})
    permutation_importance(*args, repeats=3, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    with pytest.raises(Cancelled):
        permutation_importance(*args, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        partial_dependence(args[0], x, 0, np.zeros(3), cancelled=lambda: True)
