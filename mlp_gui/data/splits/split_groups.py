"""Rows that belong together stay together: groups, and blocks of neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
_MANY = 2_000  # so many groups come near the shares in any order


def divide_groups(codes: Codes, shares: tuple[float, ...], seed: int, strata: Codes | None = None) -> Codes:
    """Return the subset of each row, counted from 0, of shape (n_rows,): no group is in two of them.

    Large groups are placed first, each where it leaves the sizes, and the classes where there are some, nearest to the
    shares. Chance decides between equals. Source: the greedy rule of scikit-learn's StratifiedGroupKFold.

    Parameters
    ----------
    codes : ndarray of shape (n_rows,)
        The group of each row, 0 to n_groups - 1.
    shares : tuple of float
        Of training, validation and test, or of other subsets.
    seed : int
    strata : ndarray of shape (n_rows,), optional
        The class of each row, 0 to n_classes - 1, whose shares are kept as far as the groups allow.
    """
    n_groups = int(codes.max()) + 1 if len(codes) else 0
    chance = np.random.default_rng(seed).permutation(n_groups)
    if n_groups > _MANY:
        sizes = np.bincount(codes, minlength=n_groups)[chance]
        middle = (np.cumsum(sizes) - sizes / 2) / len(codes)
        subset = np.empty(n_groups, np.int64)
        subset[chance] = np.searchsorted(np.cumsum(shares)[:-1] + 1e-12, middle)
        return subset[codes]
    classes = np.zeros_like(codes) if strata is None else strata
    counts = np.zeros((n_groups, int(classes.max(initial=0)) + 1))
    np.add.at(counts, (codes, classes), 1.0)
    order = chance[np.argsort(-counts.sum(axis=1)[chance], kind="stable")]
    return _placed(counts, order, np.asarray(shares))[codes]


def _placed(counts: NDArray[np.float64], order: Codes, shares: NDArray[np.float64]) -> Codes:
    """Return the subset of each group, (n_groups,), of its rows in each class, (n_groups, n_classes)."""
    ideal = np.outer(shares, counts.sum(axis=0))
    weight = 1.0 / np.maximum(counts.sum(axis=0), 1.0)
    held, subset = np.zeros_like(ideal), np.zeros(len(counts), np.int64)
    for place, group in enumerate(order.tolist()):
        lacking = ideal - held
        cost = ((lacking - counts[group]) ** 2 - lacking**2) @ weight
        bare = (shares > 0) & ~held.any(axis=1)
        must = bare if len(order) - place <= bare.sum() else shares > 0  # no subset stays empty that can have a group
        chosen = int(np.argmin(np.where(must, cost, np.inf)))
        held[chosen] += counts[group]
        subset[group] = chosen
    return subset


def blocks_of(n_rows: int, n_blocks: int) -> Codes:
    """Return the block of each row in file order, of shape (n_rows,).

    Parameters
    ----------
    n_rows : int
    n_blocks : int
        Of equal length, as far as that is possible.
    """
    return np.arange(n_rows, dtype=np.int64) * min(n_blocks, max(n_rows, 1)) // max(n_rows, 1)
