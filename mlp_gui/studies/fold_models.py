"""The networks of a cross-validation as one predictor: their mean, with intervals by CV+."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.calibration.cv_plus import CvPlus
from mlp_gui.model import TrainedModel
from mlp_gui.studies.study import JobResult, Study


@dataclass(frozen=True, eq=False)
class FoldModels:
    """What the networks of each fold say together, where the rows were divided for the first time.

    Attributes
    ----------
    models : tuple of tuple of TrainedModel
        Of each fold those of all seeds.
    cv_plus : CvPlus, optional
        For numbers; None for classes.
    """

    models: tuple[tuple[TrainedModel, ...], ...]
    cv_plus: CvPlus | None

    @classmethod
    def of(cls, study: Study, results: Sequence[JobResult]) -> FoldModels:
        """Make them of the networks of a study that is whole.

        Parameters
        ----------
        study : Study
        results : sequence of JobResult

        Raises
        ------
        UserError
            If the study has no folds, or one of them is not finished.
        """
        most = max((r.job.rows or np.inf for r in results), default=0)
        own = [r for r in results if r.job.repeat == 0 and (r.job.rows or np.inf) == most and r.job.fold >= 0]
        by_fold = [[r for r in own if r.job.fold == fold] for fold in range(study.plan.folds)]
        if not by_fold or not all(by_fold) or study.plan.race or study.plan.search.is_wanted:
            raise UserError(
                tr("There are no networks of folds to predict with."), hint=tr("Train a study with folds, such as 10.")
            )
        return cls(tuple(tuple(_model(study, r) for r in each) for each in by_fold), _learned(study, by_fold))

    def outputs(self, table: Table) -> Floats:
        """Return what each fold's networks say of a table, of shape (n_folds, n_rows, n_outputs), in original units.

        Parameters
        ----------
        table : Table

        Raises
        ------
        UserError
            If the table lacks input columns.
        """
        return np.stack([np.mean([m.predict(table).outputs for m in each], axis=0) for each in self.models])


def _model(study: Study, result: JobResult) -> TrainedModel:
    prepared = study.prepared(result.job)
    network = study.network_of(result, prepared.dataset)
    restored = study.config.training.stopping.restore_best and result.best_epoch > 0
    epoch = result.best_epoch if restored else result.epochs
    return TrainedModel.from_run(prepared, study.config_of(result.job), network, epoch, "best" if restored else "last")


def _learned(study: Study, by_fold: list[list[JobResult]]) -> CvPlus | None:
    data = study.base.dataset
    if data.task.is_classification:
        return None
    truth = {
        int(row): values
        for subset in data.subsets.values()
        for row, values in zip(subset.row_numbers, data.true_values(subset.y), strict=True)
    }
    rows = [each[0].rows for each in by_fold]
    outputs = [np.mean([r.outputs for r in each], axis=0) for each in by_fold]
    fold = np.repeat(np.arange(len(by_fold)), [len(r) for r in rows])
    true = np.array([truth[int(row)] for row in np.concatenate(rows)])
    return CvPlus.learn(true, np.concatenate(outputs), fold, data.target_transforms)
