"""What differs between runs: exactly the settings that do, with numbers as numbers."""

from __future__ import annotations

from mlp_gui.engine.network.activations import ReLU, Tanh
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD, Momentum
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, TrainingConfig
from mlp_gui.session.runs.comparison import find_differences


def training(**changes: object) -> RunConfig:
    return RunConfig(training=TrainingConfig(**changes))


def test_that_equal_settings_have_no_column() -> None:
    assert find_differences([RunConfig(), RunConfig()]) == []
    assert find_differences([]) == []


def test_that_each_setting_that_differs_has_one_column_with_every_runs_value() -> None:
    runs = [training(learning_rate=0.1), training(), training(learning_rate=1e-5, batch_size=1000, shuffle=False)]
    found = {one.path: [value.value for value in one.values] for one in find_differences(runs)}
    assert found == {
        "training.learning_rate": [0.1, 0.001, 1e-5],
        "training.batch_size": [32.0, 32.0, 1000.0],
        "training.shuffle": ["yes", "yes", "no"],
    }
    assert [value.text for value in find_differences(runs)[1].values] == ["32", "32", "1,000"]


def test_that_a_setting_that_only_some_have_differs_only_among_those() -> None:
    runs = [training(optimizer=SGD()), training(optimizer=Momentum(momentum=0.9)), training(optimizer=Adam())]
    assert [one.path for one in find_differences(runs)] == ["training.optimizer"]
    runs.append(training(optimizer=Momentum(momentum=0.5)))
    found = {one.path: one.values for one in find_differences(runs)}
    assert list(found) == ["training.optimizer", "training.optimizer.momentum"]
    momenta = found["training.optimizer.momentum"]
    assert [None if value is None else value.value for value in momenta] == [None, 0.9, None, 0.5]


def test_that_layers_read_as_units_and_activation_and_nothing_as_a_dash() -> None:
    layers = (LayerConfig(10, Tanh()), LayerConfig(5, ReLU()))
    runs = [
        RunConfig(network=NetworkConfig(hidden=layers), training=TrainingConfig(max_norm=2.0)),
        RunConfig(network=NetworkConfig(hidden=())),
    ]
    found = {one.path: [value.text for value in one.values] for one in find_differences(runs)}
    assert found["network.hidden"] == ["10 Tanh, 5 ReLU", "none"]
    assert found["training.max_norm"] == ["2", "–"]
