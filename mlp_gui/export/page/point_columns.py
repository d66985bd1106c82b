"""What a person sets at one point: columns of the file, and derived columns that look at rows which a point lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.formatted_cells import category_cells
from mlp_gui.data.columns.missing_markers import marker_numbers
from mlp_gui.data.derived.derived_column import DerivedColumn, closure
from mlp_gui.data.derived.source_column import SourceColumn
from mlp_gui.data.preprocessing.column_values import days_or_nan, numbers_or_nan
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.pipeline import Pipeline

YES_NO = ("yes", "no")


@dataclass(frozen=True)
class PointColumn:
    """One value that a person sets.

    Attributes
    ----------
    name : str
    fitted : FittedInput, optional
        How the network takes it; None if it only serves derived columns.
    source : SourceColumn, optional
        How formulas take it; None if none does, or if it is derived.
    formula : str
        Of a derived column; "" for one of the file.
    """

    name: str
    fitted: FittedInput | None = None
    source: SourceColumn | None = None
    formula: str = ""

    @property
    def kind(self) -> str:
        """What its values are: "number", "date" (days since 1970-01-01) or "words"."""
        if self.fitted is not None:
            return {"number": "number", "one_hot": "words"}.get(self.fitted.encoding, "date")
        kind = self.source.kind if self.source is not None else "number"
        return {"yes_no": "words", "words": "words", "date": "date"}.get(kind, "number")

    @property
    def wave(self) -> str:
        """Of what the network sees the share that has passed: "day", "year", or "" for neither."""
        encoding = self.fitted.encoding if self.fitted is not None else ""
        return {"hour_of_day": "day", "day_of_year": "year", "day_and_hour": "year"}.get(encoding, "")

    @property
    def format(self) -> ColumnFormat:
        """How its cells are written."""
        known = self.fitted or self.source
        return known.format if known is not None else ColumnFormat()

    @property
    def categories(self) -> tuple[str, ...]:
        """The words that can be chosen."""
        if self.kind != "words":
            return ()
        return self.fitted.categories if self.fitted is not None else YES_NO

    @property
    def markers(self) -> list[float]:
        """Numbers that mean no value."""
        return marker_numbers(self.format.missing) if self.kind == "number" else []

    def category_numbers(self) -> list[float]:
        """Return what formulas take for each category, NaN for none."""
        words = pd.Series(self.categories, dtype="str")
        if self.source is None or self.source.kind == "words":
            return [float(v) for v in pd.to_numeric(words, errors="coerce")]
        return [float(v) for v in self.source.numbers(words)]

    def numbers(self, series: pd.Series[Any]) -> NDArray[np.float64]:
        """Read cells as numbers or days, NaN for gaps and what cannot be read.

        Parameters
        ----------
        series : Series of shape (n_rows,)

        Returns
        -------
        ndarray of shape (n_rows,)
        """
        if self.formula:
            return series.to_numpy(dtype=np.float64, copy=True)
        if self.fitted is None:
            assert self.source is not None  # a column that nothing asks is none of the page's
            return self.source.numbers(series)
        if self.fitted.encoding == "number":
            return numbers_or_nan(series, self.fitted.format)[0]
        return days_or_nan(series, self.fitted.date_format, self.fitted.format.century)[0]

    def words(self, series: pd.Series[Any]) -> list[str | None]:
        """Read cells as categories, None for gaps.

        Parameters
        ----------
        series : Series of shape (n_rows,)
        """
        if self.fitted is None:
            return [None if v != v else YES_NO[0 if v else 1] for v in self.numbers(series).tolist()]
        cells = category_cells(series, self.fitted.categories, self.fitted.format)
        return [None if pd.isna(cell) else str(cell) for cell in cells]

    def cells(self, series: pd.Series[Any]) -> list[float | str | None]:
        """Read cells as the page takes them: numbers, days or words; None for gaps.

        Parameters
        ----------
        series : Series of shape (n_rows,)
        """
        if self.kind == "words":
            return list(self.words(series))
        return [None if not np.isfinite(v) else v for v in self.numbers(series).tolist()]


def point_columns(pipeline: Pipeline) -> tuple[tuple[PointColumn, ...], tuple[DerivedColumn, ...]]:
    """Return what a person sets, in the order of the inputs, and the derived columns that follow from it.

    A derived column that looks at other rows, such as a lag, is set: one point has no rows before it.

    Parameters
    ----------
    pipeline : Pipeline
    """
    needed = {c.name: c for c in closure(pipeline.derivation.declared, pipeline.input_names)}
    fitted = {column.name: column for column in pipeline.inputs}
    sources = {source.name: source for source in pipeline.derivation.sources}
    asked: dict[str, PointColumn] = {}
    computed: set[str] = set()
    waiting = list(reversed(pipeline.input_names))
    while waiting:
        name = waiting.pop()
        if name in needed and not needed[name].windows:
            if name not in computed:
                computed.add(name)
                waiting += reversed(needed[name].needs)
        elif name not in asked:
            formula = needed[name].formula_text if name in needed else ""
            source = None if formula else sources.get(name)
            asked[name] = PointColumn(name, fitted.get(name), source, formula)
    return tuple(asked.values()), tuple(c for c in needed.values() if c.name in computed)
