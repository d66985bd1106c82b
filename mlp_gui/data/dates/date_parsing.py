"""Dates are texts that one format reads in the whole column; the format is found from all cells, not from a few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mlp_gui.data.dates.date_reader import FIRST_CENTURY, day_of

Days = NDArray[np.float64]
_DIGIT_START = re.compile(r"^\s*\d{1,4}[-/. ]\s?\w{1,9}[-/. ]|^\s*[A-Za-z]{3,9}[ -]\d|^\d{8}T|^\d{4}-\d{1,2}$")
_LOOKS_LIKE_DATE = re.compile(
    r"\s*(?:[^\W\d_]{2,10}[.,]?\s+)?(?:\d{1,4}[-/. ]{1,2}\w{1,9}|[^\W\d_]{3,9}[ .,-]+\d{1,4}|\d{8}(?:\d{2}){0,3}\b"
    r"|\d{4}-?[WQ]\d|\d{1,2}:\d{2})"
)
_DAYS = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%m-%d-%Y", "%m/%d/%y",
    "%d/%m/%y", "%d.%m.%y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%b %d, %Y", "%B %d, %Y",
    "%Y%m%d", "%Y-%m", "%y-%m-%d",
)  # fmt: skip
_CLOCKS = (
    "", "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%H.%M", "%H.%M.%S", "%H:%M%z", "%H:%M:%S%z",
    "%H:%M:%S.%f%z",
)  # fmt: skip
_RARER_DAYS = (
    "%d. %B %Y", "%d.%b.%Y", "%d/%b/%Y", "%Y-%b-%d", "%d. %m. %Y", "%b-%y", "%b-%Y", "%b %Y", "%Y/%m", "%m/%Y", "%m.%Y",
    "%G-W%V", "%G-W%V-%u", "%GW%V", "%Y-Q%q", "%YQ%q", "%Y-%j",
)  # fmt: skip
COMPACT = {8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_TIME_OF_DAY = re.compile(
    r"(?P<joint>[T ]|^)\s*\d{1,2}:\d{2}(?P<seconds>:\d{2}(?P<fraction>[.,]\d+)?)?"
    r"(?P<half>\s?[ap]\.?m\.?)?(?P<zone>\s?(?:Z|UTC|GMT|[+\-−]\d{2}(?::?\d{2})?))?$",
    re.I,
)
_DOTTED_TIME = re.compile(r"[T ]\d{1,2}\.\d{2}(\.\d{2})?$")
_NO_DATE = re.compile(r"[0\-/.: T]*")  # 0000-00-00, and dashes
_PROBE = 60
_MOSTLY = 0.8
_FEW = 0.1  # odd cells among dates
_ENOUGH_ROWS = 200_000
_OUT_OF_ORDER = 0.02  # steps back in a table in order: it may hold one stretch of years after another


def detect_date_format(words: Sequence[str]) -> str:
    """Find the strptime format that reads every word; "" when none does.

    Of two that do, the first of the list wins.
    """
    if not words or not all(_DIGIT_START.match(w) for w in words[:20]):
        return ""
    probe, candidates = list(words[:20]), [d for d in _DAYS if _fits_day(d, words[0])]
    for day, clock in product(candidates, _CLOCKS):
        for joint in (" ", "T", "  ") if clock else ("",):
            date_format = f"{day}{joint}{clock}"
            if not _shape(date_format).fullmatch(probe[0].strip()):
                continue
            if _reads(probe, date_format) and _reads(words, date_format):
                return date_format
    return ""


@cache
def _shape(date_format: str) -> re.Pattern[str]:
    """Match whatever a format may read, and little else: one word rules most formats out, without pandas."""
    shapes = {"%b": ".+", "%B": ".+", "%p": ".+", "%z": ".*"}
    pattern = ""
    for part in re.split(r"(%\w|\s+)", date_format):
        if part.isspace():
            pattern += r"\s+"
        else:
            pattern += shapes.get(part, r"\s*\d{1,9}") if part.startswith("%") else re.escape(part)
    return re.compile(pattern, re.IGNORECASE)


def _fits_day(day: str, word: str) -> bool:
    separators = re.sub(r"%\w", "", day)
    head = re.split(r"[T ]", word.strip())[0] if " " not in separators else word
    return all(sign in head for sign in separators.strip()) and (bool(separators) or head[:8].isdigit())


def _reads(words: Sequence[str], date_format: str) -> bool:
    return bool(parse_dates(pd.Series(words, dtype=str), date_format).notna().all())


def looks_like_dates(words: Sequence[str]) -> bool:
    """Tell whether most of some cells may be dates or times; soon found out, for columns of any text.

    Parameters
    ----------
    words : sequence of str
    """
    return sum(bool(_LOOKS_LIKE_DATE.match(w)) for w in words) >= _MOSTLY * len(words) > 0


def detect_mostly_dates(words: Sequence[str], counts: NDArray[np.int64]) -> str:
    """Find the format that reads all but a few cells of a column; "" when none does.

    Parameters
    ----------
    words : sequence of str
        The different cells.
    counts : ndarray of int
        How often each occurs.
    """
    step = max(1, len(words) // _PROBE)
    probe, weights = [word.strip() for word in words[::step]], counts[::step]
    clock = _clock_of(probe)
    days = (*_DAYS, *_RARER_DAYS, *list(COMPACT.values())[1:]) if not clock or clock[0] in " T" else ("",)
    best, most = "", _MOSTLY * weights.sum() - 1e-9
    for date_format in (day + clock if "%H" not in day else day for day in days):
        read = weights[~np.isnan([day_of(word, date_format) for word in probe])].sum()
        if read > most:
            best, most = date_format, read
    return best if best and _few_are_odd(best, words, counts) else ""


def _clock_of(words: Sequence[str]) -> str:
    """Find the clock that stands behind the days of a column, or without them."""
    found = [match for match in map(_TIME_OF_DAY.search, words) if match]
    if not found:
        return " %H.%M" if any(map(_DOTTED_TIME.search, words)) else ""
    seconds = ".%f" if any(m["fraction"] for m in found) else ""
    seconds = f":%S{seconds}" if any(m["seconds"] for m in found) else ""
    hours = "%I:%M{} %p" if any(m["half"] for m in found) else "%H:%M{}"
    return found[0]["joint"].upper() + hours.format(seconds) + ("%z" if any(m["zone"] for m in found) else "")


def _few_are_odd(date_format: str, words: Sequence[str], counts: NDArray[np.int64]) -> bool:
    """Whether enough cells are read, and no odd one is a date with day and month the other way round."""
    days = days_of(pd.Series(words, dtype=str), date_format)
    gone = np.isnan(days)
    odd = [i for i in np.flatnonzero(gone).tolist() if not _NO_DATE.fullmatch(words[i].strip())]
    n_read, n_odd = int(counts[~gone].sum()), int(counts[odd].sum())
    swapped = other_order(date_format)
    if swapped and any(day_of(words[i].strip(), swapped) == day_of(words[i].strip(), swapped) for i in odd):
        return False
    return bool(n_read) and (n_odd <= _FEW * (n_read + n_odd) or (n_odd == 1 and n_read >= 5))


def other_order(date_format: str) -> str:
    """Return a format with day and month the other way round; "" where they cannot be mistaken for each other."""
    if "%d" not in date_format or "%m" not in date_format or date_format.startswith("%Y"):
        return ""
    return date_format.replace("%d", "\0").replace("%m", "%d").replace("\0", "%m")


def days_of(series: pd.Series[Any], date_format: str, century: int = 0) -> Days:
    """Read texts as days since 1970 with their fraction; NaN where missing or not written so.

    Parameters
    ----------
    series : Series of str
    date_format : str
        As for strptime; see `date_reader.day_of` for what else it reads.
    century : int
        The first year that two digits mean.
    """
    days = np.full(len(series), np.nan)
    if not re.search(r"%\w%\w", date_format) and not ("%y" in date_format and century not in (0, FIRST_CENTURY)):
        # What pandas reads it reads in the same way, and soon.
        whole = parse_dates(series, date_format).to_numpy().astype("datetime64[ms]")
        days = np.where(np.isnat(whole), np.nan, whole.astype(np.int64) / 86_400_000.0)
    rest = np.flatnonzero(np.isnan(days) & series.notna().to_numpy())
    if len(rest):
        known: dict[str, float] = {}
        for row, word in zip(rest.tolist(), series.iloc[rest].tolist(), strict=True):
            if word not in known:
                known[word] = day_of(str(word).strip(), date_format, century)
            days[row] = known[word]
    return days


def parse_dates(series: pd.Series[Any], date_format: str) -> pd.Series[Any]:
    """Parse texts as times without a zone; cells that are not exactly as the format says become NaT.

    Parameters
    ----------
    series : Series of str
    date_format : str
        As for strptime.
    """
    try:
        stamps = pd.to_datetime(series.str.strip(), format=date_format, errors="coerce", utc="%z" in date_format)
    except ValueError:  # a directive of `date_reader` alone
        return pd.Series(pd.NaT, index=series.index, dtype="datetime64[us]")
    return stamps.dt.tz_localize(None) if stamps.dt.tz is not None else stamps


def is_day_month_ambiguous(words: Sequence[str], date_format: str) -> bool:
    """Tell whether day and month can be read the other way round in every word, as in 01/02/2020.

    Parameters
    ----------
    words : sequence of str
    date_format : str
        One that reads them all.
    """
    swapped = other_order(date_format)
    return bool(swapped) and not np.isnan(days_of(pd.Series(words, dtype=str), swapped)).any()


def is_time_of_day(date_format: str) -> bool:
    """Tell whether a format reads times of day alone, such as 14:30.

    Parameters
    ----------
    date_format : str
    """
    return bool(date_format) and not re.search("%[YyGmdbBjVq]", date_format)


def choose_century(codes: NDArray[np.int64], words: list[str], date_format: str, this_year: int = 0) -> int:
    """Find the first of the hundred years that two digits mean; 0 where it is 1969, as usual.

    Rows in order stay in order. Of several hundreds that keep them so, and for rows without order, the last one that
    does not reach beyond this year is taken.

    Parameters
    ----------
    codes : ndarray of shape (n_rows,)
        Position of each row's cell among the words, -1 where missing.
    words : list of str
        The different cells.
    date_format : str
    this_year : int
        Today's when omitted.
    """
    early = np.array([day_of(word, date_format, 1900) for word in words])
    late = np.array([day_of(word, date_format, 2000) for word in words])
    years = _years_of(early)
    rows = codes[(codes >= 0)][:_ENOUGH_ROWS]
    rows = rows[~np.isnan(early[rows])]
    if not len(rows):
        return 0
    last = this_year or date.today().year
    found = {first: np.where(years >= first, early, late) for first in {FIRST_CENTURY, *_candidates(years)}}
    disorder = {first: _steps_back(days[rows]) for first, days in found.items()}
    least = min(disorder.values())
    in_order = [first for first in found if disorder[first] == least]
    if least > _OUT_OF_ORDER * len(rows):
        in_order = [FIRST_CENTURY]
    past = [first for first in in_order if _last_year(found[first]) <= last + 1]
    if FIRST_CENTURY in past:
        return 0
    if past:
        return max(past)
    return 0 if least <= _OUT_OF_ORDER * len(rows) else last - 98


def _candidates(years: NDArray[np.float64]) -> list[int]:
    return [int(year) for year in np.unique(years[~np.isnan(years)])]


def _years_of(days: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = np.where(np.isnan(days), 0, days).astype("datetime64[D]")
    return np.where(np.isnan(days), np.nan, whole.astype("datetime64[Y]").astype(int) + 1970)


def _last_year(days: NDArray[np.float64]) -> float:
    return float(np.nanmax(_years_of(days)))


def _steps_back(days: NDArray[np.float64]) -> int:
    """How many steps from row to row go against the order, which may fall as well as rise."""
    steps = np.diff(days)
    return int(min((steps < 0).sum(), (steps > 0).sum()))
