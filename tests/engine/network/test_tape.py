"""The tape's operations: the numbers of the plain equations, each with its name, equation and code."""

import itertools

import pytest

from helpers.engine_cases import regression
from helpers.trainer_runs import run_config, walk
from mlp_gui.engine.training.trainer import Trainer


def test_that_plain_equations_and_tape_give_the_same_numbers() -> None:
    data = regression()
    trainer = walk(Trainer(run_config(), data), 3)
    by_tape = trainer.history.validation_loss[-1]
    by_hand = trainer.config.training.loss(trainer.network.logits(data.validation.x), data.validation.y)
    assert by_tape == pytest.approx(by_hand, rel=1e-13)


def test_that_every_operation_of_the_tape_has_its_name_equation_and_code() -> None:
    trainer = Trainer(run_config("everything"), regression())
    for op in trainer.tape():
        assert op.symbol
        assert op.equation
        assert op.code
        assert op.calls
    stages = [stage for stage, _ in itertools.groupby(op.stage for op in trainer.tape())]
    assert stages == ["batch", "forward", "batch", "forward", "loss", "backward", "penalty", "update"]
