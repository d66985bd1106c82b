"""Which settings a search changes, and what a configuration is with them."""

from __future__ import annotations

import pytest

from mlp_gui.core.errors import UserError
from mlp_gui.core.search_range import SearchRange
from mlp_gui.engine.network.activations import ReLU, Tanh
from mlp_gui.engine.network.config import LayerConfig, NetworkConfig
from mlp_gui.engine.optimizers.adam import Adam, AdamW
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.training.config import RunConfig, TrainingConfig
from mlp_gui.studies.search_config import SearchConfig
from mlp_gui.studies.search_space import present_values, searchable, space_of, with_settings

TWO_LAYERS = RunConfig(NetworkConfig(hidden=(LayerConfig(9), LayerConfig(4, ReLU()))), TrainingConfig(optimizer=Adam()))


def asked(*ranges: str) -> dict[str, SearchRange]:
    found = space_of(TWO_LAYERS, SearchConfig(runs=1, ranges=ranges).read_ranges())
    return {d.path: d.range for d in found}


def test_that_settings_are_named_by_their_path_its_end_or_their_option() -> None:
    found = asked(
        "learning-rate=0.001:0.1", "epochs=5,7", "optimizer=sgd,lm", "optimizer.beta_1=0.5:0.9", "units", "shuffle"
    )
    assert found == {
        "network.hidden.units": SearchRange(4, 128, is_log=True),
        "training.optimizer": SearchRange(choices=("sgd", "levenberg_marquardt")),
        "training.optimizer.beta_1": SearchRange(0.5, 0.9),
        "training.learning_rate": SearchRange(0.001, 0.1, is_log=True),
        "training.shuffle": SearchRange(choices=(False, True)),
        "training.max_epochs": SearchRange(choices=(5, 7)),
    }


def test_that_without_ranges_only_what_has_an_effect_is_searched() -> None:
    usual = set(asked())
    assert {"network.hidden", "training.learning_rate", "training.dropout", "training.l2"} <= usual
    all_rows = TWO_LAYERS.replace(training=TrainingConfig(optimizer=LBFGS()))
    assert "training.learning_rate" not in {d.path for d in searchable(all_rows)}
    assert "training.optimizer.decay" in {
        d.path for d in space_of(RunConfig(training=TrainingConfig(optimizer=AdamW())), {})
    }


def test_that_settings_are_put_into_a_configuration_and_found_there_again() -> None:
    settings = (("network.hidden", 3), ("network.hidden.units", 6), ("training.optimizer", "adam"),
                ("training.optimizer.beta_1", 0.7), ("training.learning_rate", 0.02))  # fmt: skip
    found = with_settings(TWO_LAYERS, settings)
    assert found.network.hidden == (LayerConfig(6, Tanh()), LayerConfig(6, ReLU()), LayerConfig(6, ReLU()))
    assert found.training == TWO_LAYERS.training.replace(optimizer=Adam(beta_1=0.7), learning_rate=0.02)
    space = space_of(TWO_LAYERS, dict.fromkeys(path for path, _ in settings))
    assert dict(present_values(found, space)) == dict(settings)
    assert with_settings(TWO_LAYERS, (("network.hidden", 0),)).network.hidden == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("learning_rate=0:0.1", "Learning rate cannot be 0"),
        ("dropout=0.2:1", "Dropout cannot be 1"),
        ("units=0:5", "Units cannot be 0"),
        ("hidden=1:50", "Hidden layers cannot be 50"),
        ("l2=0:0.1", "logarithmic and cannot begin at 0"),
        ("units=9:3", "ends below its beginning"),
        ("optimizer=adam,nobody", "no optimizer named 'nobody'"),
        ("learning_rate=a:b", "cannot be 'a:b'"),
        ("learning_rate=nan:1", "It must be a finite number"),
        ("speed=1:2", "There is no setting speed"),
        ("=1:2", "is no range"),
        ("shuffle=1,2", "It must be true or false"),
    ],
)
def test_that_a_range_out_of_bounds_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        asked(text)
    with pytest.raises(UserError, match="twice"):
        asked("units", "hidden.units=3:9")
