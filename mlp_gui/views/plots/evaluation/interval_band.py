"""The band between the ends of prediction intervals, in a scatter of predictions over true values."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from mlp_gui.plotmath.scales import Scale
from mlp_gui.views.charts.axes import Axes
from mlp_gui.views.theme import style

Ends = Callable[[NDArray], tuple[NDArray, NDArray]]
POINTS, OPACITY = 60, 0.16


def paint_interval(painter: QPainter, axes: Axes, scale: Scale, interval: Ends) -> None:
    """Shade where the true value of each prediction lies.

    Parameters
    ----------
    painter : QPainter
    axes : Axes
        True values to the right, predictions upwards.
    scale : Scale
        Of both axes.
    interval : callable
        From predictions in original units to the lower and the upper ends.
    """
    up = np.linspace(*axes.view()[2:], POINTS)
    sides = []
    for end in interval(scale.inverse(up)):
        x, y = axes.to_pixels(scale.to(end), up)
        sides.append([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True) if a == a])  # NaN has no place
    colour = QColor(style.current().muted)
    colour.setAlphaF(OPACITY)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([*sides[0], *sides[1][::-1]]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
