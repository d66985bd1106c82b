"""What the comparison of two runs row by row says, in words and as a table."""

from __future__ import annotations

import math

from mlp_gui.core.dataset import Dataset
from mlp_gui.core.number_format import format_integer, format_number, format_percent
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.engine.metrics.metric import metrics
from mlp_gui.session.runs.row_comparison import ChangedRow, RowComparison
from mlp_gui.views.studies.run_comparison import ChangedRowsTable

SMALLEST_CHANCE = 0.001  # that some hundred resamples can tell
Cell = tuple[str, float | str]


def changed_rows_table(found: RowComparison, dataset: Dataset, names: tuple[str, str]) -> ChangedRowsTable:
    """Return which of two runs answers better, and the rows that changed most.

    Parameters
    ----------
    found : RowComparison
    dataset : Dataset
        Of both runs.
    names : tuple of str
        Of the first and the second run.
    """
    is_class, several = dataset.task.is_classification, len(dataset.target_names) > 1
    heads = [
        tr("Row"),
        tr("Subset"),
        *([tr("Target")] if several else []),
        tr("True class") if is_class else tr("True"),
    ]
    rows = [(row.row, _cells(row, several)) for row in found.changed]
    return ChangedRowsTable(
        comparison_sentence(found, names), _caption(found, is_class), [*heads, *names, tr("Change")], rows
    )


def comparison_sentence(found: RowComparison, names: tuple[str, str]) -> str:
    """Say which run answers better, and how likely other rows would turn the order.

    Parameters
    ----------
    found : RowComparison
    names : tuple of str
    """
    over, subset = found.paired.skill, tr(found.subset)
    measure = tr("log loss") if found.measure == "log_loss" else tr(metrics[found.measure].label)
    rows = tr_n("{n:,} {subset} row", "{n:,} {subset} rows", found.n_rows, subset=subset)
    if not math.isfinite(over.value):
        return tr("The {measure} of the two runs cannot be compared on {rows}.", measure=measure, rows=rows)
    if over.value == 0:
        return tr("Both runs have the same {measure} on {rows}.", measure=measure, rows=rows)
    better, worse = (names[1], names[0]) if over.value > 0 else (names[0], names[1])
    share, low, high = over.value, over.low, over.high
    if over.value < 0:  # seen from the first run, so that no error at all is 100 % less
        share, low, high = (1 - 1 / (1 - x) if math.isfinite(x) else 1.0 for x in (over.value, over.high, over.low))
    return tr(
        "The {measure} of {better} is {share} lower than that of {worse} ({low} to {high}) on the same {rows}. "
        "Other rows would turn the order with a chance of {chance}.",
        better=better, worse=worse, measure=measure, share=format_percent(share), low=format_percent(low),
        high=format_percent(high), rows=rows, chance=_chance(found.paired.chance_of_turning),
    )  # fmt: skip


def _chance(share: float) -> str:
    """Write a share of resamples; none of them is not never."""
    return (
        format_percent(share)
        if share >= SMALLEST_CHANCE
        else tr("under {share}", share=format_percent(SMALLEST_CHANCE))
    )


def _caption(found: RowComparison, is_class: bool) -> str:
    n, total = len(found.changed), found.n_answers
    said = tr("All {n:,} predictions, the greatest change first", n=n)
    if n < total:
        said = tr("The {n:,} of {total:,} predictions that changed most", n=n, total=total)
    return tr("{said}; probabilities of the true class", said=said) if is_class else said


def _cells(row: ChangedRow, several: bool) -> list[Cell]:
    true: Cell = (row.true, row.true) if isinstance(row.true, str) else (format_number(row.true), row.true)
    sign = "+" if row.change > 0 else ""
    return [
        (format_integer(row.row + 1), float(row.row)),
        (tr(row.subset), str(row.subset)),
        *([(row.target, row.target)] if several else []),
        true,
        (format_number(row.first), row.first),
        (format_number(row.second), row.second),
        (sign + format_number(row.change), abs(row.change)),
    ]
