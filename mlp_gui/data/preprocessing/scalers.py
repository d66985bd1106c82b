"""A scaling is two numbers per column, fitted on given rows: scaled = (original - shift) / scale."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Pair = tuple[float, float]


def _standard(values: NDArray[np.float64]) -> Pair:
    """Mean and population standard deviation (ddof 0), as scikit-learn's StandardScaler."""
    return float(values.mean()), float(values.std())


def _minmax(values: NDArray[np.float64]) -> Pair:
    low = float(values.min())
    return low, float(values.max()) - low


def _robust(values: NDArray[np.float64]) -> Pair:
    """Median and interquartile range, as scikit-learn's RobustScaler."""
    lower, middle, upper = np.percentile(values, [25, 50, 75])
    return float(middle), float(upper - lower)


def _none(values: NDArray[np.float64]) -> Pair:
    return 0.0, 1.0


_FITS: dict[str, Callable[[NDArray[np.float64]], Pair]] = {
    "standard": _standard,
    "minmax": _minmax,
    "robust": _robust,
    "none": _none,
}


def fit_scaling(method: str, values: NDArray[np.float64]) -> Pair:
    """Fit (shift, scale) to the present values: scaled = (original - shift) / scale.

    (0, 1) without any value. A constant column has scale 1 and becomes 0.

    Parameters
    ----------
    method : str
        Of `SCALINGS`.
    values : ndarray of shape (n_rows,)
    """
    present = values[np.isfinite(values)]
    if not len(present):
        return 0.0, 1.0
    # Halving first keeps the sum of squares finite for numbers near the end of the double range.
    size = float(np.abs(present).max())
    unit = 2.0 ** np.floor(np.log2(size)) if size > 1e150 else 1.0
    shift, scale = _FITS[method](present / unit)
    # The spread of equal numbers can come out as a rounding error instead of 0.
    if scale <= 1e-14 * abs(shift) or scale == 0.0 or not np.isfinite(scale):
        scale = 1.0 / unit
    return shift * unit, scale * unit
