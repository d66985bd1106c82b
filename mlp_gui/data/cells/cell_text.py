"""A typed cell as text that gives the same value when it is read: every digit of a number, dates as ISO 8601."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np

from mlp_gui.data.cells.percent_cells import PercentShare

_MOST_WHOLE = 1e18  # of a double that is written without a power of ten
_DAY = 86_400


def column_texts(cells: Sequence[Any]) -> Sequence[Any]:
    """Return what is to be written for the cells of a column, texts and numbers.

    Whole numbers have no fraction, as spreadsheets write them. Where one of the dates has a time of day, all have.

    Parameters
    ----------
    cells : sequence
        Texts, numbers, truth values, dates and times; None or "" where there is none.
    """
    types = {*map(type, cells)}
    ways: dict[type, Callable[[Any], Any]] = {}
    if float in types and _any_whole(cells):
        ways[float] = _number
    if bool in types:
        ways[bool] = str
    if PercentShare in types:
        ways[PercentShare] = str
    if timedelta in types:
        ways[timedelta] = _duration
    if time in types:
        ways[time] = time.isoformat
    if types & {date, datetime}:
        ways |= _dates([cell for cell in cells if isinstance(cell, date)])
    if not ways:
        return cells
    return [ways[type(cell)](cell) if type(cell) in ways else cell for cell in cells]


def holds_numbers(cells: Sequence[Any]) -> bool:
    """Tell whether any cell of a column is a number, and no text that looks like one."""
    return any(type(cell) in (int, float) for cell in cells)


def _any_whole(cells: Sequence[Any]) -> bool:
    numbers = np.array([cell for cell in cells if type(cell) is float])
    return bool((numbers == np.floor(numbers)).any())


def _number(value: float) -> int | float:
    return int(value) if abs(value) < _MOST_WHOLE and value.is_integer() else value


def _dates(found: list[date]) -> dict[type, Callable[[Any], Any]]:
    moments = [cell for cell in found if isinstance(cell, datetime)]
    if not any(moment.time() != time() for moment in moments):
        return {date: date.isoformat, datetime: lambda cell: cell.date().isoformat()}
    unit = "microseconds" if any(moment.microsecond for moment in moments) else "seconds"

    def written(cell: date) -> str:
        moment = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
        return moment.isoformat(" ", unit)

    return {date: written, datetime: written}


def _duration(value: timedelta) -> str:
    """Return a duration as hours, which may be more than a day's, minutes and seconds."""
    seconds = value.days * _DAY + value.seconds
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
