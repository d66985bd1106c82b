"""Columns of texts read by a format that was learned elsewhere; each different text is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.data.columns.cell_reader import GAP, READ, UNREAD, read_category, read_day, read_number
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.dialect import MISSING_MARKERS, NUMERIC_MARKERS
from mlp_gui.data.columns.factorize import factorize_values

MISSING_WORDS = frozenset(MISSING_MARKERS)
MISSING_NUMBERS = frozenset(m.lower() for m in (*MISSING_MARKERS, *NUMERIC_MARKERS))


@dataclass(frozen=True, eq=False)
class ReadCells:
    """What the cells of a column mean, and how each was read.

    values: (rows,) numbers, days or positions of categories; NaN (numbers) or -1 (categories) where there is none.
    said: (rows,) what `cell_reader` says of each cell.
    """

    values: NDArray[Any]
    said: NDArray[Any]

    @property
    def missing(self) -> NDArray[np.bool_]:
        """(rows,) empty cells."""
        return np.asarray(self.said == GAP, dtype=bool)

    @property
    def unread(self) -> NDArray[np.bool_]:
        """(rows,) cells that hold something else than their column did."""
        return np.asarray(self.said == UNREAD, dtype=bool)


def read_numbers(cells: Sequence[Any] | NDArray[Any], form: ColumnFormat) -> ReadCells:
    """Read texts as the numbers of a column; cells that are NaN or None are gaps."""
    entries = form.entries()
    return _read(cells, lambda word: read_number(word, entries, MISSING_NUMBERS), np.nan)


def read_days(cells: Sequence[Any] | NDArray[Any], form: ColumnFormat) -> ReadCells:
    """Read texts as days since 1970."""
    entries = form.entries()
    return _read(cells, lambda word: read_day(word, entries, MISSING_WORDS), np.nan)


def read_categories(series: pd.Series[Any], categories: tuple[str, ...], form: ColumnFormat) -> ReadCells:
    """Read texts as positions among the categories, -1 where a cell is none of them; `unread` are the unknown ones."""
    entries, places = form.entries(), {word: i for i, word in enumerate(categories)}
    missing = MISSING_NUMBERS if form.kind == "number" else MISSING_WORDS

    def read(word: str) -> tuple[int, str]:
        found, said = read_category(word, entries, places, missing)
        return (places[found] if said == READ else -1), said

    return _read(series.to_numpy(dtype=object), read, -1)


def _read(cells: Sequence[Any] | NDArray[Any], read: Callable[[str], tuple[float, str]], nothing: float) -> ReadCells:
    codes, unique = factorize_values(np.asarray(cells, dtype=object))
    pairs = [read(str(word)) for word in unique]
    values = np.array([*(value for value, _ in pairs), nothing], dtype=float if nothing != -1 else np.int64)
    said = np.array([*(how for _, how in pairs), GAP], dtype=object)
    return ReadCells(values[codes], said[codes])


def category_words(series: pd.Series[Any], categories: tuple[str, ...], form: ColumnFormat) -> pd.Series[Any]:
    """Each cell as the category that it is; a cell that is none as it is written; gaps as NaN."""
    return pd.Series(pd.array(category_cells(series, categories, form), dtype="str"), index=series.index)


def category_cells(series: pd.Series[Any], categories: tuple[str, ...], form: ColumnFormat) -> NDArray[Any]:
    """Return `category_words` as objects, without the time that pandas takes to begin with a column.

    Parameters
    ----------
    series : Series
    categories : tuple of str
    form : ColumnFormat
    """
    if series.dtype.kind in "iufb" and form.kind == "boolean":
        series = column_texts(series)  # 1 and True say yes
    if series.dtype.kind in "iufb" or not form.is_learned:
        texts = column_texts(series)
        return (texts.mask(texts.isin(form.missing)) if form.missing else texts).to_numpy(dtype=object)
    found = read_categories(series, categories, form)
    words = np.array(series.to_numpy(dtype=object))
    known = found.values >= 0
    if known.any():
        words[known] = np.array(categories, dtype=object)[found.values[known]]
    words[found.missing] = np.nan
    return words


def column_texts(series: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column as texts: numbers in their shortest form (1, 2.5); missing cells stay missing."""
    if series.dtype.kind == "f":
        found = series.map(lambda v: f"{v:.0f}" if abs(v) < 1e15 and v == int(v) else repr(v), na_action="ignore")
        return found.astype(str).where(series.notna())
    if series.dtype.kind in "iub":
        return series.astype(str)
    return series
