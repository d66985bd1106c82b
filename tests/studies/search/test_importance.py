"""What mattered: compared with the variance that is put into the scores."""

from __future__ import annotations

import numpy as np
import pytest

from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.search.importance import importance_of
from mlp_gui.studies.search.samplers import make_sampler
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.search_space import space_of

RANGES = ("learning_rate=0.001:1", "dropout=0:0.5", "activation=tanh,relu,silu")


def test_that_shares_are_those_of_an_additive_score_and_chance_gets_none() -> None:
    config = SearchConfig(runs=600, ranges=RANGES)
    space = space_of(RunConfig(), config.read_ranges())
    sampler, rng, orders = make_sampler(config, space), np.random.default_rng(1), {}
    for _ in range(600):
        settings = sampler.ask()
        assert settings is not None
        values = dict(settings)
        rate = np.log10(values["training.learning_rate"])
        kind = {"tanh": 0.0, "relu": 1.0, "silu": 2.0}[values["network.hidden.activation"]]
        orders[settings] = 3 * round(rate) + kind + 0.2 * rng.normal()
    found = importance_of(space, orders)
    assert found["training.learning_rate"] > 0.7  # variance 0.9 * 9 of about 8.9, less what four groups miss
    assert found["network.hidden.activation"] == pytest.approx(0.08, abs=0.05)
    assert found["training.dropout"] < 0.01
    assert sum(found.values()) < 1
    assert importance_of(space, dict(list(orders.items())[:5])) == {}
    assert set(importance_of(space, dict.fromkeys(orders, 1.0)).values()) == {0.0}
