"""The tutorial "ANN in numpy", number by number, from the bundled CSV with nothing but numpy."""

import csv
import itertools

import numpy as np
import pytest

from helpers.paths import REFERENCE
from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.core.resources import resource
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.network.activations import Sigmoid
from mlp_gui.engine.optimizers.first_order import SGD
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer

INPUTS = [
    "tide_cm",
    "wat_temp_c",
    "sal_psu",
    "air_temp_c",
    "pcp_mm",
    "pcp3_mm",
    "pcp6_mm",
    "pcp12_mm",
    "wind_dir_deg",
    "wind_speed_mps",
    "air_p_hpa",
    "mslp_hpa",
    "rel_hum",
]
TARGET = "tetx_coppml"
TRACE = REFERENCE / "tutorial_trace.csv"


def tutorial_dataset() -> Dataset:
    """Scaled with all 1,446 rows, as the tutorial does; the 218 rows with a target in file order, 152 and 66."""
    with open(resource("samples", "busan_beach.csv"), newline="", encoding="utf-8") as file:
        records = list(csv.DictReader(file))
    x = np.array([[float(r[name]) for name in INPUTS] for r in records])
    y = np.array([[float(r[TARGET] or "nan")] for r in records])
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    shift, scale = np.nanmean(y, axis=0), np.nanstd(y, axis=0)
    y = (y - shift) / scale
    numbers = np.flatnonzero(~np.isnan(y[:, 0]))
    parts = [SubsetData(x[rows], y[rows], rows) for rows in np.split(numbers, [152, 218])]
    return Dataset(*parts, tuple(INPUTS), (TARGET,), Task.REGRESSION, target_shift=shift, target_scale=scale)


def tutorial_config() -> RunConfig:
    return RunConfig(
        NetworkConfig((LayerConfig(10, Sigmoid()), LayerConfig(5, Sigmoid())), seed=313, seed_each_layer=True),
        TrainingConfig(
            optimizer=SGD(),
            learning_rate=0.001,
            batch_size=32,
            shuffle=False,
            max_epochs=1000,
            epoch_loss="batch_mean",
            stopping=StoppingConfig(patience=50, rule="exceeds", restore_best=False),
        ),
    )


@pytest.fixture(scope="module")
def run() -> Trainer:
    trainer = Trainer(tutorial_config(), tutorial_dataset())
    for _ in trainer.epochs():
        pass
    return trainer


def test_that_every_printed_loss_is_met_to_its_four_decimals(run: Trainer) -> None:
    printed = np.loadtxt(TRACE, delimiter=",", skiprows=1)
    assert len(printed) == 52
    assert np.round(run.history.train_loss[:52], 4).tolist() == printed[:, 1].tolist()
    assert np.round(run.history.validation_loss[:52], 4).tolist() == printed[:, 2].tolist()


def test_that_it_stops_after_epoch_103_with_the_best_at_52(run: Trainer) -> None:
    assert run.epoch == len(run.history) == 103
    assert run.stopped is not None
    assert run.stopped.sentence == (
        "Stopped at epoch 103: validation loss has not beaten 0.8022 (epoch 52) for 51 epochs."
    )
    assert (run.best_epoch, run.history.best_epoch, run.stopped.kind) == (52, 52, "early_stopping")


def test_that_the_squared_correlation_of_the_last_weights_is_the_tutorials(run: Trainer) -> None:
    data, theta = run.dataset, run.result_theta()
    assert np.array_equal(theta, run.network.theta)
    predicted = data.to_original(run.network.predict(data.validation.x))
    scores = evaluate(data.task, data.to_original(data.validation.y), predicted)
    assert scores["squared_correlation"] == pytest.approx(0.10823983440230542, abs=1e-9)
    assert scores["r2"] == pytest.approx(-0.0430, abs=5e-5)


def test_that_the_straightforward_loop_gives_the_same_losses(run: Trainer) -> None:
    """The tape against the equations as a tutorial writes them, to rounding."""
    data, rows = run.dataset, run.dataset.train
    sizes, weights, biases = (13, 10, 5, 1), [], []
    for fan_in, fan_out in itertools.pairwise(sizes):
        limit = np.sqrt(3 / max(1.0, (fan_in + fan_out) / 2))
        weights.append(np.random.default_rng(313).uniform(-limit, limit, (fan_in, fan_out)))
        biases.append(np.zeros((1, fan_out)))

    def forward(x):
        layers = [x]
        for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
            z = layers[-1] @ w + b
            layers.append(1 / (1 + np.exp(-z)) if k < 2 else z)
        return layers

    losses = []
    for _ in range(20):
        batch_losses = []
        for i in range(0, len(rows), 32):
            x, y = rows.x[i : i + 32], rows.y[i : i + 32]
            layers = forward(x)
            batch_losses.append(np.mean((layers[-1] - y) ** 2))
            delta = 2 * (layers[-1] - y) / y.size
            for k in (2, 1, 0):
                gw, gb = layers[k].T @ delta, delta.sum(axis=0, keepdims=True)
                if k:
                    delta = delta @ weights[k].T * layers[k] * (1 - layers[k])
                weights[k] -= 0.001 * gw
                biases[k] -= 0.001 * gb
        losses.append((np.mean(batch_losses), np.mean((forward(data.validation.x)[-1] - data.validation.y) ** 2)))
    ours = np.column_stack([run.history.train_loss, run.history.validation_loss])[:20]
    np.testing.assert_allclose(ours, losses, rtol=1e-13)
