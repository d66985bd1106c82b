"""A chart whose x axis is time: rows of all subsets in their order, shaded by subset; others follow its zoom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mlp_gui.core.dataset import Task
from mlp_gui.core.translation import mark, tr, tr_n
from mlp_gui.session.evaluation.time_zoom import ORDER, Range, TimeZoom, date_columns, default_axis, places_along
from mlp_gui.views.charts.chart import widen_range
from mlp_gui.views.charts.header import LegendKey
from mlp_gui.views.charts.items import Item, Line
from mlp_gui.views.charts.row_chart import RowChart
from mlp_gui.views.plots.time.series_items import Shade
from mlp_gui.views.plots.time.time_axis import (
    EVERY,
    MOST_BLOCKS,
    OrderedRows,
    broken,
    rows_of_series,
    series_names,
)

if TYPE_CHECKING:
    from mlp_gui.session.evaluation.plot_update import PlotUpdate, RunContext


class TimeChart(RowChart):
    """Base of the series and its residuals.

    Attributes
    ----------
    along : HeaderCombo
        What orders the rows: a column, or the order of the file.
    """

    group, place = mark("Evaluation"), "top_left"
    tasks = frozenset({Task.REGRESSION})
    subsamples = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.along = self.add_choice(tr("What orders the rows"), ORDER)
        self.series = self.add_choice(tr("Which series is shown"))
        self.series.changed.connect(self._on_series)
        self.series.hide()
        self._zoom: TimeZoom | None = None
        # Of which predictions, axis, target and series.
        self._ordered: tuple[object, str, int, str, OrderedRows] | None = None
        self._following = False
        self.axes.zoomed.connect(self._on_zoomed)

    def follow(self, zoom: TimeZoom) -> None:
        """Look at the stretch of time that others look at, from now on, and let them look at this one's."""
        self._zoom = zoom
        zoom.changed.connect(self._on_others_zoomed)

    def update_plot(self, look: PlotUpdate) -> None:
        self.show_predictions(look.predictions)  # the axis shows the stretch, and leads out of it

    @Slot()
    def _on_zoomed(self) -> None:
        if self._zoom is not None and not self._following:
            x0, x1, _, _ = self.axes.view()
            self._following = True  # its own news
            self._zoom.show(self.along.chosen(), (x0, x1) if self.axes.user_zoomed else None, self.is_dates())
            self._following = False

    @Slot(object)
    def _on_series(self, _: object = None) -> None:
        if self._zoom is not None:
            self._zoom.choose(self.series.chosen())

    @Slot()
    def _on_others_zoomed(self) -> None:
        if not self._following:
            self._show_series()
            self.axes.user_zoomed = False
            self.mark_dirty()

    def _show_series(self) -> None:
        names = series_names(self.scene)
        wanted = self._zoom.series if self._zoom is not None else self.series.chosen()
        self.series.set_texts(names, wanted, [*names[:-1], tr(EVERY)] if names else [])
        self.series.setVisible(bool(names))

    def stretch(self) -> Range | None:
        """Return the stretch of time that is looked at; None is everything."""
        return self._zoom.on(self.along.chosen()) if self._zoom is not None else None

    def set_run(self, scene: RunContext | None) -> None:
        columns = scene.columns if scene is not None else {}
        dates = date_columns(scene)
        targets = scene.dataset.target_names if scene is not None else ()
        others = (name for name, kind in columns.items() if kind != "date" and name not in targets)
        self.along.set_texts([ORDER, *dates, *others], default_axis(scene), [tr(ORDER)])
        if self._zoom is not None:
            self._zoom.show(self.along.chosen(), None)  # another table may have no row in the stretch
        super().set_run(scene)
        self._show_series()

    def subsets(self) -> Iterator[tuple[str, NDArray, NDArray, NDArray]]:
        for name, rows, true, predicted in super().subsets():
            own = rows_of_series(self.scene, self.series.chosen(), rows)
            yield (name, rows, true, predicted) if own.all() else (name, rows[own], true[own], predicted[own])

    def is_dates(self) -> bool:
        """Return whether the rows are ordered by dates."""
        return self.scene is not None and self.scene.columns.get(self.along.chosen()) == "date"

    def place_of(self, rows: NDArray) -> NDArray:
        """Return where rows lie on the axis."""
        return places_along(self.scene, self.along.chosen() if self.along.index() > 0 else ORDER, rows)

    def ordered(self) -> OrderedRows:
        """Return the rows of all subsets in their order, without those that have no place."""
        kept, wanted = self._ordered, (self._seen, self.along.chosen(), self.chosen(), self.series.chosen())
        if kept is None or kept[0] is not wanted[0] or kept[1:4] != wanted[1:]:
            kept = (*wanted, self._sorted())  # a zoom draws the same rows again and again
            self._ordered = kept
        return kept[4]

    def _sorted(self) -> OrderedRows:
        parts = list(self.subsets())
        names = tuple(name for name, *_ in parts)
        if not parts:
            nothing = np.zeros(0)
            return OrderedRows(nothing, np.zeros(0, np.int64), nothing, nothing, np.zeros(0, np.int64), ())
        rows, true, predicted = (np.concatenate([part[k] for part in parts]) for k in (1, 2, 3))
        subset = np.repeat(np.arange(len(parts)), [len(part[1]) for part in parts])
        places = self.place_of(rows)
        order = np.argsort(places, kind="stable")
        order = order[np.isfinite(places[order])]
        return OrderedRows(places[order], rows[order], true[order], predicted[order], subset[order], names)

    def shades(self, found: OrderedRows, *curves: NDArray) -> list[Item]:
        """Return a shaded stretch for each run of rows of one subset; none when they are too many to be seen.

        Parameters
        ----------
        found : OrderedRows
        *curves : arrays of shape (n_rows,)
            Places on the y axis that no name may cover.
        """
        blocks = found.blocks()
        if len(found.names) < 2 or len(blocks) > MOST_BLOCKS:
            return []
        x = found.places
        made: list[Item] = []
        for name, first, end in blocks:
            start = (x[first - 1] + x[first]) / 2 if first else x[first]
            stop = (x[end - 1] + x[end]) / 2 if end < len(x) else x[end - 1]
            part = slice(max(0, first - 1), end + 1)
            own = tuple((x[part], values[part]) for values in curves)
            made.append(Shade(name, float(start), float(stop), own))
        return made

    def lines(self, found: OrderedRows, values: NDArray, width: float = 1.4) -> list[Item]:
        """Return lines in the colours of their subsets, or a single one when these change too often.

        Parameters
        ----------
        found : OrderedRows
        values : ndarray of shape (n_rows,)
            Places on the y axis.
        width : float
        """
        blocks = found.blocks()
        if len(blocks) > MOST_BLOCKS:
            return [Line(*broken(found.places, values), "accent", width=width)]
        return [Line(*broken(found.places[a:b], values[a:b]), name, width=width) for name, a, b in blocks]

    def shown_range(self, found: OrderedRows) -> Range | None:
        """Return the range of the x axis: the stretch that is looked at, or from the first row to the last."""
        if self.stretch() is not None or len(found.places) < 2:
            return self.stretch()
        return widen_range((float(found.places[0]), float(found.places[-1])))

    def subset_keys(self, found: OrderedRows) -> list[LegendKey]:
        """Return the legend: lines, or marks where a line alone does not tell the subsets apart."""
        if len(found.blocks()) > MOST_BLOCKS:
            return self.keys()
        return [LegendKey(tr(name), name, "line") for name in found.names]

    def notice(self, hidden: int) -> tuple[str, ...]:
        """Return the arguments of `show_notice`.

        Parameters
        ----------
        hidden : int
            How many values have no place on the axis.
        """
        if hidden:
            return (
                tr_n("{n:,} value has no place on this axis", "{n:,} values have no place on this axis", hidden),
                "warning",
            )
        rows, stretch = self.ordered(), self.stretch()
        total = sum(len(each.true) for each in self._seen.values())
        if self._zoom is not None and stretch is not None:
            n = int(np.sum((rows.places >= stretch[0]) & (rows.places <= stretch[1])))
            said = tr_n("{n:,} row", "{n:,} rows", n)
            return self._zoom.sentence(said), "muted", *self._zoom.shorter(said)
        if self.series.chosen() in ("", EVERY):
            return self.status_notice()
        return tr(
            "{n:,} of {total:,} rows: {series}", n=len(rows.rows), total=total, series=self.series.chosen()
        ), "muted"
