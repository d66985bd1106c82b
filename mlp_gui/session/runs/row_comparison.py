"""Two runs on the same rows: which one answers better, and which rows they answer most differently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.bootstrap import block_length
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.state import latest_theta
from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.model import compute_predictions
from mlp_gui.session.runs.run_records import dataset_digest, run_name
from mlp_gui.session.tasks.background_task import BackgroundTask
from mlp_gui.session.training.run import Run
from mlp_gui.session.training.shared_references import SharedReferences
from mlp_gui.verdict.judgement import Pairs
from mlp_gui.verdict.paired import PairedComparison, compare_paired
from mlp_gui.verdict.references import measure_for
from mlp_gui.verdict.row_losses import probability_of_truth, row_losses

MOST_ROWS = 200  # that are listed


@dataclass(frozen=True)
class ChangedRow:
    """What two runs say of one row.

    Attributes
    ----------
    row : int
        Position in the table, counted from 0.
    subset : Subset
    target : str
    true : float or str
        The value, or the name of the class.
    first, second : float
        What the runs predict in original units; of classes the probability of the true one.
    """

    row: int
    subset: Subset
    target: str
    true: float | str
    first: float
    second: float

    @property
    def change(self) -> float:
        """The second prediction less the first."""
        return self.second - self.first


@dataclass(frozen=True, eq=False)
class RowComparison:
    """Two runs, compared by their answers.

    Attributes
    ----------
    first, second : int
        Numbers of the runs.
    subset : Subset
        The rows that decide.
    measure : {"rmse", "mae", "log_loss"}
    paired : PairedComparison
        The second run beside the first: above 0 where it is better.
    n_rows : int
        That decide.
    n_answers : int
        Rows of all subsets, times targets.
    changed : tuple of ChangedRow
        Those that changed most, in units of the spread of their target, at most MOST_ROWS.
    """

    first: int
    second: int
    subset: Subset
    measure: str
    paired: PairedComparison
    n_rows: int
    n_answers: int
    changed: tuple[ChangedRow, ...]


def network_of_record(record: RunRecord, dataset: Dataset) -> Network:
    """Return the network of a kept run, with the weights that its stopping rule asks for.

    Parameters
    ----------
    record : RunRecord
        Whose state is kept.
    dataset : Dataset
        That it was trained on.
    """
    assert record.state is not None
    config = record.config
    network = Network.from_config(config.network, config.training.loss, dataset.n_features, dataset.n_outputs)
    is_best = config.training.stopping.restore_best and record.best_epoch > 0
    network.theta[:] = record.state["best_theta"] if is_best else latest_theta(record.state)
    return network


def compare_answers(
    dataset: Dataset, measure: str, spread: Floats, ordered: bool, pairs: tuple[Pairs, Pairs]
) -> tuple[Subset, PairedComparison, int]:
    """Compare answers on the rows that decide: those of the test, else of validation, else of training.

    Parameters
    ----------
    dataset : Dataset
    measure : {"rmse", "mae", "log_loss"}
    spread : ndarray, shape (n_outputs,)
        Of the targets.
    ordered : bool
        Whether neighbouring rows resemble one another.
    pairs : tuple of dict
        True and predicted values of each subset, of the first and the second run.
    """
    subset = next(s for s in (Subset.TEST, Subset.VALIDATION, Subset.TRAINING) if s in pairs[0])
    first, second = (row_losses(dataset.task, measure, *each[subset], spread) for each in pairs)
    block = block_length(np.column_stack([first, second])) if ordered else 1
    return subset, compare_paired(measure, second, first, block), len(first)


def find_changed_rows(dataset: Dataset, spread: Floats, pairs: tuple[Pairs, Pairs]) -> tuple[int, list[ChangedRow]]:
    """Return how many answers there are, and those that differ most between two runs, the greatest change first.

    Parameters
    ----------
    dataset : Dataset
    spread : ndarray, shape (n_outputs,)
    pairs : tuple of dict
        True and predicted values of each subset, of the first and the second run.
    """
    found: list[tuple[float, ChangedRow]] = []
    total = 0
    for subset in (s for s in Subset if s in pairs[0]):
        true, first = pairs[0][subset]
        second, rows = pairs[1][subset][1], dataset.subsets[subset].row_numbers
        if dataset.task.is_classification:
            first, second = (probability_of_truth(dataset.task, true, p)[:, None] for p in (first, second))
        size = np.abs(np.asarray(second, float) - first) / (1.0 if dataset.task.is_classification else spread)
        size = np.where(np.isnan(size), np.inf, size)  # an answer that is no number differs from any
        total += size.size
        order = np.argsort(-size, axis=None, kind="stable")[:MOST_ROWS]
        for at, column in zip(*np.unravel_index(order, size.shape), strict=True):
            said = _true_value(dataset, true[at], int(column))
            row = ChangedRow(
                int(rows[at]), subset, dataset.target_names[column], said, float(first[at, column]),
                float(second[at, column]),
            )  # fmt: skip
            found.append((float(size[at, column]), row))
    found.sort(key=lambda one: -one[0])
    return total, [row for _, row in found[:MOST_ROWS]]


def _true_value(dataset: Dataset, true: NDArray[np.floating], column: int) -> float | str:
    if dataset.task is Task.MULTICLASS:
        return dataset.class_names[int(true.argmax())]
    if dataset.task is Task.BINARY:
        return dataset.class_names[int(true[0] >= 0.5)]
    return float(true[column])


def compare_runs(
    dataset: Dataset,
    records: tuple[RunRecord, RunRecord],
    references: SharedReferences,
    progress: object,
    cancelled: Callable[[], bool],
) -> RowComparison:
    """Compare two kept runs row by row; the measure follows the loss of the second one.

    Parameters
    ----------
    dataset : Dataset
    records : tuple of RunRecord
    references : SharedReferences
        They know the spread of the targets, and whether the rows are ordered.
    progress, cancelled : callable
        Of the task that this is.
    """
    known = references(cancelled)
    first, second = (compute_predictions(network_of_record(record, dataset), dataset) for record in records)
    measure = measure_for(dataset.task, records[1].config.training.loss)
    with np.errstate(all="ignore"):  # a run that diverged answers with inf
        subset, paired, n = compare_answers(dataset, measure, known.spread, known.ordered, (first, second))
        total, changed = find_changed_rows(dataset, known.spread, (first, second))
    return RowComparison(records[0].number, records[1].number, subset, measure, paired, n, total, tuple(changed))


class RunComparer(QObject):
    """Compares two kept runs by their answers, in the background.

    Signals
    -------
    compared(RowComparison)
    refused(UserError), crashed(str)
    """

    compared = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._task = BackgroundTask(self)
        self._task.succeeded.connect(self.compared)
        self._task.refused.connect(self.refused)
        self._task.crashed.connect(self.crashed)

    def compare(self, first: RunRecord, second: RunRecord) -> None:
        """Compare two runs; `compared` follows, or `refused` where one of them has no weights for the present rows.

        Parameters
        ----------
        first, second : RunRecord
        """
        cache = self._run.prediction_cache
        reason = next(filter(None, map(self._why_not, (first, second))), "")
        if reason or cache is None or cache.references is None:
            self._task.cancel()
            self.refused.emit(UserError(reason or tr("There are no rows to compare runs by.")))
            return
        self._task.start(partial(compare_runs, cache.dataset, (first, second), cache.references))

    def _why_not(self, record: RunRecord) -> str:
        if record.dataset_sha256 and record.dataset_sha256 != dataset_digest(self._run.dataset):
            return tr("{name} was trained on other numbers: the table was read again since.", name=run_name(record))
        if record.state is None:
            return tr("The weights of {name} are not kept: it can be compared by its scores.", name=run_name(record))
        return ""

    def close(self) -> None:
        """End the thread that may be at work."""
        self._task.close()
