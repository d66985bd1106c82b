"""The names of reference models stand beside their lines, and on none of them."""

from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mlp_gui.views.plots.training.loss import LossPlot
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


def test_that_no_label_of_the_best_epoch_lies_on_a_line(qtbot):
    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.resize(640, 400)
    plot.show()
    epochs = np.arange(1.0, 201.0)
    falling = 1.0 / epochs
    plot.show_history(SimpleNamespace(epochs=epochs, train_loss=falling, validation_loss=falling + 0.01))
    plot.show_best(150, 0.02, restored=True)
    plot.refresh()
    low, high = plot.axes.view()[2:]
    for share in np.linspace(0.97, 0.85, 13):  # through the rows in which labels stand
        loss = low + share * (high - low)
        plot.show_references({"the mean": loss})
        plot.refresh()
        QApplication.processEvents()
        plot.axes.grab()
        line = plot.axes.pixel(150.0, loss).y()
        assert plot.axes.labels
        assert not [box for box in plot.axes.labels if box.top() < line < box.bottom()], share
