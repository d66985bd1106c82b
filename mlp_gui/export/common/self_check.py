"""The proof of a file: rows whose answers are known, and the comparison with what the file makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.export.common.base import ExportInput
from mlp_gui.model import CheckRows, TrainedModel

UNKNOWN = "a category that no row has"
# Share of the target's scale. Other programs add up in another order, and 32-bit numbers have 7 digits.
TOLERANCE = {"float64": 1e-9, "float32": 1e-5}


def rows_to_frame(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Make a table of raw rows: a column of numbers and gaps becomes numbers, any other text.

    Parameters
    ----------
    columns : sequence of str
    rows : sequence of sequences
        Cells in the order of the columns: numbers, texts, or None for a gap.
    """
    found = {}
    for i, name in enumerate(columns):
        cells = [row[i] for row in rows]
        if any(isinstance(cell, str) for cell in cells):
            found[name] = pd.Series([_word(cell) for cell in cells], dtype="str")
        # A gap makes a column floating in pandas, also one of whole numbers.
        elif any(isinstance(cell, float) or cell is None for cell in cells):
            found[name] = pd.Series([np.nan if cell is None else float(cell) for cell in cells], dtype=float)
        else:
            found[name] = pd.Series(cells)
    return pd.DataFrame(found, columns=list(columns))


def _word(cell: Any) -> str | None:
    return cell if cell is None or isinstance(cell, str) else str(column_texts(pd.Series([cell])).iloc[0])


def verification_rows(model: TrainedModel) -> CheckRows:
    """Return the rows that a file is verified with, and the model's own outputs for them.

    These are the check rows, one with nothing but gaps and, where there are categories, one with unknown categories;
    in columns of yes and no, where an unknown word gives no prediction, these stand in one more row.
    """
    columns, rows = model.checks.columns, list(model.checks.rows)
    inputs = {fitted.name: fitted for fitted in model.pipeline.inputs}
    words = [name for name in columns if name in inputs and inputs[name].encoding == "one_hot"]
    strict = [name for name in words if inputs[name].is_yes_no]
    for names in ([n for n in words if n not in strict], strict):
        if rows and names:
            rows.append(tuple(UNKNOWN if n in names else c for n, c in zip(columns, rows[0], strict=True)))
    rows.append((None,) * len(columns))
    return CheckRows(columns, tuple(rows), model.outputs(rows_to_frame(columns, rows)))


def comparison_scale(model: TrainedModel, expected: Floats) -> float:
    """Return what a difference is measured against: the target's scale plus the largest of the values.

    Parameters
    ----------
    model : TrainedModel
    expected : ndarray of shape (n_rows, n_outputs)
        Outputs in original units; NaN for gaps.
    """
    largest = float(np.nanmax(np.abs(expected), initial=0.0))
    return max([abs(t.scale) for t in model.pipeline.targets] + [1.0]) + largest


def comparison_tolerance(model: TrainedModel) -> float:
    """Return the largest share of `comparison_scale` that still counts as rounding."""
    return TOLERANCE[model.network.theta.dtype.name]


def check_outputs(found: Floats, expected: Floats, model: TrainedModel, tolerance: float | None = None) -> None:
    """Raise unless a file's outputs are the expected ones.

    Parameters
    ----------
    found, expected : ndarray of shape (n_rows, n_outputs)
        In original units or as probabilities; NaN for gaps, which must be in the same places.
    model : TrainedModel
    tolerance : float, optional
        Share of `comparison_scale`; that of the network's precision when omitted.

    Raises
    ------
    UserError
        If they differ.
    """
    limit = comparison_tolerance(model) if tolerance is None else tolerance
    # Where there is no answer the file must give none either: nan would slip through a difference.
    if found.shape == expected.shape and np.array_equal(np.isnan(found), np.isnan(expected)):
        worst = float(np.nanmax(np.abs(found - expected), initial=0.0)) / comparison_scale(model, expected)
        if worst <= limit:
            return
        detail = tr("The largest difference in its check rows is {share:.3g} of the target's scale.", share=worst)
    else:
        detail = tr("It has answers in other places.")
    raise UserError(tr("The file would not give the same predictions and was not saved."), detail)


def verify_model(read: TrainedModel, source: ExportInput) -> str:
    """Check that a model that was read back gives the same outputs to the last bit.

    Parameters
    ----------
    read : TrainedModel
    source : ExportInput
        What was written.

    Returns
    -------
    str
        The finding, in words.

    Raises
    ------
    UserError
        If the outputs differ.
    """
    rows = verification_rows(source.model)
    check_outputs(read.outputs(rows_to_frame(rows.columns, rows.rows)), rows.outputs, source.model, 0.0)
    return describe_verification(
        source.model, tr_n("read back and checked on {n} row", "read back and checked on {n} rows", len(rows.rows))
    )


def describe_verification(model: TrainedModel, how: str) -> str:
    """Say what was saved and how it was verified.

    Parameters
    ----------
    model : TrainedModel
    how : str
        The end of the sentence, without a period.
    """
    if isinstance(model.network, Ensemble):
        return tr_n(
            "{weights:,} weights of {n:,} network, {how}.",
            "{weights:,} weights of {n:,} networks, whose answers are averaged, {how}.",
            len(model.network.members),
            weights=model.network.n_parameters,
            how=how,
        )
    return tr_n(
        "{n:,} weight of epoch {epoch:,}, {how}.",
        "{n:,} weights of epoch {epoch:,}, {how}.",
        model.network.n_parameters,
        epoch=model.provenance["epoch"],
        how=how,
    )
