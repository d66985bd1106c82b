"""A run's loss curves in a bounded number of points, so that many runs can be kept: extremes and both ends survive."""

from __future__ import annotations

import numpy as np

from mlp_gui.engine.training.history import History

MOST_POINTS = 2000


def thinned_epochs(history: History, always: int = 0, most: int = MOST_POINTS) -> np.ndarray:
    """Positions in the history, ascending: the ends, each stretch's lowest and highest loss, and epoch `always`."""
    n = len(history)
    if n <= most:
        return np.arange(n)
    stretch = -(-n // (most // 5))  # each leaves at most four extremes
    picked = [np.array([0, n - 1, np.searchsorted(history.epochs, always)])]
    for curve in (history.train_loss, history.validation_loss):
        for lowest, value in ((True, np.inf), (False, -np.inf)):
            whole = np.full(-(-n // stretch) * stretch, value)
            whole[:n] = np.where(np.isfinite(curve), curve, value)
            table = whole.reshape(-1, stretch)
            at = table.argmin(axis=1) if lowest else table.argmax(axis=1)
            picked.append(np.arange(len(table)) * stretch + at)
    found = np.unique(np.concatenate(picked))
    return found[found < n]
