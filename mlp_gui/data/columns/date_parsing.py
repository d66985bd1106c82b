"""Dates are texts that one format reads in the whole column; the format is found from all cells, not from a few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

import pandas as pd

_DIGIT_START = re.compile(r"^\s*\d{1,4}[-/. ]\s?\w{1,9}[-/. ]|^\s*[A-Za-z]{3,9}[ -]\d|^\d{8}T|^\d{4}-\d{1,2}$")
_DAYS = (
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%m-%d-%Y", "%m/%d/%y",
    "%d/%m/%y", "%d.%m.%y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%b %d, %Y", "%B %d, %Y",
    "%Y%m%d", "%Y-%m", "%y-%m-%d",
)  # fmt: skip
_CLOCKS = (
    "", "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%H.%M", "%H.%M.%S", "%H:%M%z", "%H:%M:%S%z",
    "%H:%M:%S.%f%z",
)  # fmt: skip


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
            if _reads(probe, date_format) and _reads(words, date_format):
                return date_format
    return ""


def _fits_day(day: str, word: str) -> bool:
    separators = re.sub(r"%\w", "", day)
    head = re.split(r"[T ]", word.strip())[0] if " " not in separators else word
    return all(sign in head for sign in separators.strip()) and (bool(separators) or head[:8].isdigit())


def _reads(words: Sequence[str], date_format: str) -> bool:
    return bool(parse_dates(pd.Series(words, dtype=str), date_format).notna().all())


def parse_dates(series: pd.Series[Any], date_format: str) -> pd.Series[Any]:
    """Parse texts as times without a zone; cells that the format does not read become NaT.

    Parameters
    ----------
    series : Series of str
    date_format : str
        As for strptime.
    """
    stamps = pd.to_datetime(series.str.strip(), format=date_format, errors="coerce", utc="%z" in date_format)
    return stamps.dt.tz_localize(None) if stamps.dt.tz is not None else stamps


def is_day_month_ambiguous(words: Sequence[str], date_format: str) -> bool:
    """Tell whether day and month can be read the other way round in every word, as in 01/02/2020.

    Parameters
    ----------
    words : sequence of str
    date_format : str
        One that reads them all.
    """
    numeric = "%d" in date_format and "%m" in date_format and not date_format.startswith("%Y")
    if not numeric:
        return False
    swapped = date_format.replace("%d", "\0").replace("%m", "%d").replace("\0", "%m")
    return _reads(words, swapped)
