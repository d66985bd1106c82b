"""Optimizers against what PyTorch did to the same weights and gradients (recorded by tests/benchmarks)."""

import json

import numpy as np
import pytest

from helpers.paths import REFERENCE
from mlp_gui.engine.network.tape import ScratchArrays, run_calls
from mlp_gui.engine.optimizers.adam import Adam, AdamW, AMSGrad
from mlp_gui.engine.optimizers.base import UpdateArrays
from mlp_gui.engine.optimizers.first_order import SGD, Adagrad, Momentum, Nesterov, RMSprop

RECORDED = json.loads((REFERENCE / "torch_traces.json").read_text(encoding="utf-8"))

# Ours with PyTorch's settings. It adds epsilon at other places; epsilons near 0 make that invisible.
OURS = {
    "sgd": SGD(),
    "momentum": Momentum(0.9),
    "nesterov": Nesterov(0.9),
    "adagrad": Adagrad(initial=0, epsilon=1e-28),
    "rmsprop": RMSprop(rho=0.9, epsilon=1e-26),
    "rmsprop_centered": RMSprop(rho=0.9, epsilon=1e-26, centered=True),
    "adam": Adam(epsilon=1e-13),
    "amsgrad": AMSGrad(epsilon=1e-13),
    "adamw": AdamW(decay=0.01, epsilon=1e-13),
}


@pytest.mark.parametrize("name", OURS)
def test_that_twenty_steps_are_pytorchs(name) -> None:
    optimizer, w = OURS[name], np.array(RECORDED["start"])
    gradient, state = np.zeros_like(w), np.zeros((optimizer.memory_slots(), w.size))
    optimizer.start(state)
    rate = np.array(RECORDED["rate"])
    u = UpdateArrays(w, gradient, state, np.ones_like(w), rate, np.zeros(()), ScratchArrays("float64"))
    calls, expected = optimizer.update(u), RECORDED["traces"][name]
    assert len(expected) == len(RECORDED["gradients"]) == 20
    for g, then in zip(RECORDED["gradients"], expected, strict=True):
        gradient[:] = g
        run_calls(calls)
        np.testing.assert_allclose(w, then, rtol=0, atol=1e-11)
