"""Where an axis of dates has its labels. Places are seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from mlp_gui.core.number_format import DASH

STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000,
         864000, 1296000)  # fmt: skip
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
MONTH = 30.4 * 86400
FURTHEST = 9e18  # seconds: numpy counts them in 64 bits
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def date_of(seconds: float) -> datetime:
    """Return the moment, also before 1970."""
    return EPOCH + timedelta(seconds=seconds)


def date_ticks(low: float, high: float, most: int) -> list[float]:
    """Return round moments within a range.

    Parameters
    ----------
    low, high : float
        Ends of the range, in seconds since 1970.
    most : int
        Bound on the number of intervals between the moments, met approximately.
    """
    # Some 1,600 years to either side, which datetime can hold.
    if not high > low or abs(low) > 5e10 or abs(high) > 5e10:
        return []
    raw = (high - low) / max(1, most)
    step = next((s for s in STEPS if s >= raw), None)
    if step is not None:
        first = -(-low // step)
        return [k * step for k in range(int(first), int(high // step) + 1)]
    months = next((m for m in MONTHS if m * MONTH >= raw), MONTHS[-1])
    start = date_of(low)
    index = -(-(start.year * 12 + start.month - 1) // months) * months
    found = []
    while (moment := _month(index)) <= high:
        if moment >= low:
            found.append(moment)
        index += months
    return found


def _month(index: int) -> float:
    year, month = divmod(index, 12)
    # datetime ends with the year 9999.
    return (datetime(min(year, 9999), month + 1, 1, tzinfo=UTC) - EPOCH).total_seconds()


def date_labels(values: list[float]) -> list[str]:
    """Return as much of each date as tells it from its neighbours."""
    step = values[1] - values[0] if len(values) > 1 else 86400
    # No month is shorter than 28 days: from 27 on the labels stand at months.
    forms = ((27 * 86400, "%Y-%m"), (86400, "%Y-%m-%d"), (60, "%m-%d %H:%M"), (0, "%H:%M:%S"))
    form = next(form for least, form in forms if step >= least)
    return [date_of(v).strftime(form) for v in values]


def date_text(seconds: float) -> str:
    """Return a date in full, without its time of day when that is midnight; of no date at all a dash."""
    if not abs(seconds) < FURTHEST:
        return DASH
    day, clock = str(np.datetime64(int(seconds // 1), "s")).split("T")  # datetime ends with the year 9999
    return day if seconds % 86400 == 0 else f"{day} {clock}"
