"""The numbers of a tiny problem under every optimizer, schedule, activation, initializer, loss, metric and setting."""

from __future__ import annotations

from typing import Any

import numpy as np
from golden_projects import columns

from mlp_gui.core.dataset import Dataset, SubsetData, Task
from mlp_gui.engine.metrics.metric import evaluate, metrics_for
from mlp_gui.engine.network.activations import activations
from mlp_gui.engine.network.initializers import bias_initializers, initializers
from mlp_gui.engine.network.losses import default_loss, losses
from mlp_gui.engine.optimizers.base import optimizers
from mlp_gui.engine.optimizers.schedules import schedules
from mlp_gui.engine.training.config import LayerConfig, NetworkConfig, RunConfig, StoppingConfig, TrainingConfig
from mlp_gui.engine.training.trainer import Trainer

EPOCHS = 6
NO_STOP = StoppingConfig(enabled=False, restore_best=False)
TASK_OF = {"identity": Task.REGRESSION, "sigmoid": Task.BINARY, "softmax": Task.MULTICLASS}
# One run each. A dotted name is a setting of the group before the dot.
SETTINGS: dict[str, dict[str, Any]] = {
    "l1": {"l1": 0.01},
    "l2": {"l2": 0.01},
    "weight_decay": {"weight_decay": 0.01},
    "dropout": {"dropout": 0.25},
    "input_noise": {"input_noise": 0.1},
    "clip_value": {"clip": "value", "clip_limit": 0.05},
    "clip_norm": {"clip": "norm", "clip_limit": 0.1},
    "clip_global_norm": {"clip": "global_norm", "clip_limit": 0.1},
    "max_norm": {"max_norm": 0.7},
    "averaging": {"averaging": 0.9},
    "no_shuffle": {"shuffle": False},
    "batch_mean": {"epoch_loss": "batch_mean"},
    "one_row": {"batch_size": 1},
    "all_rows": {"batch_size": 1000},
    "other_seed": {"seed": 11},
    "weights_seed": {"network.seed": 11},
    "seed_each_layer": {"network.seed_each_layer": True},
    "float32": {"network.dtype": "float32"},
    "no_hidden_layer": {"network.hidden": ()},
    "balanced": {"task": Task.MULTICLASS, "class_weight": "balanced"},
    "given_weights": {"task": Task.BINARY, "class_weight": "given", "class_weights": "1, 3"},
}
# Runs to their end: the sentence says which rule fired, when and with which numbers.
STOPS: dict[str, dict[str, Any]] = {
    "patience": {"enabled": True, "patience": 2},
    "exceeds": {"enabled": True, "patience": 2, "rule": "exceeds", "min_delta": 0.001},
    "metric": {"enabled": True, "patience": 3, "monitor": "r2", "restore_best": True},
    "target_loss": {"target_loss": 0.05},
    "min_gradient": {"min_gradient": 0.2},
    "plateau": {"plateau": 3, "plateau_tolerance": 0.05},
    "max_epochs": {},
}
DIVERGES = {"learning_rate": 1e9, "optimizer": optimizers.create("sgd"), "network.hidden": ()}


def problem(task: Task = Task.REGRESSION) -> Dataset:
    """30 training, 12 validation and 6 test rows of two inputs. Only sums and products: no library draws it."""
    k = np.arange(48.0)
    x = np.stack([(k * 0.37) % 2 - 1, (k * 0.61) % 2 - 1], axis=1)
    score = x[:, :1] * x[:, 1:] + 0.5 * x[:, :1]
    groups = (score > -0.1).astype(int) + (score > 0.3)
    if task is Task.REGRESSION:
        y, classes = np.hstack([score, x[:, 1:] ** 2]), ()
    elif task is Task.BINARY:
        y, classes = (score > 0).astype(float), ("no", "yes")
    else:
        y, classes = np.eye(3)[groups[:, 0]], ("a", "b", "c")
    rows = [np.arange(0, 30), np.arange(30, 42), np.arange(42, 48)]
    parts = [SubsetData(x[at], y[at], at) for at in rows]
    names = ("y0", "y1") if task is Task.REGRESSION else ("y",)
    outputs = y.shape[1]
    return Dataset(*parts, ("x0", "x1"), names, task, classes, np.zeros(outputs), np.ones(outputs))


def config(task: Task = Task.REGRESSION, **changes: Any) -> RunConfig:
    """The basic settings with changes; "network.NAME" goes to the network."""
    network = {name.removeprefix("network."): changes.pop(name) for name in list(changes) if "." in name}
    chosen = {"hidden": (LayerConfig(4, activations.create("tanh")),), "seed": 2} | network
    basic = {"loss": default_loss(task), "learning_rate": 0.05, "batch_size": 8, "max_epochs": 60, "stopping": NO_STOP}
    return RunConfig(NetworkConfig(**chosen), TrainingConfig(**(basic | changes)))


def trained(task: Task = Task.REGRESSION, epochs: int = EPOCHS, **changes: Any) -> Trainer:
    trainer = Trainer(config(task, **changes), problem(task))
    for _ in range(epochs):
        trainer.step_epoch()
    return trainer


def history(task: Task = Task.REGRESSION, **changes: Any) -> np.ndarray:
    return columns(trained(task, **changes).history)


def _with_optimizers() -> dict[str, np.ndarray]:
    return {
        f"optimizer.{optimizer}.{schedule}": history(
            optimizer=optimizers.create(optimizer), schedule=schedules.create(schedule)
        )
        for optimizer in optimizers.names()
        for schedule in schedules.names()
    }


def _with_activations() -> dict[str, np.ndarray]:
    hidden = {name: (LayerConfig(4, activations.create(name)),) * 2 for name in activations.names()}
    return {f"activation.{name}": history(**{"network.hidden": layers}) for name, layers in hidden.items()}


def _with_initializers() -> dict[str, np.ndarray]:
    """The weights before the first step, too."""
    found = {}
    for group, family in (("initializer", initializers), ("bias_initializer", bias_initializers)):
        for name in family.names():
            changes = {f"network.{group}": family.create(name)}
            found[f"{group}.{name}.start"] = trained(epochs=0, **changes).network.theta
            found[f"{group}.{name}"] = history(**changes)
    return found


def _with_losses() -> dict[str, np.ndarray]:
    return {f"loss.{loss.name}": history(TASK_OF[loss.output], loss=loss()) for loss in losses}


def _with_settings() -> dict[str, np.ndarray]:
    found = {}
    for name, changes in SETTINGS.items():
        trainer = trained(changes.get("task", Task.REGRESSION), **{k: v for k, v in changes.items() if k != "task"})
        found[f"setting.{name}"] = columns(trainer.history)
        found[f"setting.{name}.result"] = trainer.result_theta()
    return found


def histories() -> dict[str, np.ndarray]:
    """All of them by name, (epochs, columns without the time)."""
    makers = (_with_optimizers, _with_activations, _with_initializers, _with_losses, _with_settings)
    return {name: array for maker in makers for name, array in maker().items()}


def stops() -> dict[str, Any]:
    """Why each of the runs of `STOPS` ended, and one that diverges."""
    found = {name: _ended(stopping=NO_STOP.replace(**rules)) for name, rules in STOPS.items()}
    return found | {"diverged": _ended(**DIVERGES)}


def _ended(**changes: Any) -> dict[str, Any]:
    trainer = Trainer(config(**changes), problem())
    for _ in trainer.epochs():
        pass
    reason = trainer.stopped
    assert reason is not None
    names = ("sentence", "epoch", "best_epoch", "best_value", "advice")
    facts = {"kind": reason.kind.value} | {name: getattr(reason, name) for name in names}
    return facts | {"result": trainer.result_theta().tolist()}


def scores() -> dict[str, dict[str, float]]:
    """Every metric of every task, for the predictions of one run."""
    found = {}
    for task in Task:
        data, network = problem(task), trained(task).network
        validation = data.validation
        values = evaluate(task, validation.y, network.predict(validation.x))
        assert set(values) == {metric.name for metric in metrics_for(task)}
        found[task.value] = values
    return found
