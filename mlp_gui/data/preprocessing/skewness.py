"""Skewed columns, and the transformation that makes each nearly symmetric: what is proposed, never done unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.cancellation import cancellable_loop
from mlp_gui.core.dataset import Task
from mlp_gui.core.transformation import fit_transformation, is_defined
from mlp_gui.data.columns.table import Table
from mlp_gui.data.preprocessing.spec import DataSpec

SKEWED, NEARLY_SYMMETRIC = 2.5, 0.75
WIDE, SKEWED_IF_WIDE = 50.0, 1.0  # the 99th percentile divided by the first: large beside small
BINS = 20
CANDIDATES = ("log", "log1p", "sqrt", "cbrt", "yeo_johnson")  # the simplest first
_MOST_ROWS = 20_000
_FEWEST_ROWS, _FEWEST_VALUES = 30, 15
_MOST_COLUMNS = 500


@dataclass(frozen=True)
class SkewedColumn:
    """A skewed column and what would mend it.

    Attributes
    ----------
    name : str
    transform : str
        Of `TRANSFORMS`.
    before, after : float
        Skewness of its values, and of the transformed ones.
    bars_before, bars_after : tuple of int
        Counts of their histograms.
    spread : float
        How many times as large as the first percentile the 99th is; infinite where that is not above 0.
    """

    name: str
    transform: str
    before: float
    after: float
    bars_before: tuple[int, ...] = ()
    bars_after: tuple[int, ...] = ()
    spread: float = np.inf


def propose_transforms(table: Table, spec: DataSpec, task: Task, rows: NDArray[np.int64]) -> tuple[SkewedColumn, ...]:
    """Find the skewed columns among those that enter the network as numbers and are not transformed yet.

    Parameters
    ----------
    table : Table
    spec : DataSpec
    task : Task
        The targets of a regression are looked at, too.
    rows : ndarray of int
        Positions of the training rows.
    """
    used = (*spec.inputs, *(spec.targets if task is Task.REGRESSION else ()))
    columns = spec.columns_of(used)
    names = [c.name for c in columns if c.transform == "none" and c.encoding in ("auto", "number")]
    # The targets first: what is learned decides more than how one input enters.
    return tuple(sorted(find_skewed(table, names, rows), key=lambda column: column.name not in spec.targets))


def skewness(values: NDArray[np.float64]) -> float:
    """Compute the third standardised moment, g1 = m3 / m2^(3/2); 0 for a constant.

    Parameters
    ----------
    values : ndarray of shape (n_rows,)
    """
    centred = values - values.mean()
    spread = float(np.mean(centred**2))
    return float(np.mean(centred**3) / spread**1.5) if spread > 0 else 0.0


@np.errstate(over="ignore", invalid="ignore")  # squares of numbers near the ends of the double range
def find_skewed(table: Table, names: Sequence[str], rows: NDArray[np.int64]) -> tuple[SkewedColumn, ...]:
    """Find columns of numbers that a transformation makes nearly symmetric, each with the simplest that does.

    Parameters
    ----------
    table : Table
    names : sequence of str
        Of columns; those without numbers are passed over, and all but the last where there are very many.
    rows : ndarray of int
        Positions of the training rows; of very many, evenly spaced ones are looked at.
    """
    some = rows[:: max(1, len(rows) // _MOST_ROWS)]
    found = []
    for name in cancellable_loop(names[-_MOST_COLUMNS:]):
        if not table.has(name) or not table.field(name).is_number:
            continue
        values = table.frame[name].iloc[some].to_numpy(dtype=np.float64)
        values = values[np.isfinite(values)]
        if len(values) < _FEWEST_ROWS or len(np.unique(values)) < _FEWEST_VALUES:
            continue
        before, spread = skewness(values), _spread(values)
        is_wide = WIDE <= spread < np.inf and before >= SKEWED_IF_WIDE
        for transform in CANDIDATES if abs(before) >= SKEWED or is_wide else ():
            if not is_defined(transform, values).all():
                continue
            shaped = fit_transformation(transform, values).forward(values)
            after = skewness(shaped)
            if abs(after) <= NEARLY_SYMMETRIC:
                found.append(SkewedColumn(name, transform, before, after, _bars(values), _bars(shaped), spread))
                break
    return tuple(found)


def _spread(values: NDArray[np.float64]) -> float:
    low, high = np.quantile(values, (0.01, 0.99)).tolist()
    return float(high / low) if values.min() > 0 else np.inf


def _bars(values: NDArray[np.float64]) -> tuple[int, ...]:
    # Halves, because the difference of the ends may be more than the largest number.
    return tuple(np.histogram(values / 2, bins=BINS)[0].tolist())
