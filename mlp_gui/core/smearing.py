"""Smearing corrects the mean of a prediction that was learned in another shape: the residuals' spread is smeared on it.

The exponential of the mean of logarithms is a median, below the mean. The smearing estimate averages the way back over
the residuals of the training rows instead: the mean of h(z + r) over the residuals r, where h is the way back.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = tuple[tuple[float, float], ...]

# What a target has that asks for the correction before there is a network: one residual of 0, which corrects nothing.
NOT_FITTED: Points = ((0.0, 1.0),)
MOST_NODES, MOST_GROUPS = 32, 200
_NOTHING_LEFT = 1e-13


def smearing_points(residuals: NDArray[Any], is_smooth: bool = True) -> Points:
    """Return the residuals that stand for all of them, with their weights.

    The smearing estimate [1]_ is the mean of h(z + r) over all residuals r. Of more than `MOST_NODES` different ones
    the nodes of Gauss's quadrature of their distribution are kept [2]_: their weighted mean is the mean over all
    residuals for polynomials up to the degree 2 * MOST_NODES - 1, and within rounding for exponentials. A line with
    bends is no such h: for it, means of up to `MOST_GROUPS` equal groups of neighbours are kept.

    Parameters
    ----------
    residuals : ndarray of shape (n_rows,)
        Observed minus predicted, both transformed.
    is_smooth : bool
        Whether h is, so that few nodes suffice.

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
    if is_smooth and len(different) > MOST_NODES:
        different, shares = _gauss_nodes(different, shares)
    elif len(different) > MOST_GROUPS:
        groups = np.array_split(np.sort(values), MOST_GROUPS)
        different = np.array([group.mean() for group in groups])
        shares = np.array([len(group) for group in groups]) / len(values)
    return tuple(zip(different.tolist(), shares.tolist(), strict=True))


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
