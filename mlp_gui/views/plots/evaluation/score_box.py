"""The box with R² and the squared correlation of each subset, in the corner where it hides the fewest points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from mlp_gui.core.translation import tr
from mlp_gui.views.charts.markers import MARKS, draw_mark
from mlp_gui.views.theme import style
from mlp_gui.views.theme.style import caption, caption_metrics

MARGIN = 4.0  # pixels between the box and the axes
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Right and down, as shares of the free room: points lie along the diagonal, so that its ends are tried last.
CORNERS = ((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0))


class SubsetScore(NamedTuple):
    """Numbers of one subset, as they are written."""

    subset: str
    r2: str
    correlation: str


class ScoreBox:
    """Paints the scores; it stays in its corner until another one has less than half of the points.

    Attributes
    ----------
    scores : sequence of SubsetScore
    """

    def __init__(self) -> None:
        self.scores: Sequence[SubsetScore] = ()
        self._corner = CORNERS[0]

    def forget(self) -> None:
        """Begin in the first corner, as other rows follow."""
        self.scores, self._corner = (), CORNERS[0]

    def place(self, rect: QRectF, x: NDArray[np.float64], y: NDArray[np.float64]) -> QRectF:
        """Return where the box goes, in pixels.

        Parameters
        ----------
        rect : QRectF
            The inside of the plot.
        x, y : ndarray of shape (n_points,)
            The points.
        """
        boxes = {corner: self._box(rect, corner) for corner in CORNERS}
        hidden = {corner: _count_within(box, x, y) for corner, box in boxes.items()}
        best = min(CORNERS, key=hidden.__getitem__)
        if hidden[best] < 0.5 * hidden[self._corner]:
            self._corner = best
        return boxes[self._corner]

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint the scores into their box; the squared correlation only where it has room."""
        palette, line, name_width = style.current(), self._line_height(), self._name_width()
        ground = QColor(palette.panel)
        ground.setAlphaF(0.8)
        painter.fillRect(box, ground)
        painter.setFont(caption())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        value_width = self.number_width()
        for k, (subset, r2, correlation) in enumerate(self.scores):
            top = box.top() + 2 + k * line
            draw_mark(painter, MARKS[subset], QPointF(box.left() + 9, top + line / 2), QColor(palette.series(subset)))
            painter.setPen(QColor(palette.text))
            painter.drawText(QRectF(box.left() + 18, top, name_width, line), LEFT, tr(subset))
            x = box.left() + 18 + name_width
            painter.drawText(QRectF(x, top, value_width + 2, line), LEFT, f"R² {r2}")
            if box.width() >= self._width(2):
                painter.drawText(QRectF(x + value_width + 10, top, value_width + 2, line), LEFT, f"r² {correlation}")

    def number_width(self) -> float:
        """Return the room for the widest number; most leave it as it is."""
        values = [text for _, r2, squared in self.scores for text in (f"R² {r2}", f"r² {squared}")]
        return max(caption_metrics().horizontalAdvance(text) for text in ("R² -0.00000", *values))

    def _box(self, rect: QRectF, corner: tuple[float, float]) -> QRectF:
        width = self._width(2 if self._width(2) + 2 * MARGIN <= rect.width() else 1)
        height = self._line_height() * len(self.scores) + 4
        left = rect.left() + MARGIN + corner[0] * max(0.0, rect.width() - width - 2 * MARGIN)
        top = rect.top() + MARGIN + corner[1] * max(0.0, rect.height() - height - 2 * MARGIN)
        return QRectF(left, top, width, height)

    def _width(self, numbers: int) -> float:
        """Return the width of a box with so many numbers beside each name."""
        return 18 + self._name_width() + numbers * (self.number_width() + 8)

    def _line_height(self) -> float:
        return caption_metrics().height() + 1

    def _name_width(self) -> float:
        return max((caption_metrics().horizontalAdvance(tr(each.subset)) for each in self.scores), default=0) + 10


def _count_within(box: QRectF, x: NDArray[np.float64], y: NDArray[np.float64]) -> int:
    return int(np.sum((x >= box.left()) & (x <= box.right()) & (y >= box.top()) & (y <= box.bottom())))
