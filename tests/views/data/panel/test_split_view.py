"""The strip of rows is read under the pointer, and a stretch of it is left out by a click."""

from __future__ import annotations

import numpy as np
import pandas as pd
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from mlp_gui.core.subsets import Subset
from mlp_gui.data.columns.profile import profile_frame
from mlp_gui.data.preprocessing.split_overview import SplitOverview
from mlp_gui.data.splits.left_out import LeftOut
from mlp_gui.views.data.panel.split_view import SplitView
from mlp_gui.views.theme import style

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def overview(codes: np.ndarray) -> SplitOverview:
    n = len(codes)
    dates = pd.DataFrame({"date": pd.date_range("2001-01-01", periods=n).strftime("%Y-%m-%d").astype(str)})
    days = 11323 + np.arange(n, dtype=float)
    return SplitOverview("time", "date", days, codes.astype(np.int8), np.arange(n), profile=profile_frame(dates)[0])


def test_that_the_strip_shows_reads_and_leaves_out(qtbot):
    view = SplitView()
    qtbot.addWidget(view)
    view.resize(402, 60)
    codes = np.repeat([0, 1, 2, 3], 50)
    view.show_overview(overview(codes))
    view.show()
    qtbot.waitExposed(view)
    assert view.isVisible()
    strip = view.strip
    image = strip.grab().toImage()
    middle = image.height() // 2
    for k, subset in enumerate(Subset):
        assert image.pixelColor(51 + 100 * k, middle) == QColor(style.current().series(subset)), subset
    assert view.words.text() == "2001-01-01"
    QTest.mouseMove(strip, QPoint(61, 9))
    assert view.words.text() == "2001-01-31: training"
    asked: list[LeftOut] = []
    view.leave_out_requested.connect(asked.append)
    assert not view.leave_out.isVisible()
    QTest.mousePress(strip, LEFT, PLAIN, QPoint(101, 9))
    QTest.mouseMove(strip, QPoint(140, 9))
    assert "training" not in view.words.text()
    assert "20 validation" in view.words.text()
    QTest.mouseRelease(strip, LEFT, PLAIN, QPoint(140, 9))
    view.leave_out.click()
    assert asked == [LeftOut(column="date", first="2001-02-20", last="2001-03-11")]
    view.set_open("The network is training.")
    assert not view.leave_out.isEnabled()
    QTest.mouseClick(strip, LEFT, PLAIN, QPoint(20, 9))
    assert not view.leave_out.isVisible()
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.leave_out.isVisible()
    view.show_overview(None)
    assert not view.isVisible()
