"""Numbers of one column stand with their decimal signs below one another, whatever follows them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel

from mlp_gui.views.theme import style
from mlp_gui.views.training.score_cells import draw_at_point


class Recorder:
    """Takes the place of a painter and keeps what is drawn where."""

    def __init__(self) -> None:
        self.drawn: list[tuple[QRect, str]] = []

    def fontMetrics(self) -> QFontMetrics:
        return QFontMetrics(style.font(style.BODY))

    def drawText(self, rect: QRect, flags: object, text: str) -> None:
        self.drawn.append((QRect(rect), text))


def test_that_decimal_signs_stand_below_one_another(qapp) -> None:
    model = QStandardItemModel()
    texts = ("-0.01387", "0.1082", "24.24 million", "–", "206,000")
    for text in texts:
        model.appendRow(QStandardItem(text))
    points = set()
    for row, text in enumerate(texts):
        pen = Recorder()
        draw_at_point(pen, QRect(10, 0, 200, 20), model.index(row, 0))
        (whole, before), (rest, after) = pen.drawn
        assert before + after == text
        assert whole.right() + 1 == rest.left()
        points.add(rest.left())
    assert len(points) == 1
