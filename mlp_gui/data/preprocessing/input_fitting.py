"""Fitting an input: its encoding, its categories and what stands for an empty cell, found in the rows to fit on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import linear_pieces
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import fit_transformation
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.formatted_cells import column_texts
from mlp_gui.data.columns.profile import NUMERIC_KINDS, FieldProfile, median_of
from mlp_gui.data.dates.date_parsing import is_time_of_day
from mlp_gui.data.preprocessing.column_values import Matrix, sort_categories
from mlp_gui.data.preprocessing.encoders import FittedInput
from mlp_gui.data.preprocessing.scalers import fit_scaling
from mlp_gui.data.preprocessing.spec import ColumnSpec

_DATE_ENCODINGS = ("days", "hour_of_day", "day_of_year", "day_and_hour")
_MOST_CATEGORIES = 1_000
FEWEST_VALUES = 30  # different ones, below which a number is not divided
NARROWEST_PIECE = 1e-9  # of the range of all pieces
PIECE_SPREAD = 0.18  # the standard deviation of a scaled piece


def fit_input(
    column: ColumnSpec,
    profile: FieldProfile,
    cells: pd.Series[Any] | NDArray[Any],
    fit_rows: NDArray[np.int64],
    scaling: str,
    form: ColumnFormat | None = None,
    pieces: int = 0,
) -> FittedInput:
    """Fit the encoder of one column.

    Parameters
    ----------
    column : ColumnSpec
    profile : FieldProfile
    cells : Series or ndarray
        The whole column; without an index only where it holds numbers that enter as such.
    fit_rows : ndarray of int
        Positions of the rows that it is fitted on, and on nothing else.
    scaling : str
        The table's scaling, for a column that has none of its own.
    form : ColumnFormat, optional
        How its cells are written.
    pieces : int
        In how many pieces a number also enters; 0 for none.
    """
    encoding = resolve_encoding(column, profile)
    method = scaling if column.scaling == "default" else column.scaling
    form = form or ColumnFormat()
    if isinstance(cells, np.ndarray):
        return _fit_number(column, profile, cells.astype(np.float64)[fit_rows], method, form, pieces)
    start = FittedInput(column.name, encoding, column.missing, date_format=profile.date_format, format=form)
    if encoding == "one_hot":
        return _fit_categories(start, column, profile, cells.iloc[fit_rows], method)
    values = start.numbers(cells.iloc[fit_rows])
    if encoding == "number":
        return _fit_number(column, profile, values, method, form, pieces)
    fill = _number_fill(column, values)
    flag = column.missing == "flagged" and bool(np.isnan(values).any())  # else the network cannot learn what it means
    filled = replace(start, fill=fill, flag=flag)
    n = len(filled.features)
    shift, scale = fit_scaling(method, values) if encoding == "days" else (0.0, 1.0)
    return replace(filled, shift=(shift, *(0.0,) * (n - 1)), scale=(scale, *(1.0,) * (n - 1)))


def _fit_number(
    column: ColumnSpec, profile: FieldProfile, values: Matrix, method: str, form: ColumnFormat, pieces: int
) -> FittedInput:
    """Fit a number to its values in the rows to fit on: in one go, since there may be ten thousand."""
    fill = _number_fill(column, values)
    flag = column.missing == "flagged" and bool(np.isnan(values).any())
    found = fit_transformation(column.transform, values)
    transformed = found.forward(values)
    edges = piece_edges(transformed, pieces)
    scaling = (fit_scaling(method, transformed), *piece_scalings(transformed, edges), *(((0.0, 1.0),) if flag else ()))
    return FittedInput(
        column.name,
        "number",
        column.missing,
        fill,
        date_format=profile.date_format,
        shift=tuple(shift for shift, _ in scaling),
        scale=tuple(scale for _, scale in scaling),
        format=form,
        flag=flag,
        transformation=found,
        edges=edges,
    )


def piece_edges(values: Matrix, pieces: int) -> tuple[float, ...]:
    """Find where the pieces of a number begin and end: at equal shares of its values.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
        In the rows to fit on, transformed; NaN for gaps.
    pieces : int
        As many at most: neighbouring quantiles may be equal. 0 for none.

    Returns
    -------
    tuple of float
        Rising; empty for fewer than `FEWEST_VALUES` different values, in which a network finds its way without.
    """
    present = values[np.isfinite(values)] if pieces else values[:0]
    if len(np.unique(present)) < FEWEST_VALUES:
        return ()
    found = np.unique(np.quantile(present, np.linspace(0, 1, pieces + 1))).tolist()
    narrowest, edges = NARROWEST_PIECE * (found[-1] - found[0]), found[:1]
    for edge in found[1:]:
        if edge - edges[-1] > narrowest:
            edges.append(edge)
    return tuple(edges) if len(edges) > 2 and np.isfinite(narrowest) else ()


def piece_scalings(values: Matrix, edges: tuple[float, ...]) -> list[tuple[float, float]]:
    """Return shift and scale of each piece: neighbours say nearly the same, so each counts less than its number.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
        As for `piece_edges`.
    edges : tuple of float
    """
    if not edges:
        return []
    shares = linear_pieces(values[np.isfinite(values)], edges)
    scales = shares.std(axis=0) / PIECE_SPREAD
    return list(zip(shares.mean(axis=0).tolist(), np.where(scales > 0, scales, 1.0).tolist(), strict=True))


def resolve_encoding(column: ColumnSpec, profile: FieldProfile) -> str:
    """Return the explicit encoding, or what "auto" means for the kind of column.

    Parameters
    ----------
    column : ColumnSpec
    profile : FieldProfile

    Raises
    ------
    UserError
        If the encoding does not fit the kind.
    """
    encoding = column.encoding
    if encoding == "auto":
        if profile.kind == "datetime":
            return "hour_of_day" if is_time_of_day(profile.date_format) else "days"
        return "number" if profile.kind in (*NUMERIC_KINDS, "empty") else "one_hot"
    if encoding in _DATE_ENCODINGS and profile.kind != "datetime":
        raise UserError(
            tr("The column {name} holds no dates.", name=column.name),
            tr("Its kind is {kind}.", kind=tr(profile.kind)),
            tr("Change its encoding."),
        )
    return encoding


def _fit_categories(
    start: FittedInput, column: ColumnSpec, profile: FieldProfile, fitting: pd.Series[Any], method: str
) -> FittedInput:
    words = column_texts(fitting)
    fill: str | None = None
    if column.missing == "constant":
        fill = column.fill or "missing"
    elif column.missing == "flagged" and words.isna().any():
        fill = _own_word(words)
    elif column.missing != "drop":
        fill = _commonest(words)
    categories = sort_categories(words if fill is None else words.fillna(fill))
    if len(categories) > _MOST_CATEGORIES:
        raise UserError(
            tr("The column {name} has {n:,} different texts.", name=column.name, n=len(categories)),
            tr("One input per category would make {n:,} inputs of one column.", n=len(categories)),
            tr("Ignore the column, or encode it as a number or date if it is one."),
        )
    single = profile.kind == "boolean" and len(categories) == 2
    n = 1 if single else len(categories)
    fitted = replace(start, fill=fill, categories=categories, single=single, shift=(0.0,) * n, scale=(1.0,) * n)
    if column.scaling in ("default", "none") or not n:
        return fitted
    raw = fitted.raw(fitting).values
    pairs = [fit_scaling(method, raw[:, j]) for j in range(n)]
    return replace(fitted, shift=tuple(p[0] for p in pairs), scale=tuple(p[1] for p in pairs))


def _commonest(words: pd.Series[Any]) -> str:
    """Find the text of most cells, of equally many the first one; "missing" when there is none."""
    codes, unique = factorize_values(words.to_numpy(dtype=object))
    return str(unique[int(np.bincount(codes[codes >= 0]).argmax())]) if unique else "missing"


def _own_word(words: pd.Series[Any]) -> str:
    """Find a word for empty cells that no cell holds."""
    word, taken = "empty", set(factorize_values(words.to_numpy(dtype=object))[1])
    while word in taken:
        word = f"({word})"
    return word


def _number_fill(column: ColumnSpec, values: Matrix) -> float | None:
    present = values[~np.isnan(values)]
    if column.missing == "drop":
        return None
    if column.missing == "constant":
        try:
            return float(column.fill or "0")
        except ValueError:
            raise UserError(
                tr("The constant for empty cells of {name} is not a number.", name=column.name),
                tr("It is {fill!r}.", fill=column.fill),
            ) from None
    if not len(present):
        raise UserError(
            tr("The column {name} has no value in the rows it is fitted on.", name=column.name),
            tr("Nothing can stand in for its empty cells."),
            tr("Ignore the column or fill it with a constant."),
        )
    if column.missing == "most_frequent":
        found, counts = np.unique(present, return_counts=True)
        return float(found[counts.argmax()])
    return float(present.mean() if column.missing == "mean" else median_of(present))
