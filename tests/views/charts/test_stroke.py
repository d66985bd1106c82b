"""How thick lines are and how large marks: they grow with the stroke of a presentation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from mlp_gui.plotmath.scales import LINEAR
from mlp_gui.views.charts.line_renderer import LineRenderer
from mlp_gui.views.charts.markers import MarkStamps, series_pen
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import LIGHT


def ink(paint) -> float:
    """Return the area in pixels that is black on white after painting."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    dark = 1 - np.frombuffer(image.constBits(), np.uint8).reshape(100, 200, 4)[..., 0] / 255
    return float(dark.sum())


@pytest.mark.parametrize("stroke", [1.0, 1.75, 3.0])
def test_that_a_line_covers_its_length_times_its_width_and_a_disc_its_area(qapp, stroke) -> None:
    line, dots = LineRenderer(), MarkStamps()
    line.set_data(np.array([0.0, 1.0]), np.array([0.5, 0.5]))
    view, rect = (0.0, 1.0, 0.0, 1.0), QRectF(0, 0, 200, 100)

    def pen(painter) -> None:
        painter.setPen(series_pen(Qt.GlobalColor.black))
        painter.drawLine(0, 50, 200, 50)

    def disc(painter) -> None:
        dots.draw(painter, "circle", "#000000", np.array([100.0]), np.array([50.0]), 20.0)

    try:
        style.apply(qapp, LIGHT, 1.0, stroke)
        assert ink(lambda painter: line.paint(painter, rect, view, (LINEAR, LINEAR), False)) == pytest.approx(
            200 * 1.6 * stroke, rel=0.05
        )
        assert ink(pen) == pytest.approx(200 * 1.6 * stroke, rel=0.05)
        edge, radius = 1.1 * stroke, 10 * stroke
        ring = math.pi * ((radius + edge / 2) ** 2 - (radius - edge / 2) ** 2)
        inside = math.pi * (radius - edge / 2) ** 2
        assert ink(disc) == pytest.approx(0.55 * inside + ring, rel=0.05)
    finally:
        style.apply(qapp, LIGHT)
