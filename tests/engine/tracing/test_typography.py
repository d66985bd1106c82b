"""Symbols and equations are for display: with other ones a trace has the same steps, kinds and numbers."""

import numpy as np
import pytest

from helpers.engine_cases import config, regression
from mlp_gui.engine.network.activations import Sigmoid, Tanh
from mlp_gui.engine.network.tape import Op, OpKind, Stage
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.tracing.forward_backward_formulas import write_formula
from mlp_gui.engine.tracing.trace import Trace, trace
from mlp_gui.engine.training.trainer import Trainer

DATA = regression(rows=20)
EXTRAS = {"l1": 0.02, "l2": 0.1, "dropout": 0.2, "input_noise": 0.1, "weight_decay": 0.05, "max_norm": 0.8}
STOCHASTIC = EXTRAS | {"clip": "norm", "clip_limit": 0.05, "averaging": 0.9}
CASES = {
    "everything": {"optimizer": "adamw", "batch_size": 7, **STOCHASTIC},
    "clipped numbers": {"optimizer": "sgd", "batch_size": 7, "clip": "value", "clip_limit": 0.05},
    "all rows": {"optimizer": "lbfgs", "l2": 0.1},
}


def traced(case: str) -> Trace:
    settings = CASES[case]
    optimizer = optimizers[settings["optimizer"]]()
    run = config([(4, Tanh()), (3, Tanh()), (3, Sigmoid())], DATA, **settings | {"optimizer": optimizer})
    trainer = Trainer(run, DATA)
    trainer.step_epoch()
    return trace(run, DATA, trainer.state())


def written(t: Trace) -> list[float]:
    return [write_formula(t, step, (0, 0)).value for step in t.steps]


@pytest.mark.parametrize("case", CASES)
def test_that_other_symbols_and_equations_change_no_step(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = traced(case)
    make = Op.__init__

    def make_with_other_letters(op: Op, *arguments: object, **named: object) -> None:
        make(op, *arguments, **named)
        object.__setattr__(op, "symbol", "?")
        object.__setattr__(op, "equation", "in words")

    monkeypatch.setattr(Op, "__init__", make_with_other_letters)
    other = traced(case)
    assert "in words" in {step.equation for step in other.steps}
    assert [(s.kind, s.stage, s.layer) for s in other.steps] == [(s.kind, s.stage, s.layer) for s in usual.steps]
    for a, b in zip(other.steps, usual.steps, strict=True):
        assert list(a.operands) == list(b.operands)
        np.testing.assert_array_equal(a.result.values, b.result.values)
    assert written(other) == written(usual)


def test_that_every_kind_of_operation_has_a_stage_and_occurs() -> None:
    assert {kind.stage for kind in OpKind} == set(Stage)
    assert {step.kind for case in CASES for step in traced(case).steps} == set(OpKind)


def test_that_a_step_is_shown_where_its_operation_stands_or_beside_the_gradient_that_it_changes() -> None:
    for step in traced("everything").steps:
        assert step.stage == {Stage.BATCH: Stage.FORWARD, Stage.PENALTY: Stage.BACKWARD}.get(
            step.kind.stage, step.kind.stage
        )
