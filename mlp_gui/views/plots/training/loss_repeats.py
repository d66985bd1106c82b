"""The curves of networks that differ in chance only, below those of the run: each faint, with median and band."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.views.charts.line_renderer import LineRenderer
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours
from mlp_gui.views.theme.plain_text import set_tip
from mlp_gui.views.theme.style import caption_metrics

if TYPE_CHECKING:
    from mlp_gui.views.charts.axes import Axes

FAINT, BAND = 0.45, 0.14  # shares of the colour
PLACES = 300  # epochs at which median and band are computed


class LossRepeats(QToolButton):
    """Shows the curves of several networks, or hides them; hidden itself while there are none.

    Signals
    -------
    changed
        Something else is to be drawn.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(True)
        self.toggled.connect(self.changed)
        self._curves: list[LineRenderer] = []
        self._epochs = np.zeros(0)
        self._low = self._median = self._high = self._epochs
        self._subset = Subset.VALIDATION
        self.hide()

    @property
    def are_shown(self) -> bool:
        """Whether there are curves, and the person wants to see them."""
        return bool(self._curves) and self.isChecked()

    def show_curves(self, curves: Sequence[NDArray[np.floating]], subset: Subset) -> None:
        """Draw the losses of networks from their first epoch on.

        Parameters
        ----------
        curves : sequence of ndarray of shape (n_epochs,)
            One that has stopped keeps its last value in median and band.
        subset : Subset
            Whose losses they are.
        """
        drawn = [np.asarray(curve, float) for curve in curves if len(curve)]
        if not drawn and not self._curves:
            return
        self._subset, self._curves = subset, []
        for curve in drawn:
            line = LineRenderer()
            line.set_data(np.arange(1.0, len(curve) + 1), curve)
            self._curves.append(line)
        longest = max(map(len, drawn), default=0)
        at = np.unique(np.linspace(0, max(longest - 1, 0), min(longest, PLACES)).round().astype(int))
        self._epochs = at + 1.0
        if drawn:
            held = np.array([curve[np.minimum(at, len(curve) - 1)] for curve in drawn])
            self._low, self._median, self._high = np.quantile(held, (0, 0.5, 1), axis=0)
        n = len(drawn)
        self.setText(tr_n("{n} network", "{n} networks", n))
        self.setFixedWidth(round(caption_metrics().horizontalAdvance(self.text())) + 14)  # as the header does
        sentence = tr(
            "The {subset} loss of {n} networks that differ in their random start: each, their median and their range.",
            subset=tr(subset),
            n=n,
        )
        set_tip(self, sentence)
        self.setVisible(n > 0)
        self.changed.emit()

    def bounds(self) -> list[float]:
        """Return the smallest and the largest loss that is drawn; nothing where none is."""
        if not self.are_shown:
            return []
        values = np.concatenate([self._low, self._high])
        values = values[np.isfinite(values)]
        return [float(values.min()), float(values.max())] if len(values) else []

    @property
    def last(self) -> float:
        """The last epoch that is drawn; 0 for none."""
        return float(self._epochs[-1]) if self.are_shown and len(self._epochs) else 0.0

    def paint(self, painter: QPainter, rect: QRectF, axes: Axes, vector: bool) -> None:
        """Paint band, curves and median.

        Parameters
        ----------
        painter : QPainter
        rect : QRectF
            The inside of the axes, in pixels.
        axes : Axes
        vector : bool
            For an SVG.
        """
        if not self.are_shown:
            return
        palette = style.current()
        colour = palette.series(self._subset)
        if len(self._curves) > 1:
            fill = QColor(colour)
            fill.setAlphaF(BAND)
            upper, lower = self._points(axes, self._high), self._points(axes, self._low)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        for curve in self._curves:
            curve.colour = mix_colours(colour, palette.panel, 1 - FAINT)
            curve.paint(painter, rect, axes.view(), axes.scales, vector)
        if len(self._curves) > 2:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(mix_colours(colour, palette.text, 0.35)), 1.6))
            painter.drawPolyline(QPolygonF(self._points(axes, self._median)))

    def _points(self, axes: Axes, losses: NDArray[np.float64]) -> list[QPointF]:
        x, y = axes.to_pixels(axes.scales[0].to(self._epochs), axes.scales[1].to(losses))
        return [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True) if math.isfinite(a + b)]
