"""The proposed configuration and its reasons: true numbers, and only for what still stands."""

from __future__ import annotations

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.presets import TUTORIAL, explain_proposal, propose_config


def dataset(name: str):
    table = read_sample(name)
    return prepare(table, sample_spec(name, table)).dataset


def test_that_the_number_of_weights_in_the_reason_is_that_of_the_network() -> None:
    for name in ("busan_beach", "iris", "spirals"):
        data = dataset(name)
        config = propose_config(data)
        made = Network.from_config(config.network, config.training.loss, data.n_features, data.n_outputs)
        network, _ = explain_proposal(data, config)
        assert f"{made.n_parameters:,} weights for {len(data.train):,} training rows" in network[0]


def test_that_a_reason_goes_when_its_setting_is_changed() -> None:
    data = dataset("iris")
    config = propose_config(data)
    network, training = explain_proposal(data, config)
    assert len(training) == 5
    other = config.replace(training=config.training.replace(optimizer=SGD(), batch_size=5))
    _, left = explain_proposal(data, other)
    assert left == (training[0], training[4])
    tutorial = dataset("busan_beach")
    assert len(explain_proposal(tutorial, TUTORIAL.config)[0]) == 2  # output and task, whoever chose the layers
    assert network[1] == "Softmax over 3 classes: their probabilities add up to 1."


def test_that_task_sizes_batch_and_epochs_each_have_a_reason_with_true_numbers() -> None:
    data = dataset("iris")
    network, training = explain_proposal(data, propose_config(data))
    assert "3 classes: species has so many different values." in network
    units = [layer.units for layer in propose_config(data).network.hidden]
    assert network[0].startswith(f"Hidden layers of {units[0]} and {units[1]} units")
    assert "Batches of 32: 4 updates in an epoch of 105 training rows." in training
    assert "At most 1,000 epochs: up to 4,000 updates in all, with 105 training rows." in training
    busan = dataset("busan_beach")
    assert "Regression: tetx_coppml holds numbers." in explain_proposal(busan, propose_config(busan))[0]
    cancer = dataset("breast_cancer")
    assert "Two classes: diagnosis has two different values." in explain_proposal(cancer, propose_config(cancer))[0]


def test_that_inputs_made_for_gaps_bring_a_small_penalty_with_its_reason(tmp_path) -> None:
    path = tmp_path / "gaps.csv"
    cells = ["" if k % 5 == 0 else round(k * 0.37 % 5, 2) for k in range(60)]
    path.write_text("a,b,y\n" + "".join(f"{cell},{k % 7},{k * 0.5}\n" for k, cell in enumerate(cells)))
    table = open_table(path)
    data = prepare(table, suggest_spec(table)).dataset
    assert [data.feature_names[k] for k in data.gap_features] == ["a was empty"]
    config = propose_config(data)
    assert config.training.l2 == 0.001
    _, training = explain_proposal(data, config)
    assert any(sentence.startswith("L2 penalty of 0.001") for sentence in training)
    assert propose_config(dataset("iris")).training.l2 == 0
