"""The proposed settings solve the bundled samples at the first Train."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.model import compute_predictions
from mlp_gui.presets import propose_config


def trained(name: str) -> tuple[np.ndarray, np.ndarray]:
    table = read_sample(name)
    dataset = prepare(table, sample_spec(name, table)).dataset
    trainer = Trainer(propose_config(dataset), dataset)
    for _ in trainer.epochs():
        pass
    network = trainer.network.copy()
    network.theta[:] = trainer.result_theta()
    return compute_predictions(network, dataset)["test"]


# The least accuracy that the noise drawn into a sample leaves to the best of all networks.
@pytest.mark.parametrize(("name", "least"), [("spirals", 1.0), ("rings", 0.94), ("xor", 0.93), ("penguins", 0.97)])
def test_that_a_sample_of_classes_is_solved_by_default(name, least) -> None:
    truth, predicted = trained(name)
    right = (
        predicted.argmax(1) == truth.argmax(1) if truth.shape[1] > 1 else (predicted[:, 0] > 0.5) == (truth[:, 0] > 0.5)
    )
    assert right.mean() >= least


def test_that_the_sine_is_found_by_default_as_well_as_its_noise_allows() -> None:
    truth, predicted = trained("sine")
    assert np.sqrt(np.mean((truth - predicted) ** 2)) < 1.2 * 0.15  # the standard deviation of the noise
