"""An encoder turns one input column into one or more numbers; what it learned is plain numbers and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.dataset import linear_pieces
from mlp_gui.core.errors import UserError
from mlp_gui.core.transformation import Transformation, is_defined
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import category_codes
from mlp_gui.data.columns.formatted_cells import category_cells
from mlp_gui.data.columns.missing_markers import marker_numbers
from mlp_gui.data.preprocessing.column_values import (
    Matrix,
    days_or_nan,
    numbers_or_nan,
    parse_days,
    parse_numbers,
)


@dataclass(frozen=True)
class EncodedColumn:
    """One column as numbers, and the cells that gave none.

    Attributes
    ----------
    values : ndarray of shape (n_rows, n_features)
    missing : ndarray of shape (n_rows,)
        Empty cells.
    unseen : ndarray of shape (n_rows,)
        Cells of a category that no fitted row has.
    unread : ndarray of shape (n_rows,)
        Cells that hold something else than the column held when it was fitted: no number, no date, a word that is
        neither of two boolean ones, or a number that its transformation does not take.
    """

    values: Matrix
    missing: NDArray[np.bool_]
    unseen: NDArray[np.bool_]
    unread: NDArray[np.bool_]


@dataclass(frozen=True)
class FittedInput:
    """One input column after fitting.

    Attributes
    ----------
    name : str
    encoding : str
        "number", "one_hot" or one of the date encodings.
    missing : str
        The policy for empty cells.
    fill : float or str, optional
        What stands for an empty cell.
    categories : tuple of str
        Every category seen while fitting; one_hot gives each a feature.
    single : bool
        Whether two boolean words share one feature.
    date_format : str
    shift, scale : tuple of float
        One for each feature: feature = (value - shift) / scale, where the value of a number is transformed.
    format : ColumnFormat
        How its cells are written.
    flag : bool
        Whether a last feature is 1 where the cell was empty, else 0.
    transformation : Transformation
        Of a number, before it is scaled.
    low, high : float, optional
        The smallest and largest scaled value of the training rows, of a number or days; None in earlier versions.
    edges : tuple of float
        Of the pieces in which a number enters beside its value, rising, before it is scaled; empty for none.
    """

    name: str
    encoding: str
    missing: str = "drop"
    fill: float | str | None = None
    categories: tuple[str, ...] = ()
    single: bool = False
    date_format: str = ""
    shift: tuple[float, ...] = (0.0,)
    scale: tuple[float, ...] = (1.0,)
    format: ColumnFormat = ColumnFormat()
    low: float | None = None
    high: float | None = None
    flag: bool = False
    transformation: Transformation = Transformation()
    edges: tuple[float, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the features: "rel_hum", "species = setosa", "hour of date (sine)", "age was empty"."""
        return (*self.value_features, f"{self.name} was empty") if self.flag else self.value_features

    @property
    def value_features(self) -> tuple[str, ...]:
        """Names of the features that come from the value of a cell."""
        if self.encoding == "one_hot":
            return tuple(f"{self.name} = {c}" for c in (self.categories[1:] if self.single else self.categories))
        waves = {"hour_of_day": ("hour",), "day_of_year": ("day",), "day_and_hour": ("day", "hour")}
        if self.encoding in waves:
            return tuple(f"{w} of {self.name} ({f})" for w in waves[self.encoding] for f in ("sine", "cosine"))
        return (self.name, *self.piece_names) if self.edges else (self.name,)

    @property
    def piece_names(self) -> tuple[str, ...]:
        """Names of the pieces, such as "piece 2 of depth (0.5 to 1.25)", in original units."""
        if not self.edges:
            return ()
        ends = [f"{v:.4g}" for v in self.transformation.inverse(np.array(self.edges)).tolist()]
        pairs = enumerate(pairwise(ends), 1)
        return tuple(f"piece {k} of {self.name} ({low} to {high})" for k, (low, high) in pairs)

    @property
    def is_plain_number(self) -> bool:
        """Whether it is a number that is only shifted and scaled, and no number means a gap."""
        more = self.flag or self.edges or self.format.missing or not self.transformation.is_none
        return self.encoding == "number" and not more

    @property
    def is_yes_no(self) -> bool:
        """Whether a word that is neither of the two cannot be read; in files of earlier versions it counts as no."""
        return self.single and self.format.is_learned

    @property
    def marker_numbers(self) -> list[float]:
        """Numbers that mean no value in the column; [] for one that does not hold numbers."""
        return marker_numbers(self.format.missing) if self.encoding == "number" else []

    def transform(self, series: pd.Series[Any]) -> EncodedColumn:
        """Encode and scale a column.

        Values are NaN where a cell is missing under the policy "drop", and where it cannot be read, whatever the
        policy.
        Unknown categories give 0 in every feature, but in a column of yes and no, where 0 would say no: it is not read.

        Raises
        ------
        UserError
            If no cell at all can be read.
        """
        raw = self.raw(series)
        return replace(raw, values=(raw.values - np.array(self.shift)) / np.array(self.scale))

    def raw(self, series: pd.Series[Any]) -> EncodedColumn:
        """Encode a column as `transform` does, without scaling it."""
        if self.encoding == "one_hot":
            encoded = self._one_hot(series)
            if encoded.unread.any() and not np.isfinite(encoded.values).any():
                self.refuse_unread(series)
            return encoded
        values, unread = self._numbers_or_nan(series)
        if not self.transformation.is_none:
            unread |= ~is_defined(self.transformation.name, values)
            values[unread] = np.nan
        missing = np.isnan(values) & ~unread
        if unread.any() and not np.isfinite(values).any():
            self.refuse_unread(series)  # raises: the column holds something else altogether
        if self.fill is not None:
            values = np.where(missing, float(self.fill), values)
        values = self.transformation.forward(values)
        parts = self._waves_or_values(values)
        if self.edges:
            parts.append(linear_pieces(values, self.edges))
        if self.flag:
            parts.append(missing.astype(np.float64))
        return EncodedColumn(np.column_stack(parts), missing, np.zeros(len(values), bool), unread)

    def _waves_or_values(self, values: Matrix) -> list[Matrix]:
        days = _waves(_year_share(values)) if self.encoding in ("day_of_year", "day_and_hour") else []
        hours = _waves(values % 1.0) if self.encoding in ("hour_of_day", "day_and_hour") else []
        return days + hours or [values]

    def _numbers_or_nan(self, series: pd.Series[Any]) -> tuple[Matrix, NDArray[np.bool_]]:
        if self.encoding == "number":
            return numbers_or_nan(series, self.format)
        return days_or_nan(series, self.date_format, self.format.century)

    def numbers(self, series: pd.Series[Any]) -> Matrix:
        """Return the column as numbers or days, of shape (n_rows,).

        Raises
        ------
        UserError
            If a cell cannot be read; the message names the first.
        """
        if self.encoding == "number":
            return parse_numbers(series, self.name, self.format)
        return parse_days(series, self.name, self.date_format, self.format.century)

    def refuse_unread(self, series: pd.Series[Any]) -> None:
        """Raise for the first cell that cannot be read.

        Raises
        ------
        UserError
            If there is one; the message names it.
        """
        if self.encoding != "one_hot":
            refuse_undefined(self.name, self.transformation.name, self.numbers(series), series.index)
            return
        unread = self._one_hot(series).unread
        if unread.any():
            bad = series[unread]
            raise UserError(
                tr("The column {name} holds words where yes or no is needed.", name=self.name),
                tr_n(
                    "{n:,} of {cells:,} cells is neither; row {row:,} holds {cell!r}.",
                    "{n:,} of {cells:,} cells are neither; row {row:,} holds {cell!r}.",
                    len(bad),
                    cells=len(series),
                    row=bad.index[0] + 1,
                    cell=str(bad.iloc[0]),
                ),
                tr("Read it as text, choose another column, or correct the file."),
            )

    def _one_hot(self, series: pd.Series[Any]) -> EncodedColumn:
        words = category_cells(series, self.categories, self.format)
        missing = np.asarray(pd.isna(words))
        if self.fill is not None:
            words = np.where(missing, str(self.fill), words)
        codes = category_codes(words, self.categories)
        gone = missing if self.fill is None else np.zeros(len(words), bool)
        out = np.zeros((len(words), len(self.categories)))
        seen = np.flatnonzero((codes >= 0) & ~gone)
        out[seen, codes[seen]] = 1.0
        unknown, none = (codes < 0) & ~gone, np.zeros(len(words), bool)
        out[gone | unknown if self.is_yes_no else gone] = np.nan
        unseen, unread = (none, unknown) if self.is_yes_no else (unknown, none)
        return EncodedColumn(out[:, 1:] if self.single else out, missing, unseen, unread)


def refuse_undefined(name: str, transform: str, values: Matrix, index: pd.Index[Any]) -> None:
    """Raise for the first number that a transformation does not take.

    Parameters
    ----------
    name : str
        Of the column.
    transform : str
    values : ndarray of shape (n_rows,)
    index : Index
        Positions of the rows in the table, from 0.

    Raises
    ------
    UserError
        If there is one.
    """
    bad = np.flatnonzero(~is_defined(transform, values))
    if len(bad):
        raise UserError(
            tr("The transformation of {name} is not defined for all of its numbers.", name=name),
            tr_n(
                "{n:,} of {cells:,} numbers is outside; row {row:,} holds {value}.",
                "{n:,} of {cells:,} numbers are outside; row {row:,} holds {value}.",
                len(bad),
                cells=len(values),
                row=int(index[bad[0]]) + 1,
                value=float(values[bad[0]]),
            ),
            tr("Choose another transformation: that of 1 + x takes 0, Yeo-Johnson takes every number."),
        )


def _waves(share: Matrix) -> list[Matrix]:
    return [np.sin(2 * np.pi * share), np.cos(2 * np.pi * share)]


def _year_share(days: Matrix) -> Matrix:
    """Compute the share of the year that has passed, from days since 1970."""
    stamps = pd.to_datetime(pd.Series(np.round(days * 86_400)), unit="s")
    share = (stamps.dt.day_of_year - 1 + days % 1.0) / (365 + stamps.dt.is_leap_year)
    return np.asarray(share, dtype=np.float64)
