"""A curve that grows: only its new points are drawn, onto a picture that is kept until the view changes.

Where there are more than two points for a column of pixels the columns are filled from the lowest to the highest one:
this takes the same time for a thousand epochs and for a million.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from mlp_gui.plotmath.decimate import FAR, dash_segments, decimate
from mlp_gui.plotmath.min_max_blocks import DENSE, MinMaxBlocks
from mlp_gui.plotmath.scales import Scale
from mlp_gui.views.charts.column_renderer import PATTERNS, STEEP, DashPattern, render_columns
from mlp_gui.views.charts.markers import DASH_ON, DASH_PERIOD, line_width

PIECE = 16  # segments; in one line 10,000 antialiased points were measured to take 0.5 s, in pieces 0.03 s
FEW = 64  # points near a label that are looked at one by one
NONE = np.zeros(0)
Scales = tuple[Scale, Scale]


class LineRenderer:
    """One series over epochs, drawn onto a picture that is kept.

    Attributes
    ----------
    x, y : arrays of shape (n_points,)
        x is ascending; NaN and inf in y make a gap.
    dash : bool
    colour : str
        "#rrggbb".
    bad_x : array of shape (n_bad,)
        Where the drawn part has values that cannot be shown.
    """

    def __init__(self, dash: bool = False) -> None:
        self.x: NDArray[np.float64] = NONE
        self.y: NDArray[np.float64] = NONE
        self.dash = dash
        self.colour = "#000000"
        self.bad_x: NDArray[np.float64] = NONE
        self._blocks = MinMaxBlocks()
        self._picture = QPixmap()
        self._key: object = None
        self._drawn = 0
        self._tail = (0.0, 0.0)

    def set_data(self, x: NDArray, y: NDArray) -> None:
        """Take all points; the new ones are drawn at the next paint.

        Parameters
        ----------
        x, y : arrays of shape (n_points,)
        """
        self.x, self.y = x, y
        self._blocks.extend(x, y)

    def index_of(self, x: float) -> int:
        """Return the position of the first point that is not left of x."""
        return self._blocks.search(x, "left")

    def invalidate(self) -> None:
        """Draw everything anew next time."""
        self._key = None

    def paint(self, painter: QPainter, rect: QRectF, view: tuple, scales: Scales, vector: bool) -> None:
        """Paint the series.

        Parameters
        ----------
        painter : QPainter
        rect : QRectF
            The inside of the axes, in pixels.
        view : tuple of float
            x0, x1, y0, y1 in places on the axes.
        scales : tuple of Scale
            How x and y are laid along the axes.
        vector : bool
            Draw lines instead of the kept picture, for an SVG.
        """
        if vector:
            self._draw(painter, rect, view, scales, 0)
            return
        self.prepare(painter, rect, view, scales)
        painter.drawPixmap(QPointF(0, 0), self._picture)

    def prepare(self, painter: QPainter, rect: QRectF, view: tuple, scales: Scales) -> None:
        """Bring the kept picture up to the newest point; see `paint` for the parameters."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        dense = self._is_dense(rect.width() * ratio, view, scales)
        # All that the drawn pixels depend on, except for the points: they may only grow.
        key = (view, scales, rect.width(), rect.height(), ratio, self.colour, line_width(), dense)
        if key != self._key or not self._continues():
            self._key, self._drawn = key, 0
            self.bad_x = NONE
            self._picture = QPixmap(round(rect.width() * ratio) + 1, round(rect.height() * ratio) + 1)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
        if self._drawn < len(self.x):
            brush = QPainter(self._picture)
            if dense:
                self._fill(brush, rect, view, scales, ratio)
            else:
                # From the last drawn point, so that the line runs on from it.
                self._draw(brush, rect, view, scales, max(0, self._drawn - 1))
            brush.end()
            self._drawn = len(self.x)
            self._tail = (float(self.x[-1]), float(self.y[-1]))

    def _continues(self) -> bool:
        """Return whether what is drawn is the beginning of what is to be shown."""
        if self._drawn == 0:
            return True
        if self._drawn > len(self.x):
            return False
        last = (float(self.x[self._drawn - 1]), float(self.y[self._drawn - 1]))
        # NaN differs from itself, and would have a curve that ends in a gap drawn anew each time.
        return last == self._tail or (last[1] != last[1] and last[0] == self._tail[0])

    def intersects(self, box: QRectF, rect: QRectF, view: tuple, scales: Scales) -> bool:
        """Return whether the line runs through a box.

        Parameters
        ----------
        box : QRectF
            In pixels.
        rect, view, scales
            As for `paint`.
        """
        wide = (view[1] - view[0]) / rect.width()
        ends = scales[0].inverse(view[0] + wide * np.array([box.left(), box.right()]))
        start, stop = self._blocks.search(ends[0], "left"), self._blocks.search(ends[1], "right")
        if stop - start > FEW:
            found = self._blocks.envelope(np.linspace(ends[0], ends[1], 17), scales[1].name == "log")
            upper, lower = found.high, found.low
        else:
            part = slice(max(0, start - 1), stop + 1)
            x, y = scales[0].to(self.x[part]), self.y[part]
            if len(x) < 2:
                return False
            places = np.linspace(view[0] + wide * box.left(), view[0] + wide * box.right(), 17)
            places = places[(places >= x[0]) & (places <= x[-1])]
            upper = lower = np.interp(places, x, y)
        scale = rect.height() / (view[3] - view[2])
        top, bottom = ((view[3] - scales[1].to(v)) * scale for v in (upper, lower))
        # NaN of a gap compares as False, which is right here.
        with np.errstate(invalid="ignore"):
            return bool(((top < box.bottom() + line_width()) & (bottom > box.top() - line_width())).any())

    # --- many points -----------------------------------------------------------------------------------------

    def _is_dense(self, columns: float, view: tuple, scales: Scales) -> bool:
        low, high = scales[0].inverse(np.array(view[:2])).tolist()
        return self._blocks.search(high, "right") - self._blocks.search(low, "left") > DENSE * columns

    def _fill(self, painter: QPainter, rect: QRectF, view: tuple, scales: Scales, ratio: float) -> None:
        """Fill the columns of device pixels from the one that the newest drawn point is in."""
        count = max(2, round(rect.width() * ratio))
        edges = scales[0].inverse(np.linspace(view[0], view[1], count + 1))
        begin = int(np.searchsorted(edges, self.x[self._drawn - 1], "right")) - 1 if self._drawn else 0
        begin = min(max(0, begin), count - 1)
        before = min(1, begin)  # the column before is known, so that the new ones go on from it
        edges = edges[begin - before :]
        found = self._blocks.envelope(edges, scales[1].name == "log")
        self.bad_x = np.append(self.bad_x[self.bad_x < edges[before]], edges[found.column[found.bad]])
        to_pixels = rect.height() * ratio / (view[3] - view[2])
        last, low, high = ((view[3] - scales[1].to(v)) * to_pixels for v in (found.last, found.low, found.high))
        pattern = DashPattern(begin - before, *(line_width(ratio * length) for length in PATTERNS["dash"]))
        image = render_columns(
            found._replace(last=last, low=high, high=low),  # pixels are counted from the top
            len(edges) - 1,
            round(rect.height() * ratio),
            line_width() * ratio,
            self.colour,
            pattern if self.dash else None,
        )
        place = QRectF(begin / ratio, 0, (image.width() - before) / ratio, image.height() / ratio)
        # The newest column was drawn before with fewer points: replace it, or its soft ends would add up.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(place, image, QRectF(before, 0, image.width() - before, image.height()))

    # --- few points ------------------------------------------------------------------------------------------

    def _draw(self, painter: QPainter, rect: QRectF, view: tuple, scales: Scales, start: int) -> None:
        x, y, bad = self._points(rect, view, scales, start)
        self.bad_x = np.concatenate([self.bad_x, bad]) if start else bad
        if not len(x):
            return
        x0, x1, y0, y1 = view
        px = (x - x0) * (rect.width() / (x1 - x0))
        px, py = _within(px, (y1 - y) * (rect.height() / (y1 - y0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self.colour), line_width())
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        # Mitred corners of a noisy curve would shoot beyond its values.
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.setPen(pen)
        if self.dash:
            sx, sy = dash_segments(px, py, line_width(DASH_PERIOD), line_width(DASH_ON), line_width(STEEP))
            painter.drawLines([QLineF(a, c, b, d) for (a, b), (c, d) in zip(sx.tolist(), sy.tolist(), strict=True)])
        else:
            _draw_solid(painter, px, py)
        self._draw_lonely(painter, px, py)

    def _points(self, rect: QRectF, view: tuple, scales: Scales, start: int) -> tuple[NDArray, NDArray, NDArray]:
        """Return the points to draw in places on the axes, and where values cannot be shown."""
        edges = np.linspace(view[0], view[1], max(2, round(rect.width()) + 1))
        # Columns are equally wide on the screen, which on a logarithmic axis is not so in x.
        edges = scales[0].inverse(edges)
        x, y = self.x[start:], self.y[start:]
        if start:
            # Only the columns that the new points touch, so that many new points in one column are few to draw.
            first, last = np.searchsorted(edges, (x[0], x[-1]))
            edges = edges[max(0, int(first) - 1) : int(last) + 1]
            if len(edges) < 2:
                return NONE, NONE, NONE
        x, y, bad = decimate(x, y, edges)
        hidden = scales[1].cannot_show(y)
        if hidden.any():
            bad = np.concatenate([bad, x[hidden]])
        return scales[0].to(x), scales[1].to(y), bad

    def _draw_lonely(self, painter: QPainter, px: NDArray, py: NDArray) -> None:
        """Draw points without a neighbour as dots, because no line leads to them."""
        finite = np.isfinite(py)
        before = np.concatenate([[False], finite[:-1]])
        after = np.concatenate([finite[1:], [False]])
        lonely = finite & ~before & ~after
        if self._drawn and len(lonely):
            # It was drawn last time, where it may have a neighbour.
            lonely[0] = False
        pen = QPen(QColor(self.colour), line_width(4.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints([QPointF(a, b) for a, b in zip(px[lonely].tolist(), py[lonely].tolist(), strict=True)])


def _within(px: NDArray, py: NDArray) -> tuple[NDArray, NDArray]:
    """Move the far ends of a line along it to where the painter can still count; px is ascending."""
    near = np.clip(px, -FAR, FAR)
    py = np.where(near == px, py, np.interp(near, px, py))
    return near, np.clip(py, -FAR, FAR)


def _draw_solid(painter: QPainter, px: NDArray, py: NDArray) -> None:
    finite = np.isfinite(py)
    breaks = np.concatenate([[-1], np.flatnonzero(~finite), [len(py)]])
    for before, after in pairwise(breaks.tolist()):
        if after - before > 2:
            # Short pieces: the cost of one antialiased line through many points grows faster than their number.
            for first in range(before + 1, after - 1, PIECE):
                part = slice(first, min(first + PIECE + 1, after))
                painter.drawPolyline(pg.functions.arrayToQPolygonF(px[part], py[part]))
