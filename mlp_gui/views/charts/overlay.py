"""Small things painted over a curve: upright lines with labels, bands, crosses, a pointer, a sentence, a lasso."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mlp_gui.plotmath.enclosed import find_enclosed
from mlp_gui.views.charts.colours import resolve_colour
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption, caption_metrics

LASSO_STEP = 2.0  # pixels between two corners


def upright(painter: QPainter, rect: QRectF, x: float, colour: str, dash: bool) -> None:
    """Draw a vertical line if it is inside.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The inside of the axes.
    x : float
        In pixels.
    colour : str
        "#rrggbb".
    dash : bool
    """
    if 0 <= x <= rect.width():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine if dash else Qt.PenStyle.SolidLine))
        painter.drawLine(round(x), 0, round(x), round(rect.height()))


def tag_box(rect: QRectF, x: float, text: str) -> QRectF:
    """Return where the label of a vertical line goes: at its top, right of it, or left of it near the right edge.

    Parameters
    ----------
    rect : QRectF
        The inside of the axes.
    x : float
        Of the line, in pixels.
    text : str
    """
    metrics = caption_metrics()
    width, height = metrics.horizontalAdvance(text) + 6, metrics.height() + 2
    left = x + 3 if x + 3 + width <= rect.width() else x - 3 - width
    return QRectF(max(0.0, left), 2, width, height)


def tag(painter: QPainter, box: QRectF, text: str, colour: str) -> None:
    """Draw a label on a ground that lets little through."""
    ground = QColor(style.current().panel)
    ground.setAlphaF(0.85)
    painter.fillRect(box, ground)
    painter.setFont(caption())
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def band(painter: QPainter, rect: QRectF, start: float, end: float) -> None:
    """Draw a quiet ground.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The inside of the axes.
    start, end : float
        In pixels; what is outside is cut off.
    """
    left, right = max(0.0, start), min(rect.width(), end)
    if right > left:
        painter.fillRect(QRectF(left, 0, right - left, rect.height()), QColor(style.current().surface))


def crosses(painter: QPainter, rect: QRectF, places: NDArray) -> None:
    """Draw a cross at the lower edge for everything that has no place on the axes, at most one in three pixels.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
    places : array of shape (n_places,)
        Their x in pixels.
    """
    inside = places[(places >= 0) & (places <= rect.width())]
    if not len(inside):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(style.current().bad), 1.4))
    y, r = rect.height() - 6, 3.0
    for x in (np.unique(np.round(inside / 3)) * 3).tolist():
        painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
        painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))


def pointer(painter: QPainter, rect: QRectF, x: float) -> None:
    """Draw the vertical line that follows the pointer, at x in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(style.current().muted))
    painter.drawLine(round(x), 0, round(x), round(rect.height()))


def dot(painter: QPainter, place: QPointF, colour: str) -> None:
    """Draw the dot that marks the value under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(style.current().panel), 1.5))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(place, 4, 4)


def centred(painter: QPainter, rect: QRectF, text: str) -> None:
    """Write a sentence where data would be."""
    painter.setFont(caption())
    painter.setPen(QColor(style.current().muted))
    painter.drawText(rect.adjusted(8, 8, -8, -8), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


def corner(painter: QPainter, rect: QRectF, texts: Sequence[tuple[str, str, str]]) -> None:
    """Write lines in the upper left corner, with a spot of colour before each.

    Parameters
    ----------
    painter : QPainter
    rect : QRectF
        The inside of the axes.
    texts : sequence of tuple of str
        (name, colour, text) of each line.
    """
    if not texts:
        return
    metrics = caption_metrics()
    line = metrics.height() + 1
    names = max(metrics.horizontalAdvance(name) for name, _, _ in texts) + 10
    width = 18 + names + max(metrics.horizontalAdvance(text) for _, _, text in texts) + 6
    box = QRectF(4, 4, width, line * len(texts) + 4)
    ground = QColor(style.current().panel)
    ground.setAlphaF(0.8)
    painter.fillRect(box, ground)
    painter.setFont(caption())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for k, (name, colour, text) in enumerate(texts):
        top = box.top() + 2 + k * line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(resolve_colour(colour))
        painter.drawRoundedRect(QRectF(box.left() + 6, top + line / 2 - 3, 6, 6), 1.5, 1.5)
        painter.setPen(QColor(style.current().text))
        painter.drawText(QRectF(box.left() + 18, top, names, line), left, name)
        painter.drawText(QRectF(box.left() + 18 + names, top, width, line), left, text)


def rings(painter: QPainter, x: NDArray, y: NDArray) -> None:
    """Draw a ring around each place, light and dark, so that it shows on any ground.

    Parameters
    ----------
    painter : QPainter
    x, y : arrays of shape (n_places,)
        In pixels; places that are not finite are left out.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 6 * style.stroke()
    for pen in (QPen(QColor(style.current().panel), 4), QPen(QColor(style.current().text), 1.8)):
        painter.setPen(pen)
        for a, b in zip(x.tolist(), y.tolist(), strict=True):
            if a == a and b == b:
                painter.drawEllipse(QPointF(a, b), radius, radius)


class HasPixels(Protocol):
    """Axes, as far as a lasso knows them."""

    def to_pixels(self, x: NDArray, y: NDArray) -> tuple[NDArray, NDArray]:
        """Convert places on the axes to pixels."""


class Lasso:
    """A line that follows the pointer, in pixels of a layer.

    Attributes
    ----------
    armed : bool
        The next drag draws, also without a key.
    drawing : bool
    """

    def __init__(self) -> None:
        self.armed = self.drawing = False
        self._corners: list[QPointF] = []

    def begin(self, place: QPointF) -> None:
        """Begin a new line."""
        self.drawing, self._corners = True, [place]

    def extend(self, place: QPointF) -> None:
        """Lead the line on to a place."""
        if (place - self._corners[-1]).manhattanLength() >= LASSO_STEP:
            self._corners.append(place)

    def end(self) -> NDArray[np.float64]:
        """Close the line and return its corners, of shape (n_corners, 2)."""
        corners = np.array([(corner.x(), corner.y()) for corner in self._corners], dtype=float).reshape(-1, 2)
        self.armed = self.drawing = False
        self._corners = []
        return corners

    def paint(self, painter: QPainter) -> None:
        """Paint the line and what it encloses so far."""
        if len(self._corners) < 2:
            return
        accent = QColor(style.current().accent)
        ground = QColor(accent)
        ground.setAlphaF(0.12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF(self._corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def rows_inside(
    axes: HasPixels, corners: NDArray[np.float64], points: Iterable[tuple[NDArray, NDArray, NDArray]]
) -> NDArray[np.int64]:
    """Return the rows of the table whose points lie inside a closed line.

    Parameters
    ----------
    axes : Axes
    corners : ndarray of shape (n_corners, 2)
        In pixels of the layer.
    points : iterable of (x, y, rows)
        Arrays of shape (n_points,): places on the axes, and numbers of rows.
    """
    found = [np.zeros(0, np.int64)]
    for x, y, rows in points:
        found.append(np.asarray(rows, np.int64)[find_enclosed(corners, *axes.to_pixels(x, y))])
    return np.concatenate(found)
