"""Which weights are looked at: those of the run as it stands, the best ones so far, or those of several networks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mlp_gui.engine.network.ensemble import Ensemble
from mlp_gui.engine.training.reports import Snapshot


@dataclass(frozen=True, eq=False)
class AverageNetwork:
    """Networks that differ in their random start, and answer with their mean.

    Attributes
    ----------
    ensemble : Ensemble
    members : tuple of dict
        Seed, epoch and share of each, as exports say them.
    """

    ensemble: Ensemble
    members: tuple[dict[str, Any], ...]


@dataclass
class DisplayedWeights:
    """Which weights are looked at: those of the run as it stands, the best ones so far, or those of several networks.

    Attributes
    ----------
    last : Snapshot or None
        The run as it stands, with the gradient of its last batch.
    best : Snapshot or None
        The best epoch, if there is one.
    average : AverageNetwork or None
        Other networks, whose mean answer can be looked at.
    prefer_best, prefer_average : bool
    """

    last: Snapshot | None = None
    best: Snapshot | None = None
    average: AverageNetwork | None = None
    prefer_best: bool = False
    prefer_average: bool = False

    def show(self, best: bool) -> None:
        """Look at one network: at its best weights, or at the last ones.

        Parameters
        ----------
        best : bool
        """
        self.prefer_best, self.prefer_average = best, False

    @property
    def is_average(self) -> bool:
        """Whether predictions and scores are those of the average; weights are still those of one network."""
        return self.prefer_average and self.average is not None

    @property
    def is_best(self) -> bool:
        """Whether the best weights are displayed."""
        return self.prefer_best and self.best is not None

    @property
    def displayed(self) -> Snapshot | None:
        """The weights that pictures of a network show, and plots, scores and exports use unless the average answers."""
        return self.best if self.is_best else self.last
