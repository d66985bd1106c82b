"""What charts of time draw beside lines: shaded stretches with a name, and stems."""

from __future__ import annotations

from collections.abc import Callable
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


@dataclass(frozen=True)
class Shade(Item):
    """A stretch of the x axis that belongs to a subset: a pale ground, with its name at the top where there is room."""

    subset: str
    start: float
    end: float

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
        if caption_metrics().horizontalAdvance(text) + 8 < right - left:
            painter.setFont(caption())
            painter.setPen(QColor(style.current().muted))
            place = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(left + 4, 2, right - left - 4, caption_metrics().height()), place, text)


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
