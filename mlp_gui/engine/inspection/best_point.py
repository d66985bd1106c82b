"""The search for the point in a box at which a score is highest: many starts, then steps along single axes.

Derivatives are not asked for, so that categories and whole numbers are searched like everything else (pattern search:
R. Hooke and T. A. Jeeves, Journal of the ACM 8 (1961), 212-229).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.errors import Cancelled
from mlp_gui.engine.network.tape import Array

SAMPLES, CLIMBERS, ROUNDS = 2000, 12, 200
FIRST_STEP, LAST_STEP = 0.25, 1e-7  # shares of the box
FEW_VALUES = 32  # up to here each is tried: between categories there is no near and far


@dataclass(frozen=True)
class SearchAxis:
    """Between which numbers one coordinate may lie.

    Attributes
    ----------
    low, high : float
        Equal for a coordinate that is held.
    values : tuple of float
        If it is not continuous: the values between them that it can take, ascending.
    """

    low: float
    high: float
    values: tuple[float, ...] = ()

    def nearest(self, places: Array) -> Array:
        """Return the possible places nearest to some places.

        Parameters
        ----------
        places : ndarray
        """
        places = np.clip(places, self.low, self.high)
        if not self.values:
            return np.asarray(places)
        values = np.array(self.values)
        at = np.clip(np.searchsorted(values, places), 1, max(1, len(values) - 1))
        left, right = values[at - 1], values[np.minimum(at, len(values) - 1)]
        return np.asarray(np.where(places - left <= right - places, left, right))


def find_best_point(
    score: Callable[[Array], Array],
    axes: Sequence[SearchAxis],
    starts: Array,
    seed: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Array, float]:
    """Search the point of the highest score.

    Parameters
    ----------
    score : callable
        Points (n_points, n_axes) to numbers (n_points,).
    axes : sequence of SearchAxis
    starts : ndarray, shape (n_starts, n_axes)
        Known points to begin from; brought into the box. More are drawn at random.
    seed : int
    cancelled : callable
        Polled before each round.

    Returns
    -------
    point : ndarray, shape (n_axes,)
    score : float

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    rng = np.random.default_rng(seed)
    low, high = (np.array([getattr(axis, end) for axis in axes], float) for end in ("low", "high"))
    drawn = low + rng.random((SAMPLES, len(axes))) * (high - low)
    points = _into_box(np.vstack([np.reshape(starts, (-1, len(axes))), drawn]), axes)
    scores = _finite(score(points))
    best = np.argsort(-scores, kind="stable")[:CLIMBERS]
    points, scores = points[best], scores[best]
    steps = np.full(len(points), FIRST_STEP)
    for _ in range(ROUNDS):
        if cancelled():
            raise Cancelled
        active = np.flatnonzero(steps > LAST_STEP)
        if not len(active):
            break
        found, reached = _best_neighbours(score, axes, points[active], steps[active], high - low)
        better = reached > scores[active]
        # A leap as far again in the direction that was good, as Hooke and Jeeves do.
        leaps = _into_box(2 * found - points[active], axes)
        far = _finite(score(leaps))
        found, reached = np.where((far > reached)[:, None], leaps, found), np.maximum(far, reached)
        points[active[better]], scores[active[better]] = found[better], reached[better]
        steps[active[~better]] /= 2
    at = int(scores.argmax())
    return points[at], float(scores[at])


def _best_neighbours(
    score: Callable[[Array], Array], axes: Sequence[SearchAxis], points: Array, steps: Array, width: Array
) -> tuple[Array, Array]:
    """Return for each point the best one a step away along an axis or uphill, and its score."""
    moves: list[Array] = []
    pairs: list[tuple[int, int]] = []  # axis, and the first of its two moves
    for k, axis in enumerate(axes):
        if axis.low == axis.high:
            continue
        few = 0 < len(axis.values) <= FEW_VALUES
        if not few:
            pairs.append((k, len(moves)))
        for place in axis.values if few else [points[:, k] - steps * width[k], points[:, k] + steps * width[k]]:
            moved = points.copy()
            moved[:, k] = axis.nearest(np.broadcast_to(place, len(points)))
            moves.append(moved)
    if not moves:
        return points, np.full(len(points), -np.inf)
    tried = np.stack(moves)
    reached = _finite(score(tried.reshape(-1, len(axes)))).reshape(len(moves), len(points))
    slopes = np.zeros(points.shape)
    for k, at in pairs:
        slopes[:, k] = reached[at + 1] - reached[at]
    length = np.linalg.norm(np.nan_to_num(slopes), axis=1, keepdims=True)
    direction = np.nan_to_num(slopes) / np.where(length > 0, length, 1.0)
    uphill = _into_box(points + steps[:, None] * width * direction, axes)
    tried, reached = np.concatenate([tried, uphill[None]]), np.vstack([reached, _finite(score(uphill))])
    best, rows = reached.argmax(axis=0), np.arange(len(points))
    return tried[best, rows], reached[best, rows]


def _into_box(points: Array, axes: Sequence[SearchAxis]) -> Array:
    return np.column_stack([axis.nearest(points[:, k]) for k, axis in enumerate(axes)])


def _finite(scores: Array) -> Array:
    return np.where(np.isfinite(scores), scores, -np.inf)
