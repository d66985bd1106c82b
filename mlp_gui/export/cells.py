"""Raw rows as typed cells, column by column: what a format that knows no text dates and no table takes as input."""

from __future__ import annotations

from mlp_gui.data.preprocessing.encoders import FittedInput, days_of, numbers_of, words_of
from mlp_gui.export.common.self_check import frame_of
from mlp_gui.model import CheckRows, TrainedModel

Cell = float | str | None


def typed_columns(model: TrainedModel, rows: CheckRows) -> list[tuple[FittedInput, list[Cell]]]:
    """For every input its cells: numbers, texts of categories, or days since 1970-01-01; None for a gap."""
    frame, found = frame_of(rows.columns, rows.rows), []
    for fitted in model.pipeline.inputs:
        series = frame[fitted.name]
        cells: list[Cell]
        if fitted.encoding == "one_hot":
            words = words_of(series)
            cells = [None if gap else str(word) for word, gap in zip(words, words.isna(), strict=True)]
        elif fitted.encoding == "number":
            cells = [None if v != v else v for v in numbers_of(series, fitted.name).tolist()]
        else:
            cells = [None if v != v else v for v in days_of(series, fitted.name, fitted.date_format).tolist()]
        found.append((fitted, cells))
    return found
