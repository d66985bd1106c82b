"""The straight line that is fitted to the points of a subset."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def fit_line(true: NDArray, predicted: NDArray) -> tuple[float, float] | None:
    """Return slope and offset of the least-squares line of predicted over true values; None if undefined."""
    fine = np.isfinite(true) & np.isfinite(predicted)
    x, y = np.asarray(true[fine], float), np.asarray(predicted[fine], float)
    if len(x) < 2 or np.ptp(x) == 0:  # no slope
        return None
    with np.errstate(all="ignore"):  # far numbers overflow, which the last line looks for
        dx = x - x.mean()
        slope = float(dx @ (y - y.mean()) / (dx @ dx))
        offset = float(y.mean() - slope * x.mean())
    return (slope, offset) if np.isfinite(slope) and np.isfinite(offset) else None
