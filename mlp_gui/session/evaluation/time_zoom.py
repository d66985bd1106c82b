"""The stretch of time that all plots look at: what orders the rows, where they lie, and which of them are in it."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.plotmath.date_ticks import date_text

ORDER = mark("row")
NOTHING_WITHIN = mark("No row lies in the period shown in the time plots.")
DAY = 86_400.0  # seconds
Range = tuple[float, float]


class HasColumns(Protocol):
    """What rows are looked up in, as a RunContext is.

    Attributes
    ----------
    columns : dict
        Columns that are numbers or dates, with "number" or "date".
    """

    @property
    def columns(self) -> dict[str, str]: ...
    def column(self, name: str) -> NDArray[Any]:
        """Return a column as numbers, shape (n_rows,)."""


def date_columns(scene: HasColumns | None) -> tuple[str, ...]:
    """Return the columns of dates."""
    return tuple(name for name, kind in scene.columns.items() if kind == "date") if scene is not None else ()


def default_axis(scene: HasColumns | None) -> str:
    """Return what orders the rows when nobody has chosen: the first column of dates, or the order of the file."""
    return next(iter(date_columns(scene)), ORDER)


def places_along(scene: HasColumns | None, axis: str, rows: NDArray[np.int64]) -> NDArray[Any]:
    """Return where rows lie: seconds since 1970, the number in a column, or the number of the row from 1.

    Parameters
    ----------
    scene : HasColumns or None
    axis : str
        A column, or `ORDER`.
    rows : ndarray of shape (n_rows,)
        Numbers in the table, from 0.
    """
    if axis == ORDER or scene is None or axis not in scene.columns:
        return rows + 1.0
    return np.asarray(scene.column(axis)[rows], float)


class TimeZoom(QObject):
    """The stretch of time that all plots of a window look at.

    Attributes
    ----------
    axis : str
        What the stretch is of.
    shown : tuple of float or None
        Both ends; None is everything.
    is_of_dates : bool
        Whether the ends are seconds since 1970.
    series : str
        Which of several series is looked at; "" is the first.

    Signals
    -------
    changed
    """

    changed = Signal()

    axis: str
    series: str
    shown: Range | None
    is_of_dates: bool

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.axis, self.shown, self.is_of_dates, self.series = ORDER, None, False, ""

    def show(self, axis: str, shown: Range | None, is_of_dates: bool = False) -> None:
        """Look at another stretch, or at everything.

        Parameters
        ----------
        axis : str
            What the stretch is of.
        shown : tuple of float or None
            Both ends; None is everything.
        is_of_dates : bool
            Whether the ends are seconds since 1970.
        """
        if (axis, shown) != (self.axis, self.shown):
            self.axis, self.shown, self.is_of_dates = axis, shown, is_of_dates
            self.changed.emit()

    def show_all(self) -> None:
        """Look at everything."""
        self.show(self.axis, None)

    def choose(self, series: str) -> None:
        """Look at another series."""
        if series != self.series:
            self.series = series
            self.changed.emit()

    def on(self, axis: str) -> Range | None:
        """Return the stretch, if it is one of this axis."""
        return self.shown if axis == self.axis else None

    def rows_within(self, scene: HasColumns | None, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return which rows lie in the stretch, as booleans of shape (n_rows,).

        Parameters
        ----------
        scene : HasColumns or None
        rows : ndarray of shape (n_rows,)
            Numbers in the table, from 0.
        """
        if self.shown is None:
            return np.ones(len(rows), bool)
        places = places_along(scene, self.axis, rows)
        within: NDArray[np.bool_] = (places >= self.shown[0]) & (places <= self.shown[1])
        return within

    def rows_text(self, total: int) -> str:
        """Return how many rows there are in the stretch, or that it is all of them."""
        if self.shown is None:
            return tr_n("all {n:,} row", "all {n:,} rows", total)
        return tr_n("{n:,} row", "{n:,} rows", total)

    def sentence(self, rows: str) -> str:
        """Return how many rows are shown, with the stretch if it is not everything.

        Parameters
        ----------
        rows : str
            How many, in words.
        """
        if self.shown is None or not rows:
            return rows
        low, high = (self._in_words(end, self.shown[1] - self.shown[0]) for end in self.shown)
        return tr("{rows}, from {low} to {high}", rows=rows, low=low, high=high)

    def shorter(self, rows: str) -> tuple[str, ...]:
        """Return what `sentence` says in fewer letters, for narrow plots: the stretch alone, and the rows alone.

        Parameters
        ----------
        rows : str
            How many, in words.
        """
        if self.shown is None or not rows:
            return ()
        low, high = (self._in_words(end, self.shown[1] - self.shown[0]) for end in self.shown)
        return tr("{low} to {high}", low=low, high=high), rows

    def _in_words(self, end: float, length: float) -> str:
        """Return a date, with its time of the day only where the stretch is a few days long."""
        if not self.is_of_dates:
            return f"{end:,.0f}"
        return date_text(end).split()[0] if length > 4 * DAY else date_text(end)
