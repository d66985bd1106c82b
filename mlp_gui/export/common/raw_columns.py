"""The columns of a file as a program that gets raw rows is given them: the inputs, and what others are derived from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.missing_markers import marker_numbers
from mlp_gui.data.derived.source_column import NO, YES, SourceColumn
from mlp_gui.data.preprocessing.column_values import parse_numbers
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.pipeline import Pipeline
from mlp_gui.export.common.self_check import rows_to_frame
from mlp_gui.model import CheckRows, TrainedModel

Cell = float | str | None


@dataclass(frozen=True)
class RawColumn:
    """One column of the file.

    Attributes
    ----------
    name : str
    fitted : FittedInput, optional
        How the network takes it; None if it only serves derived columns.
    source : SourceColumn, optional
        How formulas take it; None if none does.
    """

    name: str
    fitted: FittedInput | None = None
    source: SourceColumn | None = None

    @property
    def holds_words(self) -> bool:
        """Whether its cells are texts; else they are numbers."""
        if self.fitted is not None:
            return self.fitted.encoding == "one_hot"
        return self.source is not None and self.source.kind == "words"

    @property
    def holds_dates(self) -> bool:
        """Whether its numbers are days since 1970-01-01."""
        if self.fitted is not None:
            return self.fitted.encoding not in ("number", "one_hot")
        return self.source is not None and self.source.kind == "date"

    @property
    def marker_numbers(self) -> list[float]:
        """Numbers that mean no value."""
        form = (
            self.fitted.format if self.fitted is not None else self.source.format if self.source is not None else None
        )
        return marker_numbers(form.missing) if form is not None and not (self.holds_words or self.holds_dates) else []

    def word_numbers(self) -> dict[str, float]:
        """Return what formulas take for each category of a column of yes and no.

        Raises
        ------
        UserError
            If it is another column of words.
        """
        if self.fitted is None or self.source is None or self.source.kind != "yes_no":
            raise UserError(
                tr(
                    "The network takes the column {name} as categories, and a derived column computes with it.",
                    name=self.name[:80],
                ),
                hint=tr("Choose the Python script, which does both."),
            )
        words = {category: category.strip().lower() for category in self.fitted.categories}
        return {category: 1.0 if word in YES else 0.0 for category, word in words.items() if word in YES | NO}

    def cells(self, series: pd.Series[Any]) -> list[Cell]:
        """Return numbers, texts, or days since 1970-01-01; None for a gap."""
        if self.holds_words:
            words = column_texts(series)
            return [None if gap else str(word) for word, gap in zip(words, words.isna(), strict=True)]
        if self.fitted is None:
            assert self.source is not None  # a column that nothing asks is none of the file's
            values = self.source.numbers(series)
        elif self.fitted.encoding == "number":
            values = parse_numbers(series, self.name)
        else:
            values = self.fitted.numbers(series)
        return [None if v != v else v for v in values.tolist()]


def raw_columns(pipeline: Pipeline) -> tuple[RawColumn, ...]:
    """Return the columns of the file that a network needs; its inputs, where none is derived.

    Parameters
    ----------
    pipeline : Pipeline
    """
    fitted = {column.name: column for column in pipeline.inputs}
    sources = {source.name: source for source in pipeline.derivation.sources}
    return tuple(RawColumn(name, fitted.get(name), sources.get(name)) for name in pipeline.raw_names)


def typed_columns(model: TrainedModel, rows: CheckRows) -> list[tuple[RawColumn, list[Cell]]]:
    """Return the cells of each raw column as a program that gets raw rows would be given them.

    Parameters
    ----------
    model : TrainedModel
    rows : CheckRows
    """
    frame = rows_to_frame(rows.columns, rows.rows)
    return [(column, column.cells(frame[column.name])) for column in raw_columns(model.pipeline)]
