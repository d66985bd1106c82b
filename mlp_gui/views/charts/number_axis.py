"""An axis of a plot: few round numbers, dates or names instead of pyqtgraph's ticks."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView

from mlp_gui.core.visible_text import visible
from mlp_gui.plotmath.date_ticks import date_labels, date_ticks
from mlp_gui.plotmath.scales import LINEAR
from mlp_gui.views.theme import style

NAMES_AIR = 14  # pixels beside names
END = 12  # pixels right of the axes
KNOWN = 40  # pixels: the length of an axis that has been laid out
MIDDLE = Qt.TextElideMode.ElideMiddle


class NumberAxis(pg.AxisItem):
    """An axis with few round numbers and no tick marks.

    Attributes
    ----------
    scale_ : Scale
        How values are laid along the axis, e.g. in powers of ten (`scale` is pyqtgraph's own).
    is_dates : bool
        The values are seconds since 1970 and are labelled as dates.
    """

    SPACING = {"left": 28, "bottom": 74}  # pixels for one number

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation=orientation)
        self.is_dates = False
        self._names: tuple[str, ...] = ()  # instead of numbers, at 0, 1, 2, ...
        self._names_width = 0
        self._numbers_shown = True
        # The scale writes the numbers; pyqtgraph would divide them and write the factor beside the name.
        self.enableAutoSIPrefix(False)
        self.scale_ = LINEAR
        # Drawn once and kept: a repaint beside the axis costs a copy of pixels instead of a layout of texts.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_numbers(self, on: bool) -> None:
        """Show or hide the numbers; hide them while there is nothing for them to measure."""
        if on != self._numbers_shown:
            self._numbers_shown = on
            self.picture = None
            self.update()

    def tick_values(self) -> list[float]:
        """Return the places on the axis that are labelled."""
        if not self._numbers_shown:
            return []
        low, high = self.range
        if self._names:
            seen = [float(k) for k in range(len(self._names)) if min(low, high) <= k <= max(low, high)]
            return seen[:: self._every_name(abs(high - low))]
        length = self.height() if self.orientation == "left" else self.width()
        most = max(2, int(length / style.px(self.SPACING[self.orientation])))
        return date_ticks(low, high, most) if self.is_dates else self.scale_.ticks(low, high, most)

    def _every_name(self, span: float) -> int:
        """Return which of the names below one another fit without touching: each, every second, every third, ..."""
        apart = self.height() / span if span and self.orientation == "left" else 0.0
        return max(1, math.ceil(QFontMetricsF(style.font(style.CAPTION)).ascent() / apart)) if apart > 0 else 1

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        return [(1.0, self.tick_values())]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self._names:
            return [self._shortened(visible(self._names[round(v)])) for v in values]
        return date_labels(list(values)) if self.is_dates else self.scale_.labels(list(values))

    def labelString(self) -> str:
        """Return the name as HTML that shows it as it is; pyqtgraph would take a "<" in a column's name for a tag."""
        return html.escape(visible(self.labelText or ""))

    def generateDrawSpecs(self, p: QPainter) -> tuple | None:
        """Move the number at the right end of a horizontal axis inside the picture."""
        specs = super().generateDrawSpecs(p)
        if specs is None or self.orientation != "bottom":
            return specs
        most = self.width() + END - 1
        return *specs[:2], [(rect.translated(min(0, most - rect.right()), 0), *rest) for rect, *rest in specs[2]]

    def boundingRect(self) -> QRectF:
        """Leave room for the half of the last number that is beyond the axis before it is moved inside."""
        rect = super().boundingRect()
        return rect.adjusted(0, 0, 3 * END, 0) if self.orientation == "bottom" else rect

    def restyle(self) -> None:
        palette = style.current()
        self.setStyle(
            tickFont=style.font(style.CAPTION),
            tickTextOffset=6,
            tickLength=0,
            maxTickLevel=0,
            # A width that follows the longest number would move the plot in the middle of a run.
            autoExpandTextSpace=False,
            hideOverlappingLabels=False,
        )
        self.setPen(pg.mkPen(palette.line))
        self.setTextPen(pg.mkPen(palette.muted))
        self.label.setFont(style.font(style.CAPTION))
        self.label.setDefaultTextColor(QColor(palette.muted))
        if self.orientation == "left":
            self.setWidth(self._names_width if self._names else style.px(62 if self.labelText else 50))
        else:
            self.setHeight(style.px(38 if self.labelText else 22))

    def show_names(self, names: Sequence[str], most: float) -> None:
        """Show names instead of numbers, from below; no names bring the numbers back.

        Parameters
        ----------
        names : sequence of str
            Labels of the places 0, 1, 2, ...
        most : float
            Width in pixels that the axis may take; longer names are cut in the middle.
        """
        metrics = QFontMetricsF(style.font(style.CAPTION))
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
        width = round(min(longest + NAMES_AIR, max(most, 60)))
        if (tuple(names), width) != (self._names, self._names_width):
            self._names, self._names_width = tuple(names), width
            self.picture = None
            self.restyle()
            self.update()

    def _shortened(self, name: str) -> str:
        metrics = QFontMetricsF(style.font(style.CAPTION))
        return metrics.elidedText(name, MIDDLE, self._names_width - NAMES_AIR + 1)

    def name(self, text: str) -> None:
        """Say what the axis measures. A text longer than the axis is cut, as far as the length is known."""
        room = self.height() if self.orientation == "left" else self.width()
        shown = QFontMetricsF(style.font(style.CAPTION)).elidedText(text, MIDDLE, room) if room > KNOWN else text
        if shown != self.labelText:
            self.setLabel(text=shown)
            self.restyle()


def find_without_index(view: QGraphicsView) -> None:
    """Let a view's scene find its items one by one.

    An index by place goes wrong, and takes the process with it, when the bounds of an item follow those of another, as
    layers and axes do here and in pyqtgraph (QTBUG-18021). A dozen items are found as fast without one.

    Parameters
    ----------
    view : QGraphicsView
    """
    view.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
