"""How good the predictions of another table are, as the command `predict` says it: as a table and as plain data."""

from __future__ import annotations

import math
from typing import Any

from mlp_gui.cli.output import format_cell, format_table
from mlp_gui.export.tables.scored_table import ScoredTable


def describe_scores(scored: ScoredTable) -> list[str]:
    """Return lines with every metric, one column for each target; none when the table holds no true value."""
    scores = scored.scores
    if scores is None:
        return []
    columns = {target.name: target.metrics for target in scores.targets}
    if len(columns) > 1:
        columns |= {"all targets": scores.pooled}
    rows = [["", *columns]] + [[name, *(format_cell(c[name]) for c in columns.values())] for name in scores.pooled]
    counted = ", ".join(f"{count_rows(target.rows)} of {target.name}" for target in scores.targets)
    return ["", f"Scores of {counted} with a true value:", format_table(rows), ""]


def count_rows(n: int, kind: str = "") -> str:
    """Return a number of rows in words, such as "1 row" or "390 predicted rows".

    Parameters
    ----------
    n : int
    kind : str
        What stands before "rows".
    """
    noun = "row" if n == 1 else "rows"
    return f"{n:,} {kind} {noun}" if kind else f"{n:,} {noun}"


def scores_to_json(scored: ScoredTable) -> dict[str, Any]:
    """Return the counts and scores as what JSON can hold: a metric that is undefined is null."""
    plain: dict[str, Any] = {
        "rows": scored.n_rows,
        "predicted": scored.n_predicted,
        "without_prediction": scored.n_rows - scored.n_predicted,
        "outside_training_range": scored.n_outside,
    }
    scores = scored.scores
    if scores is None:
        return plain
    targets = {
        target.name: {
            "rows": target.rows,
            "without_truth": target.without_truth,
            "metrics": _finite(target.metrics),
        }
        for target in scores.targets
    }
    return plain | {"scored": scores.rows, "metrics": _finite(scores.pooled), "targets": targets}


def _finite(values: dict[str, float]) -> dict[str, float | None]:
    return {name: value if math.isfinite(value) else None for name, value in values.items()}
