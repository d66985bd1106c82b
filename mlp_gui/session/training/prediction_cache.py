"""A lens looks at a dataset through the weights that are shown: predictions and scores in original units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.core.subsets import Subset
from mlp_gui.engine.calibration.conformal import ConformalCalibration, calibrate
from mlp_gui.engine.calibration.temperature import temperature_of, tempered
from mlp_gui.engine.calibration.uncertainty_config import UncertaintyConfig
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble
from mlp_gui.engine.network.network import Network
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.engine.training.reports import Snapshot
from mlp_gui.model import Scores, compute_scores
from mlp_gui.session.training.shared_references import SharedReferences
from mlp_gui.session.training.shared_scores import SharedScores

LIVE_COST = 4e6  # rows x parameters that may be evaluated for a frame without slowing the training
LIVE_SCORES_COST = 2e7  # the same for the scores, which follow a run only a few times in a second
MAX_POINTS = 5000  # rows of a subset that a plot of points shows


@dataclass(frozen=True, eq=False)
class SubsetPredictions:
    """True and predicted values of one subset.

    Attributes
    ----------
    row_numbers : ndarray of int64
        In the table.
    true, predicted : ndarray
        Shape (n_rows, n_outputs), in original units or class probabilities.
    rows_in_subset : int
        Also those that are left out here.
    """

    row_numbers: NDArray[np.int64]
    true: Floats
    predicted: Floats
    rows_in_subset: int

    def within(self, kept: NDArray[np.bool_], rows_in_subset: int) -> SubsetPredictions:
        """Return the predictions of some of the rows.

        Parameters
        ----------
        kept : ndarray of bool, shape (n_rows,)
        rows_in_subset : int
            How many there are of the kind that is kept.
        """
        return SubsetPredictions(self.row_numbers[kept], self.true[kept], self.predicted[kept], rows_in_subset)


class PredictionCache:
    """Predictions and scores of the displayed weights, kept until the weights change.

    It owns a network of its own, so that looking never touches the one that trains.

    Attributes
    ----------
    dataset : Dataset
    network : Network or Ensemble
        What predicts: with the displayed weights, or the average of several networks; to be looked at, never kept.
    trained : Network
        With the displayed weights themselves. The other one differs where its probabilities are calibrated.
    average : Ensemble or None
        What predicts in place of the displayed weights.
    references : SharedReferences or None
        What the network is compared with.
    held_out : callable or None
        Gives what a cross-validation says about errors, by the rule for classes; only without validation rows.
    """

    def __init__(self, config: RunConfig, dataset: Dataset) -> None:
        self.dataset = dataset
        shape = config.network, config.training.loss, dataset.n_features, dataset.n_outputs
        self.trained = Network.from_config(*shape)
        self.network: NetworkOrEnsemble = self.trained
        self.average: Ensemble | None = None
        self._uncertainty = config.uncertainty
        self.references: SharedReferences | None = None
        self._snapshot: Snapshot | None = None
        self._scores: SharedScores | None = None
        self._seen: dict[tuple[str, int], SubsetPredictions] = {}  # with the present weights
        self._corrected: dict[int, Dataset] = {}  # with the present weights
        self._calibrations: dict[tuple[str, int, bool], ConformalCalibration | None] = {}  # with the present weights
        self.held_out: Callable[[str], ConformalCalibration | None] | None = None

    def set_held_out(self, found: Callable[[str], ConformalCalibration | None] | None) -> None:
        """Use what a cross-validation says about the errors of new rows where no rows are for validation.

        Parameters
        ----------
        found : callable or None
            Takes the rule for classes.
        """
        self.held_out, self._calibrations = (None if len(self.dataset.validation) else found), {}

    def set_weights(self, snapshot: Snapshot) -> None:
        """Use other weights from now on."""
        # Snapshots never change, so the same object means the same weights.
        if snapshot is not self._snapshot:
            self.trained.theta[:] = snapshot.theta
            self._snapshot = snapshot
            self._forget()

    def set_average(self, average: Ensemble | None) -> None:
        """Predict with the average of several networks from now on, or again with the displayed weights.

        Parameters
        ----------
        average : Ensemble or None
        """
        if average is not self.average:
            self.average = average
            self._forget()

    def _forget(self) -> None:
        self._scores, self._seen, self._corrected, self._calibrations = None, {}, {}, {}
        self.network = self._calibrated(self.average or self.trained)

    def set_uncertainty(self, config: UncertaintyConfig) -> bool:
        """Follow the settings, and return whether other probabilities are predicted from now on.

        Parameters
        ----------
        config : UncertaintyConfig
        """
        changed = config.probabilities != self._uncertainty.probabilities
        self._uncertainty = config
        if changed and self._snapshot is not None:
            self._forget()
        return changed

    def _calibrated(self, network: NetworkOrEnsemble) -> NetworkOrEnsemble:
        temperature = temperature_of(network, self.dataset, self._uncertainty)
        return network if temperature is None else tempered(network, temperature)

    @property
    def is_cheap(self) -> bool:
        """Whether scores of all rows may be computed for every frame."""
        return self._cost <= LIVE_COST

    @property
    def has_live_scores(self) -> bool:
        """Whether scores of all rows may be computed a few times in a second while the network trains."""
        return self._cost <= LIVE_SCORES_COST

    @property
    def _cost(self) -> int:
        return sum(len(subset) for subset in self.dataset.subsets.values()) * self.network.n_parameters

    @property
    def live_row_limit(self) -> int:
        """How many rows of a subset may be predicted for a frame."""
        return int(min(MAX_POINTS, max(200, LIVE_COST / 4 / self.network.n_parameters)))

    def predict_subset(self, subset_name: str, most: int = MAX_POINTS, at_rest: bool = False) -> SubsetPredictions:
        """Predict the rows of a subset.

        Parameters
        ----------
        subset_name : str
        most : int
            Above so many rows, evenly spaced ones are predicted; the plot says so.
        at_rest : bool
            Once the weights have been scored there are predictions for all rows, and all are given.
        """
        # At rest the scores have been computed from every row already: nothing is left out then, or predicted twice.
        answers = self._scores.answers if at_rest and self._scores is not None else {}
        if subset_name in answers:
            subset = self.dataset.subsets[subset_name]
            return SubsetPredictions(subset.row_numbers, *answers[subset_name], len(subset))
        if (subset_name, most) not in self._seen:
            self._seen[subset_name, most] = self._see(subset_name, most, at_rest)
        return self._seen[subset_name, most]

    def _see(self, subset_name: str, most: int, at_rest: bool) -> SubsetPredictions:
        subset = self.dataset.subsets[subset_name]
        step = max(1, -(-len(subset) // most))
        x, y = subset.x[::step], subset.y[::step]
        predicted = self.network.predict(x) if len(x) else y[:0]
        return SubsetPredictions(
            subset.row_numbers[::step],
            self.dataset.true_values(y),
            self.corrected_dataset(at_rest).to_original(predicted),
            len(subset),
        )

    def corrected_dataset(self, at_rest: bool = True) -> Dataset:
        """Return the dataset with the smearing corrections of the displayed weights, for what they predict.

        Parameters
        ----------
        at_rest : bool
            Else the residuals of as many training rows are smeared as a frame can afford.
        """
        step = 1 if at_rest or self.is_cheap else max(1, len(self.dataset.train) // self.live_row_limit)
        if step not in self._corrected:
            self._corrected[step] = self.dataset.smeared(self.network.predict, step)
        return self._corrected[step]

    def calibration(self, sets: str, most: int, at_rest: bool) -> ConformalCalibration | None:
        """Return what the validation rows say about the errors of the displayed weights; None without such rows.

        Parameters
        ----------
        sets : str
            The rule for classes.
        most : int
            While the run goes on, of as many rows as a frame can afford.
        at_rest : bool
            Of all rows.
        """
        if self.held_out is not None:
            most, at_rest = 0, True
        key = (sets, most, at_rest)
        if key not in self._calibrations:
            if self.held_out is not None:
                self._calibrations[key] = self.held_out(sets)
                return self._calibrations[key]
            number = max(1, len(self.dataset.validation)) if at_rest else most
            rows = self.predict_subset(Subset.VALIDATION, number, at_rest)
            known = calibrate(self.dataset.task, rows.true, rows.predicted, self.dataset.target_transforms, sets)
            self._calibrations[key] = known
        return self._calibrations[key]

    def predict_subsets(self, most: int = MAX_POINTS, at_rest: bool = False) -> dict[str, SubsetPredictions]:
        """Predict each subset that has rows; see `predict_subset`.

        Parameters
        ----------
        most : int
        at_rest : bool
        """
        return {
            name: self.predict_subset(name, most, at_rest)
            for name, subset in self.dataset.subsets.items()
            if len(subset)
        }

    def scores(self) -> Scores:
        """Return every metric of the task per subset that has rows."""
        return self.shared_scores()()

    def make_scorer(self) -> Callable[[Floats], Scores]:
        """Return a function from parameters to their scores, whatever weights are displayed."""
        network = self.trained.copy()

        def scores(theta: Floats) -> Scores:
            network.theta[:] = theta
            return compute_scores(network, self.dataset)

        return scores

    def shared_scores(self) -> SharedScores:
        """Return the scores of the weights of this moment, for a thread that may ask when others are displayed."""
        if self._scores is None:
            self._scores = SharedScores(self.network, self.dataset)
        return self._scores

    def scores_of_one(self) -> SharedScores:
        """Return the scores of the displayed weights, also where the average answers."""
        return (
            self.shared_scores() if self.average is None else SharedScores(self._calibrated(self.trained), self.dataset)
        )
