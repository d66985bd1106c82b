"""Epochs per second as a person experiences them, averaged over the last second or so."""

from __future__ import annotations

from time import perf_counter

WINDOW_SECONDS = 1.0


class Throughput:
    """Epochs per second as a person experiences them, averaged over the last second or so.

    Attributes
    ----------
    epochs_per_second : float
        0 while it is unknown.
    seconds : float
        For which the run was going on, up to its last rest.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self.epochs_per_second = 0.0
        self.seconds = 0.0
        self._mark = self._begin = 0.0
        self._counted = 0
        self._running = False

    def start(self) -> None:
        """Begin to count against the clock."""
        self._begin = self._mark = perf_counter()
        self._counted = 0
        self._running = True

    def pause(self) -> None:
        """Stop the clock."""
        if self._running:
            passed = perf_counter() - self._begin
            self.seconds += passed
            if self._mark == self._begin and self._counted:
                self.epochs_per_second = self._counted / max(passed, 1e-6)
            self._running = False

    def count(self, epochs: int) -> None:
        """Count epochs that were completed."""
        self._counted += epochs
        passed = perf_counter() - self._mark
        # The first figure is there after a moment; later ones are means over WINDOW_SECONDS.
        early = self._mark == self._begin and passed > 0.05
        if passed >= WINDOW_SECONDS or early:
            self.epochs_per_second = self._counted / passed
        if passed >= WINDOW_SECONDS:
            self._mark, self._counted = perf_counter(), 0

    def seconds_left(self, epochs: int) -> float | None:
        """Estimate the time for so many epochs; None while the speed is unknown."""
        return epochs / self.epochs_per_second if self.epochs_per_second > 0 else None
