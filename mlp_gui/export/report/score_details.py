"""What a report says of scores beside their values: an interval for each, and the scores of parts of the rows."""

from __future__ import annotations

from mlp_gui.core.number_format import format_integer, format_interval, format_six_digits
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.engine.metrics.metric_intervals import Interval
from mlp_gui.export.common.base import ExportInput
from mlp_gui.export.report.html_page import html_table, paragraphs
from mlp_gui.model import compute_predictions
from mlp_gui.verdict.score_intervals import Intervals, measure_intervals
from mlp_gui.verdict.subgroups import grouping_columns, score_subgroups

MOST_COLUMNS = 6
MAIN = ("r2", "rmse", "mae", "accuracy", "f1_macro", "log_loss")


def intervals_of(source: ExportInput) -> Intervals:
    """Return subset -> metric -> (low, high); empty where the table is not at hand or nobody judged the run."""
    block = source.model.provenance.get("block")
    if source.prepared is None or block is None:
        return {}
    dataset = source.prepared.dataset
    return measure_intervals(dataset, compute_predictions(source.model.network, dataset), block).network


def format_score(value: float | None, interval: Interval | None) -> str:
    """Write a score with its interval.

    Parameters
    ----------
    value : float or None
    interval : tuple of float, or None
    """
    beside = format_interval(*interval) if interval is not None else ""
    return f"{format_six_digits(value)} {beside}".rstrip()


def group_tables(source: ExportInput) -> str:
    """Lay the groups of each column below one another, for the rows that the verdict judged."""
    block, prepared = source.model.provenance.get("block"), source.prepared
    if prepared is None or block is None:
        return ""
    dataset, parts = prepared.dataset, []
    pairs = compute_predictions(source.model.network, dataset)
    subset = [name for name in Subset if name in pairs][-1]
    for column in grouping_columns(prepared.table)[:MOST_COLUMNS]:
        found = score_subgroups(dataset, prepared.table, column, pairs, subset, block)
        shown = [name for name in MAIN if found.groups and name in found.groups[0].scores]
        rows = [
            (one.label, format_integer(one.rows), *(format_score(one.scores[m], one.intervals[m]) for m in shown))
            for one in found.groups
        ]
        if len(rows) > 1:
            head = (column, tr("Rows"), *(tr(metrics[name].label) for name in shown))
            parts.append(html_table(head, rows, tr("By {column}", column=column)))
    said = tr("Parts of the {subset} rows, each scored by itself.", subset=tr(subset))
    return paragraphs([said]) + "".join(parts) if parts else ""
