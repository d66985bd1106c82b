"""What `train` tells of scores beside their values: an interval for each, and the scores of parts of the rows."""

from __future__ import annotations

import math
from typing import Any

from mlp_gui.data.preprocessing.prepare import Prepared
from mlp_gui.model import TrainedModel, compute_predictions
from mlp_gui.verdict.assessment import KEYS, Assessment
from mlp_gui.verdict.hydrology_scores import HydrologyScores, score_hydrology
from mlp_gui.verdict.score_intervals import Intervals, measure_intervals
from mlp_gui.verdict.subgroups import Subgroups, grouping_columns, score_subgroups

MOST_COLUMNS, MOST_ROWS = 6, 20_000  # of judged rows times columns, that are grouped without being asked


def plain_details(
    model: TrainedModel, prepared: Prepared, assessment: Assessment, by: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return intervals and subgroups for JSON.

    Parameters
    ----------
    model : TrainedModel
    prepared : Prepared
    assessment : Assessment
    by : tuple of str
        Columns whose groups are wanted; those that make good groups when empty.

    Raises
    ------
    UserError
        If the table has no such column.
    """
    dataset, verdict = prepared.dataset, assessment.verdict
    pairs = compute_predictions(model.network, dataset)
    found = measure_intervals(dataset, pairs, verdict.block, assessment.references)
    most = min(MOST_COLUMNS, MOST_ROWS // max(1, verdict.rows))
    columns = by or grouping_columns(prepared.table)[:most]
    groups = [score_subgroups(dataset, prepared.table, c, pairs, verdict.subset, verdict.block) for c in columns]
    plain: dict[str, Any] = {
        "intervals": _plain(found.network),
        "baselines_intervals": {model: _plain(each) for model, each in found.references.items()},
        "subgroups": {one.column: _plain_groups(one) for one in groups},
    }
    hydrology = score_hydrology(dataset, prepared.table, pairs)
    if hydrology:
        plain["hydrology"] = _plain_hydrology(hydrology)
    if found.targets:
        plain["targets_intervals"] = {target: _plain(each) for target, each in found.targets.items()}
    return plain


def _plain(intervals: Intervals) -> dict[str, dict[str, list[float | None]]]:
    return {
        KEYS[subset]: {metric: [_number(x) for x in ends] for metric, ends in each.items()}
        for subset, each in intervals.items()
    }


def _plain_hydrology(found: dict[str, dict[str, HydrologyScores]]) -> dict[str, Any]:
    """Return target -> subset -> the scores that have a value, and why the others have none."""
    return {
        target: {KEYS[name]: {**one.values, "undefined": one.undefined} for name, one in each.items()}
        for target, each in found.items()
    }


def _plain_groups(found: Subgroups) -> dict[str, Any]:
    return {
        "subset": KEYS[found.subset],
        "groups": [
            {
                "group": group.label,
                "rows": group.rows,
                "metrics": {metric: _number(value) for metric, value in group.scores.items()},
                "intervals": {metric: [_number(x) for x in ends] for metric, ends in group.intervals.items()},
            }
            for group in found.groups
        ],
    }


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
