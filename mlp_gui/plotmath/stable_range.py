"""A range of an axis that stands still: it grows at once and shrinks only when it has been too wide for a while."""

from __future__ import annotations

import math

from mlp_gui.plotmath.ticks import nice_range


class StableRange:
    """The range of an axis over the frames of a plot."""

    PATIENCE = 20  # frames

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the range."""
        self.range: tuple[float, float] | None = None
        self._wide_frames = 0

    def shrink_now(self, low: float, high: float) -> bool:
        """Take the range that fits the data, as at rest.

        Parameters
        ----------
        low, high : float
            Limits of the data.

        Returns
        -------
        bool
            Whether that changed the range.
        """
        if not (math.isfinite(low) and math.isfinite(high)):
            return False
        before, self.range, self._wide_frames = self.range, nice_range(low, high), 0
        return self.range != before

    def update_range(self, low: float, high: float) -> tuple[float, float]:
        """Return the range to show now.

        Parameters
        ----------
        low, high : float
            Limits of the data.
        """
        if not (math.isfinite(low) and math.isfinite(high)):
            return self.range or (0.0, 1.0)
        needed = nice_range(low, high)
        if self.range is None:
            self.range = needed
        elif needed[0] < self.range[0] or needed[1] > self.range[1]:
            self.range = min(needed[0], self.range[0]), max(needed[1], self.range[1])
            self._wide_frames = 0
        elif needed[1] - needed[0] < 0.7 * (self.range[1] - self.range[0]):
            self._wide_frames += 1
            if self._wide_frames >= self.PATIENCE:
                self.range, self._wide_frames = needed, 0
        else:
            self._wide_frames = 0
        return self.range
