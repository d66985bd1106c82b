"""What rows in time order are compared with: the value before ("persistence"), and that of the same day last year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.network.tape import Array


def last_values(times: Array, values: Array) -> Array:
    """Return for each row the values of the latest row before it.

    Parameters
    ----------
    times : ndarray, shape (n_rows,)
        In any order; rows of the same time have the same row before them.
    values : ndarray, shape (n_rows, n_targets)

    Returns
    -------
    ndarray, shape (n_rows, n_targets)
        nan for the first row.
    """
    order = np.argsort(times, kind="stable")
    ordered = times[order]
    before = np.searchsorted(ordered, ordered, side="left") - 1
    found = np.full(values.shape, np.nan)
    has_one = before >= 0
    found[order[has_one]] = values[order[before[has_one]]]
    return found


def values_last_year(times: Array, values: Array) -> Array:
    """Return for each row the values of the same day and time of day one calendar year earlier.

    Parameters
    ----------
    times : ndarray, shape (n_rows,)
        Days since 1970, with fractions.
    values : ndarray, shape (n_rows, n_targets)

    Returns
    -------
    ndarray, shape (n_rows, n_targets)
        nan where no row is within half a usual step of that time. 29 February is looked for on 1 March.
    """
    found = np.full(values.shape, np.nan)
    order = np.argsort(times, kind="stable")
    ordered = times[order]
    steps = np.diff(ordered)
    if not (steps > 0).any():
        return found
    near = float(np.median(steps[steps > 0])) / 2
    wanted = _year_before(times)
    after = np.clip(np.searchsorted(ordered, wanted), 1, len(ordered) - 1)
    nearest = np.where(wanted - ordered[after - 1] <= ordered[after] - wanted, after - 1, after)
    has_one = np.abs(ordered[nearest] - wanted) <= near + 1e-9
    found[has_one] = values[order[nearest[has_one]]]
    return found


def _year_before(times: Array) -> Array:
    whole: NDArray[np.int64] = np.floor(times).astype(np.int64)
    days = whole.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    moved = (months - 12).astype("datetime64[D]") + (days - months.astype("datetime64[D]"))
    earlier: Array = moved.astype(np.int64) + (times - whole)
    return earlier
