"""Predictions of a cross-validation that plots and scores show in place of those of the run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.subsets import OUT_OF_FOLD
from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.engine.calibration.conformal import ConformalCalibration, calibrate
from mlp_gui.session.training.prediction_cache import SubsetPredictions
from mlp_gui.studies.study import Study
from mlp_gui.studies.summary import HeldOut


@dataclass(frozen=True, eq=False)
class OutOfFold:
    """What networks that never saw a row say about it.

    Attributes
    ----------
    table : str
        Name of the table.
    n_table_rows : int
    dataset : Dataset
        As a run would use the table: says what the outputs are.
    rows : SubsetPredictions
    scores : dict of str to float
        Of all these rows together.
    """

    table: str
    n_table_rows: int
    dataset: Dataset
    rows: SubsetPredictions
    scores: dict[str, float]

    @classmethod
    def of(cls, study: Study, held: HeldOut) -> OutOfFold:
        """Take them from what a study has found.

        Parameters
        ----------
        study : Study
        held : HeldOut
        """
        rows = SubsetPredictions(held.rows, held.truth, held.outputs, len(held.rows))
        return cls(study.table.name, len(study.table.frame), study.base.dataset, rows, held.scores)

    def belongs_to(self, prepared: Prepared | None) -> bool:
        """Return whether the rows are those of a table, and the outputs those of its targets.

        Parameters
        ----------
        prepared : Prepared or None
        """
        if prepared is None or len(prepared.table.frame) != self.n_table_rows or prepared.table.name != self.table:
            return False
        own, other = prepared.dataset, self.dataset
        return (own.target_names, own.class_names, own.task) == (other.target_names, other.class_names, other.task)

    def is_same(self, other: OutOfFold) -> bool:
        """Return whether another one holds the same predictions of the same rows.

        Parameters
        ----------
        other : OutOfFold
        """
        own, theirs = self.rows, other.rows
        return all(map(np.array_equal, (own.row_numbers, own.predicted), (theirs.row_numbers, theirs.predicted)))

    def calibration(self, sets: str) -> ConformalCalibration | None:
        """Return what these rows say about the errors of new ones.

        Parameters
        ----------
        sets : str
            The rule for classes.
        """
        data, rows = self.dataset, self.rows
        return calibrate(data.task, rows.true, rows.predicted, data.target_transforms, sets, OUT_OF_FOLD)
