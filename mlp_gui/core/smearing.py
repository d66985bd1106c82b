"""Smearing corrects the mean of a prediction that was learned in another shape: the residuals' spread is smeared on it.

The exponential of the mean of logarithms is a median, below the mean. The smearing estimate averages the way back over
the residuals of the training rows instead: the mean of h(z + r) over the residuals r, where h is the way back.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = tuple[tuple[float, float], ...]
Back = Callable[[NDArray[Any]], NDArray[Any]]

# What a target has that asks for the correction before there is a network: one residual of 0, which corrects nothing.
NOT_FITTED: Points = ((0.0, 1.0),)
MOST_NODES, MOST_POINTS = 32, 400
MOST_RESIDUALS = 20_000  # that points are chosen for; of more, neighbours are taken together first
_NOTHING_LEFT = 1e-13
_EXACT = 1e-9  # of the mean


def smearing_points(residuals: NDArray[Any], back: Back | None = None, places: NDArray[Any] | None = None) -> Points:
    """Return the residuals that stand for all of them, with their weights.

    The smearing estimate [1]_ is the mean of h(z + r) over all residuals r. Of more than `MOST_NODES` different ones
    the nodes of Gauss's quadrature of their distribution are kept [2]_: their weighted mean is the mean over all
    residuals for polynomials up to the degree 2 * MOST_NODES - 1, and within rounding for exponentials. Where h has
    bends or becomes infinite nearby, so that this mean is another one, up to `MOST_POINTS` points are kept: two nodes
    for each group of neighbours, and groups are halved where they matter most.

    Parameters
    ----------
    residuals : ndarray of shape (n_rows,)
        Observed minus predicted, both transformed.
    back : callable, optional
        h, of arrays; without it, Gauss's nodes are trusted.
    places : ndarray of shape (n_places,), optional
        The predictions z at which means are compared.

    Returns
    -------
    tuple of (float, float)
        Residual and weight, rising; `NOT_FITTED` where there is no residual, or one is not finite.

    References
    ----------
    .. [1] N. Duan, "Smearing Estimate: A Nonparametric Retransformation Method", Journal of the American Statistical
       Association 78 (1983), 605-610.
    .. [2] G. H. Golub and J. H. Welsch, "Calculation of Gauss Quadrature Rules", Mathematics of Computation 23 (1969),
       221-230.
    """
    values = np.asarray(residuals, np.float64).ravel()
    if not len(values) or not np.isfinite(values).all():
        return NOT_FITTED
    different, counts = np.unique(values, return_counts=True)
    shares = counts / len(values)
    if len(different) > MOST_NODES:
        nodes = _gauss_nodes(different, shares)
        if back is not None and places is not None and not _are_exact(nodes, different, shares, back, places):
            nodes = _placed_points(*_thinned(different, shares), back, places)
        different, shares = nodes
    return tuple(zip(different.tolist(), shares.tolist(), strict=True))


@np.errstate(all="ignore")
def _are_exact(
    nodes: tuple[NDArray[Any], NDArray[Any]],
    values: NDArray[Any],
    shares: NDArray[Any],
    back: Back,
    places: NDArray[Any],
) -> bool:
    """Return whether the mean over nodes is that over all values, wherever the latter is finite."""
    values, shares = _thinned(values, shares)
    expected, found = (
        np.array([weights @ back(place + points) for place in places]) for points, weights in ((values, shares), nodes)
    )
    finite = np.isfinite(expected)
    size = np.abs(expected[finite])
    size = np.maximum(size, 0.01 * size.mean()) if len(size) else size
    return bool((np.abs(found - expected)[finite] <= _EXACT * size).all())


@np.errstate(all="ignore")
def _placed_points(
    values: NDArray[Any], shares: NDArray[Any], back: Back, places: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Halve that group of neighbours again and again whose two nodes miss its mean of h most."""
    if len(values) <= MOST_POINTS:
        return values, shares
    terms = back(places[:, None] + values) * shares
    sums = np.cumsum(np.column_stack([np.zeros(len(places)), terms]), axis=1)
    size = np.abs(sums[:, -1])
    known = np.isfinite(size)
    sums, places = sums[known], places[known]
    size = np.maximum(size[known], 0.01 * size[known].mean()) if known.any() else size[known]

    def group(first: int, end: int) -> tuple[float, int, int]:
        points, weights = _two_nodes(values[first:end], shares[first:end])
        missed = np.abs(sums[:, end] - sums[:, first] - back(places[:, None] + points) @ weights) / size
        error = float(np.nanmax(missed, initial=0.0)) if end - first > len(points) else 0.0
        return -error, first, end

    groups, n = [group(0, len(values))], 2
    while n <= MOST_POINTS - 2 and groups[0][0] < 0:
        _, first, end = heapq.heappop(groups)
        middle = (first + end) // 2
        n += min(2, middle - first) + min(2, end - middle) - 2
        for part in (group(first, middle), group(middle, end)):
            heapq.heappush(groups, part)
    pairs = [_two_nodes(values[first:end], shares[first:end]) for _, first, end in sorted(groups, key=lambda g: g[1])]
    return np.concatenate([pair[0] for pair in pairs]), np.concatenate([pair[1] for pair in pairs])


def _thinned(values: NDArray[Any], shares: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Stand for very many values by two nodes for each group of neighbours; the groups are small at both ends."""
    if len(values) <= MOST_RESIDUALS:
        return values, shares
    ranks = (1 - np.cos(np.linspace(0, np.pi, MOST_RESIDUALS // 2 + 1))) / 2
    cuts = np.unique(np.round(ranks * len(values)).astype(int))
    pairs = [_two_nodes(values[a:b], shares[a:b]) for a, b in pairwise(cuts)]
    return np.concatenate([pair[0] for pair in pairs]), np.concatenate([pair[1] for pair in pairs])


def _two_nodes(values: NDArray[Any], shares: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the two nodes of Gauss's quadrature in closed form: exact for polynomials of the third degree."""
    if len(values) <= 2:
        return values, shares
    total = shares.sum()
    mean = shares @ values / total
    spread = np.sqrt(shares @ (values - mean) ** 2 / total)
    if not spread > 0:  # they differ by rounding alone
        return np.array([mean]), np.array([total])
    skewness = shares @ ((values - mean) / spread) ** 3 / total
    ends = (skewness + np.array([-1.0, 1.0]) * np.sqrt(skewness**2 + 4)) / 2
    return mean + spread * ends, total * ends[::-1] * np.array([1.0, -1.0]) / (ends[1] - ends[0])


def _gauss_nodes(values: NDArray[Any], shares: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Find the nodes by Lanczos's iteration, each vector made orthogonal to all before: few of them, rounded safely."""
    middle = (values[0] + values[-1]) / 2
    reach = (values[-1] - values[0]) / 2
    scaled = (values - middle) / reach
    diagonal: list[float] = []
    beside: list[float] = []
    basis = [np.sqrt(shares)]
    while len(diagonal) < MOST_NODES:
        vector = scaled * basis[-1]
        diagonal.append(float(basis[-1] @ vector))
        for other in basis * 2:
            vector = vector - (other @ vector) * other
        beside.append(float(np.linalg.norm(vector)))
        if beside[-1] < _NOTHING_LEFT:  # residuals that differ by rounding alone
            break
        basis.append(vector / beside[-1])
    jacobi = np.diag(diagonal) + np.diag(beside[:-1], 1) + np.diag(beside[:-1], -1)
    nodes, vectors = np.linalg.eigh(jacobi)
    weights = vectors[0] ** 2
    return middle + reach * nodes, weights / weights.sum()
