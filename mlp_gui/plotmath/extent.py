"""What is known about a growing series without reading it again: its limits and its values that cannot be drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Extent:
    """Limits of the finite values, the smallest positive one, and how many are not finite or not positive."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the series."""
        self.count = self.not_finite = self.not_positive = 0
        self.low = self.low_positive = np.inf
        self.high = -np.inf
        self._tail = np.nan

    def extend(self, y: NDArray[Any]) -> None:
        """Read what is new in a series of shape (n_points,).

        A series that does not begin with what was read before is read from its start.
        """
        if self.count > len(y) or (self.count and not _same(y[self.count - 1], self._tail)):
            self.clear()
        new = y[self.count :]
        if not len(new):
            return
        finite = new[np.isfinite(new)]
        positive = finite[finite > 0]
        self.count = len(y)
        self._tail = float(y[-1])
        self.not_finite += len(new) - len(finite)
        self.not_positive += len(finite) - len(positive)
        if len(finite):
            self.low, self.high = min(self.low, float(finite.min())), max(self.high, float(finite.max()))
        if len(positive):
            self.low_positive = min(self.low_positive, float(positive.min()))

    @property
    def is_empty(self) -> bool:
        """Whether there is no value at all, as the validation loss of a run without validation rows."""
        return self.not_finite == self.count


def _same(a: float, b: float) -> bool:
    return a == b or (a != a and b != b)
