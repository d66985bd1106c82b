"""Hydrology's scores of a run, where they apply: targets that are never negative, in even steps of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.data.columns.table import Table
from mlp_gui.data.dates.date_parsing import days_of
from mlp_gui.engine.metrics.hydrology import evaluate_hydrology, why_undefined

EVEN, MOST_STEPS = 0.1, 0.9  # how far a step may be from the usual one, and the share of steps that are not


@dataclass(frozen=True)
class HydrologyScores:
    """The scores of one subset and target.

    Attributes
    ----------
    values : dict of str to float
        By the metric's name; those without a value are left out.
    undefined : dict of str to str
        Why the others have none.
    """

    values: dict[str, float]
    undefined: dict[str, str]


def score_hydrology(
    dataset: Dataset, table: Table, pairs: Mapping[str, tuple[Floats, Floats]]
) -> dict[str, dict[str, HydrologyScores]]:
    """Return target -> subset -> scores; empty where no target is a flow along time.

    Parameters
    ----------
    dataset : Dataset
    table : Table
    pairs : mapping of str to tuple of ndarray
        Subset -> true and predicted values, shape (n_rows, n_outputs), in original units.
    """
    if dataset.task.is_classification or not is_even_series(table):
        return {}
    made = {}
    for at, target in enumerate(dataset.target_names):
        if all(float(true[:, at].min()) >= 0 for true, _ in pairs.values() if len(true)):
            made[target] = {
                name: _scores(np.asarray(true[:, at], float), np.asarray(predicted[:, at], float))
                for name, (true, predicted) in pairs.items()
            }
    return made


def is_even_series(table: Table) -> bool:
    """Return whether the rows of a table follow each other in even steps of a column of dates, gaps aside."""
    for field in table.fields:
        if field.kind == "datetime" and field.date_format:
            days = np.sort(days_of(table.frame[field.name], field.date_format, field.century))
            steps = np.diff(days[np.isfinite(days)])
            usual = np.median(steps) if len(steps) else 0.0
            if usual > 0 and np.mean(np.abs(steps - usual) < EVEN * usual) >= MOST_STEPS:
                return True
    return False


def _scores(y: Floats, p: Floats) -> HydrologyScores:
    found = evaluate_hydrology(y, p)
    values = {name: value for name, value in found.items() if np.isfinite(value)}
    return HydrologyScores(values, {name: why_undefined(name, y, p) for name in found if name not in values})
