"""How the subsets and another table look: lines and marks that differ without their colours, and ways to draw them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from shiboken6.Shiboken import wrapInstance

from mlp_gui.core.subsets import NEW, OUT_OF_FOLD, Subset
from mlp_gui.views.theme import style

MARKS: dict[str, str] = {Subset.TRAINING: "circle", Subset.VALIDATION: "triangle", Subset.TEST: "square"}
LINES: dict[str, str] = {Subset.TRAINING: "line", Subset.VALIDATION: "dash", Subset.TEST: "dot"}
MARKS |= dict.fromkeys((NEW, OUT_OF_FOLD), "circle")
LINES |= dict.fromkeys((NEW, OUT_OF_FOLD), "line")
LINE_WIDTH = 1.6
DASH_PERIOD, DASH_ON = 9.0, 6.0  # pixels


def line_width(width: float = LINE_WIDTH) -> float:
    """Return how wide a line of that normal width is: wider while somebody presents."""
    return width * style.stroke()


def series_pen(colour: QColor, line: str = "line") -> QPen:
    """Make the pen of a line.

    Parameters
    ----------
    colour : QColor
    line : {"line", "dash", "dot"}
    """
    pen = QPen(colour, line_width())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Qt measures dashes in widths of the pen.
    if line == "dash":
        pen.setDashPattern([DASH_ON / LINE_WIDTH, (DASH_PERIOD - DASH_ON) / LINE_WIDTH])
    elif line == "dot":
        pen.setDashPattern([1.2, 1.6])
    return pen


def draw_mark(
    painter: QPainter, mark: str, at: QPointF, colour: QColor, size: float = 7.0, opacity: float = 1.0
) -> None:
    """Draw a filled mark around a point, with an edge of the same colour.

    Parameters
    ----------
    painter : QPainter
    mark : str
        "circle", "triangle" or "square".
    at : QPointF
    colour : QColor
    size : float
        Normal diameter in pixels; it grows as lines do.
    opacity : float
        0 to 1.
    """
    fill, edge = QColor(colour), QColor(colour)
    fill.setAlphaF(0.55 * opacity)
    edge.setAlphaF(opacity)
    painter.setPen(QPen(edge, line_width(1.1)))
    painter.setBrush(fill)
    size = line_width(size)
    r = size / 2
    if mark == "circle":
        painter.drawEllipse(at, r, r)
    elif mark == "square":
        # On the middle of pixels, where an edge of one pixel is sharp.
        painter.drawRect(QRectF(round(at.x() - r) + 0.5, round(at.y() - r) + 0.5, size - 1, size - 1))
    else:
        h = r * 1.15
        corners = [at + QPointF(0, -h), at + QPointF(h, h * 0.75), at + QPointF(-h, h * 0.75)]
        painter.drawPolygon(QPolygonF(corners))


# pyqtgraph's own scatter takes 570 ms for 100,000 points.
class MarkStamps:
    """Many equal marks in one call: a picture of the mark and an array of places (QPainter.drawPixmapFragments)."""

    def __init__(self) -> None:
        self._places: NDArray[np.float64] = np.zeros((0, 10))
        self._key: object = None
        self._picture = QPixmap()

    def draw(
        self, painter: QPainter, mark: str, colour: str, x: NDArray, y: NDArray, size: float = 7.0, opacity: float = 1.0
    ) -> None:
        """Draw equal marks; see `draw_mark` for the other parameters.

        Parameters
        ----------
        x, y : arrays of shape (n_points,)
            Centres in pixels; places that are not finite are left out.
        """
        finite = np.isfinite(x) & np.isfinite(y)
        if not finite.all():
            x, y = x[finite], y[finite]
        if len(x) == 0:
            return
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        self._prepare(mark, colour, size, opacity, ratio)
        self._fit(len(x), ratio)
        self._places[: len(x), 0] = x
        self._places[: len(x), 1] = y
        # The binding takes the first fragment and a count; the fragments are 10 doubles each.
        address = self._places.ctypes.data
        first: Any = wrapInstance(address, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(x), self._picture)

    def _prepare(self, mark: str, colour: str, size: float, opacity: float, ratio: float) -> None:
        key = (mark, colour, line_width(size), opacity, ratio)
        if key == self._key:
            return
        # Air for the edge, and for triangles, which reach further than half their size.
        side = round(line_width(size)) + 6
        self._key = key
        self._picture = QPixmap(round(side * ratio), round(side * ratio))
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(ratio, ratio)
        draw_mark(painter, mark, QPointF(side / 2, side / 2), QColor(colour), size, opacity)
        painter.end()
        # The old fragments describe the former picture.
        self._places = np.zeros((0, 10))

    def _fit(self, count: int, ratio: float) -> None:
        """Make room for `count` fragments: x, y, source left, top, width, height, scale x, y, rotation, opacity."""
        if count > len(self._places):
            # A quarter more than asked for, so that a growing number of points rarely needs a new array.
            places = np.zeros((count + count // 4 + 16, 10))
            places[:, 4:6] = self._picture.width()
            places[:, 6:8] = 1 / ratio
            places[:, 9] = 1.0
            self._places = places
