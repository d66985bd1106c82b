"""The best inputs within limits: where a network's answers come nearest to what is wanted of one or several outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from mlp_gui.core.dataset import Floats
from mlp_gui.engine.inspection.best_point import SearchAxis, find_best_point
from mlp_gui.engine.inspection.desirability import (
    REACH,
    Goal,
    overall_desirability,
    search_score,
)
from mlp_gui.session.evaluation.profile_inputs import WORDS, ProfileInput
from mlp_gui.session.evaluation.profiler import Profiler

STARTS = 200  # training rows that the search begins from
MOST_WHOLE = 1000  # whole numbers that are searched one by one


@dataclass(frozen=True)
class Wish:
    """What is wanted of one output.

    Attributes
    ----------
    kind : {"maximize", "minimize", "reach"}
    value : float
        To be reached.
    """

    kind: str
    value: float = 0.0


@dataclass(frozen=True, eq=False)
class BestInputs:
    """Where the answers are best.

    Attributes
    ----------
    values : ndarray of shape (n_features,)
        The point, encoded and scaled.
    answers : ndarray of shape (n_outputs,)
        In original units, or probabilities.
    goals : tuple of Goal or None
        What the wishes came to: 0 at the worst answer within the limits, 1 at the best one.
    desirability : float
        Of all goals together, from 0 to 1.
    outside : tuple of str
        Inputs that lie outside of what the training rows hold.
    """

    values: Floats
    answers: Floats
    goals: tuple[Goal | None, ...]
    desirability: float
    outside: tuple[str, ...]


def search_axis(one: ProfileInput, low: float, high: float) -> SearchAxis:
    """Return where an input may lie.

    Parameters
    ----------
    one : ProfileInput
    low, high : float
        Coordinates.
    """
    if one.kind == WORDS:
        return SearchAxis(low, high, tuple(np.arange(round(low), round(high) + 1.0).tolist()))
    if one.whole:
        first, last = (one.value(place) for place in (low, high))
        numbers = np.arange(np.ceil(first - 1e-9), np.floor(last + 1e-9) + 1)
        if 0 < len(numbers) <= MOST_WHOLE:
            places = tuple(one.place_of(v) for v in numbers.tolist())
            return SearchAxis(places[0], places[-1], places)
    return SearchAxis(low, high)


def find_best_inputs(
    profiler: Profiler,
    wishes: Sequence[Wish | None],
    axes: Sequence[SearchAxis | None],
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> BestInputs:
    """Search the point at which the wishes are fulfilled best.

    Several wishes count by the geometric mean of their desirabilities. To know what is good and bad for an output, each
    one is first searched alone.

    Parameters
    ----------
    profiler : Profiler
        Of the search's own.
    wishes : sequence of Wish or None
        One for each output; None where anything will do. At least one.
    axes : sequence of SearchAxis or None
        One for each input; None where it stays as it is.
    progress : callable
        Called with the share that is done.
    cancelled : callable

    Raises
    ------
    Cancelled
        If `cancelled` returned True.
    """
    free = [(one, axis) for one, axis in zip(profiler.inputs, axes, strict=True) if axis is not None]
    inner = [axis for _, axis in free]

    def rows_at(points: Floats) -> Floats:
        rows = np.repeat(profiler.values[None, :], len(points), axis=0)
        for k, (one, _) in enumerate(free):
            rows[:, list(one.columns)] = one.settings(points[:, k])
        return rows

    train = profiler.context.dataset.train.x
    known = np.vstack([profiler.values, train[:: max(1, -(-len(train) // STARTS))]])
    starts = np.array([[one.coordinate(row) for one, _ in free] for row in known]).reshape(len(known), len(free))
    goals: list[Goal | None] = []
    for k, wish in enumerate(wishes):

        def highest(sign: int, k: int = k) -> float:
            def score(points: Floats) -> Floats:
                return sign * profiler.predict(rows_at(points))[:, k]

            return sign * find_best_point(score, inner, starts, cancelled=cancelled)[1]

        goals.append(_goal(wish, highest(-1), highest(1)) if wish is not None else None)
        progress((k + 1) / (len(wishes) + 1))

    def together(points: Floats) -> Floats:
        return search_score(goals, profiler.predict(rows_at(points)))

    point, _ = find_best_point(together, inner, starts, cancelled=cancelled)
    values = rows_at(point[None, :])
    answers = profiler.predict(values)  # with the pieces of its numbers
    places = [(one.name, one.is_outside(one.coordinate(values[0]))) for one in profiler.inputs]
    outside = tuple(name for name, is_outside in places if is_outside)
    return BestInputs(values[0], answers[0], tuple(goals), float(overall_desirability(goals, answers)[0]), outside)


def _goal(wish: Wish, low: float, high: float) -> Goal:
    """Return a goal whose desirability is 0 at the worst and 1 at the best answer within the limits."""
    room = 1e-9 * max(abs(low), abs(high), 1e-300)
    high = max(high, low + room)  # where nothing moves the answer, all is best
    if wish.kind != REACH:
        return Goal(wish.kind, low, high)
    # Beyond what can be reached the nearest end is the best; it counts by its distance from the value.
    far = max(abs(low - wish.value), abs(high - wish.value), room)
    return Goal(REACH, wish.value - far, wish.value + far, wish.value)
