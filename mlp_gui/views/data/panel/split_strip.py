"""The rows along time, groups or the file, coloured by subset: point at it to read it, drag to take a stretch out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mlp_gui.core.subsets import Subset
from mlp_gui.core.translation import tr
from mlp_gui.data.preprocessing.split_overview import UNUSED, SplitOverview
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

SIDE = 1.0  # pixels of room at both ends
STEP = 20  # of so many steps of an arrow key the strip is long
CLICK = 3.0  # pixels: a shorter drag is a click


class SplitStrip(QWidget):
    """A strip of rows in the colours of their subsets; where several share a column of pixels, they share its height.

    A drag, or Shift with the arrow keys, chooses a stretch; a click lets go of it.

    Signals
    -------
    pointed(str)
        What is under the pointer, in words; "" outside.
    chosen(slice or None)
        The rows of a stretch, as `SplitOverview` counts them.
    """

    pointed = Signal(str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Which rows are for training, validation and test"))
        self._overview: SplitOverview | None = None
        self._heights: NDArray[np.float64] | None = None  # (columns, 4), of the width that was painted last
        self._span: tuple[float, float] | None = None  # pixels
        self._anchor: float | None = None

    def show_overview(self, overview: SplitOverview | None) -> None:
        """Show a split; a stretch that was chosen is let go of."""
        self._overview, self._heights, self._span = overview, None, None
        self.update()

    def clear_choice(self) -> None:
        """Let go of the stretch."""
        self._span = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, style.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, style.px(18))

    # --- places ---

    def _ends(self) -> tuple[float, float]:
        places = self._overview.places if self._overview is not None else np.zeros(0)
        if not len(places):
            return 0.0, 1.0
        low, high = float(places[0]), float(places[-1])
        return low, high if high > low else low + 1.0

    def _place(self, x: float) -> float:
        low, high = self._ends()
        return low + (x - SIDE) / max(1.0, self.width() - 2 * SIDE) * (high - low)

    def _rows(self, left: float, right: float) -> slice:
        assert self._overview is not None
        return self._overview.between(self._place(left), self._place(right))

    # --- pointer and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor, self._span = event.position().x(), None
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = min(max(event.position().x(), 0.0), float(self.width()))
        if self._anchor is not None and abs(x - self._anchor) >= CLICK:
            self._span = (min(x, self._anchor), max(x, self._anchor))
            self.update()
        self.pointed.emit(self._read_out(*(self._span or (x - 0.5, x + 0.5))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._anchor = None
        self._emit_choice()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in ways:
            super().keyPressEvent(event)
            return
        step = ways[Qt.Key(event.key())] * self.width() / STEP
        left, right = self._span or (0.0, 0.0)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        right = min(max(right + step, 0.0), float(self.width()))
        left = left if shift else min(max(left + step, 0.0), float(self.width()))
        self._span = (min(left, right), right)
        self.update()
        self.pointed.emit(self._read_out(*self._span))
        self._emit_choice()

    def _emit_choice(self) -> None:
        if self._span is None or self._overview is None:
            self.chosen.emit(None)
            return
        part = self._rows(*self._span)
        self.chosen.emit(part if part.stop > part.start else None)

    def _read_out(self, left: float, right: float) -> str:
        overview = self._overview
        if overview is None or not len(overview.places):
            return ""
        part = self._rows(left, right)
        if part.stop == part.start:
            return tr("{place}: no rows", place=overview.describe(self._place((left + right) / 2)))
        first, last = (overview.describe(float(overview.places[at])) for at in (part.start, part.stop - 1))
        named = [(tr(name), n) for name, n in zip(Subset, overview.counts(part), strict=False) if n]
        unused = overview.counts(part)[UNUSED]
        named += [(tr("not used"), unused)] if unused else []
        counts = ", ".join(tr("{n:,} {subset}", n=n, subset=name) for name, n in named)
        ends = first if first == last else tr("{first} to {last}", first=first, last=last)
        n = part.stop - part.start
        return ends + ": " + (named[0][0] if n == 1 else counts)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._overview is None:
            return
        palette = style.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        colours = [QColor(palette.series(subset)) for subset in Subset]
        colours.append(QColor(mix_colours(palette.muted, palette.surface, 0.6)))
        if not self.isEnabled():
            colours = [QColor(mix_colours(colour.name(), palette.surface, 0.5)) for colour in colours]
        top, height = 2.0, self.height() - 4.0
        for x, shares in enumerate(self._shares()):
            y = top
            for colour, share in zip(colours, shares.tolist(), strict=True):
                if share > 0:
                    painter.fillRect(QRectF(x + SIDE, y, 1, share * height), colour)
                    y += share * height
        if self._span is not None:
            self._paint_span(painter, *self._span)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 1))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        painter.end()

    def _paint_span(self, painter: QPainter, left: float, right: float) -> None:
        ground = QColor(style.current().text)
        ground.setAlphaF(0.28)
        painter.fillRect(QRectF(left, 0, max(1.0, right - left), self.height()), ground)
        painter.setPen(QPen(QColor(style.current().text), 1))
        for x in (left, right):
            painter.drawLine(QPointF(round(x), 0), QPointF(round(x), self.height()))

    def _shares(self) -> NDArray[np.float64]:
        """Return the share of each subset in each column of pixels, (columns, 4); zeros where there are no rows."""
        overview = self._overview
        assert overview is not None
        columns = max(1, int(self.width() - 2 * SIDE))
        if self._heights is None or len(self._heights) != columns:
            low, high = self._ends()
            at = ((overview.places - low) * (columns / (high - low))).astype(np.int64).clip(0, columns - 1)
            counts = np.bincount(at * 4 + overview.codes, minlength=columns * 4).reshape(columns, 4).astype(float)
            if len(overview.places) < columns:  # one row is wider than a pixel
                counts = _spread(counts)
            self._heights = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
        return self._heights


def _spread(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the columns between two rows to the one before, as long as they are no longer than the usual step."""
    filled = np.flatnonzero(counts.sum(axis=1) > 0)
    if len(filled) < 2:
        return counts
    usual = int(np.ceil(1.5 * np.median(np.diff(filled))))
    nearest = filled[np.searchsorted(filled, np.arange(len(counts)), "right") - 1]
    near = (np.arange(len(counts)) - nearest < usual) & (np.arange(len(counts)) >= filled[0])
    spread: NDArray[np.float64] = np.where(near[:, None], counts[nearest], 0.0)
    return spread
