"""The subset of a row, shown as its plots' mark and a letter: T training, V validation, E test, a dash when unused."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from mlp_gui.core import number_format
from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import mark, tr
from mlp_gui.views.charts.markers import MARKS, draw_mark
from mlp_gui.views.theme import style

LETTERS: dict[str, str] = {Subset.TRAINING: mark("T"), Subset.VALIDATION: mark("V"), Subset.TEST: mark("E")}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_subset(painter: QPainter, rect: QRect, subset: str) -> None:
    """Paint the mark and the letter of a subset into a cell.

    Parameters
    ----------
    painter : QPainter
    rect : QRect
    subset : str
        "" for a row that is not used: a dash.
    """
    palette = style.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = rect.center().y() + 1
    if subset:
        draw_mark(painter, MARKS[subset], QPointF(rect.left() + 13, middle), QColor(palette.series(subset)), 8.0)
    painter.setPen(QColor(palette.text if subset else palette.muted))
    painter.setFont(style.font(style.CAPTION))
    painter.drawText(rect.adjusted(24, 0, 0, 0), int(_LEFT), tr(LETTERS[subset]) if subset else "–")
    painter.restore()


class SubsetLegend(QWidget):
    """What the marks mean, with the number of rows in each subset."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self.setFixedHeight(style.px(20))

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many rows each subset has; "" is the key of rows that are not used."""
        self._counts = counts
        self.setVisible(bool(counts))
        self.setAccessibleName(", ".join(self._words()))
        self.setFixedSize(self._width(), style.px(20))
        self.update()

    def _words(self) -> list[str]:
        names = [*Subset, ""]
        return [
            f"{tr(n or 'not used')} {number_format.format_integer(self._counts[n])}" for n in names if n in self._counts
        ]

    def _width(self) -> int:
        return sum(28 + self.fontMetrics().horizontalAdvance(f"{w} ") + 14 for w in self._words())

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        left = 0
        for subset, words in zip([n for n in (*Subset, "") if n in self._counts], self._words(), strict=True):
            paint_subset(painter, QRect(left - 8, 0, 40, self.height()), subset)
            painter.setPen(QColor(style.current().muted))
            painter.setFont(style.font(style.CAPTION))
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            painter.drawText(QRect(left + 28, 0, width, self.height()), int(_LEFT), words)
            left += 28 + width + 14
        painter.end()
