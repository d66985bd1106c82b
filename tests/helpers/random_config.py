"""A configuration with any member of every family, drawn by its seed."""

from __future__ import annotations

import json

import numpy as np

from mlp_gui.core.serialization import from_json
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import bias_initializers, initializers
from mlp_gui.engine.network.losses import losses
from mlp_gui.engine.optimizers.base import FullBatchOptimizer, optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import RunConfig


def random_config(seed: int) -> RunConfig:
    rng = np.random.default_rng(seed)

    def any_of(*values):
        return values[int(rng.integers(len(values)))]

    def member(registry) -> str:
        return any_of(*registry.names())

    plain = {
        "network": {
            "hidden": [
                {"units": int(rng.integers(1, 9)), "activation": member(activations)} for _ in range(rng.integers(0, 4))
            ],
            "initializer": member(initializers),
            "bias_initializer": member(bias_initializers),
            "seed_each_layer": any_of(True, False),
            "dtype": any_of("float64", "float32"),
        },
        "training": {
            "loss": member(losses),
            "optimizer": member(optimizers),
            "learning_rate": any_of(1e-3, 1e-2, 0.1, 10.0),
            "schedule": member(schedules),
            "batch_size": any_of(1, 7, 32, 1000),
            "shuffle": any_of(True, False),
            "max_epochs": 12,
            "l2": any_of(0.0, 0.01),
            "epoch_loss": any_of("weighted", "batch_mean"),
            "stopping": {
                "monitor": any_of("validation_loss", "train_loss"),
                "patience": any_of(0, 3, 50),
                "rule": any_of("default", "exceeds"),
                "restore_best": any_of(True, False),
            },
        },
    }
    if not issubclass(optimizers[plain["training"]["optimizer"]], FullBatchOptimizer):
        plain["training"] |= {
            "l1": any_of(0.0, 0.01),
            "weight_decay": any_of(0.0, 0.1),
            "dropout": any_of(0.0, 0.3),
            "input_noise": any_of(0.0, 0.1),
            "clip": any_of("none", "value", "norm", "global_norm"),
            "max_norm": any_of(None, 1.0),
            "averaging": any_of(0.0, 0.9),
            "class_weight": any_of("none", "balanced"),
        }
    return from_json(RunConfig, json.loads(json.dumps(plain)))
