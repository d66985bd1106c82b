"""Which points a closed line encloses."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def find_enclosed(corners: NDArray[np.float64], x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.bool_]:
    """Return which points lie inside a closed line, of shape (n_points,), by the even-odd rule.

    Parameters
    ----------
    corners : ndarray of shape (n_corners, 2)
    x, y : ndarray of shape (n_points,)
        NaN lies outside.
    """
    inside = np.zeros(len(x), bool)
    x, y = np.asarray(x, float), np.asarray(y, float)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        crosses = (y0 > y) != (y1 > y)
        if y0 != y1:
            inside ^= crosses & (x < x0 + (y - y0) * ((x1 - x0) / (y1 - y0)))
    return inside
