"""A trained model is the fitted pipeline and the network together: raw rows in, answers in original units out."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

import mlp_gui
from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.data.columns.table import Table
from mlp_gui.data.predictions import CheckRows, Predictions
from mlp_gui.data.preprocessing.prepare import Pipeline, Prepared
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.preprocessing.training_range import OutsideRows, outside_rows
from mlp_gui.data.preprocessing.transform_report import TransformReport
from mlp_gui.engine.calibration.conformal import ConformalCalibration
from mlp_gui.engine.calibration.prediction_interval import Coverage, Promise, possible_promise, promise
from mlp_gui.engine.calibration.promised_columns import calibrate_subset, promised_columns
from mlp_gui.engine.calibration.temperature import temperature_of, tempered
from mlp_gui.engine.metrics.metric import evaluate
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble, spread_of_members
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.evaluator import evaluate_loss

__all__ = [
    "CheckRows",
    "Predictions",
    "Scores",
    "TrainedModel",
    "compute_losses",
    "compute_predictions",
    "compute_scores",
]

CHECK_ROWS, MOST_CHECK_ROWS = 5, 1_000
Scores = dict[str, dict[str, float]]  # subset -> metric -> number


@dataclass(frozen=True, eq=False)
class TrainedModel:
    """All that is needed to predict, and where it came from.

    Attributes
    ----------
    pipeline : Pipeline
        Fitted; from raw columns to inputs, and from outputs to original units.
    network : Network or Ensemble
    config : RunConfig
        Settings of the run that trained it.
    spec : DataSpec
        What the columns were for.
    provenance : dict
        Where data and weights came from, as plain values for files.
    checks : CheckRows
    calibration : ConformalCalibration, optional
        What the validation rows say about the errors of new rows; None without any.
    """

    pipeline: Pipeline
    network: NetworkOrEnsemble
    config: RunConfig
    spec: DataSpec
    provenance: dict[str, Any]
    checks: CheckRows
    calibration: ConformalCalibration | None = None

    @classmethod
    def from_run(
        cls,
        prepared: Prepared,
        config: RunConfig,
        network: NetworkOrEnsemble,
        epoch: int,
        weights: str,
        scores: Scores | None = None,
    ) -> TrainedModel:
        """Build the model of a run from a copy of its weights.

        Parameters
        ----------
        prepared : Prepared
        config : RunConfig
        network : Network or Ensemble
            With the weights to keep; where the settings ask for a temperature, the model has the calibrated ones.
        epoch : int
            Their epoch.
        weights : {"last", "best", "average"}
            Which weights of the run they are; "average" for an ensemble.
        scores : dict, optional
            Scores of these weights. Computed when omitted.
        """
        dataset = prepared.dataset
        temperature = temperature_of(network, dataset, config.uncertainty)
        network = network if temperature is None else tempered(network, temperature)
        provenance = {
            "program": "mlp_gui",
            "version": mlp_gui.__version__,
            "versions": {"Python": platform.python_version(), "numpy": np.__version__, "pandas": pd.__version__},
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "data": prepared.table.name,
            "rows": {name: len(subset) for name, subset in dataset.subsets.items()},
            "ledger": list(prepared.ledger.sentences()),
            "epoch": epoch,
            "weights": weights,
            "scores": compute_scores(network, dataset) if scores is None else scores,
        } | ({} if temperature is None else {"temperature": temperature})
        # In two steps: the check rows hold the model's own answers. A copy of the network: the run changes its own.
        pipeline, checks = prepared.pipeline_for(network.predict), CheckRows((), (), np.zeros((0, 0)))
        bare = cls(pipeline, network.copy(), config, prepared.spec, provenance, checks)
        return bare.calibrated(dataset).with_checks(prepared.table, dataset)

    def calibrated(self, dataset: Dataset) -> TrainedModel:
        """Return the same model with what the validation rows say about its errors, and how the test rows bear it out.

        Parameters
        ----------
        dataset : Dataset
        """
        pairs = compute_predictions(self.network, dataset)
        found, coverage = calibrate_subset(pairs, dataset, self.config.uncertainty)
        more = {} if coverage is None else {"coverage": coverage.to_plain()}
        return replace(self, calibration=found, provenance=self.provenance | more)

    @property
    def coverage(self) -> Coverage | None:
        """How many test rows held what was promised; None where nothing was, or no row was for the test."""
        return Coverage.from_plain(self.provenance["coverage"]) if "coverage" in self.provenance else None

    def at_level(self, level: float) -> TrainedModel:
        """Return the same model with intervals of another level; UserError if there are too few rows for it."""
        promise(self.calibration, level)
        config = self.config.replace(uncertainty=self.config.uncertainty.replace(level=level))
        return replace(self, config=config)

    def promise(self) -> Promise | None:
        """Return what is promised about new rows; None where no level is chosen, or there are too few rows for it."""
        return possible_promise(self.calibration, self.config.uncertainty.level, self.pipeline.target_transforms)

    def with_checks(self, table: Table, dataset: Dataset) -> TrainedModel:
        """Return the same model with the first used rows of the table as check rows.

        With derived columns they are the first rows of the file, of which the later ones need the earlier.

        Parameters
        ----------
        table : Table
        dataset : Dataset
            What was made of the table; says which rows are used.
        """
        used = np.sort(np.concatenate([subset.row_numbers for subset in dataset.subsets.values()]))[:CHECK_ROWS]
        columns = self.pipeline.raw_names
        if self.pipeline.derivation.columns:
            used = np.arange(min(int(used[-1]) + 1, MOST_CHECK_ROWS))
        frame = table.frame.iloc[used][list(columns)]
        rows = tuple(tuple(_cell(value) for value in row) for row in frame.itertuples(index=False, name=None))
        outputs = self.outputs(frame)
        return replace(self, checks=CheckRows(columns, rows, outputs))

    @property
    def task(self) -> Task:
        """What kind of target it predicts."""
        return self.pipeline.task

    def outputs(self, frame: pd.DataFrame) -> Floats:
        """Compute the outputs for raw rows. A row with a gap gives NaN.

        Returns
        -------
        ndarray of shape (n_rows, n_outputs)
            In original units, or class probabilities.
        """
        return self._outputs(self.pipeline.derivation.frame_with(frame)).outputs

    def predict(self, table: Table) -> Predictions:
        """Predict every row of a table, whose columns are matched by name.

        Raises
        ------
        UserError
            If the table lacks columns; it names them.
        """
        self.pipeline.check_columns(table)
        table = self.pipeline.derivation.table_with(table)
        found = self._outputs(self.pipeline.input_frame(table))
        outputs, known, columns = found.outputs, found.report.usable, dict[str, Any]()
        if self.task is Task.REGRESSION:
            for k, name in enumerate(self.pipeline.target_names):
                columns[f"predicted {name}"] = outputs[:, k]
        else:
            labels = np.full(len(outputs), "", dtype=object)
            # Only where there is an answer: of a row of nan argmax would name the first class.
            labels[known] = self.pipeline.labels(outputs[known].astype(float))
            columns[f"predicted {self.pipeline.target_names[0]}"] = labels
            for k, name in enumerate(self.pipeline.class_names):
                columns[f"probability of {name}"] = self._probability(outputs, k)
        more, low, high = promised_columns(
            self.promise(), outputs, self.pipeline.target_names, self.pipeline.class_names
        )
        columns |= more
        notes = (*found.report.sentences(table.first_line), *found.outside.sentences())
        return Predictions(columns, notes, outputs, known, found.outside, low, high, found.spread)

    def _probability(self, outputs: Floats, k: int) -> Floats:
        if self.task is Task.BINARY:
            return outputs[:, 0] if k else 1 - outputs[:, 0]
        return outputs[:, k]

    def _outputs(self, frame: pd.DataFrame) -> _Answers:
        x, report = self.pipeline.transform_frame(frame)
        # Rows with gaps never reach the network: what an activation makes of nan does not matter then.
        outputs = np.full((len(x), self.network.sizes[-1]), np.nan)
        spread = outputs.copy() if isinstance(self.network, Ensemble) else None
        if report.usable.any():
            outputs[report.usable] = self.network.predict(x[report.usable])
            if isinstance(self.network, Ensemble) and spread is not None:
                answers = self.network.member_predictions(x[report.usable])
                originals = np.stack([self.pipeline.to_original(answer) for answer in answers])
                spread[report.usable] = spread_of_members(originals, self.network.shares)
        return _Answers(self.pipeline.to_original(outputs), spread, report, outside_rows(self.pipeline, x, report))


class _Answers(NamedTuple):
    outputs: Floats
    spread: Floats | None
    report: TransformReport
    outside: OutsideRows


def compute_scores(network: NetworkOrEnsemble, dataset: Dataset) -> Scores:
    """Compute every metric of the task, in original units, for each subset that has rows.

    Parameters
    ----------
    network : Network or Ensemble
    dataset : Dataset

    Returns
    -------
    dict
        Subset to metric to number.
    """
    return {name: evaluate(dataset.task, *pair) for name, pair in compute_predictions(network, dataset).items()}


def compute_predictions(network: NetworkOrEnsemble, dataset: Dataset) -> dict[str, tuple[Floats, Floats]]:
    """Predict each subset that has rows.

    Parameters
    ----------
    network : Network or Ensemble
    dataset : Dataset

    Returns
    -------
    dict
        Subset to true and predicted values, ndarrays of shape (n_rows, n_outputs) in original units or probabilities.
    """
    # Weights of a run that is about to diverge overflow here: the inf says so, without warnings on the way.
    with np.errstate(all="ignore"):
        dataset = dataset.smeared(network.predict)
        return {
            name: (dataset.true_values(subset.y), dataset.to_original(network.predict(subset.x)))
            for name, subset in dataset.subsets.items()
            if len(subset)
        }


def compute_losses(network: NetworkOrEnsemble, config: RunConfig, dataset: Dataset) -> dict[str, float | None]:
    """Compute the loss on each whole subset, without penalty terms.

    Parameters
    ----------
    network : Network or Ensemble
    config : RunConfig
        Says which loss.
    dataset : Dataset

    Returns
    -------
    dict
        Subset to loss, None for an empty subset.
    """
    loss = config.training.loss
    with np.errstate(all="ignore"):
        return {
            name: evaluate_loss(network, loss, subset.x, subset.y) if len(subset) else None
            for name, subset in dataset.subsets.items()
        }


def _cell(value: Any) -> Any:
    if value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    # JSON knows no numbers of numpy.
    return value.item() if isinstance(value, np.generic) else value
