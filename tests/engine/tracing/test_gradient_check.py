"""The proof lamp goes on for right slopes and stays off for wrong ones; paths add up to the gradient."""

import dataclasses
from itertools import product

import numpy as np
import pytest

from helpers.engine_cases import classes, config, regression
from mlp_gui.engine.network.activations import ReLU, Sigmoid, SiLU, Tanh
from mlp_gui.engine.tracing.gradient_check import check_gradient, weight_name, weights_of_layer
from mlp_gui.engine.tracing.paths import strongest_path
from mlp_gui.engine.tracing.trace import Pick, trace
from mlp_gui.engine.training.trainer import Trainer


def traced(data, layers, pick=None, **training):
    run = config(layers, data, batch_size=16, **training)
    trainer = Trainer(run, data)
    trainer.step_batch()
    return trace(run, data, trainer.state(), pick or Pick())


@pytest.mark.parametrize("data", [regression(), classes(n_classes=2), classes(n_classes=3)], ids=["mse", "bce", "ce"])
def test_that_the_lamp_is_on_for_every_layer_with_dropout_and_penalties(data) -> None:
    t = traced(data, [(5, Tanh()), (4, SiLU())], dropout=0.3, l1=0.01, l2=0.1, clip="norm", clip_limit=0.01)
    for layer in (1, 2, 3):
        proof = check_gradient(t, weights_of_layer(t, layer))
        assert proof.passed
        assert proof.error < 1e-8


def test_that_the_lamp_is_off_when_a_slope_is_wrong() -> None:
    t = traced(regression(), [(5, Tanh())])
    wrong = t.penalised.copy()
    wrong[t.layout.index(1, (2, 3))] *= 1.001
    spoiled = dataclasses.replace(t, penalised=wrong)
    assert not check_gradient(spoiled, np.array([t.layout.index(1, (2, 3))])).passed
    assert check_gradient(t, np.array([t.layout.index(1, (2, 3))])).passed


def test_that_a_weight_of_a_dead_unit_passes_with_0() -> None:
    data = regression()
    run = config([(4, ReLU())], data, batch_size=16)
    trainer = Trainer(run, data)
    trainer.network.biases(0)[1] = -100
    t = trace(run, data, trainer.state())
    proof = check_gradient(t, np.array([t.layout.index(1, (0, 1))]))
    assert proof.analytic[0] == 0
    assert proof.passed


def test_that_the_position_of_a_cell_is_its_place_in_theta() -> None:
    t = traced(regression(), [(5, Tanh()), (4, Tanh())])
    for layer, cell in product((1, 2, 3), ((0, 0), (2, 0), (3, 0))):
        weights = t.find("sum", layer).operands["W"]
        assert weights[cell] == t.theta[t.layout.index(layer, cell)]
        assert weight_name(t, t.layout.index(layer, cell)) == t.names.cell_label(weights, cell)


def test_that_large_layers_are_sampled() -> None:
    t = traced(regression(inputs=40), [(50, Tanh())])
    indices = weights_of_layer(t, 1)
    assert len(indices) == 400
    assert indices[0] == 0
    assert indices[-1] == 41 * 50 - 1


def test_that_all_paths_together_are_the_gradient_and_the_strongest_is_found() -> None:
    t = traced(regression(outputs=2), [(3, Tanh()), (4, Sigmoid())])
    row, source, unit = 5, 1, 2
    found = strongest_path(t, 1, source, unit, row)
    a, d = t.x[row, source], t.find("delta_out", 3).result.values[row]
    w2, w3 = (t.find("sum", k).operands["W"].values[:-1] for k in (2, 3))
    f1, f2 = (t.find("slope", k).result.values[row] for k in (1, 2))
    every = {(m, o): a * f1[unit] * w2[unit, m] * f2[m] * w3[m, o] * d[o] for m in range(4) for o in range(2)}
    assert sum(every.values()) == pytest.approx(found.row_gradient, rel=1e-12)
    best = max(every, key=lambda key: abs(every[key]))
    assert found.units == (source, unit, *best)
    assert found.product == pytest.approx(every[best], rel=1e-12)
    assert found.gradient == pytest.approx(
        sum(strongest_path(t, 1, source, unit, r).row_gradient for r in range(t.x.shape[0])), rel=1e-12
    )


def test_that_the_path_of_a_bias_begins_with_1() -> None:
    t = traced(regression(), [(3, Tanh())])
    found = strongest_path(t, 1, 3, 0, 0)
    assert found.factors[0].value == 1
    assert found.units[0] == -1
