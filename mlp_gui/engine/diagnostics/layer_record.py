"""What a network's layers were like at one moment of a run."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.engine.diagnostics.layer_statistics import LayerStatistics
from mlp_gui.engine.network.tape import Array

Scores = dict[str, dict[str, float]]  # subset -> metric -> value


@dataclass(frozen=True, eq=False)
class LayerRecord:
    """The layers at one moment.

    Attributes
    ----------
    epoch : float
        With the share of the epoch that is under way.
    statistics : LayerStatistics
    weights, gradients : tuple of ndarray
        Of each layer, all or sampled ones, float32.
    weight_quantiles, gradient_quantiles : tuple of ndarray
        Quantiles 0, 5, 25, 50, 75, 95 and 100 % of each layer's weights, without biases.
    scores : dict or None
        Subset -> metric -> number.
    """

    epoch: float
    statistics: LayerStatistics
    weights: tuple[Array, ...]
    gradients: tuple[Array, ...]
    weight_quantiles: tuple[Array, ...]
    gradient_quantiles: tuple[Array, ...]
    scores: Scores | None
