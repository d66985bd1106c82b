"""Weights of another program become the run's first weights, by clicks; wrong shapes are said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from helpers.person import Person
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


def test_that_weights_of_scikit_learn_are_begun_with(person: Person, tmp_path: Path) -> None:
    person.program.open_sample("xor")
    person.wait_ready()
    network = person.run.prediction_cache.network
    rng = np.random.default_rng(1)
    layers = {f"coefs_{k}": rng.normal(size=network.weights(k).shape) for k in range(network.n_layers)}
    layers |= {f"intercepts_{k}": rng.normal(size=network.biases(k).shape) for k in range(network.n_layers)}
    np.savez(tmp_path / "w.npz", **layers)
    before = person.run.weights.last.theta.copy()
    person.menu("File", "Import weights…")
    person.type_file_name(tmp_path / "w.npz")
    person.wait(lambda: not np.array_equal(person.run.weights.last.theta, before))
    assert person.run.phase is Phase.READY
    found = np.concatenate([layers["coefs_0"].ravel(), layers["intercepts_0"]])
    np.testing.assert_array_equal(person.run.weights.last.theta[: len(found)], found)
    person.wait(lambda: "w.npz" in person.sentence())
    person.window.activateWindow()
    person.window.windowHandle().requestActivate()
    person.press(Qt.Key.Key_Right)
    person.wait_for(Phase.PAUSED)
    assert person.run.epoch == 1


def test_that_weights_of_another_shape_are_refused_and_the_run_stays(person: Person, tmp_path: Path) -> None:
    person.program.open_sample("xor")
    person.wait_ready()
    np.savez(tmp_path / "w.npz", W1=np.zeros((3, 2)), b1=np.zeros(2))
    before = person.run.weights.last.theta.copy()
    person.menu("File", "Import weights…")
    person.type_file_name(tmp_path / "w.npz")
    assert person.read_error() == "The weights in w.npz are of another shape."
    np.testing.assert_array_equal(person.run.weights.last.theta, before)
