"""Runs of the trainer that tests walk along and compare bit for bit."""

from __future__ import annotations

import itertools

import numpy as np

from helpers.engine_cases import config
from mlp_gui.engine.network.activations import SiLU, Tanh
from mlp_gui.engine.optimizers.adam import Nadam
from mlp_gui.engine.optimizers.first_order import SGD, Momentum
from mlp_gui.engine.optimizers.lbfgs import LBFGS
from mlp_gui.engine.optimizers.levenberg_marquardt import LevenbergMarquardt
from mlp_gui.engine.optimizers.schedules import ReduceOnPlateau
from mlp_gui.engine.training.config import StoppingConfig
from mlp_gui.engine.training.trainer import Trainer

HIDDEN = [(6, Tanh()), (4, SiLU())]


KINDS = {
    "adam": {},
    "everything": {
        "dropout": 0.2,
        "input_noise": 0.05,
        "l1": 1e-4,
        "l2": 1e-3,
        "weight_decay": 0.01,
        "clip": "norm",
        "clip_limit": 0.5,
        "max_norm": 2.0,
        "schedule": ReduceOnPlateau(patience=2),
        "optimizer": Nadam(),
        "stopping": StoppingConfig(patience=1000),
    },
    "batch 1": {"batch_size": 1, "optimizer": Momentum(0.9), "learning_rate": 0.01},
    "plain": {"shuffle": False, "optimizer": SGD(), "learning_rate": 0.05},
    "lbfgs": {"optimizer": LBFGS(memory=4), "l2": 0.01},
    "lm": {"optimizer": LevenbergMarquardt(), "l2": 0.01},
}


def run_config(kind="adam", **more):
    settings = {"learning_rate": 0.01, "batch_size": 7, "max_epochs": 1000} | KINDS[kind] | more
    return config(HIDDEN, **settings)


def walk(trainer: Trainer, epochs: int) -> Trainer:
    for _ in itertools.islice(trainer.epochs(), epochs):
        pass
    return trainer


def facts(trainer: Trainer):
    return [*trainer.network.theta, *trainer.optimizer_state.ravel(), *trainer.history.train_loss, trainer.best_value]


def assert_same_run(a: Trainer, b: Trainer) -> None:
    assert (a.epoch, a.batch) == (b.epoch, b.batch)
    np.testing.assert_array_equal(facts(a), facts(b))
    assert a.rng.bit_generator.state == b.rng.bit_generator.state
