"""Lines across axes: a click chooses the trial whose line is under the pointer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlp_gui.views.search.parallel_coordinates import ParallelCoordinates

LINES = np.array([[0.0, 0.2, 1.0], [1.0, 0.9, 0.0], [0.5, np.nan, 0.5]])


def test_that_a_click_chooses_the_line_under_it_and_none_elsewhere(qtbot: QtBot) -> None:
    picture = ParallelCoordinates()
    qtbot.addWidget(picture)
    picture.resize(500, 300)
    picture.show()
    picture.show_axes([("Learning rate", "0.001", "0.1"), ("Units", "2", "9"), ("RMSE", "3", "1")])
    picture.show_lines(LINES, np.array([True, True, False]), 0)
    chosen: list[int] = []
    picture.trial_chosen.connect(chosen.append)
    for x, y in ((0.5, 0.1), (0.5, 0.95), (1.75, 0.225), (0.5, 0.5)):
        place = picture.getViewBox().mapViewToScene(QPointF(x, y))
        QTest.mouseClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=picture.mapFromScene(place))
    assert chosen == [0, 1, 1]
