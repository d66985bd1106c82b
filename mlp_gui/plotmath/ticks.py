"""Where an axis has its numbers: few, round, and never crowded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from mlp_gui.core.number_format import format_compact
from mlp_gui.core.translation import format_localized

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
CEILINGS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


WIDEST, FINEST = 1e304, 1e-290  # Qt ends the program when it draws axes that reach further than 1e306

MAX_DECADES = 300.0


def nice_step(span: float, most: int, steps: Sequence[float] = STEPS) -> float:
    """Return the smallest round step with which a span has at most some intervals.

    Parameters
    ----------
    span : float
        Greater than 0.
    most : int
        Number of intervals.
    steps : sequence of float
        Round numbers from 1 to 10, each of which may be taken times a power of ten.
    """
    raw = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(raw))
    # The tolerance keeps a step that fits exactly from being passed over by rounding.
    return next(step * power for step in steps if step * power >= raw * (1 - 1e-9))


def nice_ceiling(value: float) -> float:
    """Return the smallest of the ceilings, times a power of ten, that is not below a value greater than 0."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in CEILINGS if step * power >= value * (1 - 1e-12))


def nice_range(low: float, high: float, intervals: int = 8) -> tuple[float, float]:
    """Return a range with round ends that has a little air on both sides.

    It changes seldom while low and high grow, so that the numbers on an axis stand still.

    Parameters
    ----------
    low, high : float
        Limits of the values.
    intervals : int
        How many intervals the range may have.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    low, high = (min(max(v, -WIDEST), WIDEST) for v in (low, high))
    span, size = high - low, max(abs(low), abs(high))
    if span <= max(1e-12 * size, FINEST):
        span = abs(high) if size > FINEST else 1.0
        low, high = low - span / 2, high + span / 2
    step = nice_step(high - low, intervals)
    air = 0.02 * (high - low)
    bottom = math.floor((low - air) / step) * step
    # The air must not take an axis of values that are never negative below 0.
    return (0.0 if low >= 0 > bottom else bottom), math.ceil((high + air) / step) * step


def ticks(low: float, high: float, most: int, steps: Sequence[float] = STEPS) -> list[float]:
    """Return at most `most` + 1 round numbers within [low, high].

    Parameters
    ----------
    low, high : float
    most : int
        Number of intervals between them.
    steps : sequence of float
        See `nice_step`.
    """
    if not high > low:
        return []
    step = nice_step(high - low, most, steps)
    first = math.ceil(low / step - 1e-9)
    return [k * step for k in range(first, math.floor(high / step + 1e-9) + 1)]


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Return exponents of ten for the numbers on a logarithmic axis that shows 10**low to 10**high.

    Whole decades; 1, 2 and 5 of each when there is room; round numbers in between when a decade is wider than the axis.

    Parameters
    ----------
    low, high : float
    most : int
        Number of intervals between the ticks.
    """
    low, high = max(low, -MAX_DECADES), min(high, MAX_DECADES)  # a view that was zoomed out may reach far beyond
    if not high > low:
        return []
    whole = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)
    finer = [k + math.log10(m) for k in range(math.floor(low), math.floor(high) + 1) for m in (1, 2, 5)]
    finer = [v for v in finer if low - 1e-9 <= v <= high + 1e-9]
    if len(finer) <= most + 1 and len(finer) >= 3:
        return finer
    if len(whole) >= 2:
        # Multiples, not every n-th from the first: the numbers stand still while the axis moves.
        return [float(k) for k in whole if k % -(-len(whole) // (most + 1)) == 0]
    return [math.log10(v) for v in ticks(10.0**low, 10.0**high, most) if v > 0]


def tick_labels(values: list[float]) -> list[str]:
    """Return short texts for round numbers that stand on one axis: all with the same number of decimals."""
    numbers = np.asarray(values, dtype=float)
    largest = float(np.abs(numbers).max(initial=0.0))
    if largest == 0:
        return ["0"] * len(values)
    smallest_step = min((abs(b - a) for a, b in pairwise(values)), default=largest)
    grouped = largest < 2e6 and smallest_step >= 1  # 800,000 and 1,000,000 rather than 1e6
    if smallest_step < 1e-4 or (largest >= 1e6 and not grouped):
        return [format_compact(v) if abs(v) > 1e-9 * largest else "0" for v in values]
    decimals = max(0, -math.floor(math.log10(smallest_step) + 1e-9))
    while decimals < 6 and np.abs(numbers * 10**decimals - np.round(numbers * 10**decimals)).max() > 1e-6:
        decimals += 1
    # Adding 0.0 turns -0.0 into 0.0, so that no label says "-0".
    return [format_localized(v, f",.{decimals}f") for v in numbers + 0.0]


def log_labels(exponents: list[float]) -> list[str]:
    """Return the texts of powers of ten; "" beyond what a number can hold.

    Attributes
    ----------
    view that was linear a moment ago may reach that far.
    """
    return [format_compact(10.0**e) if abs(e) < 300 else "" for e in exponents]
