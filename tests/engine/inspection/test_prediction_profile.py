"""The profile is what the network predicts for the same rows, and the nearest rows are those of a full sort."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.inspection.prediction_profile import InputPath, nearest_rows, prediction_profiles
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.network.losses import MSE
from mlp_gui.engine.network.network import Network


def test_that_a_profile_is_what_the_network_predicts_for_each_row_alone() -> None:
    network = Network.from_config(NetworkConfig(hidden=(LayerConfig(units=7),)), MSE(), 4, 2)
    network.theta[:] = np.random.default_rng(1).normal(size=network.theta.shape)
    point = np.array([0.3, -1.0, 0.0, 1.0])
    word = InputPath((2, 3), np.array([[1.0, 0.0], [0.0, 1.0]]))
    answer, profiles = prediction_profiles(
        network.predict, point, [InputPath((1,), np.linspace(-2, 2, 41)[:, None]), word]
    )
    assert np.abs(answer - network.predict(point[None, :])[0]).max() < 1e-12
    assert [p.shape for p in profiles] == [(41, 2), (2, 2)]
    for k, value in enumerate(np.linspace(-2, 2, 41)):
        alone = network.predict(np.array([[0.3, value, 0.0, 1.0]]))[0]
        assert np.abs(profiles[0][k] - alone).max() < 1e-12
    assert np.abs(profiles[1][0] - network.predict(np.array([[0.3, -1.0, 1.0, 0.0]]))[0]).max() < 1e-12


def test_that_the_point_itself_stays_as_it_is() -> None:
    point = np.array([1.0, 2.0])
    prediction_profiles(lambda x: np.multiply(x, 0, out=x), point, [InputPath((0,), np.zeros((3, 1)))])
    assert point.tolist() == [1.0, 2.0]


def test_that_the_nearest_rows_are_those_of_a_full_sort() -> None:
    x = np.random.default_rng(0).normal(size=(5000, 3)).round(1)  # many equal distances
    point = np.array([0.5, -0.2, 9.0])
    at, distances = nearest_rows(x, point, (0, 1), 6)
    full = np.sqrt(((x[:, :2] - point[:2]) ** 2).mean(axis=1))
    assert at.tolist() == np.argsort(full.round(12), kind="stable")[:6].tolist()
    assert np.allclose(distances, full[at])
