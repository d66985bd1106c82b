"""What may be computed while a network trains, by what it costs: rows times parameters."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.training.config import RunConfig
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
