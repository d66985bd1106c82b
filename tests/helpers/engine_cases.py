"""Datasets, configurations and oracles that the engine's tests share."""

import numpy as np

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.network.losses import default_loss
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.regularization import penalty
from mlp_gui.engine.training.trainer import Trainer


def subset(x, y, weights=None) -> SubsetData:
    return SubsetData(np.asarray(x, float), np.asarray(y, float), np.arange(len(x)), weights)


def dataset(train, validation=None, task=Task.REGRESSION, classes=(), weights=None) -> Dataset:
    """A dataset from pairs (x, y)."""
    x, y = train
    empty = (np.zeros((0, x.shape[1])), np.zeros((0, y.shape[1])))
    return Dataset(
        subset(x, y, weights),
        subset(*(validation or empty)),
        subset(*empty),
        tuple(f"x{i}" for i in range(x.shape[1])),
        tuple(f"y{i}" for i in range(1 if task is Task.MULTICLASS else y.shape[1])),
        task,
        classes,
        np.zeros(y.shape[1]),
        np.ones(y.shape[1]),
    )


def regression(rows=60, inputs=3, outputs=1, seed=0, noise=0.05, validation=20) -> Dataset:
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((rows + validation, inputs))
    y = np.sin(x @ rng.standard_normal((inputs, outputs))) + noise * rng.standard_normal((rows + validation, outputs))
    return dataset((x[:rows], y[:rows]), (x[rows:], y[rows:]))


def classes(rows=60, inputs=3, n_classes=3, seed=0, validation=20) -> Dataset:
    """Binary with one 0/1 column for two classes, else one-hot."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((rows + validation, inputs))
    labels = (x @ rng.standard_normal((inputs, n_classes))).argmax(axis=1)
    names = tuple("abcdefgh"[:n_classes])
    y = labels[:, None].astype(float) if n_classes == 2 else np.eye(n_classes)[labels]
    task = Task.BINARY if n_classes == 2 else Task.MULTICLASS
    return dataset((x[:rows], y[:rows]), (x[rows:], y[rows:]), task, names)


def config(hidden=(), data=None, stopping=None, network=None, **training) -> RunConfig:
    """hidden: (units, activation) pairs. Early stopping is off unless given."""
    if "loss" not in training and data is not None:
        training["loss"] = default_loss(data.task)
    return RunConfig(
        NetworkConfig(tuple(LayerConfig(units, f) for units, f in hidden), **(network or {})),
        TrainingConfig(stopping=stopping or StoppingConfig(enabled=False, restore_best=False), **training),
    )


def trained(run_config, data, epochs=None) -> Trainer:
    trainer = Trainer(run_config, data)
    for report in trainer.epochs():
        if report.epoch == epochs:
            break
    return trainer


def backpropagated(trainer: Trainer, batch=0) -> np.ndarray:
    """The gradient that the tape computes for a batch, penalties included, without updating anything."""
    for op in trainer.tape(batch):
        if op.stage != "update" and op.kind != "loss":
            op.run()
    return trainer.gradient.copy()


def objective(trainer: Trainer, x, y, weights=None) -> float:
    """The penalised loss by the plain equations of `Network.logits`."""
    training = trainer.config.training
    data_loss = training.loss(trainer.network.logits(x), y, weights)
    return data_loss + penalty(training, trainer.network.theta, trainer.update.decayed)


def numeric_gradient(theta, function, step=1e-5) -> np.ndarray:
    """Central differences with one step of Richardson's extrapolation."""
    result = np.empty_like(theta)
    for i in range(theta.size):
        kept, differences = theta[i], []
        for h in (step, 2 * step):
            theta[i] = kept + h
            up = function()
            theta[i] = kept - h
            differences.append((up - function()) / (2 * h))
        theta[i] = kept
        result[i] = (4 * differences[0] - differences[1]) / 3
    return result
