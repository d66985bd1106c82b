"""Predictions of every row by networks that never saw it, as CSV: what cross-validation says row by row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats, Task
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.csv.writer import to_csv
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.tables.predictions import proved
from mlp_gui.export.tables.scored_table import free_name
from mlp_gui.studies.study import JobResult, Study
from mlp_gui.studies.summary import summarize

FOLD = "fold"


def out_of_fold_frame(study: Study, results: Sequence[JobResult]) -> pd.DataFrame:
    """Return the table with what each row was given by the networks that did not learn from it.

    Of several repetitions or seeds it is the mean, of a learning curve that of the most rows.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult

    Returns
    -------
    DataFrame
        The table's columns, the fold of each row, counted from 1, where they were divided once, and the predictions.
        Rows that were left out have none.

    Raises
    ------
    UserError
        If the study has no folds, or none of them is finished.
    """
    if not study.plan.folds or study.plan.search.is_wanted or not results:
        raise UserError(
            tr("There are no predictions of rows out of their fold."), hint=tr("Train a study with folds, such as 10.")
        )
    held, base = summarize(study, results)[-1].held_out, study.base
    frame = base.pipeline.derivation.frame_with(study.table.frame).copy()
    outputs = np.full((len(frame), held.outputs.shape[1]), np.nan)
    outputs[held.rows] = held.outputs
    columns: dict[str, Any] = {}
    if study.plan.fold_repeats == 1:
        fold = np.full(len(frame), "", dtype=object)
        for result in results:
            fold[result.rows] = str(result.job.fold + 1)
        columns[FOLD] = fold
    columns |= answer_columns(study, outputs, held.rows)
    for name, values in columns.items():
        frame[free_name(name, frame)] = values
    return frame


def answer_columns(study: Study, outputs: Floats, rows: NDArray[np.int64]) -> dict[str, Any]:
    """Return heading to one value for each row: the targets, or the class and the probability of each.

    Parameters
    ----------
    study : Study
    outputs : ndarray of shape (n_rows, n_outputs)
        NaN in rows without an answer.
    rows : ndarray
        Those with one.
    """
    pipeline = study.base.pipeline
    if study.base.task is Task.REGRESSION:
        return {f"predicted {name}": outputs[:, k] for k, name in enumerate(pipeline.target_names)}
    labels = np.full(len(outputs), "", dtype=object)
    labels[rows] = pipeline.labels(np.asarray(outputs[rows], np.float64))
    columns: dict[str, Any] = {f"predicted {pipeline.target_names[0]}": labels}
    each = np.column_stack([1 - outputs[:, 0], outputs[:, 0]]) if study.base.task is Task.BINARY else outputs
    return columns | {f"probability of {name}": each[:, k] for k, name in enumerate(pipeline.class_names)}


def write_out_of_fold(study: Study, results: Sequence[JobResult], path: str | Path) -> str:
    """Save the table of `out_of_fold_frame` as CSV.

    Parameters
    ----------
    study : Study
    results : sequence of JobResult
    path : str or Path

    Returns
    -------
    str
        The sentence that says what was saved and how it was verified.

    Raises
    ------
    UserError
        If there are no such predictions, or the file cannot be written.
    """
    frame = out_of_fold_frame(study, results)
    data = to_csv(frame)
    finding = proved(data, frame)
    write_atomic(path, data)
    return tr("Saved {name}: {finding}", name=Path(path).name, finding=finding)
