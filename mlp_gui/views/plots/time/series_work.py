"""A plot about a series that is computed at rest, in the background, for the rows of the stretch that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.session.evaluation.time_zoom import NOTHING_WITHIN, Range, TimeZoom, default_axis, places_along
from mlp_gui.views.charts.background_chart import BackgroundChart, Work
from mlp_gui.views.charts.header_combo import ShowAllButton
from mlp_gui.views.plots.time.time_axis import EVERY, rows_of_series, series_names

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext

ALL = mark("all subsets")
AT_REST = mark("It is computed when training is paused.")


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class SeriesRows:
    """Rows of one subset in the order of time; arrays of shape (n_rows,).

    Attributes
    ----------
    places, true, predicted : ndarray
    """

    places: NDArray
    true: NDArray
    predicted: NDArray


Compute = Callable[[dict[str, SeriesRows]], Any]


class SeriesWork(BackgroundChart):
    """Base of what is computed of all rows of a series. A subclass writes `compute`, `set_result` and `contents`.

    Attributes
    ----------
    target : HeaderCombo
        Which of the targets is shown; hidden when there is only one.
    subset : HeaderCombo
        Whose rows are shown; only where `chooses_subset`.
    """

    group, place = mark("Evaluation"), "bottom_right"
    tasks = frozenset({Task.REGRESSION})
    chooses_subset = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom: TimeZoom | None = None
        self.target = self.add_choice(tr("The target that is shown"))
        self.subset = self.add_choice(tr("Whose rows are shown"))
        self.series = self.add_choice(tr("Which series is shown"))
        for choice in (self.target, self.subset):
            choice.changed.connect(self._on_chosen)
        self.series.changed.connect(self._on_series)
        for choice in (self.target, self.subset, self.series):
            choice.hide()
        self.header.add_switch(ShowAllButton())

    @staticmethod
    def compute(parts: dict[str, SeriesRows]) -> Any:
        """Compute the result from the rows of each subset, in a thread. Override."""
        raise NotImplementedError

    def computation(self) -> Compute:
        """Return what computes the result; it holds no widget. Override where a choice belongs to it."""
        return self.compute

    def follow(self, zoom: TimeZoom) -> None:
        """Compute for the stretch of time that others look at, from now on."""
        self._zoom = zoom
        zoom.changed.connect(self._on_chosen)

    @Slot(object)
    def _on_series(self, _: object = None) -> None:
        if self._zoom is not None:
            self._zoom.choose(self.series.chosen())
        else:
            self.request_again()

    @Slot()
    def _on_chosen(self, _: object = None) -> None:
        self._show_series()
        self.request_again()

    def _show_series(self) -> None:
        names = series_names(self.scene)
        wanted = self._zoom.series if self._zoom is not None else self.series.chosen()
        self.series.set_texts(names, wanted, [*names[:-1], tr(EVERY)] if names else [])
        self.series.setVisible(bool(names))

    def set_run(self, scene: RunContext | None) -> None:
        super().set_run(scene)
        self.set_result(None)
        names = scene.dataset.target_names if scene is not None else ()
        self.target.set_texts(names, self.target.chosen())
        self.target.setVisible(len(names) > 1)
        subsets = [name for name, rows in scene.dataset.subsets.items() if len(rows)] if scene is not None else []
        self._offer(subsets)
        self._show_series()

    def _offer(self, subsets: list[str]) -> None:
        last = next((name for name in (Subset.TEST, Subset.VALIDATION) if name in subsets), "")
        texts = [*subsets, ALL] if len(subsets) > 1 else subsets
        self.subset.set_texts(texts, last, [tr(text) for text in texts])
        self.subset.setVisible(self.chooses_subset and len(texts) > 1)

    def axis_name(self) -> str:
        """Return what orders the rows: the first column of dates, or the order of the file."""
        return default_axis(self.scene)

    def stretch(self) -> Range | None:
        """Return the stretch of time that is looked at; None is everything."""
        return self._zoom.on(self.axis_name()) if self._zoom is not None else None

    def target_name(self) -> str:
        """Return the name of the chosen target with its unit."""
        return self.scene.with_unit(self.target.chosen()) if self.scene is not None and self.target.chosen() else ""

    def make_work(self, look: PlotUpdate) -> Work | None:
        parts = self._parts(look)
        if parts is None:
            return None
        compute = self.computation()
        return lambda progress, cancelled: compute(parts)

    def _parts(self, look: PlotUpdate) -> dict[str, SeriesRows] | None:
        """Return the rows of each wanted subset; None while not all of them have been predicted."""
        seen, at = look.predictions, max(0, self.target.index())
        if any(len(rows.true) < rows.rows_in_subset for rows in seen.values()):
            return None
        if seen and self.subset.chosen() not in (*seen, ALL):
            self._offer(list(seen))
        chosen, stretch, made = self.subset.chosen(), self.stretch(), {}
        for name, rows in seen.items():
            if self.chooses_subset and chosen not in (name, ALL):
                continue
            places = places_along(look.context, self.axis_name(), rows.row_numbers)
            order = np.argsort(places, kind="stable")
            order = order[rows_of_series(look.context, self.series.chosen(), rows.row_numbers)[order]]
            if stretch is not None:
                within = (places[order] >= stretch[0]) & (places[order] <= stretch[1])
                order = order[within]
            made[name] = SeriesRows(places[order], rows.true[order, at], rows.predicted[order, at])
        return made

    def no_rows_text(self, result: object) -> str:
        """Return what stands in the place of a result that is not there yet, or that is of no rows.

        Parameters
        ----------
        result : object
            None before there is any.
        """
        is_part = result is not None and self.stretch() is not None
        return tr(NOTHING_WITHIN) if is_part else tr(AT_REST)

    def rows_notice(self, rows: int) -> tuple[str, ...]:
        """Return the arguments of `show_notice`: how many rows the result is of, and which stretch.

        Parameters
        ----------
        rows : int
        """
        said = tr_n("{n:,} row", "{n:,} rows", rows)
        if self._zoom is None or self.stretch() is None:
            return self.progress_notice(said)
        return *self.progress_notice(self._zoom.sentence(said)), *self._zoom.shorter(said)


def joined(parts: dict[str, SeriesRows]) -> SeriesRows:
    """Return the rows of several subsets as one series in the order of time.

    Parameters
    ----------
    parts : dict of SeriesRows
    """
    if not parts:
        return SeriesRows(np.zeros(0), np.zeros(0), np.zeros(0))
    every = list(parts.values())
    places = np.concatenate([one.places for one in every])
    order = np.argsort(places, kind="stable")
    true, predicted = np.concatenate([one.true for one in every]), np.concatenate([one.predicted for one in every])
    return SeriesRows(places[order], np.asarray(true, float)[order], np.asarray(predicted, float)[order])
