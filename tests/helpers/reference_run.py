"""The same run without a window: the engine walked by hand, for bit-for-bit comparison with what the window did."""

from __future__ import annotations

import numpy as np

from helpers.person import Person
from mlp_gui.engine.training.trainer import Trainer
from mlp_gui.session.training.run import Run


def fresh(person: Person) -> Trainer:
    """A trainer with the window's settings and data, at epoch 0."""
    run = person.run
    assert run.dataset is not None
    return Trainer(run.config, run.dataset)


def walk(trainer: Trainer, epochs: int) -> Trainer:
    for _ in range(epochs):
        trainer.step_epoch()
    return trainer


def assert_same(run: Run, trainer: Trainer) -> None:
    """Weights, gradient and every epoch's losses are equal to the last bit."""
    assert run.weights.last is not None
    assert (run.epoch, run.batch) == (trainer.epoch, trainer.batch)
    np.testing.assert_array_equal(run.weights.last.theta, trainer.snapshot().theta)
    np.testing.assert_array_equal(run.weights.last.gradient, trainer.gradient)
    np.testing.assert_array_equal(run.history.epochs, np.arange(1, trainer.epoch + 1))
    for name in ("train_loss", "validation_loss", "learning_rate"):
        np.testing.assert_array_equal(run.history.column(name), trainer.history.column(name))
