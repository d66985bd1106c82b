"""Initializers: distributions, seeds, and the tutorial's Glorot numbers."""

import numpy as np
import pytest

from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.initializers import (
    BiasAsWeights,
    ConstantBias,
    GlorotUniform,
    Orthogonal,
    StandardNormal,
    Zeros,
    initializers,
)
from mlp_gui.engine.network.losses import MSE
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig

VARIANCES = {
    "glorot_uniform": 2 / 500,
    "glorot_normal": 2 / 500,
    "he_uniform": 2 / 300,
    "he_normal": 2 / 300,
    "lecun_uniform": 1 / 300,
    "lecun_normal": 1 / 300,
    "standard_normal": 1.0,
    "orthogonal": 1 / 300,
    "zeros": 0.0,
}


@pytest.mark.parametrize("member", list(initializers), ids=lambda m: m.name)
def test_that_each_has_mean_zero_and_its_variance(member) -> None:
    w = member().draw(np.random.default_rng(0), 300, 200, (300, 200))
    assert w.shape == (300, 200)
    assert w.var() == pytest.approx(VARIANCES[member.name], rel=0.03)
    assert abs(w.mean()) <= 4 * np.sqrt(VARIANCES[member.name] / w.size)


def test_that_uniform_weights_stay_within_the_limit() -> None:
    limit = np.sqrt(6 / 500)
    w = GlorotUniform().draw(np.random.default_rng(0), 300, 200, (300, 200))
    assert np.abs(w).max() <= limit
    assert np.abs(w).max() > 0.999 * limit


@pytest.mark.parametrize("shape", [(5, 3), (3, 5), (4, 4)])
def test_that_orthogonal_has_orthonormal_rows_or_columns(shape) -> None:
    w = Orthogonal().draw(np.random.default_rng(0), *shape, shape)
    small = w.T @ w if shape[0] >= shape[1] else w @ w.T
    np.testing.assert_allclose(small, np.eye(min(shape)), atol=1e-14)


def network(**settings) -> Network:
    config = NetworkConfig((LayerConfig(4, Tanh()), LayerConfig(4, Tanh())), **settings)
    return Network.from_config(config, MSE(), 4, 4)


def test_that_one_seed_per_layer_draws_equal_layers_and_one_for_all_does_not() -> None:
    each, together = network(seed=313, seed_each_layer=True), network(seed=313)
    assert np.array_equal(each.weights(0), each.weights(1))
    assert np.array_equal(each.weights(0), together.weights(0))
    assert not np.array_equal(together.weights(0), together.weights(1))


def test_that_the_same_seed_draws_the_same_and_another_seed_does_not() -> None:
    assert np.array_equal(network(seed=5).theta, network(seed=5).theta)
    assert not np.array_equal(network(seed=5).theta, network(seed=6).theta)


def test_that_float32_weights_are_the_rounded_float64_ones() -> None:
    assert np.array_equal(network(dtype="float32").theta, network().theta.astype("float32"))


def test_that_biases_start_as_chosen() -> None:
    assert not network().biases(0).any()
    assert (network(bias_initializer=ConstantBias(0.25)).biases(1) == 0.25).all()
    drawn = network(initializer=StandardNormal(), bias_initializer=BiasAsWeights(), seed=1)
    rng = np.random.default_rng(1)
    for k in range(3):
        assert np.array_equal(drawn.weights(k), rng.standard_normal((4, 4)))
        assert np.array_equal(drawn.biases(k), rng.standard_normal(4))


def test_that_zeros_are_zeros() -> None:
    assert not network(initializer=Zeros()).theta.any()
