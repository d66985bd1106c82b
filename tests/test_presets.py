"""The proposed configuration and its reasons: true numbers, and only for what still stands."""

from __future__ import annotations

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.data.samples.loader import read_sample, sample_spec
from mlp_gui.data.suggest import suggest_spec
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.optimizers.adam import Adam
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.presets import TUTORIAL, keep_choices, propose_config, propose_network, with_fitting_optimizer
from mlp_gui.proposal_reasons import explain_proposal, explain_size, proposed_size


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
    firsts = " ".join(s.split()[0] for s in training)
    assert firsts == "Categorical Adam Batches 1,000 L2 Dropout Weight Trains"
    other = config.replace(training=config.training.replace(optimizer=SGD(), batch_size=5, dropout=0.0))
    _, left = explain_proposal(data, other)
    assert left == (training[0], training[4], training[6], training[7])
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
    assert "1,000 epochs: 4,000 updates in all, with 105 training rows." in training
    busan = dataset("busan_beach")
    assert "Regression: tetx_coppml holds numbers." in explain_proposal(busan, propose_config(busan))[0]
    cancer = dataset("breast_cancer")
    assert "Two classes: diagnosis has two different values." in explain_proposal(cancer, propose_config(cancer))[0]


def test_that_the_penalty_is_strong_where_few_rows_meet_many_inputs() -> None:
    cancer, spirals, beach = dataset("breast_cancer"), dataset("spirals"), dataset("busan_beach")
    assert propose_config(cancer).training.l2 == 0.03  # 10 / 398 rows, 13 rows for each of 30 inputs
    assert propose_config(spirals).training.l2 == 0  # 140 rows for each of 2 inputs
    assert propose_config(dataset("iris")).training.l2 == 0.006  # 1 / 105 rows * (20 * 4 inputs / 105 rows)²
    assert propose_config(beach).training.l2 == 0
    assert (
        "L2 penalty of 0.03: 398 training rows for 30 inputs are easily learnt by heart."
        in explain_proposal(cancer, propose_config(cancer))[1]
    )


def test_that_pieces_have_a_reason_and_the_small_network_goes_without(tmp_path, rng) -> None:
    x = rng.normal(size=(3000, 2))
    path = tmp_path / "many.csv"
    path.write_text("a,b,y\n" + "".join(f"{a},{b},{a * b}\n" for a, b in x))
    table = open_table(path)
    spec = suggest_spec(table, ("y",))
    data, plain = (prepare(table, spec.replace(pieces=n)).dataset for n in (spec.pieces, 0))
    (reason,) = [s for s in explain_proposal(data, propose_config(data))[0] if "pieces" in s]
    assert reason.startswith("2 numbers also enter in up to 16 pieces, so that 2,100 training rows")
    assert not any("pieces" in s for s in explain_proposal(plain, propose_config(plain))[0])
    own = prepare(table, spec.replace(pieces=7)).dataset
    assert not any("pieces" in s for s in explain_proposal(own, propose_config(own))[0])
    small, large = (propose_network(plain, size) for size in ("small", "accurate"))
    assert [proposed_size(d, small) for d in (plain, data)] == ["small", ""]
    assert [proposed_size(d, large) for d in (plain, data)] == ["accurate", "accurate"]
    assert "8 units, 33 weights" in explain_size(data, "small", briefly=True)  # 2 * 8 + 8 + 8 + 1
    assert "6,465 weights" in explain_size(data, "accurate", briefly=True)  # 34 * 64 + 64 + 64 * 64 + 64 + 64 + 1
    assert "numbers in 16 pieces" in explain_size(plain, "accurate", briefly=True, pieces=16)


def test_that_no_layer_has_fewer_units_than_there_are_classes(tmp_path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("a,kind\n" + "".join(f"{k % 7},k{k % 90}\n" for k in range(900)))
    table = open_table(path)
    data = prepare(table, suggest_spec(table, ("kind",))).dataset
    assert data.n_outputs == 90
    assert [layer.units for layer in propose_config(data).network.hidden] == [90, 90]


def test_that_other_data_bring_other_proposals_but_for_what_a_person_has_set() -> None:
    iris, beach = dataset("iris"), dataset("busan_beach")
    before, proposed = propose_config(iris), propose_config(beach)
    assert keep_choices(before, before, proposed) == proposed
    own = before.replace(training=before.training.replace(batch_size=7, dropout=0.4))
    kept = keep_choices(own, before, proposed)
    assert kept.network == proposed.network
    assert kept.training == proposed.training.replace(batch_size=7, dropout=0.4)


def test_that_an_optimizer_of_all_rows_goes_without_what_was_proposed_for_mini_batches() -> None:
    proposed = propose_config(dataset("breast_cancer"))
    chosen = proposed.replace(training=proposed.training.replace(optimizer=LBFGS()))
    fitting = with_fitting_optimizer(chosen, proposed, proposed).training
    assert (proposed.training.dropout, proposed.training.averaging) == (0.15, 0.99)
    assert (fitting.dropout, fitting.averaging, fitting.weight_decay) == (0.0, 0.0, 0.0)
    back = proposed.replace(training=fitting.replace(optimizer=Adam()))
    assert with_fitting_optimizer(back, chosen.replace(training=fitting), proposed) == proposed
