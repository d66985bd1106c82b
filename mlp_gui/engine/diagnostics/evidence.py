"""What the training doctor knows of a run: facts of its data, its history, how its layers do; and what it may say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset, Task
from mlp_gui.engine.diagnostics.layer_statistics import LayerStatistics
from mlp_gui.engine.metrics.metric import NAN, both_classes
from mlp_gui.engine.network.tape import Array
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import StopKind

FAR = 20.0  # a scaled input is rarely further from 0 than this
MAX_ROWS = 20_000


@dataclass(frozen=True)
class Diagnosis:
    """What is wrong with a run, and what may help.

    Attributes
    ----------
    name : str
    title, sentence : str
        A few words, and what is wrong with its evidence.
    offer : str
        What the change does; empty when nothing is offered.
    change : RunConfig or None
        Settings that may help.
    data_change : str
        What should become of the data: "scale_inputs", "fill_gaps", "larger_validation", or "advice" for what the
        verdict advises.
    region : tuple of float, or None
        First and last epoch that it is about.
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
    """What the rules ask of the data.

    Attributes
    ----------
    rows : int
        Training rows.
    parameters : int
        Weights and biases of the network.
    constant_inputs : tuple of str
    farthest_input : tuple of str, float and float, or None
        Name, mean and standard deviation of the worst input whose scale is far from 0 and 1.
    baseline : float
        Loss of always answering the average, nan if it is not known.
    validation_rows, test_rows : int
    """

    rows: int
    parameters: int
    constant_inputs: tuple[str, ...]
    farthest_input: tuple[str, float, float] | None
    baseline: float
    validation_rows: int = 0
    test_rows: int = 0

    @classmethod
    def from_dataset(cls, dataset: Dataset, config: RunConfig, parameters: int) -> DataFacts:
        """Collect what the rules ask of the data.

        Parameters
        ----------
        dataset : Dataset
        config : RunConfig
        parameters : int
            Weights and biases of the network.
        """
        # Scale and spread show in a sample. Whether an input is constant is decided on all rows below.
        x = dataset.train.x[:: max(1, len(dataset.train) // MAX_ROWS)]
        names, mean, spread = dataset.feature_names, x.mean(axis=0), x.std(axis=0)
        # Rounding leaves the deviation of a constant column near 1e-16 of its mean, not at 0.
        still = np.flatnonzero(spread <= 1e-12 * np.maximum(1.0, np.abs(mean))).tolist()
        constant = tuple(names[j] for j in still if _is_still(dataset.train.x[:, j]))  # the rows left out may differ
        # Constant inputs have a diagnosis of their own; nothing would be gained by scaling them.
        reach = np.where(spread > 0, np.maximum(np.abs(mean), spread), 0.0)
        worst = int(reach.argmax()) if len(reach) else 0
        far = (names[worst], float(mean[worst]), float(spread[worst])) if len(reach) and reach[worst] > FAR else None
        held_out = len(dataset.validation), len(dataset.test)
        return cls(len(dataset.train), parameters, constant, far, _baseline(dataset, config), *held_out)


@dataclass(frozen=True)
class Outcome:
    """What came of a run on rows that had no part in training, and what may help.

    Attributes
    ----------
    finding : str
        As the verdict calls it: "no_better", "linear_better" or another.
    sentence : str
        The verdict in words.
    constant : str
        What the constant is, such as "the mean".
    rows : int
        That it was judged by.
    by_heart : bool
        Whether the training rows are answered far better than these.
    offer : str
        What the change does; empty when nothing is offered.
    change : RunConfig or None
    data_change : str
    """

    finding: str
    sentence: str
    constant: str
    rows: int
    by_heart: bool
    offer: str = ""
    change: RunConfig | None = None
    data_change: str = ""


def _is_still(values: Array) -> bool:
    return bool(values.std() <= 1e-12 * max(1.0, abs(float(values.mean()))))


def _baseline(dataset: Dataset, config: RunConfig) -> float:
    """Return the loss of the best constant answer; nan where it is not known."""
    y = dataset.train.y
    if dataset.task is Task.REGRESSION:
        # The mean is the best constant under MSE and leaves the variance. Other losses have no such short form.
        return float(y.var(axis=0).mean()) if config.training.loss.name == "mse" else NAN
    p = y.mean(axis=0)
    p = both_classes(p).ravel() if dataset.task is Task.BINARY else p
    if dataset.n_outputs > 1 and dataset.task is Task.BINARY:
        return NAN
    # The entropy of the classes: what cross-entropy gives for answering their shares. 0 ln 0 counts as 0.
    return float(-(p[p > 0] * np.log(p[p > 0])).sum())


@dataclass(frozen=True)
class SeedTwin:
    """Another run on the same rows, with the same settings but the seeds of its weights and batches.

    Attributes
    ----------
    name : str
    config : RunConfig
    loss : float
        The lowest on its validation rows.
    """

    name: str
    config: RunConfig
    loss: float


@dataclass(frozen=True, eq=False)
class Evidence:
    """What is known of a run.

    Attributes
    ----------
    config : RunConfig
    facts : DataFacts
    epochs, train, validation, gradient : ndarray, shape (n_epochs,)
        Epoch numbers, both losses, and the norm of the gradient.
    layer_statistics : LayerStatistics or None
        Of the last recorded epoch.
    stopped : StopKind or None
        Kind of the StopReason; empty while the run may go on.
    outcome : Outcome or None
        Of the weights that are displayed; None while the run goes on.
    lost_to_gaps : int
        Rows that are left out for empty cells of inputs.
    columns_with_gaps : tuple of str
        These inputs.
    divided_by_shares : bool
        Whether the split is made by shares that can be changed.
    same_but_seed : tuple of SeedTwin
        Other runs that differ in nothing else.
    """

    config: RunConfig
    facts: DataFacts
    epochs: Array
    train: Array
    validation: Array
    gradient: Array
    layer_statistics: LayerStatistics | None
    stopped: StopKind | None = None
    outcome: Outcome | None = None
    lost_to_gaps: int = 0
    columns_with_gaps: tuple[str, ...] = ()
    divided_by_shares: bool = True
    same_but_seed: tuple[SeedTwin, ...] = ()

    @property
    def best_validation(self) -> float:
        """The lowest validation loss; nan when there is none."""
        known = self.validation[np.isfinite(self.validation)]
        return float(known.min()) if len(known) else NAN

    def latest(self, share: float) -> tuple[float, float] | None:
        """Return the first and last epoch of a share of the history, counted from its end."""
        if not len(self.epochs):
            return None
        return float(self.epochs[int((1 - share) * (len(self.epochs) - 1))]), float(self.epochs[-1])
