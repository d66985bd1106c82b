"""The prediction profiler: a point among the inputs of a run, the answer there, and a profile along each input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Dataset, Floats, Task
from mlp_gui.engine.calibration.prediction_interval import PredictionInterval, Promise
from mlp_gui.engine.inspection.prediction_profile import InputPath, nearest_rows, prediction_profiles
from mlp_gui.engine.network.ensemble import Ensemble, NetworkOrEnsemble, spread_of_members
from mlp_gui.session.evaluation.plot_update import RunContext
from mlp_gui.session.evaluation.profile_inputs import ProfileInput, profile_inputs


@dataclass(frozen=True, eq=False)
class Profile:
    """What the network answers along one input.

    Attributes
    ----------
    places : ndarray of shape (n_places,)
        Coordinates of the input.
    answers : ndarray of shape (n_places, n_outputs)
        In original units, or probabilities.
    ends : tuple of two ndarrays of shape (n_places, n_outputs), or None
        Of the intervals.
    """

    places: Floats
    answers: Floats
    ends: tuple[Floats, Floats] | None = None

    def reach(self, output: int, low: float, high: float) -> float:
        """Return how far the answer goes up and down between two coordinates.

        Parameters
        ----------
        output : int
        low, high : float
        """
        inside = self.answers[(self.places >= low) & (self.places <= high), output]
        return float(np.ptp(inside)) if len(inside) else 0.0


@dataclass(frozen=True, eq=False)
class NearRow:
    """A training row near the point.

    Attributes
    ----------
    row : int
        Its number in the table, from 0.
    distance : float
        Root mean square of the differences of the scaled inputs.
    true : ndarray of shape (n_outputs,)
        In original units, or classes.
    """

    row: int
    distance: float
    true: Floats


class Profiler:
    """A network at one point of its inputs.

    Attributes
    ----------
    context : RunContext
    inputs : tuple of ProfileInput
    values : ndarray of shape (n_features,)
        The point, encoded and scaled.
    row : int
        The row of the table that it began from, -1 for none.
    """

    def __init__(self, context: RunContext) -> None:
        self.context = context
        self.inputs = profile_inputs(context)
        self.row = -1
        self.values: NDArray[np.float64] = np.array(context.dataset.train.x[0], float)
        self._paths = [InputPath(one.columns, one.settings(one.places())) for one in self.inputs]
        self._network: NetworkOrEnsemble | None = None
        self._dataset: Dataset = context.dataset  # says how outputs become original units
        self._promise: Promise | None = None

    @property
    def is_ready(self) -> bool:
        """Whether there is a network to ask."""
        return self._network is not None

    def set_network(self, network: NetworkOrEnsemble, dataset: Dataset, promise: Promise | None = None) -> None:
        """Set what answers from now on.

        Parameters
        ----------
        network : Network or Ensemble
            Of the profiler's own: it is asked long after this call.
        dataset : Dataset
        promise : Promise, optional
        """
        self._network, self._dataset, self._promise = network, dataset, promise

    def set_row(self, row: int) -> bool:
        """Begin from a row of the table, by its number, and return whether it is one of the run's."""
        for subset in self.context.dataset.subsets.values():
            at = np.flatnonzero(subset.row_numbers == row)
            if len(at):
                self.row, self.values = row, np.array(subset.x[at[0]], float)
                return True
        return False

    def set_place(self, one: ProfileInput, place: float) -> None:
        """Move the point along one input.

        Parameters
        ----------
        one : ProfileInput
        place : float
            Its coordinate.
        """
        one.set_place(self.values, place)
        self._dataset.refresh_pieces(self.values[None, :])  # in place

    def copy(self) -> Profiler:
        """Return one with a network of its own at the same point, which another thread may ask."""
        made = Profiler(self.context)
        made.row, made.values = self.row, self.values.copy()
        if self._network is not None:
            made.set_network(self._network.copy(), self._dataset, self._promise)
        return made

    def set_values(self, values: Floats) -> None:
        """Move the point somewhere else.

        Parameters
        ----------
        values : ndarray of shape (n_features,)
            Encoded and scaled.
        """
        self.values = np.array(values, float)

    def outside(self) -> tuple[str, ...]:
        """Return the names of the inputs that lie outside of what the training rows hold."""
        return tuple(one.name for one in self.inputs if one.is_outside(one.coordinate(self.values)))

    def predict(self, rows: Floats) -> Floats:
        """Predict in original units, or probabilities.

        Parameters
        ----------
        rows : ndarray of shape (n_rows, n_features)
            Encoded and scaled; pieces of numbers are computed anew, in place.
        """
        assert self._network is not None
        self._dataset.refresh_pieces(rows)
        return self._dataset.to_original(self._network.predict(rows))

    def profiles(self) -> tuple[Floats, tuple[Profile, ...]]:
        """Return the answer at the point, of shape (n_outputs,), and the profile along each input."""
        answer, answers = prediction_profiles(self.predict, self.values, self._paths)
        promise = self._promise if isinstance(self._promise, PredictionInterval) else None
        found = [
            Profile(one.places(), values, promise.ends(values) if promise is not None else None)
            for one, values in zip(self.inputs, answers, strict=True)
        ]
        return answer, tuple(found)

    def spread(self) -> Floats | None:
        """Return how far the networks of an average lie apart at the point; None of a single network.

        Returns
        -------
        ndarray of shape (n_outputs,) or None
            Standard deviation in original units, or of probabilities.
        """
        if not isinstance(self._network, Ensemble):
            return None
        rows = self.values[None, :].copy()
        self._dataset.refresh_pieces(rows)
        answers = np.stack([self._dataset.to_original(answer) for answer in self._network.member_predictions(rows)])
        found: Floats = spread_of_members(answers, self._network.shares)[0]
        return found

    def near_rows(self, most: int = 3) -> tuple[NearRow, ...]:
        """Return the training rows nearest to the point, nearest first."""
        train = self.context.dataset.train
        at, distances = nearest_rows(train.x, self.values, self.context.plain_features, most)
        true = self.context.dataset.true_values(train.y[at])
        numbers = train.row_numbers[at].tolist()
        return tuple(NearRow(*one) for one in zip(numbers, distances.tolist(), true, strict=True))

    def output_labels(self) -> Sequence[str]:
        """Return the outputs as they are chosen: targets, or classes; the second of two classes is the output."""
        dataset = self.context.dataset
        if dataset.task is Task.BINARY:
            return (dataset.class_names or ("0", "1"))[1:2]
        return dataset.output_names
