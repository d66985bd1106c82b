"""Points around the identity line, a mark for each subset, with R² and the squared correlation in the corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.engine.metrics.regression import R2, SquaredCorrelation
from mlp_gui.plotmath.sampling import allot_points
from mlp_gui.plotmath.scales import LINEAR, LOG
from mlp_gui.plotmath.stable_range import StableRange
from mlp_gui.plotmath.ticks import nice_range
from mlp_gui.views.charts import overlay
from mlp_gui.views.charts.axes import Axes, Range
from mlp_gui.views.charts.chart import widen_range
from mlp_gui.views.charts.markers import LINES, MARKS, MarkStamps, draw_mark, series_pen
from mlp_gui.views.charts.overlay import rows_inside
from mlp_gui.views.plots.evaluation.fit_line import fit_line
from mlp_gui.views.plots.evaluation.interval_band import Ends, paint_interval
from mlp_gui.views.plots.evaluation.scatter_points import SubsetPoints, finite_limits
from mlp_gui.views.plots.evaluation.score_box import ScoreBox, SubsetScore
from mlp_gui.views.theme import style

AIR = 0.025  # of the range, at both ends
BEND = 60  # points of a fitted line on logarithmic axes
REACH = 12.0  # pixels between the pointer and the point that is read out
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ScatterAxes(Axes):
    """True values to the right, predictions upwards, in the same unit.

    Attributes
    ----------
    fits : dict of str to tuple or None
        Slope and offset of each subset's least-squares line; None where there is none.
    chosen : ndarray
        Rows in the table that are ringed.
    drawn : dict
        Subset -> its points, so many as a frame can show.
    hidden : int
        How many points have no place on logarithmic axes.
    score_box : ScoreBox

    Signals
    -------
    pointed_at(tuple or None)
        (subset, row, true, predicted) of the point under the pointer.
    row_pressed(int or None)
        Row of the point that was clicked; None beside the points.
    row_chosen(int)
        Row of the point that was double-clicked.
    """

    pointed_at = Signal(object)
    row_pressed = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self._vector = False
        self.drawn: dict[str, SubsetPoints] = {}
        self._placed: dict[str, SubsetPoints] = {}  # the same, in places on the axes
        self.hidden = 0
        self.score_box = ScoreBox()
        self._stamps = {subset: MarkStamps() for subset in MARKS}  # one each: a stamp keeps the picture of its mark
        self._steady = StableRange()
        self.fits: dict[str, tuple[float, float] | None] = {}
        self._truth: Range | None = None
        self._limits: Range = (np.inf, -np.inf)
        self._found: tuple[str, int] | None = None
        self.interval: Ends | None = None  # of predictions, in original units
        self.left.name(tr("predicted"))
        self.bottom.name(tr("true"))
        self.chosen: NDArray[np.int64] = np.zeros(0, np.int64)
        self.pointed.connect(self._on_place)
        self.pressed.connect(self._on_pressed)

    def set_vector_mode(self, on: bool) -> None:
        super().set_vector_mode(on)
        self._vector = on

    def forget(self) -> None:
        """Begin the ranges anew, as other rows or another target follow."""
        self.drawn, self._placed, self._found, self._truth = {}, {}, None, None
        self.score_box.forget()
        for axis in (self.bottom, self.left):
            axis.show_numbers(False)
        self._steady.reset()
        self.user_zoomed = False
        self.repaint_inside()

    def set_logarithmic(self, on: bool) -> None:
        """Set whether both axes are logarithmic; the ranges begin anew."""
        self.forget()
        scale = LOG if on else LINEAR
        self.set_scales(scale, scale)

    def show_points(self, points: Mapping[str, SubsetPoints], target: str, most: int) -> None:
        """Show the points of each subset; at most about `most` of them are drawn."""
        self.bottom.name(tr("true {name}", name=target).strip())
        r2, correlation = R2(), SquaredCorrelation()
        limits = allot_points([len(p.true) for p in points.values()], most)
        self.fits = {subset: fit_line(p.true, p.predicted) for subset, p in points.items()}
        self.drawn = {s: p.thinned(limit) for (s, p), limit in zip(points.items(), limits, strict=True)}
        scale = self.bottom.scale_
        self._placed = {s: p.placed(scale) for s, p in self.drawn.items()}
        self.hidden = sum(p.hidden(scale) for p in points.values())
        self.score_box.scores = [
            SubsetScore(subset, format_number(r2(p.true, p.predicted)), format_number(correlation(p.true, p.predicted)))
            for subset, p in points.items()
        ]
        for axis in (self.bottom, self.left):
            axis.show_numbers(bool(points))
        if points:
            self._set_ranges({s: p.placed(scale) for s, p in points.items()})
        self.repaint_inside()

    def _set_ranges(self, points: Mapping[str, SubsetPoints]) -> None:
        lows, highs = zip(*(finite_limits(p.predicted) for p in points.values()), strict=True)
        true_lows, true_highs = zip(*(finite_limits(p.true) for p in points.values()), strict=True)
        known = self._truth or (np.inf, -np.inf)  # of a large table some rows at first, all of them at rest
        self._truth = min(*true_lows, known[0]), max(*true_highs, known[1])
        self._limits = min(*lows, self._truth[0]), max(*highs, self._truth[1])
        if not np.isfinite(self._limits).all() or not np.isfinite(self._truth).all():
            return  # no point has a place on these axes
        across = nice_range(*self._truth) if self.bottom.scale_ == LINEAR else self._truth
        up = self._steady.update_range(*self._limits)
        self.show_range(widen_range(across, AIR), widen_range(up, AIR))

    def finish_animation(self) -> bool:
        """Fit the range to the points, at rest, and return whether that changes it."""
        return self._truth is not None and self._steady.shrink_now(*self._limits)

    def shown_rows(self) -> int:
        return sum(len(p.true) for p in self.drawn.values())

    def scores(self) -> Sequence[SubsetScore]:
        """Return what stands in the corner."""
        return self.score_box.scores

    # --- painting --------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, QColor(style.current().panel))
        self.paint_grid(painter, rect)
        if not self.drawn:
            overlay.centred(painter, rect, tr("The points appear with the first weights."))
            return
        if self.interval is not None:
            paint_interval(painter, self, self.bottom.scale_, self.interval)
        self._paint_identity(painter)
        self._paint_fits(painter)
        pixels = {subset: self.to_pixels(points.true, points.predicted) for subset, points in self._placed.items()}
        every = np.concatenate([np.stack(each) for each in pixels.values()], axis=1)
        self.score_box.paint(painter, self.score_box.place(rect, *every))  # below the points: no text may hide one
        palette = style.current()
        for subset, (x, y) in pixels.items():
            mark, colour = MARKS[subset], palette.series(subset)
            if self._vector:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                for a, b in zip(x.tolist(), y.tolist(), strict=True):
                    if a == a and b == b:  # NaN has no place
                        draw_mark(painter, mark, QPointF(a, b), QColor(colour), *self._look())
            else:
                self._stamps[subset].draw(painter, mark, colour, x, y, *self._look())
        self._paint_chosen(painter)
        self._paint_found(painter)

    def _look(self) -> tuple[float, float]:
        """Return size and opacity: many marks are smaller and lighter, so that those below can be seen."""
        return (7.0, 1.0) if self.shown_rows() <= 1000 else (5.0, 0.4)

    def _paint_identity(self, painter: QPainter) -> None:
        x0, x1, y0, y1 = self.view()
        low, high = max(x0, y0), min(x1, y1)
        if high > low:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(style.current().muted), 1))
            painter.drawLine(self.pixel(low, low), self.pixel(high, high))

    def _paint_fits(self, painter: QPainter) -> None:
        """Paint the least-squares line of every subset, as far as its points reach."""
        for subset, line in self.fits.items():
            true = self.drawn[subset].true
            if line is None or not len(true):
                continue
            slope, offset = line
            scale = self.bottom.scale_
            low, high = finite_limits(self._placed[subset].true)
            if low > high:
                continue
            places = np.linspace(low, high, 2 if scale == LINEAR else BEND)  # straight is bent on logarithmic axes
            x, y = self.to_pixels(places, scale.to(slope * scale.inverse(places) + offset))
            fine = np.isfinite(y)
            painter.setPen(series_pen(QColor(style.current().series(subset)), LINES[subset]))
            painter.drawPolyline([QPointF(a, b) for a, b in zip(x[fine].tolist(), y[fine].tolist(), strict=True)])

    def _paint_found(self, painter: QPainter) -> None:
        if self._found is None:
            return
        subset, at = self._found
        points = self._placed[subset]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(style.current().text), 1.5))
        painter.drawEllipse(self.pixel(float(points.true[at]), float(points.predicted[at])), 7, 7)

    def _paint_chosen(self, painter: QPainter) -> None:
        """Paint a ring around every chosen row."""
        for points in self._placed.values() if len(self.chosen) else ():
            at = np.flatnonzero(np.isin(points.row_numbers, self.chosen))
            x, y = self.to_pixels(points.true[at], points.predicted[at])
            overlay.rings(painter, x, y)

    # --- pointer ---------------------------------------------------------------------------------------------

    def _on_place(self, place: QPointF | None) -> None:
        found = self._nearest(place) if place is not None else None
        if found == self._found:
            return
        self._found = found
        if found is None:
            self.pointed_at.emit(None)
        else:
            subset, at = found
            p = self.drawn[subset]
            self.pointed_at.emit((subset, int(p.row_numbers[at]), float(p.true[at]), float(p.predicted[at])))
        self.repaint_inside()

    def row_at(self) -> int | None:
        """Return the row of the point under the pointer, from 0."""
        return None if self._found is None else int(self.drawn[self._found[0]].row_numbers[self._found[1]])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at()
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()
            self.row_chosen.emit(row)

    def _on_pressed(self, place: QPointF) -> None:
        found = self._nearest(place)
        self.row_pressed.emit(int(self.drawn[found[0]].row_numbers[found[1]]) if found is not None else None)

    def enclosed_rows(self, corners: NDArray) -> NDArray[np.int64]:
        """Return the rows of the points inside a closed line, its corners in pixels, of shape (n_corners, 2)."""
        return rows_inside(self, corners, ((p.true, p.predicted, p.row_numbers) for p in self._placed.values()))

    def _nearest(self, place: QPointF) -> tuple[str, int] | None:
        best, found = REACH**2, None  # squares spare the root of each distance
        for subset, points in self._placed.items():
            x, y = self.to_pixels(points.true, points.predicted)
            distance = (x - place.x()) ** 2 + (y - place.y()) ** 2
            distance = np.where(np.isfinite(distance), distance, np.inf)
            at = int(distance.argmin())
            if distance[at] < best:
                best, found = float(distance[at]), (subset, at)
        return found
