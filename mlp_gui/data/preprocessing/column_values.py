"""The cells of a column as numbers, days or texts, and which cells cannot be read as such."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.formatted_cells import column_texts, read_numbers
from mlp_gui.data.columns.missing_markers import are_markers
from mlp_gui.data.dates.date_parsing import days_of, detect_date_format, other_order

Matrix = NDArray[np.float64]


def parse_days(series: pd.Series[Any], name: str, date_format: str, century: int = 0) -> Matrix:
    """Return days since 1970 with their fraction, NaN where missing.

    Parameters
    ----------
    series : Series of shape (n_rows,)
    name : str
        Of the column, for messages.
    date_format : str
        As for strptime.
    century : int
        The first year that two digits mean.

    Raises
    ------
    UserError
        If a cell is not written in the format.
    """
    days, unread = days_or_nan(series, date_format, century)
    if unread.any():
        bad = column_texts(series)[unread]
        raise UserError(
            tr("The column {name} does not hold dates as it did when the network was fitted.", name=name),
            tr(
                "Row {row:,} holds {cell!r}; expected is the form {form}.",
                row=bad.index[0] + 1,
                cell=bad.iloc[0],
                form=date_format,
            ),
        )
    return days


def days_or_nan(series: pd.Series[Any], date_format: str, century: int = 0) -> tuple[Matrix, NDArray[np.bool_]]:
    """Read days since 1970, and which cells the format does not read, unless another format reads them all.

    Day and month are never taken the other way round.

    Parameters
    ----------
    series : Series of shape (n_rows,)
    date_format : str
    century : int
        The first year that two digits mean.
    """
    nothing = np.zeros(len(series), bool)
    if series.dtype.kind in "iuf" and not series.notna().any():
        return np.full(len(series), np.nan), nothing
    words = column_texts(series)
    days = days_of(words, date_format, century)
    unread = (np.isnan(days) & words.notna().to_numpy()).astype(bool)
    if unread.any():
        other = detect_date_format(words.dropna().unique().tolist())
        if other and other != other_order(date_format):
            days, unread = days_of(words, other, century), nothing
    return days, unread


def parse_numbers(series: pd.Series[Any], name: str, form: ColumnFormat | None = None) -> Matrix:
    """Return a column as float64, NaN where missing.

    Parameters
    ----------
    series : Series of shape (n_rows,)
    name : str
        Of the column, for messages.
    form : ColumnFormat, optional
        How its numbers are written, if that was learned.

    Raises
    ------
    UserError
        If a cell is not a number; the message names the first.
    """
    numbers, unread = numbers_or_nan(series, form)
    if unread.any():
        bad = series[unread]
        raise UserError(
            tr("The column {name} holds text where numbers are needed.", name=name),
            tr_n(
                "{n:,} of {cells:,} cells is no number; row {row:,} holds {cell!r}.",
                "{n:,} of {cells:,} cells are not numbers; row {row:,} holds {cell!r}.",
                len(bad),
                cells=len(series),
                row=bad.index[0] + 1,
                cell=bad.iloc[0],
            ),
            tr("Encode it as categories, choose another column, or correct the file."),
        )
    return numbers


def numbers_or_nan(series: pd.Series[Any], form: ColumnFormat | None = None) -> tuple[Matrix, NDArray[np.bool_]]:
    """Read a column as float64, NaN where missing or no number, and which cells are no number.

    Parameters
    ----------
    series : Series of shape (n_rows,)
    form : ColumnFormat, optional
        How its numbers are written, if that was learned.
    """
    if series.dtype.kind in "iufb":
        values = series.to_numpy(dtype=np.float64, copy=True)
        if form is not None and form.missing:
            values[are_markers(values, form.missing)] = np.nan
        return values, np.zeros(len(series), bool)
    if form is not None and form.kind == "number":
        found = read_numbers(series.to_numpy(dtype=object), form)
        return found.values, found.unread
    lowered = series.str.lower().map({"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0})
    numbers = pd.to_numeric(series, errors="coerce").fillna(lowered)
    unread = (numbers.isna() & series.notna()).to_numpy(dtype=bool)
    if form is not None and form.missing:
        numbers = numbers.mask(are_markers(numbers.to_numpy(), form.missing))
    return numbers.to_numpy(dtype=np.float64, copy=True), unread


def sort_categories(words: pd.Series[Any]) -> tuple[str, ...]:
    """Sort the different present texts, numbers by size, others by the alphabet."""
    unique = [str(w) for w in factorize_values(words.to_numpy(dtype=object))[1]]
    try:
        return tuple(sorted(unique, key=float))
    except ValueError:
        return tuple(sorted(unique))
