"""What orders rows in time: a column of dates, or the order of the file; where they lie, and where lines break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_gui.core.translation import mark

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import RunContext

ORDER = mark("row")
EVERY = mark("all series")
REGULAR = 0.9  # share of equal steps from which a longer one is a gap
MOST_BLOCKS = 100  # stretches of one subset that are shaded; of more of them the eye sees none
Range = tuple[float, float]


def date_columns(scene: RunContext | None) -> tuple[str, ...]:
    """Return the columns of dates."""
    return tuple(name for name, kind in scene.columns.items() if kind == "date") if scene is not None else ()


def default_axis(scene: RunContext | None) -> str:
    """Return what orders the rows when nobody has chosen: the first column of dates, or the order of the file."""
    return next(iter(date_columns(scene)), ORDER)


def places_along(scene: RunContext | None, axis: str, rows: NDArray) -> NDArray:
    """Return where rows lie: seconds since 1970, the number in a column, or the number of the row from 1.

    Parameters
    ----------
    scene : RunContext or None
    axis : str
        A column, or `ORDER`.
    rows : ndarray of shape (n_rows,)
        Numbers in the table, from 0.
    """
    if axis == ORDER or scene is None or axis not in scene.columns:
        return rows + 1.0
    return np.asarray(scene.column(axis)[rows], float)


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
    return np.insert(places, gaps, places[gaps]), np.insert(values, gaps, np.nan)


class TimeZoom(QObject):
    """The stretch of time that all plots of a window look at.

    Attributes
    ----------
    axis : str
        What the stretch is of.
    shown : tuple of float or None
        Both ends; None is everything.
    series : str
        Which of several series is looked at; "" is the first.

    Signals
    -------
    changed
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.axis, self.shown, self.series = ORDER, None, ""

    axis: str
    series: str
    shown: Range | None

    def show(self, axis: str, shown: Range | None) -> None:
        """Look at another stretch, or at everything."""
        if (axis, shown) != (self.axis, self.shown):
            self.axis, self.shown = axis, shown
            self.changed.emit()

    def choose(self, series: str) -> None:
        """Look at another series."""
        if series != self.series:
            self.series = series
            self.changed.emit()

    def on(self, axis: str) -> Range | None:
        """Return the stretch, if it is one of this axis."""
        return self.shown if axis == self.axis else None
