"""Temperature: the minimum that scipy finds, the classes that were there, and the same answers in every file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.metrics import log_loss

import mlp_gui
from helpers.command_line import call
from mlp_gui.core.dataset import SubsetData, Task
from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.calibration.temperature import LEAST_ROWS, fit_temperature, temperature_of, tempered
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.network.network import Network
from mlp_gui.presets import suggested_spec


def network_of(outputs: int, seed: int, size: float = 2.5) -> Network:
    network = Network((4, 5, outputs), (Tanh(),), "softmax" if outputs > 1 else "sigmoid")
    network.theta[:] = np.random.default_rng(seed).normal(0, size, network.n_parameters)
    return network


def rows_for(network: Network, n: int, sureness: float) -> tuple[np.ndarray, np.ndarray]:
    """Rows whose true classes are as likely as the network would say with z times `sureness`."""
    rng = np.random.default_rng(n)
    x = rng.normal(size=(n, 4))
    z = network.logits(x) * sureness
    if z.shape[1] == 1:
        return x, (rng.random((n, 1)) < 1 / (1 + np.exp(-z))).astype(float)
    p = np.exp(log_softmax(z, axis=1))
    return x, np.eye(z.shape[1])[[rng.choice(len(row), p=row) for row in p]]


@pytest.mark.parametrize("outputs", [1, 3])
@pytest.mark.parametrize("sureness", [0.3, 1.0, 1.5])
def test_that_the_temperature_is_the_one_with_the_least_log_loss(outputs: int, sureness: float) -> None:
    network = network_of(outputs, 1)
    x, y = rows_for(network, 4000, sureness)
    found = fit_temperature(network, x, y)

    def loss(logarithm: float) -> float:
        z = network.logits(x) / np.exp(logarithm)
        p = 1 / (1 + np.exp(-z)) if outputs == 1 else np.exp(log_softmax(z, axis=1))
        return log_loss(y[:, 0] if outputs == 1 else y.argmax(axis=1), np.clip(p, 1e-15, 1 - 1e-15))

    oracle = minimize_scalar(loss, bounds=(-3, 3), method="bounded", options={"xatol": 1e-8})
    assert found == pytest.approx(np.exp(oracle.x), rel=1e-4)
    assert found == pytest.approx(1 / sureness, rel=0.2)  # what the rows were made with
    calibrated = tempered(network, found)
    assert loss(np.log(found)) <= loss(0.0)
    np.testing.assert_allclose(calibrated.logits(x) * found, network.logits(x), rtol=1e-9, atol=1e-9)
    if outputs > 1:
        assert np.array_equal(calibrated.predict(x).argmax(axis=1), network.predict(x).argmax(axis=1))


def test_that_an_average_of_networks_has_one_temperature_for_all() -> None:
    ensemble = Ensemble([network_of(3, 1), network_of(3, 2)], [0.25, 0.75])
    x, y = rows_for(ensemble.members[1], 1500, 0.4)
    found = fit_temperature(ensemble, x, y)
    after, before = (log_loss(y.argmax(axis=1), each.predict(x)) for each in (tempered(ensemble, found), ensemble))
    assert after < before
    for other in (0.9 * found, 1.1 * found):
        assert after <= log_loss(y.argmax(axis=1), tempered(ensemble, other).predict(x))


def test_that_numbers_and_few_rows_have_no_temperature() -> None:
    table = open_table("sample:iris")
    data = prepare(table, suggested_spec("sample:iris", table)).dataset
    asked, network = UncertaintyConfig(probabilities="temperature"), network_of(3, 1)
    assert temperature_of(network, data, asked) is not None
    assert temperature_of(network, data, UncertaintyConfig()) is None
    rows, n = data.validation, LEAST_ROWS - 1
    few = replace(data, validation=SubsetData(rows.x[:n], rows.y[:n], rows.row_numbers[:n]))
    assert temperature_of(network, few, asked) is None
    assert temperature_of(network, replace(data, task=Task.REGRESSION), asked) is None


def test_that_a_calibrated_run_says_the_same_in_every_command_and_goes_on_as_it_was(tmp_path: Path) -> None:
    answers = {}
    for kind in ("raw", "temperature"):
        run, out = str(tmp_path / f"{kind}.mlp"), str(tmp_path / f"{kind}.json")
        command = ("train", "sample:iris", "--epochs", "60", "--probabilities", kind, "--out", run, "--json")
        trained = json.loads(call(*command).stdout)
        call("export", run, "--format", "json", "--out", out)
        answers[kind] = (trained, json.loads(Path(out).read_text(encoding="utf-8")), mlp_gui.load(run))
    (raw, plain, first), (trained, calibrated, second) = answers["raw"], answers["temperature"]
    temperature = calibrated["provenance"]["temperature"]
    assert trained["temperature"] == temperature
    assert "temperature" not in raw
    assert trained["metrics"]["validation"]["log_loss"] <= raw["metrics"]["validation"]["log_loss"]
    assert trained["metrics"]["test"]["accuracy"] == raw["metrics"]["test"]["accuracy"]
    weights, scaled = (np.array(each["weights"]["W3"]) for each in (plain, calibrated))
    np.testing.assert_allclose(scaled * temperature, weights, rtol=1e-9)
    p, q = (np.asarray(model.predict_proba("sample:iris")) for model in (first, second))
    powered = p ** (1 / temperature)
    np.testing.assert_allclose(q, powered / powered.sum(axis=1, keepdims=True), rtol=1e-9)
    gone_on = [
        json.loads(call("train", "--resume", str(tmp_path / f"{kind}.mlp"), "--epochs", "80", "--json").stdout)
        for kind in answers
    ]
    assert gone_on[0]["loss"]["train"] != gone_on[1]["loss"]["train"]  # of other probabilities
    assert gone_on[0]["training_loss"]["during_epoch"] == gone_on[1]["training_loss"]["during_epoch"]
