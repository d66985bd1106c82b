"""The true values that a table holds of a network's targets, read as the training's were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.dataset import Floats
from mlp_gui.core.translation import tr_n
from mlp_gui.data.columns.factorize import category_codes
from mlp_gui.data.columns.formatted_cells import category_words
from mlp_gui.data.columns.number_parsing import with_decimal_points
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.column_values import numbers_or_nan
from mlp_gui.data.preprocessing.pipeline import Pipeline


@dataclass(frozen=True, eq=False)
class TargetTruth:
    """What a table says of one target.

    Attributes
    ----------
    name : str
    present : bool
        Whether the table has such a column.
    values : ndarray of shape (n_rows,)
        Numbers, or positions among the classes; NaN where there is none that can be compared.
    strange : ndarray of shape (n_rows,)
        Cells that hold something else: no number, or a class that the network does not know.
    """

    name: str
    present: bool
    values: Floats
    strange: NDArray[np.bool_]


def read_truths(pipeline: Pipeline, table: Table) -> list[TargetTruth]:
    """Read the true values of each target of a pipeline.

    Parameters
    ----------
    pipeline : Pipeline
    table : Table
    """
    n = table.n_rows
    names = [t.name for t in pipeline.targets if table.has(t.name)]
    frame = with_decimal_points(table.frame, names, table.dialect.decimal) if table.dialect else table.frame
    truths = []
    for target in pipeline.targets:
        if not table.has(target.name):
            truths.append(TargetTruth(target.name, False, np.full(n, np.nan), np.zeros(n, bool)))
        elif pipeline.class_names:
            words = category_words(table.frame[target.name], pipeline.class_names, target.format)
            codes, gone = category_codes(words, pipeline.class_names), words.isna().to_numpy(dtype=bool)
            values = np.where((codes < 0) | gone, np.nan, codes.astype(float))
            truths.append(TargetTruth(target.name, True, values, (codes < 0) & ~gone))
        else:
            column = frame[target.name] if not target.format.is_learned else table.frame[target.name]
            values, unread = numbers_or_nan(column, target.format)
            truths.append(TargetTruth(target.name, True, np.where(np.isfinite(values), values, np.nan), unread))
    return truths


def truth_notes(truths: Sequence[TargetTruth], table: Table, has_classes: bool) -> tuple[str, ...]:
    """Say how many rows do not count because their true value is missing or cannot be compared.

    Parameters
    ----------
    truths : sequence of TargetTruth
    table : Table
    has_classes : bool
    """
    said = []
    for truth in truths:
        if not truth.present or not (np.isfinite(truth.values).any() or truth.strange.any()):
            continue
        gone = int((~np.isfinite(truth.values) & ~truth.strange).sum())
        if gone:
            said.append(
                tr_n(
                    "{n:,} row has no true value in {name} and does not count in the scores.",
                    "{n:,} rows have no true value in {name} and do not count in the scores.",
                    gone,
                    name=truth.name,
                )
            )
        if truth.strange.any():
            said.append(_strange_note(truth, table, has_classes))
    return tuple(said)


def _strange_note(truth: TargetTruth, table: Table, has_classes: bool) -> str:
    row = int(truth.strange.argmax())
    facts = {"name": truth.name, "cell": str(table.frame[truth.name].iloc[row]), "place": table.row_location(row)}
    if has_classes:
        return tr_n(
            "{n:,} row has a class in {name} that the network does not know, {cell!r} in {place}; it does not count in "
            "the scores.",
            "{n:,} rows have a class in {name} that the network does not know, first {cell!r} in {place}; they do not "
            "count in the scores.",
            int(truth.strange.sum()),
            **facts,
        )
    return tr_n(
        "{n:,} cell of {name} is no number, {cell!r} in {place}; its row does not count in the scores.",
        "{n:,} cells of {name} are no numbers, first {cell!r} in {place}; their rows do not count in the scores.",
        int(truth.strange.sum()),
        **facts,
    )
