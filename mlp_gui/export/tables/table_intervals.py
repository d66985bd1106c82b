"""Between which numbers the scores of a predicted table would lie for other rows of the same kind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mlp_gui.core.dataset import Task
from mlp_gui.data.columns.table import Table
from mlp_gui.engine.metrics.metric_intervals import metric_intervals
from mlp_gui.export.tables.scored_table import ScoredTable, TableScores, TargetScores, score_table
from mlp_gui.model import TrainedModel


def score_table_with_intervals(model: TrainedModel, table: Table) -> ScoredTable:
    """Predict a table as `score_table` does, with an interval for each score.

    Parameters
    ----------
    model : TrainedModel
    table : Table

    Raises
    ------
    UserError
        If the table lacks input columns.
    """
    scored = score_table(model, table)
    if scored.scores is None:
        return scored
    # The training's rows say how many neighbours are alike: as many of these are drawn together.
    block = int(model.provenance.get("block") or 1)
    return replace(scored, scores=_with_intervals(scored.scores, model, block))


def _with_intervals(scores: TableScores, model: TrainedModel, block: int) -> TableScores:
    names = list(model.pipeline.target_names)
    known = np.isfinite(scores.true) & np.isfinite(scores.predicted)

    def measured(target: TargetScores) -> TargetScores:
        k = names.index(target.name)
        at = slice(None) if model.task is Task.MULTICLASS else slice(k, k + 1)
        rows = known[:, at].all(axis=1)
        found = metric_intervals(model.task, scores.true[rows][:, at], scores.predicted[rows][:, at], block)
        return replace(target, intervals=found[0])

    targets, pooled = tuple(map(measured, scores.targets)), {}
    rows = known.all(axis=1)
    if len(targets) == len(names) > 1 and all(t.rows == rows.sum() for t in targets):  # the same rows in each
        pooled = metric_intervals(model.task, scores.true[rows], scores.predicted[rows], block)[0]
    return replace(scores, targets=targets, pooled_intervals=pooled)
