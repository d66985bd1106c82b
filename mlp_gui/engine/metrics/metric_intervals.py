"""An interval for every metric: between which numbers it would lie for other rows of the same kind."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlp_gui.core.dataset import Task
from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.metrics.bootstrap import CONFIDENCE, RESAMPLES, drawn_counts, percentile_intervals, widened
from mlp_gui.engine.metrics.metric import Metric, Shared, Values, metrics_for, target_pairs

MOST_ROWS = 5_000  # of more rows so many are drawn from, and the interval is drawn together as more rows would
MOST_NUMBERS = 1_000_000  # rows times drawings: of large tables fewer drawings tell as much
FEWEST_DRAWINGS = 300
Interval = tuple[float, float]


def metric_intervals(
    task: Task,
    y_true: Values,
    y_pred: Values,
    block: int = 1,
    cancelled: Callable[[], bool] = lambda: False,
    only: tuple[str, ...] = (),
) -> list[dict[str, Interval]]:
    """Compute the bootstrap interval of every metric: of the means over the targets, then of each target by itself.

    Of large tables m of the n rows are drawn from, and deviations scaled by the root of m / n (Bickel, Goetze & van
    Zwet 1997).

    Parameters
    ----------
    task : Task
    y_true, y_pred : ndarray, shape (n_rows, n_outputs)
        As `evaluate` takes them.
    block : int
        Length of the blocks of neighbouring rows that are drawn together.
    cancelled : callable
        Polled on the way.
    only : tuple of str
        Names of the metrics that are wanted; all when empty.

    Returns
    -------
    list of dict of str to (float, float)
        By the metric's name; nan where rows cannot tell.

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    kinds = tuple(kind for kind in metrics_for(task) if not only or kind.name in only)
    n = len(y_true)
    if n < 2 or not np.isfinite(y_pred).all():
        return [{kind.name: (np.nan, np.nan) for kind in kinds} for _ in range(y_true.shape[1] + 1)]
    block, step = min(block, max(1, n // 4)), -(-n // MOST_ROWS)
    pairs = target_pairs(task, y_true[::step], y_pred[::step])
    m, short = len(pairs[0][0]), max(1, round(block / step))
    drawings = int(np.clip(MOST_NUMBERS // m, FEWEST_DRAWINGS, RESAMPLES))
    drawn: list[Values] = []
    with np.errstate(all="ignore"):
        for counts in drawn_counts(m, short, drawings):
            if cancelled():
                raise Cancelled
            drawn.append(np.array([_resampled(kinds, y, p, counts) for y, p in pairs]))
        found = np.concatenate(drawn, axis=2)  # (n_targets, n_metrics, n_resamples)
        if step > 1:
            whole = _values(task, kinds, y_true, y_pred)
            thinned = _values(task, kinds, y_true[::step], y_pred[::step])
            closer = min(1.0, np.sqrt(m / short / (n / block)))
            found = whole[..., None] + closer * (found - thinned[..., None])
    share = widened(CONFIDENCE, n / block / 2) if block > 1 else CONFIDENCE
    return [
        {
            kind.name: (low, high)
            for kind, (low, high) in zip(kinds, percentile_intervals(one, share).tolist(), strict=True)
        }
        for one in (found.mean(axis=0), *found)
    ]


def _resampled(kinds: tuple[type[Metric], ...], y: Values, p: Values, counts: Values) -> list[Values]:
    shared: Shared = {}
    return [kind(shared).resampled(y, p, counts) for kind in kinds]


def _values(task: Task, kinds: tuple[type[Metric], ...], y_true: Values, y_pred: Values) -> Values:
    return np.array([[kind()(y, p) for kind in kinds] for y, p in target_pairs(task, y_true, y_pred)])
