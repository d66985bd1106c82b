"""What may be computed while a network trains, by what it costs: rows times parameters."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.calibration.temperature import fit_temperature, tempered
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.presets import with_fitting_loss
from mlp_gui.session.training.prediction_cache import PredictionCache


@pytest.mark.parametrize(
    ("n_rows", "in_every_frame", "while_it_trains"),
    [(300, True, True), (2_200, False, True), (20_000, False, False)],
)
def test_that_the_scores_follow_a_run_of_the_proposed_size(n_rows, in_every_frame, while_it_trains):
    def rows(n: int) -> SubsetData:
        return SubsetData(np.zeros((n, 2)), np.zeros((n, 1)), np.arange(n))

    data = Dataset(rows(n_rows), rows(0), rows(0), ("a", "b"), ("y",), Task.REGRESSION)
    network = NetworkConfig(hidden=(LayerConfig(units=64), LayerConfig(units=64)))
    cache = PredictionCache(RunConfig(network=network), data)
    assert (cache.is_cheap, cache.has_live_scores) == (in_every_frame, while_it_trains)


def test_that_probabilities_are_calibrated_and_back_while_the_weights_stay() -> None:
    rng = np.random.default_rng(3)

    def rows(start: int, n: int) -> SubsetData:
        x = rng.normal(size=(n, 2))
        return SubsetData(x, (x[:, :1] + rng.normal(size=(n, 1)) > 0).astype(float), np.arange(start, start + n))

    data = Dataset(rows(0, 40), rows(40, 60), rows(100, 30), ("a", "b"), ("y",), Task.BINARY, ("no", "yes"))
    config = with_fitting_loss(RunConfig(network=NetworkConfig(hidden=(LayerConfig(units=8),))), Task.BINARY)
    trainer = Trainer(config, data)
    for report in trainer.epochs():
        if report.epoch == 40:
            break
    cache = PredictionCache(config, data)
    cache.set_weights(trainer.snapshot())
    raw, scores = cache.predict_subset("test").predicted.copy(), cache.scores()
    assert cache.set_uncertainty(UncertaintyConfig(probabilities="temperature"))
    temperature = fit_temperature(trainer.network, data.validation.x, data.validation.y)
    expected = tempered(trainer.network, temperature).predict(data.test.x)
    np.testing.assert_array_equal(cache.predict_subset("test").predicted, expected)
    assert cache.scores()["validation"]["log_loss"] < scores["validation"]["log_loss"]
    assert np.array_equal(cache.trained.theta, trainer.network.theta)
    assert not cache.set_uncertainty(UncertaintyConfig(probabilities="temperature", level=0.9))
    assert cache.set_uncertainty(UncertaintyConfig())
    np.testing.assert_array_equal(cache.predict_subset("test").predicted, raw)
    assert cache.scores() == scores
