"""The prediction profile at one point: what a network answers while one input after the other moves, all others held.

Also which rows of a table lie nearest to the point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mlp_gui.engine.network.tape import Array

CHUNK = 4096  # rows


@dataclass(frozen=True, eq=False)
class InputPath:
    """The places that one input passes through.

    Attributes
    ----------
    columns : tuple of int
        Of x, which it sets.
    settings : ndarray, shape (n_places, n_columns)
        Encoded and scaled.
    """

    columns: tuple[int, ...]
    settings: Array


def prediction_profiles(
    predict: Callable[[Array], Array], point: Array, paths: Sequence[InputPath]
) -> tuple[Array, list[Array]]:
    """Predict at a point, and along each path with all other inputs as they are at the point.

    Parameters
    ----------
    predict : callable
        Rows (n_rows, n_features) to predictions (n_rows, n_outputs); it may change its rows. Called once.
    point : ndarray, shape (n_features,)
    paths : sequence of InputPath

    Returns
    -------
    answer : ndarray, shape (n_outputs,)
    profiles : list of ndarray, shape (n_places, n_outputs)
        One for each path.
    """
    ends = np.cumsum([1, *(len(path.settings) for path in paths)])
    rows = np.repeat(np.asarray(point, float)[None, :], ends[-1], axis=0)
    for path, first, last in zip(paths, ends[:-1], ends[1:], strict=True):
        rows[first:last, list(path.columns)] = path.settings
    answers = np.asarray(predict(rows))
    return answers[0], np.split(answers[1:], ends[1:-1] - 1)


def nearest_rows(x: Array, point: Array, columns: Sequence[int], most: int) -> tuple[NDArray[np.intp], Array]:
    """Find the rows nearest to a point, nearest first.

    Parameters
    ----------
    x : ndarray, shape (n_rows, n_features)
        Encoded and scaled.
    point : ndarray, shape (n_features,)
    columns : sequence of int
        Of x, that count.
    most : int

    Returns
    -------
    positions : ndarray of int, shape (n_found,)
        In x; of equal distances the first rows.
    distances : ndarray, shape (n_found,)
        Root mean square of the scaled differences.
    """
    if not len(x) or not columns:
        return np.zeros(0, np.intp), np.zeros(0)
    squares, own = np.empty(len(x)), list(columns)
    for first in range(0, len(x), CHUNK):  # in pieces that stay in the cache, without a copy of a large table
        difference = x[first : first + CHUNK, own] - point[own]
        squares[first : first + CHUNK] = np.square(difference, out=difference).sum(axis=1)
    found = np.argsort(squares, kind="stable")[:most] if len(x) <= 10 * most else _smallest(squares, most)
    return found, np.sqrt(squares[found] / len(columns))


def _smallest(values: Array, most: int) -> NDArray[np.intp]:
    """Return the positions of the smallest values, without sorting all; of equal ones the first."""
    limit = np.partition(values, most - 1)[most - 1]
    near = np.flatnonzero(values <= limit)
    return near[np.argsort(values[near], kind="stable")][:most]
