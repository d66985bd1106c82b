"""The proof of a file: rows whose answers are known, and the comparison with what the file makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from mlp_gui.core.dataset import Floats
from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.preprocessing.encoders import FittedInput, column_texts, parse_days, parse_numbers
from mlp_gui.export.common.base import ExportInput
from mlp_gui.model import CheckRows, TrainedModel

UNKNOWN = "a category that no row has"
# Share of the target's scale. Other programs add up in another order, and 32-bit numbers have 7 digits.
TOLERANCE = {"float64": 1e-9, "float32": 1e-5}


def rows_to_frame(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """Raw rows as a table: a column of numbers and gaps becomes numbers, any other text."""
    found = {}
    for i, name in enumerate(columns):
        cells = [row[i] for row in rows]
        if any(isinstance(cell, str) for cell in cells):
            found[name] = pd.Series([_word(cell) for cell in cells], dtype="str")
        elif any(isinstance(cell, float) or cell is None for cell in cells):
            found[name] = pd.Series([np.nan if cell is None else float(cell) for cell in cells], dtype=float)
        else:
            found[name] = pd.Series(cells)
    return pd.DataFrame(found, columns=list(columns))


def _word(cell: Any) -> str | None:
    return cell if cell is None or isinstance(cell, str) else str(column_texts(pd.Series([cell])).iloc[0])


def verification_rows(model: TrainedModel) -> CheckRows:
    """The check rows, one with nothing but gaps, and, where there are categories, one of which is unknown."""
    columns, rows = model.checks.columns, list(model.checks.rows)
    inputs = {fitted.name: fitted for fitted in model.pipeline.inputs}
    if rows and any(inputs[name].encoding == "one_hot" for name in columns):
        rows.append(
            tuple(UNKNOWN if inputs[n].encoding == "one_hot" else c for n, c in zip(columns, rows[0], strict=True))
        )
    rows.append((None,) * len(columns))
    return CheckRows(columns, tuple(rows), model.outputs(rows_to_frame(columns, rows)))


def comparison_scale(model: TrainedModel, expected: Floats) -> float:
    """What a difference is measured against: the target's scale, and the largest of the values."""
    largest = float(np.nanmax(np.abs(expected), initial=0.0))
    return max([abs(t.scale) for t in model.pipeline.targets] + [1.0]) + largest


def comparison_tolerance(model: TrainedModel) -> float:
    return TOLERANCE[model.network.theta.dtype.name]


def check_outputs(found: Floats, expected: Floats, model: TrainedModel, tolerance: float | None = None) -> None:
    """UserError unless the outputs are the same within the tolerance, with gaps in the same places."""
    limit = comparison_tolerance(model) if tolerance is None else tolerance
    if found.shape == expected.shape and np.array_equal(np.isnan(found), np.isnan(expected)):
        worst = float(np.nanmax(np.abs(found - expected), initial=0.0)) / comparison_scale(model, expected)
        if worst <= limit:
            return
        detail = tr("The largest difference in its check rows is {share:.3g} of the target's scale.", share=worst)
    else:
        detail = tr("It has answers in other places.")
    raise UserError(tr("The file would not give the same predictions and was not saved."), detail)


def verify_model(read: TrainedModel, source: ExportInput) -> str:
    """The model that was read back must give the same outputs for the proof rows, to the last bit."""
    rows = verification_rows(source.model)
    check_outputs(read.outputs(rows_to_frame(rows.columns, rows.rows)), rows.outputs, source.model, 0.0)
    return describe_verification(
        source.model, tr_n("read back and checked on {n} row", "read back and checked on {n} rows", len(rows.rows))
    )


def describe_verification(model: TrainedModel, how: str) -> str:
    """The finding in words."""
    return tr_n(
        "{n:,} weight of epoch {epoch:,}, {how}.",
        "{n:,} weights of epoch {epoch:,}, {how}.",
        model.network.n_parameters,
        epoch=model.provenance["epoch"],
        how=how,
    )


Cell = float | str | None


def typed_columns(model: TrainedModel, rows: CheckRows) -> list[tuple[FittedInput, list[Cell]]]:
    """For every input its cells: numbers, texts of categories, or days since 1970-01-01; None for a gap."""
    frame, found = rows_to_frame(rows.columns, rows.rows), []
    for fitted in model.pipeline.inputs:
        series = frame[fitted.name]
        cells: list[Cell]
        if fitted.encoding == "one_hot":
            words = column_texts(series)
            cells = [None if gap else str(word) for word, gap in zip(words, words.isna(), strict=True)]
        elif fitted.encoding == "number":
            cells = [None if v != v else v for v in parse_numbers(series, fitted.name).tolist()]
        else:
            cells = [None if v != v else v for v in parse_days(series, fitted.name, fitted.date_format).tolist()]
        found.append((fitted, cells))
    return found
