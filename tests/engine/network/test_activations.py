"""Activations and outputs against published numbers and their own differences (peer cases 18 to 23)."""

import math

import numpy as np
import pytest

from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.erf import erf
from mlp_gui.engine.network.losses import apply_output, softmax

X = np.array([-2, -1, -0.5, 0, 0.5, 1, 2])
PUBLISHED = {
    "identity": X,
    "relu": [0, 0, 0, 0, 0.5, 1, 2],
    "leaky_relu": [-0.02, -0.01, -0.005, 0, 0.5, 1, 2],
    "elu": [-0.86466472, -0.63212056, -0.39346934, 0, 0.5, 1, 2],
    "tanh": [-0.96402758, -0.76159416, -0.46211716, 0, 0.46211716, 0.76159416, 0.96402758],
    "sigmoid": [0.11920292, 0.26894142, 0.37754067, 0.5, 0.62245933, 0.73105858, 0.88079708],
    "selu": [-1.52016647, -1.11133074, -0.69175819, 0, 0.52535049, 1.05070099, 2.10140197],
    "softplus": [0.12692801, 0.31326169, 0.47407698, 0.69314718, 0.97407698, 1.31326169, 2.12692801],
    "silu": X / (1 + np.exp(-X)),
    "gelu": [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in X],
}


@pytest.mark.parametrize("f", [f() for f in activations], ids=lambda f: f.name)
def test_that_values_are_the_published_ones(f) -> None:
    np.testing.assert_allclose(f(X), PUBLISHED[f.name], rtol=0, atol=5e-9)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("f", [f() for f in activations], ids=lambda f: f.name)
def test_that_large_arguments_stay_finite_without_warnings_and_keep_the_precision(f, dtype) -> None:
    z = np.array([-1000.0, -50, 50, 1000], dtype)
    assert np.isfinite(f(z)).all()
    assert np.isfinite(f.derivative(z)).all()
    assert f(z).dtype == f.derivative(z).dtype == dtype


@pytest.mark.parametrize("f", [f() for f in activations], ids=lambda f: f.name)
def test_that_the_slope_is_the_difference_quotient(f) -> None:
    z = np.linspace(-6, 6, 400)  # not at 0, where relu and its kin have a corner
    np.testing.assert_allclose(f.derivative(z), (f(z + 1e-6) - f(z - 1e-6)) / 2e-6, atol=2e-9)


def test_that_sigmoid_and_softplus_reach_their_limits() -> None:
    assert activations["sigmoid"]()(np.array([-1000.0]))[0] == 0
    assert activations["softplus"]()(np.array([1000.0]))[0] == 1000


def test_that_erf_equals_the_c_librarys() -> None:
    x = np.r_[np.linspace(-7, 7, 20001), np.inf, -np.inf]
    np.testing.assert_allclose(erf(x, np.empty_like(x)), [math.erf(v) for v in x], rtol=0, atol=3e-16)
    assert np.isnan(erf(np.array([np.nan]), np.empty(1)))


def test_that_softmax_is_stable_sums_to_one_and_ignores_a_constant() -> None:
    assert softmax(np.array([[1000.0, 0, -1000]])).tolist() == [[1, 0, 0]]
    z = np.random.default_rng(0).standard_normal((50, 4)) * 10
    np.testing.assert_allclose(softmax(z).sum(axis=1), 1, atol=1e-12)
    np.testing.assert_allclose(softmax(z + 123.0), softmax(z), rtol=1e-12)


def test_that_several_sigmoid_outputs_do_not_sum_to_one() -> None:
    p = apply_output("sigmoid", np.array([[2.0, 2.0]]))
    assert p.sum() > 1.5


def test_that_old_names_still_find_the_activation() -> None:
    assert activations["logistic"] is activations["sigmoid"]
    assert activations["linear"] is activations["identity"]
