"""The spreadsheet functions that the workbook uses, for its proof; an error value is an exception on its way."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

# Day 0 for dates from March 1900 on: spreadsheets count a 29 February 1900, which there never was.
_EPOCH = date(1899, 12, 30)


class NotAvailable(Exception):
    """Raised for the error value #N/A on its way through the formulas."""


def _not_available() -> Any:
    raise NotAvailable


def _flat(values: tuple[Any, ...]) -> list[float]:
    # Texts and empty cells of a range do not count, as in a spreadsheet.
    return [v for value in values for v in (value if isinstance(value, list) else [value]) if isinstance(v, float)]


def _written(value: Any) -> str:
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def _power(base: float, exponent: float) -> float:
    found = base**exponent
    return found if isinstance(found, float) else _not_available()


def _match(value: Any, values: list[Any], kind: Any) -> float:
    if kind:  # the last one that is not above the value, among rising ones
        return float(bisect_right(values, value) or _not_available())
    return float(values.index(value) + 1) if value in values else _not_available()


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ABS": abs,
    "ASINH": math.asinh,
    "COS": math.cos,
    "DATE": lambda year, month, day: float((date(int(year), int(month), int(day)) - _EPOCH).days),
    "EXACT": lambda a, b: _written(a) == _written(b),
    "EXP": math.exp,
    "INT": lambda v: float(math.floor(v)),
    "ISBLANK": lambda v: v is None,
    "LN": lambda v: math.log(v) if v > 0 else _not_available(),
    "LOG10": lambda v: math.log10(v) if v > 0 else _not_available(),
    "MATCH": _match,
    "MAX": lambda *values: max(_flat(values)),
    "MIN": lambda *values: min(_flat(values)),
    "MOD": lambda v, by: v - by * math.floor(v / by),
    "NA": _not_available,
    "NORMSDIST": lambda v: 0.5 * math.erfc(-v / math.sqrt(2)),
    "PI": lambda: math.pi,
    "POWER": _power,
    "ROUND": lambda v, digits: float(math.floor(v + 0.5)),  # half up; Python's round goes to even
    "SIGN": lambda v: math.copysign(1.0, v) if v else 0.0,
    "SIN": math.sin,
    "SINH": math.sinh,
    "SQRT": lambda v: math.sqrt(v) if v >= 0 else _not_available(),
    "SUM": lambda *values: math.fsum(_flat(values)),
    "SUMPRODUCT": lambda a, b: math.fsum(x * y for x, y in zip(a, b, strict=True)),
    "TANH": math.tanh,
    "YEAR": lambda v: float((_EPOCH + timedelta(days=int(v))).year),
}
