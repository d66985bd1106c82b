"""What a series of residuals or flows looks like: its autocorrelation, with gaps, and its flow duration curve."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
GRID_FACTOR = 20  # a grid of more places than so many rows is mostly empty
FEWEST_PAIRS = 10
BAND = 1.959963984540054  # standard deviations on either side of 95 % of a normal distribution


def usual_step(times: Floats) -> float:
    """Return the usual distance of two neighbours: the median, which gaps do not move; 0 when there is none.

    Parameters
    ----------
    times : ndarray of shape (n_rows,)
        Ascending.
    """
    steps = np.diff(times)
    steps = steps[steps > 0]
    return float(np.median(steps)) if len(steps) else 0.0


def on_grid(times: Floats, values: Floats) -> Floats | None:
    """Lay a series on evenly spaced places, NaN where there is no row; None when it does not lie evenly.

    Rows of the same place count by their mean.

    Parameters
    ----------
    times, values : ndarray of shape (n_rows,)
        Times ascend.
    """
    fine = np.isfinite(times) & np.isfinite(values)
    times, values = times[fine], values[fine]
    step = usual_step(times)
    if step == 0 or (times[-1] - times[0]) / step > GRID_FACTOR * len(times) + 1000:
        return None
    at = np.rint((times - times[0]) / step).astype(np.int64)
    count = np.bincount(at)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.bincount(at, values) / np.where(count == 0, np.nan, count))


def autocorrelation(values: Floats, most: int) -> Floats:
    """Compute the autocorrelation of an evenly spaced series for lags of 0 to `most` steps.

    Without gaps it is sum (e_t - mean e)(e_t+k - mean e) / sum (e_t - mean e)^2 [1]_; with gaps, the products of the
    pairs that are there are scaled to the number of pairs that there would be [2]_.

    Parameters
    ----------
    values : ndarray of shape (n_steps,)
        NaN where nothing was measured.
    most : int

    Returns
    -------
    ndarray of shape (n_lags + 1,)
        NaN for lags with fewer than ten pairs; shorter than `most` when the series is.

    References
    ----------
    .. [1] G. E. P. Box and G. M. Jenkins, "Time Series Analysis: Forecasting and Control" (1970), section 2.1.5.
    .. [2] E. Parzen, "On spectral analysis with missing observations and amplitude modulation", Sankhya A 25 (1963).
    """
    there = np.isfinite(values)
    n, rows = len(values), int(there.sum())
    if rows < 2:
        return np.full(1, np.nan)
    apart = np.where(there, values - values[there].mean(), 0.0)
    whole = float(apart @ apart)
    made = np.full(min(most, n - 1) + 1, np.nan)
    if whole == 0:
        return made
    for lag in range(len(made)):
        pairs = int((there[: n - lag] & there[lag:]).sum())
        if pairs >= min(FEWEST_PAIRS, rows - lag):
            made[lag] = (apart[: n - lag] @ apart[lag:]) / whole * ((n - lag) / pairs) * (rows / n) if pairs else np.nan
    return made


def white_noise_band(rows: int) -> float:
    """Return the autocorrelation that 95 % of the lags of pure noise stay below: 1.96 / sqrt(rows) (Bartlett 1946)."""
    return BAND / float(np.sqrt(rows)) if rows else float("nan")


def flow_duration(values: Floats) -> tuple[Floats, Floats]:
    """Return the flow duration curve: how much of the time each flow is exceeded, with Weibull's plotting positions.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
        Those that are not finite are left out.

    Returns
    -------
    exceeded, flow : ndarray
        100 rank / (n + 1) per cent, ascending, and the flows from the highest to the lowest.
    """
    flow = np.sort(values[np.isfinite(values)])[::-1]
    return 100 * np.arange(1, len(flow) + 1) / (len(flow) + 1), flow
