"""Which part of the epochs and of the loss the learning curves show: steady round ranges for each kind of axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from numpy.typing import NDArray

from mlp_gui.plotmath.extent import Extent
from mlp_gui.plotmath.scales import LINEAR, LOG, Scale, symlog_for
from mlp_gui.plotmath.ticks import nice_ceiling, nice_range
from mlp_gui.views.charts.axes import Range

TAIL = 0.1  # share of the epochs that is shown when the end is followed


class LossHistory(Protocol):
    """Columns of a run, one value for each epoch.

    Attributes
    ----------
    epochs, train_loss : ndarray of shape (n_epochs,)
    validation_loss : ndarray of shape (n_epochs,)
        nan where there is none.
    """

    @property
    def epochs(self) -> NDArray: ...
    @property
    def train_loss(self) -> NDArray: ...
    @property
    def validation_loss(self) -> NDArray: ...


def scales_for(names: tuple[str, str], extents: Sequence[Extent]) -> tuple[Scale, Scale]:
    """Return the scales named "linear", "log" or "symlog" for epochs and loss."""
    x = {"linear": LINEAR, "log": LOG, "symlog": Scale("symlog", 1.0)}[names[0]]
    if names[1] != "symlog":
        return x, LOG if names[1] == "log" else LINEAR
    low, high = min(e.low for e in extents), max(e.high for e in extents)
    return x, symlog_for(low, high, min(e.low_positive for e in extents))


def epoch_range(scale: Scale, last: float, follow: bool) -> Range:
    """Return the range of epochs to a round number behind the last one.

    Parameters
    ----------
    scale : Scale
    last : float
    follow : bool
        Whether only the last tenth is shown.
    """
    # Two per cent ahead: the axis is extended before the curve has come to its end.
    end = nice_ceiling(max(10.0, 1.02 * last))
    if follow and last > 20:
        return scale.transform(last * (1 - TAIL)), scale.transform(last * (1 + 0.02 * TAIL))
    return (-0.03, math.log10(end)) if scale.name == "log" else (0.0, scale.transform(end))  # log10 of epoch 1 is 0


def loss_range(scale: Scale, extents: Sequence[Extent], extra: Sequence[float]) -> Range:
    """Return a range around all values, extra ones included."""
    high = max([e.high for e in extents] + list(extra))
    if scale.name == "log":
        low = min([e.low_positive for e in extents] + [v for v in extra if v > 0])
        if not (math.isfinite(low) and high > 0):
            return -1.0, 0.0
        return _fifths(math.log10(low), math.log10(high))
    low = min([e.low for e in extents] + list(extra))
    if scale.name == "linear" or not (math.isfinite(low) and math.isfinite(high)):
        return nice_range(low, high)
    return _fifths(scale.transform(min(low, 0.0)), scale.transform(max(high, 0.0)))


def _fifths(bottom: float, top: float) -> Range:
    """Round the ends to fifths of a decade, with a little air."""
    air = 0.03 * max(top - bottom, 0.3)
    return math.floor((bottom - air) * 5) / 5, math.ceil((top + air) * 5) / 5
