"""The columns of a file from which others are derived, and how their cells are read as numbers or groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.formatted_cells import column_texts, read_numbers
from mlp_gui.data.columns.missing_markers import are_markers
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.dates.date_parsing import days_of

YES = frozenset(("true", "yes", "t", "y", "on"))
NO = frozenset(("false", "no", "f", "n", "off"))
SOURCE_KINDS = ("number", "date", "yes_no", "words")


@dataclass(frozen=True)
class SourceColumn:
    """A column of the file that formulas ask.

    Attributes
    ----------
    name : str
    kind : str
        "number", "date" (days since 1970), "yes_no" (1 and 0) or "words", which only tell groups apart.
    date_format : str
        As for strptime.
    format : ColumnFormat
        How its cells are written.
    """

    name: str
    kind: str = "number"
    date_format: str = ""
    format: ColumnFormat = ColumnFormat()

    def numbers(self, series: pd.Series[Any]) -> NDArray[np.float64]:
        """Return the column as float64, of shape (n_rows,), NaN where a cell is missing or cannot be read.

        Raises
        ------
        UserError
            If it holds words.
        """
        self.refuse_words()
        if self.kind == "date":
            return np.asarray(days_of(column_texts(series), self.date_format, self.format.century), np.float64)
        if series.dtype.kind in "iufb":
            values: NDArray[np.float64] = series.to_numpy(dtype=np.float64)
            gone = are_markers(values, self.format.missing)
            return np.asarray(np.where(gone, np.nan, values)) if gone.any() else values
        if self.kind == "number" and self.format.kind == "number":
            return np.asarray(read_numbers(series.to_numpy(dtype=object), self.format).values, np.float64)
        words = series.str.strip().str.lower()
        truth = words.map(dict.fromkeys(YES, 1.0) | dict.fromkeys(NO, 0.0))
        numbers = truth if self.kind == "yes_no" else pd.to_numeric(series, errors="coerce").fillna(truth)
        return np.asarray(numbers.to_numpy(dtype=np.float64))

    def refuse_words(self) -> None:
        """Check that the column does not hold words.

        Raises
        ------
        UserError
            If it does.
        """
        if self.kind == "words":
            raise UserError(
                tr("The column {name} holds words; formulas take numbers, dates, and yes or no.", name=self.name),
                hint=tr("It can stand after by= to keep groups apart, or be read as numbers."),
            )


def source_of(field: FieldProfile, form: ColumnFormat | None) -> SourceColumn:
    """Return how a column of an open table is read by formulas.

    Parameters
    ----------
    field : FieldProfile
    form : ColumnFormat or None
    """
    kinds = {"datetime": "date", "boolean": "yes_no", "category": "words", "text": "words"}
    return SourceColumn(field.name, kinds.get(field.kind, "number"), field.date_format, form or ColumnFormat())


def groups_of(series: pd.Series[Any]) -> NDArray[np.int64]:
    """Return the group of each row, of shape (n_rows,): equal cells have equal numbers; -1 for an empty one."""
    return np.asarray(pd.factorize(series)[0], np.int64)
