"""When each row was, as splits by time need it: moments, calendar periods, and moments that a person writes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr
from mlp_gui.data.columns.profile import FieldProfile
from mlp_gui.data.dates.date_reader import day_of

Times = NDArray[np.float64]
Codes = NDArray[np.int64]
_LARGEST = 2.0**53
NO_BORDERS = (float("nan"), float("nan"))
_WRITTEN = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d", "%Y-%m", "%Y", "%d.%m.%Y")
_MILLISECOND = 1 / 86_400_000


@dataclass(frozen=True, eq=False)
class RowTimes:
    """When rows were.

    Attributes
    ----------
    moments : ndarray of shape (n_rows,)
        Days since 1970, or the numbers of the column; NaN where that is not known.
    borders : tuple of float
        Where validation and test begin; NaN where the shares decide.
    periods : ndarray of shape (n_rows,), optional
        The period of each row, counted from 0; -1 where that is not known.
    """

    moments: Times
    borders: tuple[float, float] = NO_BORDERS
    periods: Codes | None = None


def read_moment(text: str, profile: FieldProfile) -> float:
    """Return the moment that a person wrote, in the unit of `Table.moments`; NaN for an empty text.

    Parameters
    ----------
    text : str
        As the column is written, or as in 2009-12-31 or 2009-12-31 18:00, 2009-12 or 2009.
    profile : FieldProfile
        Of the column.

    Raises
    ------
    UserError
        If it is neither.
    """
    word = text.strip()
    if not word:
        return float("nan")
    if profile.is_number:
        return _number(word, profile.name)
    for date_format in (profile.date_format, *_WRITTEN):
        day = day_of(word, date_format, profile.century if date_format == profile.date_format else 0)
        if np.isfinite(day):
            return day
    raise UserError(
        tr("{text!r} is no date.", text=text),
        tr("The column {name} holds dates such as {example}.", name=profile.name, example=write_moment(0.0, profile)),
        tr("Write it in the same way, or as 2009-12-31."),
    )


def _number(word: str, name: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise UserError(
            tr("{text!r} is no number.", text=word), tr("The column {name} holds numbers.", name=name)
        ) from None


def write_moment(moment: float, profile: FieldProfile) -> str:
    """Return a moment as `read_moment` reads it: 2009-12-31, with the time of day where there is one.

    Parameters
    ----------
    moment : float
    profile : FieldProfile
        Of the column.
    """
    if profile.is_number:
        return f"{moment:.12g}"
    day, clock = str(np.datetime64(round(moment / _MILLISECOND), "ms")).split("T")
    for empty in (".000", ":00", "00:00"):
        clock = clock.removesuffix(empty)
    return f"{day} {clock}" if clock else day


def periods_of(moments: Times, length: str, are_days: bool) -> Codes:
    """Return the period of each moment, counted from the first one, of shape (n_rows,); -1 for NaN.

    Parameters
    ----------
    moments : ndarray of shape (n_rows,)
    length : {"year", "quarter", "month", "week", "day"}
        Weeks begin on Monday.
    are_days : bool
        They are days since 1970; of other numbers each whole one is a period, as of a column of years.
    """
    known = np.isfinite(moments)
    codes = np.full(len(moments), -1, np.int64)
    if not known.any():
        return codes
    present = moments[known]
    if not are_days or length == "day":
        # Beyond 2**53 no number has its neighbours; what is as large as that is no time.
        place = np.clip(np.floor(present), -_LARGEST, _LARGEST).astype(np.int64)
    elif length == "week":
        place = np.floor((present + 3) / 7).astype(np.int64)  # 1970 began on a Thursday
    else:
        months = np.floor(present).astype(np.int64).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        place = months // {"year": 12, "quarter": 3, "month": 1}[length]
    codes[known] = place - place.min()
    return codes
