"""What day and time one cell means where the form of its column is known: plain Python, as in exported scripts.

Scripts hold everything below the line as it stands (`resources/export/dates.py.txt`), as they hold `cell_reader`.
"""

# mypy: disable-error-code="type-arg"
# ruff: noqa: UP017

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta, timezone

# --- From the text of a cell to a day ---------------------------------------------------------------------------------

FIRST_CENTURY = 1969  # the first year that two digits mean where nothing else was learned, as in POSIX
_MONTH_NAMES = (
    "jan january januar", "feb february februar", "mar march mär märz mrz maerz", "apr april", "may mai",
    "jun june juni", "jul july juli", "aug august", "sep sept september", "oct october okt oktober", "nov november",
    "dec december dez dezember",
)  # fmt: skip
MONTHS = {name: i + 1 for i, names in enumerate(_MONTH_NAMES) for name in names.split()}
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*[.,]?\s+(?=\d|[a-z])", re.I)
_WORD = r"[^\W\d_]{3,9}\.?"
_DIRECTIVES = {
    "Y": r"(?P<Y>\d{4})", "G": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})", "m": r"(?P<m>\d{1,2})", "d": r"(?P<d>\d{1,2})",
    "b": rf"(?P<b>{_WORD})", "B": rf"(?P<b>{_WORD})", "j": r"(?P<j>\d{3})", "V": r"(?P<V>\d{1,2})",
    "u": r"(?P<u>[1-7])", "q": r"(?P<q>[1-4])",
}  # fmt: skip
_COMPACT = {"Y": r"(?P<Y>\d{4})", **{name: rf"(?P<{name}>\d{{2}})" for name in "ymdHMS"}}
_SECONDS = r"(?:{sign}(?P<S>\d{{2}})(?:[.,](?P<f>\d{{1,9}}))?)?"
_CLOCK = r"(?P<H>\d{{1,2}}){sign}(?P<M>\d{{2}})" + _SECONDS
_HALF_OF_DAY = r"\s?(?P<p>[ap])\.?m\.?"
_ZONE = r"\s?(?P<z>Z|UTC|GMT|[+\-−]\d{2}(?::?\d{2})?)"
_PATTERNS: dict = {}


def day_of(word: str, date_format: str, century: int = 0) -> float:
    """Return days since 1970 with their fraction, to the millisecond, or NaN where a cell is not written so.

    Where the format has a clock, a date alone is midnight, seconds may be there or not, and 24:00 ends the day.

    Parameters
    ----------
    word : str
        The cell without blanks around it.
    date_format : str
        As `datetime.strptime` takes it.
    century : int
        The first year that two digits mean; 0 for the usual one.
    """
    found = _pattern_of(date_format).fullmatch(_WEEKDAY.sub("", _padded(word, date_format), count=1))
    if not found:
        return math.nan
    try:
        when = _day(found.groupdict(), century) + _time(found.groupdict())
        return days_since_1970(when)
    except (ValueError, OverflowError):
        return math.nan


def days_since_1970(when: datetime) -> float:
    """Return them with their fraction, to the millisecond; times with a zone are those of UTC."""
    if when.tzinfo is not None:
        when = when.astimezone(timezone.utc).replace(tzinfo=None)
    return (when - datetime(1970, 1, 1)) // timedelta(milliseconds=1) / 86_400_000


def _padded(word: str, date_format: str) -> str:
    """Dates written as whole numbers lose the zeros before them, and get a fraction where a column has gaps."""
    if date_format == "%H%M" or date_format.startswith("%Y%m%d"):
        word = word[:-2] if word.endswith(".0") else word
    return word.zfill(4) if date_format == "%H%M" and word.isdigit() else word


def _pattern_of(date_format: str) -> re.Pattern:
    found: re.Pattern = _PATTERNS.get(date_format) or re.compile(_written(date_format), re.I)
    _PATTERNS[date_format] = found
    return found


def _written(date_format: str) -> str:
    """Make a pattern for the cells of a format."""
    day, _, clock = re.sub("%[HI]", "\0", date_format, count=1).partition("\0")
    if re.search(r"%\w%\w", date_format) and "%z" not in clock and ":" not in clock:
        return re.sub(r"%(\w)", lambda match: _COMPACT.get(match[1], "(?!)"), date_format)
    bare = day.rstrip()
    joined = bare[:-1] if bare.endswith("T") and clock else bare
    known = _COMPACT if re.search(r"%\w%\w", joined) else _DIRECTIVES
    named = re.sub(r"%(\w)", lambda m: known.get(m[1], "(?!)"), re.sub(r"([^%\w\s])", r"\\\1", joined))
    pattern = re.sub(r"\s+", r"\\s+", named)
    if not clock:
        return pattern
    sign = r"\." if ":" not in clock and "." in clock else ":"
    time = _CLOCK.format(sign=sign) + (_HALF_OF_DAY if "%p" in clock else "")
    if "%z" in clock:
        return rf"{pattern}(?:\s*T\s*|\s+){time}{_ZONE}" if pattern else time + _ZONE
    return rf"{pattern}(?:(?:\s*T\s*|\s+){time})?" if pattern else time


def _day(parts: dict, century: int) -> datetime:
    """Return the day that a cell names; 1970-01-01 where it names a time alone."""
    if parts.get("y"):
        first = century or FIRST_CENTURY
        year = first + (int(parts["y"]) - first) % 100
    else:
        year = int(parts.get("Y") or 1970)
    if parts.get("V"):
        return datetime.fromisocalendar(year, int(parts["V"]), int(parts.get("u") or 1))
    if parts.get("j"):
        when = datetime(year, 1, 1) + timedelta(days=int(parts["j"]) - 1)
        if when.year != year:
            raise ValueError(parts["j"])
        return when
    if parts.get("b"):
        month = MONTHS.get(parts["b"].rstrip(".").casefold(), 0)
    else:
        month = int(parts.get("m") or 1) if not parts.get("q") else 3 * int(parts["q"]) - 2
    return datetime(year, month, int(parts.get("d") or 1))


def _time(parts: dict) -> timedelta:
    """Return what has passed of the day, less the offset of its zone."""
    if not parts.get("H"):
        return timedelta(0)
    hour, minute, second = int(parts["H"]), int(parts["M"] or 0) if "M" in parts else 0, int(parts.get("S") or 0)
    if parts.get("p"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if parts["p"] in "pP" else 0)
    micro = int((parts.get("f") or "0").ljust(6, "0")[:6])
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second or micro)):
        raise ValueError(hour)
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro) - _offset(parts.get("z") or "")


def _offset(zone: str) -> timedelta:
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return timedelta(0)
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return ahead if zone[0] == "+" else -ahead
