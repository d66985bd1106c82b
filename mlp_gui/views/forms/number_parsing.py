"""How numbers typed by a person are read, and what the next larger or smaller one is; never by the system's locale."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Param
from mlp_gui.core.translation import decimal_sign, tr

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?$")
_INTEGER = re.compile(r"[+-]?\d+$")
_FLOAT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$", re.IGNORECASE)
_SWAP = str.maketrans(",.", ".,")
_LADDER = (1, 2, 5)
_SMALLEST = 1e-6  # where the ladder of a log-scaled number that may be 0 begins


def parse_number(text: str, whole: bool = False) -> int | float:
    """Read a number as a person types it.

    For a reader whose decimal sign is the comma, point and comma change places in what follows.

    Parameters
    ----------
    text : str
    whole : bool
        A whole number is wanted, and "1,000" is a thousand. Otherwise "0,01" is 0.01 and "1,000" is refused.

    Raises
    ------
    UserError
        If the text is no number, or could be two.
    """
    words = _swapped("".join(text.replace("\N{MINUS SIGN}", "-").split()))
    if not words:
        raise UserError(tr("A number is needed here."))
    if whole and _GROUPED.match(words):
        words = words.replace(",", "")
    elif words.count(",") == 1 and "." not in words:
        words = _decimal_comma(words)
    elif _GROUPED.match(words):
        words = words.replace(",", "")
    if whole and _INTEGER.match(words):
        return int(words)
    if not _FLOAT.match(words):
        raise UserError(tr("{text!r} is not a number.", text=text.strip()))
    value = float(words)
    return int(value) if whole and value.is_integer() and "e" in words.lower() else value  # 1e3 is a thousand


def _swapped(words: str) -> str:
    """Exchange point and comma where the reader's decimal sign is a comma: from the reader's signs to ours, or back."""
    return words.translate(_SWAP) if decimal_sign() == "," else words


def _decimal_comma(words: str) -> str:
    before, _, after = words.partition(",")
    # 1,234 is a thousand to some and a fraction to others; 0,123 and 1,23 can only be fractions.
    thousands = len(after) == 3 and before.lstrip("+-") not in ("", "0") and after.isdigit() and before[-1].isdigit()
    if thousands and not before.lstrip("+-").startswith("0"):
        raise UserError(
            tr("{number} can be read in two ways.", number=_swapped(words)),
            tr("Write {one} or {other}.", one=_swapped(f"{before}.{after}"), other=f"{before}{after}"),
        )
    return f"{before}.{after}"


def step_number(p: Param, value: int | float, up: bool, large: bool = False) -> int | float:
    """Return the value after one step (an arrow key, a step button, a wheel notch), or the same value at a bound.

    Log-scaled floats walk 1, 2, 5, 10; log-scaled integers double and halve.

    Parameters
    ----------
    p : Param
    value : int or float
    up, large : bool
        A large step is ten times as far, or three doublings.
    """
    if p.scale == "log":
        moved = _doubled(int(value), up, large) if p.kind == "int" else _on_ladder(float(value), up, large)
        if moved < _SMALLEST and not up and p.low == 0 and not p.low_open:
            moved = 0.0
    else:
        # In decimals, because three steps of 0.1 in binary end at 0.30000000000000004.
        step = Decimal(repr(_linear_step(p, value))) * (10 if large else 1)
        exact = Decimal(repr(value)) + (step if up else -step)
        moved = int(exact) if p.kind == "int" else float(exact)
    return _within(p, value, moved)


def _linear_step(p: Param, value: int | float) -> int | float:
    if p.kind == "int":
        return 1
    if p.low is not None and p.high is not None and p.high - p.low <= 1000:
        return float(10.0 ** (math.floor(math.log10(p.high - p.low)) - 2))
    return float(10.0 ** (math.floor(math.log10(abs(value))) - 1)) if value else 0.001


def _doubled(value: int, up: bool, large: bool) -> int:
    factor = 8 if large else 2
    return max(1, value * factor) if up else max(1, value // factor)


def _on_ladder(value: float, up: bool, large: bool) -> float:
    if value <= 0:
        return _SMALLEST if up else value
    power = math.floor(math.log10(value) + 1e-12)  # log10 of a power of ten may fall just short of it
    if large:
        return float(f"{value * (10 if up else 0.1):.12g}")
    rungs = [float(f"{rung}e{exponent}") for exponent in range(power - 1, power + 2) for rung in _LADDER]
    # A value that lies on a rung but for rounding goes on to the next one.
    above = [rung for rung in rungs if rung > value * (1 + 1e-9)]
    below = [rung for rung in rungs if rung < value * (1 - 1e-9)]
    return above[0] if up else below[-1]


def _within(p: Param, value: int | float, moved: int | float) -> int | float:
    low = p.low is not None and (moved < p.low or (p.low_open and moved <= p.low))
    high = p.high is not None and (moved > p.high or (p.high_open and moved >= p.high))
    if not low and not high:
        return moved
    bound, is_open = (p.low, p.low_open) if low else (p.high, p.high_open)
    if is_open or bound is None:
        return value
    return int(bound) if p.kind == "int" else float(bound)
