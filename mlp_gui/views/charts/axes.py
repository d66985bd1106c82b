"""A pair of axes: pyqtgraph's view box and number axes, with a layer on which a plot paints in pixels.

The axes have fixed widths, so that nothing jumps when numbers grow; ranges are set by the plot until the user zooms.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsGridLayout,
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsWidget,
    QSizePolicy,
    QWidget,
)

from mlp_gui.plotmath.scales import Scale
from mlp_gui.plotmath.ticks import WIDEST
from mlp_gui.views.charts.number_axis import END, NumberAxis, find_without_index
from mlp_gui.views.charts.overlay import Lasso
from mlp_gui.views.theme import style

Range = tuple[float, float]
FINEST_SHARE = 1e-11  # of the numbers on an axis: less of them is no range


class PixelLayer(QGraphicsObject):
    """A layer that covers the view box and paints in its pixels."""

    def __init__(self, box: pg.ViewBox, paint: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__(box)
        self._box, self._paint = box, paint
        # Curves leave the range when the user zooms in; the numbers beside the box stay readable.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsToShape)
        # The layer covers the view box, which does the dragging and zooming.
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigResized.connect(self._on_resized)

    def _on_resized(self) -> None:
        # boundingRect follows the box, and the scene has to hear of it.
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        return self._box.rect()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        self._paint(painter, self._box.rect())


class Axes(pg.GraphicsView):
    """The axes of one plot. `paint(painter, rect)` draws everything inside them.

    They are laid out here rather than by pyqtgraph's PlotItem, which brings sixty widgets of menus that nobody opens.

    Attributes
    ----------
    left, bottom : NumberAxis
    box : pg.ViewBox
        Holds the range that is shown, in places on the axes.
    layer : PixelLayer
        What `paint` draws on. `to_pixels` and the signals count in its pixels.
    user_zoomed : bool
        The user has chosen the range; `show_range` waits until it is given back.

    Signals
    -------
    zoomed
        The user has changed the range, or given it back to the plot.
    pointed(QPointF or None)
        Where the pointer is now, in pixels of `layer`; None outside of it.
    pressed(QPointF)
        A click that was no drag, in pixels of `layer`.
    enclosed(array of shape (n_corners, 2))
        A line was drawn with Shift held down, in pixels of `layer`.
    """

    zoomed = Signal()
    pointed = Signal(object)
    pressed = Signal(object)
    enclosed = Signal(object)

    def __init__(self, paint: Callable[[QPainter, QRectF], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        find_without_index(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.left, self.bottom = NumberAxis("left"), NumberAxis("bottom")
        self.box = pg.ViewBox(enableMenu=False)
        self._arrange()
        self.user_zoomed = False
        self._down: QPointF | None = None
        self._lasso, self._paint_inside = Lasso(), paint
        self._ranges: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self.box.disableAutoRange()
        self.box.sigRangeChangedManually.connect(self._on_zoomed)
        self.layer = PixelLayer(self.box, self._paint_layer)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Otherwise Qt reports moves only while a button is down, and nothing could be read out.
        self.setMouseTracking(True)
        # The view paints every pixel itself, so Qt need not clear the ground first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.restyle()

    def _paint_layer(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_inside(painter, rect)
        self._lasso.paint(painter)

    def _arrange(self) -> None:
        ground = QGraphicsWidget()
        grid = QGraphicsGridLayout(ground)
        grid.setContentsMargins(4, 6, END, 2)
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.box, 0, 1)
        grid.addItem(self.bottom, 1, 1)
        for axis in (self.left, self.bottom):
            axis.linkToView(self.box)
            axis.setZValue(0.5)  # above what the layer paints
        self.setCentralItem(ground)

    def set_vector_mode(self, on: bool) -> None:
        """Set whether the axes are drawn as vectors, for an SVG, or kept as pixels."""
        mode = QGraphicsItem.CacheMode.NoCache if on else QGraphicsItem.CacheMode.DeviceCoordinateCache
        for axis in (self.left, self.bottom):
            axis.setCacheMode(mode)

    def restyle(self) -> None:
        palette = style.current()
        self.setBackground(palette.panel)
        self.left.restyle()
        self.bottom.restyle()

    # --- ranges ----------------------------------------------------------------------------------------------

    def show_range(self, x: Range, y: Range) -> None:
        """Show a range, unless the user has zoomed; then it is shown when the view is reset.

        Parameters
        ----------
        x, y : tuple of float
            Both ends, in places on the axis: of a logarithmic one, exponents of ten.
        """
        self._ranges = (x, y)
        if not self.user_zoomed:
            self._apply()

    def _apply(self) -> None:
        x, y = self._ranges
        (x0, x1), (y0, y1) = self.box.viewRange()
        if (x0, x1, y0, y1) != (*x, *y):
            self.box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=False)

    @property
    def scales(self) -> tuple[Scale, Scale]:
        """How x and y are laid along the axes."""
        return self.bottom.scale_, self.left.scale_

    def set_scales(self, x: Scale, y: Scale) -> None:
        """Set how x and y are laid along the axes; the range stays, in places on them."""
        for axis, scale in ((self.bottom, x), (self.left, y)):
            if axis.scale_ != scale:
                axis.scale_ = scale
                # pyqtgraph replays an axis from this recording and lays out its numbers anew only when there is none.
                axis.picture = None
                axis.update()

    def _on_zoomed(self) -> None:
        ranges = self.box.viewRange()
        x, y = (_drawable(*ends) for ends in ranges)
        # The wheel zooms on without end, past what doubles can tell apart and Qt can draw.
        if [list(x), list(y)] != ranges:
            self.box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=False)
        self.user_zoomed = True
        self.zoomed.emit()

    def reset_view(self) -> None:
        """Give the range back to the plot."""
        self.user_zoomed = False
        self._apply()
        self.zoomed.emit()

    # --- pixels ----------------------------------------------------------------------------------------------

    def view(self) -> tuple[float, float, float, float]:
        """Return x0, x1, y0, y1 as shown, in places on the axes."""
        (x0, x1), (y0, y1) = self.box.viewRange()
        return x0, x1, y0, y1

    def to_pixels(self, x: NDArray, y: NDArray) -> tuple[NDArray, NDArray]:
        """Convert places on the axes to pixels of `layer`, y counted from the top.

        Parameters
        ----------
        x, y : arrays of shape (n_points,)
        """
        x0, x1, y0, y1 = self.view()
        rect = self.box.rect()
        return (x - x0) * (rect.width() / (x1 - x0)), (y1 - y) * (rect.height() / (y1 - y0))

    def pixel(self, x: float, y: float) -> QPointF:
        """Convert one place on the axes to pixels of `layer`; `to_pixels` does it for many."""
        px, py = self.to_pixels(np.array([x]), np.array([y]))
        return QPointF(float(px[0]), float(py[0]))

    def value_at(self, place: QPointF) -> tuple[float, float]:
        """Convert a place in pixels of `layer` to x and y on the axes: the inverse of `pixel`."""
        x0, x1, y0, y1 = self.view()
        rect = self.box.rect()
        return x0 + place.x() / rect.width() * (x1 - x0), y1 - place.y() / rect.height() * (y1 - y0)

    def repaint_inside(self) -> None:
        """Ask for a repaint of the layer only; the numbers on the axes are not drawn again."""
        self.viewport().update(self.inside())

    def inside(self) -> QRect:
        """Return where the layer is, in pixels of the widget."""
        return self.mapFromScene(self.box.sceneBoundingRect()).boundingRect().adjusted(0, 0, 1, 1)

    def paint_grid(self, painter: QPainter, rect: QRectF) -> None:
        """Paint a line at each number of both axes."""
        # One crisp pixel: a smoothed line between two pixels looks twice as wide and pale.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(style.current().grid))
        x0, x1, y0, y1 = self.view()
        for value in self.left.tick_values():
            y = round((y1 - value) * rect.height() / (y1 - y0))
            painter.drawLine(0, y, round(rect.width()), y)
        for value in self.bottom.tick_values():
            x = round((value - x0) * rect.width() / (x1 - x0))
            painter.drawLine(x, 0, x, round(rect.height()))

    # --- mouse -----------------------------------------------------------------------------------------------

    def arm_lasso(self) -> None:
        """Let the next drag draw a line around points instead of moving the view."""
        self._lasso.armed = True
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def _place_of(self, event: QMouseEvent) -> QPointF:
        return self.layer.mapFromScene(self.mapToScene(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_of(event)
        if self._lasso.drawing:
            self._lasso.extend(place)
            self.repaint_inside()
            return
        super().mouseMoveEvent(event)
        self.pointed.emit(place if self.layer.boundingRect().contains(place) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() is Qt.MouseButton.LeftButton and (shift or self._lasso.armed):
            self._lasso.begin(self._place_of(event))
            return
        super().mousePressEvent(event)
        self._down = event.position() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_of(event)
        if self._lasso.drawing:
            corners = self._lasso.end()
            self.viewport().unsetCursor()
            self.repaint_inside()
            if len(corners) > 2:
                self.enclosed.emit(corners)
            return
        super().mouseReleaseEvent(event)
        # Hands tremble: less than 4 pixels is a click, more is a drag of the view.
        still = self._down is not None and (self._down - event.position()).manhattanLength() < 4
        self._down = None
        if still and self.layer.boundingRect().contains(place):
            self.pressed.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.reset_view()
        event.accept()


def _drawable(low: float, high: float) -> Range:
    """Return the ends, moved as little as is needed for Qt to draw them and to tell places between them apart."""
    low, high = max(low, -WIDEST), min(high, WIDEST)
    least = FINEST_SHARE * max(abs(low), abs(high))
    middle = low / 2 + high / 2
    return (low, high) if high - low >= least else (middle - least / 2, middle + least / 2)
