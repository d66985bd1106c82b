"""Columns of dates among those of a file: found in texts and in whole numbers; cells that are none are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.column_format import ColumnFormat
from mlp_gui.data.columns.factorize import factorize_values
from mlp_gui.data.columns.formatted_cells import MISSING_NUMBERS
from mlp_gui.data.columns.table import describe_row_location
from mlp_gui.data.dates.date_parsing import (
    COMPACT,
    choose_century,
    days_of,
    detect_date_format,
    detect_mostly_dates,
    is_time_of_day,
    looks_like_dates,
)
from mlp_gui.data.dates.date_reader import day_of

_HEAD = 40
_ENOUGH_DATES = 3  # rows, and different whole numbers where the column is not called a date
_MOST_ODD = 20
_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_DATE_NAME = re.compile(r"date|datum|fecha|^(day|tag|time|timestamp|zeit|yyyymmdd\w*|dt|when)$", re.I)
_MONTH_NAME = re.compile(r"month|monat|mois|^mes$|mm\.?yyyy", re.I)
_CLOCK_NAME = re.compile(r"hh:?mm|hrmn|hour_?min|uhrzeit|time_?of_?day|clock", re.I)
_TIME_NAME = re.compile(r"^(time|utc|gmt|zeit|hora|heure|hour|stunde)\b", re.I)  # so are durations called, too
_OFFSET = re.compile(r"[+\-−](?!00:?(?:00)?$)\d{2}(?::?\d{2})?$")


@dataclass(frozen=True, eq=False)
class DateColumn:
    """values: (rows,) texts, NaN where a cell is no date. remarks: sentences. form: how its cells are read."""

    values: NDArray[Any]
    remarks: list[str]
    form: ColumnFormat

    def days(self) -> NDArray[np.float64]:
        """(rows,) days since 1970."""
        return days_of(pd.Series(pd.array(self.values, dtype="str")), self.form.date_format, self.form.century)


def find_date_column(
    name: str, values: NDArray[Any], before: DateColumn | None, first_line: int, following: str = ""
) -> DateColumn | None:
    """Return a column as one of dates or times of day, None when it is none.

    Parameters
    ----------
    name : str
    values : ndarray of shape (n_rows,)
        Numbers, or texts with NaN in the gaps.
    before : DateColumn, optional
        The column to the left, when that holds dates.
    first_line : int
        The line of row 0; 0 when rows and lines do not run in step.
    following : str
        The name of the column to the right.
    """
    if values.dtype == object:
        return _from_texts(values, first_line)
    if values.dtype.kind not in "if" or not len(values) or (values[:_HEAD] < 0).any():
        return None
    if date_format := _whole_number_format(name, values):
        found = _dates(_digits(values), date_format, first_line)
        said = tr("Its whole numbers were read as dates: {number} is {date}.", **_example(found, "%Y-%m-%d"))
        return DateColumn(found.values, [said, *found.remarks], found.form)
    if (months := _months(name, values)) is not None:
        found = DateColumn(months, [], ColumnFormat("datetime", date_format="%m.%Y"))
        said = tr("Its numbers were read as months: {number} is {date}.", **_example(found, "%Y-%m"))
        return DateColumn(found.values, [said], found.form)
    if _is_clock(name, values, before, following):
        found = DateColumn(_digits(values, 4), [], ColumnFormat("datetime", date_format="%H%M"))
        said = tr("Its whole numbers were read as times of day: {number} is {date}.", **_example(found, "%H:%M"))
        return DateColumn(found.values, [said], found.form)
    return None


def _from_texts(values: NDArray[Any], first_line: int) -> DateColumn | None:
    head = [v for v in values[:_HEAD].tolist() if isinstance(v, str)]
    if head and not looks_like_dates(head):
        return None
    codes, unique = factorize_values(values)
    words = [str(w).strip() for w in unique]
    counts = np.bincount(codes[codes >= 0], minlength=len(words))
    date_format = detect_date_format(words) or detect_mostly_dates(words, counts)
    return _dates(values, date_format, first_line) if date_format else None


def _dates(values: NDArray[Any], date_format: str, first_line: int) -> DateColumn:
    """Return the cells that a format reads, and a word about the others and about what was chosen."""
    codes, unique = factorize_values(values)
    words = [str(w).strip() for w in unique]
    century = choose_century(codes, words, date_format) if "%y" in date_format else 0
    days = days_of(pd.Series(words, dtype=str), date_format, century)
    odd = np.isnan(days)
    form = ColumnFormat("datetime", date_format=date_format, century=century, missing=_markers(words, odd))
    by_word = (
        np.append(np.where(odd, np.nan, np.array(words, dtype=object)), np.nan)
        if odd.any() or words != list(unique)
        else None
    )
    shown = by_word[codes] if by_word is not None else values
    said = _odd_remark(codes, words, odd, first_line) + _midnight_remark(codes, words, form)
    return DateColumn(shown, said + _century_remark(days, form) + _zone_remark(words, form), form)


def _markers(words: list[str], odd: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(words[i].strip() for i in np.flatnonzero(odd)[:_MOST_ODD])


def _odd_remark(codes: NDArray[np.int64], words: list[str], odd: NDArray[np.bool_], first_line: int) -> list[str]:
    usual = np.array([word.lower() in MISSING_NUMBERS for word in words], bool)
    rows = np.flatnonzero(np.append(odd & ~usual, False)[codes])
    if not len(rows):
        shown = [repr(words[i]) for i in np.flatnonzero(odd) if words[i]]
        return [tr("Cells {cells} count as missing.", cells=", ".join(shown[:4]))] if shown else []
    word = words[codes[rows[0]]]
    return [
        tr_n(
            "{n:,} cell is no date and counts as missing: {cell!r} in {place}.",
            "{n:,} cells are no dates and count as missing, first {cell!r} in {place}.",
            len(rows),
            cell=word if len(word) <= 30 else word[:29] + "…",
            place=describe_row_location(int(rows[0]), first_line),
        )
    ]


def _midnight_remark(codes: NDArray[np.int64], words: list[str], form: ColumnFormat) -> list[str]:
    if ":" not in form.date_format or is_time_of_day(form.date_format):
        return []
    bare = np.array([":" not in w for w in words] + [False])
    bare[:-1] &= ~np.isnan(days_of(pd.Series(words, dtype=str), form.date_format, form.century))
    rows = np.flatnonzero(bare[codes])
    if not len(rows):
        return []
    return [
        tr_n(
            "{n:,} date has no time of day and counts as midnight: {cell}.",
            "{n:,} dates have no time of day and count as midnight, first {cell}.",
            len(rows),
            cell=words[codes[rows[0]]].strip(),
        )
    ]


def _century_remark(days: NDArray[np.float64], form: ColumnFormat) -> list[str]:
    if not form.century:
        return []
    first, last = (1970 + int(np.floor(f(days)).astype("datetime64[D]").astype("datetime64[Y]").astype(int))
                   for f in (np.nanmin, np.nanmax))  # fmt: skip
    return [tr("Its years have two digits and were read as {first} to {last}.", first=str(first), last=str(last))]


def _zone_remark(words: list[str], form: ColumnFormat) -> list[str]:
    ahead = (w.strip() for w in words if _OFFSET.search(w.strip())) if "%z" in form.date_format else ()
    read = ((w, day_of(w, form.date_format, form.century)) for w in ahead)
    cell, days = next(((w, days) for w, days in read if np.isfinite(days)), ("", 0.0))
    if not cell:
        return []
    utc = _written(days, "%Y-%m-%d %H:%M")
    return [tr("Its times were read as UTC: {cell} is {date}.", cell=cell, date=utc)]


def _whole_number_format(name: str, values: NDArray[Any]) -> str:
    """Find the format of dates written as whole numbers, YYYYMMDD with or without a clock; "" for other numbers."""
    head = values[:_HEAD]
    head = head[head == head]
    digits = len(str(int(abs(head[0])))) if len(head) and np.isfinite(head[0]) else 0
    scale = 10.0 ** (digits - 4)
    low, high = _FIRST_YEAR * scale, (_LAST_YEAR + 1) * scale
    if digits not in COMPACT or not ((head >= low) & (head < high)).all():
        return ""
    present = values[values == values] if values.dtype.kind == "f" else values
    named = bool(_DATE_NAME.search(name.strip()))
    unique = pd.unique(present)
    few = len(present) < _ENOUGH_DATES or (len(unique) < _ENOUGH_DATES and not named)
    if few or (unique != np.floor(unique)).any():
        return ""
    days = np.array([day_of(f"{value:.0f}", COMPACT[digits]) for value in unique.tolist()])
    odd = np.isin(present, unique[np.isnan(days)]).sum() if np.isnan(days).any() else 0
    rarely = named and (odd <= 0.1 * len(present) or (odd == 1 and len(present) > 5))
    return COMPACT[digits] if not odd or rarely else ""


def _months(name: str, values: NDArray[Any]) -> NDArray[Any] | None:
    """Return months written as numbers, 01.2018, as texts with NaN in the gaps; None for other numbers.

    They are months where the column is called so, or where they rise over years that are no whole decades: 1.2, 2.2 and
    3.2 may be January, February and March of 2000, and more likely are numbers.
    """
    head = values[:_HEAD]
    if values.dtype.kind != "f" or not _are_months(head[head == head]).all():
        return None
    present = values[values == values]
    if len(pd.unique(present)) < _ENOUGH_DATES or not _are_months(present).all():
        return None
    month = np.floor(present)
    year = np.round((present - month) * 10_000)
    rising = bool((np.diff(year * 12 + month) > 0).all()) and len(present) >= 2 * _ENOUGH_DATES
    if not (_MONTH_NAME.search(name) or _DATE_NAME.search(name.strip())) and not (
        rising and (year % 10 != 0).mean() > 0.5
    ):
        return None
    found = np.full(len(values), np.nan, dtype=object)
    found[values == values] = [f"{m:02.0f}.{y:.0f}" for m, y in zip(month, year, strict=True)]
    return found


def _are_months(values: NDArray[Any]) -> NDArray[np.bool_]:
    month = np.floor(values)
    year = np.round((values - month) * 10_000)
    exact = np.abs(month + year / 10_000 - values) < 1e-9
    return np.asarray((month >= 1) & (month <= 12) & (year >= _FIRST_YEAR) & (year <= _LAST_YEAR) & exact)


def _is_clock(name: str, values: NDArray[Any], before: DateColumn | None, following: str) -> bool:
    """Whether whole numbers such as 5, 930 and 2400 are times of day.

    They are when the column is called so, or when the column to the left holds dates that they put in order.
    """
    head = values[:_HEAD]
    head = head[head == head]
    if not (((head >= 0) & (head <= 2400) & (head % 100 < 60)).all() and len(head)):
        return False
    beside = before is not None or bool(_DATE_NAME.search(following.strip()))
    named = bool(_CLOCK_NAME.search(name.strip()) or (beside and _TIME_NAME.search(name.strip())))
    if not named and before is None:
        return False
    unique = pd.unique(values[values == values])
    fits = (unique >= 0) & (unique <= 2400) & (unique % 100 < 60) & (unique == np.floor(unique))
    if not fits.all() or unique.max() < 100 or len(unique) < _ENOUGH_DATES:
        return False
    return named or (before is not None and _puts_in_order(values, before))


def _puts_in_order(values: NDArray[Any], before: DateColumn) -> bool:
    days = before.days()
    steps = np.diff(days)
    if not (steps >= 0).all() or not (steps == 0).any() or not (steps > 0).any():
        return False
    return bool((np.diff(days + values // 100 / 24 + values % 100 / 1440) > 0).all() and (np.diff(values) < 0).any())


def _digits(values: NDArray[Any], width: int = 0) -> NDArray[Any]:
    """Whole numbers as they are written, with zeros before those that are shorter; NaN stays."""
    codes, unique = factorize_values(values)
    return np.array([*(f"{value:.0f}".zfill(width) for value in unique), np.nan], dtype=object)[codes]


def _example(found: DateColumn, date_format: str) -> dict[str, str]:
    cell = next(v for v in found.values.tolist() if isinstance(v, str))
    compact = date_format + (" %H:%M" if "%H" in found.form.date_format and "%Y" in date_format else "")
    return {"number": cell, "date": _written(day_of(cell, found.form.date_format), compact)}


def _written(days: float, date_format: str) -> str:
    return (datetime(1970, 1, 1) + timedelta(days=days)).strftime(date_format)
