"""Rows in the order of time: of which series they are, and where lines between them break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mlp_gui.core.translation import mark

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

EVERY = mark("all series")
REGULAR = 0.9  # share of equal steps from which a longer one is a gap
MOST_BLOCKS = 100  # stretches of one subset that are shaded; of more of them the eye sees none


def series_names(scene: RunContext | None) -> tuple[str, ...]:
    """Return the series of a table that holds several, such as stations, and the entry for all; () of one series."""
    found = scene.series if scene is not None else None
    return (*found.names, EVERY) if found is not None else ()


def rows_of_series(scene: RunContext | None, name: str, rows: NDArray) -> NDArray:
    """Return which rows belong to a series, as booleans of shape (n_rows,); all where it is none.

    Parameters
    ----------
    scene : RunContext or None
    name : str
        Of `series_names`.
    rows : ndarray of shape (n_rows,)
        Numbers in the table, from 0.
    """
    found = scene.series if scene is not None else None
    if found is None or name not in found.names:
        return np.ones(len(rows), bool)
    return np.asarray(found.codes[rows] == found.names.index(name))


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class OrderedRows:
    """Rows of all subsets, in the order of time.

    Attributes
    ----------
    places, rows, true, predicted : ndarray of shape (n_rows,)
    subset : ndarray of shape (n_rows,)
        Position in `names`.
    names : tuple of str
    """

    places: NDArray
    rows: NDArray
    true: NDArray
    predicted: NDArray
    subset: NDArray
    names: tuple[str, ...]

    def blocks(self) -> list[tuple[str, int, int]]:
        """Return (subset, first, past the last) of each stretch of rows that belong to one subset."""
        edges = np.flatnonzero(np.diff(self.subset)) + 1
        starts, ends = [0, *edges.tolist()], [*edges.tolist(), len(self.subset)]
        return [(self.names[self.subset[a]], a, b) for a, b in zip(starts, ends, strict=True) if b > a]


def gaps_of(places: NDArray) -> NDArray:
    """Return before which positions a line breaks: after a step much longer than usual.

    Parameters
    ----------
    places : ndarray of shape (n_rows,)
        Ascending.
    """
    steps = np.diff(places)
    usual = float(np.median(steps)) if len(steps) else 0.0  # a mean would grow with the gaps
    if usual <= 0:
        return np.zeros(0, int)
    is_regular = np.mean(np.abs(steps - usual) < 0.1 * usual) >= REGULAR
    return np.flatnonzero(steps > (1.5 if is_regular else 8.0) * usual) + 1


def broken(places: NDArray, values: NDArray) -> tuple[NDArray, NDArray]:
    """Return the places and values of a line with a gap wherever rows are left out.

    Parameters
    ----------
    places, values : ndarray of shape (n_rows,)
        Places ascend.
    """
    gaps = gaps_of(places)
    middle = (places[gaps - 1] + places[gaps]) / 2  # where no row shares its column of pixels
    return np.insert(places, gaps, middle), np.insert(values, gaps, np.nan)
