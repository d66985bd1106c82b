"""What mattered in a search: how much of the spread of the scores each setting explains by itself."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.studies.search_space import SearchDimension, Settings

FEWEST_TRIALS = 8
BINS = 4  # groups of about equal size that numbers are divided into


def importance_of(space: tuple[SearchDimension, ...], orders: Mapping[Settings, float]) -> dict[str, float]:
    """Return for each setting the share of the variance of the scores' ranks between groups of its values.

    ω² = (SSB - (k - 1) MSW) / (SST + MSW), at least 0: of k groups the sum of squares between them, the mean square
    within them, and the total sum. Source: Hays, Statistics for Psychologists (1963). What only works together with
    another setting is not in it. Ranks, because a run that has diverged would outweigh all others.

    Parameters
    ----------
    space : tuple of SearchDimension
    orders : mapping of settings to float
        After the same number of epochs; the smaller number is better.

    Returns
    -------
    dict of str to float
        By path, from 0 to 1; empty where there are too few settings.
    """
    if len(orders) < FEWEST_TRIALS:
        return {}
    values = np.array(list(orders.values()))
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable").astype(float)
    for value in np.unique(values):  # equal scores share their mean rank
        ranks[values == value] = ranks[values == value].mean()
    return {d.path: _omega_squared(_groups(d, orders), ranks) for d in space}


def _groups(d: SearchDimension, orders: Mapping[Settings, float]) -> Floats:
    given = [dict(settings)[d.path] for settings in orders]
    if d.range.choices:
        return np.array([d.range.choices.index(v) if v in d.range.choices else -1 for v in given], float)
    values = np.array(given, float)
    cuts = np.quantile(values, np.arange(1, BINS) / BINS)
    return np.searchsorted(np.unique(cuts), values, side="left").astype(float)


def _omega_squared(groups: Floats, ranks: Floats) -> float:
    names = np.unique(groups)
    total, k, n = float(((ranks - ranks.mean()) ** 2).sum()), len(names), len(ranks)
    if k < 2 or n <= k or total == 0:
        return 0.0
    between = float(sum((groups == g).sum() * (ranks[groups == g].mean() - ranks.mean()) ** 2 for g in names))
    within = (total - between) / (n - k)
    return max((between - (k - 1) * within) / (total + within), 0.0)
