"""The names of reference models stand beside their lines, and on none of them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from mlp_gui.views.plots.training.loss_references import paint_references


def test_that_no_name_lies_on_the_line_of_another_model(qapp):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    heights = {"the value before": 100.0, "the mean": 107.0}  # closer than a name is high
    found = paint_references(painter, QRectF(0, 0, 400, 200), heights, lambda y: QPointF(0, y), lambda box: False)
    painter.end()
    assert len(found) == 2
    assert not [box for box in found for y in heights.values() if box.top() < y < box.bottom()]
    assert found[0].bottom() <= 100
    assert found[1].top() >= 107
