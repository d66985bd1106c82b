"""A computation over many rows in pieces, one between two events, so that the window stays quick meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot


class PiecewiseComputation(QObject):
    """Calls a function for one slice of rows after the other.

    Signals
    -------
    finished(array)
        The results of all rows, one below the other.
    """

    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compute: Callable[[slice], NDArray] | None = None
        self._n = self._step = 0
        self._found: list[NDArray] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        return self._compute is not None

    def start(self, compute: Callable[[slice], NDArray], n: int, step: int) -> None:
        """Begin, and forget what was under way.

        Parameters
        ----------
        compute : callable
            From a slice of the rows to its results.
        n : int
            How many rows there are.
        step : int
            How many of them a piece has.
        """
        self._compute, self._n, self._step, self._found = compute, n, step, []
        self._timer.start()

    def cancel(self) -> None:
        """End without a result."""
        self._compute, self._found = None, []
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        assert self._compute is not None
        first = len(self._found) * self._step
        self._found.append(self._compute(slice(first, min(first + self._step, self._n))))
        if first + self._step >= self._n:
            found = np.concatenate(self._found)
            self.cancel()
            self.finished.emit(found)
