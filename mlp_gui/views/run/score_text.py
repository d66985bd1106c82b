"""Scores as text: aligned, CSV and Markdown tables, and the gap between training and validation in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from math import inf

from mlp_gui.engine.metrics import metrics
from mlp_gui.views.shell.numbers import number

Grid = Sequence[Sequence[str]]
WATCHED = ("rmse", "log_loss")


def aligned(grid: Grid) -> str:
    """Columns of equal width: names to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in grid
    )


def csv_text(grid: Grid) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(grid)
    return text.getvalue()


def markdown(grid: Grid) -> str:
    head, *rows = grid
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def gap(scores: Mapping[str, Mapping[str, float]]) -> str:
    """How much worse validation is than training, in one sentence; empty when that cannot be said."""
    training, validation = scores.get("training", {}), scores.get("validation", {})
    for key in WATCHED:
        a, b = training.get(key, 0.0), validation.get(key, 0.0)
        if 0 < a < inf and 0 < b < inf and key in metrics:
            label = metrics[key].label
            ratio = b / a
            if ratio >= 2:
                return f"{label} is {number(ratio)} times as large on validation as on training."
            share = round(100 * abs(ratio - 1))
            word = "larger" if ratio > 1 else "smaller"
            if share == 0:
                return f"{label} is the same on validation and on training."
            return f"{label} is {share} % {word} on validation than on training."
    return ""
