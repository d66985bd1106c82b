"""Intervals around predictions by split conformal prediction, from the errors of the validation rows."""

from __future__ import annotations

import math

import numpy as np

from mlp_gui.core.dataset import Dataset, Floats
from mlp_gui.engine.network.network import Network


def conformal_half_width(network: Network, dataset: Dataset, level: float) -> Floats | None:
    """Return how far a true value lies from its prediction at most, with a probability.

    The half width is the `level` quantile of the absolute errors of the validation rows, for n of them the
    ceil((n + 1) level)-th smallest [1]_. It holds for rows like those; where the validation rows have chosen the epoch,
    it is somewhat narrow.

    Parameters
    ----------
    network : Network
    dataset : Dataset
        Of a regression.
    level : float
        The probability, between 0 and 1.

    Returns
    -------
    ndarray of shape (n_outputs,) or None
        In original units; None where there are too few validation rows for the level.

    References
    ----------
    .. [1] J. Lei et al., "Distribution-free predictive inference for regression", JASA 113 (2018), 1094-1111.
    """
    rows = dataset.validation
    rank = math.ceil((len(rows) + 1) * level)
    if rank > len(rows):
        return None
    predicted = dataset.smeared(network.predict).to_original(network.predict(rows.x))
    widths: Floats = np.sort(np.abs(dataset.true_values(rows.y) - predicted), axis=0)[rank - 1]
    return widths
