"""Row weights: a column that says how much each row counts in the loss."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.column_values import parse_numbers
from mlp_gui.data.splits.split import Rows

Weights = NDArray[np.float64]


def sample_weights(table: Table, column: str, parts: tuple[Rows, Rows, Rows]) -> list[Weights | None]:
    """Return the weights of each subset, of shape (n_rows,), or None for all when there is no such column.

    Parameters
    ----------
    table : Table
    column : str
        "" for none.
    parts : tuple of ndarray
        Rows of each subset.

    Raises
    ------
    UserError
        If a weight is negative or infinite, or when no training row counts at all.
    """
    if not column:
        return [None] * len(parts)
    weights = [parse_numbers(table.frame[column].iloc[part], column) for part in parts]
    for part, values in zip(parts, weights, strict=True):
        bad = ~np.isfinite(values) | (values < 0)
        if bad.any():
            at = int(bad.argmax())
            place = table.row_location(int(part[at]))
            raise UserError(
                tr("The column {name} cannot weigh the rows.", name=column),
                tr(
                    "{place} holds {value:g}; a weight is a number from 0 up.",
                    place=place[:1].upper() + place[1:],
                    value=values[at],
                ),
                tr("Give another column the role of row weight, or none."),
            )
    if not weights[0].any():
        raise UserError(
            tr("No training row counts: {name} is 0 in all of them.", name=column), hint=tr("Choose another column.")
        )
    return list(weights)
