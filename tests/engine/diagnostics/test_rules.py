"""The training doctor: scripted pathologies raise exactly their diagnosis, healthy runs raise none."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.diagnostics.data_rules import validation_share
from mlp_gui.engine.diagnostics.evidence import Outcome, SeedTwin
from mlp_gui.engine.diagnostics.layer_statistics import hidden_layer_statistics, layer_statistics
from mlp_gui.engine.diagnostics.rules import DataFacts, Evidence, diagnose
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import bias_initializers, initializers
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.reports import StopKind
from mlp_gui.engine.training.trainer import Trainer


def data(rng, rows=200, inputs=3, scale=1.0, noise=0.1, validation=60, constant=False):
    x = rng.normal(size=(rows + validation, inputs))
    y = np.sin(x[:, :1]) + 0.5 * x[:, 1:2] + noise * rng.normal(size=(len(x), 1))
    y = (y - y.mean()) / y.std()
    x = x * scale
    if constant:
        x[:, -1] = 0.0
    return made(x, y, rows, Task.REGRESSION, [f"x{k}" for k in range(inputs)])


def made(x, y, rows, task, names):
    def part(a, b):
        return SubsetData(x[a:b], y[a:b], np.arange(a, b))

    outputs = y.shape[1]
    return Dataset(part(0, rows), part(rows, len(x)), part(len(x), len(x)), tuple(names), ("y",), task,
                   tuple("abc") if task is Task.MULTICLASS else (), np.zeros(outputs), np.ones(outputs))  # fmt: skip


def config(units=(10,), activation="tanh", start="glorot_uniform", bias=None, **training):
    hidden = tuple(LayerConfig(n, activations.create(activation)) for n in units)
    network = NetworkConfig(hidden=hidden, initializer=initializers.create(start))
    if bias is not None:
        network = network.replace(bias_initializer=bias_initializers.create("constant", value=bias))
    stopping = StoppingConfig(enabled=False)
    return RunConfig(network=network, training=TrainingConfig(stopping=stopping, **training))


def found(settings, dataset, epochs=100):
    """Names of the diagnoses after so many epochs."""
    trainer = Trainer(settings, dataset)
    before = trainer.snapshot()
    for _ in range(epochs):
        if trainer.stopped is not None:
            break
        last = trainer.snapshot()
        if trainer.step_epoch() is not None:
            before = last
    now, history = trainer.snapshot(), trainer.history
    x = dataset.train.x[:256]
    health = layer_statistics(
        trainer.network.copy(), now.theta, now.gradient, before.theta, trainer.batches_per_epoch, x
    )
    facts = DataFacts.from_dataset(dataset, settings, trainer.network.n_parameters)
    stopped = trainer.stopped.kind if trainer.stopped else ""
    losses_ = history.epochs, history.train_loss, history.validation_loss, history.column("gradient_norm")
    evidence = Evidence(settings, facts, *losses_, health, stopped)
    return diagnose(evidence)


def names(settings, dataset, epochs=100):
    return [d.name for d in found(settings, dataset, epochs)]


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_that_a_rate_of_1000_is_called_too_large_and_a_smaller_one_offered(rng, optimizer):
    settings = config(optimizer=optimizers.create(optimizer), learning_rate=1e3)
    [diagnosis] = found(settings, data(rng), 40)
    assert diagnosis.name == "rate_too_large"
    assert diagnosis.change.training.learning_rate < 1
    assert diagnosis.change.replace(training=settings.training) == settings


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_that_weights_that_all_start_at_zero_are_recognised(rng, activation):
    assert names(config(activation=activation, start="zeros"), data(rng)) == ["same_units"]


def test_that_relu_with_biases_of_minus_10_is_dead(rng):
    [diagnosis] = found(config(activation="relu", bias=-10.0), data(rng), 30)
    assert diagnosis.name == "dead_units"
    assert "100 %" in diagnosis.sentence
    assert names(diagnosis.change, data(rng), 60) == []  # what it offers cures it


def test_that_inputs_that_are_not_scaled_are_named(rng):
    [diagnosis] = found(config(), data(rng, scale=np.array([1.0, 3000.0, 1.0])))
    assert diagnosis.name == "unscaled_inputs"
    assert diagnosis.sentence.startswith("x1 ")
    assert diagnosis.data_change == "scale_inputs"


def test_that_a_huge_network_on_few_rows_overfits(rng):
    settings = config(units=(200, 100), activation="relu", learning_rate=0.003)
    [diagnosis] = found(settings, data(rng, rows=20, inputs=8, noise=1.0), 400)
    assert diagnosis.name == "overfitting"
    assert diagnosis.change.training.stopping.enabled
    assert 1 <= diagnosis.region[0] < diagnosis.region[1] == 400


def test_that_a_tiny_rate_is_called_too_small(rng):
    assert names(config(optimizer=optimizers.create("sgd"), learning_rate=1e-7), data(rng)) == ["rate_too_small"]


def test_that_large_first_weights_saturate(rng):
    settings = config(units=(20, 20), start="orthogonal", learning_rate=1e-4)
    settings = settings.replace(
        network=settings.network.replace(initializer=initializers.create("orthogonal", gain=60.0))
    )
    assert names(settings, data(rng), 10) == ["saturated_units"]


def test_that_deep_sigmoids_make_the_gradient_vanish(rng):
    settings = config(units=(10,) * 12, activation="sigmoid", optimizer=optimizers.create("sgd"), learning_rate=0.01)
    assert names(settings, data(rng), 20) == ["vanishing_gradient"]


def test_that_a_target_without_a_reason_is_a_plateau(rng):
    x, y = rng.normal(size=(2000, 2)), rng.normal(size=(2000, 1))
    dataset = made(x, (y - y.mean()) / y.std(), 1600, Task.REGRESSION, ["a", "b"])
    assert names(config(units=(3,)), dataset, 120) == ["plateau"]


def test_that_constant_inputs_are_said_beside_a_healthy_run(rng):
    assert names(config(), data(rng, constant=True)) == ["constant_inputs"]


def test_that_a_healthy_regression_says_nothing(rng):
    assert names(config(units=(16,), learning_rate=0.005), data(rng, noise=0.2), 200) == []


def test_that_a_healthy_classification_says_nothing(rng):
    x = rng.normal(size=(300, 2))
    kinds = (np.arctan2(x[:, 1], x[:, 0]) // (2 * np.pi / 3)).astype(int) % 3
    dataset = made(x, np.eye(3)[kinds], 240, Task.MULTICLASS, ["a", "b"])
    assert names(config(learning_rate=0.01, loss=losses.create("ce")), dataset, 150) == []


def test_that_a_healthy_relu_network_says_nothing(rng):
    settings = config(units=(32, 16), activation="relu", start="he_uniform", learning_rate=0.002)
    assert names(settings, data(rng, rows=400, noise=0.3), 80) == []


def test_that_before_the_first_epoch_only_the_data_is_judged(rng):
    assert names(config(start="zeros", activation="relu", bias=-10.0), data(rng), 0) == ["same_units"]
    assert names(config(), data(rng), 0) == []


def test_that_dead_and_saturated_shares_are_the_counted_ones():
    network = Network((1, 4, 1), (activations.create("relu"),))
    network.matrices[0][:] = [[1.0, 1.0, 0.0, -1.0], [0.0, -9.0, -1.0, -9.0]]  # only the first unit ever answers
    dead, _ = hidden_layer_statistics(network, network.theta, np.array([[0.5], [1.0], [-1.0]]))
    assert dead[0] == 0.75
    assert np.isnan(dead[1])
    network = Network((1, 2, 1), (activations.create("tanh"),))
    network.matrices[0][:] = [[1.0, 100.0], [0.0, 0.0]]
    _, saturated = hidden_layer_statistics(network, network.theta, np.array([[0.1], [0.2], [-0.3], [0.0]]))
    assert saturated[0] == 3 / 8  # tanh(0) is steep whatever the weight


def test_that_an_input_that_differs_in_a_few_of_many_rows_is_not_called_constant(rng):
    """Of a large table every k-th row is looked at first; the rows between them count too."""
    x, y = np.zeros((40_001, 2)), rng.normal(size=(40_001, 1))
    x[:, 0], x[7, 1] = rng.normal(size=len(x)), 1.0
    dataset = made(x, y, len(x), Task.REGRESSION, ["a", "rare"])
    assert DataFacts.from_dataset(dataset, config(), 10).constant_inputs == ()
    x[7, 1] = 0.0
    assert DataFacts.from_dataset(dataset, config(), 10).constant_inputs == ("rare",)


def judged(finding: str, **changes) -> Outcome:
    return Outcome(
        **{
            "finding": finding,
            "sentence": "So it is.",
            "constant": "the mean",
            "rows": 60,
            "by_heart": False,
            **changes,
        }
    )


def evidence(
    dataset, losses=(1.0, 0.5), epochs=60, stopped=StopKind.EARLY_STOPPING, stopping=None, **known
) -> Evidence:
    settings = config()
    settings = settings.replace(training=settings.training.replace(stopping=stopping or StoppingConfig()))
    facts = DataFacts.from_dataset(dataset, settings, 51)
    falling = np.geomspace(*losses, epochs)
    numbers = np.arange(1.0, epochs + 1), falling, falling, np.full(epochs, np.nan)
    return Evidence(settings, facts, *numbers, None, stopped, **known)


ENDINGS = ("early_stopping", "max_epochs")  # a rule ended it, or its epochs were done


@pytest.mark.parametrize("stopped", ENDINGS)
@pytest.mark.parametrize(
    ("outcome", "name"),
    [
        (judged("no_better"), "worse_than_constant"),
        (judged("linear_better"), "worse_than_linear"),
        (judged("better", by_heart=True), "learnt_by_heart"),
        (judged("better"), None),
        (judged("as_linear"), None),
        (judged("better", by_heart=True, rows=8), None),
    ],
)
def test_that_the_doctor_speaks_of_the_result_of_a_run_that_has_ended(rng, outcome, name, stopped):
    settings = config(units=(5,))
    tried = dataclasses.replace(outcome, offer="Try this", change=settings)
    spoken = diagnose(evidence(data(rng), outcome=tried, stopped=stopped))
    assert [d.name for d in spoken] == ([name] if name else [])
    assert all((d.offer, d.change) == ("Try this", settings) for d in spoken)


def test_that_a_run_that_may_go_on_has_not_failed(rng):
    assert not diagnose(evidence(data(rng), stopped=None, outcome=judged("no_better")))
    assert diagnose(evidence(data(rng), epochs=10, outcome=judged("no_better")))


@pytest.mark.parametrize("stopped", ENDINGS)
def test_that_a_flat_loss_is_said_of_a_run_that_has_ended(rng, stopped):
    flat = evidence(data(rng), losses=(1.001, 1.0), epochs=100, stopped=stopped)
    [diagnosis] = diagnose(flat)
    assert diagnosis.name == "plateau"
    assert diagnosis.change.training.learning_rate > flat.config.training.learning_rate
    worse = diagnose(dataclasses.replace(flat, outcome=judged("no_better")))
    assert [d.name for d in worse] == ["worse_than_constant"]


@pytest.mark.parametrize("stopped", ENDINGS)
def test_that_a_handful_of_validation_rows_is_too_few_to_choose_by(rng, stopped):
    few = evidence(data(rng, rows=60, validation=12), stopped=stopped)
    [diagnosis] = diagnose(few)
    assert (diagnosis.name, diagnosis.data_change) == ("few_validation_rows", "larger_validation")
    assert diagnosis.offer.startswith("Validate with 28")
    assert validation_share(60, 12, 0) == pytest.approx(20 / 72, abs=0.005)
    [by_column] = diagnose(dataclasses.replace(few, divided_by_shares=False))
    assert (by_column.offer, by_column.data_change) == ("", "")
    for healthy in (
        evidence(data(rng, rows=60, validation=15)),
        evidence(data(rng, rows=60, validation=12), stopping=StoppingConfig(restore_best=False)),
        evidence(data(rng, rows=60, validation=12), epochs=3, stopped=None),
        evidence(data(rng, rows=60, validation=0)),
    ):
        assert not diagnose(healthy)


def test_that_many_rows_lost_to_gaps_are_named(rng):
    lost = evidence(data(rng), lost_to_gaps=40, columns_with_gaps=("rain", "wind"))
    [diagnosis] = diagnose(lost)
    assert (diagnosis.name, diagnosis.data_change) == ("lost_to_gaps", "fill_gaps")
    assert diagnosis.sentence.startswith("40 of 300 rows are left out for empty cells in rain, wind.")
    assert not diagnose(evidence(data(rng), lost_to_gaps=20, columns_with_gaps=("rain",)))


@pytest.mark.parametrize("stopped", ENDINGS)
def test_that_runs_which_differ_only_in_the_seed_are_a_lottery_when_their_losses_differ_much(rng, stopped):
    mine = evidence(data(rng), stopped=stopped)  # its lowest validation loss is 0.5
    other = mine.config.replace(network=mine.config.network.replace(seed=7))
    spoken = diagnose(dataclasses.replace(mine, same_but_seed=(SeedTwin("run 1", other, 0.2),)))
    assert [d.name for d in spoken] == ["seed_lottery"]
    assert spoken[0].change == other
    assert spoken[0].offer == "Use the seed of run 1 (begins a new run)"
    assert "0.2000 instead of 0.5000" in spoken[0].sentence
    [ahead] = diagnose(dataclasses.replace(mine, same_but_seed=(SeedTwin("run 1", other, 0.9),)))
    assert (ahead.name, ahead.offer, ahead.change) == ("seed_lottery", "", None)
    healthy = dataclasses.replace(mine, same_but_seed=(SeedTwin("run 1", other, 0.45), SeedTwin("run 2", other, 0.55)))
    assert not diagnose(healthy)
    assert not diagnose(dataclasses.replace(mine, stopped="", same_but_seed=(SeedTwin("run 1", other, 0.1),)))
