"""Scores as text: aligned, CSV and Markdown tables, and the gap between training and validation in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, isnan

from mlp_gui.core.number_format import DASH, format_integer, format_number
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import format_localized, tr
from mlp_gui.data.csv.writer import csv_text
from mlp_gui.engine.metrics.metric import metrics

Grid = Sequence[Sequence[str]]
WATCHED = ("rmse", "log_loss")
# What a person looks for first; the other metrics follow in the order of their registry.
FIRST = ("r2", "squared_correlation", "rmse", "mae", "accuracy", "balanced_accuracy", "f1_macro", "log_loss", "roc_auc")


def ordered(scores: Mapping[str, float]) -> dict[str, float]:
    """Put first the metrics that a person looks for first."""
    keys = [key for key in FIRST if key in scores] + [key for key in scores if key not in FIRST]
    return {key: scores[key] for key in keys}


def grid(scores: Mapping[str, Mapping[str, float]], exact: bool) -> list[list[str]]:
    """Lay scores out with metrics downwards: as shown, or every number in full under the metric's short name."""
    rows = [["metric", *scores]]
    for key in next(iter(scores.values()), {}):
        values = [each[key] for each in scores.values()]
        if exact:
            rows.append([key, *("" if isnan(v) else repr(float(v)) for v in values)])
        else:
            label = metrics[key].label if key in metrics else key
            rows.append([label, *(DASH if isnan(v) else format_number(v) for v in values)])
    return rows


def aligned(grid: Grid) -> str:
    """Write a grid as columns of equal width: names to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in grid
    )


def markdown(grid: Grid) -> str:
    """Write a grid as a Markdown table; its first row is the head."""
    head, *rows = grid
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def copied(scores: Mapping[str, Mapping[str, float]], kind: str, head: str) -> str:
    """Write scores for the clipboard as "text", below a head, as "csv" or as "markdown"."""
    if kind == "csv":
        return csv_text(grid(scores, exact=True))
    shown = grid(scores, exact=False)
    return markdown(shown) if kind == "markdown" else f"{head}\n{aligned(shown)}"


def gap(scores: Mapping[str, Mapping[str, float]]) -> str:
    """Say in one sentence how much worse validation is than training; empty when that cannot be said."""
    training, validation = scores.get(Subset.TRAINING, {}), scores.get(Subset.VALIDATION, {})
    for key in WATCHED:
        a, b = training.get(key, 0.0), validation.get(key, 0.0)
        if 0 < a < inf and 0 < b < inf and key in metrics:
            label = tr(metrics[key].label)
            ratio = b / a
            if ratio >= 2:
                return tr(
                    "{label} is {ratio} times as large on validation as on training.",
                    label=label,
                    ratio=_rounded(ratio),
                )
            share = round(100 * abs(ratio - 1))
            if share == 0:
                return tr("{label} is the same on validation and on training.", label=label)
            return tr(
                "{label} is {share} % larger on validation than on training."
                if ratio > 1
                else "{label} is {share} % smaller on validation than on training.",
                label=label,
                share=share,
            )
    return ""


def _rounded(ratio: float) -> str:
    """Say about how many times: 2.9, 35, 1,200."""
    return format_localized(ratio, ".1f") if ratio < 10 else format_integer(round(float(f"{ratio:.2g}")))
