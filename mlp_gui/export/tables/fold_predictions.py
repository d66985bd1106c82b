"""Another table with the mean of what the networks of folds say about it, and intervals by CV+, as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.csv.writer import to_csv
from mlp_gui.engine.calibration.prediction_interval import Coverage
from mlp_gui.engine.calibration.promised_columns import interval_headings
from mlp_gui.export.common.atomic import write_atomic
from mlp_gui.export.tables.out_of_fold import answer_columns
from mlp_gui.export.tables.predictions import proved
from mlp_gui.export.tables.scored_table import free_name
from mlp_gui.export.tables.target_truth import read_truths
from mlp_gui.studies.fold_models import FoldModels
from mlp_gui.studies.study import JobResult, Study


def write_fold_predictions(
    study: Study, results: Sequence[JobResult], table: Table, path: str | Path
) -> tuple[str, Coverage | None]:
    """Predict a table with the networks of all folds, and save it.

    Parameters
    ----------
    study : Study
        Its settings say the level of the intervals.
    results : sequence of JobResult
    table : Table
    path : str or Path

    Returns
    -------
    sentence : str
        What was saved and how it was verified.
    coverage : Coverage or None
        How many true values lay within their intervals; None where there are none, or no level is chosen.

    Raises
    ------
    UserError
        If the study has no folds, the table lacks columns, there are too few rows for the level, or the file cannot be
        written.
    """
    models, pipeline, level = FoldModels.of(study, results), study.base.pipeline, study.config.uncertainty.level
    each = models.outputs(table)
    outputs = each.mean(axis=0)
    known = np.flatnonzero(np.isfinite(outputs).all(axis=1))
    columns, coverage = answer_columns(study, outputs, known), None
    if level and models.cv_plus is not None:
        low, high = models.cv_plus.ends(each, level)
        for k, name in enumerate(pipeline.target_names):
            first, last = interval_headings(name, level)
            columns |= {first: low[:, k], last: high[:, k]}
        coverage = _coverage(study, table, low, high, level)
    frame = pipeline.derivation.frame_with(table.frame).copy()
    for name, values in columns.items():
        frame[free_name(name, frame)] = values
    data = to_csv(frame)
    finding = proved(data, frame)
    write_atomic(path, data)
    return tr("Saved {name}: {finding}", name=Path(path).name, finding=finding), coverage


def _coverage(study: Study, table: Table, low: np.ndarray, high: np.ndarray, level: float) -> Coverage | None:
    pipeline = study.base.pipeline
    true = np.column_stack([t.values for t in read_truths(pipeline, pipeline.derivation.table_with(table))])
    known = (np.isfinite(true) & np.isfinite(low) & ~np.isnan(high)).all(axis=1)
    if not known.any():
        return None
    held = ((true >= low) & (true <= high))[known].sum(axis=0)
    return Coverage(level, "", int(known.sum()), tuple(int(n) for n in held))
