"""What charts of time draw beside lines: shaded stretches with a name, and stems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mlp_gui.core.translation import tr
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.items import NO_ROWS, HitResult, Item, limits_of
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption, caption_metrics

SHADE = 0.10  # opacity
AIR = 4  # pixels between a name and a curve: lines have a width, and points are seen as dots


STEP = 4  # pixels from one place that is tried for a name to the next
Curves = tuple[tuple[NDArray, NDArray], ...]  # x and y of each, in places on the axes; x is ascending


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class Shade(Item):
    """A stretch of the x axis that belongs to a subset: a pale ground, with its name where no curve runs through it.

    Attributes
    ----------
    subset : str
    start, end : float
    curves : tuple of pairs of arrays of shape (n_points,)
        What the name keeps off: x and y of each curve, x ascending.
    """

    subset: str
    start: float
    end: float
    curves: Curves = ()

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        rect = axes.box.rect()
        left, right = (axes.pixel(x, 0).x() for x in (self.start, self.end))
        left, right = max(0.0, left), min(rect.width(), right)
        if right <= left:
            return
        colour = resolve_colour(self.subset)
        colour.setAlphaF(SHADE)
        painter.fillRect(QRectF(left, 0, max(1.0, right - left), rect.height()), colour)
        text = tr(self.subset)
        box = self.name_box(axes, caption_metrics().horizontalAdvance(text))
        if box is not None:
            painter.setFont(caption())
            painter.setPen(QColor(style.current().muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)

    def name_box(self, axes: Axes, width: float) -> QRectF | None:
        """Return where a name of that width stands: at the top or else at the bottom; None where it has no place.

        Parameters
        ----------
        axes : Axes
        width : float
            In pixels.
        """
        rect, height = axes.box.rect(), caption_metrics().height()
        left, right = (axes.pixel(x, 0).x() for x in (self.start, self.end))
        places = np.arange(max(0.0, left) + 4, min(rect.width(), right) - width - 4, STEP)
        if not len(places):
            return None
        columns = np.arange(places[0], places[-1] + width + STEP, STEP)
        upper, lower = _envelope([axes.to_pixels(x, y) for x, y in self.curves], columns)
        needed = int(np.ceil(width / STEP)) + 1
        for top in (2.0, rect.height() - height - 2):
            free = (lower < top - AIR) | (upper > top + height + AIR) | np.isnan(upper)
            runs = np.convolve(free, np.ones(needed), "valid")[: len(places)]
            at = np.flatnonzero(runs > needed - 0.5)
            if len(at):
                return QRectF(places[at[0]], top, width + 2, height)
        return None


def _envelope(curves: Sequence[tuple[NDArray, NDArray]], columns: NDArray) -> tuple[NDArray, NDArray]:
    """Return the smallest and largest y, in pixels, that curves have near each column; NaN where there is none."""
    upper, lower = np.full(len(columns), np.nan), np.full(len(columns), np.nan)
    for x, y in curves:
        fine = np.isfinite(x) & np.isfinite(y)
        x, y = x[fine], y[fine]
        if not len(x):
            continue
        between = np.interp(columns, x, y, left=np.nan, right=np.nan)
        at = np.rint((x - columns[0]) / STEP).astype(int)
        near = (at >= 0) & (at < len(columns))
        for found, take in ((upper, np.fmin), (lower, np.fmax)):
            take.at(found, at[near], y[near])
            found[:] = take(found, between)
    return upper, lower


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class Stems(Item):
    """Upright lines from 0 to each value, with a dot at the end: x and y of shape (n_points,)."""

    x: NDArray
    y: NDArray
    colour: str
    hover_texts: Callable[[int], tuple[str, ...]]

    def limits(self) -> tuple[float, float, float, float] | None:
        return limits_of(self.x, self.y)

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        px, py = axes.to_pixels(self.x, self.y)
        zero = axes.pixel(0, 0).y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(resolve_colour(self.colour), 2))
        painter.setBrush(resolve_colour(self.colour))
        for a, b in zip(px.tolist(), py.tolist(), strict=True):
            if b == b:  # NaN has no place
                painter.drawLine(QPointF(a, zero), QPointF(a, b))
                painter.drawEllipse(QPointF(a, b), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        px, py = axes.to_pixels(self.x, self.y)
        distance = np.where(np.isfinite(py), np.abs(px - place.x()), np.inf)
        if not len(distance) or not np.isfinite(distance.min()) or distance.min() > 8:
            return None
        at = int(distance.argmin())
        return HitResult(float(distance[at]), self.hover_texts(at), NO_ROWS, QPointF(px[at], py[at]))
