"""An encoder turns one input column into one or more numbers; what it learned is plain numbers and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.date_parsing import detect_date_format, parse_dates
from mlp_gui.data.columns.factorize import category_codes
from mlp_gui.data.columns.formatted_cells import category_words, column_texts, read_numbers
from mlp_gui.data.columns.profile import NUMERIC_KINDS, FieldProfile
from mlp_gui.data.preprocessing.scalers import fit_scaling
from mlp_gui.data.preprocessing.spec import ColumnSpec

Matrix = NDArray[np.float64]
_DATE_ENCODINGS = ("days", "hour_of_day", "day_of_year", "day_and_hour")
_MOST_CATEGORIES = 1_000


@dataclass(frozen=True)
class EncodedColumn:
    """One column as numbers (rows, features), and the cells (rows,) that gave none.

    missing: empty cells; unseen: cells of a category that no fitted row has; unread: cells that hold something else
    than the column held when it was fitted: no number, or no date.
    """

    values: Matrix
    missing: NDArray[np.bool_]
    unseen: NDArray[np.bool_]
    unread: NDArray[np.bool_]


@dataclass(frozen=True)
class FittedInput:
    """One input column after fitting.

    encoding: number, one_hot or one of the date encodings. missing: the policy; fill: what stands for an empty cell.
    categories: every category seen while fitting; one_hot gives each a feature, two boolean words share one.
    shift, scale: one pair per feature: feature = (value - shift) / scale.
    format: how the cells were written; the cells of other tables are read so.
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

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the features, e.g. "rel_hum", "species = setosa", "hour of date (sine)"."""
        if self.encoding == "one_hot":
            return tuple(f"{self.name} = {c}" for c in (self.categories[1:] if self.single else self.categories))
        waves = {"hour_of_day": ("hour",), "day_of_year": ("day",), "day_and_hour": ("day", "hour")}
        if self.encoding in waves:
            return tuple(f"{w} of {self.name} ({f})" for w in waves[self.encoding] for f in ("sine", "cosine"))
        return (self.name,)

    def transform(self, series: pd.Series[Any]) -> EncodedColumn:
        """Scaled numbers. NaN where a cell is missing under the policy "drop", and where it cannot be read, whatever
        the policy; unknown categories give 0 in every feature. UserError when no cell at all can be read."""
        raw = self.raw(series)
        return replace(raw, values=(raw.values - np.array(self.shift)) / np.array(self.scale))

    def raw(self, series: pd.Series[Any]) -> EncodedColumn:
        """As `transform`, before scaling."""
        if self.encoding == "one_hot":
            return self._one_hot(series)
        values, unread = self._numbers_or_nan(series)
        missing = np.isnan(values) & ~unread
        if unread.any() and not np.isfinite(values).any():
            self.numbers(series)  # raises: the column holds something else altogether
        if self.fill is not None:
            values = np.where(missing, float(self.fill), values)
        return EncodedColumn(
            np.column_stack(self._waves_or_values(values)), missing, np.zeros(len(values), bool), unread
        )

    def _waves_or_values(self, values: Matrix) -> list[Matrix]:
        days = _waves(_year_share(values)) if self.encoding in ("day_of_year", "day_and_hour") else []
        hours = _waves(values % 1.0) if self.encoding in ("hour_of_day", "day_and_hour") else []
        return days + hours or [values]

    def _numbers_or_nan(self, series: pd.Series[Any]) -> tuple[Matrix, NDArray[np.bool_]]:
        if self.encoding == "number":
            return _read_numbers(series, self.format)
        return _read_days(series, self.date_format)

    def numbers(self, series: pd.Series[Any]) -> Matrix:
        """(rows,) numbers or days; UserError with the first cell that cannot be read."""
        if self.encoding == "number":
            return parse_numbers(series, self.name, self.format)
        return parse_days(series, self.name, self.date_format)

    def _one_hot(self, series: pd.Series[Any]) -> EncodedColumn:
        words = category_words(series, self.categories, self.format)
        missing = words.isna().to_numpy()
        if self.fill is not None:
            words = words.fillna(str(self.fill))
        codes = category_codes(words, self.categories)
        gone = words.isna().to_numpy()
        out = np.zeros((len(words), len(self.categories)))
        seen = np.flatnonzero((codes >= 0) & ~gone)
        out[seen, codes[seen]] = 1.0
        out[gone] = np.nan
        unseen = (codes < 0) & ~gone
        return EncodedColumn(out[:, 1:] if self.single else out, missing, unseen, np.zeros(len(words), bool))


def _waves(share: Matrix) -> list[Matrix]:
    return [np.sin(2 * np.pi * share), np.cos(2 * np.pi * share)]


def _year_share(days: Matrix) -> Matrix:
    """The share of the year that has passed, from days since 1970."""
    stamps = pd.to_datetime(pd.Series(np.round(days * 86_400)), unit="s")
    share = (stamps.dt.day_of_year - 1 + days % 1.0) / (365 + stamps.dt.is_leap_year)
    return np.asarray(share, dtype=np.float64)


def parse_days(series: pd.Series[Any], name: str, date_format: str) -> Matrix:
    """Days since 1970 with their fraction, NaN where missing; UserError when a cell is not written in the format."""
    days, unread = _read_days(series, date_format)
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


def _read_days(series: pd.Series[Any], date_format: str) -> tuple[Matrix, NDArray[np.bool_]]:
    """Days since 1970, and which cells the format does not read, unless another format reads them all."""
    nothing = np.zeros(len(series), bool)
    if series.dtype.kind in "iuf" and not series.notna().any():
        return np.full(len(series), np.nan), nothing
    words = column_texts(series)
    stamps = parse_dates(words, date_format)
    unread = (stamps.isna() & words.notna()).to_numpy(dtype=bool)
    if unread.any() and (other := detect_date_format(words.dropna().unique().tolist())):
        stamps, unread = parse_dates(words, other), nothing
    whole = stamps.to_numpy().astype("datetime64[ms]")
    return np.where(np.isnat(whole), np.nan, whole.astype(np.int64) / 86_400_000.0), unread


def parse_numbers(series: pd.Series[Any], name: str, form: ColumnFormat | None = None) -> Matrix:
    """The column as float64; UserError with the first cell that is not a number."""
    numbers, unread = _read_numbers(series, form)
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


def _read_numbers(series: pd.Series[Any], form: ColumnFormat | None = None) -> tuple[Matrix, NDArray[np.bool_]]:
    """The column as float64, NaN where missing or no number, and which cells are no number."""
    if series.dtype.kind in "iufb":
        return series.to_numpy(dtype=np.float64, copy=True), np.zeros(len(series), bool)
    if form is not None and form.kind == "number":
        found = read_numbers(series.to_numpy(dtype=object), form)
        return found.values, found.unread
    lowered = series.str.lower().map({"true": 1.0, "false": 0.0, "yes": 1.0, "no": 0.0})
    numbers = pd.to_numeric(series, errors="coerce").fillna(lowered)
    unread = (numbers.isna() & series.notna()).to_numpy(dtype=bool)
    return numbers.to_numpy(dtype=np.float64, copy=True), unread


def sort_categories(words: pd.Series[Any]) -> tuple[str, ...]:
    """The different present texts, numbers by size, others by the alphabet."""
    unique = [str(w) for w in words.dropna().unique()]
    try:
        return tuple(sorted(unique, key=float))
    except ValueError:
        return tuple(sorted(unique))


def fit_input(
    column: ColumnSpec,
    profile: FieldProfile,
    series: pd.Series[Any],
    fit_rows: NDArray[np.int64],
    scaling: str,
    form: ColumnFormat | None = None,
) -> FittedInput:
    """The encoder of one column, fitted on `fit_rows` (positions) of the series and on nothing else."""
    encoding = resolve_encoding(column, profile)
    method = scaling if column.scaling == "default" else column.scaling
    form = form or ColumnFormat()
    start = FittedInput(column.name, encoding, column.missing, date_format=profile.date_format, format=form)
    if encoding == "one_hot":
        return _fit_categories(start, column, profile, series.iloc[fit_rows], method)
    if encoding == "number" and series.dtype.kind in "iuf":
        values = series.to_numpy(dtype=np.float64)[fit_rows]
    else:
        values = start.numbers(series.iloc[fit_rows])
    fill = _number_fill(column, values)
    filled = replace(start, fill=fill)
    if encoding in ("number", "days"):
        shift, scale = fit_scaling(method, values)
        return replace(filled, shift=(shift,), scale=(scale,))
    n = len(filled.features)
    return replace(filled, shift=(0.0,) * n, scale=(1.0,) * n)


def resolve_encoding(column: ColumnSpec, profile: FieldProfile) -> str:
    """What "auto" means for the kind, or the explicit choice; UserError when it does not fit the kind."""
    encoding = column.encoding
    if encoding == "auto":
        if profile.kind == "datetime":
            return "days"
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
    elif column.missing != "drop":
        common = words.value_counts()
        fill = str(common.index[0]) if len(common) else "missing"
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
    return float(present.mean() if column.missing == "mean" else np.median(present))
