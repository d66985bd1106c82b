"""What a chart can show: lines, dots, stacked bars, bands, rules. Each paints itself and finds what is near a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mlp_gui.plotmath.decimate import decimate
from mlp_gui.plotmath.min_max_blocks import DENSE, MinMaxBlocks
from mlp_gui.views.charts import overlay
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.charts.column_renderer import PATTERNS, DashPattern, render_columns
from mlp_gui.views.charts.markers import MarkStamps, draw_mark, line_width, series_pen

Rows = NDArray[np.int64]
NO_ROWS: Rows = np.zeros(0, np.int64)


class HitResult(NamedTuple):
    """What is near a place in a chart."""

    distance: float  # in pixels; where several items answer, the nearest is read out
    texts: tuple[str, ...]  # how it is read out, in full and then shorter
    rows: Rows  # rows of the table behind it
    ring: QPointF | None  # where to draw a ring, in pixels


class Item:
    """Base of everything that a chart can show."""

    def limits(self) -> tuple[float, float, float, float] | None:
        """Return x0, x1, y0, y1 that the axes should hold; None when it does not matter."""
        return None

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        """Paint it; with `vector`, as lines instead of pixels, for an SVG."""
        raise NotImplementedError

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        """Return what is near a place, in pixels of the axes' layer; None when nothing is."""
        return None


def limits_of(x: NDArray, y: NDArray) -> tuple[float, float, float, float] | None:
    """Return x0, x1, y0, y1 of the finite points; None when there are none."""
    fine = np.isfinite(x) & np.isfinite(y)
    if not fine.any():
        return None
    return float(x[fine].min()), float(x[fine].max()), float(y[fine].min()), float(y[fine].max())


@dataclass(frozen=True, eq=False)  # arrays do not compare to one truth value
class Line(Item):
    """A line through points.

    Attributes
    ----------
    x, y : arrays of shape (n_points,)
        x is ascending when there are many; NaN in y makes a gap.
    hover_texts : callable, optional
        Position of a point -> how it is read out, in full and then shorter.
    """

    x: NDArray
    y: NDArray
    colour: str
    mark: str = "line"
    hover_texts: Callable[[int], tuple[str, ...]] | None = None
    width: float = 1.6
    opacity: float = 1.0
    blocks: MinMaxBlocks = field(default_factory=MinMaxBlocks)

    def limits(self) -> tuple[float, float, float, float] | None:
        return limits_of(self.x, self.y)

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        x, y = self.x, self.y
        if len(x) > DENSE * axes.box.rect().width():
            if not vector and self._fill(painter, axes):
                return
            x0, x1, _, _ = axes.view()
            x, y, _ = decimate(x, y, np.linspace(x0, x1, max(2, round(axes.box.rect().width()) + 1)))
        px, py = axes.to_pixels(np.asarray(x, float), np.clip(np.asarray(y, float), -1e300, 1e300))
        py = np.clip(py, -1e4, 1e4)  # further out Qt's painter loses count
        colour = resolve_colour(self.colour)
        colour.setAlphaF(self.opacity)
        pen = series_pen(colour, self.mark)
        pen.setWidthF(line_width(self.width))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        ends = np.flatnonzero(~(np.isfinite(px) & np.isfinite(py)))
        for part in np.split(np.arange(len(px)), ends):
            part = part[np.isfinite(py[part]) & np.isfinite(px[part])]
            if len(part) > 1:
                painter.drawPolyline(pg.functions.arrayToQPolygonF(px[part], py[part]))
            elif len(part):
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(px[part[0]], py[part[0]]), line_width(), line_width())
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def _fill(self, painter: QPainter, axes: Axes) -> bool:
        """Fill columns of pixels if there are more than two points for each, and return whether that was so."""
        rect, (x0, x1, y0, y1) = axes.box.rect(), axes.view()
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        columns, blocks = max(2, round(rect.width() * ratio)), self.blocks
        blocks.extend(np.asarray(self.x, float), np.asarray(self.y, float))
        if blocks.search(x1, "right") - blocks.search(x0, "left") <= DENSE * columns:
            return False
        found = blocks.envelope(np.linspace(x0, x1, columns + 1))
        last, low, high = ((y1 - v) * (rect.height() * ratio / (y1 - y0)) for v in (found.last, found.low, found.high))
        pattern = PATTERNS.get(self.mark)
        image = render_columns(
            found._replace(last=last, low=high, high=low),
            columns,
            round(rect.height() * ratio),
            line_width(self.width * ratio),
            resolve_colour(self.colour).name(),
            DashPattern(0, *(line_width(ratio * length) for length in pattern)) if pattern is not None else None,
        )
        painter.setOpacity(self.opacity)
        painter.drawImage(QRectF(0, 0, columns / ratio, image.height() / ratio), image)
        painter.setOpacity(1.0)
        return True

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        if self.hover_texts is None or not len(self.x):
            return None
        px, py = axes.to_pixels(np.asarray(self.x, float), np.asarray(self.y, float))
        # x decides; y only where points lie above each other.
        distance = np.abs(px - place.x()) + 0.02 * np.abs(py - place.y())
        if not np.isfinite(distance).any():
            return None
        at = int(np.nanargmin(np.where(np.isfinite(distance), distance, np.inf)))
        # A dot within reach is read before the line through it.
        return HitResult(4 + float(abs(py[at] - place.y())) / 6, self.hover_texts(at), NO_ROWS, QPointF(px[at], py[at]))


@dataclass(frozen=True, eq=False)
class Dots(Item):
    """Marks at points, which stand for rows of the table.

    Attributes
    ----------
    x, y, rows : arrays of shape (n_points,)
        Place, and number of the row in the table.
    groups : tuple of Rows
        Instead of `rows`, where a point stands for several: the rows of each point.
    """

    x: NDArray
    y: NDArray
    rows: NDArray
    mark: str
    colour: str
    hover_texts: Callable[[int], tuple[str, ...]]
    size: float = 7.0
    opacity: float = 1.0
    stamps: MarkStamps = field(default_factory=MarkStamps)
    groups: tuple[Rows, ...] = ()

    def limits(self) -> tuple[float, float, float, float] | None:
        return limits_of(self.x, self.y)

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        x, y = axes.to_pixels(self.x, self.y)
        colour = resolve_colour(self.colour)
        if not vector:
            self.stamps.draw(painter, self.mark, colour.name(), x, y, self.size, self.opacity)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for a, b in zip(x.tolist(), y.tolist(), strict=True):
            if a == a and b == b:  # NaN has no place
                draw_mark(painter, self.mark, QPointF(a, b), colour, self.size, self.opacity)

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        if not len(self.x):
            return None
        x, y = axes.to_pixels(self.x, self.y)
        distance = np.hypot(x - place.x(), y - place.y())
        at = int(np.where(np.isfinite(distance), distance, np.inf).argmin())
        if not np.isfinite(distance[at]) or distance[at] > 12:
            return None
        ring = QPointF(float(x[at]), float(y[at]))
        rows = self.groups[at] if self.groups else np.atleast_1d(self.rows[at])
        return HitResult(float(distance[at]), self.hover_texts(at), rows, ring)

    def paint_selected(self, painter: QPainter, axes: Axes, chosen: Rows) -> None:
        """Draw a ring around each chosen row."""
        at = np.flatnonzero(np.isin(self.rows, chosen))[:2000]
        overlay.rings(painter, *axes.to_pixels(self.x[at], self.y[at]))


@dataclass(frozen=True, eq=False)
class Bars(Item):
    """Upright bars: `edges` of shape (n_bins + 1,), `bottom` and `top` (n_bins,), `rows` of the table in each bin."""

    edges: NDArray
    bottom: NDArray
    top: NDArray
    colour: str
    hover_texts: Callable[[int], tuple[str, ...]]
    rows: tuple[NDArray, ...] = ()
    opacity: float = 0.75

    def limits(self) -> tuple[float, float, float, float] | None:
        return float(self.edges[0]), float(self.edges[-1]), 0.0, float(max(self.top.max(initial=0), 0))

    def _boxes(self, axes: Axes) -> list[QRectF]:
        px, low = axes.to_pixels(self.edges, np.resize(self.bottom, len(self.edges)))
        high = axes.to_pixels(self.edges, np.resize(self.top, len(self.edges)))[1]
        return [
            QRectF(round(px[k]) + 0.5, high[k], max(1.0, round(px[k + 1]) - round(px[k]) - 1), low[k] - high[k])
            for k in range(len(self.top))
        ]

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        fill, edge = resolve_colour(self.colour), resolve_colour(self.colour)
        fill.setAlphaF(self.opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for box in self._boxes(axes):
            if box.height() > 0:
                painter.fillRect(box, fill)
                painter.setPen(QPen(edge, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box.adjusted(0, 0, -1, 0))

    def hit_test(self, axes: Axes, place: QPointF) -> HitResult | None:
        for k, box in enumerate(self._boxes(axes)):
            if box.adjusted(0, -2, 1, 2).contains(place) and box.height() > 0:
                return HitResult(0.0, self.hover_texts(k), self.rows[k] if self.rows else NO_ROWS, None)
        return None


@dataclass(frozen=True, eq=False)
class Band(Item):
    """The area between `low` and `high`, arrays of shape (n_points,) like `x`."""

    x: NDArray
    low: NDArray
    high: NDArray
    colour: str
    opacity: float = 0.18

    def limits(self) -> tuple[float, float, float, float] | None:
        return limits_of(np.concatenate([self.x, self.x]), np.concatenate([self.low, self.high]))

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        fine = np.isfinite(self.low) & np.isfinite(self.high)
        if fine.sum() < 2:
            return
        x, low = axes.to_pixels(self.x[fine], self.low[fine])
        high = axes.to_pixels(self.x[fine], self.high[fine])[1]
        points = [QPointF(a, b) for a, b in zip(x.tolist(), low.tolist(), strict=True)]
        points += [QPointF(a, b) for a, b in zip(x[::-1].tolist(), high[::-1].tolist(), strict=True)]
        colour = resolve_colour(self.colour)
        colour.setAlphaF(self.opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(points))


@dataclass(frozen=True, eq=False)
class Rule(Item):
    """A straight line at an x, at a y, or along y = slope * x + offset, with a text."""

    x: float | None = None
    y: float | None = None
    text: str = ""
    colour: str = "muted"
    dash: bool = False
    slope: float | None = None
    offset: float = 0.0

    def paint(self, painter: QPainter, axes: Axes, vector: bool) -> None:
        rect, colour = axes.box.rect(), resolve_colour(self.colour)
        if self.x is not None:
            at = axes.pixel(self.x, 0).x()
            overlay.upright(painter, rect, at, colour.name(), self.dash)
            if self.text and 0 <= at <= rect.width():
                overlay.tag(painter, overlay.tag_box(rect, at, self.text), self.text, colour.name())
            return
        slope, offset = (0.0, self.y) if self.y is not None else (self.slope or 0.0, self.offset)
        x0, x1, _, _ = axes.view()
        pen = QPen(colour, 1, Qt.PenStyle.DashLine if self.dash else Qt.PenStyle.SolidLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.y is None)
        painter.setPen(pen)
        a, b = axes.pixel(x0, slope * x0 + offset), axes.pixel(x1, slope * x1 + offset)
        if self.y is not None:
            a, b = QPointF(round(a.x()), round(a.y())), QPointF(round(b.x()), round(b.y()))  # one sharp row of pixels
        painter.drawLine(a, b)
