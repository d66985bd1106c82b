"""The network that a cross-validation is for: trained on all rows, for as many epochs as the folds have found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.prepare import Prepared, prepare
from mlp_gui.data.preprocessing.spec import DataSpec
from mlp_gui.data.splits.split_config import WITHOUT_SHARES
from mlp_gui.engine.training.config import RunConfig
from mlp_gui.studies.study import JobResult, Study


def epochs_found(study: Study, results: Sequence[JobResult]) -> int:
    """Return the median, over the networks of the folds, of the epoch whose weights the stopping rule asks for.

    Of a learning curve, the networks with the most training rows count.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult

    Raises
    ------
    UserError
        If no network of a fold is finished.
    """
    restored = study.config.training.stopping.restore_best
    most = max((r.job.rows or np.inf for r in results if r.job.fold >= 0), default=0)
    epochs = [
        r.best_epoch if restored and r.best_epoch else r.epochs
        for r in results
        if r.job.fold >= 0 and (r.job.rows or np.inf) == most
    ]
    if not epochs:
        raise UserError(tr("No network of a fold is finished, so nobody knows how many epochs to train."))
    return max(1, round(float(np.median(epochs))))


def final_spec(spec: DataSpec) -> DataSpec:
    """Return what the columns are for when every used row is for training.

    Parameters
    ----------
    spec : DataSpec
    """
    split = spec.split
    method = "file_order" if split.method in WITHOUT_SHARES else split.method
    column = split.column if method == split.method else ""
    whole = split.replace(
        method=method, column=column, train=1.0, validation=0.0, test=0.0, gap=0, validation_from="", test_from=""
    )
    return spec.replace(split=whole)


def final_config(study: Study, results: Sequence[JobResult]) -> RunConfig:
    """Return the settings of the final run: those of the study, ended by the number of epochs and by nothing else.

    A schedule that lasts as long as the run is as long as that.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    """
    training = study.config.training
    stopping = training.stopping.replace(enabled=False)
    return study.config.replace(training=training.replace(max_epochs=epochs_found(study, results), stopping=stopping))


def final_data(study: Study) -> Prepared:
    """Return the table with every used row for training, to which scaling and fill values are fitted.

    Parameters
    ----------
    study : Study
    """
    return prepare(study.table, final_spec(study.spec))
