"""What the training doctor knows of a run: facts of its data, its history, how its layers do; and what it may say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.engine.diagnostics.layer_statistics import LayerStatistics
from mlp_gui.engine.metrics.metric import NAN, both_classes
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import RunConfig

FAR = 20.0  # a scaled input is rarely further from 0 than this
MAX_ROWS = 20_000


@dataclass(frozen=True)
class Diagnosis:
    """title: short; sentence: what is wrong and its evidence; region: the epochs it is about.

    change: the settings that may help, with `offer` saying what they change; "scale_inputs" as `data_change`: the
    inputs should be scaled.
    """

    name: str
    title: str
    sentence: str
    offer: str = ""
    change: RunConfig | None = None
    data_change: str = ""
    region: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class DataFacts:
    """rows: of the training; farthest_input: the input furthest from 0 and its (mean, deviation); baseline: loss of
    a constant."""

    rows: int
    parameters: int
    constant_inputs: tuple[str, ...]
    farthest_input: tuple[str, float, float] | None
    baseline: float

    @classmethod
    def from_dataset(cls, dataset: Dataset, config: RunConfig, parameters: int) -> DataFacts:
        x = dataset.train.x[:: max(1, len(dataset.train) // MAX_ROWS)]
        names, mean, spread = dataset.feature_names, x.mean(axis=0), x.std(axis=0)
        still = np.flatnonzero(spread <= 1e-12 * np.maximum(1.0, np.abs(mean))).tolist()
        constant = tuple(names[j] for j in still if _is_still(dataset.train.x[:, j]))  # the rows left out may differ
        reach = np.where(spread > 0, np.maximum(np.abs(mean), spread), 0.0)
        worst = int(reach.argmax()) if len(reach) else 0
        far = (names[worst], float(mean[worst]), float(spread[worst])) if len(reach) and reach[worst] > FAR else None
        return cls(len(dataset.train), parameters, constant, far, _baseline(dataset, config))


def _is_still(values: Array) -> bool:
    return bool(values.std() <= 1e-12 * max(1.0, abs(float(values.mean()))))


def _baseline(dataset: Dataset, config: RunConfig) -> float:
    """The loss of the best constant answer, where it is known."""
    y = dataset.train.y
    if dataset.task is Task.REGRESSION:
        return float(y.var(axis=0).mean()) if config.training.loss.name == "mse" else NAN
    p = y.mean(axis=0)
    p = both_classes(p).ravel() if dataset.task is Task.BINARY else p
    if dataset.n_outputs > 1 and dataset.task is Task.BINARY:
        return NAN
    return float(-(p[p > 0] * np.log(p[p > 0])).sum())


@dataclass(frozen=True, eq=False)
class Evidence:
    """What is known of a run. epochs, train, validation, gradient: (epochs,); layer_statistics: of the last recorded
    moment."""

    config: RunConfig
    facts: DataFacts
    epochs: Array
    train: Array
    validation: Array
    gradient: Array
    layer_statistics: LayerStatistics | None
    stopped: str = ""  # kind of the StopReason

    def latest(self, share: float) -> tuple[float, float] | None:
        """First and last epoch of that share of the history, counted from its end."""
        if not len(self.epochs):
            return None
        return float(self.epochs[int((1 - share) * (len(self.epochs) - 1))]), float(self.epochs[-1])
