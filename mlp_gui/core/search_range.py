"""Where a search looks for the values of one setting: between two numbers, or among choices."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SearchRange:
    """A range of numbers, ends included, or choices.

    Attributes
    ----------
    low, high : float
        Mean nothing where there are choices.
    is_log : bool
        Whether equal ratios count alike, instead of equal differences.
    choices : tuple
        Plain values: names, numbers, True and False.
    """

    low: float = 0.0
    high: float = 0.0
    is_log: bool = False
    choices: tuple[Any, ...] = ()

    def value_at(self, share: float, whole: bool = False) -> Any:
        """Return the value at a share of the range.

        Parameters
        ----------
        share : float
            From 0 to 1; of choices, each has an equal part of it.
        whole : bool
            Whether values are whole numbers, which then have equal parts, too.
        """
        if self.choices:
            return self.choices[min(int(share * len(self.choices)), len(self.choices) - 1)]
        low, high = (self.low - 0.5, self.high + 0.5) if whole else (self.low, self.high)
        if self.is_log:
            found = math.exp(math.log(low) + share * (math.log(high) - math.log(low)))
        else:
            found = low + share * (high - low)
        if whole:
            return int(min(max(math.floor(found + 0.5), self.low), self.high))
        return min(max(float(f"{found:.4g}"), self.low), self.high)  # four digits: a person reads and types them

    def share_of(self, value: Any) -> float:
        """Return where a value lies, 0 at the low end and 1 at the high one; choices at equal distances.

        Parameters
        ----------
        value : object
            Of the range, or beyond it; `ValueError` for an unknown choice.
        """
        if self.choices:
            return self.choices.index(value) / max(len(self.choices) - 1, 1)
        if self.low == self.high:
            return 0.5
        if self.is_log:
            return math.log(max(value, 1e-300) / self.low) / math.log(self.high / self.low)
        return float((value - self.low) / (self.high - self.low))

    def grid(self, n: int, whole: bool = False) -> tuple[Any, ...]:
        """Return values at equal distances from end to end, the middle where there is one; all choices where there are.

        Parameters
        ----------
        n : int
            How many at most.
        whole : bool
            Whether values are whole numbers.
        """
        if self.choices:
            return self.choices
        ends = SearchRange(self.low, self.high, self.is_log)
        found = [ends.value_at(k / (n - 1) if n > 1 else 0.5) for k in range(n)]
        return tuple(dict.fromkeys(map(round, found) if whole else found))

    @classmethod
    def around(
        cls,
        default: float | None,
        bounds: tuple[float | None, float | None],
        are_open: tuple[bool, bool],
        is_log: bool,
        whole: bool,
    ) -> SearchRange:
        """Return a range that bounds allow: all between them where they are near, else what is around the default.

        Parameters
        ----------
        default : float, optional
        bounds : tuple of float or None
            The low and the high one.
        are_open : tuple of bool
            Whether they are excluded.
        is_log : bool
        whole : bool
            Whether values are whole numbers.
        """
        middle = float(default or 0.0)
        low, high = (middle / 30 or 1e-6, middle * 30 or 0.1) if is_log else (middle - 10, middle + 10)
        least, most = bounds
        if not is_log and least is not None and most is not None and most - least <= 1000:
            low, high = least, most
        low = low if least is None else max(low, least)
        high = high if most is None else min(high, most)
        margin = (high - low) / 1000  # what is open must not be reached
        low, high = low + margin * (are_open[0] and low == least), high - margin * (are_open[1] and high == most)
        if whole:
            low, high = max(round(low), 1) if is_log else round(low), max(round(high), 2)
        return cls(low, high, is_log)
