"""The network that a run is judged by: the trained one itself, or one that holds the moving average of its weights."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.network.network import Network
from mlp_gui.engine.network.tape import Array


class Judged:
    """network: to validate with. average: its parameters if they are an average, nan before the first update."""

    def __init__(self, trained: Network, averaging: float) -> None:
        self._trained = trained
        self.network = trained.copy() if averaging else trained
        self.average: Array | None = self.network.theta if averaging else None
        if self.average is not None:
            self.average.fill(np.nan)

    @property
    def averages(self) -> tuple[Array, ...]:
        """The average, or nothing."""
        return () if self.average is None else (self.average,)

    @property
    def theta(self) -> Array:
        """The parameters to hand out: the average as soon as there is one."""
        started = self.average is not None and not np.isnan(self.average[0])
        return self.network.theta if started else self._trained.theta
