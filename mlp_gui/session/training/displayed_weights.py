"""Which weights are looked at: those of the run as it stands, or the best ones so far."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.engine.training.reports import Snapshot


@dataclass
class DisplayedWeights:
    """Which weights are looked at: those of the run as it stands, or the best ones so far.

    Attributes
    ----------
    last : Snapshot or None
        The run as it stands, with the gradient of its last batch.
    best : Snapshot or None
        The best epoch, if there is one.
    prefer_best : bool
    """

    last: Snapshot | None = None
    best: Snapshot | None = None
    prefer_best: bool = False

    @property
    def is_best(self) -> bool:
        """Whether the best weights are displayed."""
        return self.prefer_best and self.best is not None

    @property
    def displayed(self) -> Snapshot | None:
        """The weights that plots, scores and exports use."""
        return self.best if self.is_best else self.last
