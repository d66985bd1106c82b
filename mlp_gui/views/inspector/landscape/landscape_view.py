"""The loss over two directions as a map: valleys deep in colour, lines of equal loss, the run's path through it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import isocurve
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mlp_gui.core.number_format import format_number
from mlp_gui.core.translation import tr
from mlp_gui.engine.inspection.loss_landscape import LossLandscape
from mlp_gui.plotmath.ticks import tick_labels, ticks
from mlp_gui.views.theme import style
from mlp_gui.views.theme.palette import mix_colours

LEVELS = 14
HEIGHTS = 100.0  # the logarithm of heights from 1 to this decides the colour


class LandscapeView(QWidget):
    """Map of a loss landscape.

    Signals
    -------
    pointed(str)
        What is under the pointer, in a sentence; empty when the pointer leaves the map.
    """

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Map of the loss"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(style.px(260), style.px(220))
        self._surface: LossLandscape | None = None
        self._buffer: NDArray[np.uint32] = np.zeros((1, 1), np.uint32)
        self._contours: list[list[NDArray]] = []

    @property
    def landscape(self) -> LossLandscape | None:
        """What is shown."""
        return self._surface

    def sizeHint(self) -> QSize:
        return QSize(style.px(560), style.px(460))

    def show_landscape(self, surface: LossLandscape | None) -> None:
        self._surface = surface
        if surface is not None:
            depth = _depth(surface.loss)
            self._buffer = _colours(depth)
            # isocurve only compares: places without a number count as the highest hill.
            filled = np.where(np.isfinite(depth), depth, np.nanmax(depth, initial=1.0))
            levels = np.linspace(0, 1, LEVELS + 2)[1:-1]
            self._contours = [
                [np.asarray(line) for line in isocurve(filled, level, connected=True, extendToEdge=False)]
                for level in levels
            ]
        self.update()

    # --- places ----------------------------------------------------------------------------------------------

    def field(self) -> QRectF:
        """Return where the map is."""
        left, foot, air, scale = style.px(72), style.px(44), style.px(12), style.px(92)
        return QRectF(left, air, max(10, self.width() - left - scale), max(10, self.height() - foot - air))

    def scale(self) -> QRectF:
        """Return where the scale of the map's colours is."""
        field, head = self.field(), style.px(20)
        foot = max(10, min(style.px(160), field.height() - 2 * head))
        return QRectF(field.right() + style.px(16), field.top() + head, style.px(12), foot)

    def point(self, a: float, b: float) -> QPointF:
        """Return the pixel of a position along the two directions."""
        assert self._surface is not None
        field, first, second = self.field(), self._surface.first, self._surface.second
        x = field.left() + field.width() * (a - first[0]) / (first[-1] - first[0])
        return QPointF(x, field.bottom() - field.height() * (b - second[0]) / (second[-1] - second[0]))

    # --- painting --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), style.current()
        painter.fillRect(self.rect(), QColor(palette.panel))
        if self._surface is None:
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        field = self.field()
        rows, columns = self._buffer.shape
        image = QImage(self._buffer.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32)
        painter.drawImage(field, image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(field)
        self._paint_contours(painter, field)
        self._paint_path(painter)
        painter.setClipping(False)
        painter.setPen(QColor(palette.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(field)
        self._paint_axes(painter, field)
        self._paint_scale(painter, field)
        painter.end()

    def _paint_contours(self, painter: QPainter, field: QRectF) -> None:
        palette = style.current()
        rows, columns = self._buffer.shape
        painter.setPen(QPen(QColor(mix_colours(palette.panel, palette.text, 0.35)), 1))
        for level in self._contours:
            for line in level:
                path = QPainterPath()
                for at, (row, column) in enumerate(line):
                    x = field.left() + field.width() * column / columns
                    y = field.bottom() - field.height() * row / rows
                    path.lineTo(x, y) if at else path.moveTo(x, y)
                painter.drawPath(path)

    def _paint_path(self, painter: QPainter) -> None:
        assert self._surface is not None
        palette, places = style.current(), [self.point(a, b) for a, b in self._surface.trajectory.tolist()]
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Twice, for an edge that sets it off from ground of any colour.
        for colour, width in ((palette.panel, 5.0), (palette.positive, 2.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(line)
        for place, filled in ((places[0], False), (places[-1], True)):
            painter.setPen(QPen(QColor(palette.positive), 2.5))
            painter.setBrush(QColor(palette.positive if filled else palette.panel))
            painter.drawEllipse(place, style.px(6), style.px(6))

    def _paint_axes(self, painter: QPainter, field: QRectF) -> None:
        assert self._surface is not None
        surface, palette = self._surface, style.current()
        painter.setFont(style.font(style.CAPTION))
        painter.setPen(QColor(palette.muted))
        height, centre = painter.fontMetrics().height(), Qt.AlignmentFlag.AlignCenter
        wide, right = style.px(80), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for value, text in round_positions(surface.first, int(field.width() / wide)):
            x = self.point(value, 0).x()
            painter.drawLine(QPointF(x, field.bottom()), QPointF(x, field.bottom() + 3))
            painter.drawText(QRectF(x - wide / 2, field.bottom() + 4, wide, height), centre, text)
        for value, text in round_positions(surface.second, int(field.height() / style.px(48))):
            y = self.point(0, value).y()
            painter.drawLine(QPointF(field.left() - 3, y), QPointF(field.left(), y))
            painter.drawText(QRectF(0, y - height / 2, field.left() - 6, height), right, text)
        below = QRectF(field.left(), field.bottom() + height + 4, field.width(), height)
        painter.drawText(below, centre, _cut(painter, surface.names[0], field.width()))
        painter.save()
        painter.translate(height, field.center().y())
        painter.rotate(-90)
        along = QRectF(-field.height() / 2, -height, field.height(), height)
        painter.drawText(along, centre, _cut(painter, surface.names[1], field.height()))
        painter.restore()

    def _paint_scale(self, painter: QPainter, field: QRectF) -> None:
        """Paint at the right which loss has which colour."""
        assert self._surface is not None
        low, high = _bounds(self._surface.loss)
        if not high > low:
            return
        height, colours, bar = painter.fontMetrics().height(), _ramp(), self.scale()
        step = bar.height() / len(colours)
        for k, colour in enumerate(colours):
            # Half a pixel more, so that no seams show between the strips.
            painter.fillRect(QRectF(bar.left(), bar.bottom() - (k + 1) * step, bar.width(), step + 0.5), QColor(colour))
        painter.drawRect(bar)
        painter.drawText(QPointF(bar.left(), field.top() + painter.fontMetrics().ascent()), tr("Loss"))
        for depth in (0.0, 0.5, 1.0):
            loss = low + (high - low) * (HEIGHTS**depth - 1) / (HEIGHTS - 1)
            place = QRectF(bar.right() + 6, bar.bottom() - depth * bar.height() - height / 2, style.px(64), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, format_number(loss))

    # --- pointer ---------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        surface, field = self._surface, self.field()
        if surface is None or not field.contains(event.position()):
            self.pointed.emit("")
            return
        nearest, distance = self._nearest(event.position())
        if distance <= style.px(10):
            self.pointed.emit(tr("The run at epoch {epoch:,}", epoch=int(surface.epochs[nearest])))
            return
        across = (event.position().x() - field.left()) / field.width()
        up = (field.bottom() - event.position().y()) / field.height()
        last = len(surface.first) - 1
        loss = float(surface.loss[min(int(up * last + 0.5), last), min(int(across * last + 0.5), last)])
        self.pointed.emit(tr("Loss {loss}", loss=format_number(loss)))

    def _nearest(self, place: QPointF) -> tuple[int, float]:
        assert self._surface is not None
        gaps = [(self.point(a, b) - place).manhattanLength() for a, b in self._surface.trajectory.tolist()]
        at = int(np.argmin(gaps))
        return at, gaps[at]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if style.restyled(event) and self._surface is not None:
            self.show_landscape(self._surface)  # the buffer holds colours


def _cut(painter: QPainter, text: str, room: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))


def _depth(loss: NDArray) -> NDArray:
    """Return 0 in the valley to 1 on the highest hill, by the logarithm of the height above the valley."""
    low, high = _bounds(loss)
    if not high > low:
        return np.zeros(loss.shape)
    height = (loss - low) / (high - low)
    depth: NDArray = np.log1p((HEIGHTS - 1) * height) / np.log(HEIGHTS)
    return depth


def _bounds(loss: NDArray) -> tuple[float, float]:
    """Return the lowest and the highest loss that is a number."""
    return float(np.nanmin(loss, initial=np.inf)), float(np.nanmax(loss, initial=-np.inf))


def round_positions(along: NDArray, most: int) -> list[tuple[float, str]]:
    """Return round positions along a direction, and their texts."""
    values = ticks(float(along[0]), float(along[-1]), max(2, most))
    return list(zip(values, tick_labels(values), strict=True))


def _ramp() -> list[str]:
    """Return the colours from the valley to the highest hill."""
    palette = style.current()
    return [mix_colours(palette.training, palette.panel, 0.15 + 0.85 * k / 63) for k in range(64)]


def _colours(depth: NDArray) -> NDArray[np.uint32]:
    """Return (rows, columns) colours as 0xffrrggbb, the first row at the top of the picture."""
    table = np.array([0xFF000000 | int(c[1:], 16) for c in [*_ramp(), style.current().line]], np.uint32)
    index = np.where(np.isfinite(depth), np.clip(np.nan_to_num(depth) * 63, 0, 63), 64).astype(int)
    return np.ascontiguousarray(table[index][::-1])
